import type { Account, BankEvent, Command, Decision } from 'points-bank';
import { evolve, handbookOn, initialAccount, stockAfter } from 'points-bank';
import { editionsLeft } from '../bank/enter.js';
import type { Counter } from '../counter.js';
import type { Place } from '../forms/command-of.js';
import { eachRow } from './each-row.js';
import type { Outcome } from './outcome.js';
import type { Row } from './read-register.js';

/** Decides every row on what is on record and on the rows before it, and writes nothing. */
export async function* dryRun(counter: Counter, rows: readonly Row[], place: Place): AsyncGenerator<Outcome> {
  const decide = await decider(counter, place.communityId);
  yield* eachRow(rows, { ruleSet: counter.ruleSet, place, today: counter.today(), decide });
}

/** Decides on accounts that are kept aside: what is accepted counts for the rows after it and for nobody else. */
async function decider(counter: Counter, communityId: string): Promise<(command: Command) => Decision> {
  const ledger = await counter.ledger.caughtUp();
  const editions = await editionsLeft(counter, communityId);
  const { bank } = counter.bank;
  const accounts = new Map<string, Account>();
  const redeemed: BankEvent[] = [];
  const bankFor = (command: Command) => {
    if (command.type !== 'RedeemPoints') return bank;
    const edition = handbookOn(editions, command.data.on) ?? editions.at(-1);
    return edition === undefined ? bank : bank.withHandbook(stockAfter(edition, redeemed));
  };
  return (command) => {
    const { accountId } = command.data;
    const account = accounts.get(accountId) ?? ledger.account(accountId)?.account ?? initialAccount;
    const decision = bankFor(command).decide(command, account);
    if (decision.accepted) {
      accounts.set(accountId, decision.events.reduce(evolve, account));
      redeemed.push(...decision.events.filter(({ type }) => type === 'PointsRedeemed'));
    }
    return decision;
  };
}
