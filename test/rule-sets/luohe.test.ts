import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { type PublicationRule, publicationDays, type RuleSet, withReading } from '../../src/index.js';
import { type Recognition, type RecognitionOptions, ReportError, recognition } from '../../src/reports.js';
import { hailin, luohe } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { correct, run } from '../support/history.js';
import { reported } from '../support/words.js';
import { credited, opened, POINT_BY_POINT, spent } from './commands.js';

const RULES = { ruleSet: luohe, handbook: POINT_BY_POINT };
const OPENED = opened('volunteer', '2022-01-02');

/** So many matters of one point each. */
function matters(count: number, on: string) {
  return Array.from({ length: count }, (_, i) => credited('service', `${on} ${i}`, on));
}

function standing(
  commands: readonly unknown[],
  options: RecognitionOptions,
  ruleSet: RuleSet = luohe,
): Recognition {
  const found = recognition(run([OPENED, ...commands], { ...RULES, ruleSet }).events, ruleSet, options);
  if (found === undefined) throw new Error('no such account');
  return found;
}

test('it is a valid rule set', () => {
  expect(defineRuleSet(luohe)).toEqual(luohe);
});

describe('recognition at 50 and 100 points (1)', () => {
  test.each([
    [49, [], 'silver', 1],
    [50, ['silver'], 'gold', 50],
    [99, ['silver'], 'gold', 1],
    [100, ['silver', 'gold'], undefined, undefined],
    [130, ['silver', 'gold'], undefined, undefined],
  ])('%d points', (points, recognised, next, missing) => {
    const {
      recognised: levels,
      next: following,
      barredBy,
    } = standing(matters(points, '2022-03-01'), {
      on: '2022-03-01',
    });
    expect(levels).toEqual(recognised);
    expect([following?.level, following?.missing]).toEqual([next, missing]);
    expect(barredBy).toEqual([]);
  });

  test('says all of it', () => {
    const found = standing(matters(62, '2022-03-01'), { on: '2022-03-31' });
    expect(reported(found)).toEqual({
      'zh-CN': '截至 2022-03-31，积分已达“银卡”。距“金卡”（100 分，条款 1）还差 38 分。',
      en: "By 2022-03-31 the points have reached 'silver card'. For 'gold card' (100 points, clause 1) 38 more are needed.",
    });
    expect(found).toEqual({
      accountId: 'v1',
      communityId: 'linan',
      role: 'volunteer',
      roleTitle: { 'zh-CN': '志愿者', en: 'volunteer' },
      colour: 'plain',
      openedOn: '2022-01-02',
      on: '2022-03-31',
      levels: [
        {
          level: 'silver',
          clause: '1',
          title: { 'zh-CN': '银卡', en: 'silver card' },
          threshold: 50,
          per: 'life',
          window: 'life',
          counted: 62,
          reached: true,
          missing: 0,
        },
        {
          level: 'gold',
          clause: '1',
          title: { 'zh-CN': '金卡', en: 'gold card' },
          threshold: 100,
          per: 'life',
          window: 'life',
          counted: 62,
          reached: false,
          missing: 38,
        },
      ],
      recognised: ['silver'],
      barredBy: [],
      next: expect.objectContaining({ level: 'gold' }),
      readings: { 'counted-over': 'life' },
    });
  });

  test('redeeming takes nothing from it', () => {
    const commands = [...matters(55, '2022-03-01'), spent(50, '2022-03-10'), ...matters(45, '2022-04-01')];
    expect(standing(commands, { on: '2022-04-01' }).recognised).toEqual(['silver', 'gold']);
  });

  test('a correction does, and only once it counts', () => {
    const commands = [...matters(50, '2022-03-01'), correct('c1', -1, '2022-04-01')];
    expect(standing(commands, { on: '2022-03-31' }).recognised).toEqual(['silver']);
    expect(standing(commands, { on: '2022-04-01' })).toMatchObject({ recognised: [], next: { missing: 1 } });
  });

  test('what is of a later day does not count yet', () => {
    const commands = [...matters(49, '2022-03-01'), ...matters(1, '2022-03-02')];
    expect(standing(commands, { on: '2022-03-01' }).recognised).toEqual([]);
    expect(standing(commands, { on: '2022-03-02' }).recognised).toEqual(['silver']);
  });

  test('read as each calendar year, last year is over', () => {
    const ruleSet = withReading(luohe, 'counted-over', 'calendar-year');
    const commands = [...matters(60, '2022-12-31'), ...matters(10, '2023-01-01')];
    expect(standing(commands, { on: '2022-12-31' }, ruleSet).recognised).toEqual(['silver']);
    expect(standing(commands, { on: '2023-01-01' }, ruleSet)).toMatchObject({
      recognised: [],
      levels: [{ window: '2023', counted: 10, missing: 40 }, { counted: 10 }],
      readings: { 'counted-over': 'calendar-year' },
    });
  });
});

