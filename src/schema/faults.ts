import type * as z from 'zod';
import { isRecord } from '../values/json.js';
import type { NameMeant } from '../values/names.js';
import { clip } from '../values/text.js';
import { membersAt } from './members-at.js';
import { type Path, problemAt, type UnknownName } from './problem.js';
import type { ProblemCode } from './problem-code.js';
import { PROBLEM_MESSAGES } from './problem-messages.js';

/** Something that is wrong at a path; a problem before it is put into words. */
export type Fault = {
  readonly path: Path;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly unknown?: UnknownName;
};

/** What a fault says to whoever uses the zod schemas. */
export function messageOf(code: ProblemCode, detail: string): string {
  return PROBLEM_MESSAGES[code](detail);
}

/** A fault as an issue of zod's. */
export function issueOf(
  { path, code, detail, unknown }: Fault,
  meant: NameMeant,
): {
  code: 'custom';
  path: PropertyKey[];
  message: string;
  params: { code: ProblemCode; detail: string };
} {
  const { message } = problemAt(path, code, detail, unknown, meant);
  return { code: 'custom', path: [...path], message, params: { code, detail } };
}

/** What a schema finds wrong with a value. */
export function faultsIn(schema: z.ZodType, value: unknown): Fault[] {
  // Faults have words of their own, so zod is asked for none.
  const { error } = schema.safeParse(value, { error: () => '' });
  return error === undefined ? [] : error.issues.flatMap((issue) => faultsOf(issue, value, schema));
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): Fault | Fault[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = membersAt(schema, value, path);
    return issue.keys.map((name) => ({
      path: [...path, name],
      code: 'unknown-field',
      detail: '',
      unknown: { name, known },
    }));
  }
  const given = valueAt(value, path);
  if (given === undefined) return { path, code: 'missing', detail: '' };
  const [code, detail] = codeOf(issue);
  const unknown = code === 'not-a-span' ? unknownSpan(given, detail) : unknownWord(given, issue);
  if (code === 'unknown-type')
    return { path, code, detail: typeof given === 'string' ? clip(given) : typeof given, ...unknown };
  return { path, code, detail, ...unknown };
}

/** A text, and the words that it had to be one of. */
function unknownWord(given: unknown, issue: z.core.$ZodIssue): Pick<Fault, 'unknown'> {
  if (typeof given !== 'string') return {};
  if (issue.code === 'invalid_value') return { unknown: { name: given, known: issue.values.map(String) } };
  return issue.code === 'invalid_union' ? { unknown: { name: given, known: optionsOf(issue) } } : {};
}

/** The word of a window that there is none of, `monthly` or the `day` of `{ last: 30, of: 'day' }`, and those that there are. */
function unknownSpan(given: unknown, names: string): Pick<Fault, 'unknown'> {
  if (typeof given === 'string') {
    const words = names.split(', ').filter((name) => /^[a-z-]+$/.test(name));
    return { unknown: { name: given, known: words } };
  }
  const { of: name } = isRecord(given) ? given : {};
  if (typeof name !== 'string' || BACK.includes(name)) return {};
  return { unknown: { name, known: BACK } };
}

const BACK = ['days', 'months'];

/** The words of zod for what it expected, in the library's. */
const EXPECTED: Readonly<Record<string, ProblemCode>> = {
  object: 'not-an-object',
  record: 'not-an-object',
  array: 'not-a-list',
  boolean: 'not-a-boolean',
};

function codeOf(issue: z.core.$ZodIssue): [code: ProblemCode, detail: string] {
  switch (issue.code) {
    case 'custom':
      return [issue.params?.code, issue.params?.detail];
    case 'invalid_key':
      return codeOf(issue.issues[0] as z.core.$ZodIssue);
    case 'invalid_union':
      return [issue.path.at(-1) === 'type' ? 'unknown-type' : 'not-one-of', optionsOf(issue).join(', ')];
    case 'invalid_value':
      return ['not-one-of', issue.values.join(', ')];
    case 'too_small':
      return ['empty', ''];
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
function optionsOf(issue: z.core.$ZodIssue): readonly string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
}
