import type { Floor, Lapse } from '../rules/rule-set.js';
import { text } from '../values/text.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  openingItem,
  pointsAsStated,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a household of 新洋村 earns points by, and what costs it points. */
export type XinyangVillageItems = { household: 'base' | 'addition' | 'deduction' };

/** What the facts on 新洋村 leave open. */
export type XinyangVillageReadings = {
  readonly 'base-again': 'once' | 'yearly' | 'anew';
  readonly floor: 'none' | 'stop-at-zero' | 'refused';
};

/** The rule set of 新洋村, with its items and readings as literal types. */
export type XinyangVillage = ExampleRules<XinyangVillageItems, never, XinyangVillageReadings>;

/**
 * The household points of 新洋村, an example written from public facts about the scheme and not from its full text. Its clauses:
 * 1, a household has one account; 2, it starts from a base of 50 points; 3, additions; 4, deductions. What a matter adds or takes the
 * facts do not say, so that each entry states its points (as a quantity).
 *
 * @example
 * ```ts
 * import { createBank, evolve, initialAccount } from 'points-bank'
 * import { xinyangVillage } from 'points-bank/rule-sets'
 *
 * const { decide, evolve: next } = createBank(xinyangVillage).decider
 * const by = { office: 'community', communityId: 'xinyang' } as const
 * let household = decide(
 *   { type: 'OpenAccount', data: { accountId: 'h1', role: 'household', communityId: 'xinyang', on: '2024-01-02', formComplete: true, by } },
 *   initialAccount,
 * ).reduce(next, initialAccount)
 * household = decide(
 *   { type: 'CreditActivity', data: { accountId: 'h1', item: 'deduction', matterId: 'litter', quantity: 3, on: '2024-02-01', by } },
 *   household,
 * ).reduce(next, household)
 * console.log(household.earned) // → 47
 * ```
 */
export const xinyangVillage: XinyangVillage = /* #__PURE__ */ example<XinyangVillage>(() => ({
  ...unsaidParts(),
  id: 'xinyang-village',
  version: '1',
  title: text('新洋村家庭积分（示例）', 'Household points of Xinyang Village (an example)'),
  roles: {
    household: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('家庭', 'household'),
      account: { clause: '1', colour: 'plain', title: text('家庭账户', 'household account'), deducts: true },
      opening: { clause: '2', form: text('家庭登记表', 'household form'), item: 'base', points: 50 },
      items: {
        base: {
          ...openingItem('2'),
          title: text('基础分', 'Base points'),
          scoring: { by: 'fixed', points: 50 },
        },
        addition: {
          clause: '3',
          title: text('加分事项', 'Addition'),
          entry: 'activity',
          scoring: pointsAsStated(1),
        },
        deduction: {
          clause: '4',
          title: text('扣分事项', 'Deduction'),
          entry: 'activity',
          scoring: pointsAsStated(-1),
        },
      },
    },
  },
  redemption: anyRedemption('0'),
  readings: {
    'base-again': {
      clause: '2',
      question: text('基础分只计一次，还是每年重计？', 'Is the base given once, or every year?'),
      chosen: 'once',
      default: 'once',
      answers: {
        once: { title: text('开户时一次', 'once, at the opening'), patch: base('life', []) },
        yearly: {
          title: text('每年一次，结余保留', 'every year, and what is left over stays'),
          patch: base('year', ['community']),
        },
        anew: {
          title: text('每年重新起算，结余失效', 'every year anew: what is left over lapses'),
          patch: base('year', ['community'], { window: 'year', periods: 0 }),
        },
      },
    },
    floor: {
      clause: '4',
      question: text('扣分可否扣至 0 以下？', 'May deductions take the balance below 0?'),
      chosen: 'none',
      default: 'none',
      answers: {
        none: { title: text('可以', 'yes'), patch: floor(null, 'none') },
        'stop-at-zero': {
          title: text('扣至 0 为止', 'no, they stop at 0'),
          patch: floor('stop-at-zero', 'stop-at-zero'),
        },
        refused: {
          title: text('不足则不扣', 'no, what would is refused'),
          patch: floor('refuse-balance', 'refuse-balance'),
        },
      },
    },
  },
}));

function base(per: 'life' | 'year', offices: readonly string[], lapse: Lapse | null = null) {
  return {
    roles: { household: { items: { base: { once: { per } } } } },
    authority: { offices: { ReportIn: offices } },
    redemption: { carryOver: { lapse } },
  };
}

function floor(ofEntries: Floor | null, ofCorrections: Floor) {
  return { entries: { floor: ofEntries }, correction: { floor: ofCorrections } };
}
