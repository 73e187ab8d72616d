import { deriveRuleSet } from '../../src/define.js';
import type { Handbook, Programme, RuleSet } from '../../src/index.js';
import { renfa2022, xinyangVillage } from '../../src/rule-sets.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import type { Floor } from '../../src/rules/rule-set.js';
import { text } from '../../src/values/text.js';
import { CASES } from '../docs/refusal-cases.js';
import { under } from '../support/arbitraries.js';
import { asking } from '../support/asking.js';
import { entitling } from '../support/authority.js';
import { entriesOf } from '../support/entries.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  CENTRE,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  redeem,
  reportIn,
  SUBDISTRICT,
} from '../support/history.js';
import { perVisit, visitsAPeriod } from '../support/redeeming.js';

/** A command, what came before it, and the rules it is put to where they are not the first scheme's with the tests' handbook. */
export type DecisionCase = {
  readonly given?: readonly unknown[];
  readonly command: unknown;
  readonly ruleSet?: RuleSet;
  /** The rules of what came before, where they were others. */
  readonly givenUnder?: RuleSet;
  readonly handbook?: Handbook | 'none';
  readonly programme?: Programme;
};

const { filed: _, ...UNFILED } = HANDBOOK;
const FILED_LATE: Handbook = { ...HANDBOOK, filed: '2022-02-01' };
const OPENED = [open('resident', '2023-01-10')];
const RICH = [...OPENED, ...hardMatters(10, '2023-01-20')];
const NAMED = { office: 'community', communityId: 'linan', recorder: 'w1', approvedBy: 'w2' } as const;
const OWN = { ...NAMED, recorder: 'v1' } as const;
const OWN_APPROVED = { ...NAMED, approvedBy: 'v1' } as const;
const SAME = { ...NAMED, approvedBy: 'w1' } as const;
const TWO_PERSONS = under(['approval', 'two-person']);
const NOT_ONESELF = under(['self-issue', 'refused']);
const BOTH_PERSONS = under(['approval', 'two-person'], ['self-issue', 'refused']);
const CAPPED = deriveRuleSet(renfa2022, {
  id: 'capped',
  redemption: { limits: { ...perVisit('lines', 2), ...perVisit('rewards', 3) } },
});
const YEARLY_OTHERS = deriveRuleSet(renfa2022, {
  id: 'once-a-year',
  roles: { resident: { limits: { 'other-a-year': entriesOf('other', 'year') } } },
});
const by = (of: object) => ({ by: of });
const { resident } = renfa2022.roles;
/** Items scored in each way, and a limit that counts entries. */
const MEASURED = {
  ...renfa2022,
  authority: entitling({ ReportIn: ['community', 'subdistrict'] }),
  roles: {
    ...renfa2022.roles,
    resident: {
      ...resident,
      items: {
        ...resident.items,
        fixed: {
          entry: 'activity',
          clause: '9.1',
          title: text('固定', 'Fixed'),
          scoring: { by: 'fixed', points: 3 },
        },
        hours: {
          entry: 'activity',
          clause: '9.2',
          title: text('服务时长', 'Hours'),
          scoring: { by: 'quantity', unit: 'hour', unitTitle: text('小时', 'hours'), each: 2, points: 1 },
        },
      },
      limits: {
        ...resident.limits,
        few: {
          clause: '9.3',
          title: text('每年一件', 'one a year'),
          items: ['fixed'],
          counts: 'entries',
          maximum: 1,
          per: 'year',
          beyond: 'trim',
        },
      },
    },
  },
} as unknown as RuleSet;
const { difficulty: __, ...UNMEASURED } = credit('fixed', 'a').data;
const unmeasured = (of: object) => ({ type: 'CreditActivity', data: { ...UNMEASURED, ...of } });
const ONLY_UNTIL: RuleSet = { ...renfa2022, readings: {}, inForce: { clause: '1', until: '2022-12-31' } };
const limitOf = (id: string, of: object) => ({
  roles: {
    resident: {
      limits: {
        [id]: {
          clause: '9',
          title: text('上限', 'limit'),
          items: ['activity', 'bad', 'hours'],
          per: 'year',
          beyond: 'trim',
          ...of,
        },
      },
    },
  },
});
const BAD = {
  entry: 'activity',
  clause: '9.4',
  title: text('扣分', 'Deduction'),
  scoring: { by: 'fixed', points: -1 },
};
/** With deductions, and open questions of limits and of a floor that the rules do not have. */
const ASKED = {
  ...(mergePatch(MEASURED as never, { roles: { resident: { items: { bad: BAD } } } }) as object),
  readings: {
    'few-points': asking(limitOf('points', { counts: 'points', maximum: 2 })),
    'few-entries': asking(limitOf('entries', { counts: 'entries', maximum: 1 })),
    'two-entries': asking(limitOf('pairs', { counts: 'entries', maximum: 2 })),
    floor: asking({ entries: { floor: 'stop-at-zero' } }),
  },
} as unknown as RuleSet;
const ONE = [...OPENED, credit('activity', 'a', '2023-02-01')];

