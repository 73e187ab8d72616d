import type { AccountOpened, Continued } from '../../account/events/event.js';
import type { CalendarDate } from '../../values/calendar.js';

/** What a closed account handed on, and the day of its closing. */
export type HandedOnWithDay = Continued['handedOn'] & { readonly closedOn: CalendarDate };

/** Visits and bars that an opening took up can be reversed, as entries of the account's own can. */
export type HandedVisit = HandedOnWithDay['visits'][number];
export type HandedBar = HandedOnWithDay['bars'][number];

/** What an opening took up, from each account that it continues. */
export function handedOnTo({ data }: AccountOpened): HandedOnWithDay[] {
  return (data.continues ?? []).map(({ closedOn, handedOn }) => ({ ...handedOn, closedOn }));
}
