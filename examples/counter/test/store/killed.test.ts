import { describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/open-store.js';
import { expectDone, expectKept, expectSound } from './support/agreement.js';
import { bankWith } from './support/bank.js';
import type { Work } from './support/clerks.js';
import { freshFolder } from './support/databases.js';
import { Desk } from './support/desk.js';
import { diceOf } from './support/dice.js';
import { load } from './support/load.js';
import { PostgresServer } from './support/postgres-server.js';
import { emptyDatabase } from './support/shared.js';

const KILLS = Number(process.env.STORE_KILLS ?? 6);
const ACCOUNTS = 40;
const STOCK = 15;
/** A kill comes after at most so many answers. */
const LONGEST = 120;
const SEED = Number(process.env.STORE_SEED ?? 7);

describe(`a process killed ${KILLS} times under load`, () => {
  it('loses and doubles nothing on PostgreSQL, whether it or the server is killed', async () => {
    const server = await PostgresServer.start();
    const dice = diceOf(SEED);
    const desk = new Desk(load(ACCOUNTS, dice));
    const work: Work = { databaseUrl: server.url, stock: STOCK, atOnce: 8 };
    let clerkAlive = false;
    for (let kill = 0; kill < KILLS; kill += 1) {
      if (!clerkAlive) await desk.hire(work);
      await desk.answered(1 + dice(LONGEST));
      // Now and then it is the server; the process lives on and has to find it again.
      clerkAlive = dice(3) === 0;
      if (clerkAlive) {
        await server.kill();
        await server.startAgain();
        await desk.answered(1);
      } else {
        await desk.kill();
      }
      await expectWhole(work, desk, clerkAlive);
    }
    if (clerkAlive) await desk.close();
    await expectWhole(work, desk, false);
    expect(desk.unanswered).toBeGreaterThan(0);
    await server.stop();
  });

  it('loses and doubles nothing on PGlite, where it holds the database itself', async () => {
    const place = await freshFolder(await emptyDatabase());
    const dice = diceOf(SEED + 1);
    const desk = new Desk(load(ACCOUNTS, dice));
    const work: Work = { folder: place.folder, stock: STOCK, atOnce: 8 };
    for (let kill = 0; kill < KILLS; kill += 1) {
      await desk.hire(work);
      await desk.answered(1 + dice(LONGEST));
      await desk.kill();
      await expectWhole(work, desk, false);
    }
    expect(desk.unanswered).toBeGreaterThan(0);
    await place.remove();
  });
});

/** Opened by another process, the store has all that was acknowledged up to now, each once, and what is made of it is right. */
async function expectWhole(work: Work, desk: Desk, atWork: boolean): Promise<void> {
  const acknowledged = [...desk.acknowledged];
  const accepted = [...desk.accepted];
  const { databaseUrl, folder } = work;
  const store = await openStore({ databaseUrl, folder, bank: bankWith(STOCK) });
  try {
    const stored = await expectSound(store, STOCK, atWork);
    expectKept(stored, acknowledged);
    expectDone(stored, accepted);
  } finally {
    await store.close();
  }
}
