import type { RuleSet, Text } from 'points-bank';
import { en, enReports, type ReportPack, type WordPack, wordsIn, zhCN, zhCNReports } from 'points-bank/words';

/** The languages of the page. */
export type Locale = 'zh-CN' | 'en';

export type { Text };

/** The same words in both. */
export function text(zh: string, english: string): { readonly [L in Locale]: string } {
  return { 'zh-CN': zh, en: english };
}

/** What the library finds, in the page's words: its packs, with a refusal said without the clause, which has a column of its own. */
const PACKS: { readonly [L in Locale]: WordPack & ReportPack } = {
  'zh-CN': { ...zhCN, ...zhCNReports, refused: ({ said }) => said },
  en: { ...en, ...enReports, refused: ({ said }) => said },
};

let locale: Locale = 'zh-CN';

export function setLocale(to: Locale): void {
  locale = to;
}

export function currentLocale(): Locale {
  return locale;
}

/** A text in the page's language, or else in the first that it has. */
export function t(of: Text): string {
  return wordsIn(of, locale);
}

/** The page's words for what the library finds. */
export function pack(): WordPack & ReportPack {
  return PACKS[locale];
}

/** A clause: in Chinese as the scheme's document writes it, otherwise by its id. */
export function clauseIn({ source }: RuleSet, clause: string): string {
  return (locale === 'zh-CN' ? source?.numbering?.[clause] : undefined) ?? clause;
}

/** A clause, and that it is one: `条款二（三）3（1）`, `条款 7.2`, `clause 7.2`. */
export function clauseNamed(ruleSet: RuleSet, id: string): string {
  const clause = clauseIn(ruleSet, id);
  return filled(words.clause, {
    clause: locale === 'zh-CN' && /^[!-~]/.test(clause) ? ` ${clause}` : clause,
  });
}

/** A number as the page's language writes it, with a tenth where it has one: means do. */
export function number(of: number, digits = 1): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(of);
}

/** A sentence with its numbers put in: `{n}`. */
export function filled(sentence: Text, values: { readonly [name: string]: string | number }): string {
  return t(sentence).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === 'number' ? number(value) : value;
  });
}

