import type { Reading, ReadingsOf } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';

/*
 * Where the text is open: every question with its literal answer as the default, and the other answers as patches on the rules.
 * The patch of the default says what the rules say already, so that an answer can be taken back.
 */

/** The open questions, and the answers to each. */
export type Renfa2022Readings = {
  readonly 'claim-cap-window': 'life' | 'calendar-year' | 'half-year';
  readonly 'claim-cap-overflow': 'trim' | 'refused-at-zero' | 'refused';
  readonly 'community-member-hard-claim': 'no' | 'yes';
  readonly 'claim-again': 'refused' | 'scores';
  readonly 'service-needs-claim': 'claimed' | 'claimed-by-that-day' | 'not-needed';
  readonly 'activity-service-and-attendance': 'together' | 'one-matter' | 'two-matters';
  readonly 'one-matter-one-item': 'one-item' | 'each-item';
  readonly 'registration-year': 'calendar-year' | 'opening-apart' | 'twelve-months';
  readonly 'hundred-mark': 'mark' | 'no-mark' | 'ceiling';
  readonly 'redemption-per-period': 'one-visit' | 'one-reward';
  readonly 'redemption-period': 'calendar-half' | 'six-months-since' | 'quarter' | 'year' | 'opening-days';
  readonly 'carry-over': 'all' | 'year-end' | 'two-periods';
  readonly 'goods-consent': 'each-goods' | 'standing' | 'services-too';
  readonly spirit: 'in-handbook' | 'none';
  readonly 'blue-deduction': 'both' | 'red-only';
  readonly 'self-issue': 'allowed' | 'refused';
  readonly approval: 'one-person' | 'two-person';
  readonly 'correction-office': 'subdistrict' | 'community-too';
  readonly 'correction-floor':
    | 'none'
    | 'refuse-below-zero-score'
    | 'refuse-below-zero-balance'
    | 'stop-at-zero';
  readonly 'correction-year': 'own-date' | 'matter-year' | 'frees-room' | 'matter-year-frees-room';
  readonly 'correction-bound': 'matter' | 'item-maximum' | 'none';
  readonly 'late-entry': 'taken' | 'never-back';
  readonly 'spendable-from': 'this-half' | 'next-half';
  readonly 'continuing-post': 'each-occasion' | 'monthly' | 'half-yearly';
  readonly 'form-each-year': 'opening-alone' | 'each-year';
  readonly 'no-report-in': 'goes-on' | 'nothing-credited';
  readonly 'organisation-life': 'any-role' | 'in-service-only';
  readonly proxy: 'refused' | 'allowed';
  readonly 'feedback-cut-off': 'day-sent' | 'december-november';
  readonly 'resident-feedback': 'resident' | 'none';
  readonly 'community-bounds': 'no' | 'allowed';
  readonly 'late-filing': 'warning' | 'refused';
  readonly 'entry-into-force': 'none' | 'date-of-issue';
  readonly 'redemption-day': 'held-on-its-day' | 'order-of-entry';
  readonly 'who-reverses': 'community-until-due' | 'community' | 'supervisor';
  readonly 'change-of-role': 'continued' | 'anew';
  readonly 'two-communities': 'allowed' | 'refused';
  readonly verification: 'with-entry' | 'apart';
  readonly 'difficulty-of': 'for-all' | 'by-person';
  readonly 'consent-lasts': 'as-it-says' | 'a-year' | 'a-year-then-refused';
  readonly 'handbook-updated': 'yearly' | 'half-yearly' | 'no-rule';
  readonly 'filing-what': 'each-edition' | 'first-alone';
  readonly week: 'natural-days' | 'working-days';
  readonly 'mark-scale': 'stops-at-100' | 'highest-is-100';
};

const ROLE_IDS = ['community-party-member', 'in-service-party-member', 'resident'] as const;
type Patch = Reading['answers'][string]['patch'];

function forEachRole(patch: Patch): Patch {
  return { roles: Object.fromEntries(ROLE_IDS.map((role) => [role, patch])) };
}

function claims(patch: Patch): Patch {
  return forEachRole({ limits: { claims: patch } });
}

function item(id: string, patch: Patch): Patch {
  return forEachRole({ items: { [id]: patch } });
}

/** Whom the catalogue's organisation life is for. */
function organisationLife(roles: readonly string[] | null): Patch {
  return { catalogue: { activity: { entries: { 'party-life': { roles } } } } };
}

/** Who undoes slips, and until when a community does. */
function reversal(offices: readonly string[], untilFeedback: readonly string[] | null): Patch {
  return { authority: { offices: { ReverseEntry: offices } }, reversal: { untilFeedback } };
}

