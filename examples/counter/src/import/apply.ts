import type { Command, Decision } from 'points-bank';
import { enter } from '../bank/enter.js';
import type { Counter } from '../counter.js';
import type { Place } from '../forms/command-of.js';
import type { User } from '../people/user.js';
import { eachRow } from './each-row.js';
import type { Outcome } from './outcome.js';
import type { Row } from './read-register.js';

/**
 * Enters every row, in the order of the file. Each row is a command with a key of its own, so that a file which was imported in part,
 * or before, is taken again without doubling anything.
 */
export function apply(
  counter: Counter,
  user: User,
  rows: readonly Row[],
  place: Place,
): AsyncGenerator<Outcome> {
  const decide = async (commands: readonly Command[]) => {
    const decisions: Decision[] = [];
    for (const command of commands) decisions.push((await enter(counter, user, command)).decision);
    return decisions;
  };
  return eachRow(rows, { ruleSet: counter.ruleSet, place, today: counter.today(), decide });
}
