// One contender in a process of its own: does what its parent asks, one thing at a time.
//   first   makes it ready and runs it once, untimed; answers the checksum of what it made
//   run     runs it once; answers the time that the whole work takes it
//   profile runs it once, and answers where the time goes
//   end     answers the most memory that it ever held
import { profiled } from './profile.mjs';

const [registry, work, name, options] = process.argv.slice(2);
const { contenderOf } = await import(registry);
let contender;
let peakHeap = 0;

const answers = {
  async first() {
    contender = await contenderOf(work, name, JSON.parse(options));
    return { sum: await contender.sum(await contender.run()) };
  },
  async run() {
    globalThis.gc();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const made = await contender.run();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    peakHeap = Math.max(peakHeap, process.memoryUsage().heapUsed);
    const { share = 1 } = contender;
    // What was made is still held here, so that the run had to keep it.
    return { wall: wall / share, cpu: (user + system) / 1000 / share, kept: made === undefined ? 0 : 1 };
  },
  async profile() {
    return { profile: await profiled(() => contender.run()) };
  },
  async end() {
    return { share: contender.share ?? 1, heap: peakHeap, rss: process.resourceUsage().maxRSS * 1024 };
  },
};

process.on('message', async (asked) => {
  try {
    process.send({ ok: true, ...(await answers[asked]()) });
  } catch (error) {
    process.send({ ok: false, error: error.stack ?? String(error) });
  }
  if (asked === 'end') process.disconnect();
});
