import type { AccountClosed, AccountOpened } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';
import type { Text } from '../../values/text.js';

/** The account, as its opening describes it, and its closing if it was closed by then. */
export type AccountDetails = {
  readonly accountId: string;
  readonly communityId: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly colour: string;
  readonly openedOn: CalendarDate;
  /** The person whose account it is, if that is not the account's own id. */
  readonly memberId?: string;
  /** The closed accounts that it continues. */
  readonly continues?: readonly string[];
  readonly closed?: ClosedDetails;
};

/** When and why an account was closed. */
export type ClosedDetails = {
  readonly on: CalendarDate;
  readonly reason: string;
  readonly title: Text;
  /** The account in which its holder goes on, if the closing names it. */
  readonly continuedBy?: string;
};

/** The details of an account, with its closing if that was on record. */
export function detailsOf({ data }: AccountOpened, closing?: AccountClosed): AccountDetails {
  const { memberId, continues } = data;
  return {
    accountId: data.accountId,
    communityId: data.communityId,
    role: data.role,
    roleTitle: copyOf(data.roleTitle),
    colour: data.colour,
    openedOn: data.on,
    ...(memberId === undefined ? {} : { memberId }),
    ...(continues === undefined ? {} : { continues: continues.map(({ accountId }) => accountId) }),
    ...(closing === undefined ? {} : { closed: closedDetails(closing) }),
  };
}

function closedDetails({ data: { on, reason, reasonTitle, continuedBy } }: AccountClosed): ClosedDetails {
  return { on, reason, title: copyOf(reasonTitle), ...(continuedBy === undefined ? {} : { continuedBy }) };
}

/** Copies a text for a report, because freezing the report must not freeze the host's text. A frozen text is shared. */
export function copyOf(given: Text): Text {
  return Object.isFrozen(given) ? given : { ...given };
}
