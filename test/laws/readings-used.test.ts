import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBank, type Decision, type Handbook, readings } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { handbook, story, under } from '../support/arbitraries.js';
import { CENTRE, hardMatters, lastEvent, open, outcomes, redeem, run } from '../support/history.js';

/*
 * A decision names the readings that it used. The test of it: where another answer to an open question would have decided the
 * same command otherwise, for the same account, the question has to be among those named. What names nobody was judged by no answer to
 * a question about persons: another answer that asks for a name first has decided nothing either.
 */

const ASKS_FOR_A_NAME: readonly string[] = ['recorder-not-named', 'approval-missing'];

const OTHERS = readings(renfa2022).flatMap(({ id, answers, chosen }) =>
  Object.keys(answers)
    .filter((answer) => answer !== chosen)
    .map((answer) => ({ reading: id, answer, bank: createBank(under([id, answer])) })),
);

/** What a decision comes to: what it moved and where it counts, or that it was refused. */
function verdict(decision: Decision): string {
  if (!decision.accepted) return 'refused';
  return JSON.stringify(
    decision.events.map(({ data }) => [
      'points' in data && data.points,
      'deducted' in data && data.deducted,
      'countsOn' in data && data.countsOn,
      'freesRoom' in data && data.freesRoom,
    ]),
  );
}

/** The readings that a decision names; a command sent again decides nothing. */
function named(decision: Decision): string[] | undefined {
  if (!decision.accepted) return Object.keys(decision.refusal.readings);
  const [event] = decision.events;
  return event === undefined ? undefined : Object.keys(event.data.readings);
}

/** The answers that would have decided otherwise and whose question is not named. */
function unnamed(commands: readonly unknown[], handbook: Handbook): string[] {
  return run(commands, { handbook }).steps.flatMap(({ command, before, decision }) => {
    const used = named(decision);
    if (used === undefined) return [];
    return OTHERS.filter(({ reading, bank }) => {
      const other = bank.withHandbook(handbook).decideUnknown(command, before);
      if (!other.accepted && ASKS_FOR_A_NAME.includes(other.refusal.code)) return false;
      return verdict(other) !== verdict(decision) && !used.includes(reading);
    }).map(
      ({ reading, answer }) =>
        `${verdict(decision)} would be otherwise under ${reading} = ${answer}: ${JSON.stringify(command)}`,
    );
  });
}

test('a decision names every reading that would have made it another', () => {
  fc.assert(
    fc.property(story(), handbook(), (commands, book) => {
      expect(unnamed(commands, book)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('an entry by the member, or approved by the recorder, names the questions about persons', () => {
  const used = (persons: object): object =>
    lastEvent(run([open('resident', '2023-01-10', { by: { ...CENTRE, ...persons } })]), 'AccountOpened').data
      .readings;
  const [self, approval] = [{ 'self-issue': 'allowed' }, { approval: 'one-person' }];
  expect(used({})).not.toMatchObject(self);
  expect(used({})).not.toMatchObject(approval);
  expect(used({ recorder: 'clerk', approvedBy: 'head' })).toEqual(used({}));
  expect(used({ recorder: 'v1', approvedBy: 'head' })).toEqual({ ...used({}), ...self });
  expect(used({ recorder: 'clerk', approvedBy: 'clerk' })).toEqual({ ...used({}), ...approval });
  expect(used({ recorder: 'v1', approvedBy: 'v1' })).toEqual({ ...used({}), ...self, ...approval });
});

test('a service that was given for points names the question whether services need consent', () => {
  const ran = run([open('resident'), redeem('visit', '2023-05-01', { haircut: 1 })]);
  expect(
    outcomes([open('resident'), redeem('visit', '2023-05-01', { haircut: 1 })], {
      ruleSet: under(['goods-consent', 'services-too']),
    }),
  ).toEqual([1, 'consent-missing']);
  expect(lastEvent(ran, 'PointsRedeemed').data.readings).toMatchObject({ 'goods-consent': 'each-goods' });
});

test('a point past the hundredth of a year names the question of the ceiling', () => {
  const year = [open('resident'), ...hardMatters(50, '2023-05-01')];
  expect(outcomes(year, { ruleSet: under(['hundred-mark', 'ceiling']) }).at(-1)).toBe(1);
  expect(outcomes(year).at(-1)).toBe(2);
  expect(lastEvent(run(year), 'ActivityCredited').data.readings).toMatchObject({ 'hundred-mark': 'mark' });
});
