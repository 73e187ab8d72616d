import type { Programme } from '../account/programme.js';
import type { Problem } from '../schema/problem.js';
import { parseProgramme } from '../schema/programme.js';
import { ProgrammeError } from './errors.js';

/**
 * Makes a community's programme: the posts and projects that it offers, and the matters that are done, each with its item, its difficulty
 * or quantity, and its days. A bank that has it takes no others. Names that differ only in width, case or spaces are one name, so a
 * programme has each once.
 *
 * @returns a copy, deeply frozen
 * @throws {@link ProgrammeError} with every problem and its path
 *
 * @example
 * ```ts
 * import { defineProgramme } from 'points-bank/define'
 *
 * const programme = defineProgramme({
 *   communityId: 'linan',
 *   version: '2023-1',
 *   published: '2023-03-01',
 *   posts: [{ postId: 'gate', title: { en: 'Gate duty' } }],
 *   matters: [{ matterId: 'clean-up', title: { en: 'Clean-up' }, item: 'activity', difficulty: 'hard', days: ['2023-03-05'] }],
 * })
 * console.log(programme.matters.length) // → 1
 * ```
 */
export function defineProgramme(input: Programme): Programme {
  const parsed = parseProgramme(input);
  if (!parsed.ok) throw new ProgrammeError(parsed.problems);
  return parsed.value;
}

/**
 * Everything that is wrong with a programme; nothing where it is valid. Takes anything and never throws.
 *
 * @example
 * ```ts
 * import { checkProgramme } from 'points-bank/define'
 *
 * const [first] = checkProgramme({ communityId: 'linan', version: '1', published: '2023-02-29', posts: [], matters: [] })
 * console.log(first.path, first.code) // → published not-a-date
 * ```
 */
export function checkProgramme(input: unknown): readonly Problem[] {
  const parsed = parseProgramme(input);
  return parsed.ok ? [] : parsed.problems;
}
