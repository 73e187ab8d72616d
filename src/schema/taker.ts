import type * as z from 'zod';
import { NOT_EMPTY } from './build.js';
import { isPlain } from './copy-of.js';
import { flatTaker, NOT_TAKEN, type Sealer, type Taker } from './sealer.js';

/*
 * What is well formed is taken in one pass: copied, judged and frozen as it is read. Whatever is not, and whatever is unusual, is left
 * to the way that names every problem: a taker takes nothing that this would refuse, and gives what it would give. Takers are made
 * from the schemas, so the two cannot say different things, and of closures: no code is made from text.
 */

/** A schema's taker; it copies, or only tells, where there is nothing to copy. */
type Part = { readonly take: Taker } | { readonly is: (value: unknown) => boolean };

/** The longest list that is taken, and the most members of an object with names of any kind: far below what may be parsed. */
const MOST = 100;

type Def = z.core.$ZodTypes['_zod']['def'];
type Schema = z.core.$ZodType;

/**
 * The taker of a schema.
 *
 * @throws TypeError for a kind of schema, or a check, that takers do not know
 */
export function takerOf(schema: Schema): Taker {
  const part = partOf(schema);
  return 'take' in part ? part.take : (value) => (part.is(value) ? value : NOT_TAKEN);
}

/** Tells whether a value is one of a schema that holds no others. */
function tellerOf(schema: Schema): (value: unknown) => boolean {
  const part = partOf(schema);
  if ('is' in part) return part.is;
  throw new TypeError('no taker for a record of what holds others');
}

function partOf(schema: Schema): Part {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  switch (def.type) {
    case 'custom':
      return leafOf(def);
    case 'literal':
      return oneOfThese(def.values);
    case 'enum':
      return oneOfThese(Object.values(def.entries));
    case 'boolean':
      return { is: (value) => typeof value === 'boolean' };
    case 'array':
      return listOf(takerOf(def.element), lengthsOf(def));
    case 'record':
      return recordOf(tellerOf(def.keyType), tellerOf(def.valueType), leastMembersOf(def));
    case 'object':
      return objectOf(def);
    case 'union':
      return oneOfSeveral(def);
    default:
      throw new TypeError(`no taker for a schema of type ${def.type}`);
  }
}

function leafOf(def: Def): Part {
  const { fn } = def as unknown as { readonly fn: (value: unknown) => unknown };
  // -0 is written 0 in JSON, and what is an object would have to be copied.
  return { is: (value) => typeof value !== 'object' && !Object.is(value, -0) && Boolean(fn(value)) };
}

function oneOfThese(values: readonly unknown[]): Part {
  const known = new Set(values);
  return { is: (value) => known.has(value) };
}

/** The least and the most members of a list. */
function lengthsOf({ checks = [] }: Def): readonly [least: number, most: number] {
  let [least, most] = [0, MOST];
  for (const { _zod } of checks) {
    const { check, minimum, maximum } = _zod.def as { check: string; minimum?: number; maximum?: number };
    if (check === 'min_length') least = minimum ?? least;
    else if (check === 'max_length') most = Math.min(most, maximum ?? most);
    else throw new TypeError(`no taker for the check ${check}`);
  }
  return [least, most];
}

function listOf(member: Taker, [least, most]: readonly [number, number]): Part {
  return {
    take: (value) => {
      if (!Array.isArray(value)) return NOT_TAKEN;
      const { length } = value;
      if (!(length >= least && length <= most)) return NOT_TAKEN;
      const made: unknown[] = [];
      for (let i = 0; i < length; i += 1) {
        const taken = member(value[i]);
        if (taken === NOT_TAKEN) return NOT_TAKEN;
        made.push(taken);
      }
      return Object.freeze(made);
    },
  };
}

/** The least members of an object with names of any kind. */
function leastMembersOf({ checks = [] }: Def): number {
  if (checks.some((check) => check !== NOT_EMPTY)) throw new TypeError('no taker for a check of a record');
  return checks.length === 0 ? 0 : 1;
}

function recordOf(
  name: (value: unknown) => boolean,
  member: (value: unknown) => boolean,
  least: number,
): Part {
  return {
    take: flatTaker((made) => {
      let count = 0;
      for (const key in made) {
        count += 1;
        if (count > MOST || !name(key) || !member(made[key])) return NOT_TAKEN;
      }
      return count < least ? NOT_TAKEN : Object.freeze(made);
    }),
  };
}

/** A member that an object may have. */
type Member = { readonly name: string; readonly required: boolean; readonly part: Part };

/** An object with these members and no other. */
function objectOf(def: Def): Part {
  const members = membersOf(def);
  const take = memberTaker(members);
  // What is flat is copied before it is judged, and is its own copy then.
  return members.every(isFlat)
    ? { take: flatTaker((made) => take(made, made)) }
    : { take: (value) => (isPlain(value) ? take(value, {}) : NOT_TAKEN) };
}

function membersOf(def: Def): Member[] {
  const { shape, catchall } = def as z.core.$ZodObjectDef;
  if (catchall?._zod.def.type !== 'never' || (def.checks ?? []).length > 0) {
    throw new TypeError('no taker for an object that is not strict');
  }
  return Object.entries(shape).map(([name, schema]): Member => {
    const required = schema._zod.def.type !== 'optional';
    return { name, required, part: partOf(innermost(schema)) };
  });
}

function isFlat({ part }: Member): boolean {
  return 'is' in part;
}

/** Takes an object into another one, member by member as they come, and freezes that. */
function memberTaker(members: readonly Member[]) {
  const byName = new Map(members.map((member) => [member.name, member]));
  const required = members.filter((member) => member.required).length;
  // The members of the latest object, in its order: most others have the same, and need no looking up.
  const latest: Member[] = [];
  return (value: Record<string, unknown>, made: Record<string, unknown>): unknown => {
    let missing = required;
    let at = 0;
    for (const name in value) {
      const expected = latest[at];
      const member = expected?.name === name ? expected : byName.get(name);
      if (member === undefined) return NOT_TAKEN;
      const taken = takenAs(member.part, value[name]);
      if (taken === NOT_TAKEN) return NOT_TAKEN;
      made[name] = taken;
      latest[at] = member;
      at += 1;
      if (member.required) missing -= 1;
    }
    return missing === 0 ? Object.freeze(made) : NOT_TAKEN;
  };
}

/** A member as it is taken; one that is undefined is left to the other way. */
function takenAs(part: Part, value: unknown): unknown {
  if ('take' in part) return part.take(value);
  return value !== undefined && part.is(value) ? value : NOT_TAKEN;
}

/** What an optional schema is about. */
function innermost(schema: Schema): Schema {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  return def.type === 'optional' ? def.innerType : schema;
}

/** Objects told apart by a member, which hold no others. */
function oneOfSeveral(def: Def): Part {
  const { discriminator, options } = def as z.core.$ZodDiscriminatedUnionDef;
  if (discriminator === undefined) throw new TypeError('no taker for a union without a discriminator');
  const sealers = new Map<unknown, Sealer>();
  for (const option of options) {
    const optionDef = (option as z.core.$ZodObject)._zod.def;
    const members = membersOf(optionDef as Def);
    if (!members.every(isFlat)) throw new TypeError('no taker for a union of what holds others');
    const take = memberTaker(members);
    const literal = optionDef.shape[discriminator] as z.core.$ZodLiteral<string>;
    for (const value of literal._zod.def.values) sealers.set(value, (made) => take(made, made));
  }
  return { take: flatTaker((made) => sealers.get(made[discriminator])?.(made) ?? NOT_TAKEN) };
}
