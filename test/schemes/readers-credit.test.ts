import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { fold, quantities, redeemable } from '../../src/index.js';
import { recognition } from '../../src/reports.js';
import { text } from '../../src/values/text.js';
import { enReports, explain } from '../../src/words.js';
import { Desk } from './desk.js';

/*
 * Readers' credit of a public library, in China: 100 to begin with and at most 120; a day overdue takes 1, at most 20 for a book and 60 a year;
 * a lost book takes 50; nothing below 0. Volunteering gives 2 an hour, at most 10 a month. Whoever falls below 60 is no honest reader until
 * back at 60; an honest reader has 110, and returned at most one book late this year.
 */

const readers = defineRuleSet({
  id: 'readers-credit',
  version: '1',
  title: text('读者信用积分', "Readers' credit"),
  roles: {
    reader: {
      title: text('读者', 'reader'),
      opening: { points: 100 },
      items: {
        overdue: {
          title: text('逾期', 'Overdue'),
          scoring: { by: 'quantity', unit: 'day', unitTitle: text('天', 'days'), points: -1, maximum: 20 },
        },
        lost: { title: text('遗失', 'Lost'), scoring: { by: 'fixed', points: -50 } },
        volunteering: {
          title: text('志愿服务', 'Volunteering'),
          scoring: { by: 'quantity', unit: 'hour', unitTitle: text('小时', 'hours'), points: 2 },
        },
      },
      limits: {
        most: { title: text('积分上限', 'most credit'), counts: 'balance', per: 'life', maximum: 120 },
        late: {
          title: text('每年逾期扣分', 'overdue in a year'),
          items: ['overdue'],
          counts: 'deductions',
          per: 'year',
          maximum: 60,
        },
        month: {
          title: text('每月志愿服务', 'volunteering in a month'),
          items: ['volunteering'],
          per: 'month',
          maximum: 10,
        },
      },
    },
  },
  entries: { floor: 'stop-at-zero' },
  ineligibility: {
    low: { title: text('低于 60 分', 'credit below 60'), below: { counts: 'points', minimum: 60 } },
  },
  recognition: {
    honest: {
      title: text('诚信读者', 'honest reader'),
      points: 110,
      requires: {
        few: {
          title: text('逾期至多一次', 'once late at most'),
          counts: 'entries',
          items: ['overdue'],
          per: 'year',
          maximum: 1,
        },
      },
    },
  },
});

function standing(desk: Desk, on: string): string {
  const found = recognition(desk.events, readers, { on });
  return found === undefined ? '' : explain(found, enReports, readers);
}

describe('readers', () => {
  test('lose 20 for a book at most and 60 a year, never below 0, and what was not taken uses none of the 60', () => {
    const desk = new Desk(readers, 'reader', '2024-01-01');
    expect(desk.credit('volunteering', '2024-01-10', 7.5)).toBe(10); // 15 hours' worth, of which 10 a month
    expect(desk.credit('overdue', '2024-02-01', 25)).toBe(-20); // 90
    expect(desk.credit('overdue', '2024-02-03', 3)).toBe(-3); // 87
    expect(desk.credit('lost', '2024-02-05')).toBe(-50); // 37
    expect(desk.credit('lost', '2024-02-06')).toBe(-37); // 0
    expect(desk.credit('overdue', '2024-03-01', 20)).toBe(0);
    expect(desk.credit('volunteering', '2024-03-04', 9)).toBe(10);
    expect(desk.credit('volunteering', '2024-04-04', 9)).toBe(10);
    expect(desk.credit('overdue', '2024-04-05', 20)).toBe(-20); // 43 of the 60
    for (const month of ['05', '06', '07'])
      expect(desk.credit('volunteering', `2024-${month}-01`, 5)).toBe(10);
    expect(desk.credit('overdue', '2024-07-02', 20)).toBe(-17); // 60 of the 60
    expect(desk.credit('overdue', '2024-07-03', 20)).toBe(0);
    expect(desk.credit('overdue', '2025-01-01', 20)).toBe(-13); // another year; 13 were left
    const account = fold(desk.events);
    expect([redeemable(account), quantities(account)]).toEqual([0, { day: 128, hour: 40.5 }]);
  });

  test('hold 120 at most, whatever they give', () => {
    const desk = new Desk(readers, 'reader', '2024-01-01');
    expect(['01', '02', '03'].map((month) => desk.credit('volunteering', `2024-${month}-09`, 5))).toEqual([
      10, 10, 0,
    ]);
  });

  test('are honest with 110 and one book late at most, and not from the day on which they fall below 60', () => {
    const desk = new Desk(readers, 'reader', '2024-01-01');
    for (const month of ['01', '02']) desk.credit('volunteering', `2024-${month}-09`, 5); // 120
    desk.credit('overdue', '2024-03-01', 5); // 115
    expect(standing(desk, '2024-03-01')).toBe("By 2024-03-01 the points have reached 'honest reader'.");
    desk.credit('overdue', '2024-03-02', 2); // 113
    expect(standing(desk, '2024-03-02')).toBe(
      "By 2024-03-02 no level is reached. For 'honest reader', there may be 1 at most, and there is 1 more: 'once late at most' (clause 1).",
    );
    desk.credit('lost', '2024-03-03'); // 63
    desk.credit('overdue', '2024-03-04', 4); // 59
    expect(standing(desk, '2024-03-04')).toContain("no recognition since 2024-03-04: 'credit below 60'");
    desk.credit('volunteering', '2024-03-05', 1); // 61
    expect(standing(desk, '2024-03-05')).not.toContain('no recognition');
  });
});
