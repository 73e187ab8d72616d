import type { OutlierMeasure } from '../../reports/anomalies/anomaly.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';

/** The lines of a statement that have no title of an item. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `积分兑换：${named.join('、')}`;
  },
  ScoreCorrected: () => '积分更正',
  PostReleased: () => '退岗',
  EntryReversed: () => '登记撤销',
  PointsSent: () => '积分转出',
  PointsReceived: () => '积分转入',
  AccountBarred: () => '资格限制',
  AccountClosed: () => '账户注销',
  PointsLapsed: ({ from, to }) => `积分到期失效（${from === to ? from : `${from} 至 ${to}`} 所得）`,
};

const ACCOUNT_MEASURES = { assessment: '考核积分', earned: '所得积分' } as const;
const ISSUER_MEASURES = {
  'points-per-entry': '每笔平均记分',
  'entries-per-account': '每户平均笔数',
} as const;

function measured({ median, spread, score, threshold }: OutlierMeasure): string {
  return (
    `中位数 ${shown(median)}，一般相差 ${shown(spread)}；` +
    `偏离程度 ${shown(score)}，达到 ${threshold}（高或低）即提示核查。`
  );
}

/** Findings, each a reason to look. */
export const ANOMALIES: ReportPack['anomalies'] = {
  'outlying-account': (found, names) =>
    `账户 ${found.accountId}（${names.text(found.roleTitle)}）${ACCOUNT_MEASURES[found.measure]} ${found.value} 分，` +
    `同类其他账户 ${found.peers} 个，${measured(found)}`,
  'entries-on-a-day': ({ accountId, on, value, points, median, threshold }) =>
    `账户 ${accountId} 在 ${on} 一天记有 ${value} 笔，共 ${points} 分；` +
    `同类账户有记录之日的中位数为 ${shown(median)} 笔，达到 ${threshold} 笔即提示。`,
  'outlying-issuer': (found) =>
    `社区 ${found.communityId} ${ISSUER_MEASURES[found.measure]} ${shown(found.value)}` +
    `（${found.accounts} 户 ${found.entries} 笔 ${found.points} 分），` +
    `其他社区 ${found.peers} 个，${measured(found)}`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: '本办法未设表彰等级。',
  reached: (on, levels) =>
    levels.length === 0
      ? `截至 ${on}，尚未达到任何等级。`
      : `截至 ${on}，积分已达${levels.map((level) => `“${level}”`).join('、')}。`,
  barred: ({ title, clause }) => `因“${title}”（条款 ${clause}），不予表彰。`,
  next: ({ title, threshold, clause, missing }) =>
    `距“${title}”（${threshold} 分，条款 ${clause}）还差 ${missing} 分。`,
};