/** The parts that redemptions and corrections rest on, each of which a question of its own could change. */
const { redemption } = renfa2022;
const APART = {
  ...renfa2022,
  authority: entitling({ CorrectScore: ['subdistrict', 'community'] }),
  redemption: {
    ...redemption,
    limits: { ...redemption.limits, ...perVisit('lines', 2), ...perVisit('rewards', 3) },
  },
  readings: {
    period: asking({ redemption: { period: { window: 'year' } } }),
    'carry-over': asking({ redemption: { carryOver: { lapse: { months: 6 } } } }),
    deducts: asking({ roles: { resident: { account: { deducts: false } } } }),
    lines: asking({ redemption: { limits: { lines: { maximum: 1 } } } }),
    rewards: asking({ redemption: { limits: { rewards: { maximum: 1 } } } }),
    kinds: asking({ redemption: { consent: { kinds: [] } } }),
    basis: asking({ redemption: { consent: { basis: 'each' } } }),
    late: asking({ filing: { late: 'refuse' } }),
    'correction-floor': asking({ correction: { floor: 'none' } }),
    'correction-counts': asking({ correction: { counts: 'other' } }),
    'correction-room': asking({ correction: { freesRoom: true } }),
    'correction-office': asking({ authority: { offices: { CorrectScore: ['subdistrict'] } } }),
    self: asking({ authority: { self: 'refused' } }),
    approval: asking({ authority: { approval: 'two-person' } }),
    order: asking({ entries: { order: 'never-back' } }),
  },
} as unknown as RuleSet;
const redeeming = (period: object, visits = 1) =>
  ({
    ...renfa2022,
    redemption: { ...redemption, limits: visitsAPeriod(visits), period },
    readings: {},
  }) as unknown as RuleSet;
const correctedDownTo = (floor: Floor): RuleSet => ({
  ...renfa2022,
  correction: { ...renfa2022.correction, floor },
});
const ROLLING = redeeming({ kind: 'rolling', months: 6 });
const TWICE = redeeming({ kind: 'calendar', window: 'half-year' }, 2);
const visit = (id: string, on: string) => redeem(id, on, { haircut: 1 });
const OLD = [open('resident', '2022-06-01'), ...hardMatters(10, '2022-06-20')];
const LIMITED: Handbook = {
  ...HANDBOOK,
  rewards: HANDBOOK.rewards.map((reward) =>
    reward.rewardId === 'haircut' ? { ...reward, limit: { quantity: 2, per: 'year' } } : reward,
  ),
};
const PRICELESS: Handbook = {
  ...HANDBOOK,
  rewards: ['one', 'other'].map((rewardId) => ({
    rewardId,
    kind: 'service',
    title: text(rewardId, rewardId),
    price: 2 ** 52,
  })),
};

