import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assessment,
  type BankEvent,
  type CommandFor,
  createBank,
  evolve,
  figures,
  fold,
  initialAccount,
  redeemable,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { previewCorrection, simulateHistories } from '../../src/simulation.js';
import { openParts } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, credit, hardMatters, open, redeem, run } from '../support/history.js';
import { smallRun } from './runs.js';

const bank = createBank(renfa2022, { handbook: HANDBOOK });
const correction = (points: number, on: string, more = {}): CommandFor<typeof renfa2022, 'CorrectScore'> =>
  correct('preview', points, on, more) as CommandFor<typeof renfa2022, 'CorrectScore'>;
const { events } = run([
  open('resident'),
  claim('gate', '2023-02-01'),
  ...hardMatters(2, '2023-03-01'),
  redeem('r1', '2023-04-01', { rice: 1, haircut: 2 }),
  credit('activity', 'm1', '2023-07-01'),
  redeem('r2', '2023-08-01', { haircut: 1 }),
]);

describe('a preview', () => {
  test('shows what happens when the correction is decided', () => {
    const answers = ['none', 'refuse-below-zero-balance', 'stop-at-zero'] as const;
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: -40, max: 5 }).filter((points) => points !== 0),
        fc.constantFrom(...answers),
        fc.constantFrom('own-date', 'matter-year', 'frees-room'),
        (seed, points, floor, year) => {
          const ruleSet = withReading(
            withReading(renfa2022, 'correction-floor', floor),
            'correction-year',
            year,
          );
          const at = createBank(ruleSet, { handbook: HANDBOOK });
          const [history] = simulateHistories(smallRun({ seed, ruleSet, volunteers: 3 }));
          const account = fold(history as readonly BankEvent[]);
          if (account.status !== 'open') throw new Error('not open');
          const matter = history?.find((event) => event.type === 'ActivityCredited');
          const named =
            matter?.type === 'ActivityCredited'
              ? { corrects: matter.data.matterId, item: matter.data.item }
              : {};
          const command = correction(points, '2023-08-20', { accountId: account.accountId, ...named });
          const decision = at.decide(command, account);
          const preview = previewCorrection(at, history as readonly BankEvent[], command);
          expect(previewCorrection(at, account, command)).toEqual(
            preview.accepted ? (({ uncovered: _, ...rest }) => rest)(preview) : preview,
          );
          if (!decision.accepted || !preview.accepted) {
            expect(preview).toEqual(decision);
            return;
          }
          const [event] = decision.events as [BankEvent];
          const after = evolve(account, event);
          expect(preview.event).toEqual(event);
          expect(preview.redeemable).toEqual({ before: redeemable(account), after: redeemable(after) });
          expect(preview.assessment).toEqual({ before: assessment(account), after: assessment(after) });
          expect(preview.blocksRedemption).toBe(redeemable(after) < 0);
          const over = { from: `${preview.year.year}-01`, to: `${preview.year.year}-12` };
          expect([preview.year.before, preview.year.after]).toEqual([
            figures(account, over).assessment,
            figures(after, over).assessment,
          ]);
          expect(openParts(preview)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('shows the balance, the year, the mark and uncovered redemptions', () => {
    const preview = previewCorrection(bank, events, correction(-2, '2023-03-15'));
    expect(preview).toMatchObject({
      accepted: true,
      redeemable: { before: 1, after: -1 },
      assessment: { before: 7, after: 5 },
      year: { year: 2023, before: 7, after: 5 },
      mark: { outOf: 100, before: 7, after: 5 },
      room: { claims: { before: 2, after: 2 } },
      blocksRedemption: true,
      // 6 points covered 5, then 2 covered 1.
      uncovered: [
        { redemptionId: 'r1', on: '2023-04-01', points: 5, balance: 4 },
        { redemptionId: 'r2', on: '2023-08-01', points: 1, balance: 0 },
      ],
    });
  });

  test('counts uncovered redemptions from the day of the correction, or of the matter it corrects', () => {
    const unbound = createBank(withReading(renfa2022, 'correction-bound', 'none'));
    const since = (more: object): unknown =>
      previewCorrection(unbound, events, correction(-2, '2023-05-01', more));
    expect(since({})).toMatchObject({ uncovered: [{ redemptionId: 'r2' }] });
    expect(since({ corrects: 'gate', item: 'claim' })).toMatchObject({
      uncovered: [{ redemptionId: 'r1' }, { redemptionId: 'r2' }],
    });
  });

  test('shows the room that it frees under a limit, if the rules free it', () => {
    const freeing = createBank(withReading(renfa2022, 'correction-year', 'frees-room'));
    const preview = previewCorrection(
      freeing,
      events,
      correction(-1, '2023-05-01', { corrects: 'gate', item: 'claim' }),
    );
    expect(preview).toMatchObject({ room: { claims: { before: 2, after: 3 } } });
  });

  test('shows the year as the rules start it', () => {
    const shifted = createBank(withReading(renfa2022, 'feedback-cut-off', 'december-november'));
    const december = [
      ...events,
      ...run([open('resident'), credit('activity', 'late', '2023-12-10')]).events.slice(1),
    ];
    const preview = previewCorrection(shifted, december, correction(-1, '2023-12-20'));
    expect(preview).toMatchObject({
      year: { year: 2024, before: 1, after: 0 },
      mark: { before: 1, after: 0 },
    });
  });

  test('leaves lapsed points out of the balance', () => {
    const lapsing = createBank(withReading(renfa2022, 'carry-over', 'year-end'));
    const story = run([open('resident'), ...hardMatters(2, '2023-05-01')]).events;
    expect(previewCorrection(lapsing, story, correction(2, '2024-03-01'))).toMatchObject({
      redeemable: { before: 0, after: 2 },
      assessment: { before: 5, after: 7 },
    });
  });

  test('of a correction already made shows no change', () => {
    const again = correction(-1, '2023-09-01');
    const decided = bank.decide(again, fold(events));
    const history = [...events, ...(decided.accepted ? decided.events : [])];
    const preview = previewCorrection(bank, history, again);
    expect(preview).toMatchObject({ accepted: true, assessment: { before: 6, after: 6 }, uncovered: [] });
    expect(preview).not.toHaveProperty('event');
  });

  test('of a refused correction is the refusal', () => {
    expect(previewCorrection(bank, initialAccount, correction(-1, '2023-09-01'))).toMatchObject({
      accepted: false,
      refusal: { code: 'account-not-open' },
    });
    expect(
      previewCorrection(bank, events, correction(-1, '2023-09-01', { corrects: 'nothing' })),
    ).toMatchObject({
      refusal: { code: 'unknown-matter' },
    });
  });
});
