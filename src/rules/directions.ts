import { isRecord, type Json } from '../values/json.js';
import { LEAST_QUANTITY, MAX_QUANTITY } from '../values/points.js';
import {
  type CalendarWindow,
  daysAtMost,
  isSpan,
  WINDOW_KINDS,
  WINDOWS_A_YEAR,
  type WindowKind,
} from '../values/window.js';
import type { Band, FactorRule, Lapse, OverdraftRule, RedemptionPeriod, Term } from './rule-set.js';
import { scoreByQuantity } from './score.js';
import { visitsPerYear } from './visits-per-year.js';

/** Which way a difference goes for the volunteer. */
export type Direction = 'stricter' | 'looser' | 'new' | 'other';

type Part = Json | undefined;
/** A number that grows as a part becomes looser; `undefined` if it cannot be compared. */
type Looseness = (part: Part) => number | undefined;

/** A larger number is looser. `absent` is the value of a missing part: `Infinity` if that is loosest, `0` if strictest. */
function number(absent: number): Looseness {
  return (part) => (part === undefined ? absent : asNumber(part));
}

function asNumber(part: Part): number | undefined {
  return typeof part === 'number' ? part : undefined;
}

/** The later in the list, the looser. */
function ladder(...steps: readonly Part[]): Looseness {
  return (part) => {
    const at = steps.indexOf(part);
    return at < 0 ? undefined : at;
  };
}

/** The shorter the window in which an item may be entered once, the looser; no window is loosest. */
function onceLooseness(part: Part): number | undefined {
  if (part === undefined) return Number.POSITIVE_INFINITY;
  if (!isRecord(part)) return undefined;
  if (part.per === 'twelve-months') return WINDOW_KINDS.indexOf('year');
  const counts = part.opening === 'counts' ? 0 : 0.5;
  // A year that begins otherwise is as long.
  const per = part.per === 'calendar-year' ? 'year' : part.per;
  return WINDOW_KINDS.indexOf(per as WindowKind) + counts;
}

function periodLooseness(part: Part): number | undefined {
  if (!isRecord(part)) return undefined;
  return visitsPerYear({ period: part as unknown as RedemptionPeriod, visits: 1 });
}

function lapseLooseness(part: Part): number | undefined {
  if (part === undefined) return Number.POSITIVE_INFINITY;
  const { window, periods } = part as unknown as Lapse;
  return (periods + 1) / WINDOWS_A_YEAR[window];
}

/** The fewest months for which points are good, about; for ever without a term. */
function termLooseness(part: Part): number {
  if (part === undefined) return Number.POSITIVE_INFINITY;
  const { last, of } = part as unknown as Term;
  return of === 'months' ? last : last / 31;
}

/** The months to wait, about; none without a wait. */
function waitLooseness(part: Part): number {
  return part === undefined ? 0 : termLooseness(part);
}

/** The points that may be owed. */
function overdraftLooseness(part: Part): number {
  return part === undefined ? 0 : (part as unknown as OverdraftRule).points;
}

/** What is good for longer is looser; without a term it is good for ever. */
function monthsLooseness(part: Part): number | undefined {
  if (part === undefined) return Number.POSITIVE_INFINITY;
  if (!isRecord(part)) return undefined;
  const months = asNumber(part.months as Part);
  // What is only warned of is looser than what is refused after as long.
  return months === undefined ? undefined : months + (part.late === 'refuse' ? 0 : 0.5);
}

/** The number of members, negated if more members are stricter. */
function members(sign: 1 | -1): Looseness {
  return (part) => (Array.isArray(part) ? sign * part.length : undefined);
}

/** The same where all are meant if none is named. */
function membersOrAll(sign: 1 | -1): Looseness {
  return (part) => (part === undefined ? sign * Number.POSITIVE_INFINITY : members(sign)(part));
}

/** The same where none is meant if the list is missing. */
function membersOrNone(sign: 1 | -1): Looseness {
  return (part = []) => members(sign)(part);
}

/** A later day is looser. */
function day(absent: number): Looseness {
  return (part) =>
    typeof part === 'string' ? Number(part.replaceAll('-', '')) : part === undefined ? absent : undefined;
}

/** The length of a window, in years; 0 where there is none. */
function windowLength(part: Part): number | undefined {
  if (part === undefined) return 0;
  const windows: number | undefined = WINDOWS_A_YEAR[part as CalendarWindow];
  return windows === undefined ? undefined : 1 / windows;
}

/** The most days of a window; one before another is neither shorter nor longer. */
function spanLength(part: Part): number | undefined {
  return isSpan(part) && (typeof part === 'string' || 'last' in part) ? daysAtMost(part) : undefined;
}

/** The same for a limit: a window that is counted back from each day is stricter than one of the calendar. */
function limitLength(part: Part): number | undefined {
  const days = spanLength(part);
  return days === undefined || typeof part === 'string' ? days : days + 0.5;
}

