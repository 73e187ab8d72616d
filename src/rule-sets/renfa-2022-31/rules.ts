import type { ClosingReason, ClosingRule, RuleSetOf } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import { text } from '../../values/text.js';
import { CATALOGUE } from './catalogue.js';
import { NUMBERING } from './numbering.js';
import { READINGS, type Renfa2022Readings } from './readings.js';
import { type Renfa2022Items, type Renfa2022Limits, ROLES } from './roles.js';

/** The first scheme's rule set, with its roles, items, difficulties and readings as literal types. */
export type Renfa2022 = Omit<
  RuleSetOf<Renfa2022Items, 'base' | 'hard', Renfa2022Readings, Renfa2022Limits, Renfa2022Offices>,
  'closing'
> & {
  readonly closing: Omit<ClosingRule, 'reasons'> & {
    readonly reasons: { readonly [Reason in Renfa2022Closing]: ClosingReason };
  };
};

/** The reasons for which the first scheme's accounts are closed. */
export type Renfa2022Closing = 'left' | 'died' | 'role-changed' | 'moved' | 'merged' | 'opened-in-error';

/** The first scheme's offices: a community's points centre and its Party organisation, and the subdistrict's Party affairs office. */
export type Renfa2022Offices = {
  readonly community: 'own-community';
  readonly 'party-organisation': 'own-community';
  readonly subdistrict: 'everywhere';
};

const POINTS_CENTRE: readonly string[] = ['community'];

/** The Party organisation issues and verifies points, which the points centre records. */
const CENTRE_AND_ORGANISATION: readonly string[] = ['community', 'party-organisation'];

/**
 * The first scheme, 任发〔2022〕31号 of 27 April 2022: one points centre in each community, a red account for party members and
 * a blue one for residents. Every part cites its clause; every open question is a reading with its literal answer as the default.
 *
 * @example
 * ```ts
 * import { createBank } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(createBank(renfa2022).ruleSet.title.en) // → Volunteer points of Renwei Subdistrict: one centre, two accounts (trial plan)
 * ```
 */
export const renfa2022: Renfa2022 = /* #__PURE__ */ deepFreeze<Renfa2022>({
  format: 1,
  id: 'renfa-2022-31',
  version: '2022-04-27',
  locales: ['zh-CN', 'en'],
  title: text(
    '任圩街道“一中心、两账户”志愿者积分管理办法实施方案（试行）',
    'Volunteer points of Renwei Subdistrict: one centre, two accounts (trial plan)',
  ),
  source: {
    document: '任发〔2022〕31号',
    issuedOn: '2022-04-27',
    issuer: text('中共任圩街道工作委员会', 'Party Working Committee of Renwei Subdistrict'),
    numbering: NUMBERING,
  },
  clauses: { roles: '1', accounts: '2.2', entries: '2.3', catalogue: 'A' },
  inForce: { clause: '1' },
  interpretation: { clause: '5', by: text('街道党群办', "the subdistrict's Party affairs office") },
  difficulties: { base: text('一般', 'ordinary'), hard: text('难度较大', 'hard') },
  roles: ROLES,
  offices: {
    community: { clause: '1', title: text('社区积分管理中心', 'points centre'), acts: 'own-community' },
    'party-organisation': {
      clause: '2.3',
      title: text('社区党组织', 'community Party organisation'),
      acts: 'own-community',
    },
    subdistrict: { clause: '3', title: text('街道党群办', 'Party affairs office'), acts: 'everywhere' },
  },
  authority: {
    clause: '2.3',
    offices: {
      OpenAccount: POINTS_CENTRE,
      ReportIn: CENTRE_AND_ORGANISATION,
      ClaimPost: CENTRE_AND_ORGANISATION,
      ReleasePost: POINTS_CENTRE,
      CreditActivity: CENTRE_AND_ORGANISATION,
      RedeemPoints: POINTS_CENTRE,
      CorrectScore: ['subdistrict'],
      ReverseEntry: ['community', 'subdistrict'],
      CloseAccount: POINTS_CENTRE,
    },
    self: 'allowed',
    approval: 'one-person',
  },
  entries: { clause: '3', matters: 'under-one-item', order: 'any' },
  redemption: {
    clause: '4.2',
    title: text('积分兑换', 'redemption of points'),
    period: { kind: 'calendar', window: 'half-year' },
    limits: {
      visits: {
        clause: '4.2',
        title: text('每期兑换一次', 'one redemption each period'),
        counts: 'visits',
        per: 'period',
        maximum: 1,
      },
    },
    consent: { clause: '4.2', kinds: ['goods'], basis: 'each-reward' },
    handbook: { clause: '4.2', months: 12 },
    covered: 'on-its-day',
    carryOver: { clause: '4.2' },
  },
  correction: {
    clause: '3',
    title: text('积分更正', 'correction of the score'),
    floor: 'none',
    counts: 'own-date',
    bound: 'matter',
    freesRoom: false,
  },
  reversal: {
    clause: '2.3',
    title: text('登记差错撤销', 'undoing of slips'),
    untilFeedback: ['community'],
  },
  closing: {
    clause: '2.2',
    title: text('账户注销与接续', 'closing and continuing of accounts'),
    reasons: {
      left: { title: text('退出', 'left'), holdings: 'forfeited' },
      died: { title: text('去世', 'died'), holdings: 'forfeited' },
      'role-changed': { title: text('类别变更', 'change of role'), holdings: 'handed-on' },
      moved: { title: text('转往其他社区', 'moved to another community'), holdings: 'handed-on' },
      merged: { title: text('账户合并', 'merged with another account'), holdings: 'handed-on' },
      'opened-in-error': { title: text('误开账户', 'opened in error'), holdings: 'forfeited' },
    },
  },
  assessment: { clause: '3', title: text('百分制', 'mark out of one hundred'), mark: { outOf: 100 } },
  filing: {
    clause: '5',
    title: text('兑换办法备案', 'filing of redemption measures'),
    withinDays: 7,
    late: 'warn',
  },
  feedback: {
    clause: '4.1',
    title: text('年度反馈', "feedback of the year's account"),
    due: '11-30',
    yearStarts: '01-01',
  },
  uses: {
    'party-building-assessment': {
      clause: '2.3.4',
      title: text('党建责任制考核', 'assessment of party-building responsibility'),
      roles: ['community-party-member', 'in-service-party-member'],
    },
    awards: { clause: '2.3.4', title: text('创先争优评选', 'awards for excellence') },
    promotion: {
      clause: '2.3.4',
      title: text('党员领导干部提拔重用', 'promotion of party cadres'),
      roles: ['in-service-party-member'],
    },
    services: { clause: '2.3.4', title: text('党群服务中心服务项目', 'services of the service centre') },
    community: { clause: '2.3.4', title: text('社区自主设置的兑换事项', 'what a community adds') },
  },
  catalogue: CATALOGUE,
  recognition: {},
  ineligibility: {},
  bounds: {
    clause: '3',
    looser: 'refused',
    held: {
      'single-matter': {
        kind: 'points-per-entry',
        clause: '2.3',
        title: text('单项不超过 2 分', 'at most 2 points for one matter'),
        maximum: 2,
      },
      claims: {
        kind: 'limit',
        clause: '2.3.1.2',
        title: text('认领累计不超过 3 分', 'claims up to 3 points in all'),
        limit: 'claims',
      },
      'one-redemption': {
        kind: 'redemption',
        clause: '4.2',
        title: text('半年兑换一次', 'one redemption in a half-year'),
      },
    },
  },
  readings: READINGS,
});
