import type { Clause, ItemRule, LimitRule, RedemptionMeasure, RoleRule, RuleSet } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { type Locale, type Text, text } from '../words.js';
import type { Choice } from './choices.js';
import * as choices from './choices.js';

/** A part of a rule set that can be changed on the page. */
export type Field = {
  /** The way to it from the root. */
  readonly path: readonly string[];
  readonly clause: Clause;
  readonly title: Text;
  /** What it may be; a number where there are none. */
  readonly choices?: readonly Choice[];
  /** What it means that there is no number; it has to be there where absent. */
  readonly absent?: Text;
  readonly unit?: Text;
};

/** Fields under one heading. */
export type Group = { readonly id: string; readonly title: Text; readonly fields: readonly Field[] };

const POINTS = text('分', 'points');
const UNLIMITED = text('不限', 'any number');

/** Every part of a rule set that can be changed on the page, by heading. */
export function fieldGroups(ruleSet: RuleSet): readonly Group[] {
  const roles = Object.entries(ruleSet.roles).map(([id, role]) => ({
    id: `role-${id}`,
    title: role.title,
    fields: roleFields(ruleSet, id, role),
  }));
  return [...roles, redemption(ruleSet), carryOver(ruleSet), record(ruleSet)];
}

/** All fields, by dotted path, each named in full: the heading with it. */
export function fieldsByPath(ruleSet: RuleSet): ReadonlyMap<string, Field> {
  return new Map(
    fieldGroups(ruleSet).flatMap((group) =>
      group.fields.map((field) => [
        field.path.join('.'),
        { ...field, title: joined(group.title, field.title) },
      ]),
    ),
  );
}

function joined(a: Text, b: Text): Text {
  const both = (locale: Locale): string => `${wordsIn(a, locale)} · ${wordsIn(b, locale)}`;
  return text(both('zh-CN'), both('en'));
}

function roleFields(ruleSet: RuleSet, id: string, role: RoleRule): readonly Field[] {
  const at = ['roles', id];
  const { opening, account, service } = role;
  return [
    {
      path: [...at, 'opening', 'points'],
      clause: opening.clause,
      title: text('开户积分', 'points for opening'),
      unit: POINTS,
    },
    ...Object.entries(role.items).flatMap(([item, rule]) =>
      itemFields(ruleSet, [...at, 'items', item], rule),
    ),
    ...Object.entries(role.limits).flatMap(([limit, rule]) => limitFields([...at, 'limits', limit], rule)),
    {
      path: [...at, 'service', 'claimed'],
      clause: service.clause,
      title: text('按岗位发挥作用', 'service in a post'),
      choices: choices.CLAIMED,
    },
    {
      path: [...at, 'account', 'deducts'],
      clause: account.clause,
      title: joined(account.title, text('兑换', 'redeeming')),
      choices: choices.DEDUCTS,
    },
  ];
}

function itemFields(ruleSet: RuleSet, path: readonly string[], item: ItemRule): readonly Field[] {
  const named = (of: Text): Text => joined(item.title, of);
  const field = (to: readonly string[], title: Text, more: Partial<Field> = {}): Field => ({
    path: [...path, ...to],
    clause: item.clause,
    title: named(title),
    ...more,
  });
  const activity = item.entry === 'activity';
  return [
    ...scoringFields(ruleSet, item, field),
    ...(item.entry === 'registration'
      ? [field(['once'], text('次数', 'how often'), { choices: choices.REPORT_IN_ONCE })]
      : []),
    ...(item.entry === 'claim'
      ? [field(['again'], text('同一岗位再次认领', 'the same post again'), { choices: choices.AGAIN })]
      : []),
    ...(activity && item.serviceAndAttendance !== undefined
      ? [
          field(['serviceAndAttendance'], text('既发挥作用又参加活动', 'serving and taking part'), {
            choices: choices.SERVICE_AND_ATTENDANCE,
          }),
        ]
      : []),
  ];
}

type FieldOf = (to: readonly string[], title: Text, more?: Partial<Field>) => Field;

function scoringFields({ difficulties }: RuleSet, { scoring }: ItemRule, field: FieldOf): readonly Field[] {
  switch (scoring.by) {
    case 'fixed':
      return [field(['scoring', 'points'], POINTS_FOR_IT, { unit: POINTS })];
    case 'difficulty':
      // A tier that the item does not have yet can be given points.
      return Object.entries(difficulties).map(([tier, title]) =>
        field(['scoring', 'points', tier], title, { unit: POINTS, absent: text('无此难度', 'no such tier') }),
      );
    case 'quantity':
      return [
        field(['scoring', 'points'], POINTS_FOR_IT, { unit: POINTS }),
        field(['scoring', 'each'], text('每多少计一次', 'for each'), { unit: scoring.unitTitle }),
        field(['scoring', 'rounding'], text('零头', 'parts of it'), { choices: choices.ROUNDING }),
        field(['scoring', 'maximum'], text('每次最多计', 'at most counted'), {
          unit: scoring.unitTitle,
          absent: UNLIMITED,
        }),
      ];
    case 'bands':
    case 'balance':
      // A list of bands is not changed on the page, and a deduction of everything has no number.
      return [];
  }
}

