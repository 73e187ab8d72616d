import type { BankEvent, EventType } from '../../account/events/event.js';
import { isRecord, isSameJson, own } from '../../values/json.js';
import { ReportError } from '../shared/report-error.js';
import type { Kept, KeptFields } from './kept-fields.js';

/** What a report keeps of one account. */
export type KeptAccount = {
  readonly opened: Readonly<Record<string, unknown>>;
  readonly forms: readonly KeptForm[];
  readonly entries: readonly KeptEntry[];
};

/** What entries of an account have in common. */
export type KeptForm = { readonly type: EventType; readonly same: Readonly<Record<string, unknown>> };

/** An entry: the place of its form, then what it says itself, `null` for what it leaves out. */
export type KeptEntry = readonly [form: number, ...row: unknown[]];

type Data = Readonly<Record<string, unknown>>;

/** Gives the first value that was like a value, so that what many accounts have in common is in memory once. */
export type Share = <T>(value: T) => T;

/** Makes a memory of values. */
export function sharing(): Share {
  const known = new Map<string, unknown>();
  return <T>(value: T): T => {
    const text = isRecord(value) ? textOf(value) : undefined;
    if (text === undefined) return value;
    const same = known.get(text);
    if (same === undefined) known.set(text, value);
    return (same ?? value) as T;
  };
}

/** A value as text, its members in their order, which reports keep; what is no JSON has none. */
function textOf(value: object): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}

/** Keeps what a report needs of an opening. */
export function keepOpening(
  { data }: BankEvent,
  { AccountOpened: { row, same } }: KeptFields,
  share: Share,
): KeptAccount {
  const opened = pick(data, [...row, ...same]);
  for (const name of same) if (name in opened) opened[name] = share(opened[name]);
  return { opened, forms: [], entries: [] };
}

/** Keeps what a report needs of an account's next event. */
export function keepEvent(
  account: KeptAccount,
  { type, data }: BankEvent,
  fields: KeptFields,
  share: Share,
): void {
  const kept = own(fields, type);
  if (kept === undefined) throw new ReportError('broken-history', `unknown event type '${String(type)}'`);
  const form = placeOfForm(account.forms as KeptForm[], { type, data }, kept.same, share);
  (account.entries as KeptEntry[]).push([form, ...rowOf(data, kept)]);
}

function rowOf(data: Data, { row: names, cut }: Kept): unknown[] {
  const row: unknown[] = [];
  for (const [at, name] of names.entries()) {
    const value = data[name];
    if (value === undefined) continue;
    // What is left out at the end of a row needs no place.
    while (row.length < at) row.push(null);
    row.push(cut === undefined ? value : cut(name, value));
  }
  return row;
}

/** The place of the form that an event has; it is added if the account has none like it. */
function placeOfForm(
  forms: KeptForm[],
  { type, data }: { readonly type: EventType; readonly data: Data },
  names: readonly string[],
  share: Share,
): number {
  for (const [place, form] of forms.entries()) {
    if (form.type === type && names.every((name) => isSameJson(form.same[name], data[name]))) return place;
  }
  return forms.push(share({ type, same: pick(data, names) })) - 1;
}

function pick(data: Data, names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const name of names) if (data[name] !== undefined) picked[name] = data[name];
  return picked;
}

/** The events of an account, with what the report needs of them. */
export function* eventsOf(
  accountId: string,
  { opened, forms, entries }: KeptAccount,
  fields: KeptFields,
): Generator<BankEvent, void, undefined> {
  yield { type: 'AccountOpened', data: { accountId, ...opened } } as BankEvent;
  for (const entry of entries) {
    const { type, same } = forms[entry[0]] as KeptForm;
    const names = fields[type].row;
    const data: Record<string, unknown> = { accountId, ...same };
    for (let at = 1; at < entry.length; at += 1) {
      if (entry[at] !== null) data[names[at - 1] as string] = entry[at];
    }
    yield { type, data } as BankEvent;
  }
}
