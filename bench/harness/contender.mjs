// One contender in a process of its own: does what its parent asks, one thing at a time.
//   first   makes it ready and runs it once, untimed; answers the checksum of what it made
//   run     runs it once; answers the time it took
//   end     answers the most memory that it ever held
import { contenderOf } from '../works.mjs';

const [work, name] = process.argv.slice(2);
let contender;

const answers = {
  async first() {
    contender = await contenderOf(work, name);
    return { sum: contender.sum(await contender.run()) };
  },
  async run() {
    globalThis.gc();
    const cpu = process.cpuUsage();
    const start = performance.now();
    const made = await contender.run();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    // What was made is still held here, so that the run had to keep it.
    return { wall, cpu: (user + system) / 1000, kept: made === undefined ? 0 : 1 };
  },
  async end() {
    return { peak: process.resourceUsage().maxRSS * 1024 };
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
