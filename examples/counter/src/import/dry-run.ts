import type { Account, Command, Decision, Handbook, Programme } from 'points-bank';
import { decideAll, handbookOn, programmeOn, stockAfter } from 'points-bank';
import { elsewhereOf } from '../bank/elsewhere.js';
import type { Counter } from '../counter.js';
import type { Place } from '../forms/command-of.js';
import { movesStock } from '../store/stock.js';
import { eachRow } from './each-row.js';
import type { Outcome } from './outcome.js';
import type { Row } from './read-register.js';

/** Decides every row on what is on record and on the rows before it, and writes nothing. */
export async function* dryRun(counter: Counter, rows: readonly Row[], place: Place): AsyncGenerator<Outcome> {
  const elsewhere = await elsewhereOf(counter, place.communityId);
  const decide = await decider(counter, place.communityId, elsewhere);
  yield* eachRow(rows, { ruleSet: counter.ruleSet, place, today: counter.today(), elsewhere, decide });
}

/** Decides on accounts that are kept aside: what is accepted counts for the rows after it and for nobody else. */
async function decider(counter: Counter, communityId: string, elsewhere: (accountId: string) => boolean) {
  const ledger = await counter.ledger.caughtUp();
  const editions = await counter.handbooks.editions(communityId);
  const programmes = await counter.programmes.editions(communityId);
  const { bank } = counter.bank;
  const accounts = new Map<string, Account>();
  const given = [...ledger.eventsOf(communityId)].filter(movesStock);
  const needs = ({ type, data }: Command): Needs => {
    if (type === 'RedeemPoints') return { edition: handbookOn(editions, data.on) ?? editions.at(-1) };
    const isProgrammed = type === 'ClaimPost' || type === 'CreditActivity';
    return isProgrammed ? { programme: programmeOn(programmes, data.on) ?? 'none' } : {};
  };

  return async (commands: readonly Command[]): Promise<readonly Decision[]> => {
    for (const { data } of commands) {
      if (elsewhere(data.accountId)) continue;
      const known = accounts.get(data.accountId) ?? ledger.account(data.accountId)?.account;
      if (known !== undefined) accounts.set(data.accountId, known);
    }
    return runsOf(commands, needs).flatMap(({ edition, programme = 'none', run }) => {
      const programmed = programme === 'none' ? bank : bank.withProgramme(programme);
      const of = edition === undefined ? programmed : programmed.withHandbook(stockAfter(edition, given));
      const batch = decideAll(of, run, accounts);
      for (const [accountId, events] of batch.events) {
        accounts.set(accountId, batch.accounts.get(accountId) as Account);
        given.push(...events.filter(movesStock));
      }
      return batch.decisions;
    });
  };
}

/** What a command is decided by beside the rules; a claim or a matter may need that there is no programme. */
type Needs = { edition?: Handbook | undefined; programme?: Programme | 'none' | undefined };

type Run = Needs & { readonly run: Command[] };

/** The commands in runs that one edition of the handbook and one programme do for. */
function runsOf(commands: readonly Command[], needsOf: (command: Command) => Needs): readonly Run[] {
  const runs: Run[] = [];
  for (const command of commands) {
    const needs = needsOf(command);
    const last = runs.at(-1);
    if (
      last === undefined ||
      !agree(last.edition, needs.edition) ||
      !agree(last.programme, needs.programme)
    ) {
      runs.push({ ...needs, run: [command] });
    } else {
      last.edition ??= needs.edition;
      last.programme ??= needs.programme;
      last.run.push(command);
    }
  }
  return runs;
}

const agree = <T>(one: T | undefined, other: T | undefined): boolean =>
  one === undefined || other === undefined || one === other;
