import { type Command, type Decision, initialAccount } from 'points-bank';
import { isAlone, numbersOf } from '../bank/account-numbers.js';
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
  const { store, now } = counter;
  const together = (commands: readonly Command[]) =>
    store.handleAll(commands, { enteredBy: user.name, receivedAt: now() });
  const decide = async (commands: readonly Command[], elsewhere: (accountId: string) => boolean) => {
    await shelve(counter, place.communityId);
    const decisions: Decision[] = [];
    for (const run of runsOf(commands, elsewhere)) {
      const [first] = run;
      if (elsewhere(first.data.accountId)) decisions.push(decidedOnNone(counter, first));
      else if (takesStock(first)) decisions.push((await enter(counter, user, first)).decision);
      else decisions.push(...(await together(run)));
    }
    return decisions;
  };
  yield* eachRow(rows, {
    ruleSet: counter.ruleSet,
    place,
    today: counter.today(),
    editions: await counter.handbooks.asPublished(place.communityId),
    numbersOf: (written) => numbersOf(counter, place.communityId, written),
    isAlone: await isAlone(counter, place.communityId),
    decide,
  });
}

type Run = readonly [first: Command, ...more: Command[]];

/** The rows in runs that can be entered together; what takes from a stock, or is about an account that is not there, is by itself. */
function runsOf(commands: readonly Command[], elsewhere: (accountId: string) => boolean): readonly Run[] {
  const runs: [Command, ...Command[]][] = [];
  let goesOn = false;
  for (const command of commands) {
    const isAlone = takesStock(command) || elsewhere(command.data.accountId);
    if (goesOn && !isAlone) runs.at(-1)?.push(command);
    else runs.push([command]);
    goesOn = !isAlone;
  }
  return runs;
}

const takesStock = ({ type }: Command): boolean => type === 'RedeemPoints';

/** The decision on an account that is not there. */
function decidedOnNone(counter: Counter, command: Command): Decision {
  return counter.bank.bankFor(command, (edition) => edition).decide(command, initialAccount);
}
