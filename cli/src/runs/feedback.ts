import { type RuleSet, shownPoints } from 'points-bank';
import { type AnnualFeedback, annualFeedbacks } from 'points-bank/reports';
import { wordsIn } from 'points-bank/words';
import { allEvents } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';

/** Prints the feedback of a year, an account a line. */
export async function printFeedback(context: Context): Promise<Exit> {
  const { given, out, say } = context;
  const year = given.whole('year', 1900, 9999) as number;
  const [sentOn, knownOn, ruleSet] = [given.day('sentOn'), given.day('knownOn'), rulesOf(context)];
  const accountId = given.text('account');
  // A mark may be in proportion to the highest of all accounts, so those of the others are made too.
  const events = await allEvents(given.argument(0), context);
  const all = annualFeedbacks(events, year, {
    ruleSet,
    ...(sentOn && { sentOn }),
    ...(knownOn && { knownOn }),
  });
  const made = [...all.values()].filter((one) => accountId === undefined || one.accountId === accountId);
  if (accountId !== undefined && made.length === 0) {
    process.stderr.write(
      say(
        `账户 ${accountId} 没有 ${year} 年度的反馈。\n`,
        `Account ${accountId} has no feedback of ${year}.\n`,
      ),
    );
    return EXIT.no;
  }
  if (out.format === 'json') for (const one of made) await out.json(one);
  else {
    const [first] = made;
    if (out.format === 'table' && first !== undefined) {
      await out.line(
        say(
          `${year} 年度反馈，${first.sentOn} 反馈，应不迟于 ${first.dueOn}（含当日）`,
          `Feedback of ${year}, sent on ${first.sentOn}, due by ${first.dueOn}`,
        ),
      );
      await out.line('');
    }
    await out.table(tableOf(made, ruleSet, context));
  }
  return EXIT.yes;
}

function tableOf(made: readonly AnnualFeedback[], ruleSet: RuleSet, { say, locale }: Context): Table {
  const shown = (points: number): number => shownPoints(points, ruleSet);
  return {
    columns: [
      words(say('账户', 'account')),
      words(say('类别', 'role')),
      figures(say('所得', 'earned')),
      figures(say('更正', 'corrected')),
      figures(say('兑换', 'redeemed')),
      figures(say('考核积分', 'assessment')),
      figures(say('年度得分', 'mark')),
      figures(say('满分', 'out of')),
      figures(say('可兑换积分', 'redeemable')),
      figures(say('补充反馈', 'supplement')),
      words(say('反馈对象', 'recipients')),
    ],
    rows: made.map((one) => [
      one.accountId,
      wordsIn(one.roleTitle, locale),
      ...[one.earned, one.corrected, one.redeemed, one.assessment].map(shown),
      one.mark && shown(one.mark.points),
      one.mark && shown(one.mark.outOf),
      shown(one.redeemable),
      shown(one.supplement.assessment),
      one.recipients.map(({ title }) => wordsIn(title, locale)).join(say('、', ', ')),
    ]),
  };
}
