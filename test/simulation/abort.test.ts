import { describe, expect, test } from 'vitest';
import {
  SimulationAbortedError,
  type SimulationProgress,
  simulate,
  simulateHistories,
  simulationSteps,
} from '../../src/simulation.js';
import { smallRun } from './runs.js';

const RUN = smallRun({ volunteers: 250, to: '2022-04-30' });

describe('progress', () => {
  test('is reported about a hundred times, and at the end', () => {
    const told: SimulationProgress[] = [];
    simulate({ ...RUN, onProgress: (progress) => told.push(progress) });
    expect(told.length).toBeGreaterThanOrEqual(100);
    expect(told.length).toBeLessThanOrEqual(200);
    expect(told.at(-1)).toEqual({ done: 250, of: 250 });
    expect(told.map(({ done }) => done)).toEqual([...told.map(({ done }) => done)].sort((a, b) => a - b));
  });

  test('counts the volunteers of the shard', () => {
    const told: SimulationProgress[] = [];
    simulate({ ...RUN, shard: { index: 0, of: 100 }, onProgress: (progress) => told.push(progress) });
    expect(told.at(-1)).toEqual({ done: 3, of: 3 });
  });

  test('comes in steps for a host with other work to do', () => {
    const steps = simulationSteps(RUN);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) expect(step.value.of).toBe(250);
    expect(step.value).toEqual(simulate(RUN));
  });
});

describe('an aborted signal', () => {
  test('ends the run before the next volunteer, with its reason', () => {
    const controller = new AbortController();
    const told: number[] = [];
    const reason = new Error('enough');
    const aborted = (): unknown =>
      simulate({
        ...RUN,
        signal: controller.signal,
        onProgress: ({ done }) => {
          told.push(done);
          if (told.length === 3) controller.abort(reason);
        },
      });
    expect(aborted).toThrow(reason);
    expect(told).toEqual([2, 4, 6]);
  });

  test('without a reason throws a typed error', () => {
    expect(() => simulate({ ...RUN, signal: { aborted: true } })).toThrow(SimulationAbortedError);
    expect(() => simulateHistories({ ...RUN, signal: { aborted: true } }).next()).toThrow(
      SimulationAbortedError,
    );
  });

  test('ends a run in steps while the host waits', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort());
    const steps = simulationSteps({ ...smallRun({ volunteers: 100_000 }), signal: controller.signal });
    const untilDone = async (): Promise<void> => {
      for (let step = steps.next(); step.done !== true; step = steps.next())
        await new Promise((resolve) => setTimeout(resolve));
    };
    await expect(untilDone()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
