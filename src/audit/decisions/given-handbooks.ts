import type { RedemptionLine } from '../../account/commands/command.js';
import { handbookOf } from '../../account/events/command-of.js';
import type { BankEvent, EntryReversed } from '../../account/events/event.js';
import type { Handbook } from '../../account/handbook.js';

type Redeemed = BankEvent & { readonly type: 'PointsRedeemed' };

/** The handbooks for deciding redemptions again, each with its remaining stock. */
export type GivenHandbooks = {
  /** The handbook that a redemption names, or `undefined` if it was not given. */
  readonly of: (event: Redeemed) => Handbook | undefined;
  /** Takes what an event took from the stock, and puts back what it returned. */
  readonly note: (event: BankEvent) => void;
};

/** Without given handbooks, each redemption's own prices and consents are trusted. */
export const RECORDED_HANDBOOKS: GivenHandbooks = { of: handbookOf, note: () => undefined };

/** Finds the given handbooks by community and version. */
export function givenHandbooks(handbooks: Iterable<Handbook>): GivenHandbooks {
  const given = new Map<string, Handbook>();
  for (const handbook of handbooks) given.set(keyOf(handbook.communityId, handbook.version), handbook);
  const taken = new Map<string, Counts>();
  const visits = new Map<string, Visit>();
  const editionOf = ({ data }: Redeemed): string => keyOf(data.communityId, data.handbook.version);
  return {
    of(event) {
      const edition = editionOf(event);
      const handbook = given.get(edition);
      return handbook && withoutTaken(handbook, taken.get(edition) ?? new Map());
    },
    note(event) {
      if (event.type === 'PointsRedeemed') {
        const { accountId, redemptionId, on, lines } = event.data;
        const edition = editionOf(event);
        const ofEdition = taken.get(edition) ?? new Map<string, number>();
        taken.set(edition, ofEdition);
        const visit = { taken: ofEdition, left: new Map(), out: new Map() };
        move(visit, lines, 1);
        visits.set(keyOf(accountId, redemptionId, on), visit);
      } else if (event.type === 'EntryReversed' && event.data.entry.kind === 'redemption') {
        noteReversal(visits, event);
      }
    },
  };
}

/** Quantities by reward. */
type Counts = Map<string, number>;

/** What a redemption took from the stock of its handbook. */
type Visit = {
  /** What all redemptions took from that stock. */
  readonly taken: Counts;
  /** What of the visit was not returned. */
  readonly left: Counts;
  /** What was left when the visit was undone as a whole. */
  out: Counts;
};

function noteReversal(visits: ReadonlyMap<string, Visit>, { data }: EntryReversed): void {
  const { entry, entryIs, lines, accountId } = data;
  const visit = visits.get(keyOf(accountId, entry.id, entry.on));
  if (visit === undefined) return;
  if (lines !== undefined) move(visit, lines, entryIs === 'out' ? -1 : 1);
  else if (entryIs === 'back') move(visit, linesOf(visit.out), 1);
  else {
    visit.out = new Map(visit.left);
    move(visit, linesOf(visit.out), -1);
  }
}

function move({ taken, left }: Visit, lines: readonly RedemptionLine[], sign: 1 | -1): void {
  for (const { rewardId, quantity } of lines) {
    for (const counts of [taken, left]) counts.set(rewardId, (counts.get(rewardId) ?? 0) + sign * quantity);
  }
}

function linesOf(counts: Counts): RedemptionLine[] {
  return [...counts].map(([rewardId, quantity]) => ({ rewardId, quantity }));
}

function withoutTaken(handbook: Handbook, taken: Counts): Handbook {
  const rewards = handbook.rewards.map((reward) =>
    reward.stock === undefined
      ? reward
      : { ...reward, stock: Math.max(0, reward.stock - (taken.get(reward.rewardId) ?? 0)) },
  );
  return { ...handbook, rewards };
}

function keyOf(...parts: readonly string[]): string {
  return JSON.stringify(parts);
}
