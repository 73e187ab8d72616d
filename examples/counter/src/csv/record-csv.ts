import { assessment, type BankEvent, evolve, initialAccount, type RuleSet, redeemable } from 'points-bank';
import { explain, wordsIn } from 'points-bank/words';
import type { Messages } from '../language/messages.js';
import { type Bilingual, clauseIn, type Locale, text, WORDS } from '../language/words.js';
import { rewardsIn } from '../pages/parts.js';
import type { Cell } from './write-csv.js';

/** What each event is called in a table. */
const KINDS: Readonly<Record<BankEvent['type'], Bilingual>> = {
  AccountOpened: text('开户', 'Account opened'),
  PostClaimed: text('认领', 'Claim'),
  ActivityCredited: text('记分', 'Credit'),
  PointsRedeemed: text('兑换', 'Redemption'),
  ScoreCorrected: text('更正', 'Correction'),
  PostReleased: text('退岗', 'Post given up'),
  EntryReversed: text('撤销', 'Undone'),
  EntryVerified: text('核定', 'Verification'),
  AccountClosed: text('注销', 'Account closed'),
  PointsSent: text('积分转出', 'Points sent'),
  PointsReceived: text('积分转入', 'Points received'),
  AccountBarred: text('限制资格', 'Bar'),
};

/** The whole record to read, event by event as each account has them: what was undone and what undid it, and who entered it. */
export async function* recordCsv(
  accounts: AsyncIterable<{ readonly events: readonly BankEvent[] }>,
  ruleSet: RuleSet,
  say: Messages,
  locale: Locale,
): AsyncGenerator<Cell[]> {
  const head = [say.account, say.day, say.recordedDay, say.kindOfEntry, say.clause];
  const figures = [say.redeemableChange, say.assessmentChange, say.redeemable, say.assessment];
  yield [...head, ...figures, say.office, say.recorder, say.inWords];
  for await (const { events } of accounts) {
    const rewards = rewardsIn(events);
    let account = initialAccount as ReturnType<typeof evolve>;
    let before: readonly [number, number] = [0, 0];
    for (const event of events) {
      account = evolve(account, event);
      const after =
        account.status === 'unopened' ? before : ([redeemable(account), assessment(account)] as const);
      const { accountId, on, recordedOn, by, clause } = event.data;
      const office = ruleSet.offices[by.office];
      yield [
        accountId,
        on,
        recordedOn,
        KINDS[event.type][locale],
        clauseIn(locale, ruleSet, clause),
        after[0] - before[0],
        after[1] - before[1],
        ...after,
        office === undefined ? by.office : wordsIn(office.title, locale),
        enteredBy(event),
        explain(event, WORDS[locale], ruleSet, rewards),
      ];
      before = after;
    }
  }
}

function enteredBy({ metadata }: BankEvent): string {
  const name = metadata?.enteredBy;
  return typeof name === 'string' ? name : '';
}
