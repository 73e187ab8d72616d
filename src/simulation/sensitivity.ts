import type { BankEvent } from '../account/events/event.js';
import { annualFeedback } from '../reports/annual-feedback.js';
import { pathsOf } from '../rules/merge-patch.js';
import { readings, withReading } from '../rules/readings.js';
import type { Clause, Reading, RuleSet } from '../rules/rule-set.js';
import { type CalendarDate, yearOf } from '../values/calendar.js';
import { canonicalJson, deepFreeze } from '../values/json.js';
import { plural, type Text, text, wordsIn } from '../values/text.js';
import { compareReplays } from './compare-account.js';
import { replayer } from './replay.js';

/** What another answer to one open question would change on a ledger. */
export type AnswerEffect = {
  readonly reading: string;
  readonly clause: Clause;
  readonly question: Text;
  readonly chosen: string;
  /** The other answer. */
  readonly answer: string;
  /** Accounts of which some entry would be decided differently, or the balance would differ. */
  readonly accountsChanged: number;
  /** The most points by which an assessment or a balance would move, up or down. */
  readonly mostPoints: number;
  /** By how much all assessments together would move. */
  readonly totalPoints: number;
  readonly redemptionsLost: number;
  /** Accounts of which the yearly feedback would differ, for answers that bear on it. */
  readonly feedbackChanged: number;
  /** Whether it changes anything here. */
  readonly matters: boolean;
  readonly text: Text;
};

/** Which open questions matter on a ledger. */
export type Sensitivity = {
  readonly accounts: number;
  /** One for each answer that was not chosen; those that matter most come first. */
  readonly effects: readonly AnswerEffect[];
};

/** How the open questions are gone through. */
export type SensitivityOptions = {
  /** The day of the balances, which matters where points lapse; each account's latest entry where left out. */
  readonly on?: CalendarDate;
};

type Effect = {
  readonly reading: string;
  readonly of: Reading;
  readonly answer: string;
  readonly ruleSet: RuleSet;
  readonly replay: ReturnType<typeof replayer>;
  readonly onFeedback: boolean;
  accountsChanged: number;
  mostPoints: number;
  totalPoints: number;
  redemptionsLost: number;
  feedbackChanged: number;
};

/**
 * Which open questions matter on a real ledger: every history is decided again under every answer that was not chosen, and
 * compared with the answers that were. Histories are taken one at a time and let go.
 *
 * @param histories - one account's events in their order, for each account
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
  const effects = otherAnswers(ruleSet);
  let accounts = 0;
  for (const history of histories) {
    const events = Array.isArray(history) ? (history as BankEvent[]) : [...history];
    const chosen = asChosen(events);
    accounts += 1;
    for (const effect of effects) {
      const compared = compareReplays(chosen, effect.replay(events), { a: ruleSet, b: effect.ruleSet }, on);
      if (compared === undefined) continue;
      const { comparison } = compared;
      const moved = comparison.assessment.b - comparison.assessment.a;
      const onBalance = comparison.redeemable.b - comparison.redeemable.a;
      if (comparison.changes.length > 0 || onBalance !== 0) effect.accountsChanged += 1;
      effect.mostPoints = Math.max(effect.mostPoints, Math.abs(moved), Math.abs(onBalance));
      effect.totalPoints += moved;
      effect.redemptionsLost += comparison.lostRedemptions.length;
      if (effect.onFeedback && feedbackDiffers(events, ruleSet, effect.ruleSet)) effect.feedbackChanged += 1;
    }
  }
  return deepFreeze({ accounts, effects: effects.map(described).sort(byWeight) });
}

function otherAnswers(ruleSet: RuleSet): Effect[] {
  return readings(ruleSet).flatMap(({ id, ...of }) =>
    Object.entries(of.answers)
      .filter(([answer]) => answer !== of.chosen)
      .map(([answer, { patch }]) => {
        const other = withReading(ruleSet, id, answer);
        const onFeedback = pathsOf(patch).some((path) => /(?:^|\.)(?:feedback|assessment)\./.test(path));
        const counts = {
          accountsChanged: 0,
          mostPoints: 0,
          totalPoints: 0,
          redemptionsLost: 0,
          feedbackChanged: 0,
        };
        return { reading: id, of, answer, ruleSet: other, replay: replayer(other), onFeedback, ...counts };
      }),
  );
}

function feedbackDiffers(events: readonly BankEvent[], a: RuleSet, b: RuleSet): boolean {
  const years = new Set(events.map(({ data }) => yearOf(data.on)));
  const shown = (year: number, ruleSet: RuleSet): string =>
    canonicalJson(annualFeedback(events, year, { ruleSet }) ?? null);
  return [...years].some((year) => shown(year, a) !== shown(year, b));
}

function described({ of, ...effect }: Effect): AnswerEffect {
  const { reading, answer, accountsChanged, mostPoints, totalPoints, redemptionsLost, feedbackChanged } =
    effect;
  const { clause, question, chosen } = of;
  const matters = accountsChanged > 0 || feedbackChanged > 0;
  const counts = { accountsChanged, mostPoints, totalPoints, redemptionsLost, feedbackChanged };
  return {
    reading,
    clause,
    question,
    chosen,
    answer,
    ...counts,
    matters,
    text: sentence(of, answer, counts),
  };
}

function sentence(
  { question, answers }: Reading,
  answer: string,
  counts: { accountsChanged: number; mostPoints: number; redemptionsLost: number; feedbackChanged: number },
): Text {
  const title = answers[answer]?.title ?? text(answer, answer);
  const { accountsChanged, mostPoints, redemptionsLost, feedbackChanged } = counts;
  return text(
    `${wordsIn(question, 'zh-CN')}若取“${wordsIn(title, 'zh-CN')}”：${accountsChanged} 个账户变动，至多 ${mostPoints} 分；${redemptionsLost} 次兑换不再可行；${feedbackChanged} 个账户的年度反馈变动。`,
    `${wordsIn(question, 'en')} If '${wordsIn(title, 'en')}': it changes ${plural(accountsChanged, 'account')}, by ${plural(mostPoints, 'point')} at most; ${plural(redemptionsLost, 'redemption')} would not be possible; the yearly feedback of ${plural(feedbackChanged, 'account')} differs.`,
  );
}

function byWeight(a: AnswerEffect, b: AnswerEffect): number {
  return (
    b.mostPoints - a.mostPoints ||
    b.accountsChanged - a.accountsChanged ||
    b.feedbackChanged - a.feedbackChanged
  );
}
