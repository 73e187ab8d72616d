import { isRecord, isSameJson, type Json, own } from '../../values/json.js';
import { type Calendar, isAsLong, isSpan, type LimitSpan, windowOf } from '../../values/window.js';
import { mergePatch } from '../merge-patch.js';
import type {
  ConsentTerm,
  ItemBar,
  ItemRule,
  Lapse,
  OverdraftRule,
  RedemptionPeriod,
  RoleRule,
  RuleSet,
  Term,
} from '../rule-set.js';
import { isByQuantity } from '../score.js';
import type { MeasureRange, Sentence } from '../sentence.js';
import { directionOf, type Sign, turned, type Verdict } from './direction.js';
import { judgeLapse, judgeTerm } from './ends.js';
import { judgePeriods, type PeriodThrough, periodThrough } from './periods.js';
import { placeOf } from './place.js';
import { type Factors, judgeFactors, judgeScoring } from './scoring-directions.js';
import { type Compared, common, foundOnce, isScored, partAt, signAt, signInSum } from './signs.js';

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

/** The points that may be owed. */
function overdraftLooseness(part: Part): number {
  return part === undefined ? 0 : (part as unknown as OverdraftRule).points;
}

/** A later day is looser. */
function day(absent: number): Looseness {
  return (part) =>
    typeof part === 'string' ? Number(part.replaceAll('-', '')) : part === undefined ? absent : undefined;
}

function negative(looseness: Looseness): Looseness {
  return (part) => {
    const of = looseness(part);
    return of === undefined ? undefined : -of;
  };
}

/** What takes fewer points is looser; without a floor, everything is taken. */
const FLOOR: Looseness = (part = 'none') =>
  ladder('none', 'stop-at-zero', 'refuse-balance', 'refuse-assessment')(part);

/** How loose each part of a rule set is; the first pattern that matches its path applies. */
const PARTS: readonly [path: RegExp, looseness: Looseness][] = [
  [/^calendar/, () => undefined],
  [/^points(?:\.scale)?$/, () => undefined],
  // A tier that is not there scores less than one that scores nothing.
  [/\.scoring\.points\.[^.]+$/, number(-0.5)],
  [/\.scoring\.lowers$/, ladder(true, undefined)],
  // Whether more or less comes of it depends on how remainders are rounded.
  [/\.scoring\.over$/, () => undefined],
  [/\.again$/, ladder('refused', 'scores')],
  [/\.serviceAndAttendance$/, ladder('one-matter', 'together', 'two-matters')],
  [/\.mostPerMatter$/, number(Number.POSITIVE_INFINITY)],
  [/\.needsClaim$/, ladder(true, undefined)],
  [/\.items\.[^.]+\.form$/, ladder('each-time', undefined)],
  [/^entries\.matters$/, ladder('under-one-item', 'highest', undefined)],
  [/^entries\.reportIn$/, ladder('needed', undefined)],
  [/^redemption\.honours$/, ladder('none', undefined)],
  [/^redemption\.proxy$/, ladder(undefined, 'allowed')],
  [/^correction\.bound$/, ladder('item', 'matter', undefined)],
  [/\.claimed$/, ladder('by-that-day', 'ever', 'not-needed')],
  [/\.opening\.points$/, number(0)],
  [/\.account\.deducts$/, ladder(true, false)],
  [/\.limits\.[^.]+\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/\.limits\.[^.]+\.each$/, ladder(undefined, 'member')],
  [/\.requires\.[^.]+\.minimum$/, negative(number(0))],
  [/\.requires\.[^.]+\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/^redemption\.consent\.basis$/, ladder('each-reward', 'standing')],
  [/\.carryOver\.keeps\.percent$/, number(100)],
  [/\.carryOver\.keeps\.atMost$/, number(Number.POSITIVE_INFINITY)],
  [/^redemption\.at$/, ladder(undefined, 'any-community')],
  [/^redemption\.overdraft$/, overdraftLooseness],
  [/^redemption\.covered$/, (part = 'on-its-day') => ladder('on-its-day', 'when-entered')(part)],
  [/^offices\.[^.]+\.acts$/, ladder('own-community', 'everywhere')],
  [/^closing\.reasons\.[^.]+\.holdings$/, ladder('forfeited', 'handed-on')],
  [/^correction\.floor$/, FLOOR],
  [/^entries\.floor$/, FLOOR],
  [/^correction\.freesRoom$/, ladder(false, true)],
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
  [/^bounds\.held\.[^.]+\.maximum$/, number(Number.POSITIVE_INFINITY)],
  [/^bounds\.looser$/, ladder('refused', 'allowed')],
  [/^recognition\.[^.]+\.points$/, negative(number(0))],
];

