import { plural, type Text, text } from '../values/text.js';
import type { EntriesOnADay, OutlierMeasure, OutlyingAccount, OutlyingIssuer } from './anomalies/anomaly.js';

/** A finding before it is put into words. */
type Wordless<F> = Omit<F, 'text'>;

const ACCOUNT_MEASURES: Readonly<Record<OutlyingAccount['measure'], Text>> = {
  assessment: text('考核积分', 'in the assessment'),
  earned: text('所得积分', 'earned'),
};

const ISSUER_MEASURES: Readonly<Record<OutlyingIssuer['measure'], Text>> = {
  'points-per-entry': text('每笔平均记分', 'points an entry'),
  'entries-per-account': text('每户平均笔数', 'entries an account'),
};

/** A figure in at most two decimals, for reading. */
function shown(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** An account far from its peers, in words. */
export function accountText(found: Wordless<OutlyingAccount>, roleTitle: Text): Text {
  const measure = ACCOUNT_MEASURES[found.measure];
  return text(
    `账户 ${found.accountId}（${roleTitle['zh-CN']}）${measure['zh-CN']} ${found.value} 分，` +
      `同类其他账户 ${found.peers} 个，${measuredZh(found)}`,
    `Account '${found.accountId}' (${roleTitle.en}) has ${plural(found.value, 'point')} ${measure.en}, beside ` +
      `${plural(found.peers, 'other account')} of its role; ${measuredEn(found)}`,
  );
}

/** A day with many entries, in words. */
export function dayText(found: Wordless<EntriesOnADay>): Text {
  return text(
    `账户 ${found.accountId} 在 ${found.on} 一天记有 ${found.value} 笔，共 ${found.points} 分；` +
      `同类账户有记录之日的中位数为 ${shown(found.median)} 笔，达到 ${found.threshold} 笔即提示。`,
    `Account '${found.accountId}' has ${found.value} entries of ${found.on}, for ${plural(found.points, 'point')}; ` +
      `the median over its role's days with entries is ${shown(found.median)}, and ${found.threshold} are worth a look.`,
  );
}

/** A community that issues unlike the others, in words. */
export function issuerText(found: Wordless<OutlyingIssuer>): Text {
  const measure = ISSUER_MEASURES[found.measure];
  return text(
    `社区 ${found.communityId} ${measure['zh-CN']} ${shown(found.value)}（${found.accounts} 户 ${found.entries} 笔 ` +
      `${found.points} 分），其他社区 ${found.peers} 个，${measuredZh(found)}`,
    `Community '${found.communityId}' issues ${shown(found.value)} ${measure.en} (${plural(found.points, 'point')}, ` +
      `${found.entries} entries, ${plural(found.accounts, 'account')}), beside ${found.peers} other communities; ${measuredEn(found)}`,
  );
}

function measuredZh({ median, spread, spreadBy, score, threshold }: OutlierMeasure): string {
  const distance = spreadBy === 'median-distance' ? '距离中位数' : '平均距离';
  return `中位数 ${shown(median)}，${distance} ${shown(spread)}；修正 z 分数 ${shown(score)}，阈值 ${threshold}。`;
}

function measuredEn({ median, spread, spreadBy, score, threshold }: OutlierMeasure): string {
  const distance = spreadBy === 'median-distance' ? 'median distance' : 'mean distance';
  return (
    `the median is ${shown(median)}, the ${distance} from it ${shown(spread)}, ` +
    `the modified z-score ${shown(score)} (threshold ${threshold}).`
  );
}
