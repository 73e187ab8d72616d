import { isRecord } from '../../values/json.js';
import type { Command } from './command.js';
import { type CommandProblem, FieldError, told } from './field-error.js';
import { COMMAND_FIELDS, type CommandFields } from './fields.js';
import { blankOf, ownMembers, ownValueOf, recordReader } from './read-record.js';

/** A command that was read, or what is wrong with it. */
export type ReadCommand =
  | { readonly ok: true; readonly command: Command }
  | { readonly ok: false; readonly problem: CommandProblem };

/** What a command has beside `data`; what hosts put into `metadata` and `kind` is not looked at. */
const MEMBERS: readonly string[] = ['type', 'data', 'metadata', 'kind'];

const READERS: ReadonlyMap<unknown, (data: object) => object> = /* @__PURE__ */ readersOf(COMMAND_FIELDS);

function readersOf(table: CommandFields): ReadonlyMap<unknown, (data: object) => object> {
  return new Map(Object.entries(table).map(([type, fields]) => [type, recordReader(fields)]));
}

const BLANKS: ReadonlyMap<string, object> = /* @__PURE__ */ blanks();

function blanks(): Map<string, object> {
  return new Map(Object.entries(COMMAND_FIELDS).map(([type, fields]) => [type, blankOf(fields)]));
}

/** A command as reading gives it: with every field of its table, `undefined` where it was left out. */
export function withEveryField({ type, data }: Command): Command {
  return { type, data: { ...BLANKS.get(type), ...data } } as Command;
}

/**
 * Reads a command from anything. Only its own enumerable members count, and each is read once, into a command of the library's own
 * making: nothing that is inherited can be taken for a field, and nothing that the input does later can change what was checked.
 * Never throws.
 */
export function readCommand(input: unknown): ReadCommand {
  try {
    return { ok: true, command: read(input) };
  } catch (thrown) {
    if (thrown instanceof FieldError) return { ok: false, problem: thrown.problem };
    // A getter or a proxy of the input threw.
    return { ok: false, problem: { field: 'command', problem: 'unreadable', given: typeof input } };
  }
}

function read(input: unknown): Command {
  if (!isRecord(input)) throw new FieldError('command', 'not-an-object', input);
  const given = ownMembers(input);
  const type = ownValueOf(given, 'type');
  const reader = READERS.get(type);
  if (reader === undefined)
    throw new FieldError('type', type === undefined ? 'missing' : 'unknown-type', type);
  const unknown = given.names.find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw new FieldError(told(unknown), 'unknown-field', input[unknown]);
  const data = ownValueOf(given, 'data');
  if (!isRecord(data)) throw new FieldError('data', data === undefined ? 'missing' : 'not-an-object', data);
  return { type, data: reader(data) } as Command;
}
