import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet } from '../../src/define.js';
import { balanceOn, type IneligibilityRule, type RuleSet } from '../../src/index.js';
import { recognition } from '../../src/reports.js';
import { communityHouseholds } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { credited, opened, POINT_BY_POINT, spent } from '../rule-sets/commands.js';
import { accountOf, eventOf, outcomes, reverse, run } from '../support/history.js';

const OPENED = opened('household');
const { household } = communityHouseholds.roles;
const { offence } = household.items;
const GROUND: IneligibilityRule = {
  ...(communityHouseholds.ineligibility.offence as IneligibilityRule),
  bars: ['redeeming', 'recognition'],
};

/** The households' rules with a bar on recognition as well, and with one that has no end. */
const HOUSEHOLDS = defineRuleSet<RuleSet>({
  ...communityHouseholds,
  roles: {
    household: {
      ...household,
      items: {
        ...household.items,
        warning: { ...offence, scoring: { by: 'fixed', points: -1 }, bars: { ground: 'offence' } },
      },
    },
  },
  ineligibility: { offence: GROUND },
  recognition: { star: { clause: '7', title: text('星级家庭', 'star household'), points: 1, per: 'life' } },
});
const RULES = { ruleSet: HOUSEHOLDS, handbook: POINT_BY_POINT };

const YEAR = [
  OPENED,
  credited('commendation', 'county', '2024-02-01', undefined, { difficulty: 'county' }),
  credited('clean-up', 'spring', '2024-03-01', 3),
  credited('leader', '2024', '2024-04-01'),
];
const ACT = credited('offence', 'act', '2024-06-01');

describe('an act', () => {
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
        ground: 'offence',
        clause: '5',
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
        verified('act', 'offence'),
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
    expect(said).toContain("It sets a bar on the ground 'an act that forfeits the points' (clause 5).");
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
    ['roles.household.items.offence.bars.ground', 'unknown-ground'],
    ['roles.household.items.warning.bars.ground', 'unknown-ground'],
  ]);
});

test('a ground that does not say from what bars from recognition, and a bar past the last year has no end', () => {
  const { bars: _bars, ...ground } = GROUND;
  const ruleSet: RuleSet = { ...HOUSEHOLDS, ineligibility: { offence: ground } };
  const { events } = run([OPENED, credited('offence', 'a', '9999-06-01')], { ruleSet });
  expect(events[1]?.data).toMatchObject({ bar: { bars: ['recognition'], from: '9999-06-01' } });
  expect(events[1]?.data).not.toHaveProperty('bar.until');
  expect(recognition(events, ruleSet, { on: '9999-07-01' })?.barredBy).toHaveLength(1);
  const redeeming: RuleSet = { ...HOUSEHOLDS, ineligibility: communityHouseholds.ineligibility };
  const others = run([OPENED, credited('offence', 'a', '2024-06-01')], { ruleSet: redeeming });
  expect(recognition(others.events, redeeming, { on: '2024-07-01' })?.barredBy).toEqual([]);
});
