import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { LEDGER, READS_LEDGER } from './options.js';

/** A ledger under two rule sets: what would change, and for whom. */
export const compare: CommandDefinition = {
  name: 'compare',
  summary: text('按两种规则对比一本台账', 'compare a ledger under two rule sets'),
  arguments: [LEDGER],
  options: [
    {
      flags: '--with <rules>',
      description: text(
        '与之对比的规则；不填时与所依规则相同',
        'the other rules; the same rules where it is left out',
      ),
      completes: 'rules',
    },
    {
      flags: '--with-reading <id=answer>',
      description: text(
        '另一种规则改取的解释口径，可多次填写',
        'another answer for the other rules; can be repeated',
      ),
      repeated: true,
    },
    {
      flags: '--by <part>',
      description: text(
        '只列一部分：按账户、类别、计分项或年度；CSV 不填时按账户',
        'one part alone: by account, role, item or year; CSV is by account where it is left out',
      ),
      choices: ['account', 'role', 'item', 'year'],
    },
    {
      flags: '--on <day>',
      description: text(
        '余额截至哪一日；不填时为各账户最后一笔之日',
        "the day of the balances; that of each account's latest entry where it is left out",
      ),
    },
    ...READS_LEDGER,
  ],
  examples: [
    'points-bank compare ledger.jsonl --with rules.json',
    'points-bank compare ledger.jsonl --with-reading claim-cap-window=calendar-year',
  ],
  run: async (context) => (await import('../runs/compare.js')).compareLedger(context),
};
