import type * as z from 'zod';

/** The structure of a schema, for the fast reader. Every builder of `build.ts` records it. */
export type Form =
  | { readonly kind: 'leaf'; readonly is: (value: unknown) => boolean }
  | { readonly kind: 'literal'; readonly word: string | number | boolean }
  | { readonly kind: 'list'; readonly member: z.ZodType; readonly least: number; readonly most: number }
  | { readonly kind: 'map'; readonly name: z.ZodType; readonly member: z.ZodType; readonly least: number }
  | { readonly kind: 'object'; readonly members: z.ZodRawShape; readonly others?: 'left-out' }
  | { readonly kind: 'variants'; readonly by: string; readonly options: readonly z.ZodType[] };

const FORMS: WeakMap<z.ZodType, Form> = /* @__PURE__ */ new WeakMap();

/** The structure of a schema; `undefined` if it was made without the builders. */
export function formOf(schema: z.ZodType): Form | undefined {
  return FORMS.get(schema);
}

/** Records the structure of a schema. */
export function noted<S extends z.ZodType>(schema: S, form: Form): S {
  FORMS.set(schema, form);
  return schema;
}
