import type { AccountOpened, BankEvent } from '../account/events/event.js';
import type { Keeps, RuleSet, Term } from '../rules/rule-set.js';
import { addDays, addMonths, dayFromNumber, NEVER } from '../values/calendar.js';
import { windowOf } from '../values/window.js';

/*
 * Balances from a plain list of what moved them: a second path beside that of the accounts.
 */

/** Something that moves a balance. */
export type Move = {
  readonly of: 'earned' | 'corrected' | 'redeemed' | 'transferred';
  /** The day on which it counts. */
  readonly on: string;
  readonly points: number;
};

/** What the entries that stand move, and what closed accounts handed on. */
export function movesOf(standing: readonly BankEvent[]): Move[] {
  return standing.flatMap((event): Move[] => {
    const { on } = event.data;
    switch (event.type) {
      case 'AccountOpened':
        return [{ of: 'earned', on, points: event.data.points }, ...handedMoves(event)];
      case 'PostClaimed':
      case 'ActivityCredited':
        return event.data.pending ? [] : [{ of: 'earned', on, points: event.data.points }];
      case 'ScoreCorrected':
        return [{ of: 'corrected', on: event.data.countsOn, points: event.data.points }];
      case 'PointsRedeemed':
        return [{ of: 'redeemed', on, points: 0 - event.data.deducted }];
      case 'PointsSent':
        return [{ of: 'transferred', on, points: 0 - event.data.points }];
      case 'PointsReceived':
        return [{ of: 'transferred', on, points: event.data.points }];
      default:
        return [];
    }
  });
}

/** What closed accounts handed on to one, on the days on which they had it. */
export function handedMoves({ data: { continues = [] } }: AccountOpened): Move[] {
  return continues.flatMap(({ handedOn }): Move[] => {
    if (handedOn === undefined) return [];
    const { corrected, items, transferred, visits } = handedOn;
    return [
      ...items.map(({ on, points }) => ({ of: 'earned' as const, on, points })),
      ...corrected.map(({ on, points }) => ({ of: 'corrected' as const, on, points })),
      ...transferred.map(({ on, points }) => ({ of: 'transferred' as const, on, points })),
      ...visits.flatMap(({ on, lines }) =>
        lines.map(({ price, quantity }) => ({ of: 'redeemed' as const, on, points: 0 - price * quantity })),
      ),
    ];
  });
}

/** The sum of some moves. */
export function sumOf(moves: readonly Move[]): number {
  return moves.reduce((sum, { points }) => sum + points, 0);
}

type Held = { readonly held: number; readonly debt: number };

/** What is held on a day, and the debt of that day: gains first, the oldest points spent first, and a debt does not lapse. */
export function heldOn(moves: readonly Move[], day: string, ruleSet: RuleSet): Held {
  const { carryOver } = ruleSet.redemption;
  const purse = new Purse(ruleSet);
  const byDay = new Map<string, Move[]>();
  for (const move of moves) if (move.on <= day) byDay.set(move.on, [...(byDay.get(move.on) ?? []), move]);
  const days = [...byDay.keys()].sort();
  const isDayByDay = carryOver.keeps !== undefined || carryOver.inactivity !== undefined;
  for (const [at, on] of days.entries()) {
    purse.begin(on);
    purse.move(byDay.get(on) as Move[]);
    // Where a day without moves may take points, each is gone through.
    const next = days[at + 1] ?? day;
    if (isDayByDay)
      for (let one = on; one < next && purse.hasPoints; one = addDays(one, 1)) purse.begin(addDays(one, 1));
  }
  purse.begin(day);
  return purse;
}

/** Points by the day on which they were earned, the oldest first. */
class Purse {
  readonly #ruleSet: RuleSet;
  #lots: { readonly until: string; points: number }[] = [];
  #lastEntry: string | undefined;
  #today = '';
  debt = 0;

  constructor(ruleSet: RuleSet) {
    this.#ruleSet = ruleSet;
  }

  get #points(): number {
    return this.#lots.reduce((sum, { points }) => sum + points, 0);
  }

  get hasPoints(): boolean {
    return this.#points > 0;
  }

  get held(): number {
    return this.#points - this.debt;
  }

  /** What a new day takes. */
  begin(day: string): void {
    if (day === this.#today) return;
    const { calendar, redemption } = this.#ruleSet;
    const { inactivity, keeps } = redemption.carryOver;
    this.#lots = this.#lots.filter(({ until }) => until >= day);
    if (
      inactivity !== undefined &&
      this.#lastEntry !== undefined &&
      day > termAfter(this.#lastEntry, inactivity)
    ) {
      this.#lots = [];
      this.#lastEntry = undefined;
    }
    const yesterday = addDays(day, -1);
    const keyOf = (on: string, { per }: Keeps): string => windowOf(per, on, calendar).key;
    if (keeps !== undefined && keyOf(yesterday, keeps) !== keyOf(day, keeps)) {
      const { atMost, inStepsOf, percent } = keeps;
      let left = this.#points;
      if (percent !== undefined) left = Number((BigInt(left) * BigInt(percent)) / 100n);
      if (atMost !== undefined) left = Math.min(left, atMost);
      if (inStepsOf !== undefined) left -= left % inStepsOf;
      this.#take(this.#points - left);
    }
    this.#today = day;
  }

  move(moves: readonly Move[]): void {
    if (moves.some(({ of }) => of === 'earned')) this.#lastEntry = this.#today;
    const up = moves.reduce((sum, { points }) => sum + Math.max(points, 0), 0);
    const down = moves.reduce((sum, { points }) => sum - Math.min(points, 0), 0);
    this.#lots.push({ until: goodUntil(this.#today, this.#ruleSet), points: up });
    const owed = this.debt + down;
    this.debt = owed - this.#take(owed);
  }

  #take(points: number): number {
    let left = points;
    for (const lot of this.#lots) {
      const taken = Math.min(lot.points, left);
      lot.points -= taken;
      left -= taken;
    }
    return points - left;
  }
}

/** The last day on which points of a day are good. */
function goodUntil(day: string, { calendar, redemption }: RuleSet): string {
  const { goodFor, lapse } = redemption.carryOver;
  const term = goodFor === undefined ? NEVER : termAfter(day, goodFor);
  if (lapse === undefined) return term;
  let last = dayFromNumber(windowOf(lapse.window, day, calendar).last);
  for (let later = 0; later < lapse.periods; later += 1) {
    last = dayFromNumber(windowOf(lapse.window, addDays(last, 1), calendar).last);
  }
  return [last, term].sort()[0] as string;
}

function termAfter(day: string, { last, of }: Term): string {
  return of === 'days' ? addDays(day, last) : addMonths(day, last);
}
