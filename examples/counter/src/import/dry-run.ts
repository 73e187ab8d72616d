import type { Account, BankEvent, Command, Decision, Handbook, Programme } from 'points-bank';
import { decideAll, handbookOn, programmeOn, stockAfter } from 'points-bank';
import { isAlone, numbersOf } from '../bank/account-numbers.js';
import { editionsLeft } from '../bank/enter.js';
import type { Counter } from '../counter.js';
import type { Place } from '../forms/command-of.js';
import { movesStock } from '../store/stock.js';
import { eachRow } from './each-row.js';
import type { Outcome } from './outcome.js';
import type { Row } from './read-register.js';

/** Decides every row on what is on record and on the rows before it, and writes nothing. */
export async function* dryRun(counter: Counter, rows: readonly Row[], place: Place): AsyncGenerator<Outcome> {
  yield* eachRow(rows, {
    ruleSet: counter.ruleSet,
    place,
    today: counter.today(),
    editions: await counter.handbooks.asPublished(place.communityId),
    numbersOf: (written) => numbersOf(counter, place.communityId, written),
    isAlone: await isAlone(counter, place.communityId),
    decide: await decider(counter, place.communityId),
  });
}

/** Decides on accounts that are kept aside: what is accepted counts for the rows after it and for nobody else. */
async function decider(counter: Counter, communityId: string) {
  const editions = await editionsLeft(counter, communityId);
  const programmes = await counter.programmes.editions(communityId);
  const { bank } = counter.bank;
  const accounts = new Map<string, Account>();
  // What is on record is taken from the editions already; here is what the rows before take.
  const given: BankEvent[] = [];
  const needs = ({ type, data }: Command): Needs => {
    if (type === 'RedeemPoints') return { edition: handbookOn(editions, data.on) ?? editions.at(-1) };
    const isProgrammed = type === 'ClaimPost' || type === 'CreditActivity';
    return isProgrammed ? { programme: programmeOn(programmes, data.on) ?? 'none' } : {};
  };

  return async (
    commands: readonly Command[],
    elsewhere: (accountId: string) => boolean,
  ): Promise<readonly Decision[]> => {
    const ids = new Set(commands.map(({ data }) => data.accountId));
    const unread = [...ids].filter((id) => !accounts.has(id) && !elsewhere(id));
    for (const [id, account] of await counter.store.accounts(unread)) accounts.set(id, account);
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