/** What the page says. */
export const words = {
  title: text('规则工作台', 'Rules workbench'),
  lead: text(
    '调整规则，查看与文件的差异及影响对象。全部在本机浏览器中计算，数据不会上传。',
    'Change the rules and see how they differ from the text, and what they would change for whom. All of it is computed in this browser; nothing is sent anywhere.',
  ),
  language: text('English', '中文'),
  skip: text('跳到结果', 'Skip to the results'),
  base: text('原规则', 'base'),
  draft: text('改后', 'changed'),
  asTable: text('数据表', 'As a table'),
  from: text('所依办法', 'Start from'),
  inForce: text('现行规则：{title}', 'In force: {title}'),
  home: text('返回服务台', 'Back to the counter'),
  notInForce: text(
    '未能读取现行规则，已用随附的办法。',
    'The rules in force cannot be read; these are the ones that come with the page.',
  ),
  saveDifferences: text('导出差异（CSV）', 'Export the differences (CSV)'),
  open: text('打开规则文件', 'Open a rule set'),
  save: text('导出规则', 'Export the rule set'),
  link: text('复制链接', 'Copy the link'),
  copied: text(
    '链接已复制。链接中只有规则，没有台账。',
    'The link is copied. It holds the rules and no ledger.',
  ),
  notCopied: text(
    '浏览器不允许复制；链接就在地址栏中。',
    'The browser does not let it be copied; the link is in the address bar.',
  ),
  reset: text('全部恢复', 'Restore all'),
  opened: text('已打开 {name}。', '{name} is opened.'),
  notRules: text('{name} 不是规则文件（JSON）。', '{name} is not a rule set (JSON).'),
  notLink: text(
    '链接中的规则无法读取，已用原规则。',
    'The rules in the link cannot be read; these are the base ones.',
  ),
  cannotSave: text(
    '规则有误，改正后才能导出。',
    'The rules are not valid; they can be exported once they are.',
  ),
  sameVersion: text(
    '规则已改，编号、版本或名称仍与原规则相同：请先另定版本和名称，再导出。',
    'The rules are changed and still have the version or the title of the base: give them a version and a title of their own, and export them then.',
  ),
  rules: text('规则', 'The rules'),
  identity: text('名称与版本', 'Name and version'),
  id: text('编号', 'id'),
  version: text('版本', 'version'),
  titleZh: text('中文名称', 'title in Chinese'),
  titleEn: text('英文名称', 'title in English'),
  readings: text('文件未明确之处', 'Where the text is open'),
  readingsLead: text(
    '文件未明确的每一处，都可以选一种解释。标“原”的取字面意思。',
    'Every place where the text does not say can be read in one of these ways. The one marked “text” is the most literal.',
  ),
  noReadings: text('此办法没有未明确之处。', 'This rule set leaves no question open.'),
  literal: text('原', 'text'),
  ownRule: text(
    '改动后的规则自有规定，此处已不再是未明确之处。',
    'The changed rules settle this in a way of their own.',
  ),
  points: text('分值与上限', 'Points and limits'),
  clause: text('条款{clause}', 'clause {clause}'),
  clauseHead: text('条款', 'clause'),
  was: text('原为 {was}', 'was {was}'),
  restore: text('恢复', 'restore'),
  restoreField: text('恢复“{title}”', 'restore “{title}”'),
  asItStands: text('（其他：{value}）', '(another: {value})'),
  none: text('无', 'none'),
  asJson: text('以 JSON 编辑全部规则', 'Edit all of it as JSON'),
  asJsonLead: text(
    '这里可以改到每一处。改完后“采用”，有误之处会按字段列出。',
    'Everything can be changed here. What is wrong once it is applied is listed by field.',
  ),
  jsonText: text('规则（JSON）', 'rule set (JSON)'),
  apply: text('采用', 'Apply'),
  notJson: text('不是 JSON：{why}', 'It is not JSON: {why}'),
  results: text('结果', 'What comes of it'),
  problems: text('规则有误', 'What is wrong'),
  problemsLead: text(
    '共 {n} 处。改正后才能计算影响。',
    '{n} in all. What they would change can be computed once they are right.',
  ),
  deviations: text('与原规则的差异', 'Deviations from the base'),
  deviationsLead: text(
    '共 {n} 处：从严 {stricter}，放宽 {looser}，其他 {other}。',
    '{n} in all: {stricter} stricter, {looser} looser, {other} others.',
  ),
  noDeviations: text(
    '与原规则没有差异。请在“规则”中改动一处。',
    'There is none. Change something in the rules.',
  ),
  stricter: text('从严', 'stricter'),
  looser: text('放宽', 'looser'),
  new: text('新增', 'new'),
  other: text('不同', 'different'),
  part: text('部分', 'part'),
  direction: text('方向', 'direction'),
  loosened: text('宽于街道规定，细则不得如此', 'Looser than a community may have it'),
  loosenedLead: text(
    '以下各处超出了原规则为社区划定的界限。仍可在此比较，但不得作为社区细则。',
    'These are beyond what the base lets a community loosen. They can be tried here, and do not stand as a community’s own rules.',
  ),
  ledger: text('对台账的影响', 'What it changes on a ledger'),
  ledgerLead: text(
    '台账中的每一笔按两套规则各重新判定一次，逐笔比较。',
    'Every entry of the ledger is decided again under both rule sets, and compared.',
  ),
  sample: text('示例台账（虚构 240 人）', 'Sample ledger (240 made-up people)'),
  useSample: text('用示例台账', 'Use the sample'),
  chooseLedger: text('选择台账文件', 'Choose a ledger'),
  dropLedger: text(
    '或把文件拖到这里。每行一个事件（JSON Lines）。',
    'or drop it here: one event on each line (JSON Lines).',
  ),
  notHere: text('只能读取本站的台账地址。', 'A ledger can be read from this site’s own addresses only.'),
  loading: text('正在读取台账……', 'Reading the ledger…'),
  loaded: text(
    '{name}：{accounts} 个账户，{events} 笔，{from} 至 {to}。',
    '{name}: {accounts} accounts, {events} entries, {from} to {to}.',
  ),
  emptyLedger: text('台账中没有可读的账户。', 'There is no account in it that can be read.'),
  badLines: text(
    '{lines} 行无法读取；为免以残缺的历史比较，已略去 {accounts} 个账户。',
    '{lines} lines cannot be read; {accounts} accounts are left out, since a part of a history says nothing.',
  ),
  badLine: text('第 {line} 行：{why}', 'Line {line}: {why}'),
  otherRules: text(
    '台账是按“{ids}”记的，不是按所选的原规则。',
    'The ledger was kept under “{ids}”, not under the base that is chosen.',
  ),
  compare: text('比较', 'Compare'),
  comparing: text('正在比较……', 'Comparing…'),
  stop: text('停止', 'Stop'),
  stopped: text('已停止。', 'Stopped.'),
  nothingChanges: text('这些改动在此台账上不改变任何人。', 'On this ledger nobody is affected.'),
  accounts: text('账户', 'accounts'),
  changed: text('有变动的账户', 'accounts changed'),
  winners: text('积分增加', 'gain'),
  losers: text('积分减少', 'lose'),
  lost: text('不能办理的兑换', 'redemptions lost'),
  assessment: text('考核积分合计', 'assessment, all'),
  outstanding: text('可兑换积分合计', 'points outstanding'),
  change: text('变化', 'change'),
  byRole: text('按类别：人均考核积分', 'By role: mean assessment'),
  byYear: text('按年：考核积分', 'By year: assessment'),
  byItem: text('按计分项：所得积分', 'By item: points earned'),
  byYearSays: text('有变动的年份，全部账户合计。', 'The years that change, over all accounts.'),
  byItemSays: text('有变动的计分项，全部账户合计。', 'The items that change, over all accounts.'),
  byRoleSays: text(
    '各类别账户的考核积分平均值。',
    'The assessment of the accounts of each role, on average.',
  ),
  gains: text('每个账户的考核积分变化', 'Change of the assessment of each account'),
  gainsSays: text(
    '{losers} 个减少，{same} 个不变，{winners} 个增加。',
    '{losers} lose, {same} keep theirs, {winners} gain.',
  ),
  balances: text('每个账户的可兑换积分变化', 'Change of what each account can redeem'),
  balancesSays: text(
    '{losers} 个减少，{same} 个不变，{winners} 个增加。',
    '{losers} have less, {same} the same, {winners} more.',
  ),
  points1: text('积分', 'points'),
  role: text('类别', 'role'),
  year: text('年', 'year'),
  item: text('计分项', 'item'),
  month: text('月', 'month'),
  account: text('账户', 'account'),
  mostWinners: text('增加最多的', 'Who gains most'),
  mostLosers: text('减少最多的', 'Who loses most'),
  all: text('全部有变动的账户（{n} 个）', 'All accounts that change ({n})'),
  saveAccounts: text('导出名单（CSV）', 'Export the list (CSV)'),
  printAccounts: text('打印名单', 'Print the list'),
  assessmentHead: text('考核积分', 'assessment'),
  redeemableHead: text('可兑换积分', 'points to redeem'),
  lostHead: text('不能办理的兑换', 'redemptions lost'),
  why: text('逐笔原因', 'why'),
  entryChange: text('{on} {entry}：{a} → {b}', '{on} {entry}: {a} → {b}'),
  entryRefused: text('{on} {entry}：{a} → {b}。{why}', '{on} {entry}: {a} → {b}. {why}'),
  separator: text('；', '; '),
  refused: text('未能办理', 'refused'),
  redemption: text('兑换', 'redemption'),
  correction: text('更正', 'correction'),
  release: text('退岗', 'post given up'),
  reversal: text('撤销登记', 'reversal'),
  sent: text('转出积分', 'points sent'),
  received: text('转入积分', 'points received'),
  unknown: text('比较不可能知道的', 'What no comparison can know'),
  sensitivity: text('哪些未明确之处对此台账有影响？', 'Which open questions matter on this ledger?'),
  sensitivityLead: text(
    '按改后规则中每一种未选的解释，把台账再算一遍。',
    'The ledger is decided again under every answer that is not chosen in the changed rules.',
  ),
  sensitivityRun: text('逐一计算', 'Try each'),
  sensitivityDone: text(
    '{n} 种其他解释中，{m} 种会有影响。',
    'Of {n} other answers {m} would change something.',
  ),
  question: text('问题', 'question'),
  answer: text('若取', 'if it were'),
  mostPoints: text('至多变动', 'at most'),
  feedbacks: text('年度反馈变动', 'feedbacks changed'),
  simulation: text('模拟一批志愿者', 'A simulated population'),
  simulationLead: text(
    '同一批虚构的志愿者，想做的事相同，分别按两套规则判定。它只说明规则对假定行为的作用，不预言人会怎样做。',
    'The same made-up volunteers mean to do the same, and each rule set decides. It says what the rules do to behaviour that is assumed, and does not know how people behave.',
  ),
  volunteers: text('人数', 'volunteers'),
  years: text('年数', 'years'),
  seed: text('随机种子', 'seed'),
  behaviour: text('行为', 'behaviour'),
  plain: text('通用假定', 'plain'),
  estimated: text('由所选台账估计', 'estimated from the ledger'),
  runs: text('次数', 'runs'),
  prices: text('积分手册', 'The handbook'),
  pricesLead: text(
    '“改后”一列可改价格、停止提供或增加奖励；两套规则各用各的手册。',
    'Change prices, leave rewards out or add some; the changed rules are simulated with the changed handbook.',
  ),
  reward: text('奖励', 'reward'),
  price: text('价格', 'price'),
  newPrice: text('改后价格', 'changed price'),
  offered: text('提供', 'offered'),
  offerReward: text('提供“{title}”', 'offer “{title}”'),
  priceOf: text('“{title}”的改后价格', 'changed price of “{title}”'),
  addReward: text('增加一项奖励', 'Add a reward'),
  newReward: text('新奖励 {n}', 'new reward {n}'),
  newRewardTitle: text('新奖励的名称', 'title of the new reward'),
  perReward: text('各次模拟的变化', 'Over all runs'),
  perRewardSays: text(
    '共模拟 {n} 次，随机种子各不相同；“变化”为各次平均，后两列为最少和最多。',
    '{n} runs with seeds of their own. The change is the mean of all runs; the last columns are the least and the most of them.',
  ),
  given: text('{title}：兑换数量', '{title}: given'),
  asked: text('{title}：申请数量', '{title}: asked for'),
  earned: text('所得积分', 'points earned'),
  atEnd: text('期末可兑换积分', 'points outstanding at the end'),
  leastChange: text('变化最少', 'least change'),
  mostChange: text('变化最多', 'most change'),
  simulate: text('开始模拟', 'Simulate'),
  simulating: text('正在模拟……', 'Simulating…'),
  spread: text('期末考核积分分布', 'Assessment at the end'),
  spreadSays: text(
    '每种类别：最少、中间一半、中位数、最多。',
    'For each role: least, the middle half, the median, largest.',
  ),
  outstandingByMonth: text('月末可兑换积分', 'Points outstanding at the end of each month'),
  outstandingSays: text('全部账户合计。', 'All accounts together.'),
  least: text('最少', 'least'),
  lower: text('下四分位', 'lower quarter'),
  median: text('中位数', 'median'),
  upper: text('上四分位', 'upper quarter'),
  largest: text('最多', 'largest'),
  rulesUsed: text('规则', 'rules'),
  visits: text('兑换次数', 'visits'),
  spent: text('兑换积分', 'points redeemed'),
  lapsed: text('失效积分', 'points lapsed'),
  accepted: text('已办理', 'accepted'),
  refusals: text('未能办理', 'refused'),
  totals: text('合计', 'Totals'),
  simulated: text('模拟结果', 'What was simulated'),
  deviationsTable: text('差异表', 'Table of the deviations'),
  sensitivityTable: text('有影响的未明确之处', 'Questions that matter'),
  figure: text('项目', 'figure'),
  outdated: text('规则已改，以下是改动前的结果。', 'The rules have changed since; this is of before.'),
  percent: text('{n}%', '{n}%'),
};
