import { dayFromNumber, isCalendarDate } from '../../values/calendar.js';
import { DAY_FIELDS, type Daily, type YearOfDays } from '../../values/daily.js';
import { isRecord } from '../../values/json.js';
import { isWhole } from '../../values/points.js';
import { build, type JsonSchema, leaf, type Schema } from '../build.js';

const WHOLE: JsonSchema = {
  type: 'integer',
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
};

/** Amounts by day. JSON Schema cannot say that the days are in order and the sums right. */
const JSON_OF_DAILY: JsonSchema = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      year: { type: 'integer', minimum: 1900, maximum: 9999 },
      amount: WHOLE,
      count: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
      days: { type: 'array', minItems: DAY_FIELDS, items: WHOLE },
    },
    required: ['year', 'amount', 'count', 'days'],
    additionalProperties: false,
  },
};

/** Amounts by day, of any sign. */
export const amounts: Schema<Daily> = /* @__PURE__ */ build(() => dailyFrom(Number.MIN_SAFE_INTEGER));

/** Amounts by day, none of them below 0. */
export const amountsFrom0: Schema<Daily> = /* @__PURE__ */ build(() => dailyFrom(0));

function dailyFrom(least: number): Schema<Daily> {
  return leaf((value) => isDaily(value, least), 'not-amounts', JSON_OF_DAILY);
}

/** Years in order, each with what its days hold. */
function isDaily(value: unknown, least: number): value is Daily {
  if (!Array.isArray(value)) return false;
  let before = 0;
  for (const of of value) {
    if (!isYearOfDays(of, least) || of.year <= before) return false;
    before = of.year;
  }
  return true;
}

/** Days of the year in order, each once and with an entry, and the sums of their amounts and entries. */
function isYearOfDays(value: unknown, least: number): value is YearOfDays {
  if (!isRecord(value) || Object.keys(value).length !== 4) return false;
  const { year, amount, count, days } = value;
  if (!isWhole(year) || !Array.isArray(days) || days.length === 0 || days.length % DAY_FIELDS !== 0)
    return false;
  if (!days.every(isWhole)) return false;
  let [before, sum, entries] = [0, 0, 0];
  for (let at = 0; at < days.length; at += DAY_FIELDS) {
    const [day, ofDay, ofEntries] = days.slice(at, at + DAY_FIELDS) as [number, number, number];
    const date = dayFromNumber(day);
    if (day <= before || !isCalendarDate(date) || Number(date.slice(0, 4)) !== year) return false;
    if (ofDay < least || ofEntries < 1) return false;
    before = day;
    sum += ofDay;
    entries += ofEntries;
  }
  return sum === amount && entries === count;
}
