import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import { balanceOn, type RuleSet } from '../../src/index.js';
import { recognition } from '../../src/reports.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened, POINT_BY_POINT, spent } from '../rule-sets/commands.js';
import { accountOf, eventOf, outcomes, refusalOf, reverse, run } from '../support/history.js';
import { held, matter, rulesWith } from './scoring-rules.js';

const OPENED = opened('member');
const GROUND = {
  clause: '6',
  title: { en: 'an act against public order' },
  bars: ['redeeming', 'recognition'],
} as const;

/** A household account: certain acts set the balance to nothing, and bar redemption for this year and the next. */
const HOUSEHOLDS: RuleSet = rulesWith(
  {
    commendation: matter('Commendation', { by: 'difficulty', points: { county: 15, city: 20 } }),
    'clean-up': matter('Clean-up', {
      by: 'quantity',
      unit: 'person',
      unitTitle: { en: 'persons' },
      points: 5,
      each: 1,
      rounding: 'down',
    }),
    leader: matter('Leader of neighbours', { by: 'fixed', points: 10 }, { once: { per: 'year' } }),
    act: matter(
      'An act against public order',
      { by: 'balance' },
      { clause: '6', bars: { ground: 'disorder', lasts: { window: 'year', periods: 1 } } },
    ),
    warning: matter('A warning', { by: 'fixed', points: -1 }, { clause: '6', bars: { ground: 'disorder' } }),
  },
  {
    difficulties: { county: { en: 'of the county' }, city: { en: 'of the city' } },
    ineligibility: { disorder: GROUND },
    recognition: { star: { clause: '7', title: { en: 'Star' }, points: 1, per: 'life' } },
  },
);
const RULES = { ruleSet: HOUSEHOLDS, handbook: POINT_BY_POINT };

const YEAR = [
  OPENED,
  credited('commendation', 'county', '2024-02-01', undefined, { difficulty: 'county' }),
  credited('clean-up', 'spring', '2024-03-01', 3),
  credited('leader', '2024', '2024-04-01'),
];
const ACT = credited('act', 'act', '2024-06-01');

test('county commendation 15, clean-up with three persons 15 and leader 10 are 40', () => {
  const ran = run(YEAR, RULES);
  expect(ran.outcomes).toEqual([0, 15, 15, 10]);
  expect(held(ran, '2024-05-01', HOUSEHOLDS)).toBe(40);
});

