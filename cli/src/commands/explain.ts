import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { ACCOUNT, FROM, LEDGER, READS_LEDGER, TO } from './options.js';

/** What each entry of a ledger means and which clause it rests on. */
export const explain: CommandDefinition = {
  name: 'explain',
  summary: text('逐笔说明台账中的记录', 'explain the entries of a ledger'),
  arguments: [LEDGER],
  options: [
    ACCOUNT,
    { flags: FROM.flags, description: FROM.description },
    { flags: TO.flags, description: TO.description },
    ...READS_LEDGER,
  ],
  no: text('台账中没有此账户', 'the ledger has no such account'),
  examples: [
    'points-bank explain ledger.jsonl --account v1',
    'points-bank explain ledger.jsonl --locale zh | less',
  ],
  run: async (context) => (await import('../runs/explain.js')).explainEntries(context),
};
