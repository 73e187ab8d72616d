/*
 * 2.2: an account is closed, and another one goes on with what it handed on.
 */
import { takeableOn } from './balance.js';
import type { CloseAccount, World } from './commands.js';
import { byOwnCommunity, byPersons, dated } from './guards.js';
import { type Account, type Entry, freedOf, HANDED, itemOf, type Scoring } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';

/** Why an account is closed, and whether its points go along: under one reading a change of role or community starts anew. */
function handsOn({ readings }: World, reason: string): boolean | undefined {
  const goesOn = readings['change-of-role'] === 'continued';
  const reasons: { readonly [reason: string]: boolean } = {
    left: false,
    died: false,
    'role-changed': goesOn,
    moved: goesOn,
    merged: true,
    'opened-in-error': false,
  };
  return Object.hasOwn(reasons, reason) ? reasons[reason] : undefined;
}

export function closeAccount(world: World, account: Account, { data }: CloseAccount): Outcome {
  const no = new Objections();
  const { reason, continuedBy: by, on } = data;
  byOwnCommunity(no, data.by, account.community);
  byPersons(no, world, data.by, account.person);
  const { closed } = account;
  const same = closed?.on === on && closed.reason === reason && closed.by === by;
  if (same && !no.any) return AGAIN;
  dated(no, world, data, account);
  const goesOn = handsOn(world, reason);
  no.when(goesOn === undefined, 'unknown-reason');
  no.when(on < account.latest, 'entries-after-closing');
  if (no.any || goesOn === undefined) return no.outcome;
  const balance = takeableOn(account, on, world.readings);
  account.closed = { on, reason, by, handsOn: goesOn };
  return done(0 - balance);
}

/** What a closed account had, as entries of the one that goes on. */
export function handedOn(account: Account): Entry[] {
  return byDay(entriesOf(account)).map((entry) => ({ ...entry, handed: true }));
}

/** What was sent on one day goes along as one, and so does what was received. */
function byDay(entries: readonly Entry[]): Entry[] {
  const together: Entry[] = [];
  for (const entry of entries) {
    const at = together.findIndex(
      (one) =>
        one.what === 'transfer' &&
        entry.what === 'transfer' &&
        one.on === entry.on &&
        one.points > 0 === entry.points > 0,
    );
    const same = together[at];
    if (same?.what === 'transfer' && entry.what === 'transfer')
      together[at] = { ...same, points: same.points + entry.points };
    else together.push(entry);
  }
  return together;
}

function entriesOf(account: Account): Entry[] {
  return account.entries.flatMap((entry): Entry[] => {
    const { on } = entry;
    switch (entry.what) {
      case 'opening':
      case 'report-in':
      case 'claim':
      case 'matter':
        return handedScoring(account, entry);
      case 'handed-post':
        return isStillHeld(account, entry) ? [{ ...entry }] : [];
      case 'release':
        return [];
      case 'bar': {
        const until = entry.until ?? '9999-12-31';
        const closedOn = account.closed?.on ?? on;
        return until >= closedOn ? [{ ...entry, on: closedOn, said: 'handed on' }] : [];
      }
      case 'correction':
        // It counts on its day, and nothing more can be said of it.
        return [{ ...entry, id: HANDED, on: entry.countsOn, frees: false }];
      case 'transfer':
        return [{ ...entry, id: HANDED }];
      case 'visit': {
        const lines = entry.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity }));
        return lines.length === 0 ? [] : [{ ...entry, asked: lines }];
      }
      default:
        return [{ ...entry }];
    }
  });
}

/** What it counts, and the report-in and the post that it is. */
function handedScoring(account: Account, entry: Scoring): Entry[] {
  const { on, by, points, scored } = entry;
  const freed = freedOf(account, entry);
  const handed: Entry[] = [{ what: 'handed', item: itemOf(entry), on, by, points, scored, freed }];
  const isReportIn = entry.what === 'report-in' || (entry.what === 'opening' && entry.isReportIn);
  if (isReportIn) handed.push({ what: 'handed-report-in', on, by });
  if (entry.what === 'claim' && isStillHeld(account, entry)) {
    handed.push({ what: 'handed-post', post: entry.post, on, by });
  }
  return handed;
}

function isStillHeld(
  account: Account,
  { post, on }: { readonly post: string; readonly on: string },
): boolean {
  return !account.entries.some((entry) => entry.what === 'release' && entry.post === post && entry.on >= on);
}
