import type { Command, CommandFor } from '../account/commands/command.js';
import { COMMAND_FIELDS, type Field, type Fields } from '../account/commands/fields.js';
import { markParsed } from '../account/commands/parsed.js';
import { requireRuleSetIfGiven } from '../rules/require-rule-set.js';
import type { RuleSet } from '../rules/rule-set.js';
import { undisturbed } from '../values/undisturbed.js';
import { commandSchema } from './command.js';
import type { Fault } from './faults.js';
import { parseBy, refused } from './parse.js';
import type { Parsed, Path } from './problem.js';

/** The most values that a command may have, all levels counted: an opening that continues an account of some 100,000 days. */
const MAX_VALUES = 500_000;

/** The records whose members beyond those named are left out, by the way to them: events that a command carries. */
const CARRIED: ReadonlyMap<string, Fields> = /* @__PURE__ */ new Map(
  Object.values(COMMAND_FIELDS).flatMap((fields) => openRecords('data', { record: fields })),
);

function openRecords(way: string, field: Field): [way: string, fields: Fields][] {
  if (typeof field === 'string') return [];
  if ('list' in field) return openRecords(`${way}[]`, field.list);
  if (!('record' in field)) return [];
  const inside = Object.entries(field.record).flatMap(([name, of]) => openRecords(`${way}.${name}`, of));
  return field.others === 'left-out' ? [[way, field.record], ...inside] : inside;
}

/** What hosts put beside a command, and what carried events say beyond what the decision needs. */
function isUnread(of: Path, name: string): boolean {
  if (of.length === 0) return name === 'metadata' || name === 'kind';
  if (of.length === 1) return false;
  const way = of.reduce<string>(
    (at, step) => (typeof step === 'number' ? `${at}[]` : `${at}.${String(step)}`),
    '',
  );
  const fields = CARRIED.get(way.slice(1));
  return fields !== undefined && !Object.hasOwn(fields, name);
}

/**
 * Parses a command from anything: a request's body, a line of a file. `decideUnknown` takes unknown input too and refuses it by its
 * first wrong field; this tells every field, before there is an account to decide for.
 *
 * With a rule set, the office, role, item and difficulty that the command names have to be the rule set's. The compiler then knows them, and
 * `decide` of a bank with that rule set takes the command. Without one they may be any ids, and the command goes to `decideUnknown`. The
 * item of an earlier entry that a command names may be one that the rules no longer have.
 *
 * @returns the command, deeply frozen, without what hosts put beside it (`metadata`, `kind`); or every problem. Never throws for
 *   what is parsed.
 * @throws `NotARuleSetError` where `ruleSet` is given and is none
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { parseCommand } from 'points-bank/schema'
 *
 * const body = { type: 'ReportIn', data: { accountId: 'v1', on: '2023-02-30', by: { office: 'subdistrict' } } }
 * const wrong = parseCommand(body)
 * if (!wrong.ok) console.log(wrong.problems[0].path, wrong.problems[0].code) // → data.on not-a-date
 *
 * const bank = createBank(renfa2022)
 * const parsed = parseCommand({ ...body, data: { ...body.data, on: '2023-02-28' } }, bank.ruleSet)
 * if (parsed.ok) console.log(bank.decide(parsed.value, initialAccount).accepted) // → false
 * ```
 */
export function parseCommand(input: unknown): Parsed<Command>;
export function parseCommand<R extends RuleSet>(input: unknown, ruleSet: R): Parsed<CommandFor<R>>;
export function parseCommand(input: unknown, ruleSet?: RuleSet): Parsed<Command> {
  return undisturbed(() => commandParsed(input, ruleSet));
}

function commandParsed(input: unknown, ruleSet: RuleSet | undefined): Parsed<Command> {
  requireRuleSetIfGiven(ruleSet);
  const parsed = parseBy({ form: commandSchema, limit: MAX_VALUES, isUnread }, input);
  if (!parsed.ok) return parsed;
  const unknown = ruleSet === undefined ? [] : unknownIds(parsed.value, ruleSet);
  if (unknown.length > 0) return refused(unknown);
  markParsed(parsed.value);
  return parsed;
}

/** The ids that a command names and the rule set does not have. A correction or a reversal may name an item that the rules no longer have. */
function unknownIds(command: Command, ruleSet: RuleSet): Fault[] {
  const { office } = command.data.by;
  return [...unknownParts(command, ruleSet), ...unlessIn('by.office', office, ruleSet.offices)];
}

function unknownParts(
  { type, data }: Command,
  { roles, difficulties, closing, ineligibility }: RuleSet,
): Fault[] {
  switch (type) {
    case 'OpenAccount':
      return unlessIn('role', data.role, roles);
    case 'CloseAccount':
      return unlessIn('reason', data.reason, closing?.reasons ?? {});
    case 'BarAccount':
      return unlessIn('ground', data.ground, ineligibility);
    case 'ClaimPost':
      return unlessIn('difficulty', data.difficulty, difficulties);
    case 'CreditActivity': {
      const items = Object.assign({}, ...Object.values(roles).map((role) => role.items)) as object;
      return [
        ...unlessIn('item', data.item, items),
        ...unlessIn('difficulty', data.difficulty, difficulties),
      ];
    }
    default:
      return [];
  }
}

function unlessIn(name: string, id: string | undefined, known: object): Fault[] {
  if (id === undefined || Object.hasOwn(known, id)) return [];
  const names = Object.keys(known);
  const unknown = { name: id, known: names };
  return [{ path: ['data', ...name.split('.')], code: 'not-one-of', detail: names.join(', '), unknown }];
}