const POINTS_FOR_IT = text('分值', 'points');

function limitFields(path: readonly string[], limit: LimitRule): readonly Field[] {
  const { clause, counts, title } = limit;
  const of = (to: string, name: Text, more: Partial<Field>): Field => ({
    path: [...path, to],
    clause,
    title: joined(joined(text('上限', 'limit'), title), name),
    ...more,
  });
  return [
    of('maximum', text('至多', 'at most'), { unit: counts === 'entries' ? text('次', 'entries') : POINTS }),
    of('per', text('累计期间', 'counted over'), { choices: choices.WINDOWS }),
    of('beyond', text('超出时', 'beyond it'), { choices: choices.BEYOND }),
  ];
}

/** What a limit on redeeming counts. */
const MEASURED: { readonly [M in RedemptionMeasure]: Text } = {
  redeemed: POINTS,
  visits: text('次', 'redemptions'),
  rewards: text('件', 'rewards'),
  lines: text('项', 'lines'),
};

function redemption({ redemption: { clause, consent, limits = {} } }: RuleSet): Group {
  const perVisit = (counts: 'rewards' | 'lines', title: Text): readonly Field[] =>
    Object.hasOwn(limits, counts)
      ? []
      : [
          {
            path: ['redemption', 'limits', counts],
            clause,
            title,
            choices: choices.perVisit(counts, title, clause),
          },
        ];
  return {
    id: 'redemption',
    title: text('兑换', 'Redeeming'),
    fields: [
      { path: ['redemption', 'period'], clause, title: text('兑换周期', 'period'), choices: choices.PERIODS },
      ...Object.entries(limits).map(
        ([id, limit]): Field => ({
          path: ['redemption', 'limits', id, 'maximum'],
          clause: limit.clause,
          title: joined(limit.title, text('至多', 'at most')),
          unit: MEASURED[limit.counts],
        }),
      ),
      ...perVisit('lines', text('每次种类', 'kinds of reward in a visit')),
      ...perVisit('rewards', text('每次件数', 'rewards in a visit')),
      {
        path: ['redemption', 'consent', 'kinds'],
        clause: consent.clause,
        title: text('须经同意的', 'what needs consent'),
        choices: choices.CONSENT_KINDS,
      },
      {
        path: ['redemption', 'consent', 'basis'],
        clause: consent.clause,
        title: text('同意方式', 'kind of consent'),
        choices: choices.CONSENT_BASES,
      },
    ],
  };
}

function carryOver({ redemption }: RuleSet): Group {
  const { clause } = redemption.carryOver;
  const path = ['redemption', 'carryOver', 'lapse'];
  const title = text('剩余积分失效', 'what is left lapses');
  return {
    id: 'lapse',
    title: text('失效', 'Lapse'),
    fields: [{ path, clause, title, choices: choices.LAPSES }],
  };
}

function record({ correction, entries, assessment, filing, bounds }: RuleSet): Group {
  const correcting = (to: string, title: Text, of: readonly Choice[]): Field => ({
    path: ['correction', to],
    clause: correction.clause,
    title,
    choices: of,
  });
  return {
    id: 'record',
    title: text('更正、补记与备案', 'Corrections, late entries and filing'),
    fields: [
      correcting('floor', text('更正下限', 'floor of corrections'), choices.FLOORS),
      correcting('counts', text('更正计入', 'a correction counts in'), choices.CORRECTION_YEARS),
      correcting('freesRoom', text('更正后上限的可用额度', 'room under limits'), choices.FREES_ROOM),
      {
        path: ['entries', 'order'],
        clause: entries.clause,
        title: text('补记', 'late entries'),
        choices: choices.ORDERS,
      },
      ...(assessment.mark === undefined
        ? []
        : [
            {
              path: ['assessment', 'mark', 'outOf'],
              clause: assessment.clause,
              title: text('年度得分满分', 'the yearly mark is out of'),
            },
          ]),
      ...(filing === undefined
        ? []
        : [
            {
              path: ['filing', 'withinDays'],
              clause: filing.clause,
              title: text('备案期限', 'filed within'),
              unit: text('天', 'days'),
            },
            {
              path: ['filing', 'late'],
              clause: filing.clause,
              title: text('逾期备案的手册', 'a handbook filed late'),
              choices: choices.LATE_FILING,
            },
          ]),
      {
        path: ['bounds', 'looser'],
        clause: bounds.clause,
        title: text('社区细则可否更宽', "may a community's rules be looser"),
        choices: choices.LOOSER,
      },
    ],
  };
}
