/*
 * What a rule set can show, and how to see in its data that it does: the rows of docs/schemes.md.
 */
import type { ItemRule, LimitRule, RuleSet } from '../../src/index.js';
import { leastPoints } from '../../src/rules/score.js';
import type { WindowSpan } from '../../src/values/window.js';

export type Locale = 'en' | 'zh-CN';

export type Feature = {
  readonly en: string;
  readonly 'zh-CN': string;
  /** Where the rules say it. */
  readonly where: string;
  /** What a rule set says of it, in a few words each; nothing if it does not show it. */
  readonly shown: (ruleSet: RuleSet, locale: Locale) => readonly string[];
};

export type Subject = {
  readonly en: string;
  readonly 'zh-CN': string;
  readonly features: readonly Feature[];
};

/** A feature that is there or not, with no more to say of it. */
function plain(en: string, zh: string, where: string, isShown: (ruleSet: RuleSet) => boolean): Feature {
  return { en, 'zh-CN': zh, where, shown: (ruleSet) => (isShown(ruleSet) ? [''] : []) };
}

/** A feature of which there is something to say. */
function told(en: string, zh: string, where: string, shown: Feature['shown']): Feature {
  return { en, 'zh-CN': zh, where, shown };
}

/** What members enter: activities and claims of every role. */
function itemsOf({ roles }: RuleSet): ItemRule[] {
  return Object.values(roles).flatMap(({ items }) =>
    Object.values(items).filter(({ entry }) => entry !== 'registration'),
  );
}

function limitsOf({ roles }: RuleSet): LimitRule[] {
  return Object.values(roles).flatMap(({ limits }) => Object.values(limits));
}

function some(has: (item: ItemRule) => boolean): (ruleSet: RuleSet) => boolean {
  return (ruleSet) => itemsOf(ruleSet).some(has);
}

const WINDOWS = {
  en: {
    day: 'a day',
    week: 'a week',
    month: 'a month',
    quarter: 'a quarter',
    'half-year': 'a half-year',
    year: 'a year',
    'calendar-year': 'a calendar year',
    'account-year': 'a year of the account',
    life: 'in all',
  },
  'zh-CN': {
    day: '每日',
    week: '每周',
    month: '每月',
    quarter: '每季度',
    'half-year': '每半年',
    year: '每年',
    'calendar-year': '每自然年',
    'account-year': '每账户年度',
    life: '累计',
  },
} as const;

const LENGTHS = {
  en: {
    days: 'days',
    months: 'months',
    day: 'days',
    week: 'weeks',
    month: 'months',
    quarter: 'quarters',
    'half-year': 'half-years',
    year: 'years',
    'calendar-year': 'calendar years',
  },
  'zh-CN': {
    days: '日',
    months: '个月',
    day: '日',
    week: '周',
    month: '个月',
    quarter: '个季度',
    'half-year': '个半年',
    year: '年',
    'calendar-year': '个自然年',
  },
} as const;

/** So many windows, or days or months. */
function long(count: number, of: keyof (typeof LENGTHS)['en'], locale: Locale): string {
  const unit = LENGTHS[locale][of];
  return `${count} ${locale === 'en' && count === 1 ? unit.slice(0, -1) : unit}`;
}

function over(span: WindowSpan, locale: Locale): string {
  if (typeof span === 'string') return WINDOWS[locale][span];
  if ('before' in span)
    return locale === 'en' ? `${span.before} before` : `上一期（${WINDOWS[locale][span.before]}）`;
  const length = long(span.last, span.of, locale);
  return locale === 'en' ? `in any ${length}` : `任意 ${length}`;
}

function soMany(count: number, span: WindowSpan, locale: Locale): string {
  return locale === 'en' ? `${count} ${over(span, locale)}` : `${over(span, locale)} ${count}`;
}

function limitOn(counts: LimitRule['counts']): Feature['shown'] {
  return (ruleSet, locale) =>
    limitsOf(ruleSet)
      .filter((limit) => limit.counts === counts && limit.each === undefined)
      .map(({ maximum, per }) => soMany(maximum, per, locale));
}

function redeemingLimitOn(counts: string): Feature['shown'] {
  return ({ redemption: { limits = {}, period } }, locale) =>
    Object.values(limits)
      .filter((limit) => limit.counts === counts)
      .map(({ maximum, per }) => {
        if (per === 'period')
          return period.kind === 'calendar' ? soMany(maximum, period.window, locale) : String(maximum);
        return per === 'visit' ? String(maximum) : soMany(maximum, per, locale);
      });
}

