import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { balanceOn } from '../../src/account/state/figures/balance.js';
import { figures } from '../../src/account/state/figures/figures.js';
import { fold } from '../../src/account/state/fold.js';
import { annualFeedback, annualFeedbacks } from '../../src/reports/volunteer/annual-feedback.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import {
  assessmentOn,
  Centre,
  eventsOf,
  fromJson,
  histories,
  historiesInOrder,
  isFrozenThrough,
  isOpenThrough,
  LAPSING,
  livingHistories,
  READ,
  recordedOn,
  someDay,
} from './history.js';

/** The first scheme's example: opened in March, with December after the feedback. */
function member(role = 'community-party-member', ruleSet = renfa2022): Centre {
  const centre = new Centre(ruleSet);
  centre.open('m', '2023-03-01', role);
  centre.credit('m', '2023-05-01', 'a', 'hard');
  centre.redeem('m', '2023-08-01', 'r');
  centre.correct('m', '2023-09-01', 'c', 1);
  centre.credit('m', '2023-12-05', 'b', 'hard');
  return centre;
}

const ids = (parts: readonly { readonly id: string }[] | undefined) => parts?.map(({ id }) => id);

describe('annual feedback (clause 4.1)', () => {
  test('a community party member’s year, sent on the due day', () => {
    const feedback = annualFeedback(member().events, 2023);
    expect(feedback).toMatchObject({
      accountId: 'm',
      role: 'community-party-member',
      colour: 'red',
      year: 2023,
      clause: '4.1',
      from: '2023-01-01',
      to: '2023-12-31',
      dueOn: '2023-11-30',
      sentOn: '2023-11-30',
      onTime: true,
      earned: 3,
      corrected: 1,
      redeemed: 1,
      lapsed: 0,
      assessment: 4,
      redeemable: 3,
      mark: { points: 4, outOf: 100 },
    });
    expect(ids(feedback?.recipients)).toEqual(['reporting-party-organisation', 'volunteer']);
    expect(ids(feedback?.uses)).toEqual(['annual-democratic-appraisal']);
    expect(
      feedback?.byItem.map(({ item, clause, entries, points }) => [item, clause, entries, points]),
    ).toEqual([
      ['activity', '2.3.1.3', 1, 2],
      ['registration', '2.3.1.1', 1, 1],
    ]);
  });

  test('recipients and uses depend on the role', () => {
    const inService = annualFeedback(member('in-service-party-member').events, 2023);
    expect(ids(inService?.uses)).toEqual(['annual-assessment', 'promotion']);
    const resident = annualFeedback(member('resident').events, 2023);
    expect(ids(resident?.recipients)).toEqual(['volunteer']);
    expect(resident?.uses).toEqual([]);
  });

  test('entries after the day it was sent are in the supplement', () => {
    const supplement = annualFeedback(member().events, 2023)?.supplement;
    expect(supplement).toMatchObject({ earned: 2, corrected: 0, redeemed: 0, assessment: 2 });
    expect(supplement?.entries).toMatchObject([
      { on: '2023-12-05', points: 2, event: { index: 4, id: 'b', item: 'activity' } },
    ]);
  });

  test('sent late, it is not in time and includes more', () => {
    const late = annualFeedback(member().events, 2023, { sentOn: '2023-12-31' });
    expect(late).toMatchObject({ onTime: false, earned: 5, redeemable: 5, supplement: { entries: [] } });
    expect(annualFeedback(member().events, 2023, { sentOn: '2023-12-01' })).toMatchObject({
      onTime: false,
      earned: 3,
    });
  });

  test('the next year starts at 0, except for the balance', () => {
    const centre = member();
    centre.credit('m', '2024-02-01', 'd');
    expect(annualFeedback(centre.events, 2024)).toMatchObject({ earned: 1, assessment: 1, redeemable: 6 });
    // Sent in the next year, the feedback still ends with its own year.
    expect(annualFeedback(centre.events, 2023, { sentOn: '2024-03-01' })).toMatchObject({
      earned: 5,
      redeemable: 5,
    });
  });

  test('a year from December to November, as the opening recorded it', () => {
    const centre = member('resident', READ.decemberYear);
    const feedback = annualFeedback(centre.events, 2023);
    expect(feedback).toMatchObject({ from: '2022-12-01', to: '2023-11-30', dueOn: '2023-11-30', earned: 3 });
    expect(feedback?.supplement.entries).toEqual([]);
    expect(annualFeedback(centre.events, 2024)).toMatchObject({
      from: '2023-12-01',
      to: '2024-11-30',
      earned: 2,
    });
  });

  test('a correction made after it was sent is in the supplement', () => {
    const centre = member('resident', READ.matterYear);
    const sent = annualFeedback(centre.events, 2023);
    centre.correct('m', '2024-02-01', 'late', -2, 'a');
    const restated = annualFeedback(centre.events, 2023);
    expect({ ...restated, supplement: undefined }).toEqual({ ...sent, supplement: undefined });
    expect(restated?.supplement).toMatchObject({ earned: 2, corrected: -2, assessment: 0 });
    expect(restated?.supplement.entries[0]).toMatchObject({
      on: '2023-05-01',
      madeOn: '2024-02-01',
      points: -2,
    });
    expect(annualFeedback(centre.events, 2024)).toMatchObject({ corrected: 0, redeemable: 3 });
  });

  test('an entry written up after it was sent is in the supplement, and the feedback stays what it was', () => {
    const centre = member();
    const before = annualFeedback(centre.events, 2023);
    const entry = { item: 'activity', matterId: 'forgotten', difficulty: 'hard', on: '2023-06-01' };
    centre.enter('CreditActivity', 'm', { ...entry, recordedOn: '2023-12-10' });
    const late = annualFeedback(centre.events, 2023);
    expect({ ...late, supplement: undefined }).toEqual({ ...before, supplement: undefined });
    expect(late?.supplement).toMatchObject({ earned: 4, assessment: 4 });
    expect(late?.supplement.entries).toMatchObject([
      { on: '2023-06-01', recordedOn: '2023-12-10', points: 2, event: { id: 'forgotten' } },
      { on: '2023-12-05', points: 2 },
    ]);
    expect(annualFeedback(centre.events, 2023, { knownOn: '2023-12-09' })).toEqual(before);
    expect(annualFeedback(centre.events, 2023, { sentOn: '2023-12-10' })).toMatchObject({
      earned: 7,
      supplement: { entries: [] },
    });
  });

  test('an entry reversed after it was sent is taken back in the supplement', () => {
    const centre = member();
    const [, credited] = centre.events;
    const before = annualFeedback(centre.events, 2023);
    centre.reverse(credited as never, '2024-01-15', 'slip', { by: { office: 'subdistrict' } });
    const after = annualFeedback(centre.events, 2023);
    expect({ ...after, supplement: undefined }).toEqual({ ...before, supplement: undefined });
    expect(after?.supplement).toMatchObject({ earned: 0, assessment: 0 });
    expect(after?.supplement.entries).toMatchObject([
      { type: 'EntryReversed', on: '2023-05-01', madeOn: '2024-01-15', points: -2, assessed: -2 },
      { type: 'ActivityCredited', on: '2023-12-05', points: 2, assessed: 2 },
    ]);
    // Reversed before, it was never in it.
    const early = member();
    early.reverse(early.events[1] as never, '2023-10-01', 'slip');
    expect(annualFeedback(early.events, 2023)).toMatchObject({
      earned: 1,
      byItem: [{ item: 'registration' }],
      supplement: { entries: [{ on: '2023-12-05' }] },
    });
  });

  test('an account opened after it was sent has nothing in it and everything in the supplement', () => {
    const centre = new Centre();
    centre.open('new', '2023-12-05');
    centre.credit('new', '2023-12-06', 'a', 'hard');
    expect(annualFeedback(centre.events, 2023)).toMatchObject({
      sent: false,
      earned: 0,
      assessment: 0,
      redeemable: 0,
      mark: { points: 0, outOf: 100 },
      byItem: [],
      supplement: { earned: 3, assessment: 3, entries: [{ on: '2023-12-05' }, { on: '2023-12-06' }] },
    });
    // So has one that was opened before and written up after.
    const opening = { role: 'resident', communityId: 'linan', formComplete: true, on: '2023-11-20' };
    centre.enter('OpenAccount', 'late', { ...opening, recordedOn: '2023-12-01' });
    expect(annualFeedback(centre.events, 2023, { accountId: 'late' })).toMatchObject({
      sent: false,
      supplement: { earned: 1 },
    });
    expect(annualFeedback(centre.events, 2023, { accountId: 'late', knownOn: '2023-11-30' })).toBeUndefined();
  });

  test('lapsed points are shown if the rule set lets points lapse', () => {
    const ruleSet = withReading(renfa2022, 'carry-over', 'year-end');
    const centre = new Centre(ruleSet);
    centre.open('v', '2021-01-05');
    centre.credit('v', '2022-03-01', 'a', 'hard');
    centre.credit('v', '2023-03-01', 'b', 'hard');
    const lapsed = [2022, 2023].map((year) => annualFeedback(centre.events, year, { ruleSet }));
    expect(lapsed).toMatchObject([
      { lapsed: 1, redeemable: 2, assessment: 2 },
      { lapsed: 2, redeemable: 2, assessment: 2 },
    ]);
    expect(annualFeedback(centre.events, 2023)).toMatchObject({ lapsed: 0, redeemable: 5 });
  });

  test('the mark stays between 0 and its maximum', () => {
    const centre = new Centre();
    centre.open('v', '2023-01-01');
    centre.correct('v', '2023-02-01', 'up', 120);
    expect(annualFeedback(centre.events, 2023)?.mark).toEqual({ points: 100, outOf: 100 });
    centre.correct('v', '2023-02-02', 'down', -130);
    expect(annualFeedback(centre.events, 2023)).toMatchObject({
      assessment: -9,
      mark: { points: 0, outOf: 100 },
    });
  });

  test('the terms of a given rule set replace those recorded', () => {
    const { events } = member('resident');
    const noMark = withReading(renfa2022, 'hundred-mark', 'no-mark');
    expect(annualFeedback(events, 2023, { ruleSet: noMark })).not.toHaveProperty('mark');
    const nobody = withReading(renfa2022, 'resident-feedback', 'none');
    expect(annualFeedback(events, 2023, { ruleSet: nobody })?.recipients).toEqual([]);
    expect(annualFeedback(events, 2023, { ruleSet: READ.decemberYear })?.from).toBe('2022-12-01');
    // A role that the rule set does not have keeps its recorded recipients.
    const without = { ...renfa2022, roles: {} };
    expect(ids(annualFeedback(events, 2023, { ruleSet: without })?.recipients)).toEqual(['volunteer']);
  });

  test('there is none for an unknown account, an account not opened yet, or a day before the year', () => {
    const { events } = member();
    expect(annualFeedback(events, 2023, { accountId: 'nobody' })).toBeUndefined();
    expect(annualFeedback(events, 2022)).toBeUndefined();
    expect(annualFeedback(events, 2023, { sentOn: '2022-12-31' })).toBeUndefined();
    expect(annualFeedback(events, 2024, { sentOn: '2023-12-31' })).toBeUndefined();
    expect(annualFeedback([], 2023)).toBeUndefined();
  });

  test('of many accounts leaves out those without any, by the day of the opening', () => {
    const centre = new Centre(renfa2022);
    centre.open('second', '2023-03-01', 'community-party-member');
    centre.open('next-year', '2024-01-01', 'community-party-member');
    centre.open('first', '2023-01-01', 'resident');
    expect([...annualFeedbacks(centre.events, 2023).keys()]).toEqual(['first', 'second']);
    expect([...annualFeedbacks(centre.events, 2022).keys()]).toEqual([]);
  });

  test('mistakes of the calling program throw', () => {
    const { events } = member();
    expect(() => annualFeedback(events, 2023.5)).toThrow(expect.objectContaining({ code: 'not-a-year' }));
    expect(() => annualFeedback(events, Number.NaN)).toThrow(expect.objectContaining({ code: 'not-a-year' }));
    expect(() => annualFeedbacks(events, 23)).toThrow(expect.objectContaining({ code: 'not-a-year' }));
    expect(() => annualFeedback(events, 2023, { sentOn: '2023-11-31' })).toThrow(
      expect.objectContaining({ code: 'not-a-date' }),
    );
    expect(() => annualFeedbacks(events.slice(1), 2023)).toThrow(
      expect.objectContaining({ code: 'broken-history' }),
    );
    expect(() => annualFeedbacks([...events, ...events], 2023)).toThrow(
      expect.objectContaining({ code: 'broken-history' }),
    );
    const other = { ...events[0], data: { ...events[0]?.data, accountId: 'n' } } as never;
    expect(() => annualFeedback([...events, other], 2023)).toThrow(
      expect.objectContaining({ code: 'several-accounts' }),
    );
  });
});

