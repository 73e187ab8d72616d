import type { Lapse } from '../rules/rule-set.js';
import { text } from '../values/text.js';
import {
  anyRedemption,
  atMost,
  type ExampleRules,
  example,
  openingItem,
  pointAnHour,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a care-support volunteer earns points by. */
export type CareSupportItems = { volunteer: 'opening' | 'care' };

/** What the facts on the care-support volunteers leave open. */
export type CareSupportReadings = { readonly 'left-over': 'kept' | 'lapses' };

/** The rule set of the care-support volunteers, with its items and readings as literal types. */
export type CareSupport = ExampleRules<
  CareSupportItems,
  never,
  CareSupportReadings,
  { volunteer: 'day' | 'year' }
>;

/**
 * The stamps of care-support volunteers in a city in Japan, an example written from public facts about the scheme and not from its full
 * text. Its clauses: 1, an hour is a stamp; 2, at most 2 stamps a day, however many places; 3, at most 50 a fiscal year, which starts on
 * 1 April; 4, stamps are paid out in the fiscal year after, from 1 July on. They are paid out in tens: the handbook has one reward, at
 * the price of 10 points. A stamp is a point here.
 *
 * @example
 * ```ts
 * import { careSupport } from 'points-bank/rule-sets'
 *
 * const { day, year } = careSupport.roles.volunteer.limits
 * console.log(day.maximum, year.maximum, careSupport.calendar.yearStarts) // → 2 50 04-01
 * console.log(careSupport.redemption.spendableWait) // → { last: 3, of: 'months' }
 * ```
 */
export const careSupport: CareSupport = /* #__PURE__ */ example<CareSupport>(() => ({
  ...unsaidParts(),
  id: 'care-support',
  version: '1',
  title: text('照护支援志愿者积分（示例）', 'Points of care-support volunteers (an example)'),
  calendar: { yearStarts: '04-01' },
  roles: {
    volunteer: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('志愿者', 'volunteer'),
      items: {
        opening: openingItem(),
        care: {
          clause: '1',
          title: text('照护支援服务', 'Care support'),
          entry: 'activity',
          scoring: pointAnHour(),
        },
      },
      limits: {
        day: atMost(2, 'day', '2', text('每日 2 分', '2 points a day')),
        year: atMost(50, 'year', '3', text('每财政年度 50 分', '50 points a fiscal year')),
      },
    },
  },
  redemption: {
    ...anyRedemption('4'),
    spendableAfter: 'year',
    spendableWait: { last: 3, of: 'months' },
  },
  readings: {
    'left-over': {
      clause: '4',
      question: text(
        '不足十分而未兑付的积分，下一年度可否再用？',
        'May points that were too few to be paid out be used in the year after?',
      ),
      chosen: 'kept',
      default: 'kept',
      answers: {
        kept: { title: text('可以，继续累计', 'yes, they stay'), patch: goodThrough(null) },
        lapses: {
          title: text(
            '不可以，兑付年度终了即失效',
            'no, they lapse at the end of the year they are paid out in',
          ),
          patch: goodThrough({ window: 'year', periods: 1 }),
        },
      },
    },
  },
}));

function goodThrough(lapse: Lapse | null) {
  return { redemption: { carryOver: { lapse } } };
}
