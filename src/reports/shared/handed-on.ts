import type { AccountOpened } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';

/** A closed account that another one continues, with what it handed on. */
export type Continued = NonNullable<AccountOpened['data']['continues']>[number];

/** What a closed account handed on, and the day of its closing. */
export type HandedOn = Continued['handedOn'] & { readonly closedOn: CalendarDate };

/** Visits and bars that an opening took up can be reversed, as entries of the account's own can. */
export type HandedVisit = HandedOn['visits'][number];
export type HandedBar = HandedOn['bars'][number];

/** What an opening took up, from each account that it continues. */
export function handedOnTo({ data }: AccountOpened): HandedOn[] {
  return (data.continues ?? []).map(({ closedOn, handedOn }) => ({ ...handedOn, closedOn }));
}
