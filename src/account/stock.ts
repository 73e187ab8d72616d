import { dayNumber } from '../values/calendar.js';
import { addTo, amountIn, type Daily } from '../values/daily.js';
import { undisturbed } from '../values/undisturbed.js';
import { inPlace } from '../values/writable.js';
import type { RedemptionLine } from './commands/command.js';
import { placeOf } from './events/command-of.js';
import type { AccountOpened, BankEvent, EntryReversed } from './events/event.js';
import { type Handbook, requireHandbook } from './handbook.js';
import { requireEvent, requireEvents } from './state/history-error.js';

/** A visit, as far as it was not reversed. */
type Visit = {
  readonly communityId: string;
  readonly on: string;
  /** The number left of each reward. */
  readonly left: Map<string, number>;
};

/** What a chain of reversals takes out of a visit and puts back. */
type Returned = {
  readonly visit: Visit;
  readonly lines: readonly RedemptionLine[];
  isOut: boolean;
};

/** What was taken of a community's rewards, event by event, over all editions of its handbook. */
export type StockLedger = {
  /** Counts an event. Events that take nothing and give nothing back may be left out. */
  readonly count: (event: BankEvent) => void;
  /** The handbook with what is left of its stock, never below 0. */
  readonly leftOf: (handbook: Handbook) => Handbook;
};

/** An empty {@link StockLedger}. The events of each account have to come in their order. */
export function stockLedger(): StockLedger {
  const taken = new Map<string, Daily>();
  /** By account, id and day: of accounts that were merged, two visits may have one id. */
  const visits = new Map<string, Visit>();
  /** By the account, the visit and each reversal of the chain. */
  const returns = new Map<string, Set<Returned>>();

  const take = (visit: Visit, lines: readonly RedemptionLine[], sign: 1 | -1): void => {
    for (const { rewardId, quantity } of lines) {
      const key = keyOf(visit.communityId, rewardId);
      taken.set(key, addTo(taken.get(key) ?? [], dayNumber(visit.on), sign * quantity, inPlace));
      visit.left.set(rewardId, (visit.left.get(rewardId) ?? 0) + sign * quantity);
    }
  };
  const reverse = ({ data }: EntryReversed): void => {
    const { accountId, entry, entryIs, lines, reverses, reversalId } = data;
    const key = keyOf(accountId, entry.id, entry.on);
    const sign = entryIs === 'out' ? -1 : 1;
    let returned: Returned | undefined;
    if (reverses.kind === 'redemption') {
      const visit = visits.get(key);
      if (visit !== undefined) returned = { visit, lines: lines ?? linesOf(visit), isOut: false };
    } else {
      const known = returns.get(keyOf(accountId, entry.id, reverses.id)) ?? [];
      returned = [...known].find(({ isOut }) => isOut === (entryIs === 'back'));
    }
    // What was taken before the first of the events is not counted, and does not come back.
    if (returned === undefined) return;
    take(returned.visit, returned.lines, sign);
    const chain = keyOf(accountId, entry.id, reversalId);
    const chains = returns.get(chain);
    if (chains === undefined) returns.set(chain, new Set([returned]));
    else chains.add(returned);
    returned.isOut = entryIs === 'out';
    if (!returned.isOut) visits.set(key, returned.visit);
  };
  // The visits of accounts that are continued can be reversed there.
  const takeUp = ({ data }: AccountOpened): void => {
    for (const { accountId, handedOn } of data.continues ?? []) {
      for (const { on, redemptionId } of handedOn.visits) {
        const visit = visits.get(keyOf(accountId, redemptionId, on));
        if (visit !== undefined) visits.set(keyOf(data.accountId, redemptionId, on), visit);
      }
    }
  };

  return {
    count(event) {
      if (event.type === 'PointsRedeemed') {
        const { accountId, lines, on, redemptionId } = event.data;
        const visit: Visit = { communityId: placeOf(event.data), on, left: new Map() };
        visits.set(keyOf(accountId, redemptionId, on), visit);
        take(visit, lines, 1);
      } else if (event.type === 'EntryReversed' && event.data.entry.kind === 'redemption') {
        reverse(event);
      } else if (event.type === 'AccountOpened') {
        takeUp(event);
      }
    },
    leftOf: (handbook) =>
      withStock(handbook, ({ rewardId, stockFrom = FIRST_DAY }) => {
        const of = taken.get(keyOf(handbook.communityId, rewardId)) ?? [];
        return amountIn(of, dayNumber(stockFrom), dayNumber(LAST_DAY));
      }),
  };
}

const FIRST_DAY = '1900-01-01';
const LAST_DAY = '9999-12-31';

function keyOf(...names: readonly string[]): string {
  return JSON.stringify(names);
}

function linesOf({ left }: Visit): readonly RedemptionLine[] {
  return [...left].map(([rewardId, quantity]) => ({ rewardId, quantity }));
}

/** The handbook with less of each reward that is counted, and no reward below 0. */
function withStock(handbook: Handbook, taken: (reward: Handbook['rewards'][number]) => number): Handbook {
  const rewards = handbook.rewards.map((reward) =>
    reward.stock === undefined ? reward : { ...reward, stock: Math.max(0, reward.stock - taken(reward)) },
  );
  return { ...handbook, rewards };
}

/**
 * The handbook with the stock that redemptions have left. An account knows nothing of other accounts, so the stock is counted over the
 * community's events: over redemptions from every edition, since a new edition does not put anything on the shelf. A redemption that was
 * reversed, or lines of it, give their stock back.
 *
 * @param handbook - an edition as it was published: a reward's `stock` is the number of all editions together, or of `stockFrom` on
 * @param events - the community's events, those of each account in their order
 * @returns the handbook with the remaining `stock`, never below 0
 * @throws {@link NotAnEditionError} where the handbook is none, {@link HistoryError} where the events are no list of events
 *
 * @example
 * ```ts
 * import { stockAfter } from 'points-bank'
 * import { defineHandbook } from 'points-bank/define'
 *
 * const handbook = defineHandbook({
 *   communityId: 'linan', version: '2023-1', published: '2023-03-01',
 *   rewards: [{ rewardId: 'umbrella', kind: 'goods', title: { 'zh-CN': '雨伞', en: 'Umbrella' }, price: 5, stock: 3 }],
 * })
 * console.log(stockAfter(handbook, []).rewards[0].stock) // → 3
 * ```
 */
export function stockAfter(handbook: Handbook, events: Iterable<BankEvent>): Handbook {
  return undisturbed(() => stockLeft(handbook, events));
}

function stockLeft(handbook: Handbook, events: Iterable<BankEvent>): Handbook {
  requireHandbook(handbook);
  requireEvents(events);
  const ledger = stockLedger();
  for (const event of events) {
    requireEvent(event);
    ledger.count(event);
  }
  return ledger.leftOf(handbook);
}
