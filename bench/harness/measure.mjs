// Measures the contenders of one work: each in its own process, all made ready and their checksums compared before anything is
// timed, then two rounds to warm up and seven that count, in each of which every contender runs once, one after the other.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CONTENDER = fileURLToPath(new URL('contender.mjs', import.meta.url));

/**
 * @param work - the work's name
 * @param names - its contenders; the first is the limit, which all others are held against
 * @returns for each contender its times in milliseconds, by the wall and by the processor, and the most memory it held
 */
export async function measure(work, names, { warmUps, rounds, log }) {
  const started = [];
  try {
    for (const name of names) {
      const child = start(work, name);
      started.push(child);
      log(`${work}: ${name}`);
      child.sum = (await child.ask('first')).sum;
      if (child.sum !== started[0].sum) {
        throw new Error(`${work}: ${name} made ${child.sum}, ${names[0]} made ${started[0].sum}`);
      }
    }
    for (let round = -warmUps; round < rounds; round += 1) {
      // Turned by one each round, so that none always follows the same neighbour.
      for (let i = 0; i < started.length; i += 1) {
        const child = started[(i + round + warmUps) % started.length];
        const { wall, cpu } = await child.ask('run');
        if (round >= 0) child.times.push({ wall, cpu });
      }
    }
    for (const child of started) child.peak = (await child.ask('end')).peak;
    return started.map(({ name, sum, times, peak }) => ({ name, sum, times, peak }));
  } finally {
    for (const { process: child } of started) child.kill();
  }
}

function start(work, name) {
  const child = fork(CONTENDER, [work, name], { execArgv: ['--expose-gc', '--max-old-space-size=6144'] });
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
  return { name, process: child, ask, times: [] };
}
