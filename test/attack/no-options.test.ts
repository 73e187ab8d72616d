import { describe, expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import { HandbookError, withConsents } from '../../src/define.js';
import { createBank, readEvents } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  compareAccounts,
  compareRuleSets,
  comparisonReducer,
  plainPopulation,
  populationFrom,
  redemptionDemand,
  sensitivity,
  sensitivityReducer,
  simulate,
  simulateHistories,
  simulationSteps,
  toVegaLite,
} from '../../src/simulation.js';
import { checkLaws, proveSmallScope } from '../../src/testing.js';
import { smallRun } from '../simulation/runs.js';
import { HANDBOOK } from '../support/handbook.js';
import { open, run } from '../support/history.js';

/* Options that are none: what may be left out counts as left out, and what has to be there is asked for in the library's own words. */

const EVENTS = run([open('resident')]).events;
const RESULT = simulate(smallRun());

describe.each([[null], [undefined], [7], ['options']])('%j for options that may be left out', (given) => {
  const none = given as never;
  test.each<[string, (options: never) => unknown]>([
    ['createBank', (options) => Object.keys(createBank(renfa2022, options))],
    ['readEvents', (options) => readEvents(EVENTS, options)],
    ['verifyDecisions', (options) => verifyDecisions(EVENTS, [renfa2022], options)],
    ['compareRuleSets', (options) => compareRuleSets([EVENTS], renfa2022, renfa2022, options)],
    ['compareAccounts', (options) => [...compareAccounts([EVENTS], renfa2022, renfa2022, options)]],
    ['comparisonReducer', (options) => comparisonReducer(renfa2022, renfa2022, options).empty()],
    ['sensitivity', (options) => sensitivity([EVENTS], renfa2022, options)],
    ['sensitivityReducer', (options) => sensitivityReducer(renfa2022, options).empty()],
    ['plainPopulation', (options) => plainPopulation(renfa2022, options)],
    ['populationFrom', (options) => populationFrom([EVENTS], renfa2022, options)],
    ['redemptionDemand', (options) => redemptionDemand(RESULT, options)],
    ['toVegaLite', (options) => toVegaLite(RESULT, options)],
  ])('%s does what it does without', (_name, door) => {
    expect(door(none)).toEqual(door({} as never));
  });

  test('the laws are checked', () => {
    expect(checkLaws({ ...renfa2022, readings: {} }, none).ok).toBe(true);
  });

  test('a simulation asks for its rule set', () => {
    for (const door of [
      () => simulate(none),
      () => simulationSteps(none).next(),
      () => simulateHistories(none).next(),
    ])
      expect(door).toThrow(
        expect.objectContaining({ name: expect.stringMatching(/^(?:NotARuleSet|Simulation)Error$/) }),
      );
  });

  test('consents and depths are asked for', () => {
    expect(() => withConsents(HANDBOOK, none)).toThrow(HandbookError);
    expect(() => proveSmallScope(renfa2022, none)).toThrow('depth has to be a whole number');
  });
});
