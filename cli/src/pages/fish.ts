import type { CommandDefinition, Option } from '../program/command.js';
import type { Locale } from '../program/locale.js';
import { completedWith, nameOf, optionsOf, takesValue } from './parts.js';

/** Completions of fish: commands and options with their descriptions, and the values of both. */
export function fishCompletion(commands: readonly CommandDefinition[], locale: Locale): string {
  const lines = commands.flatMap((command) => [
    `${BEGIN} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary[locale])}`,
    ...command.arguments.map((argument) => `${inside(command)}${valueCompleted(argument)}`),
    ...optionsOf(command).map((option) => `${inside(command)} ${optionOf(option, locale)}`),
  ]);
  return `# fish completion for points-bank\n${lines.join('\n')}\n`;
}

const BEGIN = 'complete -c points-bank';

function inside({ name }: CommandDefinition): string {
  return `${BEGIN} -n '__fish_seen_subcommand_from ${name}'`;
}

function optionOf(option: Option, locale: Locale): string {
  const value = takesValue(option) ? ` -r${valueCompleted(option)}` : '';
  return `-l ${nameOf(option).slice('--'.length)}${value} -d ${quoted(option.description[locale])}`;
}

/** What a value is completed with; files unless it is told not to. */
function valueCompleted(of: Parameters<typeof completedWith>[0]): string {
  const { words, files } = completedWith(of);
  const listed = words.length === 0 ? '' : ` -a ${quoted(words.join(' '))}`;
  return `${files ? ' -F' : ' -f'}${listed}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