describe('grounds of ineligibility (3)', () => {
  const commands = matters(100, '2022-03-01');

  test('bar what was reached, and cite their clause', () => {
    const barred = standing(commands, { on: '2022-03-01', grounds: ['under-investigation'] });
    expect(barred.recognised).toEqual([]);
    expect(barred.levels.map(({ reached }) => reached)).toEqual([true, true]);
    expect(barred.barredBy).toEqual([
      {
        ground: 'under-investigation',
        clause: '3',
        title: { 'zh-CN': '正在接受审查', en: 'under investigation' },
      },
    ]);
    expect(reported(barred)['zh-CN']).toContain('因“正在接受审查”（条款 3），不予表彰。');
    expect(reported(barred).en).toContain("There is no recognition: 'under investigation' (clause 3).");
  });

  test('each is named', () => {
    const grounds = ['dues-unpaid', 'offence'];
    expect(standing(commands, { on: '2022-03-01', grounds }).barredBy.map(({ ground }) => ground)).toEqual(
      grounds,
    );
  });

  test('the rule set has to have them', () => {
    const ask = () => standing(commands, { on: '2022-03-01', grounds: ['grumpy'] });
    expect(ask).toThrow(ReportError);
    expect(ask).toThrow(/grumpy.*offence, under-investigation/);
  });
});

test('the register is published each quarter (2)', () => {
  expect(publicationDays(luohe, 2023)).toEqual(['2023-03-31', '2023-06-30', '2023-09-30', '2023-12-31']);
  const days = (every: PublicationRule['every']) =>
    publicationDays(
      { ...luohe, publication: { clause: '2', title: text('公示', 'publication'), every } },
      2024,
    );
  expect(days('month')).toHaveLength(12);
  expect(days('month')[1]).toBe('2024-02-29');
  expect(days('half-year')).toEqual(['2024-06-30', '2024-12-31']);
  expect(days('year')).toEqual(['2024-12-31']);
  expect(publicationDays(hailin, 2023)).toEqual([]);
  expect(() => publicationDays(luohe, 20.5)).toThrow(RangeError);
});

test('rules without levels recognise nothing, and an account that is not there has no standing', () => {
  const { events } = run([OPENED], RULES);
  expect(recognition(events, hailin, { on: '2022-03-01' })).toMatchObject({ levels: [], recognised: [] });
  expect(recognition(events, luohe, { on: '2022-03-01', accountId: 'nobody' })).toBeUndefined();
  expect(() => recognition(events, luohe, { on: '2022-02-30' })).toThrow(ReportError);
});

test('a standing is frozen, and what it was made from is not', () => {
  const found = standing([], { on: '2022-03-01', grounds: ['offence'] });
  expect(Object.isFrozen(found.levels[0]?.title)).toBe(true);
  const open = structuredClone(luohe);
  recognition(run([OPENED], RULES).events, open, { on: '2022-03-01', grounds: ['offence'] });
  expect(Object.isFrozen(open.recognition.silver)).toBe(false);
  expect(Object.isFrozen(open.ineligibility.offence?.title)).toBe(false);
});
