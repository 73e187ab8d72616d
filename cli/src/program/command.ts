import type { Output } from '../output/output.js';
import type { Exit } from './exit.js';
import type { Given } from './given.js';
import type { Bilingual, Locale, Say } from './locale.js';

/** An option of a command. */
export type Option = {
  /** As it is written: `--from <day>`. */
  readonly flags: string;
  readonly description: Bilingual;
  /** The only values that it takes. */
  readonly choices?: readonly string[];
  /** The value that it has where it is left out. */
  readonly default?: string;
  readonly required?: true;
  /** Whether it can be given several times. */
  readonly repeated?: true;
  /** What a shell completes its value with, where there are no choices. */
  readonly completes?: 'file' | 'rules';
};

/** An argument of a command, by its place. */
export type Argument = {
  readonly name: string;
  readonly description: Bilingual;
  readonly required: boolean;
  /** What a shell completes it with. */
  readonly completes?: 'file' | 'rules';
  readonly choices?: readonly string[];
};

/** What a command runs with. */
export type Context = {
  readonly locale: Locale;
  readonly say: Say;
  readonly out: Output;
  readonly given: Given;
  /** All commands there are, for what is written about them. */
  readonly commands: readonly CommandDefinition[];
};

/** A command as data: its help, its manual and its completions come from here, so that they cannot differ. */
export type CommandDefinition = {
  readonly name: string;
  readonly summary: Bilingual;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** When it ends with 1; absent if it never does. */
  readonly no?: Bilingual;
  readonly examples: readonly string[];
  readonly run: (context: Context) => Promise<Exit>;
};
