import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { BankEvent } from 'points-bank';
import { explain } from 'points-bank/words';
import { communitiesKept } from '../bank/audit.js';
import { CounterBank } from '../bank/counter-bank.js';
import { Handbooks } from '../bank/handbooks.js';
import { verifySeals } from '../bank/verify-seals.js';
import { databaseSetting, readConfig, readRules } from '../config.js';
import { WORDS } from '../language/words.js';
import { fileRecords } from '../records/file-records.js';
import { openRecords } from '../records/open-records.js';
import type { Records } from '../records/records.js';
import { settingOf } from '../start-failure.js';
import type { CounterStore } from '../store/counter-store.js';
import { openStore } from '../store/open-store.js';
import { sealingLater } from '../store/seals.js';
import { moveWebhooks } from '../webhooks/state.js';
import { commandOfEvent } from './command-of-event.js';
import { Wrong } from './person-of.js';
import { runCommand } from './run-command.js';

const USAGE = `Moves a counter from its embedded database to the PostgreSQL server that DATABASE_URL names.
The counter on the embedded database has to be closed. It keeps its data; it is only read.

  DATABASE_URL=… npm run move -w points-bank-counter -- --from <data folder> [--as-recorded]

Every entry is entered anew, in the old order, and has to come to the very event that is on record, and to the very seal. Where an entry is
not as it was sealed, nothing is moved, unless --as-recorded says that it was so on record. It can be run again after it was stopped: what
was moved is not doubled.`;

const MOVED = [
  'user',
  'api-key',
  'people-log',
  'kept-end',
  'community',
  'handbook',
  'goods-in',
  'programme',
  'rule-filing',
  'activity',
  'entry-request',
  'entry-request-declined',
];

/** Everything beside the events, as it is; what is there already stays. */
async function moveRecords(from: Records, to: Records): Promise<number> {
  let moved = 0;
  for (const kind of MOVED)
    for (const { key, value } of await from.entries(kind)) if (await to.add(kind, key, value)) moved += 1;
  return moved;
}

/** The heads of the old chains, and when their entries were sealed, where that was later than they were entered. */
type OldSeals = ReadonlyMap<
  string,
  { readonly head: string; readonly later: readonly (string | undefined)[] }
>;

/** @throws {@link Wrong} where an account is not as it was sealed */
async function checkSeals(from: CounterStore, asRecorded: boolean): Promise<OldSeals> {
  const old = new Map<string, { head: string; later: readonly (string | undefined)[] }>();
  for await (const accounts of from.seals.accounts())
    for (const account of accounts) {
      const { accountId, seals } = account;
      const { broken } = verifySeals(account);
      if (broken !== undefined && !asRecorded)
        throw new Wrong(`${accountId}: ${explain(broken, WORDS.en)} Nothing was moved.`);
      const later = seals.map(({ sealedLater }) => sealedLater);
      const isLater = later.some((moment) => moment !== undefined);
      old.set(accountId, { head: seals.at(-1)?.hash ?? '', later: isLater ? later : [] });
    }
  return old;
}

async function moveEvents(from: CounterStore, to: CounterStore, old: OldSeals): Promise<number> {
  let moved = 0;
  const seen = new Map<string, number>();
  for await (const event of from.record()) {
    const { accountId } = event.data;
    const at = seen.get(accountId) ?? 0;
    seen.set(accountId, at + 1);
    const { schemaVersion: _, ...metadata } = event.metadata ?? {};
    const enter = () => to.handle(commandOfEvent(event), metadata);
    const later = old.get(accountId)?.later[at];
    const { decision } = await (later === undefined ? enter() : sealingLater.run(later, enter));
    if (!decision.accepted) throw new Wrong(`${accountId}: ${explain(decision.refusal, WORDS.en)}`);
    moved += decision.events.length;
    const now: BankEvent | undefined = decision.events[0] ?? (await to.events(accountId))[at];
    if (!isDeepStrictEqual(now?.data, event.data))
      throw new Wrong(
        `${accountId}, entry ${at + 1}: it would not be what is on record. Were other rules in use then?`,
      );
  }
  return moved;
}

/** The new seals have to be the old ones, so that ends that were kept hold for them too. */
async function moveEnds(
  from: CounterStore,
  to: CounterStore,
  records: Records,
  old: OldSeals,
): Promise<void> {
  for await (const accounts of to.seals.accounts())
    for (const { accountId, seals } of accounts)
      if (seals.at(-1)?.hash !== old.get(accountId)?.head)
        console.error(`${accountId}: its seals are other ones than those of the old database`);
  for (const communityId of await communitiesKept({ records }))
    await to.seals.takeEnds(from.seals.ends(communityId), communityId);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: 'string' }, 'as-recorded': { type: 'boolean', default: false } },
  });
  const config = readConfig(process.env);
  if (values.from === undefined || config.DATABASE_URL === undefined) throw new Wrong(USAGE);
  const old = fileRecords(join(values.from, 'records'));
  const setting = databaseSetting(config);
  const { records } = await settingOf(setting, openRecords(config));
  const bank = new CounterBank(readRules(config.RULES));
  const handbooks = new Handbooks(records);
  const source = await settingOf(
    '--from',
    openStore({ bank: bank.bankFor, folder: join(values.from, 'events') }),
  );
  const target = await settingOf(
    setting,
    openStore({ bank: bank.bankFor, databaseUrl: config.DATABASE_URL }),
  );
  try {
    const seals = await checkSeals(source, values['as-recorded']);
    console.log(`${await moveRecords(old, records)} users, communities and handbooks moved`);
    for (const communityId of await handbooks.communities())
      bank.shelve(communityId, { handbooks: await handbooks.editions(communityId) });
    console.log(`${await moveEvents(source, target, seals)} entries moved`);
    await moveEnds(source, target, records, seals);
    await moveWebhooks({ records: old, store: source }, { records, store: target });
    for (const entry of await source.directory.all()) await target.directory.put(entry);
  } finally {
    await source.close();
    await target.close();
    await records.close();
  }
}

await runCommand(run);
