import { isRecord, valuesIn } from '../values/json.js';
import type { Fault } from './faults.js';
import type { Path, UnknownName } from './problem.js';
import { MOST_FAULTS, type ProblemCode } from './problem-code.js';

/** A member of an object or a list, and where it stands. */
export type Member<T> = { readonly key: string; readonly at: Path; readonly value: T };

/**
 * What a check of how parts fit each other sees: the parts that are well formed, and only these, so that one wrong part hides no fault
 * of another.
 */
export type CheckContext = {
  /** All of the data, well formed or not. */
  readonly whole: unknown;
  /** The part at a path; `undefined` where it is missing or anything in it is malformed. */
  readonly part: <T>(at: Path) => T | undefined;
  /** The members of the object or list at a path that are well formed. */
  readonly members: <T>(at: Path) => Member<T>[];
  /** The names of the members of the object at a path, well formed or not; `undefined` where there is no object. */
  readonly names: (at: Path) => ReadonlySet<string> | undefined;
  /** Whether everything is well formed but, perhaps, that outermost member. */
  readonly isSoundBut: (name: string) => boolean;
  readonly report: (at: Path, code: ProblemCode, detail?: string, unknown?: UnknownName) => void;
  /** Counts what comparing the part at a path with others takes; where it is out of proportion to the data, the part is refused. */
  readonly compare: (at: Path, steps: number) => void;
};

/** So many steps of comparing may be taken for each value that there is. */
const STEPS_A_VALUE = 100;

/** Thrown and caught in this file alone: there is no use in going on. */
class CheckStoppedError extends Error {
  override readonly name = 'CheckStoppedError';
}

/** What a check finds in data of which the malformed parts are known; it ends where nothing more would be listed. */
export function check(
  value: unknown,
  faults: readonly Fault[],
  run: (context: CheckContext) => void,
): readonly Fault[] {
  if (!isRecord(value)) return [];
  const found: Fault[] = [];
  const known = withoutUnknown(value, faults);
  const malformed = faults.filter((fault) => !isUnknown(fault));
  const isSound = soundness(malformed);
  const namesOf = new Map<object, ReadonlySet<string>>();
  const at = (path: Path): unknown =>
    path.reduce<unknown>(
      (of, step) =>
        of !== null && typeof of === 'object' ? (of as Record<PropertyKey, unknown>)[step] : undefined,
      known,
    );
  let stepsLeft: number | undefined;
  const report: CheckContext['report'] = (path, code, detail = '', unknown) => {
    found.push({ path: [...path], code, detail, ...(unknown && { unknown }) });
    if (found.length > MOST_FAULTS) throw new CheckStoppedError();
  };
  const context: CheckContext = {
    whole: value,
    part: <T>(path: Path) => (isSound(path) ? (at(path) as T) : undefined),
    members: <T>(path: Path) => membersOf<T>(path, at(path)).filter((member) => isSound(member.at)),
    names(path) {
      const object = at(path);
      if (!isRecord(object)) return undefined;
      // Every item asks for the same names.
      const names = namesOf.get(object) ?? new Set(Object.keys(object));
      namesOf.set(object, names);
      return names;
    },
    isSoundBut: (name) => malformed.every(({ path }) => path[0] === name),
    report,
    compare(path, steps) {
      stepsLeft = (stepsLeft ?? STEPS_A_VALUE * valuesIn(value)) - steps;
      if (stepsLeft >= 0) return;
      report(path, 'too-large', `${STEPS_A_VALUE} comparisons for each value`);
      throw new CheckStoppedError();
    },
  };
  try {
    run(context);
  } catch (thrown) {
    if (!(thrown instanceof CheckStoppedError)) throw thrown;
  }
  return found;
}

function membersOf<T>(path: Path, value: unknown): Member<T>[] {
  if (Array.isArray(value)) {
    return value.map((member: T, i) => ({ key: String(i), at: [...path, i], value: member }));
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).map(([key, member]) => ({ key, at: [...path, key], value: member as T }));
}

function isUnknown({ code }: Fault): boolean {
  return code === 'unknown-field';
}

/** A value without its unknown members: what has them is well formed otherwise. */
function withoutUnknown(value: unknown, faults: readonly Fault[]): unknown {
  const unknown = new Set(faults.filter(isUnknown).map(({ path }) => waysTo(path).at(-1)));
  if (unknown.size === 0) return value;
  const kept = (part: unknown, way: string): unknown => {
    if (Array.isArray(part)) return part.map((member, i) => kept(member, `${way}\n${i}`));
    if (!isRecord(part)) return part;
    const members = Object.entries(part).map(([key, member]) => ({ key, member, at: `${way}\n${key}` }));
    return Object.fromEntries(
      members.filter(({ at }) => !unknown.has(at)).map(({ key, member, at }) => [key, kept(member, at)]),
    );
  };
  return kept(value, '');
}

/** Tells of a path whether nothing at it, in it or above it is wrong. */
function soundness(faults: readonly Fault[]): (path: Path) => boolean {
  const wrong = new Set<string>();
  const leadsToWrong = new Set<string>();
  for (const { path } of faults) {
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

const MOST_NAMES = 20;

/** The first few of the names that there are, for a message. */
export function nameList(names: ReadonlySet<string>): string {
  const first: string[] = [];
  // Many names that there are not have the same many that there are.
  for (const name of names) {
    if (first.length === MOST_NAMES) return `${first.join(', ')} …`;
    first.push(name);
  }
  return first.join(', ');
}

/** Reports a name that is none of those that there are, with the one that may be meant. */
export function reportUnknown(
  context: CheckContext,
  at: Path,
  code: ProblemCode,
  name: string,
  known: ReadonlySet<string>,
): void {
  context.report(at, code, nameList(known), { name, known });
}

/** Reports each member that has the name of an earlier one. */
export function reportDuplicates(
  context: CheckContext,
  named: readonly { readonly at: Path; readonly name: string }[],
): void {
  const seen = new Set<string>();
  for (const { at, name } of named) {
    if (seen.has(name)) context.report(at, 'duplicate', name);
    seen.add(name);
  }
}

/** Reports what a list of words has twice. */
export function reportRepeated(
  context: CheckContext,
  { at, value }: Pick<Member<readonly string[]>, 'at' | 'value'>,
): void {
  reportDuplicates(
    context,
    value.map((name, i) => ({ at: [...at, i], name })),
  );
}

/** A list of offices or roles names those of the rules, each once. */
export function checkNamesOf(
  context: CheckContext,
  { at, value }: Pick<Member<readonly string[]>, 'at' | 'value'>,
  of: 'offices' | 'roles',
): void {
  const known = context.names([of]);
  value.forEach((name, i) => {
    // That there are none at all is a problem of its own.
    if (known === undefined || known.size === 0 || known.has(name)) return;
    reportUnknown(context, [...at, i], of === 'offices' ? 'unknown-office' : 'unknown-role', name, known);
  });
  reportRepeated(context, { at, value });
}
