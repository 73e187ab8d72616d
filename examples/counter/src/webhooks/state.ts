import { z } from 'zod';
import type { Records } from '../records/records.js';
import type { CounterStore } from '../store/counter-store.js';

/** What is kept of each receiver, by its address. */
export const WEBHOOK = 'webhook';

export const stateSchema = z.object({
  /** What has been delivered, by its place in the store. */
  position: z.string().regex(/^\d+$/),
  /** How often the next notice has failed. */
  failures: z.int().min(0),
  /** Nobody sends before this moment: after a failure, or while somebody else is sending. In milliseconds since 1970. */
  notBefore: z.number(),
});

export type State = z.infer<typeof stateSchema>;

type Kept = { readonly records: Records; readonly store: Pick<CounterStore, 'all'> };

/** Goes on telling each receiver in another store that has the same events in the same order, where this one came to. */
export async function moveWebhooks(from: Kept, to: Kept): Promise<void> {
  for (const { key, value } of await from.records.entries(WEBHOOK)) {
    const delivered = BigInt(stateSchema.parse(value).position);
    let many = 0;
    for await (const { position } of from.store.all()) if (position <= delivered) many += 1;
    let last = 0n;
    for await (const { position } of to.store.all()) {
      if (many === 0) break;
      many -= 1;
      last = position;
    }
    const state: State = { position: String(last), failures: 0, notBefore: 0 };
    await to.records.add(WEBHOOK, key, state);
  }
}
