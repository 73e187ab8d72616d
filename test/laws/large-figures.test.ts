import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, figures, type RuleSet, redeemable } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { text } from '../../src/values/text.js';
import { numbersIn } from '../support/checks.js';
import {
  accountOf,
  claim,
  correct,
  credit,
  movedBy,
  open,
  outcomes,
  redeem,
  refusalOf,
  run,
} from '../support/history.js';

const MOST = Number.MAX_SAFE_INTEGER;

describe('figures near the largest number that can be held exactly', () => {
  test('a correction that the sum of corrections cannot hold is refused', () => {
    expect(outcomes([open('resident'), correct('a', MOST - 1), correct('b', 2)])).toEqual([
      1,
      MOST - 1,
      'out-of-range',
    ]);
    expect(outcomes([open('resident'), correct('a', -MOST), correct('b', -1)])).toEqual([
      1,
      -MOST,
      'out-of-range',
    ]);
  });

  test('a correction that the score cannot hold is refused', () => {
    expect(outcomes([open('resident'), correct('a', MOST)])).toEqual([1, 'out-of-range']);
  });

  test('points that the score cannot hold with its corrections are refused', () => {
    const full = [open('resident'), correct('a', MOST - 1)];
    const { steps } = run([...full, credit('activity', 'one too many'), claim('gate')]);
    for (const { decision } of steps.slice(2)) {
      expect(refusalOf(decision)).toMatchObject({
        code: 'out-of-range',
        clause: decision === steps[2]?.decision ? '2.3.3.3' : '2.3.3.2',
        facts: { figure: 'earned', before: 1, points: 1 },
      });
    }
    expect(outcomes([...full.slice(0, 1), correct('a', MOST - 2), credit('activity', 'the last')])).toEqual([
      1,
      MOST - 2,
      1,
    ]);
  });

  test('a correction that the balance cannot hold is refused', () => {
    const spent = [
      open('resident'),
      correct('a', 10),
      redeem('visit', '2023-05-01', { haircut: 5, repair: 3 }),
    ];
    expect(outcomes([...spent, correct('b', -MOST), correct('c', -1)])).toEqual([
      1,
      10,
      -11,
      -MOST,
      'out-of-range',
    ]);
  });

  test('a stretch of months that sums could be asked of holds its points exactly', () => {
    const opened = open('resident');
    const raised = [opened, correct('a', MOST - 1, '2023-04-01'), correct('b', -5, '2023-05-01')];
    expect(outcomes([...raised, credit('activity', 'one too many')])).toEqual([
      1,
      MOST - 1,
      -5,
      'out-of-range',
    ]);
    const lowered = [opened, correct('a', 10, '2023-04-01'), correct('b', 2 - MOST, '2023-05-01')];
    expect(outcomes([...lowered, correct('c', -2, '2023-06-01')])).toEqual([1, 10, 2 - MOST, -2]);
    expect(outcomes([...lowered, correct('c', -3, '2023-06-01')])).toEqual([1, 10, 2 - MOST, 'out-of-range']);
  });

  test('deductions that no sum can hold are refused', () => {
    const bad = {
      entry: 'activity',
      clause: '9',
      title: text('扣分', 'Deduction'),
      scoring: { by: 'fixed', points: -(2 ** 52) },
    } as const;
    const ruleSet = mergePatch(renfa2022 as never, {
      roles: { resident: { items: { bad } } },
    }) as never as RuleSet;
    const { difficulty: _, ...data } = credit('bad', 'a').data;
    const deduct = (matterId: string) => ({ type: 'CreditActivity', data: { ...data, matterId } });
    // With the point of the opening, two of them come to the least number that is exact.
    expect(outcomes([open('resident'), deduct('a'), deduct('b'), deduct('c')], { ruleSet })).toEqual([
      1,
      -(2 ** 52),
      -(2 ** 52),
      'out-of-range',
    ]);
  });

  test('every figure is exact, whatever corrections come', () => {
    const sizes = fc.constantFrom(MOST, -MOST, MOST - 1, 1 - MOST, 1, -1, 2, -2, 2 ** 52, -(2 ** 52));
    const days = fc.constantFrom('2023-02-01', '2023-06-30', '2023-07-01', '2024-01-01');
    fc.assert(
      fc.property(fc.array(fc.tuple(sizes, days), { maxLength: 12 }), (list) => {
        const commands = [open('resident'), ...list.map(([points, on], n) => correct(`c${n}`, points, on))];
        const ran = run(commands);
        const account = accountOf(ran);
        const exact = ran.events.reduce(
          (sum, event) => (event.type === 'PointsRedeemed' ? sum : sum + BigInt(movedBy(event))),
          0n,
        );
        expect(BigInt(assessment(account))).toBe(exact);
        expect(BigInt(redeemable(account))).toBe(exact);
        const shown = [
          account,
          ran.events,
          figures(account),
          figures(account, { from: '2023-01', to: '2023-12' }),
        ];
        expect(numbersIn(shown).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

test('a visit whose cost cannot be held exactly is refused, and says only exact numbers', () => {
  const line = (quantity: number) => ({ rewardId: 'haircut', quantity });
  const repairs = (quantity: number) => ({ rewardId: 'repair', quantity });
  for (const lines of [[line(MOST), line(MOST)], [repairs(MOST)], [line(MOST), line(1)]]) {
    const { steps } = run([open('resident'), redeem('visit', '2023-03-01', {}, { lines })]);
    const decision = steps[1]?.decision;
    expect(decision?.accepted).toBe(false);
    expect(numbersIn(decision).filter((number) => !Number.isSafeInteger(number))).toEqual([]);
  }
});
