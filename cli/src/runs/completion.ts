import { bashCompletion } from '../pages/bash.js';
import { fishCompletion } from '../pages/fish.js';
import { zshCompletion } from '../pages/zsh.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** Prints the completions of a shell. */
export async function printCompletion({ given, out, locale, commands }: Context): Promise<Exit> {
  await out.line(SHELLS[given.argument(0) as keyof typeof SHELLS](commands, locale).trimEnd());
  return EXIT.yes;
}
