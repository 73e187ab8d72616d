import { text } from '../values/text.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  giving,
  openingItem,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a member of the district's time bank earns points by. */
export type DistrictTimeBankItems = { member: 'opening' | 'service' };

/** The rule set of the district, with its items as literal types. The facts leave nothing open that the rules have to say. */
export type DistrictTimeBank = ExampleRules<DistrictTimeBankItems, never, Record<never, never>>;

/**
 * The time bank of a district in China, an example written from public facts about the scheme and not from its full text. Its clauses:
 * 1, a member has 5 points to start with; 2, a service given is 1 point; 3, a service received takes 1, anywhere in the district; 4,
 * points may be turned over to family. A service received is redeemed: each community's handbook has services at the price of 1 point.
 * Who is of a family the district knows, and the rules do not.
 *
 * @example
 * ```ts
 * import { districtTimeBank } from 'points-bank/rule-sets'
 *
 * console.log(districtTimeBank.roles.member.opening.points) // → 5
 * console.log(districtTimeBank.redemption.at) // → any-community
 * ```
 */
export const districtTimeBank: DistrictTimeBank = /* #__PURE__ */ example<DistrictTimeBank>(() => ({
  ...unsaidParts(),
  ...giving('4', text('积分转给家人', 'turning points over to family')),
  id: 'district-time-bank',
  version: '1',
  title: text('城区时间银行积分（示例）', "Points of a district's time bank (an example)"),
  roles: {
    member: {
      ...unsaidRoleParts(),
      clause: '1',
      title: text('会员', 'member'),
      opening: { clause: '1', form: text('登记表', 'registration form'), item: 'opening', points: 5 },
      items: {
        opening: { ...openingItem('1'), scoring: { by: 'fixed', points: 5 } },
        service: {
          clause: '2',
          title: text('提供服务', 'Service given'),
          entry: 'activity',
          scoring: { by: 'fixed', points: 1 },
        },
      },
    },
  },
  redemption: { ...anyRedemption('3'), title: text('接受服务', 'service received'), at: 'any-community' },
  readings: {},
}));
