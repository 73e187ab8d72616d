import * as z from 'zod';
import type { Json } from '../values/json.js';
import { messageOf } from './faults.js';
import { noted } from './form.js';
import type { ProblemCode } from './problem-code.js';

/** A schema that changes nothing: what it takes and what it gives are of one type. */
export type Schema<T> = z.ZodType<T, T>;

/** A part of a JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** JSON Schema keywords that zod cannot express: names, descriptions, and the form of simple values. */
export const KEYWORDS: z.core.$ZodRegistry<{ [keyword: string]: unknown }> = /* @__PURE__ */ z.registry();

/** Types a schema by what it takes where the compiler cannot work that out; the caller knows that it takes nothing else. */
export function asSchema<T>(schema: z.ZodType): Schema<T> {
  return schema as Schema<T>;
}

/**
 * Calls `make`. It exists so that a call can carry a pure mark: bundlers then drop schemas that nobody uses.
 */
export function build<S>(make: () => S): S {
  return make();
}

/** {@link build} for a schema that the JSON Schemas define once, under a name. */
export function named<S extends z.ZodType>(id: string, description: string, make: () => S): S {
  const schema = make();
  KEYWORDS.add(schema, { ...KEYWORDS.get(schema), id, description });
  return schema;
}

declare const LEFT_OUT: unique symbol;

/** The type without `readonly` and with a marker on optional members, so that types compare exactly. */
type Loose<T> = Json extends T
  ? T
  : T extends object
    ? {
        -readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
          ? Loose<Exclude<T[K], undefined>> | typeof LEFT_OUT
          : Loose<T[K]>;
      }
    : T;
type Same<A, B> = [Loose<A>] extends [Loose<B>] ? ([Loose<B>] extends [Loose<A>] ? unknown : never) : never;

/** Types a schema by a hand-written type; compiles only if the two are identical. */
export function exactly<T>(): <S extends z.ZodType>(schema: S & Same<z.infer<S>, T>) => Schema<T> {
  return asSchema<T>;
}

/** The shape of a strict object of a type, for shapes that several schemas share: every member and no other. */
export type ShapeOf<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? z.ZodOptional<Schema<Exclude<T[K], undefined>>>
    : Schema<T[K]>;
};

/**
 * A value that one of the library's own predicates recognizes, so that parsing and deciding agree.
 *
 * @param code - the problem of any other value
 * @param json - the predicate in JSON Schema, as near as it gets
 * @param detail - what the problem's message names
 */
export function leaf<T>(
  is: (value: unknown) => boolean,
  code: ProblemCode,
  json: JsonSchema,
  detail = '',
): Schema<T> {
  const schema = z.unknown().refine(is, {
    // Checks between parts run only once every part is well formed.
    abort: true,
    params: { code, detail },
    error: ({ input }) => messageOf(input === undefined ? 'missing' : code, detail),
  });
  KEYWORDS.add(schema, { ...json });
  return noted(asSchema<T>(schema), { kind: 'leaf', is });
}

/** `true` or `false`. */
export function flag(): Schema<boolean> {
  return noted(z.boolean(), { kind: 'leaf', is: (value) => typeof value === 'boolean' });
}

/** One of some words. They are the names of an object, so that a missing word does not compile. */
export function oneOf<T extends string>(words: { readonly [Word in T]: true }): Schema<T> {
  const known = new Set<unknown>(Object.keys(words));
  const schema = asSchema<T>(z.enum(Object.keys(words) as [T, ...T[]]));
  return noted(schema, { kind: 'leaf', is: (value) => known.has(value) });
}

/** One word, such as those by which {@link variants} are told apart. */
export function literal<const Word extends string | number | boolean>(word: Word): z.ZodLiteral<Word> {
  return noted(z.literal(word), { kind: 'literal', word });
}

/** An object with these members and no other. */
export function object<const S extends z.ZodRawShape>(members: S): z.ZodObject<S, z.core.$strict> {
  return noted(z.strictObject(members), { kind: 'object', members });
}

const OMISSIBLE: WeakSet<z.ZodType> = /* @__PURE__ */ new WeakSet();

/** A member that an author may omit: it is put in before the schema sees it, so the JSON Schema alone does not ask for it. */
export function omissible<T>(member: Schema<T>): Schema<T> {
  const schema = asSchema<T>(z.lazy(() => member));
  OMISSIBLE.add(schema);
  return schema;
}

/** The members of an object that an author has to write. */
export function requiredOf({ shape }: z.ZodObject, asked: readonly string[]): string[] {
  return asked.filter((name) => !OMISSIBLE.has(shape[name] as z.ZodType));
}

/** An object with these members; others may be there, and are left out. */
export function openObject<const S extends z.ZodRawShape>(members: S): z.ZodObject<S, z.core.$strip> {
  return noted(z.object(members), { kind: 'object', members, others: 'left-out' });
}

/** Objects that are told apart by the word of one member. */
export function variants<
  const By extends string,
  const Options extends readonly [z.ZodObject, ...z.ZodObject[]],
>(by: By, options: Options): z.ZodDiscriminatedUnion<Options, By> {
  return noted(z.discriminatedUnion(by, options), { kind: 'variants', by, options });
}

/** An object with keys of the author's choosing, at least `least` of them. */
export function map<T>(
  name: Schema<string>,
  member: Schema<T>,
  least = 0,
): Schema<{ readonly [name: string]: T }> {
  const record = z.record(name, member);
  const schema = least > 0 ? record.refine((value) => Object.keys(value).length >= least, EMPTY) : record;
  if (least > 0) KEYWORDS.add(schema, { minProperties: least });
  return noted(asSchema<{ readonly [name: string]: T }>(schema), {
    kind: 'map',
    name,
    member,
    least,
  });
}

/** The problem of an empty map. */
const EMPTY = { params: { code: 'empty', detail: '' }, error: (): string => messageOf('empty', '') } as const;

/** A list of `least` to `most` members. */
export function list<T>(
  member: Schema<T>,
  least = 0,
  most: number = Number.POSITIVE_INFINITY,
): Schema<readonly T[]> {
  let schema = z.array(member);
  if (least > 0) schema = schema.min(least);
  if (Number.isFinite(most)) schema = schema.max(most);
  return noted(asSchema<readonly T[]>(schema), { kind: 'list', member, least, most });
}

/** A list that is not empty. */
export function nonEmpty<T>(member: Schema<T>, most?: number): Schema<readonly T[]> {
  return list(member, 1, most);
}
