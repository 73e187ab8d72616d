import type * as z from 'zod';
import { plainCopy } from './plain-copy.js';
import { type Parsed, type Problem, problemAt } from './problem.js';
import { issuesWith, problemsOf } from './problems-of.js';

/** The most problems that are listed; where there are more, a last one says so. */
export const MOST_PROBLEMS = 1000;

/**
 * Parses anything by a schema: copies it, judges the copy, and gives the copy back frozen, its members in the order they came in.
 * Never throws.
 *
 * @param limit - the most values there may be, all levels counted
 * @param unread - outermost members that mean nothing: they may be there, and are left out
 */
export function parseBy<T>(
  schema: z.ZodType<T>,
  input: unknown,
  limit: number,
  unread?: readonly string[],
): Parsed<T> {
  const copy = plainCopy(input, limit, unread);
  return copy.copied ? judge(schema, copy.value, copy.problems) : refused(copy.problems);
}

/** Judges a private copy, and seals it where nothing is wrong with it. */
export function judge<T>(schema: z.ZodType<T>, value: unknown, known: readonly Problem[] = []): Parsed<T> {
  const issues = issuesWith(schema, value);
  const knownPaths = new Set(known.map(({ path }) => path));
  const found = problemsOf(issues.slice(0, MOST_PROBLEMS + 1), value).filter(
    ({ path }) => !isKnown(knownPaths, path),
  );
  const problems = [...known, ...found];
  if (problems.length > 0) return refused(problems);
  return Object.freeze({ ok: true, value: seal(value) as T });
}

/** The problems of data that is not accepted. */
export function refused(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  const listed = problems.slice(0, MOST_PROBLEMS);
  if (problems.length > MOST_PROBLEMS) listed.push(problemAt([], 'more-problems', String(MOST_PROBLEMS)));
  return Object.freeze({ ok: false, problems: Object.freeze(listed) });
}

/** Data that is refused whole. */
export function refusedAt(...problem: Parameters<typeof problemAt>): ReturnType<typeof refused> {
  return refused([problemAt(...problem)]);
}

/** Whether a path, or a part on the way to it, is among those known: what could not be copied is not judged a second time. */
function isKnown(known: ReadonlySet<string>, path: string): boolean {
  for (let i = path.length; i > 0; i -= 1) {
    if ((i === path.length || path[i] === '.' || path[i] === '[') && known.has(path.slice(0, i))) return true;
  }
  return false;
}

/** Freezes a private copy and all it holds; a member that is `undefined` is left out, as JSON does. */
function seal(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) delete (value as Record<string, unknown>)[key];
    else seal(member);
  }
  return Object.freeze(value);
}
