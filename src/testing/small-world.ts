import type { By } from '../account/commands/command.js';
import { enteredBy } from '../account/commands/entered-by.js';
import type { Handbook } from '../account/handbook.js';
import { requireRuleSet } from '../rules/require-rule-set.js';
import type { CommandType, OfficeRule, RoleRule, RuleSet } from '../rules/rule-set.js';
import { own } from '../values/json.js';
import { text } from '../values/text.js';

/** A small world for a rule set. It has few ids, so that they often coincide. */
export type SmallWorld = {
  readonly accounts: readonly string[];
  /** Accounts that are opened later, to continue closed ones. */
  readonly laterAccounts: readonly string[];
  /** The persons at the offices. Some are volunteers, one of them with an account under another id. */
  readonly persons: readonly string[];
  readonly communityId: string;
  readonly otherCommunityId: string;
  readonly posts: readonly string[];
  readonly matters: readonly string[];
  /** Days at the edges of months, quarters, halves and years, in order. */
  readonly days: readonly string[];
  readonly handbook: Handbook;
  /** Moves a day of 2023 to 2026 into the years in which the rules are in force. */
  readonly at: (day: string) => string;
};

/** Days on both sides of every kind of window, with a leap day. */
const DAYS = [
  '2023-01-01',
  '2023-02-28',
  '2023-03-01',
  '2023-03-31',
  '2023-04-01',
  '2023-06-30',
  '2023-07-01',
  '2023-09-30',
  '2023-11-30',
  '2023-12-01',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
  '2024-06-30',
  '2024-07-01',
  '2024-12-31',
  '2025-01-01',
  '2026-07-01',
];

/** Moves days by whole leap cycles, so that the first is in force and 29 February stays a date. */
function shiftFor(from: string): (day: string) => string {
  const cycles = Math.max(
    0,
    Math.ceil((Number(from.slice(0, 4)) + (from.endsWith('-01-01') ? 0 : 1) - 2023) / 4),
  );
  return (day) => `${String(Number(day.slice(0, 4)) + cycles * 4).padStart(4, '0')}${day.slice(4)}`;
}

/**
 * The small world of a rule set. Its handbook has services, one with a limit and one with a stock, goods with consent from the second quarter
 * on, goods without consent, and an honour.
 */
export function smallWorldOf(ruleSet: RuleSet): SmallWorld {
  requireRuleSet(ruleSet);
  const { from = '0000-01-01', until = '9999-12-31' } = ruleSet.inForce;
  const at = shiftFor(from);
  const days = DAYS.map(at).filter((day) => day >= from && day <= until);
  const communityId = 'c1';
  return {
    accounts: ['v1', 'v2'],
    laterAccounts: ['v3'],
    persons: ['clerk', 'head', 'v1', 'member of v2'],
    communityId,
    otherCommunityId: 'c2',
    posts: ['p1', 'p2', 'p3', 'p4'],
    matters: ['m1', 'm2', 'm3', 'm4', 'm5', 'm6'],
    days: days.length > 0 ? days : [from],
    at,
    handbook: {
      communityId,
      version: '1',
      published: at('2023-01-01'),
      filed: at('2023-01-05'),
      rewards: [
        {
          rewardId: 'haircut',
          kind: 'service',
          title: text('理发', 'Haircut'),
          price: 1,
          limit: { quantity: 3, per: 'year' },
        },
        { rewardId: 'repair', kind: 'service', title: text('家电维修', 'Repair'), price: 2, stock: 1 },
        {
          rewardId: 'soap',
          kind: 'goods',
          title: text('洗衣液', 'Washing liquid'),
          price: 2,
          consent: at('2023-04-01'),
        },
        { rewardId: 'oil', kind: 'goods', title: text('食用油', 'Cooking oil'), price: 3 },
        { rewardId: 'thanks', kind: 'honour', title: text('感谢信', 'Letter of thanks'), price: 0 },
      ],
    },
  };
}

/** The first office that may enter a command, one that acts as wanted if there is one, with the persons there if the rules require them. */
export function officeFor(
  ruleSet: RuleSet,
  command: CommandType,
  communityId: string,
  acts?: OfficeRule['acts'],
  item?: string,
): By {
  const { self, approval } = ruleSet.authority;
  const persons = {
    ...(self === 'refused' || approval === 'two-person' ? { recorder: 'clerk' } : {}),
    ...(approval === 'two-person' ? { approvedBy: 'head' } : {}),
  };
  const [rule] = Object.values(ruleSet.roles).flatMap((role) => own(role.items, item ?? '') ?? []);
  const wanted = { communityId, persons, item: rule, ...(acts === undefined ? {} : { acts }) };
  return enteredBy(ruleSet, command, wanted) ?? { office: 'nobody', communityId, ...persons };
}

/** The items of a role with a kind of entry. */
export function itemsOf(role: RoleRule, entry: 'claim' | 'activity'): string[] {
  return Object.entries(role.items)
    .filter(([, item]) => item.entry === entry)
    .map(([id]) => id);
}
