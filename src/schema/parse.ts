import * as z from 'zod';
import { namesMeant } from '../values/names.js';
import { undisturbed } from '../values/undisturbed.js';
import { asSchema, type Schema } from './build.js';
import { type Fault, faultsIn, issueOf } from './faults.js';
import { type IsUnread, plainCopy, tooLarge } from './plain-copy.js';
import { type Parsed, type Problem, problemAt } from './problem.js';
import { MOST_FAULTS } from './problem-code.js';

/** A format of data: how much there may be of it, its form, and how its parts fit each other. */
export type Format<T> = {
  readonly form: z.ZodType<T>;
  /** The most values there may be, all levels counted. */
  readonly limit: number;
  /** Tells the members that mean nothing: they may be there, and are left out. */
  readonly isUnread?: IsUnread;
  /** Whether there would be more values than the limit once what the author may leave out is put in. */
  readonly isTooMuch?: (value: unknown) => boolean;
  /** Puts in what the author may leave out. */
  readonly complete?: (value: unknown) => unknown;
  /** Finds what is wrong between parts, each well formed. */
  readonly check?: (value: unknown, malformed: readonly Fault[]) => readonly Fault[];
};

/**
 * Parses anything by a format: copies it, judges the copy, and gives the copy back frozen, its members in the order they came in.
 * Never throws.
 */
export function parseBy<T>(format: Format<T>, input: unknown): Parsed<T> {
  return undisturbed(() => parsed(format, input));
}

function parsed<T>(format: Format<T>, input: unknown): Parsed<T> {
  const { copied, value, faults } = plainCopy(input, format.limit, format.isUnread);
  if (!copied) return refused(faults);
  const { complete, isTooMuch } = format;
  if (isTooMuch?.(value)) return refused([tooLarge(format.limit)]);
  return judge(format, complete === undefined ? value : complete(value), faults);
}

/** Judges a private copy, and freezes it where nothing is wrong with it. */
export function judge<T>(format: Format<T>, value: unknown, known: readonly Fault[] = []): Parsed<T> {
  const malformed = faultsIn(format.form, value);
  const between = format.check?.(value, malformed) ?? [];
  // What could not be copied is not judged a second time.
  const found = [...malformed, ...between].filter(({ path }) => !known.some((fault) => leadsTo(fault, path)));
  const faults = [...known, ...found];
  if (faults.length > 0) return refused(faults);
  return Object.freeze({ ok: true, value: sealed(value) as T });
}

/** The problems of data that is refused. */
export function refused(faults: readonly Fault[]): { ok: false; problems: readonly Problem[] } {
  const meant = namesMeant();
  return refusedBy(
    faults
      .slice(0, MOST_FAULTS + 1)
      .map(({ path, code, detail, unknown }) => problemAt(path, code, detail, unknown, meant)),
  );
}

/** {@link refused}, of problems that have their words. */
export function refusedBy(problems: readonly Problem[]): { ok: false; problems: readonly Problem[] } {
  const listed = problems.slice(0, MOST_FAULTS);
  if (problems.length > MOST_FAULTS) listed.push(problemAt([], 'more-problems', String(MOST_FAULTS)));
  return Object.freeze({ ok: false, problems: Object.freeze(listed) });
}

/** Data that is refused whole. */
export function refusedAt(...problem: Parameters<typeof problemAt>): ReturnType<typeof refused> {
  return refusedBy([problemAt(...problem)]);
}

/**
 * The zod schema of a format, for hosts that compose schemas or take Standard Schema. It takes a copy as {@link parseBy} does, so
 * that it holds the same promises; it looks at how the parts fit each other once each is well formed.
 */
export function schemaOf<T>({ form, limit, isUnread, isTooMuch, complete, check }: Format<T>): Schema<T> {
  const copying = z.preprocess((input, context) => {
    const { value, faults } = plainCopy(input, limit, isUnread);
    const meant = namesMeant();
    for (const fault of isTooMuch?.(value) ? [tooLarge(limit)] : faults)
      context.addIssue(issueOf(fault, meant));
    return complete === undefined ? value : complete(value);
  }, form);
  const checked =
    check === undefined
      ? copying
      : copying.superRefine((value, context) => {
          const meant = namesMeant();
          for (const fault of check(value, [])) context.addIssue(issueOf(fault, meant));
        });
  return asSchema<T>(checked);
}

/** Whether a fault lies at a path or on the way to it. */
function leadsTo(fault: Fault, path: Fault['path']): boolean {
  return fault.path.length <= path.length && fault.path.every((step, i) => step === path[i]);
}

/** Freezes a private copy and all it holds; a member that is `undefined` is left out, as JSON does. */
function sealed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  for (const [key, member] of Object.entries(value)) {
    if (member === undefined) delete (value as Record<string, unknown>)[key];
    else sealed(member);
  }
  return Object.freeze(value);
}
