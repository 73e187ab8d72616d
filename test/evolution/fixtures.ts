/*
 * The frozen fixtures: for each release a folder with one file of JSON lines for each stream, what it folds to, and a list of all
 * files with their SHA-256. Files and lines of the list are only ever added.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { verifyChain } from '../../src/audit.js';
import {
  type Account,
  assessment,
  type BankEvent,
  balanceOn,
  FOLD_VERSION,
  figures,
  fold,
  quantities,
  redeemable,
  type StoredEvent,
  upcast,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { STREAMS } from './streams.js';

const FOLDER = fileURLToPath(new URL('fixtures/', import.meta.url));
const LIST = `${FOLDER}SHA256SUMS`;

export type Fixture = { readonly release: string; readonly stream: string };

/** Every frozen stream. */
export function fixtures(): Fixture[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name: release }) =>
      readdirSync(FOLDER + release)
        .filter((file) => file.endsWith('.events.jsonl'))
        .map((file) => ({ release, stream: file.slice(0, -'.events.jsonl'.length) })),
    );
}

const pathOf = ({ release, stream }: Fixture, ending: string): string => `${release}/${stream}.${ending}`;
const read = (path: string): string => readFileSync(FOLDER + path, 'utf8');

/** The stored events of a stream, as its lines have them. */
export function storedEvents(fixture: Fixture): StoredEvent[] {
  return read(pathOf(fixture, 'events.jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as StoredEvent);
}

/** What a stream was seen to come to; the same under every version of the fold. */
export function frozenView(fixture: Fixture): unknown {
  return JSON.parse(read(pathOf(fixture, 'seen.jsonl')));
}

/** The account that a version of the fold makes of a stream, or `undefined` where none was frozen. */
export function frozenAccount(fixture: Fixture, foldVersion: number): unknown {
  const path = pathOf(fixture, `fold-${foldVersion}.jsonl`);
  return existsSync(FOLDER + path) ? JSON.parse(read(path)) : undefined;
}

/** The list of all files: a line of hash and path each. */
export function checksums(): string[] {
  return readFileSync(LIST, 'utf8').trimEnd().split('\n');
}

/** The line that a file has to have in the list. */
export function checksumOf(path: string): string {
  return `${createHash('sha256').update(read(path)).digest('hex')}  ${path}`;
}

/** Every file under the fixtures but the list itself. */
export function allFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(FOLDER.length).replace(/^\//, ''))
    .filter((path) => path !== 'SHA256SUMS');
}

const DAYS = ['2022-06-30', '2022-12-31', '2023-06-30', '2023-12-31', '2024-12-31'];

/** What anybody sees of a stream's account. */
export function viewOf(stored: readonly StoredEvent[]): unknown {
  const events = stored.flatMap((event): BankEvent[] => upcast(event));
  const account: Account = fold(events);
  if (account.status === 'unopened') throw new Error('a fixture opens no account');
  const { accountId, role, colour, communityId, openedOn } = account;
  const { status, earned, corrected, redeemed, transferred } = account;
  const items = [...new Set(events.flatMap(({ data }) => ('item' in data ? [data.item] : [])))].sort();
  const chain = verifyChain(stored);
  return {
    ...{ accountId, role, colour, communityId, openedOn, status, earned, corrected, redeemed, transferred },
    redeemable: redeemable(account),
    assessment: assessment(account),
    quantities: quantities(account),
    balances: Object.fromEntries(DAYS.map((day) => [day, balanceOn(account, day, renfa2022)])),
    years: Object.fromEntries(
      ['2022', '2023', '2024'].map((year) => [
        year,
        figures(account, { from: `${year}-01`, to: `${year}-12` }),
      ]),
    ),
    items: Object.fromEntries(items.map((item) => [item, figures(account, { item })])),
    ...(chain.ok ? { chain: { length: chain.length, head: chain.head } } : {}),
  };
}

/** Freezes the streams of a release, and the accounts of this fold where they are missing. Nothing that is there is written again. */
export function write(release: string): string[] {
  mkdirSync(FOLDER + release, { recursive: true });
  const written: string[] = [];
  const put = (path: string, text: string): void => {
    if (existsSync(FOLDER + path)) return;
    writeFileSync(FOLDER + path, text);
    written.push(path);
  };
  if (!fixtures().some((fixture) => fixture.release === release)) {
    for (const [stream, make] of Object.entries(STREAMS)) {
      put(
        pathOf({ release, stream }, 'events.jsonl'),
        make()
          .map((event) => `${JSON.stringify(event)}\n`)
          .join(''),
      );
    }
  }
  for (const fixture of fixtures()) {
    const stored = storedEvents(fixture);
    put(pathOf(fixture, 'seen.jsonl'), `${JSON.stringify(viewOf(stored))}\n`);
    const account = fold(stored.flatMap((event): BankEvent[] => upcast(event)));
    put(pathOf(fixture, `fold-${FOLD_VERSION}.jsonl`), `${JSON.stringify(account)}\n`);
  }
  const list = existsSync(LIST) ? readFileSync(LIST, 'utf8') : '';
  writeFileSync(LIST, list + written.map((path) => `${checksumOf(path)}\n`).join(''));
  return written;
}
