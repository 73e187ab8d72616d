import type { ClaimPost, CreditActivity, ReportIn } from '../../account/commands/command.js';
import { addDays } from '../../values/calendar.js';
import { below } from './dice.js';
import type { Slips } from './planned.js';
import { dateOf, send, type Volunteer } from './volunteer.js';

/** A command that enters something done. */
export type Entry = ClaimPost | CreditActivity | ReportIn;

/** Sends an entry, where there is somebody to enter it, with what goes wrong about it: first sent with something wrong, sent twice, or entered again under another day. */
export function sendEntry(volunteer: Volunteer, entry: Entry | undefined, on: number, slips: Slips): void {
  if (entry === undefined) return;
  if (slips.invalid !== undefined) send(volunteer, wrong(volunteer, entry, slips.invalid));
  send(volunteer, entry);
  if (slips.repeated) send(volunteer, entry);
  if (!slips.duplicated) return;
  const otherDay = on > volunteer.joined ? on - 1 : on + 1;
  if (otherDay < volunteer.world.days.dates.length)
    send(volunteer, withData(entry, { on: dateOf(volunteer, otherDay) }));
}

/** The entry with one thing wrong that every rule set refuses. */
function wrong({ world, joined }: Volunteer, entry: Entry, roll: number): Entry {
  const on = world.days.dates[joined] as string;
  switch (below(4, roll)) {
    case 0:
      return withData(entry, { on: addDays(on, -1) });
    case 1:
      return withData(entry, { on: `${on.slice(0, 4)}-02-30` });
    case 2:
      return withData(entry, { by: { office: 'community', communityId: `${world.communityId}-2` } });
    default:
      return unknown(entry);
  }
}

/** Something that the rule set does not know; a report-in has nothing of the kind and lacks its account. */
function unknown(entry: Entry): Entry {
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
