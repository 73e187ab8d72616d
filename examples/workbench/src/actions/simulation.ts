import type { Handbook } from 'points-bank';
import { change, current, IDLE, validRules } from '../state.js';
import { TaskWorker } from '../worker/client.js';
import type { SimulationTask } from '../worker/protocol.js';
import { failed, worker as ledgerWorker, running } from './ledger.js';

const worker = new TaskWorker();

export type SimulationSettings = Pick<SimulationTask, 'volunteers' | 'years' | 'seed' | 'runs'> & {
  /** Whether they behave as those of the ledger did. */
  readonly asInLedger: boolean;
  /** The handbook of the changed rules. */
  readonly handbook: Handbook;
};

/** Simulates the same population under the base and the changed rules. */
export async function runSimulation({
  asInLedger,
  handbook,
  ...settings
}: SimulationSettings): Promise<void> {
  const state = current();
  const b = validRules(state);
  if (b === undefined) return;
  const ruleSets = { a: state.base, b };
  worker.stop();
  const progress = running('simulation');
  try {
    const population = asInLedger ? await ledgerWorker.run('estimate', { ruleSet: state.base }) : undefined;
    const handbooks = { a: state.handbook, b: handbook };
    const asked = {
      ...ruleSets,
      handbooks,
      ...settings,
      ...(population === undefined ? {} : { population }),
    };
    const result = await worker.run('simulate', asked, progress);
    change({ simulation: { is: 'done', result, ruleSets } });
  } catch (thrown) {
    failed('simulation', thrown);
  }
}

export function stopSimulation(): void {
  worker.stop();
  change({ simulation: IDLE });
}
