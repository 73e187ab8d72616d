import { isCalendarDate } from '../../values/calendar.js';
import { isFreeText, isId, isSlug } from '../../values/ids.js';
import { isRecord } from '../../values/json.js';
import { isPositiveWhole, isQuantity, isSignedQuantity, isWhole } from '../../values/points.js';
import type { FieldProblem } from '../decide/refusal.js';
import { FieldError, told } from './field-error.js';
import type { Field, Fields, ListField, RecordField, ValueKind, WordField } from './fields.js';

/** The test for each kind of value, and the problem of a value that fails it. */
const VALUES: {
  readonly [Kind in ValueKind]: readonly [is: (value: unknown) => boolean, otherwise: FieldProblem];
} = {
  id: [isId, 'not-an-id'],
  slug: [isSlug, 'not-a-slug'],
  clause: [isId, 'not-an-id'],
  date: [isCalendarDate, 'not-a-date'],
  boolean: [(value) => typeof value === 'boolean', 'not-a-boolean'],
  text: [isFreeText, 'not-a-text'],
  quantity: [isQuantity, 'not-a-quantity'],
  'signed-quantity': [isSignedQuantity, 'not-a-quantity'],
  'whole-from-1': [isPositiveWhole, 'not-a-whole-number'],
  'whole-from-0': [(value) => isWhole(value) && value >= 0, 'not-a-whole-number'],
  'whole-not-0': [(value) => isWhole(value) && value !== 0, 'not-a-whole-number'],
  whole: [isWhole, 'not-a-whole-number'],
};

/**
 * Reads one field: returns a value that is safe to keep, or throws a {@link FieldError}. `at` and `name` are joined into a path only for
 * an error.
 */
type Read = (value: unknown, at: string, name: string) => unknown;

/** A field, made ready for reading. */
type ReadableField = { readonly name: string; readonly optional: boolean; readonly read: Read };

/** A record from outside, seen only through its own enumerable members. */
type OwnMembers = {
  readonly names: readonly string[];
  readonly members: { readonly [name: string]: unknown };
};

/** Makes a reader of records that gives a new object with every field of the table, `undefined` where it was left out. */
export function recordReader(fields: Fields): (value: object) => Record<string, unknown> {
  const readable = readableFields(fields);
  const blank = blankOf(fields);
  return (value) => readFields(readable, ownMembers(value), '', { ...blank });
}

/** A record with every field of the table, and nothing in them. */
export function blankOf(fields: Fields): { readonly [name: string]: undefined } {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, undefined]));
}

/** The own enumerable members of a record from outside. */
export function ownMembers(record: object): OwnMembers {
  return { names: Object.keys(record), members: record as OwnMembers['members'] };
}

/** The value of an own member. Inherited members count as absent. */
export function ownValueOf({ names, members }: OwnMembers, name: string): unknown {
  return names.includes(name) ? members[name] : undefined;
}

function readableFields(fields: Fields): ReadableField[] {
  return Object.entries(fields).map(([name, field]) => ({
    name,
    optional: typeof field === 'string' ? field.endsWith('?') : field.optional === true,
    read: readerOf(field),
  }));
}

/**
 * Reads the fields in order into `made`, each member once, then refuses any member that is not in the table.
 */
function readFields(
  fields: readonly ReadableField[],
  given: OwnMembers,
  at: string,
  made: Record<string, unknown>,
): Record<string, unknown> {
  let count = 0;
  for (const { name, optional, read } of fields) {
    const isGiven = given.names.includes(name);
    const value = isGiven ? given.members[name] : undefined;
    if (isGiven) count += 1;
    // An undefined member counts as left out, since JSON would drop it.
    if (value !== undefined || !optional) made[name] = read(value, at, name);
  }
  if (count < given.names.length) throw unknownField(fields, given, at, made);
  return made;
}

function unknownField(
  fields: readonly ReadableField[],
  { names, members }: OwnMembers,
  at: string,
  made: object,
): FieldError {
  const isKnown = (name: string): boolean =>
    Object.hasOwn(made, name) || fields.some((field) => field.name === name);
  const name = names.find((one) => !isKnown(one)) as string;
  return new FieldError(path(at, told(name)), 'unknown-field', members[name]);
}

function readerOf(field: Field): Read {
  if (typeof field === 'string') return valueReader(field.replace('?', '') as ValueKind);
  if ('words' in field) return wordReader(field);
  if ('list' in field) return listReader(field);
  return nestedReader(field);
}

function valueReader(kind: ValueKind): Read {
  const [is, otherwise] = VALUES[kind];
  return (value, at, name) => {
    // -0 is written 0 in JSON.
    if (is(value)) return value === 0 ? 0 : value;
    throw wrong(value, otherwise, at, name);
  };
}

function wordReader({ words }: WordField): Read {
  return (value, at, name) => {
    if (typeof value === 'string' && Object.hasOwn(words, value)) return value;
    throw wrong(value, 'not-one-of', at, name);
  };
}

/** Lists are read by index: a custom iterator could yield more members than `length`. */
function listReader({ list, most, orNone }: ListField): Read {
  const read = readerOf(list);
  return (value, at, name) => {
    if (!Array.isArray(value)) throw wrong(value, 'not-a-list', at, name);
    const { length } = value;
    if (length === 0 && orNone === undefined) throw wrong(value, 'not-a-list', at, name);
    if (length > most) throw wrong(length, 'too-many', at, name);
    const made: unknown[] = [];
    for (let i = 0; i < length; i += 1) made.push(read(value[i], `${path(at, name)}[${i}]`, ''));
    return Object.freeze(made);
  };
}

/** Nested records keep only the fields given, and are frozen, so that events can hold them as they are. */
function nestedReader({ record: fields, others }: RecordField): Read {
  const readable = readableFields(fields);
  return (value, at, name) => {
    let given = ownMembers(record(value, at, name));
    if (others === 'left-out')
      given = { ...given, names: given.names.filter((one) => Object.hasOwn(fields, one)) };
    return Object.freeze(readFields(readable, given, path(at, name), {}));
  };
}

function record(value: unknown, at: string, name: string): object {
  if (isRecord(value)) return value;
  throw wrong(value, 'not-an-object', at, name);
}

function wrong(value: unknown, problem: FieldProblem, at: string, name: string): FieldError {
  return new FieldError(path(at, name), value === undefined ? 'missing' : problem, value);
}

function path(at: string, name: string): string {
  if (at === '') return name;
  return name === '' ? at : `${at}.${name}`;
}