function negative(looseness: Looseness): Looseness {
  return (part) => {
    const of = looseness(part);
    return of === undefined ? undefined : -of;
  };
}

/** Without a rule on reversals, every office undoes its slips without an end. */
function reversalLooseness(part: Part): number | undefined {
  return membersOrNone(-1)(isRecord(part) ? part.untilFeedback : undefined);
}

/** What takes fewer points is looser; without a floor, everything is taken. */
const FLOOR: Looseness = (part = 'none') =>
  ladder('none', 'stop-at-zero', 'refuse-balance', 'refuse-assessment')(part);

/** A command that no office had loosens nothing when some office has it. */
const OFFICES_OF_A_COMMAND = /^authority\.offices\./;

/** The more times points count, the looser; once where there is no factor. */
function mostTimes(part: Part): number {
  const factors = isRecord(part) ? Object.values(part) : [];
  return Math.max(1, ...factors.map((factor) => (factor as unknown as FactorRule).times));
}

/** The longer an entry bars an account, the stricter; without a bar it is loosest. */
function barLooseness(part: Part): number | undefined {
  if (!isRecord(part)) return Number.POSITIVE_INFINITY;
  return negative(lapseLooseness)(part.lasts);
}

/** How loose each part of a rule set is; the first pattern that matches its path applies. */
const PARTS: readonly [path: RegExp, looseness: Looseness][] = [
  [/^calendar/, () => undefined],
  [/\.scoring\.points(\.[^.]+)?$/, number(0)],
  [/\.scoring\.each$/, negative(number(0))],
  [/\.scoring\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/\.scoring\.rounding$/, (part = 'down') => ladder('down', 'nearest', 'up')(part)],
  [/\.scoring\.lowers$/, ladder(true, undefined)],
  // Whether more or less comes of it depends on how remainders are rounded.
  [/\.scoring\.over$/, () => undefined],
  [/\.factors$/, mostTimes],
  [/\.factors\.[^.]+$/, (factor) => mostTimes(factor === undefined ? factor : { factor })],
  [/\.factors\.[^.]+\.times$/, number(1)],
  [/\.factors\.[^.]+\.from$/, negative(day(0))],
  [/\.factors\.[^.]+\.until$/, day(0)],
  [/\.items\.[^.]+\.bars$/, barLooseness],
  [/\.items\.[^.]+\.offices$/, membersOrAll(1)],
  [/\.once$/, onceLooseness],
  [/\.again$/, ladder('refused', 'scores')],
  [/\.serviceAndAttendance$/, ladder('one-matter', 'together', 'two-matters')],
  [/\.mostPerMatter$/, number(Number.POSITIVE_INFINITY)],
  [/\.needsClaim$/, ladder(true, undefined)],
  [/\.perPost$/, negative(windowLength)],
  [/\.items\.[^.]+\.form$/, ladder('each-time', undefined)],
  [/^entries\.matters$/, ladder('under-one-item', 'highest', undefined)],
  [/^entries\.reportIn$/, ladder('needed', undefined)],
  [/^redemption\.spendableAfter$/, negative(windowLength)],
  [/^redemption\.spendableWait$/, negative(waitLooseness)],
  [/^redemption\.honours$/, ladder('none', undefined)],
  [/^redemption\.proxy$/, ladder(undefined, 'allowed')],
  [/^correction\.bound$/, ladder('item', 'matter', undefined)],
  [/^(?:catalogue|uses)\..*\.roles$/, membersOrAll(1)],
  [/\.claimed$/, ladder('by-that-day', 'ever', 'not-needed')],
  [/\.opening\.points$/, number(0)],
  [/\.account\.deducts$/, ladder(true, false)],
  [/\.limits\.[^.]+\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/\.limits\.[^.]+\.per$/, negative(limitLength)],
  [/\.limits\.[^.]+\.each$/, ladder(undefined, 'member')],
  [/^redemption\.limits\.[^.]+\.rewards$/, membersOrAll(-1)],
  [/\.limits\.[^.]+\.beyond$/, ladder('refuse', 'trim-then-refuse', 'trim')],
  [/\.limits\.[^.]+\.items$/, membersOrAll(-1)],
  [/\.requires\.[^.]+\.minimum$/, negative(number(0))],
  [/\.requires\.[^.]+\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/\.requires\.[^.]+\.per$/, spanLength],
  [/\.requires\.[^.]+\.each$/, ladder('member', undefined)],
  [/\.requires\.[^.]+\.(?:items|rewards)$/, membersOrAll(1)],
  [/^redemption\.period$/, periodLooseness],
  [/^redemption\.(?:visits|linesPerVisit|rewardsPerVisit)$/, number(Number.POSITIVE_INFINITY)],
  [/^redemption\.consent\.kinds$/, members(-1)],
  [/^redemption\.consent\.basis$/, ladder('each-reward', 'standing')],
  [/^redemption\.(?:consent\.lasts|handbook)$/, monthsLooseness],
  [/\.carryOver\.lapse$/, lapseLooseness],
  [/\.carryOver\.(?:goodFor|inactivity)$/, termLooseness],
  [/\.carryOver\.keeps\.per$/, windowLength],
  [/\.carryOver\.keeps\.percent$/, number(100)],
  [/\.carryOver\.keeps\.atMost$/, number(Number.POSITIVE_INFINITY)],
  [/\.carryOver\.keeps\.inStepsOf$/, negative(number(1))],
  [/^redemption\.at$/, ladder(undefined, 'any-community')],
  [/^redemption\.overdraft$/, overdraftLooseness],
  [/^redemption\.covered$/, (part = 'on-its-day') => ladder('on-its-day', 'when-entered')(part)],
  [/^reversal$/, reversalLooseness],
  [/^reversal\.untilFeedback$/, membersOrNone(-1)],
  [/^correction\.mattersOnly$/, membersOrNone(-1)],
  [/^offices\.[^.]+\.acts$/, ladder('own-community', 'everywhere')],
  [/^closing\.reasons\.[^.]+\.holdings$/, ladder('forfeited', 'handed-on')],
  [/^ineligibility\.[^.]+\.bars$/, (part = ['recognition']) => members(-1)(part)],
  [/^correction\.floor$/, FLOOR],
  [/^entries\.floor$/, FLOOR],
  [/^correction\.freesRoom$/, ladder(false, true)],
  [OFFICES_OF_A_COMMAND, membersOrNone(1)],
  [/^authority\.self$/, ladder('refused', 'allowed')],
  [/^authority\.approval$/, ladder('two-person', 'one-person')],
  [/^entries\.difficulty$/, ladder(undefined, 'by-person')],
  [/^entries\.order$/, ladder('never-back', 'any')],
  [/^filing\.withinDays$/, number(0)],
  [/^filing\.days$/, ladder(undefined, 'working')],
  [/^filing\.editions$/, ladder(undefined, 'first')],
  [/^filing\.late$/, ladder('refuse', 'warn')],
  [/^feedback\.due$/, day(0)],
  [/^inForce\.from$/, negative(day(0))],
  [/^inForce\.until$/, day(Number.POSITIVE_INFINITY)],
  [/^bounds\.looser$/, ladder('refused', 'allowed')],
  [
    /^recognition\.[^.]+\.(?:points|requires\.[^.]+\.minimum)$|^ineligibility\.[^.]+\.below\.minimum$/,
    negative(number(0)),
  ],
];

