import type { RedemptionLimit, RedemptionRule, Text } from '../../src/index.js';

/* How often and how much is redeemed, as rules say it. */

type Limits = NonNullable<RedemptionRule['limits']>;

const TITLE = { 'zh-CN': '兑换上限', en: 'limit on redeeming' };

/** So many visits in each period, whatever is redeemed in them. */
export function visitsAPeriod(maximum: number, title: Text = TITLE): Limits {
  return { visits: { clause: '4.2', title, counts: 'visits', per: 'period', maximum } };
}

/** So many lines or rewards in one visit. */
export function perVisit(counts: RedemptionLimit['counts'], maximum: number, title: Text = TITLE): Limits {
  return { [counts]: { clause: '4.2', title, counts, per: 'visit', maximum } };
}