/** What is accepted, in all its forms, and what is refused with more or with less to say. */
const MORE: { readonly [what: string]: DecisionCase } = {
  'an opening': { command: open('resident') },
  'an opening of a party member': { command: open('community-party-member', '2022-06-01') },
  'an opening before the rules were issued': { command: open('in-service-party-member', '2022-04-26') },
  'an opening on the day of issue': { command: open('resident', '2022-04-27') },
  'an opening under rules with a day of entry': {
    command: open('resident', '2022-04-27'),
    ruleSet: under(['entry-into-force', 'date-of-issue']),
  },
  'an opening that is no report-in': {
    command: open('resident'),
    ruleSet: under(['registration-year', 'opening-apart']),
  },
  'an opening with a member and a colour': {
    command: open('resident', '2023-01-10', { memberId: 'm7', colour: 'blue' }),
  },
  'an opening with persons': { command: open('resident', '2023-01-10', by(NAMED)) },
  'an opening of one’s own': { command: open('resident', '2023-01-10', by(OWN)) },
  'an opening of one’s own, by another name': {
    command: open('resident', '2023-01-10', { memberId: 'w1', by: NAMED }),
  },
  'an opening sent again': { given: OPENED, command: open('resident', '2023-01-10') },
  'an opening sent again for another day': { given: OPENED, command: open('resident', '2023-01-11') },
  'an opening for another account': {
    given: OPENED,
    command: open('resident', '2023-01-10', { accountId: 'v2' }),
  },
  'an opening for another account, in a role that there is not': {
    given: OPENED,
    command: open('nobody' as 'resident', '2023-01-10', { accountId: 'v2' }),
  },
  'an opening under no mark': { command: open('resident'), ruleSet: under(['hundred-mark', 'no-mark']) },
  'an opening with feedback to nobody': {
    command: open('resident'),
    ruleSet: under(['resident-feedback', 'none'], ['feedback-cut-off', 'december-november']),
  },

  'a report-in': { given: OPENED, command: reportIn('2024-02-01') },
  'a late report-in': {
    given: [...OPENED, credit('affairs', 'a', '2024-06-01')],
    command: reportIn('2024-02-01'),
  },
  'a report-in sent again': { given: [...OPENED, reportIn('2024-02-01')], command: reportIn('2024-02-01') },
  'a report-in twelve months on': {
    given: OPENED,
    command: reportIn('2024-01-10'),
    ruleSet: under(['registration-year', 'twelve-months']),
  },
  'a report-in within twelve months': {
    given: OPENED,
    command: reportIn('2024-01-09'),
    ruleSet: under(['registration-year', 'twelve-months']),
  },
  'a report-in before one that keeps it away': {
    given: [...OPENED, reportIn('2024-06-01')],
    command: reportIn('2024-01-20'),
    ruleSet: under(['registration-year', 'twelve-months']),
  },
  'a report-in in the year before one that begins with a report-in': {
    given: [...OPENED, reportIn('2024-01-01')],
    command: reportIn('2023-12-31'),
    ruleSet: under(['registration-year', 'opening-apart']),
  },
  'a report-in in the year of an opening apart': {
    given: OPENED,
    command: reportIn('2023-02-01'),
    ruleSet: under(['registration-year', 'opening-apart']),
  },

  'a report-in sent again by another office': {
    given: [...OPENED, reportIn('2024-02-01')],
    command: reportIn('2024-02-01', { by: SUBDISTRICT }),
    ruleSet: MEASURED,
  },
  'a report-in in a year that has one, as the next has': {
    given: [...OPENED, reportIn('2024-02-01'), reportIn('2025-02-01')],
    command: reportIn('2024-03-01'),
  },
  'a second report-in in the last year of all': {
    given: [open('resident', '9999-01-10')],
    command: reportIn('9999-05-01'),
  },

  'a claim': { given: OPENED, command: claim('门岗') },
  'a hard claim of a project with a catalogue entry': {
    given: OPENED,
    command: claim('p', '2023-02-01', { kind: 'project', difficulty: 'hard', catalogue: 'convenience' }),
  },
  'a claim sent again': { given: [...OPENED, claim('门岗')], command: claim('门岗') },
  'a claim of the same post on another day': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2023-02-02'),
  },
  'a claim of the same post as another kind': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2023-02-01', { kind: 'project' }),
  },
  'a claim of the same post next year, claims counted by the year': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2024-02-01'),
    ruleSet: under(['claim-cap-window', 'calendar-year']),
  },
  'a claim of the same post in the same year, claims counted by the year': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2023-12-31'),
    ruleSet: under(['claim-cap-window', 'calendar-year']),
  },
  'a claim of the same post where that scores again': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2023-02-02'),
    ruleSet: under(['claim-again', 'scores']),
  },
  'a claim that the limit cuts': {
    given: [...OPENED, claim('a', '2023-02-01', { difficulty: 'hard' })],
    command: claim('b', '2023-02-02', { difficulty: 'hard' }),
  },
  'a claim past the limit, after claims in no order': {
    given: [...OPENED, claim('a', '2023-02-05'), claim('b', '2023-02-05'), claim('c', '2023-02-01')],
    command: claim('d', '2023-02-06'),
  },
  'a claim of the same post under a ceiling': {
    given: [...OPENED, claim('门岗')],
    command: claim('门岗', '2023-02-02'),
    ruleSet: under(['hundred-mark', 'ceiling']),
  },
  'a claim that the limit leaves nothing of': {
    given: [...OPENED, claim('a', '2023-02-01', { difficulty: 'hard' }), claim('b', '2023-02-02')],
    command: claim('c', '2023-02-03'),
  },
  'a claim that the limit leaves nothing of, and that is refused then': {
    given: [...OPENED, claim('a', '2023-02-01', { difficulty: 'hard' }), claim('b', '2023-02-02')],
    command: claim('c', '2023-02-03'),
    ruleSet: under(['claim-cap-overflow', 'refused-at-zero']),
  },
  'a claim that would pass the limit, cut where only nothing is refused': {
    given: [...OPENED, claim('a', '2023-02-01', { difficulty: 'hard' })],
    command: claim('b', '2023-02-02', { difficulty: 'hard' }),
    ruleSet: under(['claim-cap-overflow', 'refused-at-zero']),
  },
  'a claim that would pass the limit, refused': {
    given: [...OPENED, claim('a', '2023-02-01', { difficulty: 'hard' })],
    command: claim('b', '2023-02-02', { difficulty: 'hard' }),
    ruleSet: under(['claim-cap-overflow', 'refused'], ['claim-cap-window', 'half-year']),
  },
  'a claim in the half after one that was full': {
    given: [
      ...OPENED,
      claim('a', '2023-02-01', { difficulty: 'hard' }),
      claim('b', '2023-06-30'),
      claim('c', '2023-07-01', { difficulty: 'hard' }),
    ],
    command: claim('d', '2023-07-02', { difficulty: 'hard' }),
    ruleSet: under(['claim-cap-window', 'half-year']),
  },
  'a claim dated back into a half that was full': {
    given: [
      ...OPENED,
      claim('a', '2023-02-01', { difficulty: 'hard' }),
      claim('b', '2023-06-15'),
      claim('c', '2023-07-05', { difficulty: 'hard' }),
    ],
    command: claim('d', '2023-06-01', { difficulty: 'hard' }),
    ruleSet: under(['claim-cap-window', 'half-year']),
  },
  'a claim past the limit, after one that was taken back': {
    given: [
      ...OPENED,
      claim('a', '2023-02-01', { difficulty: 'hard' }),
      correct('c0', -2, '2023-02-02', { corrects: 'a' }),
      claim('b', '2023-02-03', { difficulty: 'hard' }),
      claim('c', '2023-02-04'),
    ],
    command: claim('d', '2023-02-05'),
    ruleSet: under(['correction-year', 'frees-room']),
  },
  'a hard claim that nobody has': {
    given: [open('community-party-member')],
    command: claim('a', '2023-02-01', { difficulty: 'hard' }),
  },

  'an activity': { given: OPENED, command: credit('activity', '植树') },
  'a hard activity in a post, with a note and a catalogue entry': {
    given: [...OPENED, claim('门岗')],
    command: credit('activity', '植树', '2023-03-01', {
      difficulty: 'hard',
      postId: '门岗',
      note: '很好',
      catalogue: 'convenience',
      clause: '2.3.3.3',
    }),
  },
  'an activity in a post that is claimed later': {
    given: [...OPENED, claim('门岗')],
    command: credit('activity', '植树', '2023-01-31', { postId: '门岗' }),
    ruleSet: under(['service-needs-claim', 'claimed']),
  },
  'an activity in a post that has to be claimed by then': {
    given: [...OPENED, claim('门岗')],
    command: credit('activity', '植树', '2023-01-31', { postId: '门岗' }),
    ruleSet: under(['service-needs-claim', 'claimed-by-that-day']),
  },
  'an activity in a post that was claimed by then': {
    given: [...OPENED, claim('门岗')],
    command: credit('activity', '植树', '2023-02-01', { postId: '门岗' }),
    ruleSet: under(['service-needs-claim', 'claimed-by-that-day']),
  },
  'an activity in a post that nobody has to claim': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', { postId: '门岗' }),
    ruleSet: under(['service-needs-claim', 'not-needed']),
  },
  'an activity, where service is another matter': {
    given: [...OPENED, claim('门岗'), credit('activity', '植树', '2023-03-01', { postId: '门岗' })],
    command: credit('activity', '植树'),
    ruleSet: under(['activity-service-and-attendance', 'two-matters']),
  },
  'service, where attendance is another matter': {
    given: [...OPENED, claim('门岗'), credit('activity', '植树')],
    command: credit('activity', '植树', '2023-03-01', { postId: '门岗' }),
    ruleSet: under(['activity-service-and-attendance', 'two-matters']),
  },
  'an activity sent again': {
    given: [...OPENED, credit('activity', '植树')],
    command: credit('activity', '植树'),
  },
  'an activity sent again, harder': {
    given: [...OPENED, credit('activity', '植树')],
    command: credit('activity', '植树', '2023-03-01', { difficulty: 'hard' }),
  },
  'an activity near the ceiling': {
    given: [...OPENED, ...hardMatters(49, '2023-01-20')],
    command: credit('affairs', '植树', '2023-03-01', { difficulty: 'hard' }),
    ruleSet: under(['hundred-mark', 'ceiling']),
  },
  'an activity that a ceiling would have cut': {
    given: [...OPENED, ...hardMatters(50, '2023-01-20')],
    command: credit('affairs', '植树', '2023-03-01', { difficulty: 'hard' }),
  },
  'an activity that limits in question would leave alone': {
    given: OPENED,
    command: credit('activity', 'b'),
    ruleSet: ASKED,
  },
  'an activity that one limit in question would take, another not': {
    given: ONE,
    command: credit('activity', 'b'),
    ruleSet: ASKED,
  },
  'an activity that each limit in question would take from': {
    given: ONE,
    command: credit('activity', 'b', '2023-03-01', { difficulty: 'hard' }),
    ruleSet: ASKED,
  },
  'an activity after two that scored nothing, each an entry all the same': {
    given: [
      ...OPENED,
      unmeasured({ item: 'hours', matterId: 'a', quantity: 1 }),
      unmeasured({ item: 'hours', matterId: 'b', quantity: 1 }),
    ],
    command: credit('activity', 'c'),
    ruleSet: ASKED,
  },
  'an activity that scores nothing, from which nothing can be taken': {
    given: ONE,
    command: unmeasured({ item: 'hours', matterId: 'b', quantity: 1 }),
    ruleSet: ASKED,
  },
  'an activity in another window of the limits in question': {
    given: [...ONE, credit('activity', 'c', '2023-02-02')],
    command: credit('activity', 'b', '2024-03-01', { difficulty: 'hard' }),
    ruleSet: ASKED,
  },
  'a deduction, which no limit would take from, and a floor in question': {
    given: [...ONE, credit('activity', 'c', '2023-02-02'), credit('activity', 'd', '2023-02-03')],
    command: unmeasured({ item: 'bad', matterId: 'b' }),
    ruleSet: ASKED,
  },
  'an activity by persons who are named': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by(NAMED)),
  },
  'an activity of one’s own': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by(OWN)),
  },
  'an activity approved by oneself': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by(OWN_APPROVED)),
  },
  'an activity recorded and approved by one person': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by(SAME)),
  },
  'an activity recorded and approved by oneself': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by({ ...SAME, recorder: 'v1', approvedBy: 'v1' })),
  },
  'an activity approved by somebody, recorded by nobody': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by({ ...CENTRE, approvedBy: 'w2' })),
  },
  'an activity approved by oneself, recorded by nobody': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by({ ...CENTRE, approvedBy: 'v1' })),
  },
  'an activity recorded by somebody': {
    given: OPENED,
    command: credit('activity', '植树', '2023-03-01', by({ ...CENTRE, recorder: 'w1' })),
  },
  'an activity by two persons, as asked': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(NAMED)),
    ruleSet: BOTH_PERSONS,
  },
  'an activity approved by oneself, where two persons are asked for and may be oneself': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(OWN_APPROVED)),
    ruleSet: TWO_PERSONS,
  },
  'an activity recorded by oneself, where two persons are asked for': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(OWN)),
    ruleSet: TWO_PERSONS,
  },
  'an activity recorded and approved by one other, where it may only not be oneself': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(SAME)),
    ruleSet: NOT_ONESELF,
  },
  'an activity approved by oneself, where one may not enter one’s own': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(OWN_APPROVED)),
    ruleSet: NOT_ONESELF,
  },
  'an activity approved by oneself, where both are asked for': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树', '2023-03-01', by(OWN_APPROVED)),
    ruleSet: BOTH_PERSONS,
  },
  'an activity by nobody, where both are asked for': {
    given: [open('resident', '2023-01-10', by(NAMED))],
    command: credit('activity', '植树'),
    ruleSet: BOTH_PERSONS,
  },
  'another matter once a year': {
    given: [...OPENED, credit('other', 'a', '2023-02-01')],
    command: credit('other', 'b', '2024-02-01'),
    ruleSet: YEARLY_OTHERS,
  },
  'another matter twice a year': {
    given: [...OPENED, credit('other', 'a', '2023-02-01')],
    command: credit('other', 'b', '2023-12-31'),
    ruleSet: YEARLY_OTHERS,
  },

  'an activity of a role that the rules do not have': {
    given: OPENED,
    givenUnder: renfa2022,
    command: credit('affairs', 'a'),
    ruleSet: xinyangVillage,
  },
  'an activity after the rules were in force': {
    given: OPENED,
    givenUnder: renfa2022,
    command: credit('affairs', 'a'),
    ruleSet: ONLY_UNTIL,
  },
  'an activity up to just what a ceiling would have let pass': {
    given: [...OPENED, ...hardMatters(49, '2023-01-20')],
    command: credit('affairs', 'a'),
  },
  'an activity just past what a ceiling would have let pass': {
    given: [...OPENED, ...hardMatters(49, '2023-01-20')],
    command: credit('affairs', 'a', '2023-03-01', { difficulty: 'hard' }),
  },
  'an activity in the year after one that a ceiling would have cut': {
    given: [...OPENED, ...hardMatters(51, '2023-01-20')],
    command: credit('affairs', 'a', '2024-03-01'),
  },
  'an activity of a fixed score': {
    given: OPENED,
    command: unmeasured({ item: 'fixed' }),
    ruleSet: MEASURED,
  },
  'an activity past a limit of entries': {
    given: [...OPENED, unmeasured({ item: 'fixed' })],
    command: unmeasured({ item: 'fixed', matterId: 'b' }),
    ruleSet: MEASURED,
  },
  'an activity of a fixed score with a difficulty': {
    given: OPENED,
    command: credit('fixed', 'a'),
    ruleSet: MEASURED,
  },
  'an activity of a fixed score with a quantity': {
    given: OPENED,
    command: unmeasured({ item: 'fixed', quantity: 2 }),
    ruleSet: MEASURED,
  },
  'an activity by the hour': {
    given: OPENED,
    command: unmeasured({ item: 'hours', quantity: 5 }),
    ruleSet: MEASURED,
  },
  'an activity by the hour without any': {
    given: OPENED,
    command: unmeasured({ item: 'hours' }),
    ruleSet: MEASURED,
  },
  'an activity by the hour with a difficulty': {
    given: OPENED,
    command: credit('hours', 'a', '2023-03-01', { quantity: 2 }),
    ruleSet: MEASURED,
  },
  'an activity of a difficulty without any': {
    given: OPENED,
    command: unmeasured({ item: 'affairs' }),
  },
  'an activity of a difficulty with a quantity': {
    given: OPENED,
    command: credit('affairs', 'a', '2023-03-01', { quantity: 2 }),
  },

  'a redemption': { given: RICH, command: redeem('r1', '2023-03-01', { haircut: 1 }) },
  'a redemption of two of one': { given: RICH, command: redeem('r1', '2023-03-01', { haircut: 2 }) },
  'a redemption of two, one of them of goods': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1, rice: 1 }),
  },
  'a redemption of goods': { given: RICH, command: redeem('r1', '2023-03-01', { rice: 1 }) },
  'a redemption sent again': {
    given: [...RICH, redeem('r1', '2023-03-01', { rice: 1 })],
    command: redeem('r1', '2023-03-01', { rice: 1 }),
  },
  'a redemption sent again for more': {
    given: [...RICH, redeem('r1', '2023-03-01', { rice: 1 })],
    command: redeem('r1', '2023-03-01', { rice: 2 }),
  },
  'a redemption sent again for another day': {
    given: [...RICH, redeem('r1', '2023-03-01', { rice: 1 })],
    command: redeem('r1', '2023-03-02', { rice: 1 }),
  },
  'a second redemption in the half': {
    given: [...RICH, redeem('r1', '2023-03-01', { rice: 1 })],
    command: redeem('r2', '2023-06-30', { rice: 1 }),
  },
  'a redemption in the next half': {
    given: [...RICH, redeem('r1', '2023-06-30', { rice: 1 })],
    command: redeem('r2', '2023-07-01', { rice: 1 }),
  },
  'a redemption of one reward, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    ruleSet: APART,
  },
  'a redemption of two of a reward, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 2 }),
    ruleSet: APART,
  },
  'a redemption with a consent, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    ruleSet: APART,
  },
  'a redemption with a consent for one of two, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1, haircut: 1 }),
    ruleSet: APART,
  },
  'a redemption from an overdue handbook, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    ruleSet: APART,
    handbook: UNFILED,
  },
  'a redemption of too many lines, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1, repair: 1, rice: 1 }),
    ruleSet: APART,
  },
  'a redemption of too many rewards, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 4 }),
    ruleSet: APART,
  },
  'a redemption of what the balance does not cover, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { piano: 1 }),
    ruleSet: APART,
  },
  'a redemption by persons, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }, by(NAMED)),
    ruleSet: APART,
  },
  'a redemption of one’s own, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }, by(OWN)),
    ruleSet: APART,
  },
  'a redemption approved by oneself, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }, by(OWN_APPROVED)),
    ruleSet: APART,
  },
  'a redemption recorded and approved by one person, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }, by(SAME)),
    ruleSet: APART,
  },
  'a redemption approved by somebody, recorded by nobody, where each part is in question': {
    given: RICH,
    command: redeem(
      'r1',
      '2023-03-01',
      { haircut: 1 },
      by({ office: 'community', communityId: 'linan', approvedBy: 'v1' }),
    ),
    ruleSet: APART,
  },
  'a redemption entered late, where each part is in question': {
    given: RICH,
    command: redeem('r1', '2023-01-15', { haircut: 1 }),
    ruleSet: APART,
  },
  'a correction of no matter, where each part is in question': {
    given: ONE,
    command: correct('c1', -1),
    ruleSet: APART,
  },
  'a correction of a matter, where each part is in question': {
    given: ONE,
    command: correct('c1', -1, '2023-04-01', { corrects: 'a' }),
    ruleSet: APART,
  },
  'a correction by the community, where each part is in question': {
    given: ONE,
    command: correct('c1', -1, '2023-04-01', { corrects: 'a', by: CENTRE }),
    ruleSet: APART,
  },
  'a visit before one that a rolling period does not reach': {
    given: [...OLD, visit('r1', '2023-06-01')],
    command: visit('r2', '2022-11-01'),
    ruleSet: ROLLING,
  },
  'a visit before one that a rolling period reaches': {
    given: [...OLD, visit('r1', '2023-06-01')],
    command: visit('r2', '2022-12-02'),
    ruleSet: ROLLING,
  },
  'a visit just a rolling period before another': {
    given: [...OLD, visit('r1', '2023-06-01')],
    command: visit('r2', '2022-12-01'),
    ruleSet: ROLLING,
  },
  'a visit between two, each of which a rolling period reaches': {
    given: [...OLD, visit('r1', '2023-01-10'), visit('r2', '2023-07-20')],
    command: visit('r3', '2023-04-01'),
    ruleSet: ROLLING,
  },
  'a visit in the last rolling period of all': {
    given: [...OLD, visit('r1', '9999-08-01')],
    command: visit('r2', '9999-09-01'),
    ruleSet: ROLLING,
  },
  'the second of two visits in a period': {
    given: [...OLD, visit('r1', '2023-01-10')],
    command: visit('r2', '2023-01-11'),
    ruleSet: TWICE,
  },
  'the third of two visits in a period, before one with a single visit': {
    given: [...OLD, visit('r1', '2023-01-10'), visit('r2', '2023-01-11'), visit('r3', '2023-07-01')],
    command: visit('r4', '2023-02-01'),
    ruleSet: TWICE,
  },
  'the third of two visits in a period, before one that is full too': {
    given: [
      ...OLD,
      visit('r1', '2023-01-10'),
      visit('r2', '2023-01-11'),
      visit('r3', '2023-07-01'),
      visit('r4', '2023-07-02'),
    ],
    command: visit('r5', '2023-02-01'),
    ruleSet: TWICE,
  },
  'a reward with a limit, beside others that were taken': {
    given: [...OLD, redeem('r1', '2023-01-10', { haircut: 1, repair: 2 })],
    command: visit('r2', '2023-07-01'),
    handbook: LIMITED,
  },
  'a reward of which the limit is reached, beside others that were taken': {
    given: [...OLD, redeem('r1', '2023-01-10', { haircut: 2, repair: 1 })],
    command: visit('r2', '2023-07-01'),
    handbook: LIMITED,
  },
  'rewards of which the prices cannot be added up': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { one: 1, other: 1 }),
    handbook: PRICELESS,
  },
  'a correction down to what was redeemed, where the assessment may not fall below 0': {
    given: [...ONE, visit('r1', '2023-03-01')],
    command: correct('c1', -2),
    ruleSet: correctedDownTo('refuse-assessment'),
  },
  'a correction past what was earned, where the assessment may not fall below 0': {
    given: [...ONE, visit('r1', '2023-03-01')],
    command: correct('c1', -3),
    ruleSet: correctedDownTo('refuse-assessment'),
  },
  'a correction past what was redeemed, where the balance may not fall below 0': {
    given: [...ONE, visit('r1', '2023-03-01')],
    command: correct('c1', -2),
    ruleSet: correctedDownTo('refuse-balance'),
  },
  'a redemption by an account that is not reduced': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    ruleSet: under(['blue-deduction', 'red-only']),
  },
  'a redemption from an overdue handbook': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    handbook: UNFILED,
  },
  'a redemption from a handbook filed late': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    handbook: FILED_LATE,
  },
  'a redemption before a handbook has to be filed': {
    given: [open('resident', '2022-01-02'), ...hardMatters(3, '2022-01-02')],
    command: redeem('r1', '2022-01-03', { haircut: 1 }),
  },
  'a redemption from an overdue handbook, refused': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    handbook: UNFILED,
    ruleSet: under(['late-filing', 'refused']),
  },
  'a redemption from a handbook filed late, where overdue ones are refused': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { rice: 1 }),
    handbook: FILED_LATE,
    ruleSet: under(['late-filing', 'refused']),
  },
  'a redemption on the day of publication': {
    given: [open('resident', '2021-12-01'), ...hardMatters(3, '2021-12-01')],
    command: redeem('r1', '2022-01-01', { haircut: 1 }),
  },
  'a redemption of goods consented to later': {
    given: RICH,
    command: redeem('r1', '2023-06-30', { umbrella: 1 }),
  },
  'a redemption of goods on the day of consent': {
    given: RICH,
    command: redeem('r1', '2023-07-01', { umbrella: 1 }),
  },
  'a redemption of goods without a consent': { given: RICH, command: redeem('r1', '2023-03-01', { oil: 1 }) },
  'a redemption of goods under a standing consent': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { oil: 1 }),
    handbook: { ...HANDBOOK, standingConsent: '2022-02-02' },
    ruleSet: under(['goods-consent', 'standing']),
  },
  'a redemption of a service where these need a consent': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    ruleSet: under(['goods-consent', 'services-too']),
  },
  'a redemption for all there is': {
    given: [...OPENED, ...hardMatters(1, '2023-01-20')],
    command: redeem('r1', '2023-03-01', { rice: 1 }),
  },
  'a redemption for more than there is': {
    given: [...OPENED, ...hardMatters(1, '2023-01-20')],
    command: redeem('r1', '2023-03-01', { rice: 1, haircut: 1 }),
  },
  'a redemption where points have lapsed': {
    given: RICH,
    command: redeem('r1', '2024-03-01', { haircut: 1 }),
    ruleSet: under(['carry-over', 'year-end']),
  },
  'a redemption past the stock, in two lines': {
    given: RICH,
    command: {
      type: 'RedeemPoints',
      data: {
        ...redeem('r1', '2023-03-01', {}).data,
        lines: [
          { rewardId: 'tea', quantity: 2 },
          { rewardId: 'tea', quantity: 1 },
        ],
      },
    },
  },
  'a redemption of a reward used up for the year': {
    given: [...RICH, redeem('r1', '2023-03-01', { checkup: 1 })],
    command: redeem('r2', '2023-07-01', { checkup: 1 }),
  },
  'a redemption of a reward in another year': {
    given: [...RICH, redeem('r1', '2023-03-01', { checkup: 1 })],
    command: redeem('r2', '2024-01-01', { checkup: 1 }),
  },
  'a redemption of as many lines as may be': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1, rice: 1 }),
    ruleSet: CAPPED,
  },
  'a redemption of too many lines': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1, rice: 1, tea: 1 }),
    ruleSet: CAPPED,
  },
  'a redemption of as many rewards as may be': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 2, rice: 1 }),
    ruleSet: CAPPED,
  },
  'a redemption of too many rewards': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 3, rice: 1 }),
    ruleSet: CAPPED,
  },
  'a redemption of one reward where only one may be': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 1 }),
    ruleSet: under(['redemption-per-period', 'one-reward']),
  },
  'a redemption of two rewards where only one may be': {
    given: RICH,
    command: redeem('r1', '2023-03-01', { haircut: 2 }),
    ruleSet: under(['redemption-per-period', 'one-reward']),
  },
  'a redemption six months on': {
    given: [...RICH, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: redeem('r2', '2023-09-01', { haircut: 1 }),
    ruleSet: under(['redemption-period', 'six-months-since']),
  },
  'a redemption within six months': {
    given: [...RICH, redeem('r1', '2023-03-01', { haircut: 1 })],
    command: redeem('r2', '2023-08-31', { haircut: 1 }),
    ruleSet: under(['redemption-period', 'six-months-since']),
  },
  'a redemption in the six months before another': {
    given: [...RICH, redeem('r1', '2023-09-01', { haircut: 1 })],
    command: redeem('r2', '2023-05-01', { haircut: 1 }),
    ruleSet: under(['redemption-period', 'six-months-since']),
  },

  'a correction': { given: RICH, command: correct('c1', -1) },
  'a correction upwards': { given: RICH, command: correct('c1', 2) },
  'a correction sent again': { given: [...RICH, correct('c1', -1)], command: correct('c1', -1) },
  'a correction sent again with other points': {
    given: [...RICH, correct('c1', -1)],
    command: correct('c1', -2),
  },
  'a correction of a matter': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: 'work of 2023-01-20 3' }),
  },
  'a correction of a matter of an item': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: 'work of 2023-01-20 3', item: 'affairs' }),
  },
  'a correction of a matter under another item': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: 'work of 2023-01-20 3', item: 'other' }),
  },
  'a correction of a matter under an item that there is not': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: 'work of 2023-01-20 3', item: 'constructor' }),
  },
  'a correction of an item without a matter': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { item: 'affairs' }),
  },
  'a correction of a claim': {
    given: [...RICH, claim('门岗')],
    command: correct('c1', -1, '2023-04-01', { corrects: '门岗' }),
  },
  'a correction of the later of two claims': {
    given: [...RICH, claim('门岗'), claim('门岗', '2023-02-02', { difficulty: 'hard' })],
    command: correct('c1', -1, '2023-04-01', { corrects: '门岗', item: 'claim' }),
    ruleSet: under(['claim-again', 'scores']),
  },
  'a correction of the opening': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: '2023-01-10' }),
  },
  'a correction of a report-in': {
    given: [...RICH, reportIn('2024-01-08')],
    command: correct('c1', -1, '2024-04-01', { corrects: '2024-01-08', item: 'registration' }),
  },
  'a correction of another day than the opening’s': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { corrects: '2023-01-11', item: 'registration' }),
  },
  'a correction of a matter called like the day of the opening': {
    given: [...RICH, credit('affairs', '2023-01-10', '2023-01-21')],
    command: correct('c1', -1, '2023-04-01', { corrects: '2023-01-10', item: 'affairs' }),
  },
  'a correction of an attendance': {
    given: [...RICH, credit('activity', '植树')],
    command: correct('c1', -1, '2023-04-01', { corrects: '植树' }),
    ruleSet: under(['activity-service-and-attendance', 'two-matters']),
  },
  'a correction of a service': {
    given: [...RICH, claim('门岗'), credit('activity', '植树', '2023-03-02', { postId: '门岗' })],
    command: correct('c1', -1, '2023-04-01', { corrects: '植树' }),
    ruleSet: under(['activity-service-and-attendance', 'two-matters']),
  },
  'a correction of an attendance that was a service too': {
    given: [
      ...RICH,
      claim('门岗'),
      credit('activity', '植树', '2023-03-02', { postId: '门岗' }),
      credit('activity', '植树', '2023-03-03'),
    ],
    command: correct('c1', -1, '2023-04-01', { corrects: '植树' }),
    ruleSet: under(['activity-service-and-attendance', 'two-matters']),
  },
  'a correction of a matter of two items': {
    given: [...RICH, credit('activity', '植树'), credit('other', '植树')],
    command: correct('c1', -1, '2023-04-01', { corrects: '植树' }),
    ruleSet: under(['one-matter-one-item', 'each-item']),
  },
  'a correction in the matter’s year': {
    given: RICH,
    command: correct('c1', -1, '2024-04-01', { corrects: 'work of 2023-01-20 3' }),
    ruleSet: under(['correction-year', 'matter-year']),
  },
  'a correction of nothing named, in the matter’s year': {
    given: RICH,
    command: correct('c1', -1, '2024-04-01'),
    ruleSet: under(['correction-year', 'matter-year-frees-room']),
  },
  'a correction that frees room': {
    given: [...RICH, claim('门岗', '2023-02-01', { difficulty: 'hard' })],
    command: correct('c1', -1, '2024-04-01', { corrects: '门岗' }),
    ruleSet: under(['correction-year', 'frees-room']),
  },
  'a correction upwards, which frees no room': {
    given: [...RICH, claim('门岗')],
    command: correct('c1', 1, '2024-04-01', { corrects: '门岗' }),
    ruleSet: under(['correction-year', 'frees-room']),
  },
  'a correction of a matter that stops at zero': {
    given: [...OPENED, claim('门岗')],
    command: correct('c1', -5, '2023-04-01', { corrects: '门岗' }),
    ruleSet: under(
      ['correction-floor', 'stop-at-zero'],
      ['correction-year', 'frees-room'],
      ['correction-bound', 'none'],
    ),
  },
  'a correction for which zero leaves nothing': {
    given: [open('resident'), correct('c0', -1, '2023-02-01')],
    command: correct('c1', -1),
    ruleSet: under(['correction-floor', 'stop-at-zero']),
  },
  'a correction below a score of zero': {
    given: OPENED,
    command: correct('c1', -2),
    ruleSet: under(['correction-floor', 'refuse-below-zero-score']),
  },
  'a correction upwards of a score below zero': {
    given: [...OPENED, correct('c0', -9, '2023-02-01')],
    givenUnder: renfa2022,
    command: correct('c1', 2),
    ruleSet: under(['correction-floor', 'refuse-below-zero-score']),
  },
  'a correction to a score of zero': {
    given: OPENED,
    command: correct('c1', -1),
    ruleSet: under(['correction-floor', 'refuse-below-zero-score']),
  },
  'a correction below a balance of zero': {
    given: [...RICH, redeem('r1', '2023-03-01', { rice: 1 })],
    command: correct('c1', -19),
    ruleSet: under(['correction-floor', 'refuse-below-zero-balance']),
  },
  'a correction by a community': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { by: CENTRE, corrects: 'work of 2023-01-20 3' }),
    ruleSet: under(['correction-office', 'community-too']),
  },
  'a correction by the Party affairs office, where communities may too': {
    given: RICH,
    command: correct('c1', -1),
    ruleSet: under(['correction-office', 'community-too']),
  },
  'a correction by a community that names no matter': {
    given: RICH,
    command: correct('c1', -1, '2023-04-01', { by: CENTRE }),
    ruleSet: under(['correction-office', 'community-too']),
  },
  'a correction dated back': {
    given: [...RICH, credit('affairs', 'a', '2023-06-01')],
    command: correct('c1', -1, '2023-04-01'),
  },
  'a correction dated back where that may not be': {
    given: [...RICH, credit('affairs', 'a', '2023-06-01')],
    command: correct('c1', -1, '2023-05-31'),
    ruleSet: under(['late-entry', 'never-back']),
  },
};

/** The least that leads to each refusal, and all the others. */
export const DECISIONS: { readonly [what: string]: DecisionCase } = { ...CASES, ...MORE };
