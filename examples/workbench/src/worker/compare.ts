import type { BankEvent, RuleSet } from 'points-bank';
import { compareRuleSets, type Histogram, type PointsComparison } from 'points-bank/simulation';
import type { Compared, MovedAccount } from './protocol.js';

/** How many of those who gain, and lose, most are told of. */
const KEPT = 10;

/** Decides a ledger again under both rule sets. */
export function compareLedger(histories: Iterable<readonly BankEvent[]>, a: RuleSet, b: RuleSet): Compared {
  const gains = counter();
  const balances = counter();
  const moved: MovedAccount[] = [];
  const comparison = compareRuleSets(histories, a, b, {
    keep: KEPT,
    onAccount: ({ accountId, role, assessment, redeemable, lostRedemptions: { length: lost } }) => {
      gains.add(changeOf(assessment));
      balances.add(changeOf(redeemable));
      if (changeOf(assessment) !== 0 || changeOf(redeemable) !== 0 || lost > 0)
        moved.push({ accountId, role, assessment, redeemable, lost });
    },
  });
  moved.sort(
    (x, y) =>
      changeOf(y.assessment) - changeOf(x.assessment) || changeOf(y.redeemable) - changeOf(x.redeemable),
  );
  return { comparison, gains: gains.histogram(), balances: balances.histogram(), moved };
}

export function changeOf({ a, b }: PointsComparison): number {
  return b - a;
}

function counter(): { add: (value: number) => void; histogram: () => Histogram } {
  const counts = new Map<number, number>();
  return {
    add: (value) => counts.set(value, (counts.get(value) ?? 0) + 1),
    histogram: () => [...counts].sort(([x], [y]) => x - y),
  };
}
