import type { CommanderError } from 'commander';
import type { Say } from './locale.js';

/**
 * What is wrong with the arguments, in the user's language. Commander says it in English; its code tells which error it is, and its quotes
 * have what the user gave.
 */
export function usageError({ code, message }: CommanderError, say: Say): string {
  const [first = '', second = ''] = [...message.matchAll(/'([^']*)'/g)].map(([, quoted]) => quoted);
  const english = message.replace(/^error: /, '').split('\n')[0] as string;
  switch (code) {
    case 'commander.unknownOption':
      return say(`没有此选项：${first}${suggested(message, say)}`, english + suggested(message, say));
    case 'commander.unknownCommand':
      return say(`没有此命令：${first}${suggested(message, say)}`, english + suggested(message, say));
    case 'commander.missingArgument':
      return say(`缺少参数：${first}`, english);
    case 'commander.optionMissingArgument':
      return say(`选项缺少内容：${first}`, english);
    case 'commander.missingMandatoryOptionValue':
      return say(`缺少必填的选项：${first}`, english);
    case 'commander.excessArguments':
      return say('参数过多', english);
    case 'commander.invalidArgument': {
      const [, ...after] = english.split('Allowed choices are ');
      const allowed = (after.at(-1) ?? '').replace(/\.$/, '');
      // The option or argument, and the value that was given for it.
      const [of, value] = message.includes("value '") ? [second, first] : [first, second];
      return say(`${value || of} 不可用，${of} 只能填：${allowed.replaceAll(', ', '、')}`, english);
    }
    default:
      return say('命令行有误', english);
  }
}

/** What the user may have meant. */
function suggested(message: string, say: Say): string {
  const [, after] = message.split('(Did you mean ');
  if (after === undefined) return '';
  const meant = after.replace(/^one of /, '').replace(/\?\)$/, '');
  return say(`，是否应为 ${meant.replaceAll(', ', '、')}？`, `; did you mean ${meant}?`);
}
