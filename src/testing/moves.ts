import type { AccountOpened, BankEvent } from '../account/events/event.js';
import type { Lapsing } from '../rules/lapsing.js';
import { addDays, dayFromNumber } from '../values/calendar.js';
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

/** The balance that closed accounts handed on. */
export function handedBalance(opening: AccountOpened): number {
  return sumOf(handedMoves(opening));
}

/** The sum of some moves. */
export function sumOf(moves: readonly Move[]): number {
  return moves.reduce((sum, { points }) => sum + points, 0);
}

/** What is held on a day, and the debt of that day: day by day, gains first, the oldest points spent first, and a debt does not lapse. */
export function heldOn(
  moves: readonly Move[],
  day: string,
  lapse: Lapsing | undefined,
): { readonly held: number; readonly debt: number } {
  let debt = 0;
  let lots: { readonly until: string; points: number }[] = [];
  const days = new Map<string, { up: number; down: number }>();
  for (const { on, points } of moves) {
    if (on > day) continue;
    const of = days.get(on) ?? { up: 0, down: 0 };
    days.set(on, of);
    if (points > 0) of.up += points;
    else of.down -= points;
  }
  for (const [on, { up, down }] of [...days].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lots = lots.filter(({ until }) => until >= on);
    const owed = debt + down;
    lots.push({ until: goodUntil(on, lapse), points: up });
    debt = owed;
    for (const lot of lots) {
      const taken = Math.min(lot.points, debt);
      lot.points -= taken;
      debt -= taken;
    }
  }
  const held = lots.filter(({ until }) => until >= day).reduce((sum, { points }) => sum + points, 0);
  return { held: held - debt, debt };
}

/** The last day on which points of a day are good. */
function goodUntil(day: string, lapse: Lapsing | undefined): string {
  if (lapse === undefined) return '9999-12-31';
  const { calendar, periods, window } = lapse;
  let last = dayFromNumber(windowOf(window, day, calendar).last);
  for (let later = 0; later < periods; later += 1) {
    last = dayFromNumber(windowOf(window, addDays(last, 1), calendar).last);
  }
  return last;
}
