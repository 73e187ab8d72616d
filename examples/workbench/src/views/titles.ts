import type { BankEvent, Text } from 'points-bank';
import type { RuleSets } from '../state.js';
import { t, words } from '../words.js';

/** What a role is called in either rule set; its id where neither knows it. */
export function roleTitle(id: string, { a, b }: RuleSets): string {
  const title = a.roles[id]?.title ?? b.roles[id]?.title;
  return title === undefined ? id : t(title);
}

/** What an item is called in the first role that has it. */
export function itemTitle(id: string, { a, b }: RuleSets): string {
  const roles = [...Object.values(a.roles), ...Object.values(b.roles)];
  const title = roles.find(({ items }) => Object.hasOwn(items, id))?.items[id]?.title;
  return title === undefined ? id : t(title);
}

/** What an entry is of. */
export function entryTitle({ type, data }: BankEvent): string {
  if (type === 'PointsRedeemed') return t(words.redemption);
  if (type === 'ScoreCorrected') return t(words.correction);
  return t(data.title as Text);
}
