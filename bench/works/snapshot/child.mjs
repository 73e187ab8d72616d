// What accounts of a hundred entries take: as JSON, and in memory. In a process of its own, so that nothing else is counted.
import { histories } from '../../data/write.mjs';
import { entry } from '../../harness/library.mjs';

const [accounts] = process.argv.slice(2).map(Number);
const { fold, snapshot } = await entry();
const known = histories('many-accounts');
const bytes = known.map((history) =>
  Buffer.byteLength(JSON.stringify(snapshot(fold(history), history.length))),
);

// Events that were read anew for each account, as from a store, so that no account lives on the text of another's events; and they are
// let go of, so that what an account keeps of them is counted.
const texts = known.map((history) => JSON.stringify(history));
const kept = [];
for (let i = 0; i < 200; i += 1) fold(JSON.parse(texts[i % texts.length]));
globalThis.gc();
const before = process.memoryUsage().heapUsed;
for (let i = 0; i < accounts; i += 1) kept.push(fold(JSON.parse(texts[i % texts.length])));
globalThis.gc();
globalThis.gc();
const heap = (process.memoryUsage().heapUsed - before) / kept.length;
process.send({ bytes: bytes.reduce((sum, one) => sum + one, 0) / bytes.length, heap });
