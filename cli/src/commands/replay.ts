import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { ACCOUNT, LEDGER, READS_LEDGER } from './options.js';

/** Decides a ledger again under other rules, and lists the entries that come out otherwise. */
export const replay: CommandDefinition = {
  name: 'replay',
  summary: text(
    '按其他规则重算台账，列出结果不同的各笔',
    'decide a ledger again under rules, and list what comes out otherwise',
  ),
  arguments: [LEDGER],
  options: [
    ACCOUNT,
    { flags: '--all', description: text('结果相同的也列出', 'list the entries that come out the same, too') },
    ...READS_LEDGER,
  ],
  no: text('台账中没有此账户', 'the ledger has no such account'),
  examples: [
    'points-bank replay ledger.jsonl --reading claim-cap-window=calendar-year',
    'points-bank replay ledger.jsonl --rules rules.json --account v1',
  ],
  run: async (context) => (await import('../runs/replay.js')).replayLedger(context),
};
