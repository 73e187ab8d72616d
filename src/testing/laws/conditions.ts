import type { Command } from '../../account/commands/command.js';
import type { BankEvent, PointsRedeemed } from '../../account/events/event.js';
import type { RoleRule, RuleSet } from '../../rules/rule-set.js';
import type { Condition } from '../../rules/sentence.js';
import { dayFromNumber, dayNumber } from '../../values/calendar.js';
import { text } from '../../values/text.js';
import { spanOn } from '../../values/window.js';
import { type CountedEntry, countedEntries, freedBy } from '../counted-entries.js';
import {
  firstOf,
  firstOfSteps,
  handedOnTo,
  histories,
  isScored,
  type Law,
  roleOf,
  type ScoredEvent,
  unequal,
} from '../law.js';
import { heldOn, movesOf } from '../moves.js';
import { sendingsOf } from '../sendings.js';
import { standing } from '../standing.js';
import type { CommandStep } from '../subject.js';

/** A redemption, or one that a closed account handed on: the lines that did not come back, and the points that they took. */
type Visit = {
  readonly on: string;
  readonly lines: readonly { readonly rewardId: string; readonly quantity: number; readonly taken: number }[];
};

/** An account as it was before an event, in lists. */
type Before = { readonly events: readonly BankEvent[]; readonly ruleSet: RuleSet };

/** When and of whom a condition is asked. */
type Asked = { readonly on: string; readonly memberId: string | undefined };

function visitsOf(events: readonly BankEvent[]): Visit[] {
  const handed = handedOnTo(events)
    .flatMap(({ visits }) => visits)
    .map(({ on, lines }) => ({
      on,
      lines: lines.map(({ rewardId, quantity, price }) => ({ rewardId, quantity, taken: quantity * price })),
    }));
  const own = events.filter((event) => event.type === 'PointsRedeemed').map(visitOf);
  return [...handed, ...own];
}

function visitOf({ data: { deducted, lines, on } }: PointsRedeemed): Visit {
  const taken = (points: number): number => (deducted === 0 ? 0 : points);
  return {
    on,
    lines: lines.map(({ rewardId, quantity, points }) => ({ rewardId, quantity, taken: taken(points) })),
  };
}

/** How much a condition counts of what was there before; `undefined` where lists do not tell. */
function counted(
  { events, ruleSet }: Before,
  condition: Condition,
  { on, memberId }: Asked,
): number | undefined {
  const { counts, each, items, rewards, unit = '' } = condition;
  const window = spanOn(condition.per, on, events[0]?.data.on ?? on, ruleSet.calendar);
  const last = Math.min(window.last, dayNumber(on));
  const isIn = (day: string): boolean => dayNumber(day) >= window.first && dayNumber(day) <= last;
  const stands = standing(events);
  const isMeant = (one: Pick<CountedEntry, 'item' | 'on' | 'memberId'>): boolean =>
    isIn(one.on) && (items?.includes(one.item) ?? true) && (each === undefined || one.memberId === memberId);
  const entered = countedEntries(stands).filter(isMeant);
  const total = (of: (entry: CountedEntry) => number): number =>
    entered.reduce((sum, entry) => sum + of(entry), 0);
  switch (counts) {
    case 'points':
      return total(({ points }) => points) - freedBy(stands, isMeant);
    case 'deductions':
      // What nobody is named for is the rest of each day, as a whole.
      return each !== undefined && memberId === undefined ? undefined : takenBy(entered);
    case 'entries':
      return total(({ entries }) => entries);
    case 'quantity':
      return total(({ quantities }) => quantities[unit] ?? 0) / 100;
    case 'months':
      return longestRun(
        new Set(entered.filter(({ entries }) => entries > 0).map(({ on: day }) => day.slice(0, 7))),
      );
    case 'balance':
      return heldOn(movesOf(stands), dayFromNumber(last), ruleSet).held;
    case 'sent':
    case 'transfers':
      return sendingsOf(events)
        .filter((sending) => isIn(sending.on))
        .reduce((sum, { points }) => sum + (counts === 'sent' ? points : 1), 0);
    default: {
      const lines = visitsOf(stands)
        .filter((visit) => isIn(visit.on))
        .map((visit) => visit.lines.filter(({ rewardId }) => rewards?.includes(rewardId) ?? true));
      if (counts === 'visits') return lines.filter((some) => some.length > 0).length;
      return lines
        .flat()
        .reduce((sum, { quantity, taken }) => sum + (counts === 'rewards' ? quantity : taken), 0);
    }
  }
}

