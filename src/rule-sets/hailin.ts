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

/** What a volunteer of 海林 earns points by. */
export type HailinItems = { volunteer: 'opening' | 'service' | 'referral' };

/** What the facts on 海林 leave open. */
export type HailinReadings = {
  readonly 'part-hours': 'whole-hours' | 'nearest' | 'started';
  readonly quarter: 'calendar-quarter' | 'three-months-since';
};

/** The rule set of 海林, with its items and readings as literal types. */
export type Hailin = ExampleRules<HailinItems, never, HailinReadings>;

/**
 * The volunteer points of 海林, an example written from public facts about the scheme and not from its full text. Its clauses:
 * 1, an hour of service is a point, of one activity two hours at most; 2, a volunteer referred is 2 points; 3, one redemption a
 * quarter; 4, hours are kept apart from points, and stay when these are spent (see `quantities`).
 *
 * @example
 * ```ts
 * import { hailin } from 'points-bank/rule-sets'
 *
 * console.log(hailin.roles.volunteer.items.referral.scoring.points) // → 2
 * ```
 */
export const hailin: Hailin = /* #__PURE__ */ example<Hailin>(() => ({
  ...unsaidParts(),
  id: 'hailin',
  version: '1',
  title: text('海林志愿者积分（示例）', 'Volunteer points of Hailin (an example)'),
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
          scoring: { ...pointAnHour(), maximum: 2 },
        },
        referral: {
          clause: '2',
          title: text('推荐志愿者注册', 'Referral of a volunteer'),
          entry: 'activity',
          scoring: { by: 'fixed', points: 2 },
        },
      },
    },
  },
  redemption: {
    ...anyRedemption('3'),
    period: { kind: 'calendar', window: 'quarter' },
    limits: {
      visits: {
        clause: '3',
        title: text('每季度兑换一次', 'one redemption each quarter'),
        counts: 'visits',
        per: 'period',
        maximum: 1,
      },
    },
  },
  readings: {
    'part-hours': {
      clause: '1',
      question: text('不足一小时的部分如何计分？', 'What does a part of an hour score?'),
      chosen: 'whole-hours',
      default: 'whole-hours',
      answers: {
        'whole-hours': {
          title: text('不计，满一小时才计', 'nothing: whole hours score'),
          patch: rounding('down'),
        },
        nearest: {
          title: text('满半小时计一小时', 'half an hour scores as one'),
          patch: rounding('nearest'),
        },
        started: { title: text('不足一小时按一小时计', 'an hour begun scores'), patch: rounding('up') },
      },
    },
    quarter: {
      clause: '3',
      question: text('“每季度兑换一次”如何计？', "How is 'once a quarter' counted?"),
      chosen: 'calendar-quarter',
      default: 'calendar-quarter',
      answers: {
        'calendar-quarter': {
          title: text('每自然季度一次', 'once in each quarter of the calendar'),
          patch: { redemption: { period: { kind: 'calendar', window: 'quarter', months: null } } },
        },
        'three-months-since': {
          title: text('距上次满三个月', 'three months since the last'),
          patch: { redemption: { period: { kind: 'rolling', months: 3, window: null } } },
        },
      },
    },
  },
}));

function rounding(how: 'down' | 'nearest' | 'up') {
  return { roles: { volunteer: { items: { service: { scoring: { rounding: how } } } } } };
}
