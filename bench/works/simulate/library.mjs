import { entry } from '../../harness/library.mjs';
import { runOptions } from './run-options.mjs';

const { simulate } = await entry('simulation');

/** Answers how many commands were accepted, sent twice and refused, and how many accounts there are. */
export async function prepare(volunteers) {
  const options = await runOptions(volunteers);
  return () => {
    const { accounts, commands } = simulate(options);
    return { accounts, ...commands };
  };
}
