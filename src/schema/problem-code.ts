import type { FieldProblem } from '../account/decide/refusal.js';

/** The most problems that are listed; where there are more, a last one says so. */
export const MOST_FAULTS = 1000;

/** What can be wrong with data, beyond what can be wrong with a command's field ({@link FieldProblem}). */
export type DataProblem =
  | 'not-a-locale'
  | 'not-a-day-of-year'
  | 'not-amounts'
  | 'not-entries'
  | 'not-points'
  | 'not-a-digest'
  | 'not-a-window'
  | 'not-a-span'
  | 'not-an-amount'
  | 'not-a-map'
  | 'not-json'
  | 'empty'
  | 'too-deep'
  | 'too-large'
  | 'unknown-version'
  | 'stale-fold'
  | 'upcast-failed'
  | 'not-one-event'
  | 'more-problems';

/** What can be wrong with a rule set, a handbook or a programme whose every part is well formed: the parts do not fit each other. */
export type RuleProblem =
  | 'duplicate'
  | 'unknown-item'
  | 'unknown-office'
  | 'unknown-role'
  | 'unknown-difficulty'
  | 'unknown-limit'
  | 'unknown-answer'
  | 'unknown-post'
  | 'unknown-reward'
  | 'not-both'
  | 'not-above'
  | 'not-alone'
  | 'above-maximum'
  | 'unknown-ground'
  | 'missing-locale'
  | 'unknown-locale'
  | 'wrong-entry'
  | 'wrong-scoring'
  | 'entry-taken'
  | 'misplaced'
  | 'never-scores'
  | 'never-bites'
  | 'never-met'
  | 'nothing-before'
  | 'no-effect'
  | 'never-spendable'
  | 'never-carries'
  | 'too-dear'
  | 'opening-differs'
  | 'unknown-unit'
  | 'not-counted-so'
  | 'gives-and-takes'
  | 'backwards'
  | 'over-year-end'
  | 'overlap'
  | 'without-rule'
  | 'without-office'
  | 'answer-out-of-reach'
  | 'answer-not-in-rules'
  | 'answer-invalid'
  | 'answer-not-undone';

/** The closed list of what can be wrong with data. */
export type ProblemCode = FieldProblem | DataProblem | RuleProblem;
