import type { OutlierMeasure, WrittenUpLate } from '../../reports/anomalies/anomaly.js';
import type { Reverses } from '../../reports/shared/report-entry.js';
import type { ReportPack } from '../report-pack.js';
import { shown } from '../shown.js';
import { clauseWords } from './clause.js';

const KINDS: Readonly<Record<Reverses['kind'], string>> = {
  matter: '事项',
  'report-in': '报到',
  claim: '认领',
  redemption: '兑换',
  correction: '更正',
  bar: '资格限制',
  transfer: '积分转移',
};

/** The entry that a reversal is about. What has a name that people know is called by it. */
function reversedEntry({ kind, id, on }: Reverses): string {
  return kind === 'matter' || kind === 'claim' ? `${on} ${KINDS[kind]}“${id}”` : `${on} ${KINDS[kind]}`;
}

/** The lines of a statement that are not called by the title of their item alone. */
export const ENTRIES: ReportPack['entries'] = {
  PointsRedeemed: (rewards, names) => {
    const named = rewards.map(
      ({ title, quantity }) => `${names.text(title)}${quantity === 1 ? '' : ` × ${quantity}`}`,
    );
    return `积分兑换：${named.join('、')}`;
  },
  ScoreCorrected: () => '积分更正',
  PostReleased: (postId) => `退岗：${postId}`,
  EntryVerified: (title, names) => `核定：${names.text(title)}`,
  EntryReversed: (reverses) =>
    reverses.entryIs === 'out'
      ? `撤销登记：${reversedEntry(reverses)}`
      : `取消撤销，恢复记分：${reversedEntry(reverses)}`,
  PointsSent: (to) => `积分转出至账户 ${to}`,
  PointsReceived: (from) => `积分由账户 ${from} 转入`,
  AccountBarred: ({ title, from, until }, names) =>
    `限制资格：${names.text(title)}（${until === undefined ? `自 ${from} 起` : `${from} 至 ${until}`}）`,
  AccountClosed: ({ title, holdings, continuedBy }, names) =>
    `账户注销（${names.text(title)}），剩余积分${
      holdings === 'forfeited'
        ? '清零'
        : continuedBy === undefined
          ? '移交接续账户'
          : `移交账户 ${continuedBy}`
    }`,
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

/** What an event without a title is called. */
const TYPES: Readonly<Record<WrittenUpLate['entry']['type'], string>> = {
  AccountOpened: '开户',
  PostClaimed: '认领',
  PostReleased: '退岗',
  ActivityCredited: '活动',
  EntryVerified: '核定',
  PointsRedeemed: '兑换',
  ScoreCorrected: '更正',
  EntryReversed: '撤销',
  PointsSent: '积分转出',
  PointsReceived: '积分转入',
  AccountBarred: '限制资格',
  AccountClosed: '账户注销',
};

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
  'same-member': ({ memberId, accounts }, names) => {
    const named = accounts.map(
      ({ accountId, communityId, roleTitle }) =>
        `${accountId}（${names.text(roleTitle)}，社区 ${communityId}）`,
    );
    return `同一人（${memberId}）持有 ${accounts.length} 个未注销账户：${named.join('、')}，请核查是否重复开户。`;
  },
  'written-up-late': ({ accountId, entry, on, recordedOn, value, threshold }, names) =>
    `账户 ${accountId} ${on} 的${entry.title === undefined ? TYPES[entry.type] : `“${names.text(entry.title)}”`}` +
    `于 ${recordedOn} 补记，相隔 ${value} 天，达到 ${threshold} 天即提示。`,
  'entries-after-feedback': ({ accountId, year, dueOn, value, points }) =>
    `账户 ${accountId} ${year} 年度情况应不迟于 ${dueOn}（含当日）反馈，此后又补记、更正或撤销该日以前的记录 ${value} 笔，` +
    `合计 ${points} 分，应作补充反馈。`,
  'often-reversed': ({ communityId, recorder, value, entries, threshold }) =>
    `${communityId === undefined ? '' : `社区 ${communityId} `}${recorder === undefined ? '未注明经办人' : `经办人 ${recorder} `}` +
    `登记 ${entries} 笔，其中 ${value} 笔被撤销，达到 ${threshold} 笔即提示。`,
  'too-few-to-compare': ({ roleTitle, value, minimum }, names) =>
    `${names.text(roleTitle)}账户仅 ${value} 个，不足 ${minimum} 个，数量过少，不作比较。`,
};

/** Levels of recognition. */
export const RECOGNITION: ReportPack['recognition'] = {
  noLevels: '此类账户未设表彰等级。',
  reached: (on, levels) =>
    levels.length === 0
      ? `截至 ${on}，尚未达到任何等级。`
      : `截至 ${on}，积分已达${levels.map((level) => `“${level}”`).join('、')}。`,
  barred: ({ title, clause, since }, titles) =>
    `因“${title}”（${clauseWords(clause, titles)}），${since === undefined ? '' : `自 ${since} 起`}不予表彰。`,
  next: ({ title, threshold, clause, missing }, titles) =>
    `距“${title}”（${threshold} 分，${clauseWords(clause, titles)}）还差 ${missing} 分。`,
  condition: ({ level, title, clause, minimum, maximum, missing, above }, titles) =>
    above === undefined
      ? `距“${level}”所需的“${title}”（${minimum}，${clauseWords(clause, titles)}）还差 ${missing}。`
      : `评定“${level}”要求“${title}”不超过 ${maximum}（${clauseWords(clause, titles)}），现超出 ${above}。`,
};
