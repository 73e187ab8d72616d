import type { CommandType } from '../rules/rule-set.js';
import { isCalendarDate } from '../values/calendar.js';
import { isFreeText, isId } from '../values/ids.js';
import { isRecord, own } from '../values/json.js';
import { isPositiveWhole, isQuantity, isWhole } from '../values/points.js';
import type { Command, RedemptionLine } from './commands.js';
import type { FieldProblem } from './refusals.js';
import { clip } from './words.js';

/** The most lines that one redemption may have. */
export const MAX_LINES = 100;
const MAX_GIVEN = 40;

/** What is wrong with a command: the first wrong field. */
export type CommandProblem = {
  readonly field: string;
  readonly problem: FieldProblem;
  readonly given: string;
};

/** A command that was read, or what is wrong with it. */
export type ReadCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problem: CommandProblem };

/** Says what is wrong with a value, or `undefined`. */
type Check = (value: unknown) => FieldProblem | undefined;

type Field = { readonly name: string; readonly check: Check; readonly optional?: true };

const id: Check = (value) => (isId(value) ? undefined : 'not-an-id');
const date: Check = (value) => (isCalendarDate(value) ? undefined : 'not-a-date');
const boolean: Check = (value) => (typeof value === 'boolean' ? undefined : 'not-a-boolean');
const freeText: Check = (value) => (isFreeText(value) ? undefined : 'not-a-text');
const quantity: Check = (value) => (isQuantity(value) ? undefined : 'not-a-quantity');
const count: Check = (value) => (isPositiveWhole(value) ? undefined : 'not-a-whole-number');
const signed: Check = (value) => (isWhole(value) && value !== 0 ? undefined : 'not-a-whole-number');
const kind: Check = (value) => (value === 'post' || value === 'project' ? undefined : 'not-one-of');

const ACCOUNT: Field = { name: 'accountId', check: id };
const ON: Field = { name: 'on', check: date };
const CATALOGUE: Field = { name: 'catalogue', check: id, optional: true };

/** The fields of each command but `by` and `lines`, which have fields of their own. */
const FIELDS: Readonly<Record<CommandType, readonly Field[]>> = {
  OpenAccount: [
    ACCOUNT,
    { name: 'role', check: id },
    { name: 'communityId', check: id },
    ON,
    { name: 'formComplete', check: boolean },
    { name: 'colour', check: id, optional: true },
    { name: 'memberId', check: id, optional: true },
  ],
  ReportIn: [ACCOUNT, ON],
  ClaimPost: [
    ACCOUNT,
    { name: 'postId', check: id },
    { name: 'kind', check: kind },
    { name: 'difficulty', check: id, optional: true },
    ON,
    CATALOGUE,
  ],
  CreditActivity: [
    ACCOUNT,
    { name: 'item', check: id },
    { name: 'matterId', check: id },
    { name: 'difficulty', check: id, optional: true },
    { name: 'quantity', check: quantity, optional: true },
    ON,
    { name: 'postId', check: id, optional: true },
    CATALOGUE,
    { name: 'clause', check: id, optional: true },
    { name: 'note', check: freeText, optional: true },
  ],
  RedeemPoints: [ACCOUNT, { name: 'redemptionId', check: id }, { name: 'communityId', check: id }, ON],
  CorrectScore: [
    ACCOUNT,
    { name: 'correctionId', check: id },
    { name: 'points', check: signed },
    { name: 'reason', check: freeText },
    ON,
    { name: 'corrects', check: id, optional: true },
    { name: 'item', check: id, optional: true },
  ],
};

/** The fields of `by` that name persons. */
const PERSONS = ['recorder', 'approvedBy'] as const;
const STREET_FIELDS: readonly string[] = ['office', ...PERSONS];
const COMMUNITY_FIELDS: readonly string[] = ['office', 'communityId', ...PERSONS];

const TOP_FIELDS: readonly string[] = ['type', 'data', 'metadata', 'kind'];

/** Thrown and caught inside this file only: reading stops at the first wrong field. */
class Unfit {
  readonly problem: CommandProblem;

  constructor(problem: CommandProblem) {
    this.problem = problem;
  }
}

/**
 * Reads a command from anything. Each field is read once, into a command of the library's own making, so that nothing that the
 * input does later can change what was checked. Never throws.
 */
export function readCommand(input: unknown): ReadCommand {
  try {
    return { ok: true, command: read(input) };
  } catch (thrown) {
    if (thrown instanceof Unfit) return { ok: false, problem: thrown.problem };
    // A getter or a proxy of the input threw.
    return { ok: false, problem: { field: 'command', problem: 'unreadable', given: typeof input } };
  }
}

