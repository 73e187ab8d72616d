import manifest from '../../package.json' with { type: 'json' };
import type { CommandDefinition, Option } from '../program/command.js';
import { type Bilingual, type Locale, type Say, sayIn } from '../program/locale.js';
import { SUMMARY } from '../program/program.js';
import { optionsOf } from './parts.js';

/** The manual page in roff, from the definitions of the commands. */
export function manualPage(commands: readonly CommandDefinition[], locale: Locale): string {
  const say = sayIn(locale);
  const said = (of: Bilingual): string => escaped(of[locale]);
  return [
    `.TH POINTS\\-BANK 1 "" "points\\-bank ${manifest.version}"`,
    // Words of Chinese have no spaces between them to stretch.
    '.ad l',
    `.SH ${say('名称', 'NAME')}`,
    `points\\-bank \\- ${said(SUMMARY)}`,
    `.SH ${say('用法', 'SYNOPSIS')}`,
    '.B points\\-bank',
    escaped(say('[选项] 命令 [参数]', '[options] <command> [arguments]')),
    `.SH ${say('说明', 'DESCRIPTION')}`,
    ...describedFiles(say),
    `.SH ${say('命令', 'COMMANDS')}`,
    ...commands.flatMap((command) => commandSection(command, locale)),
    `.SH ${say('退出码', 'EXIT STATUS')}`,
    ...exitSection(commands, locale),
    `.SH ${say('另见', 'SEE ALSO')}`,
    escaped(say('points-bank 的文档：命令行指南。', "The guide 'The command line' of points-bank.")),
  ].join('\n');
}

function describedFiles(say: Say): string[] {
  const paragraphs = [
    say(
      '台账是文本文件，每行一个事件，以 JSON 书写；也可以是 CSV，各列以字段的路径命名。“-”表示标准输入。',
      'A ledger is a text file with one event to a line, written as JSON; or CSV, whose columns are called by the way to the field. - is the standard input.',
    ),
    say(
      '文件逐行读取；核验、单个账户的对账单和逐笔说明不会把整个文件放进内存。有误的一行以文件名、行号和字段指出。',
      'Files are read line by line; verifying, the statement of one account and explanations do not hold the whole file in memory. A line that is wrong is told with file, line and field.',
    ),
    say(
      '答案写到标准输出，出错信息和进度写到标准错误；标准错误不是终端时不显示进度。',
      'Answers go to the standard output, errors and progress to the standard error; there is no progress where that is no terminal.',
    ),
  ];
  return paragraphs.flatMap((paragraph) => ['.PP', escaped(paragraph)]);
}

function commandSection(command: CommandDefinition, locale: Locale): string[] {
  const say = sayIn(locale);
  const positionals = command.arguments.map(({ name }) => ` <${name}>`).join('');
  return [
    `.SS ${escaped(`points-bank ${command.name}${positionals}`)}`,
    escaped(say(`${command.summary['zh-CN']}。`, sentence(command.summary.en))),
    ...command.arguments.flatMap(({ name, description }) => [
      '.TP',
      `.I ${escaped(name)}`,
      escaped(description[locale]),
    ]),
    ...optionsOf(command).flatMap((option) => optionParagraph(option, locale)),
    '.PP',
    escaped(say('示例：', 'Examples:')),
    '.PP',
    '.nf',
    ...command.examples.map((example) => `.RS 4\n${escaped(example)}\n.RE`),
    '.fi',
  ];
}

function optionParagraph(option: Option, locale: Locale): string[] {
  const say = sayIn(locale);
  const notes = [
    ...(option.required ? [say('必填', 'required')] : []),
    ...(option.choices === undefined
      ? []
      : [say(`可填：${option.choices.join('、')}`, `one of ${option.choices.join(', ')}`)]),
    ...(option.default === undefined ? [] : [say(`默认：${option.default}`, `default ${option.default}`)]),
  ];
  const noted = notes.length === 0 ? '' : say(`（${notes.join('；')}）`, ` (${notes.join('; ')})`);
  return ['.TP', `.B ${escaped(option.flags)}`, escaped(option.description[locale] + noted)];
}

function exitSection(commands: readonly CommandDefinition[], locale: Locale): string[] {
  const say = sayIn(locale);
  const noes = commands.flatMap(({ name, no }) => (no === undefined ? [] : [`${name}: ${no[locale]}`]));
  return [
    '.TP',
    '.B 0',
    say('有了答案，答案是“是”，或没有是与否之分', 'there is an answer, and it is yes, or neither yes nor no'),
    '.TP',
    '.B 1',
    say('答案是“否”：', 'the answer is no:'),
    ...noes.flatMap((one) => ['.br', escaped(one)]),
    '.TP',
    '.B 2',
    say('命令行有误，或文件无法读取', 'the arguments are wrong, or the input cannot be read'),
    '.TP',
    '.B 70',
    say('程序本身有误', 'a fault of the program itself'),
  ];
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** Text as roff takes it: a backslash and a hyphen are commands, and so is a point or an apostrophe that begins a line. */
function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^(?=[.'])/gm, '\\&');
}
