import type { RedemptionSpan } from '../../rules/rule-set.js';
import type { HandbookWords } from '../report-pack.js';
import { PARTS } from './parts.js';

/** The span of a reward's limit. */
function within(per: RedemptionSpan): string {
  if (typeof per !== 'string') return `連続する${PARTS.term(per.last, per.of)}間に`;
  if (per === 'life') return '通算';
  if (per === 'account-year') return '口座の一年に';
  return per === 'visit'
    ? `${PARTS.words.visit}に`
    : `${per === 'period' ? '一つの' : '一'}${PARTS.words[per]}に`;
}

/** A handbook to read. */
export const HANDBOOK: HandbookWords = {
  heading: ({ communityId, version, published }) =>
    `地域「${communityId}」のポイント手帳（${version} 版、${published} から）`,
  reward: ({ kind, title, price, consent, stock, limit }, names) => {
    const parts = [
      kind === 'honour' ? 'ポイント不要' : `一つ${price}ポイント`,
      ...(consent === undefined ? [] : [`${consent} 同意`]),
      ...(stock === undefined ? [] : [`全部で${stock}個`]),
      ...(limit === undefined ? [] : [`一つの口座で${within(limit.per)}${limit.quantity}個`]),
    ];
    return `${names.text(title)}（${PARTS.words[kind]}）：${parts.join('、')}。`;
  },
};
