import type { Command } from '../account/commands/command.js';
import { remember } from '../account/commands/parsed.js';
import { commandSchema } from './command.js';
import { parseBy } from './parse.js';
import type { Parsed } from './problem.js';

/** The most values that a command may have, all levels counted; a visit of 100 lines has some 300. */
const MAX_VALUES = 2000;

/**
 * Parses a command from anything: a request's body, a line of a file. `decide` takes unknown input too and refuses it by its first
 * wrong field; this tells every field, before there is an account to decide for.
 *
 * @returns the command, deeply frozen, without what hosts put beside it (`metadata`, `kind`); or every problem. Never throws.
 *
 * @example
 * ```ts
 * import { parseCommand } from 'points-bank/schema'
 *
 * const parsed = parseCommand({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-02-30', by: { office: 'street' } } })
 * if (!parsed.ok) console.log(parsed.problems[0].path, parsed.problems[0].code) // → data.on not-a-date
 * ```
 */
export function parseCommand(input: unknown): Parsed<Command> {
  const parsed = parseBy({ form: commandSchema, limit: MAX_VALUES, unread: ['metadata', 'kind'] }, input);
  if (parsed.ok) remember(parsed.value);
  return parsed;
}
