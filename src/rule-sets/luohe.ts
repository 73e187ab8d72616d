import { text } from '../values/text.js';
import type { WindowKind } from '../values/window.js';
import {
  anyRedemption,
  type ExampleRules,
  example,
  openingItem,
  unsaidParts,
  unsaidRoleParts,
} from './example-parts.js';

/** What a volunteer of 漯河 earns points by. */
export type LuoheItems = { volunteer: 'opening' | 'service' };

/** What the facts on 漯河 leave open. */
export type LuoheReadings = { readonly 'counted-over': 'life' | 'calendar-year' };

/** The rule set of 漯河, with its items and readings as literal types. */
export type Luohe = ExampleRules<LuoheItems, never, LuoheReadings>;

/**
 * The volunteer points of 漯河, an example written from public facts about the scheme and not from its full text. Its clauses:
 * 1, recognition at 50 and at 100 points; 2, publication each quarter; 3, grounds on which nobody is recognised. What a matter scores
 * the facts do not say: 1 point here.
 *
 * @example
 * ```ts
 * import { luohe } from 'points-bank/rule-sets'
 *
 * console.log(Object.values(luohe.recognition).map(({ points }) => points)) // → [ 50, 100 ]
 * console.log(luohe.ineligibility['under-investigation'].title.en) // → under investigation
 * ```
 */
export const luohe: Luohe = /* #__PURE__ */ example<Luohe>(() => ({
  ...unsaidParts(),
  id: 'luohe',
  version: '1',
  title: text('漯河志愿服务积分（示例）', 'Volunteer points of Luohe (an example)'),
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
          scoring: { by: 'fixed', points: 1 },
        },
      },
    },
  },
  redemption: anyRedemption('1'),
  recognition: {
    silver: { clause: '1', title: text('银卡', 'silver card'), points: 50, per: 'life' },
    gold: { clause: '1', title: text('金卡', 'gold card'), points: 100, per: 'life' },
  },
  ineligibility: {
    offence: { clause: '3', title: text('当年违法违纪并被通报', 'reprimanded for an offence that year') },
    'under-investigation': { clause: '3', title: text('正在接受审查', 'under investigation') },
    'dues-unpaid': { clause: '3', title: text('未按时交纳党费', 'party dues not paid in time') },
    unsuitable: { clause: '3', title: text('其他不宜参与的情形', 'unsuitable for another reason') },
  },
  publication: { clause: '2', title: text('积分公示', 'publication of points'), every: 'quarter' },
  readings: {
    'counted-over': {
      clause: '1',
      question: text('50 分、100 分按多长时间累计？', 'Over what time are 50 and 100 points counted?'),
      chosen: 'life',
      default: 'life',
      answers: {
        life: { title: text('累计（未限期间）', 'all: no period is named'), patch: countedOver('life') },
        'calendar-year': { title: text('每自然年', 'each calendar year'), patch: countedOver('year') },
      },
    },
  },
}));

function countedOver(per: WindowKind) {
  return { recognition: { silver: { per }, gold: { per } } };
}
