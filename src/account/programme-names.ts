import { foldedName } from '../values/names.js';
import { type Programme, type ProgrammeMatter, type ProgrammePost, requireProgramme } from './programme.js';

/** A programme, and its posts and matters by the names under which they are compared. */
export type ProgrammeNames = {
  readonly programme: Programme;
  readonly posts: ReadonlyMap<string, ProgrammePost>;
  readonly matters: ReadonlyMap<string, ProgrammeMatter>;
};

/** Indexes a programme by its names. Of two parts with one name, the first counts. */
export function namesOf(programme: Programme): ProgrammeNames {
  requireProgramme(programme);
  return {
    programme,
    posts: byName(programme.posts, ({ postId }) => postId),
    matters: byName(programme.matters, ({ matterId }) => matterId),
  };
}

function byName<Part>(parts: readonly Part[], idOf: (part: Part) => string): ReadonlyMap<string, Part> {
  const named = new Map<string, Part>();
  for (const part of parts) {
    const name = foldedName(idOf(part));
    if (!named.has(name)) named.set(name, part);
  }
  return named;
}

/** The part of that name, however it is written. */
export function partNamed<Part>(parts: ReadonlyMap<string, Part>, id: string): Part | undefined {
  return parts.get(foldedName(id));
}
