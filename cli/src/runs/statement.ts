import { type RuleSet, shownPoints } from 'points-bank';
import { type Statement, statement as statementOf } from 'points-bank/reports';
import { explain, wordsIn } from 'points-bank/words';
import { accountEvents } from '../input/account.js';
import { rulesOf } from '../input/rules.js';
import { figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { packOf } from '../program/pack.js';
import { clauseWords } from './clause.js';
import { noSuchAccount } from './no-account.js';

/** Prints the statement of an account. */
export async function printStatement(context: Context): Promise<Exit> {
  const { given, out, say, locale } = context;
  const accountId = given.text('account') as string;
  const [period, knownOn, ruleSet] = [given.period(), given.day('knownOn'), rulesOf(context)];
  const { events, places } = await accountEvents(given.argument(0), accountId, context);
  const made = statementOf(events, { ...period, accountId, ruleSet, ...(knownOn && { knownOn }) });
  if (made === undefined) return noSuchAccount(accountId, context);
  if (out.format === 'json') await out.json(placed(made, places));
  else {
    if (out.format === 'table') {
      const role = wordsIn(made.roleTitle, locale);
      await out.line(
        say(
          `账户 ${accountId}（${role}），${made.from} 至 ${made.to}`,
          `Account ${accountId} (${role}), ${made.from} to ${made.to}`,
        ),
      );
      await out.line('');
    }
    await out.table(entriesOf(made, ruleSet, context));
  }
  return EXIT.yes;
}

/** The statement with the place of each event in the ledger, where the report knows its place among those of the account. */
function placed(made: Statement, places: readonly number[]): Statement {
  const entries = made.entries.map((entry) => {
    const { event } = entry;
    return event === undefined
      ? entry
      : { ...entry, event: { ...event, index: places[event.index] as number } };
  });
  return { ...made, entries };
}

function entriesOf(made: Statement, ruleSet: RuleSet, { say, locale, out }: Context): Table {
  const shown = (points: number): number => shownPoints(points, ruleSet);
  const balance = (title: string, { redeemable, assessment }: Statement['opening']) => [
    undefined,
    undefined,
    title,
    undefined,
    shown(redeemable),
    shown(assessment),
  ];
  const entries = made.entries.map((entry) => [
    entry.on,
    clauseWords(entry.clause, ruleSet, locale),
    explain(entry, packOf(locale), ruleSet),
    shown(entry.points),
    shown(entry.redeemable),
    shown(entry.assessment),
  ]);
  const columns = [
    words(say('日期', 'date')),
    words(say('条款', 'clause')),
    words(say('摘要', 'entry')),
    figures(say('积分', 'points')),
    figures(say('可兑换积分', 'redeemable')),
    figures(say('考核积分', 'assessment')),
  ];
  // A CSV file has the entries alone, so that its columns can be added up.
  if (out.format === 'csv') return { columns, rows: entries };
  return {
    columns,
    rows: [
      balance(say('期初', 'before'), made.opening),
      ...entries,
      balance(say('期末', 'after'), made.closing),
    ],
  };
}
