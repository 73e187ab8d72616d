import { afterChinese } from '../../values/text.js';
import type { ContinuationWords, ReportPack, TransferWords } from '../report-pack.js';
import { firstOf } from '../shown.js';
import { clauseWords } from './clause.js';

/** What was done to a chain. */
export const CHAIN_FAULTS: ReportPack['chainFaults'] = {
  altered: (at) => `第 ${at} 条与封存时不符，已被改动。`,
  dropped: (at) => `第 ${at} 条缺失，已被删去。`,
  inserted: (at) => `第 ${at} 条不属于本链，是插入的。`,
  reordered: (at) => `自第 ${at} 条起次序有变。`,
  truncated: (at) => `自第 ${at} 条起缺失，末尾被截去。`,
};

/** Why an account cannot go on from another one. */
const CONTINUATIONS: ContinuationWords = {
  'never-closed': (account) => `所接续的账户 ${account} 并未注销。`,
  'closed-otherwise': (account, fields) =>
    `所接续的内容与账户 ${account} 的注销记录不符：${firstOf(fields, '、', '等')}。`,
  'another-continues-it': (account) => `账户 ${account} 已由其他账户接续。`,
  'another-member': (account) => `所接续的账户 ${account} 属于他人。`,
};

/** Why points received do not match points sent. */
const TRANSFERS: TransferWords = {
  'never-sent': (transfer, from) => `账户 ${from} 没有转出记录 ${transfer}。`,
  'sent-otherwise': (transfer, from) =>
    `账户 ${from} 的转出记录 ${transfer} 与此不符（转入账户、日期或分值不同）。`,
  'sending-undone': (transfer, from) => `账户 ${from} 的转出记录 ${transfer} 已撤销。`,
};

/** What is found about recorded events. */
export const FINDINGS: ReportPack['findings'] = {
  entry: (at, said) => `第 ${at} 条：${said}`,
  faults: {
    'unknown-rule-set': ({ digest }) => `所依规则（摘要 ${digest}）未提供，无法核验。`,
    'unknown-handbook': ({ version }) => `所依积分手册（版本 ${version}）未提供，无法核验。`,
    unreadable: () => '不是本系统的事件，无法核验。',
    refused: (refusal) => `按所依规则不能办理：${refusal}`,
    repeated: () => '与已有记录相同，重复记了一次。',
    'unfounded-continuation': (because, account, fields) => CONTINUATIONS[because](account, fields),
    'unmatched-transfer': ({ transferId, from, because }) => TRANSFERS[because](transferId, from),
    differs: (fields) => `与按所依规则得出的不同：${firstOf(fields, '、', '等')}。`,
  },
};

const KINDS = { stricter: '从严', looser: '放宽', new: '新增', other: '不同' } as const;

/** Differences of a rule set from its base. */
export const DEVIATIONS: ReportPack['deviations'] = {
  sentence: ({ clause, part, was, is, kind }, titles) =>
    `${clauseWords(clause, titles)}，${part}：原为${afterChinese(was)}，改为${afterChinese(is)}（${KINDS[kind]}）。`,
};

/** Where a rule set is looser than its base allows. */
export const LOOSENED: ReportPack['loosened'] = {
  sentence: ({ part, title, clause, how }, titles) =>
    `${part}宽于“${title}”（${clauseWords(clause, titles)}）：${how}。`,
  how: {
    'points-per-entry': ({ most }) => (most === undefined ? '没有上限' : `可达 ${most} 分`),
    limit: ({ counts, maximum }) =>
      counts === 'deductions'
        ? `在同样或更短的期间内应仍可扣到 ${maximum} 分`
        : `在同样或更长的期间内应不超过 ${maximum}`,
    redemption: ({ visits, held }) =>
      `${visits === undefined ? '每年兑换次数不限' : `每年可兑换 ${visits} 次`}，规定为 ${held} 次`,
  },
  answer: (question, answer) => `“${question}”取“${answer}”`,
  settled: {
    allows: (answers) => `作以下解释则允许：${answers.join('；')}。`,
    'takes-back': (answers) => `作以下解释则不再放宽：${answers.join('；')}。`,
  },
};
