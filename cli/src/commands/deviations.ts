import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { FORMAT, READING } from './options.js';

/** What a community files with its rules: every difference from the rules that they are derived from. */
export const deviations: CommandDefinition = {
  name: 'deviations',
  summary: text('列出细则与所据规则的不同', 'list how rules differ from those that they are derived from'),
  arguments: [
    {
      name: 'rules',
      description: text(
        '要比较的规则：自带规则的名称，或规则文件',
        'the rules: an id of a shipped rule set, or a JSON file',
      ),
      required: true,
      completes: 'rules',
    },
  ],
  options: [
    {
      flags: '--base <rules>',
      description: text('所据规则', 'the rules that they are derived from'),
      default: 'renfa2022',
      completes: 'rules',
    },
    READING,
    FORMAT,
  ],
  examples: [
    'points-bank deviations rules.json',
    'points-bank deviations renfa2022 --reading carry-over=year-end',
  ],
  run: async (context) => (await import('../runs/deviations.js')).listDeviations(context),
};
