import type { BankEvent } from '../../account/events/event.js';
import { annualFeedback } from '../../reports/volunteer/annual-feedback.js';
import { pathsOf } from '../../rules/merge-patch.js';
import { readings, withReading } from '../../rules/readings.js';
import type { Reading, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, yearOf } from '../../values/calendar.js';
import { canonicalJson, deepFreeze } from '../../values/json.js';
import type { Mutable } from '../../values/mutable.js';
import { type AnswerEffect, answerEffect, type EffectCounts } from './answer-effect.js';
import { compareReplays } from './compare-accounts.js';
import { replayer } from './replay.js';

/** The open questions that matter on a ledger. */
export type Sensitivity = {
  readonly accounts: number;
  /** One effect for each answer that was not chosen; those that matter most come first. */
  readonly effects: readonly AnswerEffect[];
};

/** Options of {@link sensitivity}. */
export type SensitivityOptions = {
  /** The day of the balances, which matters if points lapse; the day of each account's latest entry by default. */
  readonly on?: CalendarDate;
};

/**
 * Shows which open questions matter on a real ledger: decides every history again under every answer that was not chosen, and compares
 * it with the chosen answers. Reads one history at a time and keeps none in memory.
 *
 * @param histories - for each account, its events in order
 *
 * @example
 * ```ts
 * import { sensitivity } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const { effects } = sensitivity([], renfa2022)
 * console.log(effects.filter((effect) => effect.matters).length) // → 0
 * ```
 */
export function sensitivity(
  histories: Iterable<Iterable<BankEvent>>,
  ruleSet: RuleSet,
  { on }: SensitivityOptions = {},
): Sensitivity {
  const asChosen = replayer(ruleSet);
  const others = otherAnswers(ruleSet);
  let accounts = 0;
  for (const history of histories) {
    const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
    const chosen = asChosen(events);
    accounts += 1;
    for (const other of others) {
      const compared = compareReplays(chosen, other.replay(events), { a: ruleSet, b: other.ruleSet }, on);
      if (compared === undefined) continue;
      const { counts } = other;
      const { assessment, changes, lostRedemptions, redeemable } = compared.comparison;
      const change = assessment.b - assessment.a;
      const balanceChange = redeemable.b - redeemable.a;
      if (changes.length > 0 || balanceChange !== 0) counts.accountsChanged += 1;
      counts.mostPoints = Math.max(counts.mostPoints, Math.abs(change), Math.abs(balanceChange));
      counts.totalPoints += change;
      counts.redemptionsLost += lostRedemptions.length;
      if (other.affectsFeedback && feedbackDiffers(events, ruleSet, other.ruleSet))
        counts.feedbackChanged += 1;
    }
  }
  const effects = others.map(({ id, reading, answer, counts }) => answerEffect(id, reading, answer, counts));
  return deepFreeze({ accounts, effects: effects.sort(byWeight) });
}

type OtherAnswer = {
  readonly id: string;
  readonly reading: Reading;
  readonly answer: string;
  readonly ruleSet: RuleSet;
  readonly replay: ReturnType<typeof replayer>;
  readonly affectsFeedback: boolean;
  readonly counts: Mutable<EffectCounts>;
};

function otherAnswers(ruleSet: RuleSet): OtherAnswer[] {
  return readings(ruleSet).flatMap(({ id, ...reading }) =>
    Object.entries(reading.answers)
      .filter(([answer]) => answer !== reading.chosen)
      .map(([answer, { patch }]) => {
        const other = withReading(ruleSet, id, answer);
        const affectsFeedback = pathsOf(patch).some((path) => /(?:^|\.)(?:feedback|assessment)\./.test(path));
        const counts = {
          accountsChanged: 0,
          mostPoints: 0,
          totalPoints: 0,
          redemptionsLost: 0,
          feedbackChanged: 0,
        };
        return { id, reading, answer, ruleSet: other, replay: replayer(other), affectsFeedback, counts };
      }),
  );
}

function feedbackDiffers(events: readonly BankEvent[], a: RuleSet, b: RuleSet): boolean {
  const years = new Set(events.map(({ data }) => yearOf(data.on)));
  const feedbackOf = (year: number, ruleSet: RuleSet): string =>
    canonicalJson(annualFeedback(events, year, { ruleSet }) ?? null);
  return [...years].some((year) => feedbackOf(year, a) !== feedbackOf(year, b));
}

function byWeight(a: AnswerEffect, b: AnswerEffect): number {
  return (
    b.mostPoints - a.mostPoints ||
    b.accountsChanged - a.accountsChanged ||
    b.feedbackChanged - a.feedbackChanged
  );
}
