import type { BankEvent, RuleSet } from 'points-bank';
import { compareRuleSets, type Histogram } from 'points-bank/simulation';
import type { Compared } from './protocol.js';

/** How many of those who gain, and lose, most are told of. */
const KEPT = 10;

/** Decides a ledger again under both rule sets. */
export function compareLedger(histories: Iterable<readonly BankEvent[]>, a: RuleSet, b: RuleSet): Compared {
  const gains = counter();
  const balances = counter();
  const comparison = compareRuleSets(histories, a, b, {
    keep: KEPT,
    onAccount: ({ assessment, redeemable }) => {
      gains.add(assessment.b - assessment.a);
      balances.add(redeemable.b - redeemable.a);
    },
  });
  return { comparison, gains: gains.histogram(), balances: balances.histogram() };
}

function counter(): { add: (value: number) => void; histogram: () => Histogram } {
  const counts = new Map<number, number>();
  return {
    add: (value) => counts.set(value, (counts.get(value) ?? 0) + 1),
    histogram: () => [...counts].sort(([x], [y]) => x - y),
  };
}
