import { bashCompletion } from '../pages/bash.js';
import { fishCompletion } from '../pages/fish.js';
import { zshCompletion } from '../pages/zsh.js';
import type { CommandDefinition, Context } from '../program/command.js';
import { EXIT } from '../program/exit.js';
import { text } from '../program/locale.js';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** The completions of a shell. */
export const completion: CommandDefinition = {
  name: 'completion',
  summary: text('输出命令行补全脚本', 'print the completions of a shell'),
  arguments: [
    {
      name: 'shell',
      description: text('命令行程序', 'the shell'),
      required: true,
      choices: Object.keys(SHELLS),
    },
  ],
  options: [],
  examples: ['source <(points-bank completion bash)'],
  run: printCompletion,
};

async function printCompletion({ given, out, locale, commands }: Context) {
  await out.line(SHELLS[given.argument(0) as keyof typeof SHELLS](commands, locale).trimEnd());
  return EXIT.yes;
}
