import { filing } from 'points-bank';
import { findAnomalies } from 'points-bank/reports';
import { words } from '../words.mjs';

/** What the three years came to, before anything in detail. */
export function summarySection(register, entered, events, handbooks, ruleSet) {
  const { on, totals } = register;
  const all = totals.accounts + totals.closedAccounts;
  const refused = entered.filter(({ decision }) => !decision.accepted).length;
  const findings = findAnomalies(events).length;
  const overdrawn = register.accounts.filter(({ redeemable }) => redeemable < 0).length;
  const late = handbooks.filter((handbook) => !filing(handbook, ruleSet).inTime).length;
  const rows = [
    [words('在用账户', 'open accounts'), totals.accounts],
    [words('已注销账户', 'closed accounts'), totals.closedAccounts],
    [words('办理笔数', 'commands entered'), entered.length],
    [words('未能办理', 'of them refused'), refused],
    [words('积分记录', 'entries in force'), totals.entries],
    [words('所得积分', 'points earned'), totals.earned],
    [words('已兑换积分', 'points redeemed'), totals.redeemed],
    [words('未兑换积分', 'points outstanding'), totals.redeemable],
    [words('值得核实的情况', 'findings to follow up'), findings],
  ];
  return {
    id: 'summary',
    title: words('概要', 'In short'),
    about: words(
      `截至 ${on}：${all} 个账户共获得 ${totals.earned} 分，已兑换 ${totals.redeemed} 分，尚有 ${totals.redeemable} 分未兑换。共办理 ${entered.length} 笔，其中 ${refused} 笔未能办理，原因逐项列出。需街道党群办关注：${findings} 项情况值得核实，${overdrawn} 个账户可兑换积分为负，${late} 份积分手册逾期备案。`,
      `On ${on}: ${all} accounts earned ${totals.earned} points, redeemed ${totals.redeemed}, and hold ${totals.redeemable}. Of ${entered.length} commands, ${refused} were refused, for reasons that are listed. For the Party affairs office: ${counted(findings, 'finding')} to follow up, ${counted(overdrawn, 'account')} with a negative balance, ${counted(late, 'handbook')} filed late.`,
    ),
    plots: ['points', 'balances', 'outstanding'],
    tables: [
      {
        title: words('主要数字', 'The main figures'),
        columns: [
          { title: words('项目', 'what'), roomy: true },
          { title: words('数量', 'how much'), number: true },
        ],
        rows,
      },
    ],
  };
}

const counted = (many, thing) => `${many} ${thing}${many === 1 ? '' : 's'}`;