/** How two parts differ, seen in the rules that they stand in. */
type Judge = (was: Part, is: Part, at: { readonly path: string; readonly rules: Compared }) => Verdict;

/** Any member that a list may have. */
const ANY = '';

/**
 * The members that a list gains (1) and loses (-1); `undefined` for what is no list.
 *
 * @param all - tells what a missing list has
 */
function membersChanged(
  was: Part,
  is: Part,
  all: () => readonly Json[],
): (readonly [member: Json, change: 1 | -1])[] | undefined {
  const [before, after] = [was ?? all(), is ?? all()];
  if (!Array.isArray(before) || !Array.isArray(after)) return undefined;
  const [had, has] = [new Set<Json>(before), new Set<Json>(after)];
  const gained = after.filter((member) => !had.has(member));
  const lost = before.filter((member) => !has.has(member));
  return [...gained.map((member) => [member, 1] as const), ...lost.map((member) => [member, -1] as const)];
}

/**
 * By the members of a list: more of them are looser, or stricter if `more` is -1. Where each of two lists has what the other lacks, neither
 * is.
 *
 * @param absent - what a missing list has; every member that there can be by default
 */
function members(more: 1 | -1, absent?: readonly string[]): Judge {
  return (was, is) => {
    const all = () => absent ?? [...asList(was), ...asList(is), ANY];
    const changed = membersChanged(was, is, all);
    return changed === undefined ? 'other' : directionOf(changed.map(([, change]) => change * more));
  };
}

function asList(part: Part): readonly Json[] {
  return Array.isArray(part) ? part : [];
}

/** By the items that a sentence counts: one that takes from its sum is counted the other way round. */
function itemsCounted(more: 1 | -1): Judge {
  return (was, is, { path, rules }) => {
    const { counts } = partAt(rules.is, parentOf(path)) as unknown as Sentence;
    const known = { was: itemsOf(rules, 'was', path), is: itemsOf(rules, 'is', path) };
    const all = () => [...Object.keys(known.was), ...Object.keys(known.is), ANY];
    const isLimit = more < 0;
    const changed = membersChanged(was, is, all)?.filter(
      // A limit is not missed by an item that is there no more.
      ([item, change]) => !isLimit || change > 0 || item === ANY || Object.hasOwn(known.is, item as string),
    );
    if (changed === undefined) return 'other';
    const signOf = (item: string): Sign =>
      isLimit && counts === 'quantity'
        ? 1
        : common(
            [known.was, known.is].flatMap((of) => (own(of, item) ?? []).map((one) => signInSum(one, counts))),
          );
    const signs = changed.map(([item, change]) => signOf(item as string) * change * more);
    return signs.includes(0) ? 'other' : directionOf(signs);
  };
}

/** The items that a sentence can count, those of its role or of every role, by their ids. */
function itemsOf(
  rules: Compared,
  side: 'was' | 'is',
  path: string,
): { readonly [item: string]: readonly ItemRule[] } {
  const [of, id = ''] = path.split('.');
  const all: { readonly [role: string]: Partial<RoleRule> } = rules[side].roles;
  return foundOnce(rules, side, of === 'roles' ? `items ${id}` : 'items', () => {
    // A part of a role is compared where both rule sets have the role.
    const roles = of === 'roles' ? [own(all, id) as Partial<RoleRule>] : Object.values(all);
    const items: { [item: string]: ItemRule[] } = {};
    for (const role of roles) {
      for (const [item, rule] of Object.entries(role.items ?? {})) {
        const alike = items[item] ?? [];
        alike.push(rule);
        items[item] = alike;
      }
    }
    return items;
  });
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.'));
}

/** A difference that changes nothing which is seen here is a difference all the same. */
function differing(direction: Verdict): Verdict {
  return direction === 'same' ? 'other' : direction;
}

/** By parts that have ids: one that is gone is missed. */
const namedParts: Judge = (was, is, at) => {
  const ids = (part: Part): Json[] => asList(part).map((one) => (one as { readonly id: string }).id);
  const direction = members(1, [])(ids(was), ids(is), at);
  return direction === 'looser' ? 'new' : direction;
};

/**
 * By a window: a longer one is looser, or stricter if `longer` is -1. One is longer only where every window of the other lies in one of
 * it.
 *
 * @param absent - the window meant where there is none
 */
