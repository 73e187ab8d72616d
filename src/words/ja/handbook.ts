import type { HandbookWords } from '../report-pack.js';
import { PARTS } from './parts.js';

/** A handbook to read. */
export const HANDBOOK: HandbookWords = {
  heading: ({ communityId, version, published }) =>
    `地域「${communityId}」のポイント手帳（${version} 版、${published} から）`,
  reward: ({ kind, title, price, consent, stock, limit }, names) => {
    const parts = [
      kind === 'honour' ? 'ポイント不要' : `一つ${price}ポイント`,
      ...(consent === undefined ? [] : [`${consent} 同意`]),
      ...(stock === undefined ? [] : [`全部で${stock}個`]),
      ...(limit === undefined
        ? []
        : [
            `一つの口座で${limit.per === 'life' ? '通算' : `一${PARTS.words[limit.per]}に`}${limit.quantity}個`,
          ]),
    ];
    return `${names.text(title)}（${PARTS.words[kind]}）：${parts.join('、')}。`;
  },
};
