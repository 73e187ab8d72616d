import type { Clause, WindowKind } from 'points-bank';
import { type Text, text } from '../words.js';
import type { Json } from './json.js';

/** One of the values that a part may have, and what it means; `undefined` is the part not being there. */
export type Choice = { readonly value: Json | undefined; readonly title: Text };

function choice(value: Json | undefined, zh: string, en: string): Choice {
  return { value, title: text(zh, en) };
}

/** Every kind of window, longest first: a new one does not compile until it stands here. */
const WINDOW_CHOICES: { readonly [Kind in WindowKind]: Choice } = {
  life: choice('life', '终身累计', "over the account's whole life"),
  year: choice('year', '每自然年', 'in each calendar year'),
  'calendar-year': choice('calendar-year', '每年（1 月 1 日起）', 'in each year from 1 January'),
  'half-year': choice('half-year', '每半年', 'in each half-year'),
  quarter: choice('quarter', '每季度', 'in each quarter'),
  month: choice('month', '每月', 'in each month'),
  week: choice('week', '每周', 'in each week'),
  day: choice('day', '每日', 'on each day'),
};

export const WINDOWS = Object.values(WINDOW_CHOICES);
const CALENDAR = WINDOWS.filter(({ value }) => value !== 'life');

export const REPORT_IN_ONCE = [
  choice(
    { per: 'year', opening: 'counts' },
    '每自然年一次，开户计入',
    'once a calendar year; opening counts',
  ),
  choice(
    { per: 'year', opening: 'apart' },
    '每自然年一次，开户另计',
    'once a calendar year; opening scores apart',
  ),
  choice({ per: 'twelve-months', opening: 'counts' }, '距上次满十二个月', 'twelve months since the last'),
  choice({ per: 'life', opening: 'counts' }, '终身一次', 'once in the whole life of the account'),
];

export const AGAIN = [
  choice('refused', '不再计分', 'does not score again'),
  choice('scores', '再次计分（仍受上限约束）', 'scores again, under the limit'),
];

export const SERVICE_AND_ATTENDANCE = [
  choice('one-matter', '一个事项', 'one matter'),
  choice('two-matters', '两个事项', 'two matters'),
];

export const ROUNDING = [
  choice('down', '不足部分不计', 'what is short of a unit does not count'),
  choice('nearest', '四舍五入', 'to the nearest unit'),
  choice('up', '不足部分按一单位计', 'a unit begun counts'),
];

export const BEYOND = [
  choice('trim', '记至上限，超出记 0 分', 'trimmed to what fits, recorded even at 0 points'),
  choice('trim-then-refuse', '记至上限，已达上限的不予办理', 'trimmed; refused once nothing fits'),
  choice('refuse', '剩余额度不足的不予办理', 'refused unless it fits whole'),
];

export const CLAIMED = [
  choice('ever', '须由本账户认领过', 'the account has to have claimed it'),
  choice('by-that-day', '认领日期不得晚于发挥作用的日期', 'claimed by the day of the service'),
  choice('not-needed', '无须认领', 'no claim is needed'),
];

export const DEDUCTS = [
  choice(true, '兑换后核减', 'redeemed points leave the balance'),
  choice(false, '兑换后不核减', 'redeemed points stay in the balance'),
];

export const PERIODS = [
  ...CALENDAR.map(({ value, title }) => ({
    value: { kind: 'calendar', window: value as Json },
    title: text(`${title['zh-CN']}为一期`, `a period ${title.en}`),
  })),
  choice({ kind: 'rolling', months: 3 }, '距上次满三个月', 'three months since the last'),
  choice({ kind: 'rolling', months: 6 }, '距上次满六个月', 'six months since the last'),
  choice({ kind: 'rolling', months: 12 }, '距上次满十二个月', 'twelve months since the last'),
  choice(
    {
      kind: 'openings',
      openings: [
        { from: '06-01', to: '06-30' },
        { from: '12-01', to: '12-31' },
      ],
    },
    '每年六月、十二月集中开放',
    'open in June and in December',
  ),
];

export const LAPSES = [
  choice(undefined, '不失效', 'never'),
  choice({ window: 'year', periods: 0 }, '当年年末失效', 'at the end of the year they were earned in'),
  choice({ window: 'year', periods: 1 }, '次年年末失效', 'at the end of the year after'),
  choice(
    { window: 'half-year', periods: 0 },
    '当期半年末失效',
    'at the end of the half-year they were earned in',
  ),
  choice({ window: 'half-year', periods: 1 }, '下一个半年末失效', 'at the end of the half-year after'),
  choice(
    { window: 'half-year', periods: 2 },
    '其后两个半年末失效',
    'at the end of the second half-year after',
  ),
];

export const CONSENT_KINDS = [
  choice([], '均不需要', 'none does'),
  choice(['goods'], '物品', 'goods'),
  choice(['goods', 'service'], '物品与服务', 'goods and services'),
];

export const CONSENT_BASES = [
  choice('each-reward', '逐项同意', 'consent to each reward'),
  choice('standing', '一次概括同意', 'one standing consent'),
];

export const FLOORS = [
  choice('none', '不设下限', 'none'),
  choice(
    'refuse-assessment',
    '更正后考核积分低于 0 的，不予办理',
    'refused where the score would be below 0',
  ),
  choice(
    'refuse-balance',
    '更正后可兑换积分低于 0 的，不予办理',
    'refused where the balance would be below 0',
  ),
  choice('stop-at-zero', '扣至可兑换积分为 0', 'it stops where the balance is 0'),
];

export const CORRECTION_YEARS = [
  choice('own-date', '更正所在年度', 'the year of its own date'),
  choice('matter-date', '所更正事项所在年度', 'the year of the matter'),
];

export const FREES_ROOM = [
  choice(false, '不恢复可用额度', 'it frees none'),
  choice(true, '恢复可用额度', 'it frees room'),
];

export const ORDERS = [
  choice('any', '可以补记', 'taken, by their own date'),
  choice('never-back', '日期不得早于上一笔', 'dates never go back'),
];

export const LATE_FILING = [
  choice('warn', '可以使用，每次兑换均予提示', 'it may be used, with a warning'),
  choice('refuse', '备案前不得使用', 'not to be used until it is filed'),
];

export const LOOSER = [
  choice('refused', '不得宽于上级办法', 'no'),
  choice('allowed', '可以，列为差异', 'yes, listed as a deviation'),
];

/** How many rewards, or kinds of reward, one visit takes. */
export function perVisit(counts: 'rewards' | 'lines', title: Text, clause: Clause): readonly Choice[] {
  return [
    choice(undefined, '不限', 'any number'),
    ...[1, 2, 3, 5, 10].map((maximum) =>
      choice({ clause, title, counts, per: 'visit', maximum }, `至多 ${maximum}`, `at most ${maximum}`),
    ),
  ];
}
