import { checksum } from '../../harness/checksum.mjs';
import { expectFrozen } from '../../harness/frozen.mjs';
import { commands } from './commands.mjs';

const COMMANDS = 200_000;
/** So many decisions are kept at a time: as a host stores the events and lets the decision go. */
const KEPT = 1000;

export default {
  title: 'decide 200,000 commands',
  contenders: [
    'limit',
    'library',
    'library-parsed',
    'typebox',
    'ajv',
    'zod-compiled',
    'zod',
    'valibot',
    'zen',
    'json-rules-engine',
  ],
  own: ['limit', 'library', 'library-parsed'],
  async make({ decider, given = asIs, asynchronous, share = 1 }, { quick }) {
    const { bank, pairs: asked } = await commands(quick ? 50 : 500);
    const pairs = asked.map(([command, account]) => [given(command), account]);
    const decide = await decider(bank);
    const times = Math.round(COMMANDS * share * (quick ? 0.1 : 1));
    const run = asynchronous ? () => slowly(decide, pairs, times) : () => all(decide, pairs, times);
    return {
      share: times / COMMANDS,
      run,
      async sum() {
        const made = [];
        for (const [command, account] of pairs) made.push(await decide(command, account));
        expectFrozen(made);
        return checksum(made);
      },
    };
  },
  targets: [
    {
      what: 'library on parsed commands against the limit',
      most: 1.4,
      of: ({ ratio }) => ratio('library-parsed'),
    },
    { what: 'library on unknown input against the limit', most: 1.9, of: ({ ratio }) => ratio('library') },
    {
      what: 'json-rules-engine against the library',
      least: 100,
      of: ({ against }) => against('json-rules-engine', 'library'),
    },
    { what: 'GoRules Zen against the library', least: 40, of: ({ against }) => against('zen', 'library') },
  ],
};

/** A command as JSON gives it. */
function asIs(command) {
  return command;
}

/** Decides so many commands, one pair after the other and from the beginning again. */
export function all(decide, pairs, times) {
  const made = [];
  for (let i = 0; i < times; i += 1) {
    const [command, account] = pairs[i % pairs.length];
    made[i % KEPT] = decide(command, account);
  }
  return made;
}

async function slowly(decide, pairs, times) {
  const made = [];
  for (let i = 0; i < times; i += 1) {
    const [command, account] = pairs[i % pairs.length];
    made[i % KEPT] = await decide(command, account);
  }
  return made;
}
