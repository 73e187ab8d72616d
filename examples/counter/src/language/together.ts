import type { Bilingual } from './words.js';

export type Message = Bilingual | ((...values: never[]) => Bilingual);

type Tables = readonly Readonly<Record<string, Message>>[];

/** What stands in more than one of the tables. */
type Repeated<All, Seen = never> = All extends readonly [infer First, ...infer Rest]
  ? (keyof First & Seen) | Repeated<Rest, Seen | keyof First>
  : never;

/** Where a name stands in two tables, one would be said instead of the other: that is not taken. */
type Unrepeated<All> = [Repeated<All>] extends [never] ? unknown : { readonly repeated: Repeated<All> };

type Together<All> = All extends readonly [infer First, ...infer Rest] ? First & Together<Rest> : unknown;

/** One table of several, none of whose names stands in another. */
export function together<const All extends Tables>(tables: All & Unrepeated<All>): Together<All> {
  return Object.assign({}, ...tables) as Together<All>;
}
