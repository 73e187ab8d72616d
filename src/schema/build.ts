import * as z from 'zod';
import type { Json } from '../values/json.js';
import type { ProblemCode } from './problem-code.js';
import { PROBLEM_MESSAGES } from './problem-messages.js';

/** A part of a JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The names and descriptions that the JSON Schemas give to their parts. */
export const NAMES: z.core.$ZodRegistry<{ id: string; description?: string; minProperties?: number }> =
  /* @__PURE__ */ z.registry();

/**
 * Makes a schema. Marked pure where it is called, it leaves nothing behind in the bundle of a host that does not parse: a bundler
 * keeps schemas that are made in the open, since it cannot tell that making them has no effect.
 */
export function build<S>(make: () => S): S {
  return make();
}

/** {@link build} for a schema that the JSON Schemas name, and refer to wherever it is used. */
export function named<S extends z.ZodType>(
  id: string,
  description: string,
  make: () => S,
  keywords: { readonly minProperties?: number } = {},
): S {
  const schema = make();
  NAMES.add(schema, { id, description, ...keywords });
  return schema;
}

/** The check of an object with names of any kind that it has one member at least. */
export const NOT_EMPTY: z.core.$ZodCheck<object> = /* @__PURE__ */ build(() =>
  z.check<object>(({ value, issues }) => {
    if (Object.keys(value).length > 0) return;
    const params = { code: 'empty', detail: '' };
    issues.push({ code: 'custom', input: value, message: PROBLEM_MESSAGES.empty(''), params });
  }),
);

declare const LEFT_OUT: unique symbol;

/** The same type, whatever is read-only in it, and with what may be left out as a member of its own kind. */
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

/**
 * Gives a schema the type written by hand, and compiles only where the two say the same: each value of the one fits the other.
 */
export function exactly<T>(): <S extends z.ZodType>(schema: S & Same<z.infer<S>, T>) => z.ZodType<T> {
  return (schema) => schema as unknown as z.ZodType<T>;
}

/** The shape of a strict object for a type, for shapes that several schemas share: every member, none beside. */
export type ShapeOf<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? z.ZodOptional<z.ZodType<Exclude<T[K], undefined>>>
    : z.ZodType<T[K]>;
};

/**
 * A value that one of the library's own predicates tells, so that parsing and deciding have one idea of it.
 *
 * @param code - the problem where it does not hold
 * @param json - the same in JSON Schema, as near as it gets
 * @param detail - what the message names
 */
export function leaf<T>(
  is: (value: unknown) => boolean,
  code: ProblemCode,
  json: JsonSchema,
  detail = '',
): z.ZodType<T> {
  const schema = z.custom<T>(is, {
    // Checks of how parts fit each other go on where one part is wrong.
    abort: false,
    params: { code, detail },
    error: ({ input }) =>
      input === undefined ? PROBLEM_MESSAGES.missing('') : PROBLEM_MESSAGES[code](detail),
  });
  // What a custom schema is in JSON Schema, zod takes from here.
  schema._zod.toJSONSchema = () => ({ ...json });
  return schema;
}

/** One of some words: an object of them all, so that a word that is missing here does not compile. */
export function oneOf<T extends string>(words: { readonly [Word in T]: true }): z.ZodType<T> {
  return z.enum(Object.keys(words) as [T, ...T[]]) as unknown as z.ZodType<T>;
}

/** A list that has something in it, and no more than so many. */
export function nonEmpty<T>(member: z.ZodType<T>, most?: number): z.ZodType<readonly T[]> {
  const list = z.array(member).min(1);
  return most === undefined ? list : list.max(most);
}
