// Measures the contenders of one work: each in its own process, all made ready and their checksums compared before anything is
// timed, then rounds to warm up and rounds that count, in each of which every contender runs once, one after the other.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONTENDER = fileURLToPath(new URL('contender.mjs', import.meta.url));
const WORKS = new URL('../works.mjs', import.meta.url).href;

/** Thrown where a contender did not make what the others made: nothing of it is worth timing. */
export class OtherAnswer extends Error {
  name = 'OtherAnswer';
}

/**
 * @param work - the work's name
 * @param contenders - its contenders; the first of each size is what the others of that size are held against
 * @param settings - `warmUps` and `rounds`: how many; `options`: handed to each contender; `registry`: the module that makes them
 * @returns for each contender its checksum, its times in milliseconds, by the wall and by the processor, and the most memory it held
 */
export async function measure(work, contenders, { warmUps, rounds, options = {}, log, registry = WORKS }) {
  const started = [];
  try {
    for (const name of contenders) {
      const child = start(registry, work, name, options);
      started.push(child);
      child.sum = (await child.ask('first')).sum;
      log(`${work}: ${name} is ready`);
      compare(work, started);
    }
    for (let round = -warmUps; round < rounds; round += 1) {
      // Turned by one each round, so that none always follows the same neighbour.
      for (let i = 0; i < started.length; i += 1) {
        const child = started[(i + round + warmUps) % started.length];
        const { wall, cpu } = await child.ask('run');
        if (round >= 0) child.times.push({ wall, cpu });
      }
      log(`${work}: round ${round + warmUps + 1} of ${warmUps + rounds}`);
    }
    for (const child of started) {
      if (isOurs(child.name)) child.profile = (await child.ask('profile')).profile;
      Object.assign(child.memory, await child.ask('end'));
    }
    return started.map(({ name, sum, times, profile, memory: { share, heap, rss } }) => {
      return { name, sum, share, times, heap, rss, ...(profile && { profile }) };
    });
  } finally {
    for (const { process: child } of started) child.kill();
  }
}

/** The size that a contender is run at, if any. */
export function sizeOf(name) {
  return name.split('@')[1] ?? '';
}

/** Whether a contender is the library, of which it matters where the time goes. */
function isOurs(name) {
  return name.split('@')[0] === 'library';
}

/** The newest of them has to have made what the first of its size made. */
function compare(work, started) {
  const newest = started.at(-1);
  const first = started.find(({ name }) => sizeOf(name) === sizeOf(newest.name));
  if (newest.sum === first.sum) return;
  throw new OtherAnswer(`${work}: ${newest.name} made ${newest.sum}, but ${first.name} made ${first.sum}`);
}

function start(registry, work, name, options) {
  const { flags = {}, ...rest } = options;
  const execArgv = ['--expose-gc', '--max-old-space-size=6144', ...(flags[name] ?? [])];
  const env = { ...process.env, NODE_ENV: 'production' };
  const child = fork(CONTENDER, [registry, work, name, JSON.stringify(rest)], { execArgv, env });
  const ask = (asked) =>
    new Promise((resolve, reject) => {
      const died = (code) => reject(new Error(`${work}: ${name} ended with ${code}`));
      child.once('exit', died);
      child.once('message', (answer) => {
        child.off('exit', died);
        if (answer.ok) resolve(answer);
        else reject(new Error(`${work}: ${name}: ${answer.error}`));
      });
      child.send(asked);
    });
  return { name, process: child, ask, times: [], memory: {} };
}
