import { CHAIN_FAULTS, DEVIATIONS, FINDINGS, LOOSENED } from './ja/checks.js';
import { COMMANDS } from './ja/commands.js';
import { EVENTS } from './ja/events.js';
import { HANDBOOK } from './ja/handbook.js';
import { PARTS } from './ja/parts.js';
import { PROBLEMS, suggestion } from './ja/problems.js';
import { REFUSALS, WARNINGS } from './ja/refusals.js';
import { ANOMALIES, ENTRIES, RECOGNITION } from './ja/reports.js';
import type { WordPack } from './pack.js';
import type { ReportPack } from './report-pack.js';

/** Japanese words for what is decided. */
export const ja: WordPack = {
  locale: 'ja',
  paragraph: (sentences) => sentences.join(''),
  vocabulary: {
    commands: COMMANDS,
    kinds: {
      matter: '案件',
      'report-in': '参加登録',
      claim: '引き受け',
      redemption: '交換',
      correction: '訂正',
      bar: '利用の制限',
      transfer: 'ポイントの移動',
      reversal: '取り消し',
    },
    barred: { recognition: '表彰', redeeming: 'ポイント交換', earning: 'ポイント獲得' },
    figures: {
      assessment: '評価ポイント',
      balance: '交換可能ポイント',
      earned: '獲得ポイント',
      corrected: '訂正の合計',
      redeemed: '交換済みポイント',
    },
    windows: {
      life: () => '口座開設以来',
      year: (year) => `${year}年`,
      'half-year': (year, index) => `${year}年${index === 1 ? '上' : '下'}半期`,
      quarter: (year, index) => `${year}年第${index}四半期`,
      month: (year, index) => `${year}年${index}月`,
      week: (year, index) => `${year}年第${index}週`,
    },
    stretch: (first, last) => `${first}から${last}まで`,
  },
  refused: ({ clause, said }) => `受け付けできません（条項 ${clause}）：${said}`,
  warned: ({ clause, said }) => `ご注意（条項 ${clause}）：${said}`,
  refusals: REFUSALS,
  warnings: WARNINGS,
  events: EVENTS,
};

/** Japanese words for what is reported and checked. */
export const jaReports: ReportPack = {
  locale: 'ja',
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
