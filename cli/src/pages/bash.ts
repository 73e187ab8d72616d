import type { CommandDefinition } from '../program/command.js';
import { completedWith, nameOf, optionsOf, takesValue } from './parts.js';

/** Completions of bash: commands, options, and the values of both. */
export function bashCompletion(commands: readonly CommandDefinition[]): string {
  const names = [...commands.map(({ name }) => name), 'help'].join(' ');
  return `# bash completion for points-bank
_points_bank() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]}
  COMPREPLY=()
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${names} --help --version --locale' -- "$current"))
    return
  fi
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ $current == -* ]]; then
    case $command in
${commands.map(optionCase).join('\n')}
    esac
    return
  fi
  case $command in
${commands.map(argumentCase).join('\n')}
  help) COMPREPLY=($(compgen -W '${names}' -- "$current")) ;;
  esac
}
complete -F _points_bank points-bank
`;
}

/** What follows an option. */
function valueCases(command: CommandDefinition): string[] {
  return optionsOf(command)
    .filter(takesValue)
    .map((option) => `  '${command.name} ${nameOf(option)}') ${reply(option)} return ;;`);
}

function optionCase(command: CommandDefinition): string {
  const names = [...optionsOf(command).map(nameOf), '--help'].join(' ');
  return `    ${command.name}) COMPREPLY=($(compgen -W '${names}' -- "$current")) ;;`;
}

function argumentCase({ name, arguments: [argument] }: CommandDefinition): string {
  return `  ${name}) ${argument === undefined ? ':;' : reply(argument)} ;;`;
}

function reply(of: Parameters<typeof completedWith>[0]): string {
  const { words, files } = completedWith(of);
  const parts = [...(words.length > 0 ? [`-W '${words.join(' ')}'`] : []), ...(files ? ['-f'] : [])];
  return parts.length === 0 ? ':;' : `COMPREPLY=($(compgen ${parts.join(' ')} -- "$current"));`;
}