const earning: readonly Feature[] = [
  plain(
    'the same points for every entry',
    '每笔同分',
    "scoring.by: 'fixed'",
    some(({ scoring }) => scoring.by === 'fixed'),
  ),
  plain(
    'points by difficulty or level',
    '按难度或级别计分',
    "scoring.by: 'difficulty'",
    some(({ scoring }) => scoring.by === 'difficulty'),
  ),
  told('points by quantity', '按数量计分', "scoring.by: 'quantity'", (ruleSet, locale) =>
    itemsOf(ruleSet).flatMap(({ scoring }) =>
      scoring.by === 'quantity' ? [scoring.unitTitle[locale] as string] : [],
    ),
  ),
  told('points from a quantity on', '达到一定数量后计分', "scoring.by: 'bands'", (ruleSet, locale) =>
    itemsOf(ruleSet).flatMap(({ scoring }) =>
      scoring.by === 'bands' ? [`${scoring.bands[0]?.from} ${scoring.unitTitle[locale]}`] : [],
    ),
  ),
  plain(
    'quantities that add up before they score',
    '数量累计后计分',
    'scoring.over',
    some(({ scoring }) => 'over' in scoring),
  ),
  plain(
    'points multiplied for a time',
    '一段时间内加倍计分',
    'items.*.factors',
    some(({ factors }) => factors !== undefined),
  ),
  plain(
    'deductions',
    '扣分',
    'scoring.points < 0',
    some((item) => item.scoring.by !== 'balance' && leastPoints(item) < 0),
  ),
  plain(
    'a deduction of everything held',
    '积分清零',
    "scoring.by: 'balance'",
    some(({ scoring }) => scoring.by === 'balance'),
  ),
  told('points to start with', '开户积分', 'opening.points', ({ roles }) => [
    ...new Set(
      Object.values(roles).flatMap(({ opening: { points } }) => (points > 0 ? [String(points)] : [])),
    ),
  ]),
  plain('a yearly report-in', '每年报到', 'authority.offices.ReportIn', ({ authority }) =>
    Boolean(authority.offices.ReportIn?.length),
  ),
  plain(
    'posts that are claimed',
    '岗位认领',
    "items.*.entry: 'claim'",
    some(({ entry }) => entry === 'claim'),
  ),
  plain(
    'a matter under one item alone',
    '一事只记一项',
    "entries.matters: 'under-one-item'",
    ({ entries }) => entries.matters === 'under-one-item',
  ),
  plain(
    'of a matter, the highest item',
    '一事多项取最高',
    "entries.matters: 'highest'",
    ({ entries }) => entries.matters === 'highest',
  ),
  plain(
    'an item that needs something before',
    '计分须先满足条件',
    'items.*.requires',
    some(({ requires }) => requires !== undefined),
  ),
];

const limiting: readonly Feature[] = [
  told('points over a window', '一期内积分上限', "limits.*.counts: 'points'", limitOn('points')),
  told('deductions over a window', '一期内扣分上限', "limits.*.counts: 'deductions'", limitOn('deductions')),
  told('entries over a window', '一期内笔数上限', "limits.*.counts: 'entries'", limitOn('entries')),
  told('a quantity over a window', '一期内数量上限', "limits.*.counts: 'quantity'", limitOn('quantity')),
  told('points held', '持有积分上限', "limits.*.counts: 'balance'", (ruleSet) =>
    limitsOf(ruleSet).flatMap(({ counts, maximum }) => (counts === 'balance' ? [String(maximum)] : [])),
  ),
  told(
    'for each member of a household',
    '按家庭成员分别设上限',
    "limits.*.each: 'member'",
    (ruleSet, locale) =>
      limitsOf(ruleSet).flatMap(({ each, maximum, per }) =>
        each === 'member' ? [soMany(maximum, per, locale)] : [],
      ),
  ),
  plain('refused once nothing fits', '超限不予登记', 'limits.*.beyond', (ruleSet) =>
    limitsOf(ruleSet).some(({ beyond }) => beyond !== 'trim'),
  ),
  told('a year of its own', '自定年度', 'calendar.yearStarts', ({ calendar }) =>
    calendar?.yearStarts === undefined ? [] : [calendar.yearStarts],
  ),
  plain(
    'a floor under deductions',
    '扣分下限',
    'entries.floor',
    ({ entries }) => entries.floor !== undefined && entries.floor !== 'none',
  ),
];

