import { CHAIN_FAULTS, DEVIATIONS, FINDINGS, LOOSENED } from './ja/checks.js';
import { EVENTS } from './ja/events.js';
import { PROBLEMS } from './ja/problems.js';
import { REFUSALS, WARNINGS } from './ja/refusals.js';
import { ANOMALIES, ENTRIES, RECOGNITION } from './ja/reports.js';
import type { WordPack } from './pack.js';
import type { ReportPack } from './report-pack.js';

/** Japanese words for what is decided. */
export const ja: WordPack = {
  locale: 'ja',
  paragraph: (sentences) => sentences.join(''),
  vocabulary: {
    offices: { community: '地域の窓口', street: '上級の事務局' },
    commands: {
      OpenAccount: '口座開設',
      ReportIn: '参加登録',
      ClaimPost: '担当の引き受け',
      CreditActivity: '活動のポイント登録',
      RedeemPoints: 'ポイント交換',
      CorrectScore: 'ポイント訂正',
    },
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
    },
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
  anomalies: ANOMALIES,
  recognition: RECOGNITION,
  chainFaults: CHAIN_FAULTS,
  findings: FINDINGS,
  deviations: DEVIATIONS,
  loosened: LOOSENED,
  problems: PROBLEMS,
};
