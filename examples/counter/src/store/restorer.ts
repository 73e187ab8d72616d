import { isDeepStrictEqual } from 'node:util';
import { STREAM_DOES_NOT_EXIST } from '@event-driven-io/emmett';
import type { BankEvent } from 'points-bank';
import type { Parts } from './command-handler.js';
import { sealingLater } from './seals.js';
import { fromStore } from './stored-event.js';
import { streamOf } from './stream-name.js';

/** What is restored is not what is on record: the account has another event there, or lacks one before it. */
export class NotTheSame extends Error {
  override readonly name = 'NotTheSame';
}

/** Appends events as they were on record elsewhere, and seals them anew. Nothing is decided; whoever restores has checked them. */
export function restorer({ eventStore, holding }: Pick<Parts, 'eventStore' | 'holding'>) {
  return async (event: BankEvent, place: number): Promise<boolean> => {
    const { accountId } = event.data;
    const stream = streamOf(accountId);
    const known = (await eventStore.readStream(stream)).events.map(fromStore);
    const there = known[place];
    if (there !== undefined && isDeepStrictEqual(there, event)) return false;
    if (known.length !== place) throw new NotTheSame(`${accountId}, entry ${place + 1}`);
    const expectedStreamVersion = place === 0 ? STREAM_DOES_NOT_EXIST : BigInt(place);
    await sealingLater.run(sealingLater.getStore() ?? new Date().toISOString(), () =>
      holding({ past: known }, () => eventStore.appendToStream(stream, [event], { expectedStreamVersion })),
    );
    return true;
  };
}
