import type { Lapse } from '../rules/rule-set.js';
import { text } from '../values/text.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  openingItem,
  pointAnHour,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a volunteer of 黄山 earns points by. */
export type HuangshanItems = { volunteer: 'opening' | 'service' };

/** What the facts on 黄山 leave open. */
export type HuangshanReadings = { readonly 'three-years': 'months' | 'calendar-years' | 'year-included' };

/** The rule set of 黄山, with its items and readings as literal types. */
export type Huangshan = ExampleRules<HuangshanItems, never, HuangshanReadings>;

/**
 * The volunteer points of 黄山, an example written from public facts about the scheme and not from its full text. Its clauses:
 * 1, points lapse after 3 years; 2, hours are kept, whatever becomes of the points; 3, nothing is returned: there is no way back
 * from a redemption, and a correction is no return. What an hour scores the facts do not say: 1 point here.
 *
 * @example
 * ```ts
 * import { withReading } from 'points-bank'
 * import { huangshan } from 'points-bank/rule-sets'
 *
 * console.log(huangshan.redemption.carryOver.lapse) // → { window: 'month', periods: 36 }
 * const byYear = withReading(huangshan, 'three-years', 'calendar-years')
 * console.log(byYear.redemption.carryOver.lapse) // → { window: 'year', periods: 3 }
 * ```
 */
export const huangshan: Huangshan = /* #__PURE__ */ example<Huangshan>(() => ({
  ...unsaidParts(),
  id: 'huangshan',
  version: '1',
  title: text('黄山志愿者积分（示例）', 'Volunteer points of Huangshan (an example)'),
  roles: {
    volunteer: {
      ...unsaidRoleParts(),
      clause: '2',
      title: text('志愿者', 'volunteer'),
      items: {
        opening: openingItem(),
        service: {
          clause: '2',
          title: text('志愿服务', 'Voluntary service'),
          entry: 'activity',
          scoring: pointAnHour(),
        },
      },
    },
  },
  redemption: {
    ...anyRedemption('3'),
    title: text('积分兑换（兑换后不退还）', 'redemption of points, without return'),
    carryOver: { clause: '1', lapse: { window: 'month', periods: 36 } },
  },
  readings: {
    'three-years': {
      clause: '1',
      question: text('“三年”自何时起、至何时止？', 'From when to when are the three years counted?'),
      chosen: 'months',
      default: 'months',
      answers: {
        months: {
          title: text('自所得之月起满三十六个月，至该月月末', 'to the end of the month three years on'),
          patch: lapse({ window: 'month', periods: 36 }),
        },
        'calendar-years': {
          title: text(
            '至所得之年后第三年年末',
            'to the end of the third year after the one they were earned in',
          ),
          patch: lapse({ window: 'year', periods: 3 }),
        },
        'year-included': {
          title: text('所得之年计为第一年', 'the year they were earned in is the first of the three'),
          patch: lapse({ window: 'year', periods: 2 }),
        },
      },
    },
  },
}));

function lapse({ window, periods }: Lapse) {
  return { redemption: { carryOver: { lapse: { window, periods } } } };
}
