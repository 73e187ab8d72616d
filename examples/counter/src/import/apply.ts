import { type Command, type Decision, initialAccount } from 'points-bank';
import { elsewhereOf } from '../bank/elsewhere.js';
import { enter, shelve } from '../bank/enter.js';
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
export async function* apply(
  counter: Counter,
  user: User,
  rows: readonly Row[],
  place: Place,
): AsyncGenerator<Outcome> {
  const decide = async (commands: readonly Command[], elsewhere: (accountId: string) => boolean) => {
    const decisions: Decision[] = [];
    for (const command of commands)
      decisions.push(
        elsewhere(command.data.accountId)
          ? await decidedOnNone(counter, command, place.communityId)
          : (await enter(counter, user, command)).decision,
      );
    return decisions;
  };
  yield* eachRow(rows, {
    ruleSet: counter.ruleSet,
    place,
    today: counter.today(),
    elsewhereOf: (ids) => elsewhereOf(counter, place.communityId, ids),
    decide,
  });
}

/** The decision on an account that is not there. */
async function decidedOnNone(counter: Counter, command: Command, communityId: string): Promise<Decision> {
  await shelve(counter, communityId);
  return counter.bank.bankFor(command, (edition) => edition).decide(command, initialAccount);
}
