import type { Argument, CommandDefinition, Option } from '../program/command.js';
import type { Locale } from '../program/locale.js';
import { completedWith, nameOf, optionsOf, takesValue } from './parts.js';

/** Completions of zsh: commands and options with their descriptions, and the values of both. */
export function zshCompletion(commands: readonly CommandDefinition[], locale: Locale): string {
  const described = commands.map(
    ({ name, summary }) => `    ${quoted(`${name}:${escaped(summary[locale])}`)}`,
  );
  return `#compdef points-bank
# zsh completion for points-bank
_points-bank() {
  local -a commands
  commands=(
${described.join('\n')}
  )
  if ((CURRENT == 2)); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  ((CURRENT--))
  case $command in
${commands.map((command) => commandCase(command, locale)).join('\n')}
    help) _describe command commands ;;
  esac
}
# Found by its name when it is wanted, the file is the function; read with source, it says what the function is for.
if [[ $funcstack[1] == _points-bank ]]; then
  _points-bank "$@"
else
  compdef _points-bank points-bank
fi
`;
}

function commandCase(command: CommandDefinition, locale: Locale): string {
  const specs = [
    ...optionsOf(command).map((option) => optionSpec(option, locale)),
    ...command.arguments.map((argument, i) => `${i + 1}:${argument.name}:${action(argument)}`),
  ];
  return `    ${command.name}) _arguments ${specs.map(quoted).join(' ')} ;;`;
}

function optionSpec(option: Option, locale: Locale): string {
  const many = option.repeated ? '*' : '';
  const described = `${many}${nameOf(option)}[${escaped(option.description[locale])}]`;
  return takesValue(option) ? `${described}:value:${action(option)}` : described;
}

function action(of: Argument | Option): string {
  const { words, files } = completedWith(of);
  if (words.length === 0) return files ? '_files' : ' ';
  const listed = `(${words.join(' ')})`;
  return files ? `{compadd ${words.join(' ')}; _files}` : listed;
}

/** Colons and brackets end a part of what _arguments takes. */
function escaped(text: string): string {
  return text.replace(/[\\:[\]]/g, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