/** What becomes of what an account holds when its role changes or its holder moves. */
function closing(holdings: 'handed-on' | 'forfeited'): Patch {
  return { closing: { reasons: { 'role-changed': { holdings }, moved: { holdings } } } };
}

/** How long a consent lasts that names no end. */
function consentLasts(term: { readonly months: 12; readonly late: 'warn' | 'refuse' } | null): Patch {
  return { redemption: { consent: { lasts: term } } };
}

/** After how many months an edition of the handbook is old. */
function handbookOld(months: number | null): Patch {
  return { redemption: { handbook: months === null ? null : { clause: '4.2', months } } };
}

/** A ceiling of 100 points a year over everything that a role's list has. */
function ceiling(role: (typeof ROLE_IDS)[number]): Patch {
  const list = ['registration', 'claim', 'activity', 'affairs', 'other'];
  const items = role === 'community-party-member' ? [...list, 'co-building'] : list;
  const title = text('百分制年度上限', 'yearly ceiling of one hundred');
  const hundred = {
    clause: '3',
    title,
    items,
    counts: 'points',
    maximum: 100,
    per: 'year',
    beyond: 'trim',
  };
  return { limits: { hundred } };
}

const NO_CEILING = forEachRole({ limits: { hundred: null } });
const MARK = { assessment: { mark: { outOf: 100 } } };

function period(patch: Patch): Patch {
  return { redemption: { period: { window: null, months: null, openings: null, ...patch } } };
}

function deducts(red: boolean, blue: boolean): Patch {
  return {
    roles: {
      'community-party-member': { account: { deducts: red } },
      'in-service-party-member': { account: { deducts: red } },
      resident: { account: { deducts: blue } },
    },
  };
}

