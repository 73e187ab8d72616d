import type { CommandDefinition } from '../program/command.js';
import { text } from '../program/locale.js';
import { FORMAT, HANDBOOK, INPUT, LEDGER, READING, RULES } from './options.js';

/** Whether a stored history is whole, and whether the rules lead to every entry of it. */
export const verify: CommandDefinition = {
  name: 'verify',
  summary: text(
    '核验台账：链是否完整，每笔是否出自规则',
    'verify a ledger: its chain, and every decision in it',
  ),
  arguments: [LEDGER],
  options: [
    {
      flags: '--head <hash>',
      description: text(
        '另行保存的链尾摘要；台账应以此结束',
        'the hash, kept elsewhere, with which the chain has to end',
      ),
    },
    {
      flags: RULES.flags,
      description: text(
        '台账所用的规则，可多次填写；自带的规则无须填写',
        'rules under which the ledger was kept; can be repeated, and shipped rule sets are known',
      ),
      repeated: true,
      completes: 'rules',
    },
    READING,
    { ...HANDBOOK, repeated: true },
    INPUT,
    FORMAT,
  ],
  no: text(
    '台账有改动，或有一笔不出自规则',
    'the ledger was changed, or an entry does not follow from the rules',
  ),
  examples: ['points-bank verify ledger.jsonl', 'points-bank verify ledger.jsonl --format json'],
  run: async (context) => (await import('../runs/verify.js')).verifyLedger(context),
};
