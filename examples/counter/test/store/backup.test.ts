import type { BankEvent, Command } from 'points-bank';
import { expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { expectKept, grouped } from './support/agreement.js';
import { bankWith, credit, opening } from './support/bank.js';
import { collect } from './support/collect.js';
import { freshDatabase } from './support/databases.js';
import { seen, seenIn } from './support/seen.js';
import { sharedServer } from './support/shared.js';

it('a record that is exported while clerks enter is what was acknowledged by then, and is restored whole', async () => {
  const place = await freshDatabase(await sharedServer());
  const store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(2) });
  const acknowledged: BankEvent[] = [];
  const enter = async (command: Command) => {
    const { decision } = await store.handle(command);
    if (decision.accepted) acknowledged.push(...decision.events);
  };
  const accounts = Array.from({ length: 12 }, (_, n) => `v${n}`);
  for (const accountId of accounts) await enter(opening(accountId));
  let isOpen = true;
  // The first account is the test's own: whoever enters there as well could be overtaken time and again.
  const clerks = accounts.slice(1).map(async (accountId) => {
    for (let entry = 0; isOpen; entry += 1) await enter(credit(accountId, `matter ${entry}`));
  });
  const by = acknowledged.length + 100;
  while (acknowledged.length < by) await enter(credit('v0', `own ${acknowledged.length}`));

  const before = [...acknowledged];
  const exported = await collect(store.record());
  isOpen = false;
  await Promise.all(clerks);
  expectKept(exported, before);
  // Of no account is anything there without what came before it.
  for (const [accountId, own] of grouped(exported))
    expect((await store.events(accountId)).slice(0, own.length)).toEqual(own);

  const elsewhere = await freshDatabase(await sharedServer());
  const restored = await openStore({ databaseUrl: elsewhere.databaseUrl, bank: bankWith(2) });
  const places = new Map<string, number>();
  for (const event of exported) {
    const { accountId } = event.data;
    expect(await restored.restore(event, places.get(accountId) ?? 0)).toBe(true);
    places.set(accountId, (places.get(accountId) ?? 0) + 1);
  }
  expect(await collect(restored.record())).toEqual(exported);
  expect(await seen(restored.projections)).toEqual(await seen(seenIn(exported)));
  for (const opened of [store, restored]) await opened.close();
  for (const used of [place, elsewhere]) await used.remove();
});
