import { SHIPPED } from '../input/rules.js';
import type { CommandDefinition, Option } from '../program/command.js';
import { LOCALE } from '../program/program.js';

/** What a value is completed with: words, or files too. */
export type Completed = { readonly words: readonly string[]; readonly files: boolean };

/** An option's name: `--from` of `--from <day>`. */
export function nameOf({ flags }: Option): string {
  return flags.split(' ')[0] as string;
}

/** Whether an option is followed by a value. */
export function takesValue({ flags }: Option): boolean {
  return flags.includes('<');
}

/** The options of a command with those that every command has. */
export function optionsOf({ options }: CommandDefinition): readonly Option[] {
  return [...options, LOCALE];
}

/** What a value is completed with. */
export function completedWith({
  choices,
  completes,
}: {
  readonly choices?: readonly string[];
  readonly completes?: 'file' | 'rules';
}): Completed {
  return {
    words: choices ?? (completes === 'rules' ? Object.keys(SHIPPED) : []),
    files: completes !== undefined,
  };
}
