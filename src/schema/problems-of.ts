import type * as z from 'zod';
import { clip } from '../account/words.js';
import { type Path, type Problem, problemAt } from './problem.js';
import type { ProblemCode } from './problem-code.js';

/** The words of zod for what it expected, in the library's. */
const EXPECTED: Readonly<Record<string, ProblemCode>> = {
  object: 'not-an-object',
  record: 'not-an-object',
  array: 'not-a-list',
  tuple: 'not-a-list',
  boolean: 'not-a-boolean',
};

/** What zod found wrong with a value, as problems. */
export function problemsOf(issues: readonly z.core.$ZodIssue[], value: unknown): Problem[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problemAt([...issue.path, key], 'unknown-field'));
    }
    const given = valueAt(value, issue.path);
    const [code, detail] = codeOf(issue);
    if (given === undefined) return problemAt(issue.path, 'missing');
    const named = typeof given === 'string' ? clip(given) : typeof given;
    return problemAt(issue.path, code, code === 'unknown-type' ? named : detail);
  });
}

function codeOf(issue: z.core.$ZodIssue): [code: ProblemCode, detail: string] {
  switch (issue.code) {
    case 'custom':
      return [issue.params?.code, issue.params?.detail];
    case 'invalid_key':
      return codeOf(issue.issues[0] as z.core.$ZodIssue);
    case 'invalid_union':
      return [issue.path.at(-1) === 'type' ? 'unknown-type' : 'not-one-of', optionsOf(issue)];
    case 'invalid_value':
      return ['not-one-of', issue.values.join(', ')];
    case 'too_small':
      return [issue.minimum === 1 ? 'empty' : 'not-a-list', ''];
    case 'too_big':
      return ['too-many', String(issue.maximum)];
    case 'invalid_type':
      return [EXPECTED[issue.expected] ?? 'not-an-object', ''];
    default:
      // No schema here gives another.
      return ['not-json', ''];
  }
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, step) => (at as Record<PropertyKey, unknown> | undefined)?.[step], value);
}

/** What a discriminator may be; zod's types leave it out. */
function optionsOf(issue: z.core.$ZodIssue): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
}