function read(input: unknown): Command {
  if (!isRecord(input)) throw unfit('command', 'not-an-object', input);
  const type = own(input, 'type');
  if (!isCommandType(type)) throw unfit('type', type === undefined ? 'missing' : 'unknown-type', type);
  for (const key of Object.keys(input)) {
    if (!TOP_FIELDS.includes(key)) throw unfit(fieldName(key), 'unknown-field', input[key]);
  }
  const data = own(input, 'data');
  if (!isRecord(data)) throw unfit('data', data === undefined ? 'missing' : 'not-an-object', data);
  return { type, data: readData(type, data) } as unknown as Command;
}

function isCommandType(type: unknown): type is CommandType {
  return typeof type === 'string' && Object.hasOwn(FIELDS, type);
}

function readData(type: CommandType, data: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  let present = 0;
  for (const { name, check, optional } of FIELDS[type]) {
    const value = own(data, name);
    if (value === undefined) {
      if (optional === undefined) throw unfit(name, 'missing', value);
      // A field that is there but undefined is as good as left out: JSON would drop it.
      if (Object.hasOwn(data, name)) present += 1;
      continue;
    }
    const problem = check(value);
    if (problem !== undefined) throw unfit(name, problem, value);
    made[name] = value;
    present += 1;
  }
  if (type === 'RedeemPoints') {
    made.lines = readLines(own(data, 'lines'));
    present += 1;
  }
  made.by = readBy(own(data, 'by'));
  present += 1;
  if (Object.keys(data).length !== present) throw unknownField(type, data);
  return made;
}

function unknownField(type: CommandType, data: Record<string, unknown>): Unfit {
  const known = [
    ...FIELDS[type].map(({ name }) => name),
    'by',
    ...(type === 'RedeemPoints' ? ['lines'] : []),
  ];
  const field = Object.keys(data).find((key) => !known.includes(key)) ?? '';
  return unfit(fieldName(field), 'unknown-field', data[field]);
}

function readBy(value: unknown): Record<string, unknown> {
  if (!isRecord(value)) throw unfit('by', value === undefined ? 'missing' : 'not-an-object', value);
  const office = own(value, 'office');
  if (office === undefined) throw unfit('by.office', 'missing', office);
  if (office === 'street') {
    const by = withPersons({ office }, value);
    expectOnly(value, 'by', STREET_FIELDS);
    return by;
  }
  if (office !== 'community') throw unfit('by.office', 'not-one-of', office);
  const communityId = own(value, 'communityId');
  if (communityId === undefined) throw unfit('by.communityId', 'missing', communityId);
  if (!isId(communityId)) throw unfit('by.communityId', 'not-an-id', communityId);
  const by = withPersons({ office, communityId }, value);
  expectOnly(value, 'by', COMMUNITY_FIELDS);
  return by;
}

/** Puts the persons at the office on it who are named. */
function withPersons(made: Record<string, unknown>, by: Record<string, unknown>): Record<string, unknown> {
  for (const name of PERSONS) {
    const value = own(by, name);
    if (value === undefined) continue;
    if (!isId(value)) throw unfit(`by.${name}`, 'not-an-id', value);
    made[name] = value;
  }
  return made;
}

function readLines(value: unknown): RedemptionLine[] {
  if (!Array.isArray(value)) throw unfit('lines', value === undefined ? 'missing' : 'not-a-list', value);
  if (value.length === 0) throw unfit('lines', 'not-a-list', value);
  if (value.length > MAX_LINES) throw unfit('lines', 'too-many', value.length);
  // By place, and not by going through it: a list could give more than it counts.
  const lines: RedemptionLine[] = [];
  for (let i = 0; i < value.length; i += 1) lines.push(readLine(value[i], `lines[${i}]`));
  return lines;
}

function readLine(line: unknown, at: string): RedemptionLine {
  if (!isRecord(line)) throw unfit(at, 'not-an-object', line);
  const rewardId = required(line, at, 'rewardId', id) as string;
  const number = required(line, at, 'quantity', count) as number;
  expectOnly(line, at, ['rewardId', 'quantity']);
  return { rewardId, quantity: number };
}

function required(record: Record<string, unknown>, at: string, name: string, check: Check): unknown {
  const value = own(record, name);
  const problem = value === undefined ? 'missing' : check(value);
  if (problem !== undefined) throw unfit(`${at}.${name}`, problem, value);
  return value;
}

function expectOnly(record: Record<string, unknown>, at: string, names: readonly string[]): void {
  const unknown = Object.keys(record).find((key) => !names.includes(key));
  if (unknown !== undefined) throw unfit(`${at}.${fieldName(unknown)}`, 'unknown-field', record[unknown]);
}

function fieldName(key: string): string {
  return clip(key, MAX_GIVEN);
}

function unfit(field: string, problem: FieldProblem, given: unknown): Unfit {
  return new Unfit({ field, problem, given: describe(given) });
}

/** A value in a few characters, whatever it is. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(fieldName(value));
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' || typeof value === 'function'
    ? `a ${typeof value}`
    : String(value).slice(0, MAX_GIVEN);
}
