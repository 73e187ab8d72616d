import { type BankEvent, redeemable } from 'points-bank';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { expectKept, expectSound, grouped, sumOf } from './support/agreement.js';
import { bankWith } from './support/bank.js';
import { type Answer, Clerk, type Order } from './support/clerks.js';
import { freshDatabase } from './support/databases.js';
import { diceOf } from './support/dice.js';
import { load } from './support/load.js';
import { sharedServer } from './support/shared.js';

const ACCOUNTS = 200;
const STOCK = 40;
const AT_ONCE = 8;
const COMMANDS = Number(process.env.STORE_COMMANDS ?? 3000);
/** Of so many commands one goes to both processes at once. */
const TO_BOTH = 20;

describe('two processes at the same accounts at once', () => {
  it(`keep every one of ${COMMANDS} commands that they acknowledge, each once`, async () => {
    const place = await freshDatabase(await sharedServer());
    const work = { databaseUrl: place.databaseUrl, stock: STOCK, atOnce: AT_ONCE };
    const answers: Exclude<Answer, { ready: true }>[] = [];
    const heard = (answer: Exclude<Answer, { ready: true }>) => answers.push(answer);
    const clerks = [await Clerk.start(work, heard), await Clerk.start(work, heard)] as const;
    await Promise.all(clerks.map((clerk) => clerk.opened()));
    const sent = deal(clerks);
    await Promise.all(clerks.map((clerk) => clerk.finish()));

    expect(answers).toHaveLength(sent);
    expect(answers.filter((answer) => 'failed' in answer)).toEqual([]);
    const accepted = answers.flatMap((answer): readonly BankEvent[] =>
      'events' in answer ? answer.events : [],
    );
    const store = await openStore({ databaseUrl: place.databaseUrl, bank: bankWith(STOCK) });
    const stored = await expectSound(store, STOCK);
    expectKept(stored, accepted);
    expect(stored).toHaveLength(accepted.length);
    for (const [accountId, events] of grouped(accepted))
      expect(redeemable(await store.account(accountId)), accountId).toBe(sumOf(events));

    // The load was one: both had work, much was accepted, and every rule that it should meet was met.
    const refused = new Set(answers.flatMap((answer) => ('refused' in answer ? [answer.refused] : [])));
    expect([...refused]).toEqual(expect.arrayContaining(['already-redeemed', 'insufficient-points']));
    expect(answers.filter((answer) => 'events' in answer && answer.events.length === 0)).not.toEqual([]);
    expect(accepted.length).toBeGreaterThan(COMMANDS / 2);
    await store.close();
    await place.remove();
  });
});

/** Deals the commands out, by turns, some to both; how many were sent. */
function deal(clerks: readonly [Clerk, Clerk]): number {
  const commands = load(ACCOUNTS, diceOf(31));
  let sent = 0;
  for (let turn = 0; sent < COMMANDS; turn += 1) {
    const order: Order = { id: turn, command: commands.next().value };
    const to = turn % TO_BOTH === 0 ? clerks : [clerks[turn % 2] as Clerk];
    for (const clerk of to) clerk.send(order);
    sent += to.length;
  }
  return sent;
}
