import { isDeepStrictEqual } from 'node:util';
import { assessment, foldAccounts, redeemable } from 'points-bank';
import { annualFeedbacks, statement } from 'points-bank/reports';
import { parseCommand } from 'points-bank/schema';
import { SENT } from './report/sections/feedback.mjs';

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
  checkFeedback(events);
  for (const { number, command, decision } of entered) {
    const refused = !decision.accepted && decision.refusal.code === 'invalid-command';
    if (parseCommand(command).ok === refused) throw new Error(`line ${number}: schema and decision differ`);
  }
  return { accounts: folded.size, commands: entered.length };
}

/** What was fed back and its supplement add up to the year, as the statement has it. */
function checkFeedback(events) {
  for (const [year, sentOn] of Object.entries(SENT)) {
    for (const [accountId, sent] of annualFeedbacks(events, Number(year), { sentOn })) {
      const { totals } = statement(events, { accountId, from: sent.from, to: sent.to });
      const whole = sent.earned + sent.corrected + sent.supplement.earned + sent.supplement.corrected;
      if (whole !== totals.earned + totals.corrected) {
        throw new Error(
          `${accountId}: ${year} sent with its supplement is ${whole}, the statement ${JSON.stringify(totals)}`,
        );
      }
    }
  }
}
