import type { OutlierMeasure, WrittenUpLate } from '../../reports/anomalies/anomaly.js';
import type { Reverses } from '../../reports/shared/report-entry.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';

const KINDS: Readonly<Record<Reverses['kind'], string>> = {
  matter: '活動',
  'report-in': '報告',
  claim: '引受け',
  redemption: '交換',
  correction: '訂正',
  bar: '制限',
  transfer: '譲渡',
};

/** The entry that a reversal is about. What has a name that people know is called by it. */
function reversedEntry({ kind, id, on }: Reverses): string {
  return kind === 'matter' || kind === 'claim' ? `${on} の${KINDS[kind]}「${id}」` : `${on} の${KINDS[kind]}`;
}

/** The lines of a statement that are not called by the title of their item alone. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `ポイント交換：${named.join('、')}`;
  },
  ScoreCorrected: () => 'ポイントの訂正',
  PostReleased: (postId) => `担当の辞退：${postId}`,
  EntryVerified: (title, names) => `確認：${names.text(title)}`,
  EntryReversed: (reverses) =>
    reverses.entryIs === 'out'
      ? `取消し：${reversedEntry(reverses)}`
      : `取消しの撤回：${reversedEntry(reverses)}を再び有効とします`,
  PointsSent: (to) => `口座「${to}」へポイントを譲渡`,
  PointsReceived: (from) => `口座「${from}」からポイントを受領`,
  AccountBarred: ({ title, from, until }, names) =>
    `制限：${names.text(title)}（${until === undefined ? `${from} から` : `${from}〜${until}`}）`,
  AccountClosed: ({ title, holdings, continuedBy }, names) =>
    `口座の解約（${names.text(title)}）、残りのポイントは${
      holdings === 'forfeited'
        ? '失効'
        : continuedBy === undefined
          ? '引継ぎ'
          : `口座「${continuedBy}」へ引継ぎ`
    }`,
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

/** What an event without a title is called. */
const TYPES: Readonly<Record<WrittenUpLate['entry']['type'], string>> = {
  AccountOpened: '口座開設',
  PostClaimed: '引受け',
  PostReleased: '担当の辞退',
  ActivityCredited: '活動',
  EntryVerified: '確認',
  PointsRedeemed: '交換',
  ScoreCorrected: '訂正',
  EntryReversed: '取消し',
  PointsSent: 'ポイントの譲渡',
  PointsReceived: 'ポイントの受領',
  AccountBarred: '制限',
  AccountClosed: '口座の解約',
};

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
  'same-member': ({ memberId, accounts }, names) => {
    const named = accounts.map(
      ({ accountId, communityId, roleTitle }) =>
        `「${accountId}」（${names.text(roleTitle)}、地域「${communityId}」）`,
    );
    return `同じ人（「${memberId}」）の口座が${accounts.length}口あります：${named.join('、')}。`;
  },
  'written-up-late': ({ accountId, entry, on, recordedOn, value, threshold }, names) =>
    `口座「${accountId}」の ${on} の${entry.title === undefined ? TYPES[entry.type] : `「${names.text(entry.title)}」`}は、` +
    `${value}日後の ${recordedOn} に記録されました（${threshold}日以上が確認の対象）。`,
  'entries-after-feedback': ({ accountId, year, dueOn, value, points }) =>
    `口座「${accountId}」の${year}年の報告期限は ${dueOn} でしたが、その日までの記録の追加や変更がその後に${value}件、` +
    `計${points}ポイントありました。追加の報告が必要です。`,
  'often-reversed': ({ communityId, recorder, value, entries, threshold }) =>
    `${communityId === undefined ? '' : `地域「${communityId}」の`}${recorder === undefined ? '記録者名のない' : `記録者「${recorder}」の`}` +
    `記録${entries}件のうち${value}件が取り消されました（${threshold}件以上が確認の対象）。`,
  'too-few-to-compare': ({ roleTitle, value, minimum }, names) =>
    `${names.text(roleTitle)}の口座は${value}口で、比較に必要な${minimum}口に足りません。`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: 'この区分に表彰の段階はありません。',
  reached: (on, levels) =>
    levels.length === 0
      ? `${on} 現在、達した段階はありません。`
      : `${on} 現在、${levels.map((level) => `「${level}」`).join('、')}に達しています。`,
  barred: ({ title, clause, since }) =>
    `「${title}」（条項 ${clause}）のため、${since === undefined ? '' : `${since} から`}表彰はされません。`,
  next: ({ title, threshold, clause, missing }) =>
    `「${title}」（${threshold}ポイント、条項 ${clause}）まであと${missing}ポイントです。`,
  condition: ({ level, title, clause, minimum, maximum, missing, above }) =>
    above === undefined
      ? `「${level}」に必要な「${title}」（${minimum}、条項 ${clause}）まであと${missing}です。`
      : `「${level}」の条件「${title}」（${maximum}以下、条項 ${clause}）を${above}超えています。`,
};
