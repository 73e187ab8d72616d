/*
 * 2.3: verified with the entry; or, under another reading, apart from it.
 */
import type { Name, VerifyEntry, World } from './commands.js';
import { roomOfMatter } from './earn.js';
import { byOwnCommunity, byPersons, dated } from './guards.js';
import { type Account, type Entry, isScoring, itemOf, nameOf } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import { limited } from './scoring.js';

/** Whether an entry is one that a name can mean. */
export function isMeant(entry: Entry, { kind, id, item, capacity, on }: Name): boolean {
  const name = nameOf(entry);
  if (name?.kind !== kind || name.id !== id || (on !== undefined && entry.on !== on)) return false;
  if (kind !== 'matter') return true;
  return (item === undefined || name.item === item) && (capacity === undefined || name.capacity === capacity);
}

export function verifyEntry(world: World, account: Account, { data }: VerifyEntry): Outcome {
  const no = new Objections();
  const { verifies, on, by } = data;
  no.when(world.readings.verification === 'with-entry', 'office-not-entitled');
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const named = account.standing.filter((entry) => isMeant(entry, verifies));
  const waiting = named.filter((entry) => entry.pending);
  if (waiting.length === 0 && named.length > 0 && !no.any) return AGAIN;
  dated(no, world, data, account);
  const [entry] = waiting;
  no.when(entry === undefined, 'unknown-entry');
  const claims = account.standing.filter((entry) => isMeant(entry, { kind: 'claim', id: verifies.id }));
  if (verifies.kind === 'claim') no.when(verifies.on === undefined && claims.length > 1, 'ambiguous-claim');
  else no.when(waiting.length > 1, 'ambiguous-matter');
  if (entry === undefined || !isScoring(entry)) return no.outcome;
  no.when(on < entry.on, 'before-its-entry');
  const room =
    entry.what === 'matter' ? roomOfMatter(world, account, entry, entry) : Number.POSITIVE_INFINITY;
  no.when(room === 0, 'matter-used-up');
  const points = limited(no, world, account, itemOf(entry), entry.on, Math.min(entry.scored, room));
  if (no.any) return no.outcome;
  entry.points = points;
  entry.pending = false;
  account.moveToEnd(entry);
  return done(points);
}
