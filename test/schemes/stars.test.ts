/*
 * S7: stars of a district, each from so many hours and so many points. S12: a school, where whoever falls below 15 after having had it is
 * barred until back at 15.
 */
import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet, type RuleSetDefinition } from '../../src/define.js';
import { deviations, type RuleSet } from '../../src/index.js';
import { type Recognition, recognition } from '../../src/reports.js';
import { entriesOf } from '../support/entries.js';
import { reported } from '../support/words.js';
import { Desk } from './desk.js';

function star(title: string, hours: number, points: number) {
  const needed = {
    title: { en: `${hours} hours` },
    counts: 'quantity',
    unit: 'hour',
    per: 'life',
    minimum: hours,
  } as const;
  return { title: { en: title }, points, requires: { hours: needed } } as const;
}

const hours = { by: 'quantity', unit: 'hour', unitTitle: { en: 'hours' } } as const;

const stars = defineRuleSet({
  id: 'stars',
  version: '1',
  title: { en: 'Star volunteers' },
  roles: {
    volunteer: {
      title: { en: 'volunteer' },
      items: {
        service: { title: { en: 'Service' }, scoring: { ...hours, points: 10 } },
        merit: {
          title: { en: 'Merit' },
          scoring: { by: 'quantity', unit: 'point', unitTitle: { en: 'points' }, points: 1 },
        },
        fault: { title: { en: 'Fault' }, scoring: { by: 'fixed', points: -20 } },
      },
    },
  },
  correction: {},
  recognition: {
    one: star('One star', 50, 500),
    two: star('Two stars', 100, 1000),
    three: star('Three stars', 200, 2100),
    four: star('Four stars', 400, 4200),
    five: star('Five stars', 800, 8400),
  },
});

const on = '2024-12-31';

function standing(desk: Desk, ruleSet: RuleSet, day = on): Recognition {
  return recognition(desk.events, ruleSet, { on: day }) as Recognition;
}

