import { text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  giving,
  openingItem,
  pointAnHour,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a volunteer of the time bank earns points by. */
export type TimeBankItems = { volunteer: 'opening' | 'service' };

/** What the facts on the time bank leave open. */
export type TimeBankReadings = { readonly 'added-up-over': 'life' | 'calendar-year' };

/** The rule set of the time bank, with its items and readings as literal types. */
export type TimeBank = ExampleRules<TimeBankItems, never, TimeBankReadings, { volunteer: 'held' }>;

/**
 * The time bank of a metropolis, an example written from public facts about the scheme and not from its full text. Its clauses: 1, an
 * hour is a point, and hours add up before they become whole points; 2, points are redeemed from 100 hours in all; 3, at most 1,500 are
 * held; 4, they may be given to another account. Those that a gift takes past 1,500 stay: the limit is one on what is earned.
 *
 * @example
 * ```ts
 * import { timeBank } from 'points-bank/rule-sets'
 *
 * console.log(timeBank.roles.volunteer.limits.held.maximum) // → 1500
 * console.log(timeBank.redemption.requires.hours.minimum) // → 100
 * ```
 */
export const timeBank: TimeBank = /* #__PURE__ */ example<TimeBank>(() => ({
  ...unsaidParts(),
  ...giving('4', text('积分转赠', 'giving points to another account')),
  id: 'time-bank',
  version: '1',
  title: text('时间银行积分（示例）', 'Points of a time bank (an example)'),
  roles: {
    volunteer: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('志愿者', 'volunteer'),
      items: {
        opening: openingItem(),
        service: {
          clause: '1',
          title: text('志愿服务', 'Voluntary service'),
          entry: 'activity',
          scoring: { ...pointAnHour(), over: 'life' },
        },
      },
      limits: {
        held: {
          clause: '3',
          title: text('持有积分 1500 分', '1,500 points held'),
          counts: 'balance',
          maximum: 1500,
          per: 'life',
          beyond: 'trim',
        },
      },
    },
  },
  redemption: {
    ...anyRedemption('2'),
    requires: {
      hours: {
        clause: '2',
        title: text('累计服务满 100 小时', '100 hours in all'),
        counts: 'quantity',
        unit: 'hour',
        minimum: 100,
        per: 'life',
      },
    },
  },
  readings: {
    'added-up-over': {
      clause: '1',
      question: text('不足一小时的部分在多长时间内累计？', 'Over what time do parts of hours add up?'),
      chosen: 'life',
      default: 'life',
      answers: {
        life: {
          title: text('一直累计（未限期间）', 'all the time: no period is named'),
          patch: addedUp('life'),
        },
        'calendar-year': { title: text('每自然年累计', 'in each calendar year'), patch: addedUp('year') },
      },
    },
  },
}));

function addedUp(over: WindowKind) {
  return { roles: { volunteer: { items: { service: { scoring: { over } } } } } };
}
