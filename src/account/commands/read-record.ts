import { isCalendarDate } from '../../values/calendar.js';
import { isFreeText, isId } from '../../values/ids.js';
import { isRecord } from '../../values/json.js';
import { isPositiveWhole, isQuantity, isWhole } from '../../values/points.js';
import type { FieldProblem } from '../decide/refusal.js';
import { FieldError, told } from './field-error.js';
import type { Field, Fields, ListField, ValueKind, VariantField, WordField } from './fields.js';

/** What each kind of value has to be, and what is wrong with one that is not. */
const VALUES: {
  readonly [Kind in ValueKind]: readonly [is: (value: unknown) => boolean, otherwise: FieldProblem];
} = {
  id: [isId, 'not-an-id'],
  clause: [isId, 'not-an-id'],
  date: [isCalendarDate, 'not-a-date'],
  boolean: [(value) => typeof value === 'boolean', 'not-a-boolean'],
  text: [isFreeText, 'not-a-text'],
  quantity: [isQuantity, 'not-a-quantity'],
  'whole-from-1': [isPositiveWhole, 'not-a-whole-number'],
  'whole-not-0': [(value) => isWhole(value) && value !== 0, 'not-a-whole-number'],
};

/**
 * Reads the value of a field: gives back what the library may keep, or throws a {@link FieldError}. The path of the field is `at` and
 * `name`, which are put together only where it has to be told.
 */
type Read = (value: unknown, at: string, name: string) => unknown;

/** A field, made ready for reading. */
type ReadableField = { readonly name: string; readonly optional: boolean; readonly read: Read };

/** A record from outside, with the names of its own enumerable members: nothing else of it is ever looked at. */
type Given = { readonly names: readonly string[]; readonly members: { readonly [name: string]: unknown } };

/** Makes a reader of records that gives a new object with every field of the table, `undefined` where it was left out. */
export function recordReader(fields: Fields): (value: object) => Record<string, unknown> {
  const readable = readableFields(fields);
  const nothing = Object.fromEntries(readable.map(({ name }) => [name, undefined]));
  return (value) => readFields(readable, ownMembers(value), '', { ...nothing }, 0);
}

/** The own enumerable members of a record from outside. */
export function ownMembers(record: object): Given {
  return { names: Object.keys(record), members: record as Given['members'] };
}

/** A member that the record has of its own; what it inherits is not there. */
export function memberOf({ names, members }: Given, name: string): unknown {
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
 * Reads the fields in their order into `made`, each member once; then there may be no other.
 *
 * @param known - how many of the record's members were read before
 */
function readFields(
  fields: readonly ReadableField[],
  given: Given,
  at: string,
  made: Record<string, unknown>,
  known: number,
): Record<string, unknown> {
  let count = known;
  for (const { name, optional, read } of fields) {
    const isGiven = given.names.includes(name);
    const value = isGiven ? given.members[name] : undefined;
    if (isGiven) count += 1;
    // A member that is there but undefined is as good as left out: JSON would drop it.
    if (value !== undefined || !optional) made[name] = read(value, at, name);
  }
  if (count < given.names.length) throw unknownField(fields, given, at, made);
  return made;
}

function unknownField(
  fields: readonly ReadableField[],
  { names, members }: Given,
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
  return 'record' in field ? nestedReader(field.record) : variantReader(field);
}

function valueReader(kind: ValueKind): Read {
  const [is, otherwise] = VALUES[kind];
  return (value, at, name) => {
    if (is(value)) return value;
    throw wrong(value, otherwise, at, name);
  };
}

function wordReader({ words }: WordField): Read {
  return (value, at, name) => {
    if (typeof value === 'string' && Object.hasOwn(words, value)) return value;
    throw wrong(value, 'not-one-of', at, name);
  };
}

/** Lists are read by place, since a list could give more than it counts when it is gone through. */
function listReader({ list, most }: ListField): Read {
  const read = readerOf(list);
  return (value, at, name) => {
    if (!Array.isArray(value)) throw wrong(value, 'not-a-list', at, name);
    const { length } = value;
    if (length === 0) throw wrong(value, 'not-a-list', at, name);
    if (length > most) throw wrong(length, 'too-many', at, name);
    const made: unknown[] = [];
    for (let i = 0; i < length; i += 1) made.push(read(value[i], `${path(at, name)}[${i}]`, ''));
    return Object.freeze(made);
  };
}

/** Records in records have only what was given, and are frozen: events take them over as they are. */
function nestedReader(fields: Fields): Read {
  const readable = readableFields(fields);
  return (value, at, name) => {
    const given = ownMembers(record(value, at, name));
    return Object.freeze(readFields(readable, given, path(at, name), {}, 0));
  };
}

function variantReader({ by, variants }: VariantField): Read {
  const readable = new Map(Object.entries(variants).map(([word, fields]) => [word, readableFields(fields)]));
  return (value, at, name) => {
    const given = ownMembers(record(value, at, name));
    const word = memberOf(given, by);
    const fields = readable.get(word as string);
    const here = path(at, name);
    if (fields === undefined) throw wrong(word, 'not-one-of', here, by);
    return Object.freeze(readFields(fields, given, here, { [by]: word }, 1));
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
