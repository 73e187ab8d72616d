import { type Anomaly, anomaliesReducer } from 'points-bank/reports';
import type { Counter } from '../counter.js';
import { eachAccount } from '../store/each-account.js';

type Asked = { readonly communityId: string | undefined; readonly from: string; readonly to: string };

/**
 * The anomalies of a period. Accounts are compared with one another; of each entry no more is kept until then than the comparison needs.
 */
export async function anomaliesOf(
  { store, ruleSet }: Pick<Counter, 'store' | 'ruleSet'>,
  { communityId, from, to }: Asked,
): Promise<readonly Anomaly[]> {
  const { empty, add, finish } = anomaliesReducer({ from, to, ruleSet });
  const state = empty();
  for await (const { events } of eachAccount(store, { communityId }))
    for (const event of events) add(state, event);
  return finish(state);
}
