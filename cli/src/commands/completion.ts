import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';

/** The completions of a shell. */
export const completion: CommandDefinition = {
  name: 'completion',
  summary: text('输出命令行补全脚本', 'print the completions of a shell'),
  arguments: [
    {
      name: 'shell',
      description: text('命令行程序', 'the shell'),
      required: true,
      choices: ['bash', 'zsh', 'fish'],
    },
  ],
  options: [],
  examples: ['source <(points-bank completion bash)'],
  run: async (context) => (await import('../runs/completion.js')).printCompletion(context),
};