/** The open questions of the first scheme, in the order in which the text raises them. */
export const READINGS: ReadingsOf<Renfa2022Readings> = {
  'claim-cap-window': {
    clause: '2.3.1.2',
    question: text(
      '认领累计不超过 3 分：按多长时间累计？',
      'Claims count up to 3 points in all: over what time?',
    ),
    chosen: 'life',
    default: 'life',
    answers: {
      life: {
        title: text('终身累计（文件未规定期限）', 'for life: the text names no period'),
        patch: claims({ per: 'life' }),
      },
      'calendar-year': {
        title: text('每自然年累计', 'in each calendar year'),
        patch: claims({ per: 'year' }),
      },
      'half-year': { title: text('每半年累计', 'in each half-year'), patch: claims({ per: 'half-year' }) },
    },
  },
  'claim-cap-overflow': {
    clause: '2.3.1.2',
    question: text(
      '已有 2 分，再认领难度较大（2 分）的岗位，如何记？',
      'Two points are held and a hard claim of 2 comes: what does it score?',
    ),
    chosen: 'trim',
    default: 'trim',
    answers: {
      trim: {
        title: text(
          '记至上限；已达上限的记 0 分，认领仍有效',
          'it is trimmed to what fits; past the cap it is recorded with 0 points',
        ),
        patch: claims({ beyond: 'trim' }),
      },
      'refused-at-zero': {
        title: text(
          '记至上限；已达上限的不予认领',
          'it is trimmed to what fits; once nothing fits it is refused',
        ),
        patch: claims({ beyond: 'trim-then-refuse' }),
      },
      refused: {
        title: text('剩余额度不足的不予认领', 'it is refused unless it fits whole'),
        patch: claims({ beyond: 'refuse' }),
      },
    },
  },
  'community-member-hard-claim': {
    clause: '2.3.1.2',
    question: text('社区党员认领可否按难度记 2 分？', "May a community party member's claim be a hard one?"),
    chosen: 'no',
    default: 'no',
    answers: {
      no: {
        title: text('不可以：该款未规定难度', 'no: that clause names no difficulty'),
        patch: {
          roles: { 'community-party-member': { items: { claim: { scoring: { points: { hard: null } } } } } },
        },
      },
      yes: {
        title: text('可以，记 2 分', 'yes, for 2 points'),
        patch: {
          roles: { 'community-party-member': { items: { claim: { scoring: { points: { hard: 2 } } } } } },
        },
      },
    },
  },
  'claim-again': {
    clause: '2.3.1.2',
    question: text(
      '同一岗位在同一累计期内再次认领，是否计分？',
      "The same post claimed again within the cap's window: does it score?",
    ),
    chosen: 'refused',
    default: 'refused',
    answers: {
      refused: {
        title: text('不计分：不是另一个岗位', 'no: it is not another post'),
        patch: item('claim', { again: 'refused' }),
      },
      scores: {
        title: text('再次计分（仍受上限约束）', 'it scores again, under the cap'),
        patch: item('claim', { again: 'scores' }),
      },
    },
  },
  'service-needs-claim': {
    clause: '2.3.1.3',
    question: text(
      '按岗位发挥作用记分，是否须先认领该岗位？',
      'Do points for serving in a post need its claim?',
    ),
    chosen: 'claimed-by-that-day',
    default: 'claimed-by-that-day',
    answers: {
      claimed: {
        title: text('须由本账户认领过', 'the account has to have claimed it'),
        patch: forEachRole({ service: { claimed: 'ever' } }),
      },
      'claimed-by-that-day': {
        title: text(
          '认领日期不得晚于发挥作用的日期',
          'it has to have been claimed by the day of the service',
        ),
        patch: forEachRole({ service: { claimed: 'by-that-day' } }),
      },
      'not-needed': {
        title: text('无须认领', 'no claim is needed'),
        patch: forEachRole({ service: { claimed: 'not-needed' } }),
      },
    },
  },
  'activity-service-and-attendance': {
    clause: '2.3.1.3',
    question: text(
      '在一次活动中既按岗位发挥作用又参加活动，算一个事项还是两个？',
      'Serving in one’s post at an activity and taking part in it: one matter or two?',
    ),
    chosen: 'together',
    default: 'together',
    answers: {
      together: {
        title: text(
          '同一事项，两项合计不超过 2 分',
          'one matter: each scores, and both together at most 2 points',
        ),
        patch: item('activity', { serviceAndAttendance: 'together', mostPerMatter: 2 }),
      },
      'one-matter': {
        title: text('同一事项，只记其中一项', 'one matter: one of the two is entered'),
        patch: item('activity', { serviceAndAttendance: 'one-matter', mostPerMatter: null }),
      },
      'two-matters': {
        title: text('两个事项，分别记分', 'two matters'),
        patch: item('activity', { serviceAndAttendance: 'two-matters', mostPerMatter: null }),
      },
    },
  },
  'continuing-post': {
    clause: '2.3.1.3',
    question: text('长期岗位以什么为一个事项？', 'What is one matter of a continuing post?'),
    chosen: 'each-occasion',
    default: 'each-occasion',
    answers: {
      'each-occasion': {
        title: text('每次上岗为一个事项', 'each occasion of service'),
        patch: item('activity', { perPost: null }),
      },
      monthly: {
        title: text('每个岗位每月记一次', 'each post once a month'),
        patch: item('activity', { perPost: 'month' }),
      },
      'half-yearly': {
        title: text('每个岗位每半年记一次', 'each post once a half-year'),
        patch: item('activity', { perPost: 'half-year' }),
      },
    },
  },
  'form-each-year': {
    clause: '2.3.1.1',
    question: text('每年报到是否都须填写登记表？', 'Is the form needed at each yearly report-in?'),
    chosen: 'opening-alone',
    default: 'opening-alone',
    answers: {
      'opening-alone': {
        title: text('仅开户时填写', 'no, at the opening alone'),
        patch: item('registration', { form: null }),
      },
      'each-year': {
        title: text('每年都须填写', 'yes, each time'),
        patch: item('registration', { form: 'each-time' }),
      },
    },
  },
  'no-report-in': {
    clause: '2.3.1.1',
    question: text('当年未报到的，如何处理？', 'A year without a report-in: what then?'),
    chosen: 'goes-on',
    default: 'goes-on',
    answers: {
      'goes-on': {
        title: text('照常记分', 'it goes on as it was'),
        patch: { entries: { reportIn: null } },
      },
      'nothing-credited': {
        title: text('报到后方可记分', 'nothing is credited until the report-in'),
        patch: { entries: { reportIn: 'needed' } },
      },
    },
  },
  'organisation-life': {
    clause: 'A.3.1',
    question: text(
      '参加组织生活，在职党员以外的人可否记分？',
      'Does taking part in organisation life score for others than in-service members?',
    ),
    chosen: 'any-role',
    default: 'any-role',
    answers: {
      'any-role': {
        title: text('各类志愿者均可', 'for any role'),
        patch: organisationLife(null),
      },
      'in-service-only': {
        title: text('仅在职党员', 'for in-service members alone'),
        patch: organisationLife(['in-service-party-member']),
      },
    },
  },
  'one-matter-one-item': {
    clause: '2.3',
    question: text('同一事项可否按两个计分项记分？', 'May one matter score under two items?'),
    chosen: 'one-item',
    default: 'one-item',
    answers: {
      'one-item': {
        title: text('只按一个计分项记分', 'no: it is entered under one item'),
        patch: { entries: { matters: 'under-one-item' } },
      },
      'each-item': {
        title: text('每个计分项各记一次', 'yes, once under each'),
        patch: { entries: { matters: null } },
      },
    },
  },
  'registration-year': {
    clause: '2.3.1.1',
    question: text(
      '“每年”如何计，开户是否即为当年报到？',
      "'Every year': which year, and is opening that year's report-in?",
    ),
    chosen: 'calendar-year',
    default: 'calendar-year',
    answers: {
      'calendar-year': {
        title: text('自然年；开户即为当年报到', 'the calendar year; opening counts'),
        patch: item('registration', { once: { per: 'year', opening: 'counts' } }),
      },
      'opening-apart': {
        title: text('自然年；开户与当年报到分别计分', 'the calendar year; opening and report-in both score'),
        patch: item('registration', { once: { per: 'year', opening: 'apart' } }),
      },
      'twelve-months': {
        title: text('距上次满十二个月', 'twelve months since the last'),
        patch: item('registration', { once: { per: 'twelve-months', opening: 'counts' } }),
      },
    },
  },
  'hundred-mark': {
    clause: '3',
    question: text('“百分制”何意？', 'What does a mark out of one hundred mean?'),
    chosen: 'mark',
    default: 'mark',
    answers: {
      mark: {
        title: text(
          '积分不封顶；年度得分另按百分制表示，满分 100 分',
          'no ceiling on the ledger; the year is also shown out of 100, stopping there',
        ),
        patch: { ...MARK, ...NO_CEILING },
      },
      'no-mark': {
        title: text('不另按百分制表示', 'no mark is shown'),
        patch: { assessment: { mark: null }, ...NO_CEILING },
      },
      ceiling: {
        title: text('每年积分以 100 分为上限', 'points stop at 100 in a year'),
        patch: { ...MARK, roles: Object.fromEntries(ROLE_IDS.map((role) => [role, ceiling(role)])) },
      },
    },
  },
  'redemption-per-period': {
    clause: '4.2',
    question: text('“兑换一次”指什么？', "What does 'once' cover?"),
    chosen: 'one-visit',
    default: 'one-visit',
    answers: {
      'one-visit': {
        title: text(
          '一次可兑换多项，任一项不能兑换则整单不办理',
          'one visit with any number of rewards, all or nothing',
        ),
        patch: { redemption: { limits: { rewards: null } } },
      },
      'one-reward': {
        title: text('只可兑换一件', 'one reward'),
        patch: {
          redemption: {
            limits: {
              rewards: {
                clause: '4.2',
                title: text('每次兑换一件', 'one reward in each visit'),
                counts: 'rewards',
                per: 'visit',
                maximum: 1,
              },
            },
          },
        },
      },
    },
  },
  'redemption-period': {
    clause: '4.2',
    question: text('“半年”如何计？', 'How is the half-year counted?'),
    chosen: 'calendar-half',
    default: 'calendar-half',
    answers: {
      'calendar-half': {
        title: text('上半年、下半年', 'January to June, July to December'),
        patch: period({ kind: 'calendar', window: 'half-year' }),
      },
      'six-months-since': {
        title: text('距上次满六个月', 'six months since the last'),
        patch: period({ kind: 'rolling', months: 6 }),
      },
      quarter: {
        title: text('每季度', 'each quarter'),
        patch: period({ kind: 'calendar', window: 'quarter' }),
      },
      year: { title: text('每年', 'each year'), patch: period({ kind: 'calendar', window: 'year' }) },
      'opening-days': {
        title: text(
          '每半年最后一个月集中开放',
          'in the last month of each half-year, when redemption is open',
        ),
        patch: period({
          kind: 'openings',
          openings: [
            { from: '06-01', to: '06-30' },
            { from: '12-01', to: '12-31' },
          ],
        }),
      },
    },
  },
  'carry-over': {
    clause: '4.2',
    question: text('剩余积分累计到何时？', 'How long does what is left carry over?'),
    chosen: 'all',
    default: 'all',
    answers: {
      all: {
        title: text('全部累计，不失效', 'all of it, without end'),
        patch: { redemption: { carryOver: { lapse: null } } },
      },
      'year-end': {
        title: text('年末失效', "it lapses at the year's end"),
        patch: { redemption: { carryOver: { lapse: { window: 'year', periods: 0 } } } },
      },
      'two-periods': {
        title: text('所得半年及其后两个半年内有效', 'it is good in its own half-year and the two after it'),
        patch: { redemption: { carryOver: { lapse: { window: 'half-year', periods: 2 } } } },
      },
    },
  },
  'redemption-day': {
    clause: '4.2',
    question: text(
      '补记的兑换，或日期早于所用积分的兑换，以何时所持积分为限？',
      'A redemption written up late, or dated before its points: which points cover it?',
    ),
    chosen: 'held-on-its-day',
    default: 'held-on-its-day',
    answers: {
      'held-on-its-day': {
        title: text(
          '兑换当日持有，且其后未被兑换、未被扣减的积分',
          'those held on its day and neither spent nor taken since',
        ),
        patch: { redemption: { covered: 'on-its-day' } },
      },
      'order-of-entry': {
        title: text('登记时账户上的积分', 'whatever the account holds when it is entered'),
        patch: { redemption: { covered: 'when-entered' } },
      },
    },
  },
  'spendable-from': {
    clause: '4.2',
    question: text(
      '本半年所得积分可否在本半年兑换？',
      "May this half-year's points be spent in this half-year?",
    ),
    chosen: 'this-half',
    default: 'this-half',
    answers: {
      'this-half': {
        title: text('可以', 'yes'),
        patch: { redemption: { spendableAfter: null } },
      },
      'next-half': {
        title: text('自下一个半年起可以', 'from the next half-year on'),
        patch: { redemption: { spendableAfter: 'half-year' } },
      },
    },
  },
  proxy: {
    clause: '4.2',
    question: text('家属可否代为兑换？', 'May a member of the family redeem for the holder?'),
    chosen: 'refused',
    default: 'refused',
    answers: {
      refused: { title: text('不可以', 'no'), patch: { redemption: { proxy: null } } },
      allowed: {
        title: text('可以，须登记代领人', 'yes, and the entry names who collects'),
        patch: { redemption: { proxy: 'allowed' } },
      },
    },
  },
  'goods-consent': {
    clause: '4.2',
    question: text('代表会议的同意针对什么？', "What does the meeting's consent cover?"),
    chosen: 'each-goods',
    default: 'each-goods',
    answers: {
      'each-goods': {
        title: text('逐项物品，且不晚于兑换日', 'each goods reward, dated on or before the day'),
        patch: { redemption: { consent: { kinds: ['goods'], basis: 'each-reward' } } },
      },
      standing: {
        title: text('一次概括同意即可', 'one standing consent does for all'),
        patch: { redemption: { consent: { kinds: ['goods'], basis: 'standing' } } },
      },
      'services-too': {
        title: text('服务亦须逐项同意', 'services need it too'),
        patch: { redemption: { consent: { kinds: ['goods', 'service'], basis: 'each-reward' } } },
      },
    },
  },
  'consent-lasts': {
    clause: '4.2',
    question: text('代表会议的同意，有效多久？', "How long does the meeting's consent last?"),
    chosen: 'as-it-says',
    default: 'as-it-says',
    answers: {
      'as-it-says': {
        title: text(
          '以同意所载期限为准；未载期限的长期有效',
          'as long as it says; without end where it names none',
        ),
        patch: consentLasts(null),
      },
      'a-year': {
        title: text('一年，逾期提示', 'a year; then every redemption that rests on it is warned of'),
        patch: consentLasts({ months: 12, late: 'warn' }),
      },
      'a-year-then-refused': {
        title: text('一年，逾期须重新同意', 'a year; then the meeting has to consent anew'),
        patch: consentLasts({ months: 12, late: 'refuse' }),
      },
    },
  },
  'handbook-updated': {
    clause: '4.2',
    question: text(
      '手册“定期更新”，多久更新一次？',
      'The handbook is brought up to date regularly: how often?',
    ),
    chosen: 'yearly',
    default: 'yearly',
    answers: {
      yearly: {
        title: text('每年，逾期提示', 'within a year; later redemptions are warned of'),
        patch: handbookOld(12),
      },
      'half-yearly': {
        title: text('每半年，逾期提示', 'within a half-year; later redemptions are warned of'),
        patch: handbookOld(6),
      },
      'no-rule': { title: text('不作要求', 'nothing is asked'), patch: handbookOld(null) },
    },
  },
  spirit: {
    clause: '4.2',
    question: text('“精神鼓励”如何落实？', "'Moral encouragement': does the handbook offer honours?"),
    chosen: 'in-handbook',
    default: 'in-handbook',
    answers: {
      'in-handbook': {
        title: text(
          '荣誉列入手册，不需积分，随兑换一并领取',
          'yes: they stand in the handbook at no price, and are given at a visit',
        ),
        patch: { redemption: { honours: null } },
      },
      none: { title: text('不设荣誉', 'no, none'), patch: { redemption: { honours: 'none' } } },
    },
  },
  'blue-deduction': {
    clause: '4.2',
    question: text(
      '文件只规定红色账户核减，蓝色账户是否核减？',
      'Only the red account is named as reduced: is the blue one too?',
    ),
    chosen: 'both',
    default: 'both',
    answers: {
      both: { title: text('两账户均核减', 'both are'), patch: deducts(true, true) },
      'red-only': { title: text('只核减红色账户', 'only the red one'), patch: deducts(true, false) },
    },
  },
  'self-issue': {
    clause: '2.3',
    question: text(
      '经办人能否为本人的账户记分、兑换？',
      'May the person who enters points or a redemption be the one whose account it is?',
    ),
    chosen: 'allowed',
    default: 'allowed',
    answers: {
      allowed: {
        title: text('可以（文件未作回避规定）', 'yes: the text bars nobody from it'),
        patch: { authority: { self: 'allowed' } },
      },
      refused: {
        title: text('不可以：经办人须写明，本人回避', 'no: the recorder is named, and is another person'),
        patch: { authority: { self: 'refused' } },
      },
    },
  },
  approval: {
    clause: '2.3',
    question: text('一人经办即可，还是须由第二人复核？', 'Does one person do, or does a second one approve?'),
    chosen: 'one-person',
    default: 'one-person',
    answers: {
      'one-person': {
        title: text('一人经办即可（文件未要求复核）', 'one person does: the text asks for no second one'),
        patch: { authority: { approval: 'one-person' } },
      },
      'two-person': {
        title: text('须由第二人复核，经办人、复核人均须写明', 'a second person approves, and both are named'),
        patch: { authority: { approval: 'two-person' } },
      },
    },
  },
  'correction-office': {
    clause: '3',
    question: text('由谁更正？', 'Who corrects?'),
    chosen: 'subdistrict',
    default: 'subdistrict',
    answers: {
      subdistrict: {
        title: text('仅街道党群办', "the subdistrict's Party affairs office alone"),
        patch: {
          authority: { offices: { CorrectScore: ['subdistrict'] } },
          correction: { mattersOnly: null },
        },
      },
      'community-too': {
        title: text(
          '社区亦可更正登记差错（须指明事项）',
          'the community too, for clerical errors of a matter that it names',
        ),
        patch: {
          authority: { offices: { CorrectScore: ['subdistrict', 'community'] } },
          correction: { mattersOnly: ['community'] },
        },
      },
    },
  },
  'correction-floor': {
    clause: '3',
    question: text(
      '积分已兑换后再更正，或更正多于所得，如何处理？',
      'A correction after the points were spent, or larger than the score: what then?',
    ),
    chosen: 'none',
    default: 'none',
    answers: {
      none: {
        title: text(
          '不设下限，可为负；为负则不得兑换',
          'no floor: either figure may be negative, and a negative balance blocks redemption',
        ),
        patch: { correction: { floor: 'none' } },
      },
      'refuse-below-zero-score': {
        title: text('更正后考核积分低于 0 的，不予办理', 'refused where the score would be below 0'),
        patch: { correction: { floor: 'refuse-assessment' } },
      },
      'refuse-below-zero-balance': {
        title: text('更正后可兑换积分低于 0 的，不予办理', 'refused where the balance would be below 0'),
        patch: { correction: { floor: 'refuse-balance' } },
      },
      'stop-at-zero': {
        title: text('扣至可兑换积分为 0 为止', 'it stops where the balance is 0'),
        patch: { correction: { floor: 'stop-at-zero' } },
      },
    },
  },
  'correction-year': {
    clause: '3',
    question: text(
      '更正计入哪一年，是否恢复上限的可用额度？',
      'Which year does a correction count in, and does it free room under a cap?',
    ),
    chosen: 'own-date',
    default: 'own-date',
    answers: {
      'own-date': {
        title: text('计入更正所在年度，不恢复可用额度', 'the year of its own date; it frees none'),
        patch: { correction: { counts: 'own-date', freesRoom: false } },
      },
      'matter-year': {
        title: text(
          '计入所更正事项所在年度，不恢复可用额度',
          'the year of the matter that it corrects; it frees none',
        ),
        patch: { correction: { counts: 'matter-date', freesRoom: false } },
      },
      'frees-room': {
        title: text('计入更正所在年度，恢复可用额度', 'the year of its own date; it frees room'),
        patch: { correction: { counts: 'own-date', freesRoom: true } },
      },
      'matter-year-frees-room': {
        title: text('计入所更正事项所在年度，恢复可用额度', 'the year of the matter; it frees room'),
        patch: { correction: { counts: 'matter-date', freesRoom: true } },
      },
    },
  },
  'correction-bound': {
    clause: '3',
    question: text('更正幅度有无限度？', 'How far may a correction of a matter go?'),
    chosen: 'matter',
    default: 'matter',
    answers: {
      matter: {
        title: text(
          '核减不得超过该事项所记积分；核增不设上限，超过该项最高分的予以提示',
          "never more off a matter than it holds; up without a bound, with a warning above the item's maximum",
        ),
        patch: { correction: { bound: 'matter' } },
      },
      'item-maximum': {
        title: text('核增亦不得超过该项最高分', "up to the item's maximum as well"),
        patch: { correction: { bound: 'item' } },
      },
      none: { title: text('不设限度', 'without a bound'), patch: { correction: { bound: null } } },
    },
  },
  'late-entry': {
    clause: '3',
    question: text('补记的事项如何处理？', 'Matters written up late: are they taken?'),
    chosen: 'taken',
    default: 'taken',
    answers: {
      taken: {
        title: text(
          '自开户日起均可补记，按事项日期归入年度与半年',
          'from the opening day on; their own date decides year, window and half',
        ),
        patch: { entries: { order: 'any' } },
      },
      'never-back': {
        title: text('日期不得早于上一笔', 'dates never go back'),
        patch: { entries: { order: 'never-back' } },
      },
    },
  },
  'feedback-cut-off': {
    clause: '4.1',
    question: text(
      '年度情况在年内反馈，计至何时？',
      "The year's account is due before the year ends: what is in it?",
    ),
    chosen: 'day-sent',
    default: 'day-sent',
    answers: {
      'day-sent': {
        title: text(
          '自然年内至反馈之日，此后列入补充反馈',
          'the calendar year up to the day it is sent; the rest goes into a supplement',
        ),
        patch: { feedback: { yearStarts: '01-01' } },
      },
      'december-november': {
        title: text('上年十二月至当年十一月', 'December of the year before to November'),
        patch: { feedback: { yearStarts: '12-01' } },
      },
    },
  },
  'resident-feedback': {
    clause: '4.1',
    question: text(
      '居民没有党组织，反馈给谁？',
      'Residents have no party organisation: who gets their account?',
    ),
    chosen: 'resident',
    default: 'resident',
    answers: {
      resident: {
        title: text('反馈居民本人', 'the resident'),
        patch: {
          roles: {
            resident: {
              feedback: { recipients: [{ id: 'volunteer', title: text('志愿者本人', 'the volunteer') }] },
            },
          },
        },
      },
      none: {
        title: text('不反馈', 'nobody'),
        patch: { roles: { resident: { feedback: { recipients: [] } } } },
      },
    },
  },
  'community-bounds': {
    clause: '3',
    question: text('社区细则可否宽于街道规定？', "May a community's rules be looser than the subdistrict's?"),
    chosen: 'no',
    default: 'no',
    answers: {
      no: {
        title: text(
          '不可以：不得宽于街道规定，否则细则无效，并指明所违反条款',
          'no: such a rule set fails, naming the clause',
        ),
        patch: { bounds: { looser: 'refused' } },
      },
      allowed: {
        title: text('可以，但列为差异', 'yes, listed as a deviation'),
        patch: { bounds: { looser: 'allowed' } },
      },
    },
  },
  'late-filing': {
    clause: '5',
    question: text('手册逾期未备案，能否兑换？', 'The handbook was not filed in time: may it be used?'),
    chosen: 'warning',
    default: 'warning',
    answers: {
      warning: {
        title: text('可以，每次兑换均予提示', 'yes, with a warning on every redemption'),
        patch: { filing: { late: 'warn' } },
      },
      refused: {
        title: text('备案前不可以兑换', 'no, until it is filed'),
        patch: { filing: { late: 'refuse' } },
      },
    },
  },
  'filing-what': {
    clause: '5',
    question: text('细则、手册的哪些版本须备案？', 'Which editions of the measures are filed?'),
    chosen: 'each-edition',
    default: 'each-edition',
    answers: {
      'each-edition': {
        title: text('每次发布的新版均须备案', 'each new one'),
        patch: { filing: { editions: null } },
      },
      'first-alone': {
        title: text('仅首次发布须备案', 'the first alone'),
        patch: { filing: { editions: 'first' } },
      },
    },
  },
  week: {
    clause: '5',
    question: text('备案期限“一周”如何计算？', 'How is the week for filing counted?'),
    chosen: 'natural-days',
    default: 'natural-days',
    answers: {
      'natural-days': {
        title: text('七个自然日', 'seven natural days'),
        patch: { filing: { withinDays: 7, days: null } },
      },
      'working-days': {
        title: text('五个工作日', 'five working days'),
        patch: { filing: { withinDays: 5, days: 'working' } },
      },
    },
  },
  'mark-scale': {
    clause: '3',
    question: text('年度得分的 100 分如何对应？', 'What do one hundred points of the year’s mark stand for?'),
    chosen: 'stops-at-100',
    default: 'stops-at-100',
    answers: {
      'stops-at-100': {
        title: text('一分计一分，满 100 分为止', 'one hundred points; what is above them adds nothing'),
        patch: { assessment: { scale: null } },
      },
      'highest-is-100': {
        title: text(
          '以当年最高分为 100 分，其余按比例折算',
          'the highest assessment of the year; the others are in proportion',
        ),
        patch: { assessment: { scale: 'to-highest' } },
      },
    },
  },
  'who-reverses': {
    clause: '2.3',
    question: text('登记差错由谁撤销？', "Who undoes a slip of the centre's?"),
    chosen: 'community-until-due',
    default: 'community-until-due',
    answers: {
      'community-until-due': {
        title: text(
          '年度反馈截止前由社区撤销，此后由街道党群办撤销',
          "the community, until its year's account is due; then the supervisor",
        ),
        patch: reversal(['community', 'subdistrict'], ['community']),
      },
      community: {
        title: text('社区和街道党群办均可随时撤销', 'the community at any time, and the supervisor'),
        patch: reversal(['community', 'subdistrict'], null),
      },
      supervisor: {
        title: text('仅街道党群办', 'the supervisor alone'),
        patch: reversal(['subdistrict'], null),
      },
    },
  },
  'change-of-role': {
    clause: '2.2',
    question: text(
      '居民入党、在职党员退休或志愿者转往其他社区，原账户如何处理？',
      'A resident joins the party, an in-service member retires, a volunteer moves: what becomes of the account?',
    ),
    chosen: 'continued',
    default: 'continued',
    answers: {
      continued: {
        title: text(
          '注销并接续：积分、认领上限与当期兑换次数一并移交新账户',
          "closed and continued: balance, claims and the half-year's visit go along",
        ),
        patch: closing('handed-on'),
      },
      anew: {
        title: text('注销后另开新账户，从零起计', 'closed, and a new account starts with nothing'),
        patch: closing('forfeited'),
      },
    },
  },
  'two-communities': {
    clause: '2.2',
    question: text('同一人可否在两个社区各开一个账户？', 'May one person have accounts at two communities?'),
    chosen: 'allowed',
    default: 'allowed',
    answers: {
      allowed: {
        title: text('可以，列入名单供街道党群办核查', 'yes, listed for the supervisor'),
        patch: { oneAccount: null },
      },
      refused: {
        title: text(
          '不可以：已知本人另有账户的，不予开户',
          'no: refused where another open account of theirs is known',
        ),
        patch: {
          oneAccount: { clause: '2.2', title: text('每人一个账户', 'one account for each person') },
        },
      },
    },
  },
  verification: {
    clause: '2.3',
    question: text(
      '积分核定与登记一并完成，还是分开？',
      'Are points verified with the entry, or apart from it?',
    ),
    chosen: 'with-entry',
    default: 'with-entry',
    answers: {
      'with-entry': {
        title: text('登记即核定', 'with the entry'),
        patch: { verification: null, authority: { offices: { VerifyEntry: null } } },
      },
      apart: {
        title: text('另行核定，核定前不计分', 'apart: an entry counts nowhere until it is verified'),
        patch: {
          verification: { clause: '2.3', title: text('积分核定', 'verification of entries') },
          authority: { offices: { VerifyEntry: ['community', 'party-organisation'] } },
        },
      },
    },
  },
  'difficulty-of': {
    clause: '2.3',
    question: text(
      '同一事项的难度，对所有人一致，还是因人而定？',
      "Is a matter's difficulty the same for everybody, or set for each person?",
    ),
    chosen: 'for-all',
    default: 'for-all',
    answers: {
      'for-all': {
        title: text(
          '以社区公布的岗位与活动清单为准，对所有人一致',
          "for everybody, as the community's programme says",
        ),
        patch: { entries: { difficulty: null } },
      },
      'by-person': {
        title: text('由经办人按本人情况认定', 'by person, as it is entered'),
        patch: { entries: { difficulty: 'by-person' } },
      },
    },
  },
  'entry-into-force': {
    clause: '1',
    question: text(
      '文件未规定施行日期，自何时适用？',
      'No date of entry into force is named: from when do the rules hold?',
    ),
    chosen: 'none',
    default: 'none',
    answers: {
      none: { title: text('不设起始日期', 'from no date in particular'), patch: { inForce: { from: null } } },
      'date-of-issue': {
        title: text('自印发之日 2022-04-27 起', 'nothing before the date of issue, 2022-04-27'),
        patch: { inForce: { from: '2022-04-27' } },
      },
    },
  },
};
