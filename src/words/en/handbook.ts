import type { RedemptionSpan } from '../../rules/rule-set.js';
import { plural } from '../../values/text.js';
import type { HandbookWords } from '../report-pack.js';
import { PARTS } from './parts.js';

const KINDS = { service: 'service', goods: 'goods', honour: 'honour' } as const;

/** The span of a reward's limit. */
function within(per: RedemptionSpan): string {
  if (typeof per !== 'string') return `in any ${PARTS.term(per.last, per.of)}`;
  return per === 'life' ? 'in all' : `and ${PARTS.words[per]}`;
}

/** A handbook to read. */
export const HANDBOOK: HandbookWords = {
  heading: ({ communityId, version, published }) =>
    `Points handbook of community '${communityId}', edition ${version}, in use from ${published}`,
  reward: ({ kind, title, price, consent, stock, limit }, names) => {
    const parts = [
      kind === 'honour' ? 'at no price' : plural(price, 'point'),
      ...(consent === undefined ? [] : [`consent of ${consent}`]),
      ...(stock === undefined ? [] : [`${stock} in all`]),
      ...(limit === undefined ? [] : [`${limit.quantity} for each account ${within(limit.per)}`]),
    ];
    return `${names.text(title)} (${KINDS[kind]}): ${parts.join(', ')}.`;
  },
};
