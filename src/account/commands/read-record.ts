import { isRecord } from '../../values/json.js';
import { fieldName, unfit } from './read-fields.js';

/** A record from outside, its members by name. */
export type Members = { readonly [name: string]: unknown };

/**
 * The members that a value from outside has of its own. Where its prototype has nothing that could be taken for one of them, it is
 * read as it is, which is many times faster than asking of each member whose it is; else they are copied.
 */
export function membersOf(field: string, value: unknown): Members {
  if (!isRecord(value)) throw unfit(field, value === undefined ? 'missing' : 'not-an-object', value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || (prototype === Object.prototype && hasNoField(Object.prototype as Members)))
    return value;
  return Object.assign(Object.create(null) as Record<string, unknown>, value);
}

/** Nobody gave every object there is a member that commands have a field for. Each is asked by its name, which engines make free. */
function hasNoField(every: Members): boolean {
  return (
    every.type === undefined &&
    every.data === undefined &&
    every.accountId === undefined &&
    every.on === undefined &&
    every.by === undefined &&
    every.office === undefined &&
    every.communityId === undefined &&
    every.recorder === undefined &&
    every.approvedBy === undefined &&
    every.role === undefined &&
    every.formComplete === undefined &&
    every.colour === undefined &&
    every.memberId === undefined &&
    every.postId === undefined &&
    every.kind === undefined &&
    every.difficulty === undefined &&
    every.catalogue === undefined &&
    every.item === undefined &&
    every.matterId === undefined &&
    every.quantity === undefined &&
    every.clause === undefined &&
    every.note === undefined &&
    every.redemptionId === undefined &&
    every.lines === undefined &&
    every.rewardId === undefined &&
    every.correctionId === undefined &&
    every.points === undefined &&
    every.reason === undefined &&
    every.corrects === undefined
  );
}

/**
 * Nothing is in a record but the fields that were read of it.
 *
 * @param read - what was made of them: every field there is, whether it was given or not
 * @param given - how many of them were given
 * @param at - before the names of its fields
 */
export function expectOnly(members: Members, read: object, given: number, at = ''): void {
  const names = Object.keys(members);
  // As many as were read: no other. A field that is there but undefined is as good as left out: JSON would drop it.
  if (names.length === given) return;
  const unknown = names.find((name) => !Object.hasOwn(read, name));
  if (unknown !== undefined) throw unfit(`${at}${fieldName(unknown)}`, 'unknown-field', members[unknown]);
}

/** How many of some fields were given. */
export function countGiven(
  a: unknown,
  b: unknown,
  c?: unknown,
  d?: unknown,
  e?: unknown,
  f?: unknown,
): number {
  return one(a) + one(b) + one(c) + one(d) + one(e) + one(f);
}

function one(value: unknown): number {
  return value === undefined ? 0 : 1;
}
