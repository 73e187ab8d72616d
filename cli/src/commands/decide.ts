import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { FORMAT, HANDBOOK, INPUT, READING, RULES } from './options.js';

/** Decides commands under rules, for the accounts of a ledger. */
export const decide: CommandDefinition = {
  name: 'decide',
  summary: text('按规则办理登记', 'decide commands under the rules'),
  arguments: [
    {
      name: 'commands',
      description: text(
        '待办理的登记：每行一项，或 CSV；“-”为标准输入',
        'the commands: one a line, or CSV; - is the standard input',
      ),
      required: true,
      completes: 'file',
    },
  ],
  options: [
    {
      flags: '--ledger <file>',
      description: text(
        '此前的台账；不填时尚无账户',
        'the ledger so far; there are no accounts where it is left out',
      ),
      completes: 'file',
    },
    HANDBOOK,
    {
      flags: '--programme <file>',
      description: text('岗位活动清单文件', 'the programme of posts and matters, a JSON file'),
      completes: 'file',
    },
    {
      flags: '--events',
      description: text(
        '只输出事件，可追加到台账；未能办理的在标准错误中说明',
        'print the events alone, to be added to the ledger; refusals go to the standard error',
      ),
    },
    {
      flags: '--seal',
      description: text('给事件加封，接续台账的链', "seal the events, going on from the ledger's chain"),
    },
    RULES,
    READING,
    INPUT,
    FORMAT,
  ],
  no: text('有一项未能办理', 'a command was refused'),
  examples: [
    'points-bank decide commands.jsonl --ledger ledger.jsonl',
    'points-bank decide commands.csv --events --seal > ledger.jsonl',
  ],
  run: async (context) => (await import('../runs/decide.js')).decideCommands(context),
};
