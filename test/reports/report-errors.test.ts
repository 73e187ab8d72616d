import { describe, expect, test } from 'vitest';
import type { BankEvent } from '../../src/account/events/event.js';
import { evolve, initialAccount } from '../../src/account/state/fold.js';
import { findAnomalies } from '../../src/reports/anomalies/find-anomalies.js';
import { communityRegister } from '../../src/reports/register/community-register.js';
import { eventsKnownOn } from '../../src/reports/shared/events-known-on.js';
import { ReportError } from '../../src/reports/shared/report-error.js';
import { annualFeedback } from '../../src/reports/volunteer/annual-feedback.js';
import { checkYear } from '../../src/reports/volunteer/feedback-terms.js';
import { recognition } from '../../src/reports/volunteer/recognition.js';
import { statement } from '../../src/reports/volunteer/statement.js';
import { luohe } from '../../src/rule-sets/luohe.js';
import { claim, correct, credit, open, redeem, reportIn, reverse, run } from '../support/history.js';
import { Centre } from './history.js';

const centre = new Centre();
for (const id of ['v1', 'v2']) centre.open(id, '2023-01-01');
centre.credit('v1', '2023-03-01', 'a');
const { events } = centre;
const strange = { ...events[0], type: 'AccountMerged' } as unknown as BankEvent;
const ofV1 = events.filter(({ data }) => data.accountId === 'v1');
/** A history that goes on after its end. */
const afterClosing = [...ofV1.slice(0, 1), closedOf(ofV1.slice(0, 1)), ...ofV1.slice(1)];

function closedOf([opened]: readonly BankEvent[]): BankEvent {
  const other = new Centre();
  other.events.push(opened as BankEvent);
  other.accounts.set('v1', evolve(initialAccount, opened as BankEvent));
  other.enter('CloseAccount', 'v1', { reason: 'left', on: '2023-02-01' });
  return other.last;
}

