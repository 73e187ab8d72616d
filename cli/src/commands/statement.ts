import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { ACCOUNT, FROM, KNOWN_ON, LEDGER, READS_LEDGER, TO } from './options.js';

/** An account's entries over a period, with the balance before and after. */
export const statement: CommandDefinition = {
  name: 'statement',
  summary: text('一个账户的对账单', 'print the statement of an account'),
  arguments: [LEDGER],
  options: [{ ...ACCOUNT, required: true }, FROM, TO, KNOWN_ON, ...READS_LEDGER],
  no: text('台账中没有此账户', 'the ledger has no such account'),
  examples: ['points-bank statement ledger.jsonl --account v1 --from 2023-01-01 --to 2023-12-31'],
  run: async (context) => (await import('../runs/statement.js')).printStatement(context),
};
