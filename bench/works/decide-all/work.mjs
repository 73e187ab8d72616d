import { checksum } from '../../harness/checksum.mjs';
import { commands } from '../decide/commands.mjs';

const LINES = 200_000;
const SIZES = [40, 10_000];

export default {
  title: 'decide 200,000 lines in batches of 40 and of 10,000',
  contenders: SIZES.flatMap((size) => [`loop@${size}`, `batch@${size}`]),
  own: SIZES.flatMap((size) => [`loop@${size}`, `batch@${size}`]),
  async make({ decided }, { size, quick }) {
    const { bank, pairs } = await commands(quick ? 50 : 500);
    const accounts = new Map(pairs.map(([, account]) => [account.accountId, account]));
    const batches = batchesOf(inTurns(pairs), size);
    const share = quick ? 0.1 : 1;
    const times = (LINES * share) / size;
    return {
      share,
      run() {
        let made;
        for (let i = 0; i < times; i += 1) made = decided(bank, batches[i % batches.length], accounts);
        return made;
      },
      sum() {
        const { decisions, after } = decided(bank, batches[0], accounts);
        return checksum([decisions, [...after.values()]]);
      },
    };
  },
  targets: SIZES.map((size) => ({
    what: `decideAll against a loop of decide and evolve, ${size} lines at a time`,
    most: 1.05,
    of: ({ against }) => against(`batch@${size}`, `loop@${size}`),
  })),
  figures: ({ against }) => [
    {
      what: 'the time of a line, 10,000 at a time against 40 at a time',
      value: against('batch@10000', 'batch@40'),
    },
    {
      what: 'the same of the loop',
      value: against('loop@10000', 'loop@40'),
    },
  ],
};

/** The commands of all accounts by turns, as one activity credits forty people. */
function inTurns(pairs) {
  const of = new Map();
  for (const [command, { accountId }] of pairs) of.set(accountId, [...(of.get(accountId) ?? []), command]);
  const longest = Math.max(...[...of.values()].map((list) => list.length));
  return Array.from({ length: longest }, (_, i) => [...of.values()].flatMap((list) => list[i] ?? [])).flat();
}

function batchesOf(all, size) {
  if (all.length < size) return [Array.from({ length: size }, (_, i) => all[i % all.length])];
  return Array.from({ length: Math.floor(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
}
