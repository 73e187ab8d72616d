import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { LEDGER, READS_LEDGER } from './options.js';

/** Which open questions of the rules matter on a ledger. */
export const sensitivity: CommandDefinition = {
  name: 'sensitivity',
  summary: text('哪些解释口径对这本台账有影响', 'show which open questions of the rules matter on a ledger'),
  arguments: [LEDGER],
  options: [
    { flags: '--all', description: text('没有影响的也列出', 'list the answers that change nothing, too') },
    {
      flags: '--on <day>',
      description: text(
        '余额截至哪一日；不填时为各账户最后一笔之日',
        "the day of the balances; that of each account's latest entry where it is left out",
      ),
    },
    ...READS_LEDGER,
  ],
  examples: ['points-bank sensitivity ledger.jsonl'],
  run: async (context) => (await import('../runs/sensitivity.js')).printSensitivity(context),
};
