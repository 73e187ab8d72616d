import type { ReportPack } from '../report-pack.js';
import { firstOf } from '../shown.js';

/** What was done to a chain. */
export const CHAIN_FAULTS: ReportPack['chainFaults'] = {
  altered: (at) => `${at}件目は封印されたときと異なり、書き換えられています。`,
  dropped: (at) => `${at}件目がなく、取り除かれています。`,
  inserted: (at) => `${at}件目はこの連なりのものではなく、差し込まれています。`,
  reordered: (at) => `${at}件目から順序が変わっています。`,
  truncated: (at) => `${at}件目から先がなく、末尾が切り取られています。`,
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
    differs: ({ parts }) => `よりどころの規則による結果と異なります：${firstOf(parts, '、')}。`,
  },
};

const KINDS = { stricter: '厳しくなる', looser: '緩くなる', new: '新規', other: '変更' } as const;

/** Differences of a rule set from its base. */
export const DEVIATIONS: ReportPack['deviations'] = {
  sentence: ({ clause, path, was, is, kind }) =>
    `条項 ${clause}、${path}：${was}から${is}へ（${KINDS[kind]}）。`,
  nothing: 'なし',
  titled: (title) => `「${title}」`,
};

/** Where a rule set is looser than its base allows. */
export const LOOSENED: ReportPack['loosened'] = {
  sentence: ({ path, title, clause, how }) =>
    `${path} は「${title}」（条項 ${clause}）より緩くなっています：${how}。`,
  how: {
    'points-per-entry': ({ most }) =>
      most === undefined ? '上限がありません' : `最大${most}ポイントになります`,
    limit: ({ maximum }) => `同じかより長い期間で${maximum}以内でなければなりません`,
    redemption: ({ visits, held }) =>
      `年${held}回に対し、${visits === undefined ? '回数の制限がありません' : `${visits}回交換できます`}`,
  },
};
