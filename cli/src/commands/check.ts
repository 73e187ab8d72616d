import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { FORMAT } from './options.js';

/** Everything that is wrong with rules, a handbook or a programme. */
export const check: CommandDefinition = {
  name: 'check',
  summary: text('检查规则、积分手册或岗位活动清单', 'check rules, a handbook or a programme'),
  arguments: [
    {
      name: 'file',
      description: text('要检查的文件；“-”为标准输入', 'the JSON file; - is the standard input'),
      required: true,
      completes: 'file',
    },
  ],
  options: [
    {
      flags: '--as <kind>',
      description: text('文件的内容：规则、积分手册、岗位活动清单', 'what the file holds'),
      choices: ['rules', 'handbook', 'programme'],
      default: 'rules',
    },
    FORMAT,
  ],
  no: text('查出问题', 'it found problems'),
  examples: ['points-bank check rules.json', 'points-bank check handbook.json --as handbook'],
  run: async (context) => (await import('../runs/check.js')).checkFile(context),
};
