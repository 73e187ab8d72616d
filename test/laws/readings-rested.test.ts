import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBank, type Decision, type Handbook, readings } from '../../src/index.js';
import { type Renfa2022Reading, renfa2022 } from '../../src/rule-sets.js';
import { handbook, story, under } from '../support/arbitraries.js';
import { hardMatters, lastEvent, open, outcomes, redeem, run } from '../support/history.js';

/*
 * A decision names the readings that it rests on. The test of it: where another answer to an open question would have decided the
 * same command otherwise, for the same account, the question has to be among those named.
 */

const OTHERS = readings(renfa2022).flatMap(({ id, answers, chosen }) =>
  Object.keys(answers)
    .filter((answer) => answer !== chosen)
    .map((answer) => ({ reading: id, answer, bank: createBank(under([id as Renfa2022Reading, answer])) })),
);

/** What a decision comes to: what it moved and where it counts, or that it was refused. */
function verdict(decision: Decision): string {
  if (!decision.accepted) return 'refused';
  return JSON.stringify(
    decision.events.map(({ data }) => [
      data.points,
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
    const rested = named(decision);
    if (rested === undefined) return [];
    return OTHERS.filter(({ reading, bank }) => {
      const other = bank.withHandbook(handbook).decide(command, before);
      return verdict(other) !== verdict(decision) && !rested.includes(reading);
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