const FIGURES = ['earned', 'corrected', 'redeemed', 'transferred', 'takenUp', 'assessment'] as const;
const YEARS = fc.constantFrom(2022, 2023, 2024, 2025);
const ALL = Object.values(READ);

describe('laws of the annual feedback', () => {
  test('feedback and supplement together equal the whole year, whatever was late, reversed or corrected', () => {
    fc.assert(
      fc.property(
        fc.oneof(histories(ALL), livingHistories()),
        YEARS,
        someDay,
        ({ centre: { events } }, year, sentOn) => {
          const whole = annualFeedbacks(events, year, { sentOn: '9999-12-31' });
          for (const [accountId, sent] of annualFeedbacks(events, year, { sentOn })) {
            for (const figure of FIGURES) {
              expect(sent[figure] + sent.supplement[figure]).toBe(whole.get(accountId)?.[figure]);
            }
            const effects = sent.supplement.entries.reduce((sum, { assessed }) => sum + assessed, 0);
            expect(effects).toBe(sent.supplement.assessment);
            expect(sent.byItem.reduce((sum, { points }) => sum + points, 0)).toBe(sent.earned);
          }
          for (const { supplement } of whole.values()) expect(supplement.entries).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('what was sent stays what it was, whatever comes on record later', () => {
    fc.assert(
      fc.property(historiesInOrder(), YEARS, someDay, ({ ruleSet, centre: { events } }, year, sentOn) => {
        const known = events.filter((event) => recordedOn(event) <= sentOn);
        const before = annualFeedbacks(known, year, { sentOn, ruleSet });
        for (const [accountId, { supplement: _, closed: __, ...now }] of annualFeedbacks(events, year, {
          sentOn,
          ruleSet,
        })) {
          const sent = before.get(accountId);
          expect(now.sent).toBe(sent?.sent ?? false);
          if (sent === undefined || !sent.sent) continue;
          const { supplement: _s, closed: _c, ...then } = sent;
          expect(now).toEqual(then);
        }
      }),
    );
  });

  test('as known on a day, it is the feedback from the events on record by then', () => {
    fc.assert(
      fc.property(historiesInOrder(), YEARS, someDay, ({ ruleSet, centre: { events } }, year, knownOn) => {
        const known = events.filter((event) => recordedOn(event) <= knownOn);
        expect(annualFeedbacks(events, year, { knownOn, ruleSet })).toEqual(
          annualFeedbacks(known, year, { ruleSet }),
        );
      }),
    );
  });

  test('an assessment of a whole year is that of the fold, with what other accounts handed on', () => {
    fc.assert(
      fc.property(livingHistories(), YEARS, ({ centre: { events } }, year) => {
        for (const [accountId, { assessment }] of annualFeedbacks(events, year, { sentOn: '9999-12-31' })) {
          const account = fold(eventsOf(events, accountId));
          expect(assessment).toBe(
            assessmentOn(account, `${year}-12-31`) - assessmentOn(account, `${year - 1}-12-31`),
          );
        }
      }),
    );
  });

  test('a whole calendar year equals the fold of its months', () => {
    fc.assert(
      fc.property(
        histories([renfa2022, withReading(renfa2022, 'correction-year', 'matter-year')]),
        YEARS,
        ({ centre }, year) => {
          const feedbacks = annualFeedbacks(centre.events, year, { sentOn: '9999-12-31' });
          for (const [accountId, { earned, corrected, redeemed, byItem }] of feedbacks) {
            const account = fold(eventsOf(centre.events, accountId));
            const {
              entries: _,
              assessment: __,
              ...expected
            } = figures(account, {
              from: `${year}-01`,
              to: `${year}-12`,
            });
            expect({ earned, corrected, redeemed }).toEqual(expected);
            expect(byItem.reduce((sum, { points }) => sum + points, 0)).toBe(earned);
          }
        },
      ),
    );
  });

  test('the balance equals the fold of what had happened and was known', () => {
    fc.assert(
      fc.property(
        histories([...ALL, ...LAPSING]),
        YEARS,
        someDay,
        ({ ruleSet, centre: { events } }, year, asOf) => {
          for (const [accountId, feedback] of annualFeedbacks(events, year, { sentOn: asOf, ruleSet })) {
            const [cut = asOf] = [asOf, feedback.to].sort();
            const known = eventsOf(events, accountId).filter((event) => event.data.on <= asOf);
            expect(feedback.redeemable).toBe(feedback.sent ? balanceOn(fold(known), cut, ruleSet) : 0);
          }
        },
      ),
    );
  });

  test('one account’s feedback is the same from the whole stream', () => {
    fc.assert(
      fc.property(
        histories([...ALL, ...LAPSING]),
        YEARS,
        ({ ruleSet, centre: { events, accounts } }, year) => {
          const all = annualFeedbacks(events, year, { ruleSet });
          for (const accountId of accounts.keys()) {
            expect(annualFeedback(events, year, { accountId, ruleSet })).toEqual(all.get(accountId));
          }
        },
      ),
    );
  });

  test('it is frozen plain JSON and leaves the events unchanged', () => {
    fc.assert(
      fc.property(histories(ALL), YEARS, ({ centre }, year) => {
        const events = fromJson(centre.events);
        for (const feedback of annualFeedbacks(events, year).values()) {
          expect(isFrozenThrough(feedback)).toBe(true);
          expect(JSON.parse(JSON.stringify(feedback))).toStrictEqual(feedback);
        }
        expect(isOpenThrough(events)).toBe(true);
      }),
    );
  });
});
