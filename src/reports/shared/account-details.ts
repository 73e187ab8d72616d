import type { AccountOpened } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';

/** The account, as its opening describes it. */
export type AccountDetails = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly openedOn: CalendarDate;
};

/** The details of an opening. */
export function detailsOf({ data }: AccountOpened): AccountDetails {
  return {
    accountId: data.accountId,
    communityId: data.communityId,
    role: data.role,
    roleTitle: copyOf(data.roleTitle),
    colour: data.colour,
    openedOn: data.on,
  };
}

/** Copies a text for a report, because freezing the report must not freeze the host's text. A frozen text is shared. */
export function copyOf(given: Text): Text {
  return Object.isFrozen(given) ? given : { ...given };
}
