import { text } from '../values/text.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  giving,
  NOT_SAID,
  openingItem,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a member of the riding club earns points by. */
export type RidingClubItems = { member: 'opening' | 'manager' | 'announcer' };

/** The rule set of the riding club, with its items as literal types. The facts leave nothing open that the rules have to say. */
export type RidingClub = ExampleRules<RidingClubItems, never, Record<never, never>>;

/**
 * The points of a riding club's members for duties at its shows, an example written from public facts about the scheme and not from its
 * full text. Its clauses: 1, of several duties at one show only the highest counts; 2, of what is left on 31 December at most 100 points
 * carry over; 3, points may be given within a family. The club's years are its seasons, from November to October; what carries over is
 * counted by the calendar's. Who is of a family the club knows, and the rules do not.
 *
 * @example
 * ```ts
 * import { ridingClub } from 'points-bank/rule-sets'
 *
 * console.log(ridingClub.entries.matters) // → highest
 * console.log(ridingClub.redemption.carryOver.keeps) // → { per: 'calendar-year', atMost: 100 }
 * ```
 */
export const ridingClub: RidingClub = /* #__PURE__ */ example<RidingClub>(() => ({
  ...unsaidParts(),
  ...giving('3', text('家庭成员间转赠', 'giving points within a family')),
  id: 'riding-club',
  version: '1',
  title: text('马术俱乐部积分（示例）', 'Points of a riding club (an example)'),
  calendar: { yearStarts: '11-01' },
  entries: { clause: '1', matters: 'highest', order: 'any' },
  roles: {
    member: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('会员', 'member'),
      items: {
        opening: openingItem(),
        manager: {
          clause: '1',
          title: text('赛事经理', 'Manager of the show'),
          entry: 'activity',
          scoring: { by: 'fixed', points: 10 },
        },
        announcer: {
          clause: '1',
          title: text('赛事播报', 'Announcer'),
          entry: 'activity',
          scoring: { by: 'fixed', points: 5 },
        },
      },
    },
  },
  redemption: {
    ...anyRedemption(NOT_SAID),
    carryOver: { clause: '2', keeps: { per: 'calendar-year', atMost: 100 } },
  },
  readings: {},
}));
