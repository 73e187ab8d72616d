import { type RuleSet, shownPoints } from 'points-bank';
import { type CommunityRegister, communityRegister, type PointsSummary } from 'points-bank/reports';
import { wordsIn } from 'points-bank/words';
import { allEvents } from '../input/ledger.js';
import { rulesOf } from '../input/rules.js';
import { type Cell, type Column, figures, type Table, words } from '../output/table.js';
import type { Context } from '../program/command.js';
import { EXIT, type Exit } from '../program/exit.js';
import { itemTitle } from './item-title.js';

const PARTS = { account: byAccount, role: byRole, item: byItem, month: byMonth } as const;
type Part = keyof typeof PARTS;

/** Prints the accounts of a ledger on a day, by account, role, item and month. */
export async function printRegister(context: Context): Promise<Exit> {
  const { given, out, say } = context;
  const [on, knownOn, ruleSet] = [given.day('on') as string, given.day('knownOn'), rulesOf(context)];
  const events = await allEvents(given.argument(0), context);
  const made = communityRegister(events, { on, ruleSet, ...(knownOn && { knownOn }) });
  const by = given.text('by') as Part | undefined;
  if (out.format === 'json') await out.json(made);
  else if (by !== undefined || out.format === 'csv') {
    await out.table(PARTS[by ?? 'account'](made, ruleSet, context));
  } else {
    const { accounts, closedAccounts, entries, redeemable, assessment } = made.totals;
    const shown = [redeemable, assessment].map((points) => shownPoints(points, ruleSet));
    await out.line(
      say(
        `截至 ${on}：账户 ${accounts} 个，另有已注销 ${closedAccounts} 个；记分 ${entries} 笔；未兑换积分 ${shown[0]} 分，考核积分 ${shown[1]} 分`,
        `On ${on}: accounts ${accounts}, closed ${closedAccounts}, entries ${entries}, points outstanding ${shown[0]}, assessment ${shown[1]}`,
      ),
    );
    for (const part of Object.values(PARTS)) {
      await out.line('');
      await out.table(part(made, ruleSet, context));
    }
  }
  return EXIT.yes;
}

function byAccount(made: CommunityRegister, ruleSet: RuleSet, { say, locale }: Context): Table {
  return {
    columns: [
      words(say('账户', 'account')),
      words(say('社区', 'community')),
      words(say('类别', 'role')),
      words(say('开户日期', 'opened')),
      words(say('注销日期', 'closed')),
      ...summaryColumns({ say }),
    ],
    rows: [...made.accounts, ...made.closedAccounts].map((account) => [
      account.accountId,
      account.communityId,
      wordsIn(account.roleTitle, locale),
      account.openedOn,
      account.closed?.on,
      ...summaryCells(account, ruleSet),
    ]),
  };
}

function byRole(made: CommunityRegister, ruleSet: RuleSet, { say, locale }: Context): Table {
  return {
    columns: [
      words(say('类别', 'role')),
      figures(say('账户', 'accounts')),
      figures(say('已注销', 'closed')),
      figures(say('笔数', 'entries')),
      ...summaryColumns({ say }),
    ],
    rows: made.byRole.map((role) => [
      wordsIn(role.title, locale),
      role.accounts,
      role.closedAccounts,
      role.entries,
      ...summaryCells(role, ruleSet),
    ]),
  };
}

function byItem(made: CommunityRegister, ruleSet: RuleSet, { say, locale }: Context): Table {
  return {
    columns: [words(say('计分项', 'item')), figures(say('笔数', 'entries')), figures(say('积分', 'points'))],
    rows: made.byItem.map(({ item, roles, entries, points }) => [
      wordsIn(roles[0]?.title ?? itemTitle(item, ruleSet), locale),
      entries,
      shownPoints(points, ruleSet),
    ]),
  };
}

function byMonth(made: CommunityRegister, ruleSet: RuleSet, { say }: Context): Table {
  const shown = (points: number): number => shownPoints(points, ruleSet);
  return {
    columns: [
      words(say('月份', 'month')),
      figures(say('笔数', 'entries')),
      figures(say('所得', 'earned')),
      figures(say('更正', 'corrected')),
      figures(say('兑换', 'redeemed')),
      figures(say('月末未兑换积分', 'outstanding')),
    ],
    rows: made.byMonth.map(({ month, entries, earned, corrected, redeemed, outstanding }) => [
      month,
      entries,
      ...[earned, corrected, redeemed, outstanding].map(shown),
    ]),
  };
}

function summaryColumns({ say }: Pick<Context, 'say'>): Column[] {
  return [
    figures(say('所得', 'earned')),
    figures(say('更正', 'corrected')),
    figures(say('兑换', 'redeemed')),
    figures(say('可兑换积分', 'redeemable')),
    figures(say('考核积分', 'assessment')),
  ];
}

function summaryCells(summary: PointsSummary, ruleSet: RuleSet): Cell[] {
  const { earned, corrected, redeemed, redeemable, assessment } = summary;
  return [earned, corrected, redeemed, redeemable, assessment].map((points) => shownPoints(points, ruleSet));
}
