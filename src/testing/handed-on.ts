import type { HandedItem, HandedOn, HandedVisit } from '../account/commands/carried-event.js';
import type { AccountOpened, BankEvent, ScoreCorrected } from '../account/events/event.js';
import { handedOnTo, isCounted } from './law.js';
import { standing } from './standing.js';

/*
 * What a closing has to hand on beside the points, worked out on the list of events and not by the fold: what was used of limits and
 * periods, and what is held.
 */

/** What is handed on, in a fixed order. */
export function usesOf(handed: HandedOn): unknown {
  return {
    items: summed(handed.items),
    visits: sorted(
      handed.visits.map(({ redemptionId, on, at = '', lines }) => [redemptionId, on, at, lines]),
    ),
    reportIns: [...new Set(handed.reportIns)].sort(),
    posts: sorted(handed.posts.map(({ postId, on }) => [postId, on])),
    bars: sorted(handed.bars.map(({ barId, ground, from, until = '' }) => [barId, ground, from, until])),
  };
}

/** What a history has to hand on when it is closed on a day, with what was handed on to it. */
export function usedBy(events: readonly BankEvent[], closedOn: string): HandedOn {
  const stands = standing(events);
  const handed = handedOnTo(events);
  const [opening] = events;
  const releases = stands.flatMap(({ type, data }) => (type === 'PostReleased' ? [data] : []));
  const claims = stands.flatMap((event) =>
    event.type === 'PostClaimed' && isCounted(event) ? [event.data] : [],
  );
  const bars = [...handed.flatMap((one) => one.bars), ...stands.flatMap(barsOf)];
  return {
    items: [...handed.flatMap(({ items }) => items), ...itemsOf(stands), ...freedIn(stands)],
    corrected: [],
    transferred: [],
    visits: [
      ...(opening?.type === 'AccountOpened' ? handedVisits(opening) : []),
      ...stands.flatMap(visitsOf),
    ],
    reportIns: [...handed.flatMap(({ reportIns }) => reportIns), ...stands.flatMap(reportInsOf)],
    posts: [...handed.flatMap(({ posts }) => posts), ...claims]
      .filter((claim) => !releases.some(({ on, postId }) => postId === claim.postId && on >= claim.on))
      .map(({ postId, on }) => ({ postId, on })),
    bars: bars.filter(({ until }) => until === undefined || until >= closedOn),
  };
}

/** Visits that were handed on, each with the place where it was unless that is the account's own community. */
function handedVisits({ data: { communityId: own, continues = [] } }: AccountOpened): HandedVisit[] {
  return continues.flatMap(({ communityId, handedOn }) =>
    handedOn.visits.map(({ at = communityId, ...visit }) => (at === own ? visit : { ...visit, at })),
  );
}

/** What the entries that count add up to, one by one. */
function itemsOf(stands: readonly BankEvent[]): HandedItem[] {
  return stands.flatMap((event): HandedItem[] => {
    if (event.type !== 'AccountOpened' && !isCounted(event)) return [];
    const { item, on, points } = event.data;
    const one = { item, on, points, entries: 1 };
    if (event.type !== 'ActivityCredited') return [one];
    const { lowers, memberId, quantity = 0, unit } = event.data;
    const signed = lowers ? -quantity : quantity;
    return [
      {
        ...one,
        ...(unit === undefined ? {} : { quantities: [{ unit, quantity: signed }] }),
        ...(memberId === undefined ? {} : { memberId }),
      },
    ];
  });
}

/** The room that corrections freed, at most what each entry holds. */
function freedIn(stands: readonly BankEvent[]): HandedItem[] {
  const corrections = stands.filter(
    (event): event is ScoreCorrected => event.type === 'ScoreCorrected' && event.data.freesRoom,
  );
  return stands.flatMap((event): HandedItem[] => {
    const usesRoom = event.type === 'AccountOpened' || (isCounted(event) && event.data.limits !== undefined);
    if (!usesRoom) return [];
    const { item, on, points } = event.data;
    const asked = corrections
      .filter(({ data: { corrects } }) => corrects?.item === item && corrects.on === on)
      .filter(({ data: { corrects } }) => corrects?.id === idOf(event))
      .reduce((sum, { data }) => sum - data.points, 0);
    const freed = Math.min(asked, Math.max(points, 0));
    const memberId = event.type === 'ActivityCredited' ? event.data.memberId : undefined;
    const member = memberId === undefined ? {} : { memberId };
    return freed <= 0 ? [] : [{ item, on, points: 0, entries: 0, freed, ...member }];
  });
}

function idOf({ type, data }: BankEvent): string {
  if (type === 'PostClaimed') return data.postId;
  return type === 'ActivityCredited' ? data.matterId : data.on;
}

function visitsOf(event: BankEvent): HandedOn['visits'] {
  if (event.type !== 'PointsRedeemed' || event.data.lines.length === 0) return [];
  const { at, deducted, on, redemptionId } = event.data;
  const lines = event.data.lines.map(({ rewardId, quantity, price }) => ({
    rewardId,
    quantity,
    price: deducted === 0 ? 0 : price,
  }));
  return [{ redemptionId, on, ...(at === undefined ? {} : { at }), lines }];
}

function reportInsOf(event: BankEvent): string[] {
  if (event.type === 'AccountOpened') return event.data.reportsIn ? [event.data.on] : [];
  const isOne = event.type === 'ActivityCredited' && event.data.entry === 'registration';
  return isOne && isCounted(event) ? [event.data.on] : [];
}

function barsOf(event: BankEvent): HandedOn['bars'] {
  if (event.type === 'AccountBarred') return [event.data];
  if (event.type !== 'ActivityCredited' || event.data.bar === undefined || !isCounted(event)) return [];
  return [{ barId: event.data.matterId, ...event.data.bar }];
}

/** The sums of some items by item, day and member. */
function summed(items: readonly HandedItem[]): unknown {
  const sums = new Map<string, { entries: number; freed: number; units: Map<string, number> }>();
  for (const { item, on, memberId = '', entries, freed = 0, quantities = [] } of items) {
    const key = JSON.stringify([item, on, memberId]);
    const sum = sums.get(key) ?? { entries: 0, freed: 0, units: new Map() };
    sums.set(key, sum);
    sum.entries += entries;
    sum.freed += freed;
    // Hundredths of quantities are not exact in binary.
    for (const { unit, quantity } of quantities) {
      sum.units.set(unit, (sum.units.get(unit) ?? 0) + Math.round(quantity * 100));
    }
  }
  return sorted(
    [...sums].map(([key, { entries, freed, units }]) => [
      key,
      entries,
      freed,
      sorted([...units].filter(([, quantity]) => quantity !== 0)),
    ]),
  );
}

function sorted(of: readonly unknown[]): unknown[] {
  return [...of].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
