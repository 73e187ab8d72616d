import { isDeepStrictEqual } from 'node:util';
import { assessment, foldAccounts, redeemable } from 'points-bank';
import { statement } from 'points-bank/reports';
import { parseCommand } from 'points-bank/schema';

/** What the demo proves in passing; throws where something does not hold. */
export function check({ events, accounts }, entered) {
  const folded = foldAccounts(events);
  if (!isDeepStrictEqual(folded, accounts)) throw new Error('folding all events gives other accounts');
  const span = { from: '2023-01-01', to: '2025-12-31' };
  for (const [accountId, account] of folded) {
    const { closing } = statement(events, { accountId, ...span });
    const expected = { redeemable: redeemable(account), assessment: assessment(account) };
    if (!isDeepStrictEqual(closing, expected)) {
      throw new Error(`${accountId}: statement ${JSON.stringify(closing)}, fold ${JSON.stringify(expected)}`);
    }
  }
  for (const { number, command, decision } of entered) {
    const refused = !decision.accepted && decision.refusal.code === 'invalid-command';
    if (parseCommand(command).ok === refused) throw new Error(`line ${number}: schema and decision differ`);
  }
  return { accounts: folded.size, commands: entered.length };
}
