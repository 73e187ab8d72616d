import { type Anomaly, anomaliesReducer } from 'points-bank/reports';
import type { Counter } from '../counter.js';
import { eachAccount } from '../store/each-account.js';

type Asked = { readonly communityId: string | undefined; readonly from: string; readonly to: string };

/** So many accounts are settled at a time. */
const STEP = 100;

/** How far the search is, in accounts; the last says what it found. */
export type Search = { readonly done: number; readonly of: number; readonly found?: readonly Anomaly[] };

/** Looks for the anomalies of a period. Accounts are compared with one another; of each no more is kept until then than that needs. */
export async function* searchAnomalies(
  { store, ruleSet }: Pick<Counter, 'store' | 'ruleSet'>,
  { communityId, from, to }: Asked,
): AsyncGenerator<Search> {
  const { empty, add, settle, finish } = anomaliesReducer({ from, to, ruleSet });
  const state = empty();
  const of = await store.projections.count({ communityId });
  let done = 0;
  for await (const { events } of eachAccount(store, { communityId })) {
    for (const event of events) add(state, event);
    done += 1;
    if (done % STEP !== 0) continue;
    settle(state);
    yield { done, of };
  }
  yield { done, of, found: finish(settle(state)) };
}
