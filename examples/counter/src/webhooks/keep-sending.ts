import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookSender } from './sender.js';

/** How soon to try again where not the receiver but the counter's own database failed. */
const AFTER_TROUBLE = 5000;

/** Sends until it is told to stop; what is under way then is broken off, and sent again at the next start. */
export function keepSending(sender: WebhookSender): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const sending = (async () => {
    while (!signal.aborted) {
      const pause = await sender.step(signal).catch((error: unknown) => {
        console.error(error);
        return AFTER_TROUBLE;
      });
      await wait(pause, undefined, { signal }).catch(() => undefined);
    }
  })();
  return {
    stop() {
      stopping.abort();
      return sending;
    },
  };
}
