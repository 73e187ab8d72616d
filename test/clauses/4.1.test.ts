import { describe, expect, test } from 'vitest';
import { annualFeedback } from '../../src/reports.js';
import { correct, credit, eventOf, hardMatters, open, redeem, run } from '../support/history.js';

const ids = (parts: readonly { readonly id: string }[] = []) => parts.map(({ id }) => id);

describe('4.1: by the end of November the community feeds the year’s account back', () => {
  test.each([
    [
      'community-party-member',
      ['reporting-party-organisation', 'volunteer'],
      ['annual-democratic-appraisal'],
    ],
    [
      'in-service-party-member',
      ['reporting-party-organisation', 'volunteer'],
      ['annual-assessment', 'promotion'],
    ],
    ['resident', ['volunteer'], []],
  ] as const)('that of a %s goes to %j, for %j', (role, recipients, uses) => {
    const { steps, events } = run([open(role)]);
    const feedback = annualFeedback(events, 2023);
    expect(feedback).toMatchObject({
      clause: '4.1',
      dueOn: '2023-11-30',
      onTime: true,
      from: '2023-01-01',
      to: '2023-12-31',
    });
    expect(ids(feedback?.recipients)).toEqual(recipients);
    expect(ids(feedback?.uses)).toEqual(uses);
    // The opening keeps the terms as they were, so that a later change of rules does not change them.
    expect(eventOf(steps[0]?.decision).data).toMatchObject({
      feedback: { clause: '4.1', due: '11-30', yearStarts: '01-01' },
    });
  });

  test('30 November is in time, 1 December is not', () => {
    const { events } = run([open('resident')]);
    const onTime = ['2023-11-29', '2023-11-30', '2023-12-01'].map(
      (sentOn) => annualFeedback(events, 2023, { sentOn })?.onTime,
    );
    expect(onTime).toEqual([true, true, false]);
  });

  test('it has the year up to the day it is sent; the rest of the year goes into a supplement', () => {
    const { events } = run([
      open('resident', '2022-05-01'),
      ...hardMatters(2, '2023-03-01'),
      redeem('visit', '2023-05-01', { haircut: 2 }),
      correct('recount', -1, '2023-06-01'),
      credit('activity', 'new year', '2023-12-31'),
      credit('activity', 'next year', '2024-01-01'),
    ]);
    expect(annualFeedback(events, 2023)).toMatchObject({
      earned: 4,
      corrected: -1,
      redeemed: 2,
      assessment: 3,
      redeemable: 2,
      supplement: { earned: 1, corrected: 0, redeemed: 0, assessment: 1 },
    });
  });
});
