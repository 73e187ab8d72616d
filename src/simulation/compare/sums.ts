import type { Pair } from './account-sums.js';
import type { AccountComparison } from './compare-account.js';

/** Sums under the two rule sets over some accounts. */
export type Totals = {
  readonly accounts: number;
  readonly earned: Pair;
  readonly assessment: Pair;
  /** Points outstanding: the sum of the balances, lapsed points left out. */
  readonly redeemable: Pair;
};

/** Sums of pairs by key, of which those are told that differed in some account. */
export function pairSums(): {
  add: (pairs: ReadonlyMap<string, Pair>) => void;
  differing: () => { [key: string]: Pair };
} {
  const sums = new Map<string, Pair>();
  const differ = new Set<string>();
  return {
    add(pairs) {
      for (const [key, pair] of pairs) {
        sums.set(key, plus(sums.get(key), pair));
        if (pair.a !== pair.b) differ.add(key);
      }
    },
    differing: () => Object.fromEntries([...differ].sort().map((key) => [key, sums.get(key) as Pair])),
  };
}

function plus(sum: Pair | undefined, { a, b }: Pair): Pair {
  return sum === undefined ? { a, b } : { a: sum.a + a, b: sum.b + b };
}

/** Sums over accounts, while they are being added up. */
export function totalsOf(): { add: (comparison: AccountComparison) => void; totals: () => Totals } {
  let accounts = 0;
  let earned: Pair | undefined;
  let assessment: Pair | undefined;
  let redeemable: Pair | undefined;
  const none = { a: 0, b: 0 };
  return {
    add(comparison) {
      accounts += 1;
      earned = plus(earned, comparison.earned);
      assessment = plus(assessment, comparison.assessment);
      redeemable = plus(redeemable, comparison.redeemable);
    },
    totals: () => ({
      accounts,
      earned: earned ?? none,
      assessment: assessment ?? none,
      redeemable: redeemable ?? none,
    }),
  };
}
