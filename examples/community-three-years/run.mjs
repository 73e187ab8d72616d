// Three years of a community's register through the library, as a points centre would use it: what was accepted and what was
// refused and why, a statement with explanations, the yearly feedback, the register, anomalies. Prints all of it, and writes the
// same with plots into one page, out/report.html.
import { mkdirSync, writeFileSync } from 'node:fs';
import { defineHandbook } from 'points-bank/define';
import { communityRegister } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';
import { openCentre } from './centre.mjs';
import { check } from './check.mjs';
import { HANDBOOKS } from './handbooks.mjs';
import { readLedger } from './ledger.mjs';
import { progress } from './progress.mjs';
import { sectionText } from './report/console.mjs';
import { page } from './report/html.mjs';
import { drawPlots } from './report/plots.mjs';
import { anomaliesSection } from './report/sections/anomalies.mjs';
import { changesSection, sheetSection } from './report/sections/changes.mjs';
import { acceptedSection, handbooksSection, refusedSection } from './report/sections/entries.mjs';
import { feedbackSection } from './report/sections/feedback.mjs';
import { registerSection } from './report/sections/register.mjs';
import { statementSection } from './report/sections/statement.mjs';
import { summarySection } from './report/sections/summary.mjs';
import { words } from './report/words.mjs';

const OUT = new URL('./out/', import.meta.url);
const LAST_DAY = '2025-12-31';

/** Whose statements are shown, and what there is to see. */
const STATEMENTS = [
  {
    id: 'statement',
    accountId: 'LA-0071',
    period: { from: '2024-01-01', to: '2024-12-31' },
    about: words(
      '其中一次难度较大的认领为何只记 1 分？见说明。',
      'Why did a hard claim score 1 and not 2? The explanation says.',
    ),
  },
  {
    id: 'correction',
    accountId: 'LA-0024',
    period: { from: '2024-06-28', to: '2024-12-31' },
    about: words(
      '积分兑完之后被更正：可兑换积分为负，补足之前不能再兑换。',
      'Corrected after the points were spent: the balance is negative, and nothing is redeemed until it is made up.',
    ),
  },
  {
    id: 'undone',
    accountId: 'LA-0034',
    period: { from: '2023-08-01', to: '2023-08-31' },
    about: words(
      '难度登记有误：原记录、撤销与更正后的记录均在列，合计如同只登记一次。',
      'A slip in the difficulty: the entry, its reversal and the right entry each have a line, and add up to the right one alone.',
    ),
  },
  {
    id: 'returned',
    accountId: 'LA-0052',
    period: { from: '2025-07-01', to: '2025-12-31' },
    about: words(
      '兑换中的一项退回：原记录与撤销均在列。',
      'One reward of a visit came back: the entry and its reversal both have a line.',
    ),
  },
  {
    id: 'continued',
    accountId: 'LA-0085',
    period: { from: '2024-07-01', to: '2024-12-31' },
    about: words(
      '居民入党后的新账户接续原账户 LA-0001：积分、认领和当期兑换一并转来。',
      'A resident joined the party: the new account continues LA-0001, with its points, its claims and its redemption of the half-year.',
    ),
  },
];

const told = progress();
const handbooks = HANDBOOKS.map((handbook) => defineHandbook(handbook));
const centre = openCentre(renfa2022, handbooks);
const entered = enterAll(readLedger());

told.step('reports');
const register = communityRegister(centre.events, { on: LAST_DAY });
const sections = [
  summarySection(register, entered, centre.events, handbooks, renfa2022),
  acceptedSection(entered),
  refusedSection(entered, centre),
  ...STATEMENTS.map((asked) => statementSection(asked, centre, entered)),
  changesSection(centre, register),
  sheetSection(entered, centre),
  feedbackSection(centre.events, 2024),
  registerSection(register),
  anomaliesSection(centre.events),
  handbooksSection(handbooks, centre, entered),
];

told.step('checks');
const checked = check(centre, entered);

told.step('plots');
const title = words('临安社区积分银行三年', 'Three years of the Linan community points bank');
const about = words(
  `${renfa2022.title['zh-CN']}（${renfa2022.source.document}）。数据为虚构。核对：${checked.accounts} 个账户按事件累加所得与对账单期末余额全部一致。`,
  `${renfa2022.title.en}. The data are made up. Checked: the fold of each of ${checked.accounts} accounts equals the closing balance of its statement.`,
);
mkdirSync(OUT, { recursive: true });
writeFileSync(new URL('report.html', OUT), page(title, about, sections, await drawPlots(register)));
told.done();

console.log(`${title['zh-CN']} ${title.en}\n${about['zh-CN']}\n${about.en}\n`);
for (const section of sections) console.log(sectionText(section));
console.log('报告 Report: examples/community-three-years/out/report.html');

/** Every command of the ledger with what was decided. */
function enterAll(lines) {
  return lines.flatMap(({ number, command, sheet }) => {
    told.part('entering', number, lines.length);
    return sheet === undefined ? [entryOf(number, command)] : sheetEntries(number, sheet);
  });
}

function entryOf(number, written) {
  const command = centre.completed(written);
  return { number, command, decision: centre.enter(command) };
}

/** A line that lists many accounts is a command for each. */
function sheetEntries(number, { type, data, accounts }) {
  const commands = accounts.map((accountId) => ({ type, data: { accountId, ...data } }));
  const decisions = centre.enterTogether(commands);
  return commands.map((command, place) => ({ number, command, decision: decisions[place], sheet: true }));
}
