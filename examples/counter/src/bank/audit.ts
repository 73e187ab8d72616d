import type { BankEvent } from 'points-bank';
import { type ChainEnd, type DecisionFinding, NO_HASH, seal, verifyDecisions } from 'points-bank/audit';
import { z } from 'zod';
import type { Counter } from '../counter.js';

/*
 * The record checked from end to end. Its chain is made anew of what is stored: whoever kept its end from an earlier day sees that
 * nothing before has been changed, left out or put in since.
 */

const KIND = 'chain-end';

const keptSchema = z.object({
  /** Of one community's entries, or of all. */
  communityId: z.string().optional(),
  length: z.number().int().nonnegative(),
  head: z.string(),
  keptBy: z.string(),
  keptOn: z.iso.date(),
});

export type KeptEnd = z.infer<typeof keptSchema>;

export type Audit = {
  readonly end: ChainEnd;
  /** The ends that were kept, the latest first, and whether the chain still passes through each. */
  readonly kept: readonly (KeptEnd & { readonly holds: boolean })[];
  /** The entries that do not follow from the rules. */
  readonly findings: readonly DecisionFinding[];
};

/** The entries of a community, or of all, in the order of the store: straight from it, since a record that was tampered with may not fold. */
export async function entriesOf({ store }: Counter, communityId: string | undefined): Promise<BankEvent[]> {
  const events: BankEvent[] = [];
  for await (const event of store.record())
    if (communityId === undefined || event.data.communityId === communityId) events.push(event);
  return events;
}

/** Checks the entries of a community, or of all, as {@link entriesOf} gives them. */
export async function auditOf(
  counter: Counter,
  events: readonly BankEvent[],
  communityId: string | undefined,
): Promise<Audit> {
  const headAt = headsOf(events);
  const ids = await counter.handbooks.communities();
  const editions = await Promise.all(ids.map((id) => counter.handbooks.editions(id)));
  const kept = await keptEnds(counter, communityId);
  return {
    end: { length: events.length, head: headAt(events.length) ?? NO_HASH },
    kept: kept.map((one) => ({ ...one, holds: headAt(one.length) === one.head })),
    findings: verifyDecisions(events, [counter.ruleSet], { handbooks: editions.flat() }),
  };
}

/** The end of the chain after so many entries; nothing where there are not as many. */
function headsOf(events: readonly BankEvent[]): (length: number) => string | undefined {
  const hashes = seal(events).map(({ metadata }) => metadata.hash);
  return (length) => (length === 0 ? NO_HASH : hashes[length - 1]);
}

async function keptEnds({ records }: Counter, communityId: string | undefined): Promise<KeptEnd[]> {
  const all = (await records.entries(KIND)).map(({ value }) => keptSchema.parse(value));
  return all
    .filter((one) => one.communityId === communityId)
    .sort((a, b) => b.length - a.length || (a.keptOn < b.keptOn ? 1 : -1));
}

/** Keeps the chain's end as it is now; an end that is kept already stays with who kept it first. */
export async function keepEnd(
  counter: Counter,
  communityId: string | undefined,
  keptBy: string,
): Promise<void> {
  const events = await entriesOf(counter, communityId);
  const end = { length: events.length, head: headsOf(events)(events.length) ?? NO_HASH };
  const kept: KeptEnd = {
    ...(communityId === undefined ? {} : { communityId }),
    ...end,
    keptBy,
    keptOn: counter.today(),
  };
  const key = JSON.stringify([communityId ?? null, end.length, end.head]);
  await counter.records.add(KIND, key, keptSchema.parse(kept));
}
