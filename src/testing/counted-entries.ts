import type { BankEvent } from '../account/events/event.js';
import { handedOnTo, isCounted } from './law.js';

/** An entry that counts, or what a closed account handed on of an item and a day. */
export type CountedEntry = {
  readonly item: string;
  readonly on: string;
  readonly points: number;
  readonly entries: number;
  /** By unit, in hundredths; below 0 where it lowers the sum. */
  readonly quantities: { readonly [unit: string]: number };
  readonly memberId: string | undefined;
};

/** What counts of what stands, from the events alone: under limits, and for conditions. */
export function countedEntries(events: readonly BankEvent[]): CountedEntry[] {
  const handed = handedOnTo(events)
    .flatMap(({ items }) => items)
    .map(({ item, on, points, entries, freed = 0, quantities = [], memberId }) => ({
      item,
      on,
      points: points - freed,
      entries,
      quantities: Object.fromEntries(
        quantities.map(({ unit, quantity }) => [unit, Math.round(quantity * 100)]),
      ),
      memberId,
    }));
  const entered = events.flatMap((event): CountedEntry[] => {
    if (event.type === 'AccountOpened') {
      const { item, on, points } = event.data;
      return [{ item, on, points, entries: 1, quantities: {}, memberId: undefined }];
    }
    if (!isCounted(event)) return [];
    const { item, on, points } = event.data;
    if (event.type === 'PostClaimed')
      return [{ item, on, points, entries: 1, quantities: {}, memberId: undefined }];
    const { lowers, memberId, quantity = 0, unit } = event.data;
    const hundredths = Math.round(quantity * 100) * (lowers ? -1 : 1);
    return [
      {
        item,
        on,
        points,
        entries: 1,
        quantities: unit === undefined ? {} : { [unit]: hundredths },
        memberId,
      },
    ];
  });
  return [...handed, ...entered];
}

/** The points that corrections returned to a limit: never more than a matter holds. */
export function freedBy(
  events: readonly BankEvent[],
  isMeant: (one: Pick<CountedEntry, 'item' | 'on' | 'memberId'>) => boolean,
): number {
  const freed = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'ScoreCorrected' || !event.data.freesRoom) continue;
    const { corrects, points } = event.data;
    if (corrects === undefined) continue;
    const matter = events.find(
      ({ type, data }) =>
        type === 'ActivityCredited' &&
        data.item === corrects.item &&
        data.matterId === corrects.id &&
        data.on === corrects.on,
    );
    const memberId = matter?.type === 'ActivityCredited' ? matter.data.memberId : undefined;
    if (!isMeant({ item: corrects.item, on: corrects.on, memberId })) continue;
    const key = JSON.stringify([corrects.item, corrects.id, corrects.on]);
    freed.set(key, Math.min(corrects.points, (freed.get(key) ?? 0) - points));
  }
  return [...freed.values()].reduce((sum, points) => sum + points, 0);
}
