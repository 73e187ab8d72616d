import { deepFreeze } from '../values/json.js';
import { type NameMeant, namesMeant } from '../values/names.js';
import type { ProblemCode } from './problem-code.js';
import { PROBLEM_MESSAGES, suggested } from './problem-messages.js';

/** One thing that is wrong with data, and where. */
export type Problem = {
  /** The part, from the root: `roles.resident.items.activity.clause`, `data.lines[0].quantity`; empty for the root itself. */
  readonly path: string;
  readonly code: ProblemCode;
  /** What the words name: the answers there are, the range a number has to be in; empty where there is nothing to name. */
  readonly detail: string;
  /** What may have been meant by a field, a word or an id that there is not: the nearest that there is, if any is near. */
  readonly suggestion?: string;
  /** For whoever wrote the program; `explain` says it in the words of a pack. */
  readonly message: string;
};

/** What came of parsing: the data, or every problem with it (of very many, the first 1,000, and a last one that says so). */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The way from the root to a part: names of members, places in lists. */
export type Path = readonly PropertyKey[];

const LONGEST_NAME = 40;
const PLAIN_NAME = /^[\p{L}\p{N}_$-]+$/u;

/** A path as text: `rewards[2].title.en`; a name that is not made of letters, digits, `_`, `$` and `-` is quoted: `["a b"]`. */
export function pathText(path: Path): string {
  return path.reduce<string>((written, step) => written + stepText(step, written === ''), '');
}

function stepText(step: PropertyKey, first: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  const name = String(step);
  const short = name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME)}…`;
  if (!PLAIN_NAME.test(name)) return `[${JSON.stringify(short)}]`;
  return first ? short : `.${short}`;
}

/** A name or a word that there is not, and those that there are. */
export type UnknownName = { readonly name: string; readonly known: Iterable<string> };

/**
 * A problem at a path.
 *
 * @param detail - what the message names: the answers there are, the range a number has to be in
 * @param meant - finds what was meant, for all problems of some data
 */
export function problemAt(
  path: Path,
  code: ProblemCode,
  detail = '',
  unknown?: UnknownName,
  meant: NameMeant = namesMeant(),
): Problem {
  const suggestion = unknown && meant(unknown.name, unknown.known);
  const said = PROBLEM_MESSAGES[code](detail);
  const problem = { path: pathText(path), code, detail };
  if (suggestion === undefined) return deepFreeze({ ...problem, message: said });
  return deepFreeze({ ...problem, suggestion, message: said + suggested(suggestion) });
}