describe('S7: a star', () => {
  test('needs hours and points, and a deduction may take it', () => {
    const desk = new Desk(stars, 'volunteer', '2024-01-01');
    desk.credit('service', '2024-02-01', 50);
    expect(standing(desk, stars).recognised).toEqual(['one']);
    expect(desk.credit('fault', '2024-03-01')).toBe(-20);
    expect(standing(desk, stars)).toMatchObject({
      recognised: [],
      next: {
        level: 'one',
        threshold: 500,
        counted: 480,
        missing: 20,
        conditions: [{ counted: 50, missing: 0 }],
      },
    });
    expect(reported(standing(desk, stars)).en).toBe(
      "By 2024-12-31 no level is reached. For 'One star' (500 points, clause 1) 20 more are needed.",
    );
    // A correction gives back what was taken by mistake.
    desk.correct(20, '2024-04-01');
    expect(standing(desk, stars).recognised).toEqual(['one']);
  });

  test('is not there with 45 hours and 510 points', () => {
    const desk = new Desk(stars, 'volunteer', '2024-01-01');
    desk.credit('service', '2024-02-01', 45);
    desk.credit('merit', '2024-02-02', 60);
    const found = standing(desk, stars);
    expect(found.recognised).toEqual([]);
    expect(found.next).toMatchObject({
      missing: 0,
      reached: false,
      conditions: [
        { condition: 'hours', counts: 'quantity', minimum: 50, window: 'life', counted: 45, missing: 5 },
      ],
    });
    expect(reported(found).en).toBe(
      "By 2024-12-31 no level is reached. For 'One star', 5 more of 50 are needed: '50 hours' (clause 1).",
    );
  });

  test('may allow no deduction in the year', () => {
    const title = { en: 'No fault this year' };
    const spotless = defineRuleSet({
      ...stars,
      recognition: {
        one: {
          title: { en: 'Spotless' },
          points: 10,
          requires: { spotless: { title, counts: 'deductions', per: 'year', maximum: 0 } },
        },
      },
    });
    const desk = new Desk(spotless, 'volunteer', '2024-01-01');
    desk.credit('service', '2024-02-01', 50);
    expect(standing(desk, spotless).recognised).toEqual(['one']);
    expect(standing(desk, spotless).levels[0]?.conditions).toEqual([
      {
        condition: 'spotless',
        clause: '1',
        title,
        counts: 'deductions',
        maximum: 0,
        window: '2024',
        counted: 0,
        missing: 0,
      },
    ]);
    desk.credit('fault', '2024-03-01');
    const found = standing(desk, spotless);
    expect(found.recognised).toEqual([]);
    expect(found.next?.conditions).toMatchObject([{ counted: 20, missing: 0, above: 20 }]);
    expect(reported(found).en).toBe(
      "By 2024-12-31 no level is reached. For 'Spotless', there may be 0 at most, and there are 20 more: 'No fault this year' (clause 1).",
    );
    expect(standing(desk, spotless, '2025-01-01').recognised).toEqual(['one']);
  });

  describe('for one role alone', () => {
    const title = { en: 'Title' };
    const twice = { title, scoring: { by: 'fixed', points: 20 } } as const;
    const once = { title, scoring: { by: 'fixed', points: 9 } } as const;
    const level = (points: number, ...roles: string[]) => ({ title, points, roles });
    const definition = (recognition: NonNullable<RuleSetDefinition['recognition']>, member: object = twice) =>
      ({
        id: 'roles',
        version: '1',
        title,
        roles: {
          volunteer: { title, items: { service: twice } },
          member: {
            title,
            items: { service: member as typeof twice },
            ...(member === once ? { limits: { service: entriesOf('service', 'life', 1, title) } } : {}),
          },
        },
        recognition,
      }) satisfies RuleSetDefinition;
    const ofRoles = defineRuleSet(
      definition({
        easy: level(10, 'volunteer'),
        hard: level(20, 'member'),
        both: level(30, 'member', 'volunteer'),
      }),
    );

    test.each([
      ['volunteer', ['easy', 'both']],
      ['member', ['hard', 'both']],
    ])('is there for the %s', (role, levels) => {
      const desk = new Desk(ofRoles, role, '2024-01-01');
      desk.credit('service', '2024-02-01');
      const found = standing(desk, ofRoles);
      expect(found.levels.map(({ level }) => level)).toEqual(levels);
      expect(found.recognised).toEqual(levels.slice(0, 1));
      expect(found.next).toMatchObject({ level: 'both', missing: 10 });
    });

    test('has roles of the rules, each once, one of which comes to it', () => {
      const problems = (of: RuleSetDefinition) => checkRuleSet(of).map(({ path, code }) => `${path} ${code}`);
      expect(problems(definition({ easy: level(10, 'voluntere') }))).toEqual([
        'recognition.easy.roles[0] unknown-role',
      ]);
      expect(problems(definition({ easy: level(10, 'volunteer', 'volunteer') }))).toEqual([
        'recognition.easy.roles[1] duplicate',
      ]);
      const member = definition({ easy: level(10, 'member') }, once);
      expect(problems(member)).toEqual(['recognition.easy.points never-met']);
      expect(problems(definition({ easy: level(10, 'member', 'volunteer') }, once))).toEqual([]);
      // A member may go on from the account of a volunteer.
      const closing = { clause: '1', title, reasons: { moved: { title, holdings: 'handed-on' } } } as const;
      const offices = { CloseAccount: ['community'] } as const;
      expect(problems({ ...member, closing, authority: { offices } })).toEqual([]);
    });

    test('is looser for more roles', () => {
      const rules = (...roles: string[]): RuleSet => defineRuleSet(definition({ easy: level(10, ...roles) }));
      const kinds = (from: RuleSet, to: RuleSet) =>
        deviations(from, to).map(({ path, kind }) => `${path} ${kind}`);
      const [few, more] = [rules('member'), rules('member', 'volunteer')];
      expect(kinds(few, more)).toEqual(['recognition.easy.roles looser']);
      expect(kinds(more, few)).toEqual(['recognition.easy.roles stricter']);
    });
  });

  test('counts the hours that a continued account handed on', () => {
    const closing = { title: { en: 'Moved' }, holdings: 'handed-on' } as const;
    const moving = defineRuleSet({
      ...stars,
      closing: { clause: '1', title: { en: 'Closing' }, reasons: { moved: closing } },
      authority: { offices: { ...stars.authority.offices, CloseAccount: ['community'] } },
    });
    const first = new Desk(moving, 'volunteer', '2023-01-01');
    first.credit('service', '2023-02-01', 40);
    first.correct(60, '2023-02-02');
    first.enter('CloseAccount', '2023-12-01', { reason: 'moved' });
    const closed = first.events.at(-1);
    const second = new Desk(moving, 'volunteer', '2024-01-01');
    second.events.length = 0;
    const continued = { role: 'volunteer', communityId: 'c1', accountId: 'v2', continues: [closed] };
    second.enter('OpenAccount', '2024-01-01', continued);
    second.enter('CreditActivity', '2024-02-01', {
      accountId: 'v2',
      item: 'service',
      matterId: 'm',
      quantity: 10,
    });
    expect(standing(second, moving)).toMatchObject({
      recognised: ['one'],
      levels: [{ counted: 560, conditions: [{ counted: 50 }] }, {}, {}, {}, {}],
    });
  });
});

