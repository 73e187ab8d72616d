import type * as z from 'zod';
import { clip } from '../values/text.js';
import { type Path, type Problem, problemAt } from './problem.js';
import type { ProblemCode } from './problem-code.js';

type Issue = z.core.$ZodRawIssue;

/** The words of zod for what it expected, in the library's. */
const EXPECTED: Readonly<Record<string, ProblemCode>> = {
  object: 'not-an-object',
  record: 'not-an-object',
  array: 'not-a-list',
  tuple: 'not-a-list',
  boolean: 'not-a-boolean',
};

/**
 * What zod finds wrong with a value. The schema is run bare: `safeParse` would make an error with a message of each issue, which for
 * a large list of wrong values takes most of the time, and the messages are the library's own.
 */
export function issuesWith(schema: z.ZodType, value: unknown): readonly Issue[] {
  const payload = schema._zod.run({ value, issues: [] }, { async: false }) as z.core.ParsePayload;
  return payload.issues;
}

/** What zod found wrong with a value, as problems. */
export function problemsOf(issues: readonly Issue[], value: unknown): Problem[] {
  return issues.flatMap((issue) => {
    const { path = [] } = issue;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => problemAt([...path, key], 'unknown-field'));
    }
    const given = valueAt(value, path);
    const [code, detail] = codeOf(issue);
    if (given === undefined) return problemAt(path, 'missing');
    const named = typeof given === 'string' ? clip(given) : typeof given;
    return problemAt(path, code, code === 'unknown-type' ? named : detail);
  });
}

function codeOf(issue: Issue): [code: ProblemCode, detail: string] {
  switch (issue.code) {
    case 'custom':
      return [issue.params?.code, issue.params?.detail];
    case 'invalid_key':
      return codeOf(issue.issues[0] as Issue);
    case 'invalid_union':
      return [issue.path?.at(-1) === 'type' ? 'unknown-type' : 'not-one-of', optionsOf(issue)];
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
function optionsOf(issue: Issue): string {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.join(', ') : '';
}
