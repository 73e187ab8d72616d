import { type RuleSet, shownPoints } from 'points-bank';
import { compareRuleSets, type PointsComparison, type RuleSetComparison } from 'points-bank/simulation';
import { wordsIn } from 'points-bank/words';
import { historiesOf } from '../input/ledger.js';
import { ruleSetOf, rulesOf, underReadings } from '../input/rules.js';
import { type Cell, figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit, UnusableError } from '../program/exit.js';
import { itemTitle, roleTitle } from './item-title.js';

const PARTS = { account: byAccount, role: byRole, item: byItem, year: byYear } as const;
type Part = keyof typeof PARTS;

/** Decides a ledger under two rule sets and prints who gains and who loses. */
export async function compareLedger(context: Context): Promise<Exit> {
  const { given, out, say } = context;
  const a = rulesOf(context);
  const other = given.text('with');
  const answers = given.texts('withReading');
  if (other === undefined && answers.length === 0) {
    throw new UnusableError(
      say(
        '请用 --with 或 --with-reading 写明与什么对比',
        'say what to compare with: --with or --with-reading',
      ),
    );
  }
  const b = underReadings(other === undefined ? a : ruleSetOf(other, context), answers, context);
  const on = given.day('on');
  const by = (given.text('by') ?? (out.format === 'csv' ? 'account' : undefined)) as Part | undefined;
  const histories = await historiesOf(given.argument(0), context);
  const all = histories.all(say('重算', 'Replaying'));
  const keep = by === 'account' ? { keep: histories.accounts.size } : {};
  const made = compareRuleSets(all, a, b, { ...keep, ...(on && { on }) });
  if (out.format === 'json') await out.json(made);
  else if (by !== undefined) await out.table(PARTS[by](made, a, context));
  else await printAll(made, a, context);
  return EXIT.yes;
}

async function printAll(made: RuleSetComparison, ruleSet: RuleSet, context: Context): Promise<void> {
  const { out, say, locale } = context;
  await out.line(
    say(
      `账户 ${made.accounts} 个，${made.changed} 个有变动：考核积分增加 ${made.winners} 个，减少 ${made.losers} 个；不能再兑换 ${made.lostRedemptions} 次`,
      `Accounts ${made.accounts}, changed ${made.changed}, gaining ${made.winners}, losing ${made.losers}; redemptions lost ${made.lostRedemptions}`,
    ),
  );
  await out.line('');
  await out.table(totals(made, ruleSet, context));
  for (const part of Object.values(PARTS)) {
    const table = part(made, ruleSet, context);
    if (table.rows.length === 0) continue;
    await out.line('');
    await out.table(table);
  }
  await out.line('');
  for (const unknown of made.unknown) await out.line(`* ${wordsIn(unknown, locale)}`);
}

function totals({ totals: sums }: RuleSetComparison, ruleSet: RuleSet, { say }: Context): Table {
  return tableOf(say('合计', 'total'), say, [
    [say('所得', 'earned'), ...pair(sums.earned, ruleSet)],
    [say('考核积分', 'assessment'), ...pair(sums.assessment, ruleSet)],
    [say('未兑换积分', 'outstanding'), ...pair(sums.redeemable, ruleSet)],
  ]);
}

function byAccount({ most }: RuleSetComparison, ruleSet: RuleSet, { say }: Context): Table {
  return tableOf(
    say('账户考核积分', 'assessment of account'),
    say,
    [...most.winners, ...most.losers].map(({ accountId, assessment }) => [
      accountId,
      ...pair(assessment, ruleSet),
    ]),
  );
}

function byRole({ byRole: roles }: RuleSetComparison, ruleSet: RuleSet, { say, locale }: Context): Table {
  return tableOf(
    say('类别考核积分', 'assessment of role'),
    say,
    Object.entries(roles).map(([role, { assessment }]) => [
      wordsIn(roleTitle(role, ruleSet), locale),
      ...pair(assessment, ruleSet),
    ]),
  );
}

function byItem({ byItem: items }: RuleSetComparison, ruleSet: RuleSet, { say, locale }: Context): Table {
  return tableOf(
    say('计分项所得', 'earned by item'),
    say,
    Object.entries(items).map(([item, points]) => [
      wordsIn(itemTitle(item, ruleSet), locale),
      ...pair(points, ruleSet),
    ]),
  );
}

function byYear({ byYear: years }: RuleSetComparison, ruleSet: RuleSet, { say }: Context): Table {
  return tableOf(
    say('年度考核积分', 'assessment of year'),
    say,
    Object.entries(years).map(([year, points]) => [year, ...pair(points, ruleSet)]),
  );
}

function tableOf(title: string, say: Context['say'], rows: Cell[][]): Table {
  const columns = [
    words(title),
    figures(say('现行', 'now')),
    figures(say('改后', 'then')),
    figures(say('增减', 'change')),
  ];
  return { columns, rows };
}

function pair({ a, b }: PointsComparison, ruleSet: RuleSet): number[] {
  return [a, b, b - a].map((points) => shownPoints(points, ruleSet));
}
