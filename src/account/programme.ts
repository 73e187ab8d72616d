import type { CalendarDate } from '../values/calendar.js';
import { changesOfParts, type EditionChange, editionOn, requireEdition } from '../values/editions.js';
import { deepFreeze } from '../values/json.js';
import type { Text } from '../values/text.js';
import { undisturbed } from '../values/undisturbed.js';

/** A post or project that a community offers. */
export type ProgrammePost = {
  readonly postId: string;
  readonly title: Text;
  /** Whether it is a post or a project; either may be claimed if absent. */
  readonly kind?: 'post' | 'project';
  /** How hard claiming it is, for items scored by difficulty; the claim says so if absent. */
  readonly difficulty?: string;
  /** The first day on which it can be claimed. */
  readonly from?: CalendarDate;
  /** The last day on which it can be claimed. */
  readonly until?: CalendarDate;
  /** An entry of the rule set's catalogue. */
  readonly catalogue?: string;
};

/** Something that is done for the community: on the days listed, or on any day `from` … `until`. */
export type ProgrammeMatter = {
  readonly matterId: string;
  readonly title: Text;
  /** The item that it is credited under. */
  readonly item: string;
  /** How hard it is, for items scored by difficulty; the entry says so if absent. */
  readonly difficulty?: string;
  /** How much of it there is, for items scored by quantity; the entry says so if absent. */
  readonly quantity?: number;
  /** Its first day. */
  readonly from?: CalendarDate;
  /** Its last day; it has no end if absent. */
  readonly until?: CalendarDate;
  /** Its days, in place of `from` and `until`. */
  readonly days?: readonly CalendarDate[];
  /** The roles that it is for; all of them if absent. */
  readonly roles?: readonly string[];
  /** The post that it is served in. */
  readonly postId?: string;
  /** An entry of the rule set's catalogue. */
  readonly catalogue?: string;
};

/**
 * A community's programme: its posts and projects, and what is done. A bank that has it takes no others, and names that differ only in
 * width, case or spaces are the same name.
 */
export type Programme = {
  readonly communityId: string;
  readonly version: string;
  /** The day of publication. */
  readonly published: CalendarDate;
  readonly posts: readonly ProgrammePost[];
  readonly matters: readonly ProgrammeMatter[];
};

/**
 * The programme in use on a day: of those published by then, the latest. `undefined` if there is none yet.
 *
 * @param programmes - one community's programmes, in any order
 * @throws {@link NotAnEditionError}, {@link NotADateError} where something else is given
 *
 * @example
 * ```ts
 * import { programmeOn } from 'points-bank'
 *
 * const spring = { communityId: 'linan', version: '2023-1', published: '2023-03-01', posts: [], matters: [] }
 * const autumn = { communityId: 'linan', version: '2023-2', published: '2023-09-01', posts: [], matters: [] }
 * console.log(programmeOn([autumn, spring], '2023-06-30')?.version) // → 2023-1
 * ```
 */
export function programmeOn(programmes: Iterable<Programme>, on: CalendarDate): Programme | undefined {
  return editionOn(programmes, on, requireProgramme);
}

/** Throws for what is no programme at all. */
export function requireProgramme(given: unknown): void {
  requireEdition('programme', ['posts', 'matters'], given);
}

/** One difference between two editions of a programme. */
export type ProgrammeChange = EditionChange<'post' | 'matter'>;

/**
 * What changed between two editions of a programme: posts first, then matters; of each, those that are gone, then those that are new and
 * the fields of those that changed.
 *
 * @throws {@link NotAnEditionError} where one of them is none
 *
 * @example
 * ```ts
 * import { programmeChanges } from 'points-bank'
 *
 * const before = { communityId: 'linan', version: '1', published: '2023-03-01', posts: [], matters: [] }
 * const after = { ...before, version: '2', posts: [{ postId: 'gate', title: { en: 'Gate duty' } }] }
 * const [change] = programmeChanges(before, after)
 * console.log(change.part, change.id, change.change) // → post gate added
 * ```
 */
export function programmeChanges(before: Programme, after: Programme): readonly ProgrammeChange[] {
  return undisturbed(() => changesBetween(before, after));
}

function changesBetween(before: Programme, after: Programme): readonly ProgrammeChange[] {
  requireProgramme(before);
  requireProgramme(after);
  return deepFreeze([
    ...changesOfParts<'post' | 'matter', ProgrammePost>(
      'post',
      ({ postId }) => postId,
      before.posts,
      after.posts,
    ),
    ...changesOfParts<'post' | 'matter', ProgrammeMatter>(
      'matter',
      ({ matterId }) => matterId,
      before.matters,
      after.matters,
    ),
  ]);
}
