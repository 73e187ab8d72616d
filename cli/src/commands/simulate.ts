import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { FORMAT, FROM, HANDBOOK, INPUT, READING, RULES, TO } from './options.js';

/** What a population would do under the rules. */
export const simulate: CommandDefinition = {
  name: 'simulate',
  summary: text('按规则模拟一批志愿者', 'simulate volunteers under the rules'),
  arguments: [],
  options: [
    FROM,
    TO,
    {
      flags: '--volunteers <number>',
      description: text('志愿者人数；不填时 1000 人', 'how many volunteers; 1,000 where it is left out'),
    },
    {
      flags: '--population <file>',
      description: text('志愿者行为的参数文件', 'how they behave, a JSON file'),
      completes: 'file',
    },
    {
      flags: '--like <ledger>',
      description: text('按此台账估计志愿者的行为', 'have them behave as those of this ledger do'),
      completes: 'file',
    },
    {
      flags: '--seed <number>',
      description: text('随机种子；相同的种子结果相同', 'the seed: the same seed gives the same results'),
      default: '1',
    },
    HANDBOOK,
    {
      flags: '--events',
      description: text('输出模拟出的台账，而不是汇总', 'print the ledger of the run and not its results'),
    },
    { flags: '--seal', description: text('给模拟出的事件加封', 'seal the events') },
    RULES,
    READING,
    INPUT,
    FORMAT,
  ],
  examples: [
    'points-bank simulate --from 2023-01-01 --to 2025-12-31 --volunteers 300',
    'points-bank simulate --from 2023-01-01 --to 2023-12-31 --volunteers 3 --events --seal > ledger.jsonl',
  ],
  run: async (context) => (await import('../runs/simulate.js')).simulateRun(context),
};
