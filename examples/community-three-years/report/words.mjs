import { renfa2022 } from 'points-bank/rule-sets';
import { en, enReports, explain, zhCN, zhCNReports } from 'points-bank/words';

/** The same words in both languages, as the library writes them. */
export function words(zh, en) {
  return { 'zh-CN': zh, en };
}

const CHINESE = { ...zhCN, ...zhCNReports };
const ENGLISH = { ...en, ...enReports };

/** What the library says of an event, a refusal, a warning, an entry or a finding; with the rewards that the account's events name by id. */
export function explained(subject, ruleSet, events = []) {
  const rewards = events.flatMap(({ type, data }) => (type === 'PointsRedeemed' ? data.lines : []));
  return words(
    explain(withCommunities(subject, 'zh-CN'), CHINESE, ruleSet, { rewards }),
    explain(withCommunities(subject, 'en'), ENGLISH, ruleSet, { rewards }),
  );
}

/** The communities of the ledger. The library knows them by their ids alone. */
const COMMUNITIES = { linan: words('临安', 'Linan'), beiyuan: words('北苑', 'Beiyuan') };

/** The same with its communities by their names, wherever in it they are. */
function withCommunities(subject, language) {
  return JSON.parse(JSON.stringify(subject), (field, value) =>
    (field === 'communityId' || field === 'own') && Object.hasOwn(COMMUNITIES, value)
      ? COMMUNITIES[value][language]
      : value,
  );
}

/** Whether a cell is words in both languages. */
export function isWords(cell) {
  return typeof cell === 'object' && 'en' in cell;
}

/** A clause: in Chinese as the document writes it, in English by its number. */
export function clauseWords(clause) {
  return words(renfa2022.source.numbering[clause] ?? clause, clause);
}

/** Several words, one after the other. */
export function list(titles) {
  if (titles.length === 0) return '—';
  return words(titles.map((title) => title['zh-CN']).join('、'), titles.map(({ en }) => en).join(', '));
}

/** A long cell, its paragraphs in both languages: below the row on the console, in its column in the page. */
export function long(paragraphs) {
  return { paragraphs };
}

/** A long cell that the page opens on demand, under what it is about. */
export function onDemand(about, paragraphs) {
  return { about, paragraphs };
}

/** Points with their sign. */
export function signed(points) {
  return points > 0 ? `+${points}` : plain(points);
}

/** A number or a text as it is shown: negative numbers with a minus sign, which is no hyphen. */
export function plain(cell) {
  return typeof cell === 'number' ? String(cell).replace('-', '−') : cell;
}

const YES = words('是', 'yes');
const NO = words('否', 'no');

/** Yes or no. */
export function yesNo(value) {
  return value ? YES : NO;
}

/** What each command does. */
export const COMMANDS = {
  OpenAccount: words('开户', 'open an account'),
  ReportIn: words('报到', 'report in'),
  ClaimPost: words('认领', 'claim a post'),
  ReleasePost: words('退岗', 'give a post up'),
  CreditActivity: words('记分', 'credit a matter'),
  RedeemPoints: words('兑换', 'redeem points'),
  CorrectScore: words('更正', 'correct the score'),
  ReverseEntry: words('撤销', 'undo an entry'),
  CloseAccount: words('注销', 'close an account'),
};

/** What stands for a command that there is not. */
export const NO_COMMAND = words('无此办理事项', 'no such command');

/** What a command does. */
export function named({ type }) {
  return Object.hasOwn(COMMANDS, type) ? COMMANDS[type] : NO_COMMAND;
}

/** The ids of the first scheme's roles and items, in the words and order of its text. */
export const ROLES = {
  'community-party-member': words('社区党员', 'community party member'),
  'in-service-party-member': words('在职党员', 'in-service party member'),
  resident: words('居民志愿者', 'resident volunteer'),
};

export const ITEMS = {
  registration: words('开户与报到', 'registration'),
  claim: words('认领岗位或项目', 'claims'),
  activity: words('活动', 'activities'),
  'co-building': words('共建项目', 'co-building'),
  affairs: words('社区事务', 'community affairs'),
  other: words('其他事项', 'other matters'),
};
