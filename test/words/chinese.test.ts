import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BankEvent, Refusal, Warning } from '../../src/index.js';
import { annualFeedback, findAnomalies, recognition, statement } from '../../src/reports.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import { explain, zhCN, zhCNReports } from '../../src/words.js';
import { CASES, refused } from '../docs/refusal-cases.js';
import { livingHistories } from '../reports/history.js';
import { anyCase } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
import { bankOf, open, run } from '../support/history.js';
import { latinWords, REFUSAL_CODES } from '../support/words.js';

/*
 * A Chinese sentence is Chinese: it has no id, no name of a field and no English word in it, other than what the host itself named so.
 */

describe('no Latin word stands', () => {
  test('in a decision, under any answers to the open questions', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules: { ruleSet, handbook } }) => {
        for (const { decision } of run(commands, { ruleSet, handbook }).steps) {
          const subjects: readonly (BankEvent | Refusal | Warning)[] = decision.accepted
            ? [...decision.events, ...decision.warnings]
            : [decision.refusal];
          for (const subject of subjects) {
            const words = explain(subject, zhCN, ruleSet);
            expect(latinWords(words, [commands, handbook], ruleSet), words).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each(REFUSAL_CODES)('in the refusal %s', (code) => {
    const { given, command, programme, handbook = HANDBOOK, ruleSet = renfa2022 } = CASES[code];
    const words = explain(refused(code), zhCN, ruleSet);
    expect(latinWords(words, [given, command, programme, handbook], ruleSet), words).toEqual([]);
  });

  test.each(Object.entries(zhCNReports.problems))('in the problem %s', (_, words) => {
    // What the detail names, the author of the data has to write as it is.
    expect(words('')).not.toMatch(/[a-z]{2,}/i);
  });

  test('nor a sign in what a number has to be', () => {
    const told = ['', ' ≥ 1', ' ≥ 0', ' = 2', ' ≠ 0', '1 – 9'].map((detail) =>
      zhCNReports.problems['not-a-whole-number'](detail),
    );
    expect(told).toEqual([
      ...[
        '应为整数',
        '应为不小于 1 的整数',
        '应为不小于 0 的整数',
        '应为等于 2 的整数',
        '应为不等于 0 的整数',
      ],
      '应为 1 至 9 的整数',
    ]);
  });

  test('in a statement, the year’s feedback or a finding', () => {
    const keen = { entriesOnADay: 2, lateAfterDays: 1, minimumAccounts: 3, reversedEntries: 2 };
    fc.assert(
      fc.property(livingHistories(), ({ ruleSet, centre: { events } }) => {
        const accounts = [...new Set(events.map(({ data }) => data.accountId))];
        const lines = accounts.flatMap((id) => {
          const own = events.filter(({ data }) => data.accountId === id);
          const period = { from: '2022-01-01', to: '2025-12-31', ruleSet };
          const year = annualFeedback(own, 2023, { sentOn: '2023-11-28' });
          return [...(statement(own, period)?.entries ?? []), ...(year?.supplement.entries ?? [])];
        });
        for (const subject of [...lines, ...findAnomalies(events, keen)]) {
          const words = explain(subject, zhCNReports, ruleSet);
          expect(latinWords(words, events, ruleSet), words).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('in a level of recognition', () => {
    const opening = open('resident', '2024-01-02', { role: 'volunteer', communityId: 'c1' });
    const by = { office: 'community', communityId: 'c1' };
    const { events } = run([{ ...opening, data: { ...opening.data, by } }], {
      ruleSet: luohe,
      handbook: undefined,
    });
    const found = recognition(events, luohe, { on: '2024-03-31' });
    const words = found === undefined ? '' : explain(found, zhCNReports, luohe);
    expect(words).toContain('还差');
    expect(latinWords(words, [], luohe)).toEqual([]);
  });
});

test('a clause is written as the document writes it, and by its id where that is not known', () => {
  const { refusal } = bankOf(renfa2022, undefined).decide(
    {
      type: 'ReportIn',
      data: { accountId: 'v1', on: '2023-05-01', by: { office: 'community', communityId: 'linan' } },
    },
    { status: 'unopened' },
  ) as { readonly refusal: Refusal };
  expect(explain(refusal, zhCN, renfa2022)).toBe('未能办理（条款二（二））：账户“v1”尚未开设。');
  expect(explain(refusal, zhCN)).toBe('未能办理（条款 2.2）：账户“v1”尚未开设。');
});
