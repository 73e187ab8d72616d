import type { BankEvent, RuleSet } from 'points-bank';
import type { Statement } from 'points-bank/reports';
import { explain } from 'points-bank/words';
import type { Messages } from '../language/messages.js';
import { clauseIn, type Locale, WORDS } from '../language/words.js';
import type { Cell } from './write-csv.js';

/** A statement line by line, with the reason of each score. */
export function statementCsv(
  { accountId, from, to, opening, entries, closing }: Statement,
  events: readonly BankEvent[],
  say: Messages,
  locale: Locale,
  ruleSet: RuleSet,
): Cell[][] {
  const why = (index: number | undefined) => {
    const event = index === undefined ? undefined : events[index];
    return event === undefined ? '' : explain(event, WORDS[locale], ruleSet);
  };
  return [
    [say.account, say.day, say.item, say.clause, say.points, say.redeemable, say.assessment, say.why],
    [accountId, from, say.openingBalance, '', undefined, opening.redeemable, opening.assessment, ''],
    ...entries.map((entry) => [
      accountId,
      entry.on,
      explain(entry, WORDS[locale]),
      clauseIn(locale, ruleSet, entry.clause),
      entry.points,
      entry.redeemable,
      entry.assessment,
      why(entry.event?.index),
    ]),
    [accountId, to, say.closingBalance, '', undefined, closing.redeemable, closing.assessment, ''],
  ];
}
