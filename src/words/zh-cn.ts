import type { RedemptionSpan } from '../rules/rule-set.js';
import type { WordPack } from './pack.js';
import type { HandbookWords, ReportPack } from './report-pack.js';
import { CHAIN_FAULTS, DEVIATIONS, FINDINGS, LOOSENED } from './zh-cn/checks.js';
import { clauseWords } from './zh-cn/clause.js';
import { COMMANDS } from './zh-cn/commands.js';
import { EVENTS } from './zh-cn/events.js';
import { PARTS } from './zh-cn/parts.js';
import { PROBLEMS, suggestion } from './zh-cn/problems.js';
import { REFUSALS, WARNINGS } from './zh-cn/refusals.js';
import { ANOMALIES, ENTRIES, RECOGNITION } from './zh-cn/reports.js';

/** Chinese words for what is decided. */
export const zhCN: WordPack = {
  locale: 'zh-CN',
  paragraph: (sentences) => sentences.join(''),
  vocabulary: {
    commands: COMMANDS,
    kinds: {
      matter: '事项',
      'report-in': '报到',
      claim: '认领',
      redemption: '兑换',
      correction: '更正',
      bar: '资格限制',
      transfer: '积分转移',
      reversal: '撤销',
    },
    barred: { recognition: '参加表彰', redeeming: '兑换积分', earning: '获得积分' },
    figures: {
      assessment: '考核积分',
      balance: '可兑换积分',
      earned: '所得积分',
      corrected: '更正合计',
      redeemed: '已兑换积分',
    },
    windows: {
      life: () => '开户以来',
      year: (year) => `${year}年`,
      'half-year': (year, index) => `${year}年${index === 1 ? '上' : '下'}半年`,
      quarter: (year, index) => `${year}年第${index}季度`,
      month: (year, index) => `${year}年${index}月`,
      week: (year, index) => `${year}年第${index}周`,
    },
    stretch: (first, last) => `${first}至${last}`,
  },
  refused: ({ clause, said }, names) => `未能办理（${clauseWords(clause, names)}）：${said}`,
  warned: ({ clause, said }, names) => `提示（${clauseWords(clause, names)}）：${said}`,
  refusals: REFUSALS,
  warnings: WARNINGS,
  events: EVENTS,
};

/** The span of a reward's limit. */
function within(per: RedemptionSpan): string {
  if (typeof per !== 'string') return `任意 ${PARTS.term(per.last, per.of)}内`;
  if (per === 'life') return '合计';
  if (per === 'visit') return PARTS.words.visit;
  return per === 'period' || per === 'account-year' ? `每一${PARTS.words[per]}` : `每${PARTS.words[per]}`;
}

/** A handbook to read. */
export const HANDBOOK: HandbookWords = {
  heading: ({ communityId, version, published }) =>
    `社区“${communityId}”积分手册（${version} 版，自 ${published} 起施行）`,
  reward: ({ kind, title, price, consent, stock, limit }, names) => {
    const parts = [
      kind === 'honour' ? '不需积分' : `每份 ${price} 分`,
      ...(consent === undefined ? [] : [`${consent} 同意`]),
      ...(stock === undefined ? [] : [`共 ${stock} 件`]),
      ...(limit === undefined ? [] : [`每个账户${within(limit.per)} ${limit.quantity} 件`]),
    ];
    return `${names.text(title)}（${PARTS.words[kind]}）：${parts.join('，')}。`;
  },
};

/** Chinese words for what is reported and checked. */
export const zhCNReports: ReportPack = {
  locale: 'zh-CN',
  paragraph: (sentences) => sentences.join(''),
  entries: ENTRIES,
  handbook: HANDBOOK,
  anomalies: ANOMALIES,
  recognition: RECOGNITION,
  chainFaults: CHAIN_FAULTS,
  findings: FINDINGS,
  parts: PARTS,
  deviations: DEVIATIONS,
  loosened: LOOSENED,
  problems: PROBLEMS,
  suggestion,
};
