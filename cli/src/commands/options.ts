import { FORMS } from '../input/source.js';
import { FORMATS } from '../output/format.js';
import type { Argument, Option } from '../program/command.js';
import { text } from '../program/locale.js';

/** The ledger that most commands read. */
export const LEDGER: Argument = {
  name: 'ledger',
  description: text(
    '台账文件：每行一个事件，或 CSV；“-”为标准输入',
    'the ledger: an event a line, or CSV; - is the standard input',
  ),
  required: true,
  completes: 'file',
};

export const RULES: Option = {
  flags: '--rules <rules>',
  description: text(
    '所依规则：自带规则的名称，或规则文件',
    'the rules: the id of a shipped rule set, or a JSON file',
  ),
  default: 'renfa2022',
  completes: 'rules',
};

export const READING: Option = {
  flags: '--reading <id=answer>',
  description: text(
    '对未明确之处改取另一解释口径，可多次填写',
    'another answer to an open question of the rules; can be repeated',
  ),
  repeated: true,
};

export const FORMAT: Option = {
  flags: '--format <format>',
  description: text('输出形式', 'how to print'),
  choices: FORMATS,
  default: 'table',
};

export const INPUT: Option = {
  flags: '--input <form>',
  description: text(
    '输入文件的形式；不填时按文件名判断',
    'the form of the input; by the name of the file where it is left out',
  ),
  choices: FORMS,
};

export const ACCOUNT: Option = {
  flags: '--account <id>',
  description: text('账户', 'the account'),
};

export const FROM: Option = {
  flags: '--from <day>',
  description: text('期间的首日（年-月-日）', 'the first day, YYYY-MM-DD'),
  required: true,
};

export const TO: Option = {
  flags: '--to <day>',
  description: text('期间的末日（年-月-日）', 'the last day, YYYY-MM-DD'),
  required: true,
};

export const KNOWN_ON: Option = {
  flags: '--known-on <day>',
  description: text('只用截至该日已登记的记录', 'leave out what came on record after this day'),
};

export const HANDBOOK: Option = {
  flags: '--handbook <file>',
  description: text('积分手册文件', 'the handbook of rewards, a JSON file'),
  completes: 'file',
};

/** What a command that reads a ledger under rules takes. */
export const READS_LEDGER: readonly Option[] = [RULES, READING, INPUT, FORMAT];
