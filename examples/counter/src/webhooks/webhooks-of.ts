import type { Config } from '../config.js';
import type { Counter } from '../counter.js';
import { posting } from './post.js';
import { WebhookSender } from './sender.js';

/** The sender of the webhook that the settings name, if they name one. */
export function webhooksOf(config: Config, counter: Counter): WebhookSender | undefined {
  const { WEBHOOK_URL: url, WEBHOOK_SECRET: secrets, WEBHOOK_COMMUNITY: communityId } = config;
  if (url === undefined || secrets === undefined) return undefined;
  return new WebhookSender({
    ...counter,
    endpoint: { url, secrets, communityId },
    post: posting(config.WEBHOOK_PRIVATE === '1'),
    now: Date.now,
    tell: (line) => console.warn(line),
  });
}
