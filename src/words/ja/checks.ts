import type { ContinuationWords, ReportPack, TransferWords } from '../report-pack.js';
import { firstOf } from '../shown.js';

/** What was done to a chain. */
export const CHAIN_FAULTS: ReportPack['chainFaults'] = {
  altered: (at) => `${at}件目は封印されたときと異なり、書き換えられています。`,
  dropped: (at) => `${at}件目がなく、取り除かれています。`,
  inserted: (at) => `${at}件目はこの連なりのものではなく、差し込まれています。`,
  reordered: (at) => `${at}件目から順序が変わっています。`,
  truncated: (at) => `${at}件目から先がなく、末尾が切り取られています。`,
};

/** Why an account cannot go on from another one. */
const CONTINUATIONS: ContinuationWords = {
  'never-closed': (account) => `引き継ぎ元の口座 ${account} は閉じられていません。`,
  'closed-otherwise': (account, fields) =>
    `引き継いだ内容が口座 ${account} を閉じた記録と違います：${firstOf(fields, '、', 'など')}。`,
  'another-continues-it': (account) => `口座 ${account} は別の口座が引き継いでいます。`,
  'another-member': (account) => `引き継ぎ元の口座 ${account} は別の人のものです。`,
};

/** Why points received do not match points sent. */
const TRANSFERS: TransferWords = {
  'never-sent': (transfer, from) => `口座 ${from} に送付 ${transfer} の記録がありません。`,
  'sent-otherwise': (transfer, from) =>
    `口座 ${from} の送付 ${transfer} は、送り先、日付、ポイントのいずれかが違います。`,
  'sending-undone': (transfer, from) => `口座 ${from} の送付 ${transfer} は取り消されています。`,
};

/** What is found about recorded events. */
export const FINDINGS: ReportPack['findings'] = {
  entry: (at, said) => `${at}件目：${said}`,
  faults: {
    'unknown-rule-set': ({ digest }) =>
      `よりどころの規則（ダイジェスト ${digest}）がなく、確かめられません。`,
    'unknown-handbook': ({ version }) => `よりどころの手帳（版 ${version}）がなく、確かめられません。`,
    unreadable: () => 'このライブラリのイベントではなく、確かめられません。',
    refused: (refusal) => `よりどころの規則では受け付けられません：${refusal}`,
    repeated: () => 'すでにある記録と同じもので、二重に記録されています。',
    'unfounded-continuation': (because, account, fields) => CONTINUATIONS[because](account, fields),
    'unmatched-transfer': ({ transferId, from, because }) => TRANSFERS[because](transferId, from),
    differs: (fields) => `よりどころの規則による結果と異なります：${firstOf(fields, '、', 'など')}。`,
  },
};

const KINDS = { stricter: '厳しくなる', looser: '緩くなる', new: '新規', other: '変更' } as const;

/** Differences of a rule set from its base. */
export const DEVIATIONS: ReportPack['deviations'] = {
  sentence: ({ clause, part, was, is, kind }) =>
    `条項 ${clause}、${part}：${was}から${is}へ（${KINDS[kind]}）。`,
};

/** Where a rule set is looser than its base allows. */
export const LOOSENED: ReportPack['loosened'] = {
  sentence: ({ part, title, clause, how }) =>
    `${part}は「${title}」（条項 ${clause}）より緩くなっています：${how}。`,
  how: {
    'points-per-entry': ({ most }) =>
      most === undefined ? '上限がありません' : `最大${most}ポイントになります`,
    limit: ({ counts, maximum }) =>
      counts === 'deductions'
        ? `同じかより短い期間で${maximum}点まで減点できなければなりません`
        : `同じかより長い期間で${maximum}以内でなければなりません`,
    redemption: ({ visits, held }) =>
      `年${held}回に対し、${visits === undefined ? '回数の制限がありません' : `${visits}回交換できます`}`,
  },
  answer: (question, answer) => `「${question}」を「${answer}」とする`,
  settled: {
    allows: (answers) => `次の解釈なら認められます：${answers.join('；')}。`,
    'takes-back': (answers) => `次の解釈なら緩和されません：${answers.join('；')}。`,
  },
};