function windows(longer: 1 | -1, absent?: LimitSpan): Judge {
  return (was = absent, is = absent, { rules }) => {
    if (!isLimitSpan(was) || !isLimitSpan(is)) return 'other';
    if (isSameJson(was, is)) return 'same';
    const { calendar } = rules.is;
    const [long, short] = longer > 0 ? [was, is] : [is, was];
    const isStricter = isAsLong(long, short, calendar);
    if (isStricter === isAsLong(short, long, calendar)) return 'other';
    return isStricter ? 'stricter' : 'looser';
  };
}

function isLimitSpan(part: Part): part is LimitSpan & Json {
  return isSpan(part) && (typeof part === 'string' || 'last' in part);
}

/** By a window of a limit on redeeming: a visit lies whole in every other one. */
const redemptionSpan: Judge = (was, is, at) => {
  const isOther = (part: Part): boolean => part === 'period' || isLimitSpan(part);
  if (was === 'visit' && isOther(is)) return 'stricter';
  return is === 'visit' && isOther(was) ? 'looser' : windows(-1)(was, is, at);
};

/** By what becomes of what a limit does not hold whole: an entry that is trimmed uses all of its quantity, where one that is refused leaves it to others. */
const beyond: Judge = (was, is, { path, rules }) => {
  const { counts } = partAt(rules.is, parentOf(path)) as unknown as Sentence;
  return counts === 'quantity' ? 'other' : measuredBy(ladder('refuse', 'trim-then-refuse', 'trim'), was, is);
};

/** By a window of a condition: what is held is that of the day in every window which the day lies in. */
const conditionSpan: Judge = (was, is, at) => {
  const { counts } = partAt(at.rules.is, parentOf(at.path)) as unknown as Sentence;
  if (counts === 'balance' && isLimitSpan(was) && isLimitSpan(is)) return 'same';
  return countedByNeed(windows(1), windows(-1))(was, is, at);
};

/** By a part that restricts by being there. */
function restricting(judge: Judge): Judge {
  return (was, is, at) => {
    if (was === undefined) return 'stricter';
    return is === undefined ? 'looser' : judge(was, is, at);
  };
}

const redemptionPeriod: Judge = (was, is, { rules }) => {
  if (!isRecord(was) || !isRecord(is)) return 'other';
  const [before, after] = [was, is] as unknown as [RedemptionPeriod, RedemptionPeriod];
  return judgePeriods(periodThrough(before, rules.was.calendar), periodThrough(after, rules.is.calendar));
};

/** Report-ins once in a window, of which the opening of the account may be one. */
const once: Judge = (was, is, { rules }) => {
  if (!isRecord(was) || !isRecord(is)) return 'other';
  const [before, after] = [was, is] as unknown as [Once, Once];
  const [counted, counts] = [before, after].map(({ opening }) => opening === 'counts');
  const byOpening = counts ? 'stricter' : 'looser';
  if (before.per === after.per) return counted === counts ? 'same' : byOpening;
  const byPeriod = judgePeriods(
    onceThrough(before, rules.was.calendar),
    onceThrough(after, rules.is.calendar),
  );
  return counted === counts || byPeriod === byOpening ? byPeriod : 'other';
};

type Once = NonNullable<ItemRule['once']>;

function onceThrough({ per }: Once, calendar: Calendar | undefined): PeriodThrough {
  if (per === 'life') return () => windowOf(per, '2001-01-01', calendar).last;
  return periodThrough(
    per === 'twelve-months' ? { kind: 'rolling', months: 12 } : { kind: 'calendar', window: per },
    calendar,
  );
}

/** By the months after which there is a warning, and those after which something is refused. */
const months: Judge = (was, is) => {
  const [before, after] = [was, is] as unknown as [ConsentTerm, ConsentTerm];
  const refusedAfter = ({ months, late }: ConsentTerm): number =>
    late === 'refuse' ? months : Number.MAX_SAFE_INTEGER;
  return differing(directionOf([after.months - before.months, refusedAfter(after) - refusedAfter(before)]));
};

const term: Judge = (was, is) => differing(judgeTerm(was as unknown as Term, is as unknown as Term));

const lapse: Judge = (was, is, { rules }) =>
  differing(
    judgeLapse(was as unknown as Lapse, is as unknown as Lapse, {
      was: rules.was.calendar,
      is: rules.is.calendar,
    }),
  );

/** A bar is stricter the longer it lasts; one on another ground bars from something else. */
const bar: Judge = (was, is, at) => {
  const [before, after] = [was, is] as unknown as [ItemBar, ItemBar];
  if (before.ground !== after.ground) return 'other';
  return turned(restricting(lapse)(before.lasts as Part, after.lasts as Part, at), -1);
};

