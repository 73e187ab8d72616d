import { byText } from '../shared/order.js';
import type { EntriesOnADay } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { DayTally, WatchedAccount } from './anomaly-tally.js';
import { byRole } from './outlying-accounts.js';
import { median } from './statistics.js';

type Day = { readonly account: WatchedAccount; readonly on: string; readonly tally: DayTally };

/** Finds days on which an account has unusually many entries, the fullest first. */
export function entriesOnADay(accounts: readonly WatchedAccount[], terms: AnomalyTerms): EntriesOnADay[] {
  const found: EntriesOnADay[] = [];
  for (const peers of byRole(accounts)) {
    const full = peers.flatMap((account) => fullDays(account, terms.entriesOnADay));
    if (full.length === 0) continue;
    const days = peers.flatMap((account) => [...account.days.values()].map(({ entries }) => entries));
    const usual = median(days);
    for (const day of full) found.push(finding(day, usual, days.length - 1, terms));
  }
  return found.sort((a, b) => b.value - a.value || byText(a.on, b.on) || byText(a.accountId, b.accountId));
}

function fullDays(account: WatchedAccount, threshold: number): Day[] {
  const full: Day[] = [];
  for (const [on, tally] of account.days) if (tally.entries >= threshold) full.push({ account, on, tally });
  return full;
}

function finding(
  { account, on, tally }: Day,
  usual: number,
  peers: number,
  terms: AnomalyTerms,
): EntriesOnADay {
  const { accountId, communityId, role } = account.facts;
  return {
    kind: 'entries-on-a-day',
    clause: terms.clause,
    accountId,
    communityId,
    role,
    on,
    value: tally.entries,
    points: tally.points,
    threshold: terms.entriesOnADay,
    median: usual,
    peers,
  };
}
