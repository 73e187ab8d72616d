import { byText } from '../shared/order.js';
import type { EntriesOnADay } from './anomaly.js';
import type { AnomalyTerms } from './anomaly-options.js';
import type { DayTally, WatchedAccount } from './anomaly-tally.js';
import { byRole } from './outlying-accounts.js';
import { median } from './statistics.js';

type Day = { readonly account: WatchedAccount; readonly day: DayTally };

/** Finds days on which an account has unusually many entries, the fullest first. */
export function entriesOnADay(accounts: readonly WatchedAccount[], terms: AnomalyTerms): EntriesOnADay[] {
  const found: EntriesOnADay[] = [];
  for (const peers of byRole(accounts)) {
    const full = peers.flatMap((account) => account.fullDays.map((day) => ({ account, day })));
    if (full.length === 0) continue;
    const days = peers.flatMap((account) => account.days);
    const usual = median(days);
    for (const one of full) found.push(finding(one, usual, days.length - 1, terms));
  }
  return found.sort((a, b) => b.value - a.value || byText(a.on, b.on) || byText(a.accountId, b.accountId));
}

function finding({ account, day }: Day, usual: number, peers: number, terms: AnomalyTerms): EntriesOnADay {
  const { accountId, communityId, role } = account.facts;
  return {
    kind: 'entries-on-a-day',
    clause: terms.clause,
    accountId,
    communityId,
    role,
    on: day.on,
    value: day.entries,
    points: day.points,
    threshold: terms.entriesOnADay,
    median: usual,
    peers,
  };
}
