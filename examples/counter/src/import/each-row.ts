import { setImmediate } from 'node:timers/promises';
import type { Command, Decision, RuleSet } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import type { Place } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { type Outcome, outcomeOf, problemsOf, reasonOf } from './outcome.js';
import type { Row } from './read-register.js';
import { rowCommand } from './row-command.js';

/** How many rows between two words about how far it is. */
const STEP = 100;

type Decide = (command: Command) => Decision | Promise<Decision>;

type Work = {
  readonly ruleSet: RuleSet;
  readonly place: Place;
  readonly today: string;
  readonly decide: Decide;
};

/** Reads, checks and decides every row in the order of the file, and counts what came of it. */
export async function* eachRow(rows: readonly Row[], work: Work): AsyncGenerator<Outcome> {
  const outcome = outcomeOf(rows.length);
  for (const row of rows) {
    const result = await resultOf(row, work);
    if (typeof result === 'string') outcome[result] += 1;
    else outcome.refused.push({ line: row.line, accountId: row.cells.accountId ?? '', reason: result });
    outcome.done += 1;
    if (outcome.done % STEP !== 0) continue;
    yield outcome;
    // Others are served meanwhile.
    await setImmediate();
  }
  yield outcome;
}

/** What became of a row: counted, or refused for a reason in both languages. */
async function resultOf(
  row: Row,
  { ruleSet, place, today, decide }: Work,
): Promise<'added' | 'already' | Bilingual> {
  const made = rowCommand(row, ruleSet, place);
  if ('problem' in made) return made.problem;
  if (isAhead(made.command, today)) return MESSAGES.dayAhead(today);
  const parsed = parseCommand(made.command);
  if (!parsed.ok) return problemsOf(parsed);
  const decision = await decide(parsed.value);
  if (!decision.accepted) return reasonOf(decision.refusal, ruleSet);
  return decision.events.length === 0 ? 'already' : 'added';
}