/** What is kept in steps is less in steps so many times as large; otherwise now more, now less. */
const steps: Judge = (was = 1, is = 1) => {
  const [before, after] = [was, is] as [number, number];
  if (after % before === 0) return 'stricter';
  return before % after === 0 ? 'looser' : 'other';
};

/** A member of a scoring by quantity, by what comes of it alone; of another scoring, its points. */
const scoringMember: Judge = (was, is, { path, rules }) => {
  const whole: unknown = partAt(rules.was, parentOf(path));
  const member = path.slice(path.lastIndexOf('.') + 1);
  if (!isScored(whole) || !isByQuantity(whole)) return measuredBy(number(0), was, is);
  const changed: unknown = mergePatch(whole as unknown as Json, { [member]: is ?? null });
  if (!isScored(changed)) return 'other';
  const direction = judgeScoring(whole, changed);
  return member === 'rounding' ? direction : differing(direction);
};

const scoring: Judge = (was: unknown, is: unknown) =>
  isScored(was) && isScored(is) ? differing(judgeScoring(was, is)) : 'other';

/** How many steps lead to an item: `roles.*.items.*`. */
const ITEM_STEPS = 4;

/** Days on which points count several times, by what comes of the one change alone. */
const factors: Judge = (_, is, { path, rules }) => {
  const steps = path.split('.');
  const was = partAt(rules.was, steps.slice(0, ITEM_STEPS).join('.'));
  const change = steps.slice(ITEM_STEPS).reduceRight<Json>((part, name) => ({ [name]: part }), is ?? null);
  return differing(judgeFactors(factorsOf(was), factorsOf(mergePatch(was, change))));
};

/** The days of an item on which points count several times, as far as they are there. */
function factorsOf(item: Part): Factors {
  const all = (item as unknown as ItemRule | undefined)?.factors ?? {};
  return Object.fromEntries(
    Object.entries(all).filter(([, { from, until }]) => from !== undefined && until !== undefined),
  );
}

/** What a condition counts: the more, the sooner its least is met, and the sooner its most is passed. */
function countedByNeed(least: Judge, most: Judge): Judge {
  return (was, is, at) => {
    const conditions = [at.rules.was, at.rules.is].map(
      (rules) => partAt(rules, parentOf(at.path)) as unknown as MeasureRange,
    );
    if (conditions.every(({ maximum }) => maximum === undefined)) return least(was, is, at);
    return conditions.every(({ minimum }) => minimum === undefined) ? most(was, is, at) : 'other';
  };
}

function opposite(judge: Judge): Judge {
  return (was, is, at) => turned(judge(was, is, at), -1);
}

/** Of each member is less than of all. */
const eachMember: Judge = (was, is) => measuredBy(ladder('member', undefined), was, is);

/** What is judged by more than its own looseness; the first pattern that matches its path applies. */
const JUDGES: readonly [path: RegExp, judge: Judge][] = [
  [/\.scoring$/, scoring],
  [/\.scoring\.(?:points|each|maximum|rounding|bands)$/, scoringMember],
  [/\.factors(?:\.|$)/, factors],
  [/\.items\.[^.]+\.bars$/, restricting(bar)],
  [/\.once$/, restricting(once)],
  // Which form it is says no more than a title.
  [/\.opening\.form$/, restricting(() => 'same')],
  [/\.perPost$/, restricting(windows(-1))],
  [/\.items\.[^.]+\.offices$/, members(1)],
  [/^roles\.[^.]+\.feedback\.(?:recipients|uses)$/, namedParts],
  [/^(?:catalogue|uses|recognition)\..*\.roles$/, members(1)],
  [/^redemption\.limits\.[^.]+\.per$/, redemptionSpan],
  [/\.limits\.[^.]+\.per$/, windows(-1)],
  [/\.limits\.[^.]+\.beyond$/, beyond],
  [/\.limits\.[^.]+\.items$/, itemsCounted(-1)],
  [/^redemption\.limits\.[^.]+\.rewards$/, members(-1)],
  [/\.requires\.[^.]+\.per$/, conditionSpan],
  [/\.requires\.[^.]+\.items$/, countedByNeed(itemsCounted(1), opposite(itemsCounted(1)))],
  [/\.requires\.[^.]+\.rewards$/, countedByNeed(members(1), members(-1))],
  [/\.requires\.[^.]+\.each$/, countedByNeed(eachMember, opposite(eachMember))],
  [/^ineligibility\.[^.]+\.below\.items$/, itemsCounted(1)],
  [/^recognition\.[^.]+\.per$/, windows(1, 'life')],
  [/^redemption\.period$/, redemptionPeriod],
  [/^redemption\.spendableAfter$/, restricting(windows(-1))],
  [/^redemption\.spendableWait$/, restricting(opposite(term))],
  [/^redemption\.consent\.kinds$/, members(-1)],
  [/^redemption\.(?:consent\.lasts|handbook)$/, restricting(months)],
  [/\.carryOver\.lapse$/, restricting(lapse)],
  [/\.carryOver\.(?:goodFor|inactivity)$/, restricting(term)],
  [/\.carryOver\.keeps\.per$/, windows(1)],
  [/\.carryOver\.keeps\.inStepsOf$/, steps],
  [/^publication\.every$/, windows(1)],
  // Without a rule on reversals, every office undoes its slips without an end.
  [/^reversal$/, (was, is, at) => members(-1, [])(untilFeedback(was), untilFeedback(is), at)],
  [/^reversal\.untilFeedback$|^correction\.mattersOnly$/, members(-1, [])],
  [/^transfer$/, (was, is, at) => transfers(was, is, at)],
  [/^ineligibility\.[^.]+\.bars$/, members(-1, ['recognition'])],
  // A command that no office had loosens nothing when some office has it.
  [/^authority\.offices\./, (was, is, at) => (was === undefined ? 'new' : members(1, [])(was, is, at))],
];

