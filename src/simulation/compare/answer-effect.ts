import type { Clause, Reading } from '../../rules/rule-set.js';
import { plural, type Text, text } from '../../values/text.js';

/** The effect of another answer to one open question on a ledger. */
export type AnswerEffect = {
  readonly reading: string;
  readonly clause: Clause;
  readonly question: Text;
  /** The rule set's own answer. */
  readonly chosen: string;
  /** The other answer. */
  readonly answer: string;
  /** The number of accounts with a different decision or balance. */
  readonly accountsChanged: number;
  /** The largest change of an assessment or a balance, in points, up or down. */
  readonly mostPoints: number;
  /** The change of all assessments together, in points. */
  readonly totalPoints: number;
  /** The number of redemptions that would be refused. */
  readonly redemptionsLost: number;
  /** The number of accounts with a different annual feedback; counted for answers that affect it. */
  readonly feedbackChanged: number;
  /** Whether the answer changes anything on this ledger. */
  readonly matters: boolean;
  /** The effect in a sentence. */
  readonly text: Text;
};

/** The counts of an effect. */
export type EffectCounts = Pick<
  AnswerEffect,
  'accountsChanged' | 'mostPoints' | 'totalPoints' | 'redemptionsLost' | 'feedbackChanged'
>;

/** Describes an effect. */
export function answerEffect(
  id: string,
  reading: Reading,
  answer: string,
  { accountsChanged, mostPoints, totalPoints, redemptionsLost, feedbackChanged }: EffectCounts,
): AnswerEffect {
  const { clause, question, chosen } = reading;
  const counts = { accountsChanged, mostPoints, totalPoints, redemptionsLost, feedbackChanged };
  return {
    reading: id,
    clause,
    question,
    chosen,
    answer,
    ...counts,
    matters: accountsChanged > 0 || feedbackChanged > 0,
    text: sentence(reading, answer, counts),
  };
}

function sentence(
  { question, answers }: Reading,
  answer: string,
  { accountsChanged, mostPoints, redemptionsLost, feedbackChanged }: EffectCounts,
): Text {
  const title = answers[answer]?.title ?? text(answer, answer);
  return text(
    `${question['zh-CN']}若取“${title['zh-CN']}”：${accountsChanged} 个账户变动，至多 ${mostPoints} 分；${redemptionsLost} 次兑换不能办理；${feedbackChanged} 个账户的年度反馈变动。`,
    `${question.en} If '${title.en}': it changes ${plural(accountsChanged, 'account')}, by ${plural(mostPoints, 'point')} at most; ${plural(redemptionsLost, 'redemption')} would not be possible; the yearly feedback of ${plural(feedbackChanged, 'account')} differs.`,
  );
}
