import { createInterface } from 'node:readline';
import { openStore } from '../../../src/store/open-store.js';
import { bankWith } from '../support/bank.js';
import type { Answer, Order, Work } from '../support/clerks.js';

/*
 * A process of its own that carries out commands, so many at a time, and tells what became of each once the store has answered.
 * First line in: the work. Then a command a line; a line out for each.
 */
const lines = createInterface({ input: process.stdin });
const queue: Order[] = [];
let waiting: (() => void)[] = [];
let ended = false;

const say = (answer: Answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);

async function work({ databaseUrl, folder, stock, atOnce }: Work): Promise<void> {
  const store = await openStore({ databaseUrl, folder, bank: bankWith(stock) });
  say({ ready: true });
  const clerk = async () => {
    for (;;) {
      const order = queue.shift();
      if (order === undefined) {
        if (ended) return;
        await new Promise<void>((more) => waiting.push(more));
        continue;
      }
      try {
        const { decision } = await store.handle(order.command);
        if (decision.accepted) say({ id: order.id, events: decision.events });
        else say({ id: order.id, refused: decision.refusal.code });
      } catch (error) {
        say({ id: order.id, failed: String(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, clerk));
  await store.close();
}

function wake(): void {
  const all = waiting;
  waiting = [];
  for (const more of all) more();
}

let working: Promise<void> | undefined;
lines.on('line', (line) => {
  if (working === undefined) {
    working = work(JSON.parse(line) as Work);
    working.catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      process.exit(1);
    });
    return;
  }
  queue.push(JSON.parse(line) as Order);
  wake();
});
lines.on('close', () => {
  ended = true;
  wake();
});