test('a level that asks for no points is the lowest, wherever it stands', () => {
  const asks = { title: { en: 'an entry' }, counts: 'entries', minimum: 1, per: 'life' } as const;
  const bare = { title: { en: 'Bare' }, requires: { asks } };
  for (const recognition of [
    { bare, one: star('One', 50, 500) },
    { one: star('One', 50, 500), bare },
  ]) {
    const desk = new Desk(stars, 'volunteer', '2024-01-01');
    const levels = standing(desk, defineRuleSet({ ...stars, recognition })).levels;
    expect(levels.map(({ level }) => level)).toEqual(['bare', 'one']);
  }
});

describe('a condition of a level', () => {
  const level = (condition: object) => ({
    ...stars,
    recognition: {
      busy: {
        title: { en: 'Busy' },
        requires: { it: { title: { en: 'It' }, per: 'life', minimum: 2, ...condition } },
      },
    },
  });
  const desk = new Desk(stars, 'volunteer', '2023-12-15');
  desk.credit('service', '2024-01-01', 1.5);
  desk.credit('service', '2024-02-01', 1);
  desk.credit('fault', '2024-02-02');
  desk.credit('merit', '2024-05-01', 7);
  desk.correct(-1, '2024-05-02');

  test.each([
    ['points', { counts: 'points' }, 'life', 10 + 10 - 20 + 7 - 1],
    ['points of an item', { counts: 'points', items: ['merit'] }, 'life', 7],
    ['deductions', { counts: 'deductions' }, 'life', 20],
    ['entries', { counts: 'entries' }, 'life', 5],
    ['entries of a month', { counts: 'entries', per: 'month' }, '2024-05', 1],
    ['entries of the year before', { counts: 'entries', per: { before: 'year' } }, '2023', 1],
    ['entries of the account year', { counts: 'entries', per: 'account-year' }, '2023-12-15..2024-12-14', 5],
    ['entries of 60 days', { counts: 'entries', per: { last: 60, of: 'days' } }, '2024-04-02..2024-05-31', 1],
    ['hours', { counts: 'quantity', unit: 'hour' }, 'life', 2.5],
    ['months in a row', { counts: 'months' }, 'life', 3],
  ])('counts %s', (_, condition, window, counted) => {
    const ruleSet = defineRuleSet(level(condition) as unknown as typeof stars);
    const [busy] = standing(desk, ruleSet, '2024-05-31').levels;
    expect(busy).toMatchObject({ threshold: 0, missing: 0, conditions: [{ window, counted }] });
    expect(busy?.reached).toBe(counted >= 2);
  });

  test('counts what the rules have, and a level needs something', () => {
    const problems = (ruleSet: object) => checkRuleSet(ruleSet).map(({ path, code }) => `${path} ${code}`);
    const at = 'recognition.busy.requires.it';
    expect(problems(level({ counts: 'points', items: ['weeding', 'merit', 'merit'] }))).toEqual([
      `${at}.items[0] unknown-item`,
      `${at}.items[2] duplicate`,
    ]);
    expect(problems(level({ counts: 'quantity' }))).toEqual([`${at}.unit missing`]);
    expect(problems(level({ counts: 'quantity', unit: 'mile' }))).toEqual([`${at}.unit unknown-unit`]);
    expect(problems(level({ counts: 'entries', unit: 'hour' }))).toEqual([`${at}.unit misplaced`]);
    expect(problems(level({ counts: 'visits' }))).toEqual([`${at}.counts not-one-of`]);
    expect(problems(level({ counts: 'points', per: 'fortnight' }))).toEqual([`${at}.per not-a-span`]);
    const bare = { ...stars, recognition: { bare: { title: { en: 'Bare' } } } };
    expect(problems(bare)).toEqual(['recognition.bare.points missing']);
    const window = { ...level({ counts: 'entries' }).recognition.busy, per: 'year' };
    expect(problems({ ...stars, recognition: { window } })).toEqual(['recognition.window.points missing']);
  });

  test('is stricter the more it asks for', () => {
    const one = defineRuleSet(level({ counts: 'entries' }) as unknown as typeof stars);
    const more = defineRuleSet(level({ counts: 'entries', minimum: 3 }) as unknown as typeof stars);
    const path = 'recognition.busy.requires.it.minimum';
    expect(deviations(one, more)).toMatchObject([{ path, kind: 'stricter' }]);
    expect(deviations(more, one)).toMatchObject([{ path, kind: 'looser' }]);
    const plain = { title: { en: 'One star' }, points: 500 };
    const without = defineRuleSet({ ...stars, recognition: { ...stars.recognition, one: plain } });
    expect(deviations(without, stars)).toMatchObject([
      { path: 'recognition.one.requires', kind: 'stricter' },
    ]);
  });
});

