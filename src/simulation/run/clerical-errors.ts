import type { ClaimPost, CreditActivity, ReportIn, VerifyEntry } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import { addDays } from '../../values/calendar.js';
import type { ClericalErrors } from './planning.js';
import { below } from './random.js';
import { dateOf, send, type Volunteer } from './volunteer.js';

/** A command that records something done. */
export type Entry = ClaimPost | CreditActivity | ReportIn;

/**
 * Sends an entry with the centre's mistakes: first sent wrong, sent twice, or made again under another date. Sends nothing if no
 * office may record the entry.
 *
 * @returns the event that the entry itself led to
 */
export function sendEntry(
  volunteer: Volunteer,
  entry: Entry | undefined,
  on: number,
  errors: ClericalErrors,
): BankEvent | undefined {
  if (entry === undefined) return undefined;
  if (errors.invalid !== undefined) send(volunteer, invalid(volunteer, entry, errors.invalid));
  const event = send(volunteer, entry);
  if (event !== undefined) verify(volunteer, entry, event);
  if (errors.repeated) send(volunteer, entry);
  if (!errors.duplicated) return event;
  const otherDay = on > volunteer.joined ? on - 1 : on + 1;
  if (otherDay < volunteer.setup.days.dates.length)
    send(volunteer, withData(entry, { on: dateOf(volunteer, otherDay) }));
  return event;
}

/** Verifies an entry on the day on which it was written up, where the rules have entries wait for that. */
function verify(volunteer: Volunteer, { data }: Entry, event: BankEvent): void {
  const by = volunteer.setup.by.VerifyEntry;
  const verifies = nameOf(event);
  if (by === undefined || verifies === undefined || !('pending' in event.data)) return;
  const { accountId, on, recordedOn = on } = data;
  send(volunteer, { type: 'VerifyEntry', data: { accountId, verifies, on: recordedOn, by } });
}

function nameOf(event: BankEvent): VerifyEntry['data']['verifies'] | undefined {
  if (event.type === 'PostClaimed') return { kind: 'claim', id: event.data.postId, on: event.data.on };
  if (event.type !== 'ActivityCredited') return undefined;
  const { entry, item, matterId: id, capacity } = event.data;
  const kind = entry === 'registration' ? 'report-in' : 'matter';
  return { kind, id, item, ...(capacity === undefined ? {} : { capacity }) };
}

/** The entry with one error that every rule set refuses. */
function invalid({ setup, joined }: Volunteer, entry: Entry, roll: number): Entry {
  const on = setup.days.dates[joined] as string;
  switch (below(4, roll)) {
    case 0:
      return withData(entry, { on: addDays(on, -1) });
    case 1:
      return withData(entry, { on: `${on.slice(0, 4)}-02-30` });
    case 2:
      return withData(entry, { by: { ...entry.data.by, communityId: `${setup.communityId}-2` } });
    default:
      return withUnknownId(entry);
  }
}

/** The entry with an id that the rule set does not know. A report-in names nothing of the rules, so it gets an unknown account. */
function withUnknownId(entry: Entry): Entry {
  if (entry.type === 'CreditActivity') return withData(entry, { item: 'no-such-item' });
  if (entry.type === 'ClaimPost') return withData(entry, { difficulty: 'no-such-difficulty' });
  return withData(entry, { accountId: 'no-such-account' });
}

function withData(
  entry: Entry,
  data: Partial<Entry['data']> & { item?: string; difficulty?: string },
): Entry {
  return { ...entry, data: { ...entry.data, ...data } } as Entry;
}
