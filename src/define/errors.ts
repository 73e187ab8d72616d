import type { Loosened } from '../rules/bounds.js';
import type { Problem } from '../schema/problem.js';

/** Thrown for rules that are not a valid rule set. */
export class RuleSetError extends Error {
  override readonly name = 'RuleSetError';
  /** Everything that is wrong with it. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(messageOf('rule set', problems));
    this.problems = problems;
  }
}

/** Thrown for what is not a valid handbook. */
export class HandbookError extends Error {
  override readonly name = 'HandbookError';
  /** Everything that is wrong with it. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(messageOf('handbook', problems));
    this.problems = problems;
  }
}

/** Thrown for what is not a valid programme. */
export class ProgrammeError extends Error {
  override readonly name = 'ProgrammeError';
  /** Everything that is wrong with it. */
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(messageOf('programme', problems));
    this.problems = problems;
  }
}

/** Thrown where a derived rule set is looser than a bound of its base; names each bound's clause. */
export class LooserThanBoundError extends Error {
  override readonly name = 'LooserThanBoundError';
  /** Every place where it is looser. */
  readonly loosened: readonly Loosened[];

  constructor(places: readonly Loosened[]) {
    super(
      places
        .map(({ path, bound, clause }) => `${path} is looser than '${bound}' (clause ${clause})`)
        .join('\n'),
    );
    this.loosened = places;
  }
}

const MOST_LISTED = 10;

/** The first few problems, one to a line. */
function messageOf(what: string, problems: readonly Problem[]): string {
  const lines = problems.slice(0, MOST_LISTED).map(({ path, message }) => `${path || what}: ${message}`);
  const more = problems.length - lines.length;
  return [`not a valid ${what}`, ...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n  ');
}
