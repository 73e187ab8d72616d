/** The same data, deeply writable. */
export type Mutable<T> = T extends string | number | boolean | undefined | null
  ? T
  : { -readonly [K in keyof T]: Mutable<T[K]> };
