import type { LooserPart } from '../rules/differences/bounds.js';
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

/** Thrown where a derived rule set is looser than its base, or cannot be compared with it; names the clause of each place. */
export class LooserThanBoundError extends Error {
  override readonly name = 'LooserThanBoundError';
  /** Every place where it is looser, than a bound that the base holds or than any other part of it; of the kind `other` where it cannot be compared. */
  readonly loosened: readonly LooserPart[];

  constructor(places: readonly LooserPart[]) {
    super(
      places
        .map((place) => {
          const than = 'bound' in place ? `'${place.bound}'` : 'its base';
          const how = place.kind === 'other' ? 'cannot be compared with' : 'is looser than';
          return `${place.path} ${how} ${than} (clause ${place.clause})`;
        })
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
