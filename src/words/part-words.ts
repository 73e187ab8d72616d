import type { BankEvent, Continued } from '../account/events/event.js';
import type { RuleSet } from '../rules/rule-set.js';

/** The names of the members of a part, of its own parts, and so on; ids that an author chooses are none. */
type MembersOf<T> = T extends readonly (infer Member)[]
  ? MembersOf<Member>
  : T extends object
    ? string extends keyof T
      ? MembersOf<T[keyof T]>
      : (keyof T & string) | { [K in keyof T]: MembersOf<T[K]> }[keyof T]
    : never;

/** The words that the members of a part take. */
type WordsIn<T> = T extends string
  ? string extends T
    ? never
    : T
  : T extends readonly (infer Member)[]
    ? WordsIn<Member>
    : T extends object
      ? { [K in keyof T]: WordsIn<T[K]> }[keyof T]
      : never;

type Rules = Omit<RuleSet, 'readings'>;

/** Members that only name or describe: no difference is one of them. */
type Naming =
  | 'format'
  | 'id'
  | 'version'
  | 'locales'
  | 'title'
  | 'unitTitle'
  | 'clause'
  | 'source'
  | 'document'
  | 'issuedOn'
  | 'issuer';

/** A member of a part of a rule set. */
export type RuleMember = Exclude<MembersOf<Rules>, Naming | undefined>;

/** A word of the rule language; days are written as they are. */
export type RuleWord = Exclude<WordsIn<Rules>, `${number}-${number}` | undefined>;

/** A part whose own parts have ids that an author chooses. */
export type NamedParts =
  | 'roles'
  | 'items'
  | 'factors'
  | 'limits'
  | 'requires'
  | 'points'
  | 'difficulties'
  | 'uses'
  | 'catalogue'
  | 'entries'
  | 'recognition'
  | 'ineligibility'
  | 'reasons'
  | 'held'
  | 'offices'
  | 'office';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** A field of an event, or of what an account continues. */
export type EventField = KeysOf<BankEvent['data']> | keyof Continued;

/** What the parts of rules and the fields of events are called, and how they are put together. */
export type PartWords = {
  readonly members: { readonly [M in RuleMember]: string };
  readonly words: { readonly [W in RuleWord]: string };
  readonly fields: { readonly [F in EventField]: string };
  /** What one part is called among others of its kind, before its title. */
  readonly kinds: { readonly [P in NamedParts]: string };
  /** A part by its kind and its title. */
  readonly titled: (kind: string, title: string) => string;
  /** A part in a part, from the outermost. */
  readonly within: (steps: readonly string[]) => string;
  /** What a member says. */
  readonly says: (member: string, value: string) => string;
  /** Several values one after another. */
  readonly list: (values: readonly string[]) => string;
  /** Words of the host's own. */
  readonly quoted: (text: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** What a list says that is left out where that stands for everything. */
  readonly all: string;
  /** So many days or months. */
  readonly term: (last: number, of: 'days' | 'months') => string;
  /** The window before that of a day, by what the window is called. */
  readonly before: (window: string) => string;
  /** A field that no event of the library has. */
  readonly something: string;
};
