import type { BankEvent } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import { undisturbed } from '../../values/undisturbed.js';
import type { RecordedEvent } from './account-history.js';
import { isKnown } from './fate.js';
import { readAccounts } from './read-accounts.js';
import { checkedDate, requireEvents } from './report-error.js';

/**
 * The events that were on record by a day, in their order: what `fold` needs to make the accounts as they were known then. An event came on
 * record on its `recordedOn`, or on its own day if it has none, and never before the entry that it reverses or verifies. Where the host
 * says when entries are written up, what was known on a day is a history; where an entry made anew claims to be older than the reversal
 * of the first, it may be none, and `fold` says so. Where a closing claims to be older than the reversal of an entry of a later day, that
 * entry is on record after the closing: reports tell its points, and `fold` makes an account that is closed and holds nothing.
 *
 * @param events - the events of one account or of many; upcast older versions first
 * @param knownOn - the last day of the record, `YYYY-MM-DD`
 * @throws {@link ReportError} `not-a-date`, `broken-history`
 *
 * @example
 * ```ts
 * import { balanceOn, createBank, fold, initialAccount } from 'points-bank'
 * import { eventsKnownOn } from 'points-bank/reports'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const opened = createBank(renfa2022).decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', recordedOn: '2023-04-10', formComplete: true, by } },
 *   initialAccount,
 * )
 * const events = opened.accepted ? opened.events : []
 * console.log(balanceOn(fold(eventsKnownOn(events, '2023-03-31')), '2023-03-31', renfa2022)) // → 0
 * console.log(balanceOn(fold(eventsKnownOn(events, '2023-04-30')), '2023-03-31', renfa2022)) // → 1
 * ```
 */
export function eventsKnownOn(events: Iterable<BankEvent>, knownOn: CalendarDate): BankEvent[] {
  return undisturbed(() => knownEvents(events, knownOn));
}

function knownEvents(events: Iterable<BankEvent>, knownOn: CalendarDate): BankEvent[] {
  checkedDate('knownOn', knownOn);
  requireEvents(events);
  const all = [...events];
  const left = new Map(
    [...readAccounts(all)].map(([accountId, { events: recorded }]) => [accountId, recorded.values()]),
  );
  return all.filter(({ data }) => isKnown(left.get(data.accountId)?.next().value as RecordedEvent, knownOn));
}
