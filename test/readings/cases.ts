/*
 * For every open question of the text a history that comes out otherwise under each of its answers, with what comes out. What is
 * looked at is what became of the commands, unless a case says otherwise.
 */

import { deriveRuleSet, LooserThanBoundError } from '../../src/define.js';
import { type BankEvent, type Decision, deviations, figures, filing, type RuleSet } from '../../src/index.js';
import { annualFeedback, annualFeedbacks } from '../../src/reports.js';
import type { Renfa2022Readings } from '../../src/rule-sets.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  accountOf,
  CENTRE,
  claim,
  correct,
  credit,
  eventOf,
  hardMatters,
  open,
  type Ran,
  type Rules,
  redeem,
  reportIn,
  SUBDISTRICT,
} from '../support/history.js';
import { EDITION_CASES } from './edition-cases.js';
import { LIVING_CASES } from './living-cases.js';

export type Case = {
  readonly commands: readonly unknown[];
  readonly handbook?: Rules['handbook'];
  /** What is looked at; what became of the commands where left out. */
  readonly see?: (ran: Ran, ruleSet: RuleSet) => unknown;
  /** What it is under each answer. */
  readonly answers: { readonly [answer: string]: unknown };
};

const clerk = { ...CENTRE, recorder: 'clerk' };
const hardClaim = (postId: string, on: string) => claim(postId, on, { difficulty: 'hard' });
const { filed: _, ...UNFILED } = HANDBOOK;
const warningsOf = (decision: Decision | undefined) =>
  decision?.accepted ? decision.warnings.map(({ code }) => code) : decision?.refusal.code;
const feedback = (events: readonly BankEvent[], year: number, asOf?: string) =>
  annualFeedback(events, year, asOf === undefined ? {} : { sentOn: asOf });