/** Parts that restrict by being there. */
const RESTRICTIONS =
  /\.limits\.[^.]+$|\.requires(?:\.[^.]+)?$|^ineligibility\.[^.]+(?:\.below)?$|^bounds\.held\.[^.]+$|^filing$|^oneAccount$|^verification$|\.carryOver\.keeps$|^redemption\.limits$/;

/** Whether a difference makes the rules stricter or looser for the volunteer, adds something, or is merely different. */
export function judge(path: string, was: Part, is: Part): Direction {
  if (was === undefined && OFFICES_OF_A_COMMAND.test(path)) return 'new';
  if (/\.scoring\.bands$/.test(path)) return judgeBands(bandsOf(was), bandsOf(is));
  const looseness = PARTS.find(([pattern]) => pattern.test(path))?.[1];
  if (looseness !== undefined) {
    const before = looseness(was);
    const after = looseness(is);
    if (before === undefined || after === undefined || before === after) return 'other';
    return after > before ? 'looser' : 'stricter';
  }
  if (was === undefined) return RESTRICTIONS.test(path) ? 'stricter' : 'new';
  if (is === undefined) return RESTRICTIONS.test(path) ? 'looser' : 'stricter';
  return 'other';
}

function bandsOf(part: Part): readonly Band[] {
  return part as unknown as readonly Band[];
}

/** Bands are looser where no quantity scores less and some score more: seen where a band of either begins, and just before that. */
function judgeBands(was: readonly Band[], is: readonly Band[]): Direction {
  const starts = [...was, ...is].map(({ from }) => from);
  const quantities = [...starts, ...starts.map((from) => from - LEAST_QUANTITY), MAX_QUANTITY];
  const points = (bands: readonly Band[], quantity: number): number =>
    scoreByQuantity({ by: 'bands', unit: '', unitTitle: {}, bands }, quantity).scored;
  const changes = quantities.map((quantity) => points(is, quantity) - points(was, quantity));
  const isMore = changes.some((change) => change > 0);
  const isLess = changes.some((change) => change < 0);
  if (isMore === isLess) return 'other';
  return isMore ? 'looser' : 'stricter';
}
