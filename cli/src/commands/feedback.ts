import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { ACCOUNT, KNOWN_ON, LEDGER, READS_LEDGER } from './options.js';

/** The yearly feedback of every account, or of one. */
export const feedback: CommandDefinition = {
  name: 'feedback',
  summary: text('年度反馈', "print a year's feedback"),
  arguments: [LEDGER],
  options: [
    { flags: '--year <year>', description: text('年度', 'the year'), required: true },
    ACCOUNT,
    {
      flags: '--sent-on <day>',
      description: text(
        '反馈之日；不填时为规则所定的最后一日',
        'the day it is sent; the last day in time where it is left out',
      ),
    },
    KNOWN_ON,
    ...READS_LEDGER,
  ],
  no: text('所列账户没有该年度的反馈', 'the account has no feedback of that year'),
  examples: [
    'points-bank feedback ledger.jsonl --year 2023',
    'points-bank feedback ledger.jsonl --year 2023 --account v1 --format json',
  ],
  run: async (context) => (await import('../runs/feedback.js')).printFeedback(context),
};
