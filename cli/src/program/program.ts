import { Command, Option as CommanderOption, Argument as Positional } from 'commander';
import manifest from '../../package.json' with { type: 'json' };
import type { Format } from '../output/format.js';
import type { Argument, CommandDefinition, Option } from './command.js';
import type { Exit } from './exit.js';
import { Given } from './given.js';
import { LOCALES, type Locale, sayIn, text } from './locale.js';

/** What the program is for. */
export const SUMMARY = text('按规则管理志愿服务积分', 'points accounts of volunteers, under rules as data');

/** The option of every command. */
export const LOCALE: Option = {
  flags: '--locale <locale>',
  description: text('语言；不填时按 LANG', 'the language; that of LANG where it is left out'),
  choices: LOCALES,
};

/** What Commander calls the parts of its help. */
const TITLES: { readonly [title: string]: string } = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** The parser of the command line. `ended` is told with what a command ends. */
export function programOf(
  definitions: readonly CommandDefinition[],
  locale: Locale,
  ended: (exit: Exit) => void,
): Command {
  const say = sayIn(locale);
  const program = new Command('points-bank')
    .description(SUMMARY[locale])
    .usage(say('[选项] 命令 [参数]', '[options] <command> [arguments]'))
    .version(manifest.version, '-V, --version', say('显示版本', 'print the version'))
    .helpOption('-h, --help', say('显示帮助', 'print help'))
    .helpCommand('help [command]', say('显示一个命令的帮助', 'print the help of a command'))
    .addOption(commanderOption(LOCALE, locale))
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => say(TITLES[title] ?? title, title),
      subcommandTerm: (command) => command.name(),
      optionDescription: (option) => describedWith(option, locale),
    });
  for (const definition of definitions) {
    const command = commandOf(definition, locale).copyInheritedSettings(program);
    command.action(async () => {
      const given = new Given(command.args, command.opts(), say);
      // What a command needs is loaded when it runs: help and usage errors do without.
      const { Output } = await import('../output/output.js');
      const out = new Output(process.stdout, (given.text('format') ?? 'table') as Format);
      try {
        ended(await definition.run({ locale, say, out, given, commands: definitions }));
      } finally {
        // What was answered before a line that cannot be read is printed all the same.
        await out.end();
      }
    });
    program.addCommand(command);
  }
  return program;
}

function commandOf(definition: CommandDefinition, locale: Locale): Command {
  const { name, summary, arguments: positionals, options, examples } = definition;
  const say = sayIn(locale);
  const command = new Command(name)
    .description(summary[locale])
    .usage([say('[选项]', '[options]'), ...positionals.map(({ name: of }) => `<${of}>`)].join(' '))
    .helpOption('-h, --help', say('显示帮助', 'print help'))
    .addHelpText('after', `\n${say('示例：', 'Examples:')}\n${examples.map((one) => `  ${one}`).join('\n')}`);
  for (const positional of positionals) command.addArgument(positionalOf(positional, locale));
  for (const option of options) command.addOption(commanderOption(option, locale));
  return command;
}

function positionalOf({ name, description, required, choices }: Argument, locale: Locale): Positional {
  const positional = new Positional(required ? `<${name}>` : `[${name}]`, description[locale]);
  return choices === undefined ? positional : positional.choices(choices);
}

function commanderOption(option: Option, locale: Locale): CommanderOption {
  const made = new CommanderOption(option.flags, option.description[locale]);
  if (option.choices !== undefined) made.choices(option.choices);
  if (option.default !== undefined) made.default(option.default);
  if (option.required) made.makeOptionMandatory();
  if (option.repeated) {
    made.argParser((value: string, earlier: readonly string[] | undefined) => [...(earlier ?? []), value]);
  }
  return made;
}

/** An option's description, with what it takes and what it has where it is left out. */
function describedWith(option: CommanderOption, locale: Locale): string {
  const { description, argChoices, defaultValue, mandatory } = option;
  const say = sayIn(locale);
  const notes = [
    ...(mandatory ? [say('必填', 'required')] : []),
    ...(argChoices === undefined
      ? []
      : [say(`可填：${argChoices.join('、')}`, `one of ${argChoices.join(', ')}`)]),
    ...(defaultValue === undefined ? [] : [say(`默认：${defaultValue}`, `default ${defaultValue}`)]),
  ];
  if (notes.length === 0) return description;
  return say(`${description}（${notes.join('；')}）`, `${description} (${notes.join('; ')})`);
}
