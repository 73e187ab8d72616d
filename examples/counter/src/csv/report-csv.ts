import type { AnnualFeedback } from 'points-bank/reports';
import { wordsIn } from 'points-bank/words';
import type { Messages } from '../language/messages.js';
import type { Locale } from '../language/words.js';
import type { AccountRow } from '../store/account-row.js';
import type { Cell } from './write-csv.js';

/** A register, one line an account: the open ones, then those that were closed, with the day and the reason. */
export async function* registerCsv(
  accounts: AsyncIterable<AccountRow>,
  say: Messages,
  locale: Locale,
): AsyncGenerator<Cell[]> {
  yield [
    say.account,
    say.community,
    say.role,
    say.openedOn,
    say.closedOn,
    say.closingReason,
    say.earned,
    say.corrected,
    say.redeemed,
    say.assessment,
    say.redeemable,
  ];
  for await (const account of accounts)
    yield [
      account.accountId,
      account.communityId,
      wordsIn(account.roleTitle, locale),
      account.openedOn,
      account.closed?.on,
      account.closed && wordsIn(account.closed.title, locale),
      account.earned,
      account.corrected,
      account.redeemed,
      account.assessment,
      account.redeemable,
    ];
}

/** The year's feedback, one line an account, with what goes to whom. */
export async function* feedbackCsv(
  feedbacks: AsyncIterable<AnnualFeedback>,
  say: Messages,
  locale: Locale,
): AsyncGenerator<Cell[]> {
  const joined = (parts: AnnualFeedback['uses']) =>
    parts.map(({ title }) => wordsIn(title, locale)).join('; ');
  yield [
    say.account,
    say.community,
    say.role,
    say.year,
    say.sentOn,
    say.recipients,
    say.uses,
    say.assessment,
    say.mark,
    say.redeemed,
    say.redeemable,
  ];
  for await (const feedback of feedbacks)
    yield [
      feedback.accountId,
      feedback.communityId,
      wordsIn(feedback.roleTitle, locale),
      feedback.year,
      feedback.sentOn,
      joined(feedback.recipients),
      joined(feedback.uses),
      feedback.assessment,
      feedback.mark?.points,
      feedback.redeemed,
      feedback.redeemable,
    ];
}