/** The points that days took, each day of an item as a whole. */
function takenBy(entered: readonly CountedEntry[]): number {
  const days = new Map<string, number>();
  for (const { item, on, points } of entered)
    days.set(`${item} ${on}`, (days.get(`${item} ${on}`) ?? 0) + points);
  return [...days.values()].reduce((sum, points) => sum + Math.max(-points, 0), 0);
}

/** The most months, such as `2024-02`, that follow each other. */
function longestRun(months: ReadonlySet<string>): number {
  const numbers = new Set(
    [...months].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))),
  );
  let longest = 0;
  for (const month of numbers) {
    let length = 1;
    while (numbers.has(month - length)) length += 1;
    longest = Math.max(longest, length);
  }
  return longest;
}

/** The first condition that was not met before an event. */
function unmet(
  before: Before,
  requires: { readonly [id: string]: Condition },
  { asked, what }: { readonly asked: Asked; readonly what: string },
): string | undefined {
  return firstOf(Object.entries(requires), ([id, condition]) => {
    const has = counted(before, condition, asked);
    if (has === undefined) return undefined;
    const { minimum = has, maximum = has } = condition;
    return minimum <= has && has <= maximum ? undefined : `${what} on ${asked.on}: '${id}' was ${has}`;
  });
}

function askedBy(event: ScoredEvent): Asked {
  const memberId = event.type === 'ActivityCredited' ? event.data.memberId : undefined;
  return { on: event.data.on, memberId };
}

/** What a refusal for a condition tells of a command, beside what is counted; `undefined` if they agree. */
function toldOtherwise(
  { command, decision }: CommandStep,
  before: Before,
  role: RoleRule | undefined,
): string | undefined {
  if (decision.accepted || decision.refusal.code !== 'condition-not-met') return undefined;
  const { type, data } = command as Command;
  // What comes back is asked for its own day and member.
  if (type === 'ReverseEntry') return undefined;
  const { condition, item, measured, on, sending } = decision.refusal.facts;
  const { redemption, transfer } = before.ruleSet;
  const whole = sending ? transfer : item === undefined ? redemption : role?.items[item];
  const { requires } = whole ?? {};
  const memberId = type === 'CreditActivity' ? data.memberId : undefined;
  const asked = requires?.[condition];
  const has = asked && counted(before, asked, { on, memberId });
  return has === undefined ? undefined : unequal(`what '${condition}' is on ${on}`, measured, has);
}

/** The laws of conditions. */
export const CONDITION_LAWS: readonly Law[] = [
  {
    name: 'conditions-met',
    clause: ({ clauses }) => clauses.entries,
    title: text(
      '登记、兑换和转出均符合所设条件',
      'entries, redemptions and sendings have what the rules ask for before them',
    ),
    broken: (run) =>
      firstOf(histories(run), ({ events, role }) =>
        firstOf(events.entries(), ([at, event]) => {
          const { ruleSet } = run.subject;
          const before = { events: events.slice(0, at), ruleSet };
          if (event.type === 'PointsRedeemed') {
            const asked = { on: event.data.on, memberId: undefined };
            return unmet(before, ruleSet.redemption.requires ?? {}, { asked, what: 'points were redeemed' });
          }
          if (event.type === 'PointsSent') {
            const asked = { on: event.data.on, memberId: undefined };
            return unmet(before, ruleSet.transfer?.requires ?? {}, { asked, what: 'points were sent' });
          }
          if (!isScored(event)) return undefined;
          const { item } = event.data;
          const requires = role?.items[item]?.requires ?? {};
          return unmet(before, requires, { asked: askedBy(event), what: `'${item}' was entered` });
        }),
      ),
  },
  {
    name: 'condition-told',
    clause: ({ clauses }) => clauses.entries,
    title: text('不符合条件的，如实告知现有多少', 'a refusal for a condition tells what there is of it'),
    broken: ({ steps, subject: { ruleSet } }) =>
      firstOfSteps(steps, (step, events) =>
        toldOtherwise(step, { events, ruleSet }, roleOf(ruleSet, events)),
      ),
  },
];
