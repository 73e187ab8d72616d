import type { By, Command, RedemptionLine } from '../account/commands/command.js';

type KeysOf<T> = T extends unknown ? keyof T : never;

/** A field of a command; `command` is all of it. */
export type FieldName =
  | 'command'
  | KeysOf<Command>
  | KeysOf<Command['data']>
  | KeysOf<By>
  | keyof RedemptionLine;

/** What fields are called in a language that does not show their English names. */
export type FieldNames = { readonly [F in FieldName]: string };

const PLACE = /^(?:lines\[(\d+)\]\.)?(?:by\.)?(.*)$/s;

/** A field's place in a command: its name, or what it is called, and the line of a redemption that it stands in, counted from 1. */
export function placeOf(
  field: string,
  fields: FieldNames,
): { readonly field: string; readonly line: number | undefined } {
  const [, line, name = field] = PLACE.exec(field) ?? [];
  const called = Object.hasOwn(fields, name) ? fields[name as FieldName] : name;
  return { field: called, line: line === undefined ? undefined : Number(line) + 1 };
}