describe('an error of the calling program says what is wrong', () => {
  test.each<[string, () => unknown, ReportError['code'], string]>([
    [
      'from',
      () => statement(ofV1, { from: '1 May', to: '2023-05-04' }),
      'not-a-date',
      'from is not a date written YYYY-MM-DD: 1 May',
    ],
    [
      'to',
      () => findAnomalies([], { to: '2023-02-30' }),
      'not-a-date',
      'to is not a date written YYYY-MM-DD: 2023-02-30',
    ],
    [
      'backwards',
      () => findAnomalies([], { from: '2023-02-01', to: '2023-01-31' }),
      'period-backwards',
      'the period ends on 2023-01-31, before it starts on 2023-02-01',
    ],
    [
      'on',
      () => communityRegister([], { on: 'now' }),
      'not-a-date',
      'on is not a date written YYYY-MM-DD: now',
    ],
    [
      'on',
      () => recognition([], luohe, { on: 'now' }),
      'not-a-date',
      'on is not a date written YYYY-MM-DD: now',
    ],
    [
      'sentOn',
      () => annualFeedback(ofV1, 2023, { sentOn: 'now' }),
      'not-a-date',
      'sentOn is not a date written YYYY-MM-DD: now',
    ],
    [
      'knownOn',
      () => statement(ofV1, { from: '2023-01-01', to: '2023-12-31', knownOn: 'now' }),
      'not-a-date',
      'knownOn is not a date written YYYY-MM-DD: now',
    ],
    ['knownOn', () => annualFeedback(ofV1, 2023, { knownOn: '' }), 'not-a-date', 'knownOn is not a date'],
    [
      'knownOn',
      () => communityRegister([], { on: '2023-01-01', knownOn: '1 May' }),
      'not-a-date',
      'knownOn is',
    ],
    ['knownOn', () => eventsKnownOn([], 'now'), 'not-a-date', 'knownOn is not a date'],
    ['knownOn', () => findAnomalies([], { knownOn: '1 May' }), 'not-a-date', 'knownOn is not a date'],
    ['knownOn', () => recognition([], luohe, { on: '2023-01-01', knownOn: '5' }), 'not-a-date', 'knownOn is'],
    ['year', () => checkYear(1899), 'not-a-year', 'not a year from 1900 to 9999: 1899'],
    ['year', () => checkYear(10_000), 'not-a-year', 'not a year from 1900 to 9999: 10000'],
    ['year', () => checkYear(2023.5), 'not-a-year', 'not a year from 1900 to 9999: 2023.5'],
    [
      'grounds',
      () => recognition([], luohe, { on: '2023-01-01', grounds: ['tall'] }),
      'bad-option',
      `grounds: the rule set has no ground 'tall'; it has: ${Object.keys(luohe.ineligibility).join(', ')}`,
    ],
    [
      'several',
      () => statement(events, { from: '2023-01-01', to: '2023-12-31' }),
      'several-accounts',
      "events of 'v1' and of 'v2': name one with accountId",
    ],
    [
      'twice',
      () => statement([...ofV1, ofV1[0] as BankEvent], { from: '2023-01-01', to: '2023-12-31' }),
      'broken-history',
      "account 'v1' is opened twice",
    ],
    [
      'before',
      () => statement(ofV1.slice(1), { from: '2023-01-01', to: '2023-12-31' }),
      'broken-history',
      "ActivityCredited of account 'v1' comes before",
    ],
    [
      'after',
      () => communityRegister(afterClosing, { on: '2023-12-31' }),
      'broken-history',
      "ActivityCredited of account 'v1' comes after its AccountClosed",
    ],
    [
      'unknown',
      () => findAnomalies([...ofV1, strange]),
      'broken-history',
      "unknown event type 'AccountMerged'",
    ],
  ])('%#: %s', (_, ask, code, message) => {
    let thrown: unknown;
    try {
      ask();
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(ReportError);
    expect(thrown).toMatchObject({ name: 'ReportError', code });
    expect((thrown as Error).message).toContain(message);
  });

  const least = {
    threshold: 0,
    minimumAccounts: 3,
    minimumDifference: 0,
    entriesOnADay: 2,
    minimumIssuers: 3,
    minimumEntries: 1,
    minimumShare: 0,
    lateAfterDays: 1,
    reversedEntries: 1,
    reversedShare: 0,
  };
  test.each(Object.entries(least))('%s may be %d and nothing below', (name, from) => {
    expect(findAnomalies([], { [name]: from })).toEqual([]);
    for (const value of [from - 0.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => findAnomalies([], { [name]: value })).toThrow(
        `${name} is not a number of at least ${from}: ${value}`,
      );
    }
  });
});

test('the first and the last year in which dates can be written are accepted', () => {
  expect(() => checkYear(1900)).not.toThrow();
  expect(() => checkYear(9999)).not.toThrow();
});

describe('an event that is given twice', () => {
  const { events: all } = run([
    open('resident'),
    claim('gate'),
    credit('activity', 'sweeping'),
    reportIn('2024-01-05'),
    redeem('visit', '2024-02-01', { haircut: 1 }),
    correct('slip', -1, '2024-03-01'),
    reverse('r1', 'claim', 'gate', '2024-03-02'),
  ]);

  test.each(all.map((event) => [event.type, event] as const))('%s', (_, event) => {
    const twice = all.toSpliced(all.indexOf(event), 0, event);
    const period = { from: '2023-01-01', to: '2024-12-31' };
    for (const report of [
      () => statement(twice, period),
      () => communityRegister(twice, { on: '2024-12-31' }),
      () => findAnomalies(twice),
    ]) {
      expect(report).toThrow(ReportError);
      expect(report).toThrow(expect.objectContaining({ code: 'broken-history' }));
    }
    expect(statement(all, period)?.entries.length).toBeGreaterThan(0);
  });
});
