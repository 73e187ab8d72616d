import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { KNOWN_ON, LEDGER, READS_LEDGER } from './options.js';

/** The accounts of a community on a day. */
export const register: CommandDefinition = {
  name: 'register',
  summary: text('全部账户的台账', 'print the register of all accounts on a day'),
  arguments: [LEDGER],
  options: [
    {
      flags: '--on <day>',
      description: text('截至哪一日（年-月-日）', 'the day, YYYY-MM-DD'),
      required: true,
    },
    {
      flags: '--by <part>',
      description: text(
        '只列一部分：按账户、类别、计分项或月份；CSV 不填时按账户',
        'one part alone: by account, role, item or month; CSV is by account where it is left out',
      ),
      choices: ['account', 'role', 'item', 'month'],
    },
    KNOWN_ON,
    ...READS_LEDGER,
  ],
  examples: [
    'points-bank register ledger.jsonl --on 2023-12-31',
    'points-bank register ledger.jsonl --on 2023-12-31 --by month --format csv',
  ],
  run: async (context) => (await import('../runs/register.js')).printRegister(context),
};