describe('an act', () => {
  test('sets the balance to nothing, and what is earned afterwards counts', () => {
    const ran = run([...YEAR, ACT, credited('clean-up', 'summer', '2024-07-01', 2)], RULES);
    expect(ran.outcomes.slice(4)).toEqual([-40, 10]);
    expect(held(ran, '2024-05-31', HOUSEHOLDS)).toBe(40);
    expect(held(ran, '2024-06-01', HOUSEHOLDS)).toBe(0);
    expect(held(ran, '2024-07-01', HOUSEHOLDS)).toBe(10);
  });

  test('bars redemption for this year and the next, and says on what ground and until when', () => {
    const commands = [
      ...YEAR,
      ACT,
      credited('clean-up', 'summer', '2024-07-01', 2),
      spent(1, '2024-08-01'),
      spent(1, '2025-12-31'),
      spent(1, '2026-01-02'),
    ];
    const ran = run(commands, RULES);
    expect(ran.outcomes.slice(6)).toEqual(['barred', 'barred', -1]);
    expect(refusalOf(ran.steps[6]?.decision)).toMatchObject({
      clause: '6',
      facts: { ground: 'disorder', title: GROUND.title, bars: 'redeeming', until: '2025-12-31' },
    });
  });

  test('written up late, it takes what its day had and was not spent since', () => {
    const late = [...YEAR, credited('clean-up', 'summer', '2024-07-01', 2), ACT];
    expect(outcomes(late, RULES).at(-1)).toBe(-40);
    const spentSince = [...YEAR, spent(30, '2024-06-15'), ACT];
    expect(outcomes(spentSince, RULES).slice(4)).toEqual([-30, -10]);
    expect(outcomes([OPENED, ACT], RULES)).toEqual([0, 0]);
  });

  test('undone, it is as if it had never been: the points are back and nothing is barred', () => {
    const undone = [...YEAR, ACT, reverse('r', 'matter', 'act', '2024-06-02')];
    const ran = run([...undone, spent(40, '2024-08-01')], RULES);
    expect(ran.outcomes.slice(4)).toEqual([-40, 40, -40]);
    const back = [...undone, reverse('s', 'reversal', 'r', '2024-06-03'), spent(1, '2024-08-01')];
    expect(outcomes(back, RULES).slice(4)).toEqual([-40, 40, -40, 'barred']);
  });

  test('its bar is not one that can be reversed or entered by itself', () => {
    const ran = run([...YEAR, ACT, reverse('r', 'bar', 'act', '2024-06-02')], RULES);
    expect(ran.outcomes.at(-1)).toBe('unknown-entry');
  });

  test('a bar without an end', () => {
    const ran = run([...YEAR, credited('warning', 'w', '2024-06-01'), spent(1, '2090-01-01')], RULES);
    expect(ran.outcomes.slice(4)).toEqual([-1, 'barred']);
  });

  test('it bars recognition as long as it stands', () => {
    const { events } = run([...YEAR, ACT], RULES);
    const [until, after] = ['2025-12-31', '2026-01-01'].map((on) => recognition(events, HOUSEHOLDS, { on }));
    expect(until?.barredBy).toEqual([
      {
        ground: 'disorder',
        clause: '6',
        title: GROUND.title,
        bar: { barId: 'act', from: '2024-06-01', until: '2025-12-31' },
      },
    ]);
    expect(after?.barredBy).toEqual([]);
  });

  test('it waits to be verified, and takes what is held by then', () => {
    const { authority } = HOUSEHOLDS;
    const offices = { ...authority.offices, VerifyEntry: ['community'] as const };
    const ruleSet: RuleSet = {
      ...HOUSEHOLDS,
      authority: { ...authority, offices },
      verification: { clause: '2', title: { en: 'verification' } },
    };
    const verified = (id: string, item: string) => ({
      type: 'VerifyEntry',
      data: { accountId: 'v1', verifies: { kind: 'matter', id, item }, on: '2024-07-01', by: OPENED.data.by },
    });
    const ran = run(
      [
        OPENED,
        ACT,
        credited('clean-up', 'spring', '2024-03-01', 3),
        verified('spring', 'clean-up'),
        spent(1, '2024-06-02'),
        verified('act', 'act'),
        spent(1, '2025-06-02'),
      ],
      { ruleSet, handbook: POINT_BY_POINT },
    );
    expect(ran.outcomes).toEqual([0, 0, 0, 15, -1, -14, 'barred']);
    expect(balanceOn(accountOf(ran), '2024-07-01', ruleSet)).toBe(0);
    expect(explain(eventOf(ran.steps[5]?.decision), en, ruleSet)).toContain(
      'It takes everything that was held: 14 points.',
    );
  });

  test('the explanation says what it takes and bars', () => {
    const event = eventOf(run([...YEAR, ACT], RULES).steps[4]?.decision);
    const said = explain(event, en, HOUSEHOLDS);
    expect(said).toContain('It takes everything that was held: 40 points.');
    expect(said).toContain("It sets a bar on the ground 'an act against public order' (clause 6).");
    expect(said).toContain(
      'From 2024-06-01 to 2025-12-31, the account is barred from redeeming points and recognition.',
    );
    expect(explain(event, zhCN, HOUSEHOLDS)).toContain('扣除当日所有积分，共 40 分。');
    expect(explain(event, zhCN, HOUSEHOLDS)).toContain('该笔同时构成限制事由');
    expect(explain(event, ja, HOUSEHOLDS)).toContain(
      'その日に持っていたポイントをすべて、40ポイント差し引きます',
    );
    expect(explain(event, ja, HOUSEHOLDS)).toContain('この記録は制限の事由');
  });
});

test('a ground that the rules do not have is a problem when they are defined', () => {
  const rules = JSON.parse(JSON.stringify(HOUSEHOLDS)) as RuleSet;
  const broken = { ...rules, ineligibility: {} };
  expect(checkRuleSet(broken).map(({ path, code }) => [path, code])).toEqual([
    ['roles.member.items.act.bars.ground', 'unknown-ground'],
    ['roles.member.items.warning.bars.ground', 'unknown-ground'],
  ]);
});

test('a ground that does not say from what bars from recognition, and a bar past the last year has no end', () => {
  const act = matter(
    'Act',
    { by: 'fixed', points: 0 },
    { bars: { ground: 'disorder', lasts: { window: 'year', periods: 1 } } },
  );
  const { bars: _bars, ...ground } = GROUND;
  const level = { clause: '7', title: { en: 'Star' }, points: 1, per: 'life' } as const;
  const ruleSet = rulesWith({ act }, { ineligibility: { disorder: ground }, recognition: { star: level } });
  const { events } = run([OPENED, credited('act', 'a', '9999-06-01')], { ruleSet });
  expect(events[1]?.data).toMatchObject({ bar: { bars: ['recognition'], from: '9999-06-01' } });
  expect(events[1]?.data).not.toHaveProperty('bar.until');
  expect(recognition(events, ruleSet, { on: '9999-07-01' })?.barredBy).toHaveLength(1);
  const redeeming = rulesWith(
    { act },
    { ineligibility: { disorder: { ...ground, bars: ['redeeming'] } }, recognition: { star: level } },
  );
  const others = run([OPENED, credited('act', 'a', '2024-06-01')], { ruleSet: redeeming });
  expect(recognition(others.events, redeeming, { on: '2024-07-01' })?.barredBy).toEqual([]);
});
