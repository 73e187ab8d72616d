import { type DayNumber, dayAfter, dayNumber } from '../../values/calendar.js';

/** After so many years the days of the week and the leap years are as they were. */
const YEARS = 28;
const FIRST_YEAR = 2001;

/** Every day on which something can begin: one for each day of the week and place in the calendar that there is. */
export function daysAllTold(): DayNumber[] {
  const last = dayNumber(`${FIRST_YEAR + YEARS - 1}-12-31`);
  const days: DayNumber[] = [];
  for (let day = dayNumber(`${FIRST_YEAR}-01-01`); day <= last; day = dayAfter(day)) days.push(day);
  return days;
}
