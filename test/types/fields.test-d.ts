/* What the table of a command's fields has to be. Held by `npm run typecheck`; nothing here is run. */
import type { By, ReportIn } from '../../src/account/commands/command.js';
import { BY, type FieldsFor } from '../../src/account/commands/fields.js';

type Line = { readonly rewardId: string; readonly quantity: number };

/** A command with fields of every kind. */
type Data = {
  readonly accountId: string;
  readonly kind: 'post' | 'project';
  readonly points: number;
  readonly sure: boolean;
  readonly recordedOn?: string;
  readonly by: By;
  readonly lines: readonly Line[];
  readonly more?: readonly string[];
  readonly reverses: { readonly kind: 'matter' | 'claim'; readonly id: string; readonly item?: string };
  readonly within?: { readonly id: string };
};

const kind = { words: { post: true, project: true } } as const;
const line = { record: { rewardId: 'id', quantity: 'whole-from-1' } } as const;
const reversed = { kind: { words: { matter: true, claim: true } }, id: 'id', item: 'id?' } as const;
const table = {
  accountId: 'id',
  kind,
  points: 'whole-not-0',
  sure: 'boolean',
  recordedOn: 'date?',
  by: BY,
  lines: { list: line, most: 100 },
  more: { list: 'id', most: 10, optional: true },
  reverses: { record: reversed },
  within: { record: { id: 'id' }, optional: true },
} as const;

// --- what compiles: every field, with a kind that takes its values ---

export const whole: FieldsFor<Data> = table;
export const reportIn: FieldsFor<ReportIn['data']> = {
  accountId: 'id',
  on: 'date',
  by: BY,
  formComplete: 'boolean?',
  memberId: 'id?',
  recordedOn: 'date?',
};

// --- what does not ---

const { accountId: _id, ...withoutId } = table;
const { recordedOn: _day, ...withoutDay } = table;
const { item: _item, ...withoutItem } = reversed;

// @ts-expect-error a field is missing
export const missing: FieldsFor<Data> = withoutId;
// @ts-expect-error so is one that may be left out of the command
export const missingOptional: FieldsFor<Data> = withoutDay;
// @ts-expect-error a field that the command does not have
export const surplus: FieldsFor<ReportIn['data']> = { ...reportIn, item: 'id' };
// @ts-expect-error the command needs it
export const needed: FieldsFor<Data> = { ...table, accountId: 'id?' };
// @ts-expect-error the command may leave it out
export const optional: FieldsFor<Data> = { ...table, recordedOn: 'date' };
// @ts-expect-error a number is no text
export const texts: FieldsFor<Data> = { ...table, points: 'text' };
// @ts-expect-error nor is true or false
export const ids: FieldsFor<Data> = { ...table, sure: 'id' };
// @ts-expect-error not any text will do
export const anyWord: FieldsFor<Data> = { ...table, kind: 'id' };
// @ts-expect-error a word is missing
export const fewerWords: FieldsFor<Data> = { ...table, kind: { words: { post: true } } };
// @ts-expect-error there is no such kind
export const unknownKind: FieldsFor<Data> = { ...table, accountId: 'name' };
// @ts-expect-error a list is not one of its members
export const member: FieldsFor<Data> = { ...table, lines: line };
// @ts-expect-error a list says how many it may have
export const endless: FieldsFor<Data> = { ...table, lines: { list: line } };
// @ts-expect-error a field of a record in the record is missing
export const missingWithin: FieldsFor<Data> = { ...table, reverses: { record: withoutItem } };
// @ts-expect-error a record that may be left out says so
export const silent: FieldsFor<Data> = { ...table, within: { record: { id: 'id' } } };
// @ts-expect-error the fields of who enters it are missing
export const one: FieldsFor<Data> = { ...table, by: { record: { office: 'slug' } } };
