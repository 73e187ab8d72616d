import { setImmediate } from 'node:timers/promises';
import type { Command, Decision, Handbook, RuleSet } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import type { AccountNumbers } from '../bank/account-numbers.js';
import type { Place } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { type Outcome, outcomeOf, problemsOf, reasonOf } from './outcome.js';
import type { Row } from './read-register.js';
import { type RewardNames, rewardNames } from './reward-names.js';
import { isYes, rowCommand } from './row-command.js';

/** How many rows are decided together, and told of. */
const STEP = 100;

/** One decision for each command, in their order. */
type Decide = (
  commands: readonly Command[],
  isAnothers: AccountNumbers['isAnothers'],
) => Promise<readonly Decision[]>;

type Work = {
  readonly ruleSet: RuleSet;
  readonly place: Place;
  readonly today: string;
  /** The handbook of the community whose register it is, whose rewards the rows name. */
  readonly editions: readonly Handbook[];
  /** What the numbers of accounts mean to the community whose register it is. */
  readonly numbersOf: (written: readonly string[]) => Promise<AccountNumbers>;
  /** Whether the counter is that community's alone: then numbers without its code stay as they are. */
  readonly isAlone: boolean;
  readonly decide: Decide;
};

type WorkOnFile = Work & {
  readonly namesOn: RewardNames;
  /** The numbers that the file has with their code, as it has them. */
  readonly withCode: ReadonlySet<string | undefined>;
};

/** Reads, checks and decides every row in the order of the file, and counts what came of it. */
export async function* eachRow(rows: readonly Row[], work: Work): AsyncGenerator<Outcome> {
  const outcome = outcomeOf(rows.length);
  const namesOn = rewardNames(work.editions);
  const withCode = new Set(rows.flatMap(({ cells }) => (isYes(cells.isWhole) ? [] : [cells.accountId])));
  for (let first = 0; first < rows.length; first += STEP) {
    await count(rows.slice(first, first + STEP), { ...work, namesOn, withCode }, outcome);
    if (outcome.done === rows.length) break;
    yield outcome;
    // Others are served meanwhile.
    await setImmediate();
  }
  yield outcome;
}

async function count(rows: readonly Row[], work: WorkOnFile, outcome: Outcome): Promise<void> {
  const numbers = await work.numbersOf(rows.map(({ cells }) => cells.accountId ?? ''));
  const read = rows.map((row) => readRow(row, work, numbers));
  const commands = read.flatMap((of) => ('command' in of ? [of.command] : []));
  const decisions = await work.decide(commands, numbers.isAnothers);
  const next = decisions.values();
  for (const [place, { line, cells }] of rows.entries()) {
    const of = read[place] as Read;
    const result = 'command' in of ? resultOf(next.next().value as Decision, work.ruleSet) : of.reason;
    if (typeof result === 'string') outcome[result] += 1;
    else outcome.refused.push({ line, accountId: cells.accountId ?? '', reason: result });
    outcome.done += 1;
  }
}

type Read = { readonly command: Command } | { readonly reason: Bilingual };

/** The command that a row is, or why it is none. */
function readRow(
  row: Row,
  { ruleSet, place, today, isAlone, namesOn, withCode }: WorkOnFile,
  { whole, isAnothers }: AccountNumbers,
): Read {
  const { accountId: written = '', isWhole } = row.cells;
  const isExported = isYes(isWhole);
  const accountId = isExported && isAlone ? written : whole(written);
  // Two accounts of one file never become one.
  if (isExported && accountId !== written && withCode.has(accountId))
    return { reason: MESSAGES.accountIdTaken(accountId) };
  const cells = { ...row.cells, accountId };
  const made = rowCommand({ ...row, cells }, ruleSet, place, namesOn);
  if ('problem' in made) return { reason: made.problem };
  if (isAhead(made.command, today)) return { reason: MESSAGES.dayAhead(today) };
  const parsed = parseCommand(made.command);
  if (!parsed.ok) return { reason: problemsOf(parsed) };
  const { type, data } = parsed.value;
  if (type === 'OpenAccount' && isAnothers(data.accountId))
    return { reason: MESSAGES.accountIdTaken(data.accountId) };
  return { command: parsed.value };
}

/** What became of a row: counted, or refused for a reason in both languages. */
function resultOf(decision: Decision, ruleSet: RuleSet): 'added' | 'already' | Bilingual {
  if (!decision.accepted) return reasonOf(decision.refusal, ruleSet);
  return decision.events.length === 0 ? 'already' : 'added';
}
