import type { RuleSet } from 'points-bank';
import { Webhook } from 'standardwebhooks';
import type { Records } from '../records/records.js';
import type { CounterStore, Placed } from '../store/counter-store.js';
import { type Notice, noticeOf } from './notice.js';
import type { Post } from './post.js';
import { type State, stateSchema, WEBHOOK } from './state.js';

/** Where notices go. */
export type Endpoint = {
  readonly url: string;
  /** What they are signed with; more than one while the receiver changes over. */
  readonly secrets: readonly string[];
  /** The community whose accounts they are about; all without. */
  readonly communityId?: string | undefined;
};

const SECOND = 1000;
/** How soon it is worth looking for new entries. */
const LOOK_AGAIN = 2 * SECOND;
/** Pauses after failures: twice as long each time, an hour at most. */
const FIRST_PAUSE = 5 * SECOND;
const LONGEST_PAUSE = 60 * 60 * SECOND;
/** Whoever took the sending over and is not heard of for so long has ended. */
const LEASE = 60 * SECOND;
/** How many notices are taken over at once. */
const BATCH = 100;

type Given = {
  readonly store: Pick<CounterStore, 'all' | 'end'>;
  readonly records: Records;
  readonly ruleSet: RuleSet;
  readonly endpoint: Endpoint;
  readonly post: Post;
  readonly now: () => number;
  readonly tell: (line: string) => void;
};

/**
 * Tells a receiver of every entry, in the order of the store. What is still to be told is everything after the position that is kept, so whatever was
 * acknowledged is told, if need be after a restart; one that was delivered just before a crash is told again, under the same id.
 */
export class WebhookSender {
  private readonly given: Given;
  private readonly webhooks: readonly Webhook[];

  constructor(given: Given) {
    this.given = given;
    this.webhooks = given.endpoint.secrets.map((secret) => new Webhook(secret));
  }

  /** Notes where the telling begins, where it has not begun: what was on record by then is told to nobody. */
  async begin(): Promise<void> {
    const { records, store, endpoint } = this.given;
    if ((await records.get(WEBHOOK, endpoint.url)) !== undefined) return;
    const state: State = { position: String(await store.end()), failures: 0, notBefore: 0 };
    await records.add(WEBHOOK, endpoint.url, state);
  }

  /** Sends what is due; the milliseconds after which it is worth trying again. */
  async step(signal: AbortSignal): Promise<number> {
    const { records, endpoint, now } = this.given;
    const read = await records.get(WEBHOOK, endpoint.url);
    const state = stateSchema.parse(read);
    if (state.notBefore > now()) return state.notBefore - now();
    const due = await this.due(state);
    if (due.length === 0) return LOOK_AGAIN;
    // Of several processes one sends: the one that changes the record first.
    const mine = { ...state, notBefore: now() + LEASE };
    return (await records.replace(WEBHOOK, endpoint.url, read, mine))
      ? this.sendAll(mine, due, signal)
      : LOOK_AGAIN;
  }

  private async due({ position }: State): Promise<readonly Placed[]> {
    const due: Placed[] = [];
    for await (const placed of this.given.store.all(BigInt(position))) {
      due.push(placed);
      if (due.length === BATCH) break;
    }
    return due;
  }

  private async sendAll(mine: State, due: readonly Placed[], signal: AbortSignal): Promise<number> {
    let held = mine;
    for (const placed of due) {
      if (signal.aborted) break;
      const failure = this.isMeant(placed) ? await this.send(placed, signal) : undefined;
      if (signal.aborted && failure !== undefined) break;
      const next = failure === undefined ? this.delivered(placed) : this.failed(held, failure);
      if (!(await this.note(held, next))) return LOOK_AGAIN;
      if (failure !== undefined) return next.notBefore - this.given.now();
      held = next;
    }
    await this.note(held, { ...held, notBefore: 0 });
    return 0;
  }

  private isMeant({ event }: Placed): boolean {
    const { communityId } = this.given.endpoint;
    return communityId === undefined || event.data.communityId === communityId;
  }

  /** What went wrong, if anything did. */
  private async send(placed: Placed, signal: AbortSignal): Promise<string | undefined> {
    const { endpoint, post, ruleSet } = this.given;
    const notice = noticeOf(placed, ruleSet);
    try {
      const status = await post(new URL(endpoint.url), this.headersOf(notice), notice.body, signal);
      return status >= 200 && status < 300 ? undefined : `the receiver answered ${status}`;
    } catch (error) {
      return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    }
  }

  private headersOf({ id, body }: Notice): Record<string, string> {
    const seconds = Math.floor(this.given.now() / SECOND);
    const at = new Date(seconds * SECOND);
    return {
      'Content-Type': 'application/json; charset=utf-8',
      'webhook-id': id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': this.webhooks.map((webhook) => webhook.sign(id, at, body)).join(' '),
    };
  }

  private delivered({ position }: Placed): State {
    return { position: String(position), failures: 0, notBefore: this.given.now() + LEASE };
  }

  private failed({ position, failures }: State, failure: string): State {
    const { endpoint, now, tell } = this.given;
    const pause = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
    tell(
      `The webhook to ${new URL(endpoint.url).host} failed (${failure}); again in ${pause / SECOND} seconds.`,
    );
    return { position, failures: failures + 1, notBefore: now() + pause };
  }

  /** `false` where somebody else has taken over. */
  private note(before: State, after: State): Promise<boolean> {
    return this.given.records.replace(WEBHOOK, this.given.endpoint.url, before, after);
  }
}
