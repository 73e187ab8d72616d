import * as z from 'zod';
import { isRecord } from '../values/json.js';
import type { Path } from './problem.js';
import type { ProblemCode } from './problem-code.js';
import { PROBLEM_MESSAGES } from './problem-messages.js';

/** A member of an object or a list, and where it stands. */
export type Member<T> = { readonly key: string; readonly at: Path; readonly value: T };

/**
 * Data whose form has been judged. Checks of how its parts fit each other see the parts that are well formed, and only these, so
 * that one wrong part hides no problem of another.
 */
export type Scope = {
  /** All of the data, well formed or not. */
  readonly whole: unknown;
  /** The part at a path; `undefined` where it is missing or anything in it is not well formed. */
  readonly part: <T>(at: Path) => T | undefined;
  /** The members of the object or list at a path that are well formed. */
  readonly members: <T>(at: Path) => Member<T>[];
  /** The names of the members of the object at a path, well formed or not; `undefined` where there is no object. */
  readonly names: (at: Path) => ReadonlySet<string> | undefined;
  /** Whether everything is well formed, that one outermost member left aside. */
  readonly isSoundBut: (name: string) => boolean;
  readonly report: (at: Path, code: ProblemCode, detail?: string) => void;
};

/** A check that is made whether or not the form is right, and reports what it finds. */
export function always<T>(check: (scope: Scope) => void): z.core.$ZodCheck<T> {
  const made = z.check<T>((payload) => {
    if (isRecord(payload.value)) check(scopeOf(payload));
  });
  made._zod.def.when = () => true;
  return made;
}

function scopeOf({ value, issues }: z.core.ParsePayload): Scope {
  const malformed = issues.filter(isOfForm);
  const isSound = soundness(malformed);
  const known = new Map<object, ReadonlySet<string>>();
  const at = (path: Path): unknown =>
    path.reduce<unknown>(
      (of, step) =>
        of !== null && typeof of === 'object' ? (of as Record<PropertyKey, unknown>)[step] : undefined,
      value,
    );
  return {
    whole: value,
    part: <T>(path: Path) => (isSound(path) ? (at(path) as T) : undefined),
    members: <T>(path: Path) => membersOf<T>(path, at(path)).filter((member) => isSound(member.at)),
    names(path) {
      const object = at(path);
      if (!isRecord(object)) return undefined;
      // Asked for again and again, by each item for instance.
      const names = known.get(object) ?? new Set(Object.keys(object));
      known.set(object, names);
      return names;
    },
    isSoundBut: (name) => malformed.every(({ path }) => path?.[0] === name),
    report(path, code, detail = '') {
      const message = PROBLEM_MESSAGES[code](detail);
      const params = { code, detail, [BETWEEN_PARTS]: true };
      issues.push({ code: 'custom', path: [...path], input: undefined, message, params });
    },
  };
}

function membersOf<T>(path: Path, value: unknown): Member<T>[] {
  if (Array.isArray(value)) {
    return value.map((member: T, i) => ({ key: String(i), at: [...path, i], value: member }));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, member]) => ({ key, at: [...path, key], value: member as T }));
}

/** Marks what a check reported, which leaves each part well formed. */
const BETWEEN_PARTS = 'betweenParts';

/** Whether an issue makes a part malformed. A member that is one too many leaves the others as they are. */
function isOfForm(issue: z.core.$ZodRawIssue): boolean {
  if (issue.code === 'unrecognized_keys') return false;
  return !(issue.code === 'custom' && issue.params?.[BETWEEN_PARTS] === true);
}

/** Tells of a path whether nothing at it, in it or above it is wrong. */
function soundness(issues: readonly z.core.$ZodRawIssue[]): (path: Path) => boolean {
  const wrong = new Set<string>();
  const leadsToWrong = new Set<string>();
  for (const { path = [] } of issues) {
    const ways = waysTo(path);
    for (const way of ways) leadsToWrong.add(way);
    wrong.add(ways.at(-1) as string);
  }
  return (path) => {
    const ways = waysTo(path);
    return !leadsToWrong.has(ways.at(-1) as string) && !ways.some((way) => wrong.has(way));
  };
}

/** The root, and each part on the way to a path, the path itself last, each in one text. */
function waysTo(path: Path): string[] {
  const ways = [''];
  for (const step of path) ways.push(`${ways.at(-1)}\n${String(step)}`);
  return ways;
}

const MOST_LISTED = 20;

/** The names that there are, for a message: the first few. */
export function listed(names: ReadonlySet<string>): string {
  const first = [...names].slice(0, MOST_LISTED).join(', ');
  return names.size > MOST_LISTED ? `${first} …` : first;
}

/** Reports each member that is named as an earlier one. */
export function reportDuplicates(
  scope: Scope,
  named: readonly { readonly at: Path; readonly name: string }[],
): void {
  const seen = new Set<string>();
  for (const { at, name } of named) {
    if (seen.has(name)) scope.report(at, 'duplicate', name);
    seen.add(name);
  }
}

/** Reports what a list of words has twice. */
export function reportRepeated(
  scope: Scope,
  { at, value }: Pick<Member<readonly string[]>, 'at' | 'value'>,
): void {
  reportDuplicates(
    scope,
    value.map((name, i) => ({ at: [...at, i], name })),
  );
}
