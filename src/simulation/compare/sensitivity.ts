import type { BankEvent } from '../../account/events/event.js';
import { requireEvents, requireHistories } from '../../account/state/history-error.js';
import { annualFeedback } from '../../reports/volunteer/annual-feedback.js';
import { pathsOf } from '../../rules/merge-patch.js';
import { readings, withReading } from '../../rules/readings.js';
import type { Reading, RuleSet } from '../../rules/rule-set.js';
import { type CalendarDate, yearOf } from '../../values/calendar.js';
import { digestOf } from '../../values/digest.js';
import { canonicalJson, deepFreeze } from '../../values/json.js';
import type { Mutable } from '../../values/mutable.js';
import { type AnswerEffect, answerEffect, type EffectCounts } from './answer-effect.js';
import { type AccountComparison, compareReplays } from './compare-accounts.js';
import { type HistoryReducer, requireRun, type StateRun } from './history-reducer.js';
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
 * @throws HistoryError (of `points-bank`) if they are no list of histories
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
  options: SensitivityOptions = {},
): Sensitivity {
  const { empty, add, finish } = sensitivityReducer(ruleSet, options);
  const state = empty();
  requireHistories(histories);
  for (const history of histories) add(state, history);
  return finish(state);
}

/** What is added up of the accounts decided so far: the counts of each answer that was not chosen. */
export type SensitivityState = {
  readonly run: StateRun;
  readonly accounts: number;
  readonly counts: readonly EffectCounts[];
};

/**
 * Makes the reducer of {@link sensitivity}, for a ledger that several threads or machines share.
 *
 * @example
 * ```ts
 * import { sensitivityReducer } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const { empty, merge, finish } = sensitivityReducer(renfa2022)
 * console.log(finish(merge(empty(), empty())).accounts) // → 0
 * ```
 */
export function sensitivityReducer(
  ruleSet: RuleSet,
  options: SensitivityOptions = {},
): HistoryReducer<SensitivityState, Sensitivity> {
  const { on }: SensitivityOptions = Object(options);
  const asChosen = replayer(ruleSet);
  const run = { ruleSet: digestOf(ruleSet), ...(on === undefined ? {} : { on }) };
  const check = requireRun(run);
  const others = otherAnswers(ruleSet);
  return Object.freeze<HistoryReducer<SensitivityState, Sensitivity>>({
    empty: () => ({ run, accounts: 0, counts: others.map(noEffect) }),
    add: (state, history) => {
      check(state);
      requireEvents(history);
      const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
      const chosen = asChosen(events);
      (state as Mutable<SensitivityState>).accounts += 1;
      for (const [at, other] of others.entries()) {
        const rules = { a: ruleSet, b: other.ruleSet };
        const compared = compareReplays(chosen, other.replay(events), rules, on);
        if (compared === undefined) continue;
        const counts = state.counts[at] as Mutable<EffectCounts>;
        addEffect(counts, compared.comparison);
        if (other.affectsFeedback && feedbackDiffers(events, ruleSet, other.ruleSet))
          counts.feedbackChanged += 1;
      }
      return state;
    },
    merge: (into, from) => {
      check(into);
      check(from);
      (into as Mutable<SensitivityState>).accounts += from.accounts;
      for (const [at, counts] of into.counts.entries())
        addCounts(counts as Mutable<EffectCounts>, from.counts[at] as EffectCounts);
      return into;
    },
    finish: (state) => {
      check(state);
      const effects = others.map(({ id, reading, answer }, at) =>
        answerEffect(id, reading, answer, state.counts[at] as EffectCounts),
      );
      return deepFreeze({ accounts: state.accounts, effects: effects.sort(byWeight) });
    },
  });
}

function noEffect(): Mutable<EffectCounts> {
  return { accountsChanged: 0, mostPoints: 0, totalPoints: 0, redemptionsLost: 0, feedbackChanged: 0 };
}

function addEffect(
  counts: Mutable<EffectCounts>,
  { assessment, changes, lostRedemptions, redeemable }: AccountComparison,
): void {
  const change = assessment.b - assessment.a;
  const balanceChange = redeemable.b - redeemable.a;
  if (changes.length > 0 || balanceChange !== 0) counts.accountsChanged += 1;
  counts.mostPoints = Math.max(counts.mostPoints, Math.abs(change), Math.abs(balanceChange));
  counts.totalPoints += change;
  counts.redemptionsLost += lostRedemptions.length;
}

function addCounts(counts: Mutable<EffectCounts>, more: EffectCounts): void {
  counts.accountsChanged += more.accountsChanged;
  counts.mostPoints = Math.max(counts.mostPoints, more.mostPoints);
  counts.totalPoints += more.totalPoints;
  counts.redemptionsLost += more.redemptionsLost;
  counts.feedbackChanged += more.feedbackChanged;
}

type OtherAnswer = {
  readonly id: string;
  readonly reading: Reading;
  readonly answer: string;
  readonly ruleSet: RuleSet;
  readonly replay: ReturnType<typeof replayer>;
  readonly affectsFeedback: boolean;
};

function otherAnswers(ruleSet: RuleSet): OtherAnswer[] {
  return readings(ruleSet).flatMap(({ id, ...reading }) =>
    Object.entries(reading.answers)
      .filter(([answer]) => answer !== reading.chosen)
      .map(([answer, { patch }]) => {
        const other = withReading(ruleSet, id, answer);
        const affectsFeedback = pathsOf(patch).some((path) => /(?:^|\.)(?:feedback|assessment)\./.test(path));
        return { id, reading, answer, ruleSet: other, replay: replayer(other), affectsFeedback };
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
