/** The same data, open to change: what a recipe works on, a draft or a private copy. */
export type Mutable<T> = T extends string | number | boolean | undefined | null
  ? T
  : { -readonly [K in keyof T]: Mutable<T[K]> };