const entered = { title: { en: 'Entries' }, counts: 'entries', per: 'life', minimum: 1 } as const;

const outings = {
  title: { en: 'fewer than 15 merits' },
  bars: ['recognition', 'redeeming'],
  below: { counts: 'points', minimum: 15 },
} as const;

const school = defineRuleSet({
  id: 'school',
  version: '1',
  title: { en: 'Merits of a school' },
  roles: {
    pupil: {
      title: { en: 'pupil' },
      items: {
        merit: {
          title: { en: 'Merits' },
          scoring: { by: 'quantity', unit: 'merit', unitTitle: { en: 'merits' }, points: 1 },
        },
        demerit: {
          title: { en: 'Demerits' },
          scoring: { by: 'quantity', unit: 'demerit', unitTitle: { en: 'demerits' }, points: -1 },
        },
      },
    },
  },
  correction: {},
  redemption: {},
  recognition: {
    bronze: { title: { en: 'Bronze' }, points: 10 },
    silver: { title: { en: 'Silver' }, points: 20 },
    gold: { title: { en: 'Gold' }, points: 30 },
  },
  ineligibility: { outings },
});

describe('S12: a school', () => {
  test('21 are silver and 19 bronze; 14 bar from outings, since that day and until 15 are back', () => {
    const desk = new Desk(school, 'pupil', '2024-01-08');
    desk.credit('merit', '2024-01-10', 14);
    // Whoever never had 15 has not fallen below.
    expect(standing(desk, school)).toMatchObject({ recognised: ['bronze'], barredBy: [] });
    desk.credit('merit', '2024-01-20', 7);
    expect(standing(desk, school).recognised).toEqual(['bronze', 'silver']);
    desk.credit('demerit', '2024-02-01', 2);
    expect(standing(desk, school).recognised).toEqual(['bronze']);
    desk.credit('demerit', '2024-02-15', 5);
    desk.credit('demerit', '2024-03-01', 1);
    desk.credit('merit', '2024-03-02', 1);
    const found = standing(desk, school);
    expect(found).toMatchObject({ recognised: [], barredBy: [{ ground: 'outings', since: '2024-02-15' }] });
    expect(reported(found).en).toContain(
      "There has been no recognition since 2024-02-15: 'fewer than 15 merits' (clause 1).",
    );
    expect(standing(desk, school, '2024-02-14').barredBy).toEqual([]);
    expect(desk.redeem(1, '2024-02-14')).toBe(1);
    expect(desk.redeem(1, '2024-03-02')).toBe(
      'Refused (clause 1): The account has been barred from redeeming points since 2024-02-15: fewer than 15 merits. 1 more is needed.',
    );
    // It bars from nothing else.
    expect(desk.correct(1, '2024-03-03')).toBe(1);
    expect(standing(desk, school)).toMatchObject({ recognised: ['bronze'], barredBy: [] });
    expect(desk.redeem(1, '2024-03-03')).toBe(1);
  });

  test('a mark may be of a quantity, and bar from something else', () => {
    const merits = {
      title: { en: 'fewer than 15 merits' },
      bars: ['earning'],
      below: { counts: 'quantity', items: ['merit'], unit: 'merit', minimum: 15.5 },
    } as const;
    const ruleSet = defineRuleSet({ ...school, ineligibility: { outings: merits } });
    const desk = new Desk(ruleSet, 'pupil', '2024-01-08');
    desk.credit('merit', '2024-01-10', 20);
    // Merits are never taken back, so nobody falls below.
    desk.credit('demerit', '2024-01-11', 20);
    expect(desk.credit('merit', '2024-01-12', 1)).toBe(1);
    expect(standing(desk, ruleSet).barredBy).toEqual([]);
    const unknown = { ...merits, below: { ...merits.below, unit: 'hour' } };
    expect(checkRuleSet({ ...school, ineligibility: { outings: unknown } })).toMatchObject([
      { path: 'ineligibility.outings.below.unit', code: 'unknown-unit' },
    ]);
  });

  test('a mark of an item bars from recognition, unless it says from what', () => {
    const title = { en: 'too few' };
    const unit = 'merit';
    const kept = {
      points: { title, below: { counts: 'points', items: ['merit'], minimum: 15 } },
      merits: { title, below: { counts: 'quantity', unit, minimum: 15 } },
    } as const;
    const recognition = { ...school.recognition, any: { title, requires: { it: entered } } };
    const ruleSet = defineRuleSet({ ...school, ineligibility: kept, recognition });
    const desk = new Desk(ruleSet, 'pupil', '2024-01-08');
    desk.credit('merit', '2024-01-10', 20);
    desk.credit('demerit', '2024-01-11', 20);
    expect(standing(desk, ruleSet)).toMatchObject({ recognised: ['any'], barredBy: [] });
    expect(desk.redeem(1, '2024-01-10')).toMatch(/^Refused/);
    const earning = { ...kept.points, bars: ['earning'] } as const;
    const merits = { ...kept.merits, bars: ['earning'] } as const;
    const barring = defineRuleSet({ ...school, ineligibility: { earning, merits } });
    const other = new Desk(barring, 'pupil', '2024-01-08');
    other.credit('merit', '2024-01-10', 20);
    other.credit('demerit', '2024-01-11', 20);
    expect(other.credit('merit', '2024-01-12', 1)).toBe(1);
  });

  test('a mark that is raised bars some, and spares whoever never had as much', () => {
    const { title, bars } = outings;
    const raised = defineRuleSet({
      ...school,
      ineligibility: { outings: { title, bars, below: { counts: 'points', minimum: 16 } } },
    });
    expect(deviations(school, raised)).toMatchObject([
      { path: 'ineligibility.outings.below.minimum', kind: 'other' },
    ]);
  });
});