export const CASES: { readonly [reading in keyof Renfa2022Readings]: readonly Case[] } = {
  ...LIVING_CASES,
  ...EDITION_CASES,
  'claim-cap-window': [
    {
      commands: [
        open('resident', '2023-01-01'),
        hardClaim('gate', '2023-06-30'),
        hardClaim('library', '2023-07-01'),
        claim('kitchen', '2023-12-31'),
        hardClaim('garden', '2024-01-01'),
        claim('gate', '2024-07-01'),
      ],
      answers: {
        life: [1, 2, 1, 0, 0, 'duplicate-claim'],
        'calendar-year': [1, 2, 1, 0, 2, 1],
        'half-year': [1, 2, 2, 1, 2, 1],
      },
    },
  ],
  'claim-cap-overflow': [
    {
      commands: [
        open('in-service-party-member'),
        hardClaim('gate', '2023-02-01'),
        hardClaim('library', '2023-02-02'),
        claim('kitchen', '2023-02-03'),
        claim('garden', '2023-02-04'),
        credit('activity', 'weeding', '2023-03-01', { postId: 'garden' }),
      ],
      answers: {
        trim: [1, 2, 1, 0, 0, 1],
        'refused-at-zero': [1, 2, 1, 'limit-reached', 'limit-reached', 'post-not-claimed'],
        refused: [1, 2, 'limit-reached', 1, 'limit-reached', 'post-not-claimed'],
      },
    },
  ],
  'community-member-hard-claim': [
    {
      commands: [
        open('community-party-member'),
        hardClaim('gate', '2023-02-01'),
        claim('gate', '2023-02-02'),
      ],
      answers: { no: [1, 'unknown-difficulty', 1], yes: [1, 2, 'duplicate-claim'] },
    },
  ],
  'claim-again': [
    {
      commands: [
        open('resident'),
        claim('gate'),
        claim('gate', '2023-02-02'),
        claim('gate', '2024-02-02'),
        claim('gate', '2025-02-02'),
      ],
      answers: {
        refused: [1, 1, 'duplicate-claim', 'duplicate-claim', 'duplicate-claim'],
        // Under the cap of 3 all the same.
        scores: [1, 1, 1, 1, 0],
      },
    },
  ],
  'service-needs-claim': [
    {
      commands: [
        open('resident'),
        credit('activity', 'unclaimed', '2023-03-01', { postId: 'gate' }),
        claim('gate', '2023-03-02'),
        credit('activity', 'before', '2023-03-01', { postId: 'gate' }),
        credit('activity', 'that day', '2023-03-02', { postId: 'gate' }),
      ],
      answers: {
        claimed: [1, 'post-not-claimed', 1, 1, 1],
        'claimed-by-that-day': [1, 'post-not-claimed', 1, 'post-not-claimed', 1],
        'not-needed': [1, 1, 1, 1, 1],
      },
    },
  ],
  'activity-service-and-attendance': [
    {
      commands: [
        open('resident'),
        claim('gate'),
        credit('activity', 'festival', '2023-03-01', { postId: 'gate' }),
        credit('activity', 'festival', '2023-03-01', { difficulty: 'hard' }),
        credit('activity', 'festival', '2023-03-02', { postId: 'gate' }),
      ],
      answers: {
        together: [1, 1, 1, 1, 'duplicate-matter'],
        'one-matter': [1, 1, 1, 'duplicate-matter', 'duplicate-matter'],
        'two-matters': [1, 1, 1, 2, 'duplicate-matter'],
      },
    },
  ],
  'registration-year': [
    {
      commands: [
        open('resident', '2023-05-04'),
        reportIn('2023-06-01'),
        reportIn('2024-01-01'),
        reportIn('2024-05-03'),
        reportIn('2024-05-04'),
        reportIn('2025-05-03'),
      ],
      answers: {
        'calendar-year': [1, 'already-reported-in', 1, 'already-reported-in', 'already-reported-in', 1],
        'opening-apart': [1, 1, 1, 'already-reported-in', 'already-reported-in', 1],
        'twelve-months': [
          1,
          'already-reported-in',
          'already-reported-in',
          'already-reported-in',
          1,
          'already-reported-in',
        ],
      },
    },
  ],
  'hundred-mark': [
    {
      commands: [
        open('resident', '2023-01-01'),
        ...hardMatters(49, '2023-06-30'),
        ...hardMatters(2, '2023-12-31'),
        ...hardMatters(1, '2024-01-01'),
      ],
      see: ({ outcomes, events }) => ({
        last: outcomes.slice(-3),
        mark: feedback(events, 2023, '2023-12-31')?.mark,
      }),
      answers: {
        mark: { last: [2, 2, 2], mark: { points: 100, outOf: 100 } },
        'no-mark': { last: [2, 2, 2], mark: undefined },
        ceiling: { last: [1, 0, 2], mark: { points: 100, outOf: 100 } },
      },
    },
  ],
  'redemption-per-period': [
    {
      commands: [
        open('resident'),
        ...hardMatters(3, '2023-02-01'),
        redeem('two kinds', '2023-03-01', { haircut: 1, repair: 1 }),
        redeem('one', '2023-07-01', { haircut: 1 }),
        redeem('two of a kind', '2024-01-01', { haircut: 2 }),
      ],
      see: ({ outcomes }) => outcomes.slice(-3),
      answers: {
        'one-visit': [-3, -1, -2],
        'one-reward': ['redemption-limit-reached', -1, 'redemption-limit-reached'],
      },
    },
  ],
  'redemption-period': [
    {
      commands: [
        open('resident', '2022-01-01'),
        ...hardMatters(10, '2022-01-02'),
        ...[
          '2023-03-31',
          '2023-04-01',
          '2023-06-30',
          '2023-07-01',
          '2023-09-30',
          '2023-12-31',
          '2024-01-01',
        ].map((on) => redeem(`visit of ${on}`, on, { haircut: 1 })),
      ],
      see: ({ outcomes }) => outcomes.slice(-7).map((became) => (became === -1 ? became : String(became))),
      answers: {
        'calendar-half': [
          -1,
          'already-redeemed',
          'already-redeemed',
          -1,
          'already-redeemed',
          'already-redeemed',
          -1,
        ],
        'six-months-since': [
          -1,
          'already-redeemed',
          'already-redeemed',
          'already-redeemed',
          -1,
          'already-redeemed',
          'already-redeemed',
        ],
        quarter: [-1, -1, 'already-redeemed', -1, 'already-redeemed', -1, -1],
        year: [
          -1,
          'already-redeemed',
          'already-redeemed',
          'already-redeemed',
          'already-redeemed',
          'already-redeemed',
          -1,
        ],
        'opening-days': [
          'not-an-opening-day',
          'not-an-opening-day',
          -1,
          'not-an-opening-day',
          'not-an-opening-day',
          -1,
          'not-an-opening-day',
        ],
      },
    },
    {
      // Six months from the last of August are the last of February.
      commands: [
        open('resident', '2022-01-01'),
        ...hardMatters(10, '2022-01-02'),
        ...['2023-08-31', '2024-02-28', '2024-02-29'].map((on) =>
          redeem(`visit of ${on}`, on, { haircut: 1 }),
        ),
      ],
      see: ({ outcomes }) => outcomes.slice(-3),
      answers: {
        'calendar-half': [-1, -1, 'already-redeemed'],
        'six-months-since': [-1, 'already-redeemed', -1],
        quarter: [-1, -1, 'already-redeemed'],
        year: [-1, -1, 'already-redeemed'],
        'opening-days': ['not-an-opening-day', 'not-an-opening-day', 'not-an-opening-day'],
      },
    },
  ],
  'carry-over': [
    {
      // 3 points of the first half of 2022; 2 are asked for on the last day and on the first day after each limit.
      commands: [
        open('resident', '2022-01-10'),
        ...hardMatters(1, '2022-06-30'),
        redeem('a', '2022-12-31', { haircut: 1 }),
        redeem('b', '2023-01-01', { haircut: 1 }),
        redeem('c', '2023-07-01', { haircut: 1 }),
      ],
      see: ({ outcomes }) => outcomes.slice(-3),
      answers: {
        all: [-1, -1, -1],
        'year-end': [-1, 'insufficient-points', 'insufficient-points'],
        'two-periods': [-1, -1, 'insufficient-points'],
      },
    },
  ],
  'goods-consent': [
    {
      commands: [
        open('resident', '2022-01-10'),
        ...hardMatters(10, '2022-01-10'),
        redeem('none of its own', '2022-02-01', { oil: 1 }),
        redeem('its own', '2022-07-01', { rice: 1 }),
        redeem('later', '2023-06-30', { umbrella: 1 }),
        redeem('service', '2023-07-01', { haircut: 1 }),
      ],
      handbook: { ...HANDBOOK, standingConsent: '2022-02-01' },
      see: ({ outcomes }) => outcomes.slice(-4),
      answers: {
        'each-goods': ['consent-missing', -3, 'consent-missing', -1],
        standing: [-2, -3, -2, -1],
        'services-too': ['consent-missing', -3, 'consent-missing', 'consent-missing'],
      },
    },
    {
      // A standing consent that came later does not do for a day before it.
      commands: [
        open('resident', '2022-01-10'),
        ...hardMatters(10, '2022-01-10'),
        redeem('early', '2022-02-01', { oil: 1 }),
        redeem('late', '2022-07-01', { oil: 1 }),
      ],
      handbook: { ...HANDBOOK, standingConsent: '2022-02-02' },
      see: ({ outcomes }) => outcomes.slice(-2),
      answers: {
        'each-goods': ['consent-missing', 'consent-missing'],
        standing: ['consent-missing', -2],
        'services-too': ['consent-missing', 'consent-missing'],
      },
    },
  ],
  'blue-deduction': [
    {
      commands: [
        open('resident'),
        ...hardMatters(1, '2023-02-01'),
        redeem('a', '2023-03-01', { haircut: 3 }),
        redeem('b', '2023-07-01', { haircut: 3 }),
      ],
      answers: { both: [1, 2, -3, 'insufficient-points'], 'red-only': [1, 2, 0, 0] },
    },
    {
      // The red account is reduced under either.
      commands: [
        open('in-service-party-member'),
        redeem('a', '2023-03-01', { haircut: 1 }),
        redeem('b', '2023-07-01', { haircut: 1 }),
      ],
      answers: { both: [1, -1, 'insufficient-points'], 'red-only': [1, -1, 'insufficient-points'] },
    },
  ],
  'self-issue': [
    {
      commands: [
        open('resident', '2023-01-10', { by: clerk }),
        credit('activity', 'of another', '2023-02-01', { by: clerk }),
        credit('activity', 'of her own', '2023-02-01', { by: { ...CENTRE, recorder: 'v1' } }),
        credit('activity', 'of nobody', '2023-02-01'),
        // A person whose account goes by another name than hers.
        open('resident', '2023-01-10', { accountId: 'v2', memberId: 'clerk', by: clerk }),
        open('resident', '2023-01-10', { accountId: 'v3', memberId: 'v1', by: clerk }),
        credit('activity', 'of her own', '2023-02-01', {
          accountId: 'v3',
          by: { ...CENTRE, recorder: 'v1' },
        }),
        credit('activity', 'not hers', '2023-02-01', { accountId: 'v3', by: { ...CENTRE, recorder: 'v3' } }),
      ],
      answers: {
        allowed: [1, 1, 1, 1, 1, 1, 1, 1],
        refused: [1, 1, 'self-issue', 'recorder-not-named', 'self-issue', 1, 'self-issue', 1],
      },
    },
  ],
  approval: [
    {
      commands: [
        open('resident', '2023-01-10', { by: { ...clerk, approvedBy: 'head' } }),
        credit('activity', 'unapproved', '2023-02-01', { by: clerk }),
        credit('activity', 'approved by herself', '2023-02-01', { by: { ...clerk, approvedBy: 'clerk' } }),
        credit('activity', 'of nobody', '2023-02-01', { by: { ...CENTRE, approvedBy: 'head' } }),
        // The member is a second person too, as far as this question goes.
        credit('activity', 'approved by the member', '2023-02-01', { by: { ...clerk, approvedBy: 'v1' } }),
        correct('by the subdistrict', -1, '2023-03-01', { by: { ...SUBDISTRICT, recorder: 'clerk' } }),
      ],
      answers: {
        'one-person': [1, 1, 1, 1, 1, -1],
        'two-person': [
          1,
          'approval-missing',
          'approval-by-recorder',
          'recorder-not-named',
          1,
          'approval-missing',
        ],
      },
    },
  ],
  'correction-office': [
    {
      commands: [
        open('resident'),
        credit('activity', 'sweeping'),
        correct('by the subdistrict', -1, '2023-04-01'),
        correct('of a matter', -1, '2023-04-01', { by: CENTRE, corrects: 'sweeping' }),
        correct('of none', -1, '2023-04-01', { by: CENTRE }),
        correct('elsewhere', -1, '2023-04-01', {
          by: { office: 'community', communityId: 'beishan' },
          corrects: 'sweeping',
        }),
      ],
      answers: {
        subdistrict: [1, 1, -1, 'office-not-entitled', 'office-not-entitled', 'office-not-entitled'],
        'community-too': [1, 1, -1, -1, 'matter-needed', 'wrong-community'],
      },
    },
  ],
  'correction-floor': [
    {
      // 5 earned, 4 of them spent: score 5, balance 1.
      commands: [
        open('resident'),
        ...hardMatters(2, '2023-02-01'),
        redeem('visit', '2023-03-01', { haircut: 4 }),
        correct('more than the balance', -3, '2023-04-01'),
        correct('more than the score', -6, '2023-04-02'),
        correct('upwards', 2, '2023-04-03'),
        correct('a little', -1, '2023-04-04'),
      ],
      see: ({ outcomes }) => outcomes.slice(-4),
      answers: {
        none: [-3, -6, 2, -1],
        'refuse-below-zero-score': [-3, 'below-zero', 2, -1],
        'refuse-below-zero-balance': ['below-zero', 'below-zero', 2, -1],
        'stop-at-zero': [-1, 'below-zero', 2, -1],
      },
    },
    {
      // Exactly to 0 is not below it: first the balance, which 4 spent points left at 1, then the score.
      commands: [
        open('resident'),
        ...hardMatters(2, '2023-02-01'),
        redeem('visit', '2023-03-01', { haircut: 4 }),
        correct('the balance', -1, '2023-04-01'),
        correct('the score', -4, '2023-04-02'),
      ],
      see: ({ outcomes }) => outcomes.slice(-2),
      answers: {
        none: [-1, -4],
        'refuse-below-zero-score': [-1, -4],
        'refuse-below-zero-balance': [-1, 'below-zero'],
        'stop-at-zero': [-1, 'below-zero'],
      },
    },
  ],
  'correction-year': [
    {
      // The claim of 2023 is taken back in 2024; then another claim comes.
      commands: [
        open('resident', '2023-01-10'),
        hardClaim('gate', '2023-02-01'),
        claim('library', '2023-02-02'),
        correct('slip', -2, '2024-03-01', { corrects: 'gate' }),
        hardClaim('kitchen', '2024-04-01'),
      ],
      see: (ran) => ({
        kitchen: ran.outcomes.at(-1),
        2023: figures(accountOf(ran), { from: '2023-01', to: '2023-12' }).assessment,
        2024: figures(accountOf(ran), { from: '2024-01', to: '2024-12' }).assessment,
      }),
      answers: {
        'own-date': { kitchen: 0, 2023: 4, 2024: -2 },
        'matter-year': { kitchen: 0, 2023: 2, 2024: 0 },
        'frees-room': { kitchen: 2, 2023: 4, 2024: 0 },
        'matter-year-frees-room': { kitchen: 2, 2023: 2, 2024: 2 },
      },
    },
  ],
  'late-entry': [
    {
      commands: [
        open('resident'),
        credit('activity', 'spring', '2023-05-01'),
        credit('activity', 'winter', '2023-02-01'),
        credit('activity', 'same day', '2023-05-01'),
        credit('activity', 'before opening', '2023-01-09'),
      ],
      answers: {
        taken: [1, 1, 1, 1, 'before-opening'],
        'never-back': [1, 1, 'date-goes-back', 1, 'before-opening'],
      },
    },
  ],
  'feedback-cut-off': [
    {
      commands: [
        open('resident', '2022-05-01'),
        credit('activity', 'december before', '2022-12-01'),
        credit('activity', 'november', '2023-11-30'),
        credit('activity', 'december', '2023-12-01'),
      ],
      see: ({ events }) => {
        const { from, to, dueOn, earned, supplement } = feedback(events, 2023) ?? {};
        return { from, to, dueOn, earned, later: supplement?.earned };
      },
      answers: {
        'day-sent': { from: '2023-01-01', to: '2023-12-31', dueOn: '2023-11-30', earned: 1, later: 1 },
        'december-november': {
          from: '2022-12-01',
          to: '2023-11-30',
          dueOn: '2023-11-30',
          earned: 2,
          later: 0,
        },
      },
    },
  ],
  'resident-feedback': [
    {
      commands: [open('resident')],
      see: ({ events }) => feedback(events, 2023)?.recipients.map(({ id }) => id),
      answers: { resident: ['volunteer'], none: [] },
    },
  ],
  'community-bounds': [
    {
      commands: [],
      see: (_ran, ruleSet) => {
        try {
          const ours = deriveRuleSet(ruleSet, {
            roles: { resident: { limits: { claims: { maximum: 4 } } } },
          });
          return deviations(ruleSet, ours).map(({ clause, kind, path }) => [clause, kind, path]);
        } catch (error) {
          return error instanceof LooserThanBoundError
            ? error.loosened.map((part) => [part.path, part.clause, 'bound' in part])
            : error;
        }
      },
      answers: {
        no: [['roles.resident.limits.claims', '2.3.1.2', true]],
        allowed: [['2.3.3.2', 'looser', 'roles.resident.limits.claims.maximum']],
      },
    },
  ],
  'late-filing': [
    {
      commands: [
        open('resident', '2022-01-01'),
        ...hardMatters(3, '2022-01-02'),
        redeem('pending', '2022-01-08', { haircut: 1 }),
        redeem('overdue', '2022-07-01', { haircut: 1 }),
      ],
      handbook: UNFILED,
      see: ({ steps }) =>
        steps
          .slice(-2)
          .map(({ decision }) =>
            decision.accepted ? decision.warnings.map(({ code }) => code) : decision.refusal.code,
          ),
      answers: { warning: [[], ['handbook-overdue']], refused: [[], 'handbook-not-filed'] },
    },
    {
      // Filed late is filed.
      commands: [open('resident', '2022-01-01'), redeem('visit', '2022-07-01', { haircut: 1 })],
      handbook: { ...HANDBOOK, filed: '2022-06-30' },
      answers: { warning: [1, -1], refused: [1, -1] },
    },
  ],
  'filing-what': [
    {
      commands: [open('resident', '2022-01-01'), redeem('visit', '2022-07-01', { haircut: 1 })],
      handbook: { ...UNFILED, follows: '2021' },
      see: ({ steps }) => warningsOf(steps.at(-1)?.decision),
      answers: { 'each-edition': ['handbook-overdue'], 'first-alone': [] },
    },
    {
      // A first edition follows none.
      commands: [open('resident', '2022-01-01'), redeem('visit', '2022-07-01', { haircut: 1 })],
      handbook: UNFILED,
      see: ({ steps }) => warningsOf(steps.at(-1)?.decision),
      answers: { 'each-edition': ['handbook-overdue'], 'first-alone': ['handbook-overdue'] },
    },
  ],
  week: [
    // Published on Saturday, 1 October 2022, before a week of holidays; Saturday and Sunday after them were worked.
    {
      commands: [],
      see: (_ran, ruleSet) => {
        const due = (daysOff?: readonly string[]) =>
          filing({ published: '2022-10-01', ...(daysOff === undefined ? {} : { daysOff }) }, ruleSet).dueOn;
        const holidays = [1, 2, 3, 4, 5, 6, 7].map((day) => `2022-10-0${day}`);
        return [due(), due(holidays)];
      },
      answers: {
        'natural-days': ['2022-10-08', '2022-10-08'],
        'working-days': ['2022-10-07', '2022-10-12'],
      },
    },
    {
      commands: [open('resident', '2022-01-01'), redeem('visit', '2022-10-08', { haircut: 1 })],
      handbook: { ...UNFILED, published: '2022-10-01' },
      see: ({ steps }) => warningsOf(steps.at(-1)?.decision),
      answers: { 'natural-days': [], 'working-days': ['handbook-overdue'] },
    },
  ],
  'mark-scale': [
    {
      commands: [
        open('resident', '2023-01-10', { accountId: 'v2' }),
        open('resident'),
        credit('activity', 'sweeping'),
        credit('activity', 'mopping'),
      ],
      see: ({ events }) => {
        const all = annualFeedbacks(events, 2023);
        return ['v2', 'v1'].map((accountId) => all.get(accountId)?.mark?.points);
      },
      answers: { 'stops-at-100': [1, 3], 'highest-is-100': [33, 100] },
    },
    {
      // Of one account alone nobody knows what the highest is, unless the host says it.
      commands: [open('resident')],
      see: ({ events }) => [
        annualFeedback(events, 2023)?.mark,
        annualFeedback(events, 2023, { highest: 8 })?.mark,
        annualFeedback(events, 2023, { highest: 0 })?.mark?.points,
      ],
      answers: {
        'stops-at-100': [{ points: 1, outOf: 100 }, { points: 1, outOf: 100 }, 1],
        'highest-is-100': [undefined, { points: 13, outOf: 100 }, 0],
      },
    },
  ],
  'entry-into-force': [
    {
      commands: [open('resident', '2022-04-26'), open('resident', '2022-04-27')],
      answers: { none: [1, 'account-already-open'], 'date-of-issue': ['not-in-force', 1] },
    },
    {
      commands: [open('resident', '2022-04-26')],
      see: ({ steps }) => (steps[0]?.decision.accepted ? eventOf(steps[0].decision).data.on : 'nothing'),
      answers: { none: '2022-04-26', 'date-of-issue': 'nothing' },
    },
  ],
};
