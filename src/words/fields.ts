import type { By, Command, RedemptionLine, ReversedEntry } from '../account/commands/command.js';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** A field of a command; `command` is all of it. The kind of a post and that of an entry have names of their own. */
export type FieldName =
  | 'command'
  | KeysOf<Command>
  | KeysOf<Command['data']>
  | KeysOf<By>
  | keyof RedemptionLine
  | Exclude<keyof ReversedEntry, 'kind'>
  | 'reverses.kind'
  | 'verifies.kind';

/** What fields are called in a language that does not show their English names. */
export type FieldNames = { readonly [F in FieldName]: string };

/** A place in a command, for a sentence. */
export type Place = {
  /** What the field is called. */
  readonly field: string;
  /** The line of a list that it stands in, counted from 1. */
  readonly line: number | undefined;
  /** Whether the wrong field is one inside an event that the command carries; `field` is then what the event is called. */
  readonly isCarried: boolean;
};

const PATH = /^(\w+)(?:\[(\d+)\])?(?:\.(.*))?$/s;

/** The place of a field in a command. */
export function placeOf(path: string, fields: FieldNames): Place {
  const called = (name: string): string => (Object.hasOwn(fields, name) ? fields[name as FieldName] : name);
  const [, outer, index, inner] = PATH.exec(path) ?? [];
  const line = index === undefined ? undefined : Number(index) + 1;
  switch (outer) {
    case 'sent':
    case 'continues':
      return { field: called(outer), line, isCarried: inner !== undefined };
    case 'reverses':
    case 'verifies':
      if (inner === 'kind') return { field: called(path), line, isCarried: false };
      return { field: called(inner ?? outer), line, isCarried: false };
    case 'by':
    case 'lines':
    case 'otherAccounts':
      return { field: called(inner ?? outer), line, isCarried: false };
    default:
      return { field: called(path), line: undefined, isCarried: false };
  }
}
