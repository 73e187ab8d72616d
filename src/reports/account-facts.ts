import type { AccountOpened } from '../account/events/event.js';
import type { CalendarDate } from '../values/calendar.js';
import type { Text } from '../values/text.js';

/** Whose figures they are, as the opening says. */
export type AccountFacts = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly openedOn: CalendarDate;
};

/** The facts of an opening. */
export function factsOf({ data }: AccountOpened): AccountFacts {
  return {
    accountId: data.accountId,
    communityId: data.communityId,
    role: data.role,
    roleTitle: copyOf(data.roleTitle),
    colour: data.colour,
    openedOn: data.on,
  };
}

/** A text for a report, which is frozen: one that is frozen already is shared, and any other is copied and left as it was. */
export function copyOf(given: Text): Text {
  return Object.isFrozen(given) ? given : { ...given };
}