const redeeming: readonly Feature[] = [
  told(
    'visits in a period',
    '每期兑换次数',
    "redemption.limits.*.counts: 'visits'",
    redeemingLimitOn('visits'),
  ),
  told(
    'points over a window',
    '一期内兑换积分上限',
    "redemption.limits.*.counts: 'redeemed'",
    redeemingLimitOn('redeemed'),
  ),
  told(
    'rewards over a window',
    '一期内兑换件数上限',
    "redemption.limits.*.counts: 'rewards'",
    redeemingLimitOn('rewards'),
  ),
  told(
    'what an account needs',
    '兑换条件',
    'redemption.requires',
    ({ redemption: { requires = {} } }, locale) =>
      Object.values(requires).map(({ title }) => title[locale] as string),
  ),
  told('from the next window on', '次期起方可兑换', 'redemption.spendableAfter', ({ redemption }, locale) =>
    redemption.spendableAfter === undefined ? [] : [long(1, redemption.spendableAfter, locale)],
  ),
  plain(
    'at any community',
    '可在任一社区兑换',
    "redemption.at: 'any-community'",
    ({ redemption }) => redemption.at === 'any-community',
  ),
  plain(
    'points that are owed',
    '可透支',
    'redemption.overdraft',
    ({ redemption }) => redemption.overdraft !== undefined,
  ),
  plain(
    'rewards that need consent',
    '兑换品须经同意',
    'redemption.consent.kinds',
    ({ redemption }) => redemption.consent.kinds.length > 0,
  ),
  plain('measures that are filed', '兑换办法备案', 'filing', ({ filing }) => filing !== undefined),
  plain(
    'points given to another account',
    '积分转给他人',
    'transfer',
    ({ transfer }) => transfer !== undefined,
  ),
  told('what the sender needs', '转出条件', 'transfer.requires', ({ transfer }, locale) =>
    Object.values(transfer?.requires ?? {}).map(({ title }) => title[locale] as string),
  ),
  told(
    'points or transfers sent over a window',
    '一期内转出上限',
    'transfer.limits',
    ({ transfer }, locale) =>
      Object.values(transfer?.limits ?? {}).map(({ maximum, per }) => soMany(maximum, per, locale)),
  ),
  plain(
    'no redeeming at all',
    '不设兑换',
    'authority.offices.RedeemPoints',
    ({ authority }) => !authority.offices.RedeemPoints?.length,
  ),
];

const leftOver: readonly Feature[] = [
  plain('all of it stays', '全部结转', 'redemption.carryOver', ({ redemption: { carryOver } }) =>
    (['lapse', 'goodFor', 'keeps', 'inactivity'] as const).every((part) => carryOver[part] === undefined),
  ),
  told(
    'points lapse some windows after theirs',
    '所得之期后若干期失效',
    'carryOver.lapse',
    ({ redemption }, locale) => {
      const { lapse } = redemption.carryOver;
      return lapse === undefined ? [] : [long(lapse.periods, lapse.window, locale)];
    },
  ),
  told(
    'points lapse so long after their day',
    '所得之日起若干时间失效',
    'carryOver.goodFor',
    ({ redemption }, locale) => {
      const { goodFor } = redemption.carryOver;
      return goodFor === undefined ? [] : [long(goodFor.last, goodFor.of, locale)];
    },
  ),
  told(
    'at most so many, or a share, carry over',
    '限额或按比例结转',
    'carryOver.keeps',
    ({ redemption }, locale) => {
      const { keeps } = redemption.carryOver;
      if (keeps === undefined) return [];
      const { atMost, percent, inStepsOf } = keeps;
      const share = percent === undefined ? undefined : `${percent}%`;
      const most = [atMost, share, inStepsOf].filter((part) => part !== undefined).join(', ');
      return [locale === 'en' ? `${most} ${over(keeps.per, locale)}` : `${over(keeps.per, locale)} ${most}`];
    },
  ),
  told(
    'points lapse without an activity',
    '久未参加活动失效',
    'carryOver.inactivity',
    ({ redemption }, locale) => {
      const { inactivity } = redemption.carryOver;
      return inactivity === undefined ? [] : [long(inactivity.last, inactivity.of, locale)];
    },
  ),
];

const standing: readonly Feature[] = [
  told('levels of recognition', '表彰等级', 'recognition', ({ recognition }) =>
    Object.values(recognition).flatMap(({ points }) => (points === undefined ? [] : [String(points)])),
  ),
  plain(
    'grounds that bar',
    '限制事由',
    'ineligibility',
    ({ ineligibility }) => Object.keys(ineligibility).length > 0,
  ),
  plain(
    'an entry that bars',
    '登记即限制',
    'items.*.bars',
    some(({ bars }) => bars !== undefined),
  ),
  told('a mark for the year', '年度得分', 'assessment.mark', ({ assessment: { mark } }) =>
    mark === undefined ? [] : [String(mark.outOf)],
  ),
  told('a register that is published', '定期公示', 'publication', ({ publication }, locale) =>
    publication === undefined ? [] : [over(publication.every, locale)],
  ),
  plain('feedback to named offices', '反馈给指定对象', 'roles.*.feedback.recipients', ({ roles }) =>
    Object.values(roles).some(({ feedback }) => feedback.recipients.length > 0),
  ),
  plain(
    'verification apart from the entry',
    '先登记后核定',
    'verification',
    ({ verification }) => verification !== undefined,
  ),
  plain(
    'a second person who approves',
    '两人经办',
    "authority.approval: 'two-person'",
    ({ authority }) => authority.approval === 'two-person',
  ),
  plain(
    'bounds that communities may not loosen',
    '社区不得放宽的规定',
    'bounds.held',
    ({ bounds }) => Object.keys(bounds.held).length > 0,
  ),
];

export const SUBJECTS: readonly Subject[] = [
  { en: 'What earns and costs points', 'zh-CN': '加分与扣分', features: earning },
  { en: 'Limits', 'zh-CN': '上限', features: limiting },
  { en: 'Redeeming', 'zh-CN': '兑换', features: redeeming },
  { en: 'What is left over', 'zh-CN': '剩余积分', features: leftOver },
  { en: 'Recognition and oversight', 'zh-CN': '表彰与管理', features: standing },
];
