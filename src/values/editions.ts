import type { CalendarDate } from './calendar.js';
import { isList } from './is-list.js';
import { isRecord, isSameJson } from './json.js';
import { requireDate } from './require-date.js';
import type { Text } from './text.js';

/*
 * What a community publishes again and again: its handbook, its programme.
 */

/** Thrown where something else is given than a handbook or a programme: `undefined`, its version, a list of them. */
export class NotAnEditionError extends TypeError {
  override readonly name = 'NotAnEditionError';
}

/** Throws for what lacks the lists of parts that a handbook or a programme has; whether each part is right, `check…` tells. */
export function requireEdition(what: string, parts: readonly string[], given: unknown): void {
  if (!isRecord(given) || !parts.every((part) => isListOfRecords(given[part])))
    throw new NotAnEditionError(`a ${what} has to be one that was defined or parsed`);
}

/** A copy has no holes, over which `every` steps. */
function isListOfRecords(given: unknown): boolean {
  return Array.isArray(given) && [...given].every(isRecord);
}

/** Throws for what is no list of handbooks or of programmes. */
export function requireEditions(what: string, given: unknown): void {
  if (!isList(given)) throw new NotAnEditionError(`${what} have to be a list`);
}

/** The edition in use on a day: of those published by then, the latest, and of several of one day the last in the list. */
export function editionOn<Edition extends { readonly published: CalendarDate }>(
  editions: Iterable<Edition>,
  on: CalendarDate,
  requireOne: (edition: unknown) => void,
): Edition | undefined {
  requireDate(on);
  requireEditions('the editions', editions);
  let found: Edition | undefined;
  for (const edition of editions) {
    requireOne(edition);
    if (edition.published > on) continue;
    if (found === undefined || edition.published >= found.published) found = edition;
  }
  return found;
}

/** A part of an edition: a reward, a post, a matter. */
export type PartOfEdition<Kind extends string> = {
  readonly part: Kind;
  readonly id: string;
  readonly title: Text;
};

/** One difference between two editions: a part that came, one that went, or a field of a part that changed. */
export type EditionChange<Kind extends string> = PartOfEdition<Kind> &
  (
    | { readonly change: 'added' | 'removed' }
    | {
        readonly change: 'changed';
        readonly field: string;
        /** What it was; absent if it was not there. */
        readonly was?: unknown;
        /** What it is; absent if it is no longer there. */
        readonly is?: unknown;
      }
  );

/** The differences between the parts of two editions: those that went first, then those that came or changed, in their order. */
export function changesOfParts<Kind extends string, Part extends { readonly title: Text }>(
  kind: Kind,
  idOf: (part: Part) => string,
  before: readonly Part[],
  after: readonly Part[],
): EditionChange<Kind>[] {
  const named = (part: Part): PartOfEdition<Kind> => ({
    part: kind,
    id: idOf(part),
    title: { ...part.title },
  });
  const known = new Map(before.map((part) => [idOf(part), part]));
  const kept = new Set(after.map(idOf));
  const removed = before.filter((part) => !kept.has(idOf(part)));
  return [
    ...removed.map((part) => ({ ...named(part), change: 'removed' as const })),
    ...after.flatMap((part): EditionChange<Kind>[] => {
      const was = known.get(idOf(part));
      if (was === undefined) return [{ ...named(part), change: 'added' }];
      return changedFields(was, part).map((field) => ({ ...named(part), change: 'changed', ...field }));
    }),
  ];
}

/** The fields in which two records differ. */
export function changedFields(
  before: object,
  after: object,
): { readonly field: string; readonly was?: unknown; readonly is?: unknown }[] {
  const [was, is] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields.flatMap((field) => {
    const [old, now] = [was.get(field), is.get(field)];
    if (isSameJson(old, now)) return [];
    return [{ field, ...copied('was', old), ...copied('is', now) }];
  });
}

/** A member with a copy of a value, so that nothing of an edition is handed out. */
function copied<Name extends 'was' | 'is'>(name: Name, value: unknown): { readonly [N in Name]?: unknown } {
  if (value === undefined) return {};
  return { [name]: JSON.parse(JSON.stringify(value)) } as { readonly [N in Name]?: unknown };
}
