/*
 * What the text knows nothing of and a community added: points sent on, by who has an entry of the year, at most 3 in a half-year and at most
 * once in two hundred days; and a ground that bars.
 */
import { coveredOn } from './balance.js';
import { afterDays, spanOf } from './calendar.js';
import type { BarAccount, ReceivePoints, TransferPoints, World } from './commands.js';
import { byOwnCommunity, byPersons, dated, notBarred } from './guards.js';
import { type Account, type Bar, isScoring, type Transfer } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';

/** Whether the same transfer was entered before; another one that stands under its id is in the way. */
function isAgain(
  no: Objections,
  account: Account,
  of: Pick<Transfer, 'id' | 'on' | 'points' | 'other'>,
): boolean {
  const known = account.log.filter(
    (entry): entry is Transfer => entry.what === 'transfer' && entry.id === of.id,
  );
  const isSame = known.some(
    ({ on, points, other }) => on === of.on && points === of.points && other === of.other,
  );
  if (isSame && !no.any) return true;
  no.when(
    known.some((entry) => !entry.out),
    'duplicate-transfer',
  );
  return false;
}

/** Whether the community lets so much be sent on a day, after all that was sent already. */
export function maySend(
  no: Objections,
  account: Account,
  { on, points }: { on: string; points: number },
): void {
  const entered = account.entries.filter((entry) => isScoring(entry) || entry.what === 'handed');
  const inYear = entered.filter((entry) => entry.on <= on && spanOf('year', entry.on) === spanOf('year', on));
  no.when(inYear.length === 0, 'condition-not-met');
  const sent = account.entries.filter(
    (entry): entry is Transfer => entry.what === 'transfer' && entry.points < 0,
  );
  const inHalf = sent.filter((entry) => spanOf('half-year', entry.on) === spanOf('half-year', on));
  no.when(inHalf.reduce((sum, entry) => sum - entry.points, points) > 3, 'transfer-limit-reached');
  const [first, last] = [afterDays(on, -199), afterDays(on, 199)];
  no.when(
    sent.some((entry) => first <= entry.on && entry.on <= last),
    'transfer-limit-reached',
  );
}

export function transferPoints(world: World, account: Account, { data }: TransferPoints): Outcome {
  const no = new Objections();
  const { transferId: id, to: other, points, on, by } = data;
  no.when(!world.more, 'office-not-entitled');
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  if (isAgain(no, account, { id, on, points: -points, other })) return AGAIN;
  dated(no, world, data, account);
  notBarred(no, account, on);
  no.when(other === account.id, 'transfer-to-itself');
  maySend(no, account, { on, points });
  no.when(points > coveredOn(account, on, world.readings), 'insufficient-points');
  if (no.any) return no.outcome;
  account.log.push({ what: 'transfer', id, other, points: -points, on, by });
  return done(-points);
}

export function receivePoints(world: World, account: Account, { data }: ReceivePoints): Outcome {
  const no = new Objections();
  const { on, by, sent } = data;
  const { accountId: other, transferId: id, to, points, on: sentOn } = sent.data;
  no.when(!world.more, 'office-not-entitled');
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  if (isAgain(no, account, { id, on, points, other })) return AGAIN;
  dated(no, world, data, account);
  no.when(to !== account.id, 'not-the-receiver');
  no.when(on < sentOn, 'before-it-was-sent');
  if (no.any) return no.outcome;
  account.log.push({ what: 'transfer', id, other, points, on, by });
  return done(points);
}

export function barAccount(world: World, account: Account, { data }: BarAccount): Outcome {
  const no = new Objections();
  const { barId: id, ground, from, until, reason, on, by } = data;
  no.when(!world.more || by.office !== 'subdistrict', 'office-not-entitled');
  no.when(by.office === 'community' && by.communityId !== account.community, 'wrong-community');
  byPersons(no, world, by, account.person);
  const said = JSON.stringify([by.office, by.approvedBy, on, ground, from, until, reason]);
  const known = account.log.filter((entry): entry is Bar => entry.what === 'bar' && entry.id === id);
  if (known.some((bar) => bar.said === said) && !no.any) return AGAIN;
  no.when(
    known.some((bar) => !bar.out),
    'duplicate-bar',
  );
  dated(no, world, data, account);
  no.when(!world.more || ground !== 'breach', 'unknown-ground');
  no.when(until !== undefined && until < from, 'ends-before-it-begins');
  if (no.any) return no.outcome;
  account.log.push({ what: 'bar', id, from, until, said, on, by });
  return done(0);
}
