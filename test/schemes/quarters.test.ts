/* S9: a time bank whose hours go up to the next quarter. Points are quarters inside, and words show hours. */
import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet } from '../../src/define.js';
import { type BankEvent, fold, type OpenedAccount, redeemable, shownPoints } from '../../src/index.js';
import { type Recognition, recognition, statement } from '../../src/reports.js';
import { en, enReports, explain, ja, zhCN } from '../../src/words.js';
import { Desk } from './desk.js';

const timeBank = defineRuleSet({
  id: 'time-bank',
  version: '1',
  title: { en: 'Time bank' },
  points: { scale: 4 },
  roles: {
    member: {
      title: { en: 'member' },
      items: {
        given: {
          title: { en: 'Time given' },
          scoring: {
            by: 'quantity',
            unit: 'minute',
            unitTitle: { en: 'minutes' },
            points: 1,
            each: 15,
            rounding: 'up',
          },
        },
      },
      limits: { week: { title: { en: 'hours a week' }, items: ['given'], maximum: 10, per: 'week' } },
    },
  },
  redemption: {},
  recognition: { keen: { title: { en: 'Keen' }, points: 18 } },
  ineligibility: {
    low: { title: { en: 'too little' }, bars: ['redeeming'], below: { counts: 'points', minimum: 6 } },
  },
});

describe('S9: quarters of an hour', () => {
  const desk = new Desk(timeBank, 'member', '2024-01-01');

  test('52 minutes are 1 and 70 minutes 1.25, whole inside', () => {
    expect(desk.credit('given', '2024-01-02', 52)).toBe(4);
    expect(desk.credit('given', '2024-01-03', 70)).toBe(5);
    const held = redeemable(fold(desk.events) as OpenedAccount);
    expect(held).toBe(9);
    expect(shownPoints(held, timeBank)).toBe(2.25);
    expect(shownPoints(held, {})).toBe(9);
    expect(statement(desk.events, { from: '2024-01-01', to: '2024-01-31' })?.closing.redeemable).toBe(9);
  });

  test('words show hours and quarters: of events, limits and refusals', () => {
    desk.credit('given', '2024-01-04', 45);
    const [, first, second, third] = desk.events as [BankEvent, BankEvent, BankEvent, BankEvent];
    expect(explain(first, en, timeBank)).toContain(': +1 point.');
    expect(explain(second, en, timeBank)).toContain(': +1.25 points.');
    expect(explain(second, zhCN, timeBank)).toContain('1.25');
    expect(explain(second, ja, timeBank)).toContain('1.25');
    const limited = explain(third, en, timeBank);
    expect(limited).toContain(': +0.25 points.');
    expect(limited).toContain('2.5');
    expect(limited).toContain('2.25');
    // Without the rule set nobody knows of the scale.
    expect(explain(second, en)).toContain(': +5 points.');
    expect(desk.redeem(11, '2024-02-01')).toMatch(/2\.75.*2\.5/);
  });

  test('words of levels and of lines of a statement show them too', () => {
    const found = recognition(desk.events, timeBank, { on: '2024-12-31' }) as Recognition;
    expect(found.next?.threshold).toBe(18);
    expect(explain(found, enReports, timeBank)).toContain(
      "For 'Keen' (4.5 points, clause 1) 2 more are needed.",
    );
    const entries = statement(desk.events, { from: '2024-01-01', to: '2024-01-31' })?.entries ?? [];
    expect(entries.map((entry) => explain(entry, enReports, timeBank))[1]).toBe('Time given');
  });

  test('the mark of a ground is told in them', () => {
    const low = defineRuleSet({
      ...timeBank,
      roles: {
        member: {
          ...timeBank.roles.member,
          items: {
            ...timeBank.roles.member.items,
            fault: { title: { en: 'Fault' }, scoring: { by: 'fixed', points: -5 } },
          },
        },
      },
    });
    const other = new Desk(low, 'member', '2024-01-01');
    other.credit('given', '2024-01-02', 120);
    other.credit('fault', '2024-01-03');
    expect(other.redeem(1, '2024-02-01')).toContain('0.75 more are needed.');
  });

  test('a scale gives parts of at most two decimals', () => {
    const problems = (scale: unknown) =>
      checkRuleSet({ ...timeBank, points: { scale } }).map(({ code }) => code);
    expect([2, 100].flatMap(problems)).toEqual([]);
    expect([1, 3, '4'].flatMap(problems)).toEqual(['not-one-of', 'not-one-of', 'not-one-of']);
  });
});
