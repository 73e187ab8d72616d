import { type BankEvent, type Command, fold, redeemable } from 'points-bank';
import { expect } from 'vitest';
import type { CounterStore } from '../../../src/store/counter-store.js';
import { canonical } from './canonical.js';
import { collect } from './collect.js';
import { seen, seenIn } from './seen.js';

/** What makes an event the only one of its kind: two of the same would be one that happened twice. */
export function nameOf(event: BankEvent): string {
  const { type, data } = event;
  const key = 'matterId' in data ? data.matterId : 'redemptionId' in data ? data.redemptionId : '';
  return JSON.stringify([type, data.accountId, key]);
}

/** The name of what a command asks for. */
function nameAsked({ type, data }: Command): string {
  if (type === 'CreditActivity') return JSON.stringify(['ActivityCredited', data.accountId, data.matterId]);
  if (type === 'RedeemPoints') return JSON.stringify(['PointsRedeemed', data.accountId, data.redemptionId]);
  return JSON.stringify(['AccountOpened', data.accountId, '']);
}

/**
 * What has to hold of a store whatever happened to it: each event is there once, no half has two redemptions of an account, no more
 * was given out than there was, the balances are the sums of the entries, and what the lists have is what a rebuild makes and what the
 * library makes of the events. While somebody is still at work the lists move on between two looks, so those are not compared.
 */
export async function expectSound(
  store: CounterStore,
  stock: number,
  atWork = false,
): Promise<readonly BankEvent[]> {
  const events = (await collect(store.all())).map(({ event }) => event);
  expect(repeated(events.map(nameOf))).toEqual([]);
  const visits = events.filter((event) => event.type === 'PointsRedeemed');
  expect(repeated(visits.map(({ data }) => JSON.stringify([data.accountId, data.period])))).toEqual([]);
  const rice = visits.flatMap(({ data }) => data.lines).filter(({ rewardId }) => rewardId === 'rice');
  expect(rice.reduce((sum, { quantity }) => sum + quantity, 0)).toBeLessThanOrEqual(stock);

  for (const [accountId, own] of grouped(events)) expect(redeemable(fold(own)), accountId).toBe(sumOf(own));

  if (atWork) return events;
  const days = [...new Set(events.map(({ data }) => data.on))].sort();
  const some = days.filter((_, i) => i % Math.ceil(days.length / 3) === 0);
  const kept = await seen(store.projections, some);
  await store.projections.rebuild();
  expect(await seen(store.projections, some)).toEqual(kept);
  expect(kept).toEqual(await seen(seenIn(events), some));
  return events;
}

/** The events that were acknowledged are in the store as they were told, and each once. */
export function expectKept(stored: readonly BankEvent[], acknowledged: Iterable<BankEvent>): void {
  const kept = new Map(stored.map((event) => [nameOf(event), canonical(event)]));
  const told = [...acknowledged];
  expect(repeated(told.map(nameOf)), 'acknowledged as new twice').toEqual([]);
  const lost = told.filter((event) => kept.get(nameOf(event)) !== canonical(event));
  expect(lost.map(nameOf), 'acknowledged and lost').toEqual([]);
}

/** What commands that were said to be accepted ask for is in the store. */
export function expectDone(stored: readonly BankEvent[], accepted: readonly Command[]): void {
  const kept = new Set(stored.map(nameOf));
  const missing = accepted.map(nameAsked).filter((name) => !kept.has(name));
  expect(missing, 'accepted and missing').toEqual([]);
}

/** Points as a clerk adds them up on paper, without the library. */
export function sumOf(events: readonly BankEvent[]): number {
  return events.reduce((sum, event) => {
    if (event.type === 'PointsRedeemed') return sum - event.data.deducted;
    return 'points' in event.data ? sum + event.data.points : sum;
  }, 0);
}

export function grouped(events: Iterable<BankEvent>): Map<string, BankEvent[]> {
  const byAccount = new Map<string, BankEvent[]>();
  for (const event of events) {
    const own = byAccount.get(event.data.accountId) ?? [];
    own.push(event);
    byAccount.set(event.data.accountId, own);
  }
  return byAccount;
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}
