import type { Account, Command, Decision, Handbook } from 'points-bank';
import { decideAll, handbookOn, stockAfter } from 'points-bank';
import type { Counter } from '../counter.js';
import type { Place } from '../forms/command-of.js';
import { movesStock } from '../store/stock.js';
import { eachRow } from './each-row.js';
import type { Outcome } from './outcome.js';
import type { Row } from './read-register.js';

/** Decides every row on what is on record and on the rows before it, and writes nothing. */
export async function* dryRun(counter: Counter, rows: readonly Row[], place: Place): AsyncGenerator<Outcome> {
  const decide = await decider(counter, place.communityId);
  yield* eachRow(rows, { ruleSet: counter.ruleSet, place, today: counter.today(), decide });
}

/** Decides on accounts that are kept aside: what is accepted counts for the rows after it and for nobody else. */
async function decider(counter: Counter, communityId: string) {
  const ledger = await counter.ledger.caughtUp();
  const editions = await counter.handbooks.editions(communityId);
  const { bank } = counter.bank;
  const accounts = new Map<string, Account>();
  const given = [...ledger.eventsOf(communityId)].filter(movesStock);
  const editionOf = (command: Command) =>
    command.type === 'RedeemPoints' ? (handbookOn(editions, command.data.on) ?? editions.at(-1)) : undefined;

  return async (commands: readonly Command[]): Promise<readonly Decision[]> => {
    for (const { data } of commands) {
      const known = accounts.get(data.accountId) ?? ledger.account(data.accountId)?.account;
      if (known !== undefined) accounts.set(data.accountId, known);
    }
    return runsOf(commands, editionOf).flatMap(({ edition, run }) => {
      const of = edition === undefined ? bank : bank.withHandbook(stockAfter(edition, given));
      const batch = decideAll(of, run, accounts);
      for (const [accountId, events] of batch.events) {
        accounts.set(accountId, batch.accounts.get(accountId) as Account);
        given.push(...events.filter(movesStock));
      }
      return batch.decisions;
    });
  };
}

type Run = { edition: Handbook | undefined; readonly run: Command[] };

/** The commands in runs that one edition of the handbook does for. */
function runsOf(
  commands: readonly Command[],
  editionOf: (command: Command) => Handbook | undefined,
): readonly Run[] {
  const runs: Run[] = [];
  for (const command of commands) {
    const edition = editionOf(command);
    const last = runs.at(-1);
    if (
      last === undefined ||
      (edition !== undefined && last.edition !== undefined && edition !== last.edition)
    ) {
      runs.push({ edition, run: [command] });
    } else {
      last.edition ??= edition;
      last.run.push(command);
    }
  }
  return runs;
}
