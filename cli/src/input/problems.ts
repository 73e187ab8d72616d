import type { Problem } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';
import { packOf } from '../program/pack.js';

const MOST_PROBLEMS = 20;

/** A problem with its field. */
export function problemText(problem: Problem, { locale, say }: Pick<Context, 'locale' | 'say'>): string {
  const said = explain(problem, packOf(locale));
  return problem.path === '' ? said : say(`${problem.path}：${said}`, `${problem.path}: ${said}`);
}

/** The error that data cannot be used, a line for each problem; `at` says where it stands. */
export function problemsError(
  at: (said: string) => string,
  problems: readonly Problem[],
  context: Context,
): UnusableError {
  const shown = problems.slice(0, MOST_PROBLEMS).map((problem) => at(problemText(problem, context)));
  return new UnusableError(shown.join('\n'));
}
