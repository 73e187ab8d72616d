import { describe, expect, test } from 'vitest';
import { deriveRuleSet, type LooserPart, LooserThanBoundError, type RuleSetPatch } from '../../src/define.js';
import { assessment, redeemable, withReading } from '../../src/index.js';
import { annualFeedback } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  accountOf,
  CENTRE,
  correct,
  credit,
  hardMatters,
  lastEvent,
  open,
  outcomes,
  redeem,
  refusalOf,
  run,
} from '../support/history.js';

const resident = (change: object): RuleSetPatch => ({ roles: { resident: change } });

function partsLoosenedBy(patch: RuleSetPatch): readonly LooserPart[] {
  try {
    deriveRuleSet(renfa2022, patch);
    return [];
  } catch (error) {
    if (error instanceof LooserThanBoundError) return error.loosened;
    throw error;
  }
}

describe('3: whole points that add up, out of one hundred a year; the Party affairs office corrects them', () => {
  test('a correction is a whole number other than 0', () => {
    const points = [-1, 2, 0, 0.5, -0.5, Number.NaN, Number.POSITIVE_INFINITY];
    const corrections = points.map((of, n) => correct(`c${n}`, of));
    const invalid = 'invalid-command';
    expect(outcomes([open('resident'), ...corrections])).toEqual([
      1,
      -1,
      2,
      invalid,
      invalid,
      invalid,
      invalid,
      invalid,
    ]);
  });

  test('it moves score and balance alike, up or down, and says why', () => {
    const ran = run([
      open('resident'),
      ...hardMatters(2, '2023-03-01'),
      correct('recount', -3, '2023-04-01', { reason: '核实后更正' }),
    ]);
    const account = accountOf(ran);
    expect([account.earned, account.corrected, assessment(account), redeemable(account)]).toEqual([
      5, -3, 2, 2,
    ]);
    expect(lastEvent(ran, 'ScoreCorrected').data).toMatchObject({
      clause: '3',
      points: -3,
      reason: '核实后更正',
      freesRoom: false,
    });
  });

  test('the Party affairs office alone makes it', () => {
    const { steps } = run([open('resident'), correct('recount', -1, '2023-04-01', { by: CENTRE })]);
    expect(refusalOf(steps[1]?.decision)).toMatchObject({
      code: 'office-not-entitled',
      facts: { command: 'CorrectScore', office: 'community', entitled: ['subdistrict'] },
      readings: { 'correction-office': 'subdistrict' },
    });
  });

  test('it may name the matter, which has to be one of the account’s', () => {
    const story = [
      open('resident'),
      credit('activity', 'sweeping'),
      credit('affairs', 'sweeping'),
      credit('affairs', 'talk'),
    ];
    const named = [
      correct('a', -1, '2023-04-01', { corrects: 'talk' }),
      correct('b', -1, '2023-04-01', { corrects: 'sweeping' }),
      correct('c', -1, '2023-04-01', { corrects: 'sweeping', item: 'activity' }),
      correct('d', -1, '2023-04-01', { corrects: 'dancing' }),
      correct('e', -1, '2023-04-01', { corrects: '2023-01-10' }),
    ];
    const ruleSet = withReading(renfa2022, 'one-matter-one-item', 'each-item');
    const { steps, outcomes: became } = run([...story, ...named], { ruleSet });
    expect(became.slice(4)).toEqual([-1, 'ambiguous-matter', -1, 'unknown-matter', -1]);
    expect(refusalOf(steps[5]?.decision).facts).toEqual({
      matterId: 'sweeping',
      items: ['activity', 'affairs'],
    });
    expect(lastEvent(run([...story, named[2]]), 'ScoreCorrected').data.corrects).toEqual({
      item: 'activity',
      id: 'sweeping',
      on: '2023-03-01',
      points: 1,
    });
  });

  test('it takes no more from a matter than the matter holds, however often it is made', () => {
    const hard = credit('activity', 'sweeping', '2023-03-01', { difficulty: 'hard' });
    const less = (id: string, points: number) => correct(id, points, '2023-04-01', { corrects: 'sweeping' });
    const { steps, outcomes: became } = run([
      open('resident'),
      hard,
      less('a', -3),
      less('b', -1),
      less('c', -2),
    ]);
    expect(became).toEqual([1, 2, 'more-than-matter-holds', -1, 'more-than-matter-holds']);
    expect(refusalOf(steps[4]?.decision)).toMatchObject({
      facts: { matterId: 'sweeping', item: 'activity', points: -2, holds: 1 },
      readings: { 'correction-bound': 'matter' },
    });
    const ruleSet = withReading(renfa2022, 'correction-bound', 'none');
    expect(outcomes([open('resident'), hard, less('a', -3)], { ruleSet })).toEqual([1, 2, -3]);
  });

  test('points that were spent already can be taken back: the balance goes below 0, and nothing is redeemed until it is made up', () => {
    const commands = [
      open('resident'),
      ...hardMatters(2, '2023-03-01'),
      redeem('first', '2023-04-01', { haircut: 5 }),
      correct('recount', -2, '2023-05-01'),
      redeem('second', '2023-07-01', { haircut: 1 }),
      ...hardMatters(2, '2023-08-01'),
      redeem('second', '2023-09-01', { haircut: 2 }),
    ];
    const { steps, outcomes: became } = run(commands);
    expect(became).toEqual([1, 2, 2, -5, -2, 'insufficient-points', 2, 2, -2]);
    expect(refusalOf(steps[5]?.decision).facts).toEqual({ price: 1, balance: -2 });
  });

  test('the year is also shown out of one hundred, where it stops; the ledger does not', () => {
    const { events, accounts } = run([open('resident'), ...hardMatters(60, '2023-03-01')]);
    expect(accounts.get('v1')).toMatchObject({ earned: 121 });
    expect(annualFeedback(events, 2023)).toMatchObject({
      assessment: 121,
      mark: { points: 100, outOf: 100 },
    });
  });

  test('a matter written up late counts in the year of its own day', () => {
    const { events } = run([
      open('resident'),
      credit('activity', 'b', '2024-02-01'),
      credit('activity', 'a', '2023-12-28'),
    ]);
    expect(annualFeedback(events, 2023, { sentOn: '2023-12-31' })).toMatchObject({ earned: 2 });
    expect(annualFeedback(events, 2024)).toMatchObject({ earned: 1 });
  });

  test('a community may make its own rules within these, and not beyond them', () => {
    const stricter = deriveRuleSet(renfa2022, {
      roles: { resident: { limits: { claims: { maximum: 2 } } } },
    });
    expect(stricter.roles.resident.limits.claims?.maximum).toBe(2);
  });

  test.each<[string, RuleSetPatch, string[]]>([
    [
      'more claims',
      resident({ limits: { claims: { maximum: 4 } } }),
      ['2.3.1.2 roles.resident.limits.claims'],
    ],
    [
      'a matter of 3',
      resident({ items: { other: { scoring: { points: { hard: 3 } } } } }),
      ['2.3 roles.resident.items.other.scoring'],
    ],
    ['an opening of 2', resident({ opening: { points: 2 } }), ['2.3.3.1 roles.resident.opening.points']],
    [
      'two report-ins a year',
      resident({ items: { registration: { once: { per: 'half-year' } } } }),
      ['2.3.3.1 roles.resident.items.registration.once'],
    ],
    [
      'service without a claim',
      resident({ service: { claimed: 'not-needed' } }),
      ['2.3.3.3 roles.resident.service.claimed'],
    ],
    ['two visits', { redemption: { limits: { visits: { maximum: 2 } } } }, ['4.2 redemption.period']],
    ['goods without consent', { redemption: { consent: { kinds: [] } } }, ['4.2 redemption.consent.kinds']],
    ['feedback at the end of December', { feedback: { due: '12-31' } }, ['4.1 feedback.due']],
    ['no filing', { filing: null }, ['5 filing']],
    ['a filing after two weeks', { filing: { withinDays: 14 } }, ['5 filing.withinDays']],
  ])('%s is looser than its clause, and refused', (_title, patch, places) => {
    expect(partsLoosenedBy(patch).map(({ clause, path }) => `${clause} ${path}`)).toEqual(places);
    expect(() => deriveRuleSet(renfa2022, patch)).toThrow(`(clause ${places[0]?.split(' ')[0]})`);
  });

  test('another answer to an open question of the subdistrict’s is held against its bounds alone', () => {
    for (const { answers } of Object.values(renfa2022.readings)) {
      for (const { patch } of Object.values(answers)) {
        expect(partsLoosenedBy(patch).filter((part) => !('bound' in part))).toEqual([]);
      }
    }
  });
});
