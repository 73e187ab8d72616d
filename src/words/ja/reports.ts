import type { OutlierMeasure } from '../../reports/anomalies/anomaly.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';

/** The lines of a statement that have no title of an item. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `ポイント交換：${named.join('、')}`;
  },
  ScoreCorrected: () => 'ポイントの訂正',
  PostReleased: () => '担当の返上',
  EntryReversed: () => '登録の取り消し',
  PointsSent: () => 'ポイントの送付',
  PointsReceived: () => 'ポイントの受け取り',
  AccountBarred: () => '利用の制限',
  AccountClosed: () => '口座の閉鎖',
  PointsLapsed: ({ from, to }) => `ポイントの失効（${from === to ? from : `${from}〜${to}`} 獲得分）`,
};

const ACCOUNT_MEASURES = { assessment: '評価ポイント', earned: '獲得ポイント' } as const;
const ISSUER_MEASURES = {
  'points-per-entry': '1件あたりのポイント',
  'entries-per-account': '1口座あたりの件数',
} as const;

function measured({ median, spread, score, threshold }: OutlierMeasure): string {
  return (
    `中央値は${shown(median)}、ふだんの開きは${shown(spread)}、` +
    `外れ具合は${shown(score)}です（${threshold}以上で確認の対象）。`
  );
}

/** Findings, each a reason to look. */
export const ANOMALIES: ReportPack['anomalies'] = {
  'outlying-account': (found, names) =>
    `口座「${found.accountId}」（${names.text(found.roleTitle)}）の${ACCOUNT_MEASURES[found.measure]}は${found.value}です。` +
    `同じ区分の他の${found.peers}口座では、${measured(found)}`,
  'entries-on-a-day': ({ accountId, on, value, points, median, threshold }) =>
    `口座「${accountId}」には ${on} の記録が${value}件、計${points}ポイントあります。` +
    `同じ区分の記録がある日の中央値は${shown(median)}件で、${threshold}件以上が確認の対象です。`,
  'outlying-issuer': (found) =>
    `地域「${found.communityId}」の${ISSUER_MEASURES[found.measure]}は${shown(found.value)}です` +
    `（${found.accounts}口座、${found.entries}件、${found.points}ポイント）。` +
    `他の${found.peers}地域では、${measured(found)}`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: 'この規則に表彰の段階はありません。',
  reached: (on, levels) =>
    levels.length === 0
      ? `${on} 現在、達した段階はありません。`
      : `${on} 現在、${levels.map((level) => `「${level}」`).join('、')}に達しています。`,
  barred: ({ title, clause }) => `「${title}」（条項 ${clause}）のため、表彰はされません。`,
  next: ({ title, threshold, clause, missing }) =>
    `「${title}」（${threshold}ポイント、条項 ${clause}）まであと${missing}ポイントです。`,
};