/** Without a rule on transfers, points are sent without a limit and without a condition. */
const transfers: Judge = (was, is, { rules }) => {
  if (was === undefined) return isRestricted(is) && isSendable(rules.was) ? 'stricter' : 'new';
  return isRestricted(was) && isSendable(rules.is) ? 'looser' : 'stricter';
};

function isRestricted(transfer: Part): boolean {
  return isRecord(transfer) && (transfer.requires ?? transfer.limits) !== undefined;
}

/** Whether some office sends points. */
function isSendable({ authority }: RuleSet): boolean {
  return (authority.offices.TransferPoints ?? []).length > 0;
}

function untilFeedback(reversal: Part): Part {
  return isRecord(reversal) ? (reversal.untilFeedback as Part) : undefined;
}

/** Parts that restrict by being there. */
const RESTRICTIONS =
  /\.limits\.[^.]+$|\.requires(?:\.[^.]+)?$|^ineligibility\.[^.]+(?:\.below)?$|^bounds\.held\.[^.]+$|^filing$|^publication$|^interpretation$|^oneAccount$|^verification$|\.carryOver\.keeps$|^(?:redemption|transfer)\.limits$/;

/** A sentence that counts something else is held against other figures. */
const OF_A_SENTENCE = /(?:\.limits|\.requires)\.[^.]+\.[^.]+$|^ineligibility\.[^.]+\.below\.[^.]+$/;

/**
 * Whether a difference makes the rules stricter or looser for the volunteer, adds something, or is merely different; `same` where it says
 * outright what is meant without it.
 *
 * @param rules - the rules that the part stands in, which tell whether more of it is for the volunteer
 */
export function judge(path: string, was: Part, is: Part, rules: Compared): Verdict {
  return turned(judgePart(path, was, is, rules), signAt(path, rules));
}

function judgePart(path: string, was: Part, is: Part, rules: Compared): Verdict {
  const place = placeOf(path);
  if (OF_A_SENTENCE.test(place) && countsAnother(parentOf(path), rules)) return 'other';
  const judged = JUDGES.find(([pattern]) => pattern.test(place))?.[1];
  if (judged !== undefined) return judged(was, is, { path, rules });
  const looseness = PARTS.find(([pattern]) => pattern.test(place))?.[1];
  if (looseness !== undefined) return measuredBy(looseness, was, is);
  if (was === undefined) return RESTRICTIONS.test(place) ? 'stricter' : 'new';
  if (is === undefined) return RESTRICTIONS.test(place) ? 'looser' : 'stricter';
  return 'other';
}

function countsAnother(path: string, rules: Compared): boolean {
  const [was, is] = [partAt(rules.was, path), partAt(rules.is, path)];
  return isRecord(was) && isRecord(is) && (was.counts !== is.counts || was.unit !== is.unit);
}

function measuredBy(looseness: Looseness, was: Part, is: Part): Verdict {
  const before = looseness(was);
  const after = looseness(is);
  if (before === undefined || after === undefined) return 'other';
  if (before === after) return 'same';
  return after > before ? 'looser' : 'stricter';
}
