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
  switch (type) {
    case 'PointsRedeemed':
      return t(words.redemption);
    case 'ScoreCorrected':
      return t(words.correction);
    case 'PostReleased':
      return t(words.release);
    case 'EntryReversed':
      return t(words.reversal);
    case 'PointsSent':
      return t(words.sent);
    case 'PointsReceived':
      return t(words.received);
    case 'AccountClosed':
      return t(data.reasonTitle as Text);
    default:
      return t(data.title as Text);
  }
}
