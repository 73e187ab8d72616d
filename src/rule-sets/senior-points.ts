import { text } from '../values/text.js';
import {
  anyRedemption,
  atMost,
  type ExampleRules,
  example,
  openingItem,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a senior volunteer earns points by. */
export type SeniorPointsItems = { volunteer: 'opening' | 'activity' };

/** The rule set of the senior volunteers, with its items as literal types. The facts leave nothing open that the rules have to say. */
export type SeniorPoints = ExampleRules<
  SeniorPointsItems,
  never,
  Record<never, never>,
  { volunteer: 'day' | 'year' }
>;

/**
 * The points of senior volunteers in a large city in Japan, an example written from public facts about the scheme and not from its full
 * text. Its clauses: 1, an activity of 30 minutes or more is 200 points; 2, at most 200 a day; 3, at most 8,000 a calendar year; 4, points
 * are cashed, one for a yen, by those who hold 1,000 or more; 5, they are good until the end of the year after.
 *
 * @example
 * ```ts
 * import { seniorPoints } from 'points-bank/rule-sets'
 *
 * console.log(seniorPoints.roles.volunteer.items.activity.scoring.bands) // → [ { from: 30, points: 200 } ]
 * console.log(seniorPoints.redemption.requires.held.minimum) // → 1000
 * ```
 */
export const seniorPoints: SeniorPoints = /* #__PURE__ */ example<SeniorPoints>(() => ({
  ...unsaidParts(),
  id: 'senior-points',
  version: '1',
  title: text('老年志愿者积分（示例）', 'Points of senior volunteers (an example)'),
  roles: {
    volunteer: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('老年志愿者', 'senior volunteer'),
      items: {
        opening: openingItem(),
        activity: {
          clause: '1',
          title: text('志愿活动', 'Voluntary activity'),
          entry: 'activity',
          scoring: {
            by: 'bands',
            unit: 'minute',
            unitTitle: text('分钟', 'minutes'),
            bands: [{ from: 30, points: 200 }],
          },
        },
      },
      limits: {
        day: atMost(200, 'day', '2', text('每日 200 分', '200 points a day')),
        year: atMost(8000, 'year', '3', text('每年 8000 分', '8,000 points a year')),
      },
    },
  },
  redemption: {
    ...anyRedemption('4'),
    requires: {
      held: {
        clause: '4',
        title: text('积分满 1000 分', '1,000 points held'),
        counts: 'balance',
        minimum: 1000,
        per: 'life',
      },
    },
    carryOver: { clause: '5', lapse: { window: 'year', periods: 1 } },
  },
  readings: {},
}));
