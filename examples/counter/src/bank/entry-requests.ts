import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { FormValues } from '../forms/command-of.js';
import type { Records } from '../records/records.js';

/*
 * What somebody asks of an office that may do it: that an entry is undone, or its score corrected. Requests are records of the counter's
 * own; what is granted becomes an event of the account, and what is declined is none.
 */

/** What is asked for, by the form that does it. */
export const WISHES = ['undo', 'correct'] as const;
export type Wish = (typeof WISHES)[number];

export const isWish = (given: unknown): given is Wish => WISHES.includes(given as Wish);

const requestSchema = z.object({
  key: z.string().min(1),
  wish: z.enum(WISHES),
  accountId: z.string().min(1),
  communityId: z.string().min(1),
  /** The number of the account's event that it is about. */
  entry: z.number().int().positive(),
  /** The fields of the form that does it. */
  values: z.record(z.string(), z.string()),
  askedBy: z.string().min(1),
  askedOn: z.iso.date(),
});

export type EntryRequest = z.infer<typeof requestSchema>;

/** The entry that a request is about, and what is asked for. */
export type Asked = Pick<EntryRequest, 'wish' | 'accountId' | 'entry'>;

const declinedSchema = z.object({
  declinedBy: z.string().min(1),
  declinedOn: z.iso.date(),
  reason: z.string().min(1),
});

export type Declined = z.infer<typeof declinedSchema>;

const KIND = 'entry-request';
const DECLINED = 'entry-request-declined';

/**
 * A request by its entry and by how many were answered before it: asked by two colleagues, or twice by one, it is the same. It also is
 * the id of the reversal or the correction that grants it, so that none is granted twice.
 */
export function keyOf({ wish, accountId, entry }: Asked, answeredBefore: number): string {
  return createHash('sha256')
    .update(JSON.stringify([wish, accountId, entry, answeredBefore]))
    .digest('hex')
    .slice(0, 32);
}

/** The fields of the form that grants a request: as they were asked for, under the request's own key. */
export const granting = ({ key, values }: EntryRequest, on: string): FormValues => ({
  ...values,
  reversalId: key,
  correctionId: key,
  on,
});

/** What was asked for, and what was declined. */
export class EntryRequests {
  private readonly records: Records;

  constructor(records: Records) {
    this.records = records;
  }

  async find(key: string): Promise<EntryRequest | undefined> {
    return requestSchema.safeParse(await this.records.get(KIND, key)).data;
  }

  /** Every request on the accounts of a community, or of all, the newest first. */
  async list(communityId?: string): Promise<readonly EntryRequest[]> {
    const all = (await this.records.entries(KIND)).map(({ value }) => requestSchema.parse(value));
    return all
      .filter((one) => communityId === undefined || one.communityId === communityId)
      .sort((a, b) => (a.askedOn < b.askedOn ? 1 : -1));
  }

  /** Keeps a request; where it is there already, the first one stays. */
  async ask(request: EntryRequest): Promise<void> {
    await this.records.add(KIND, request.key, requestSchema.parse(request));
  }

  /** Declines a request; where somebody did so before, that stays. */
  async decline(key: string, declined: Declined): Promise<void> {
    await this.records.add(DECLINED, key, declinedSchema.parse(declined));
  }

  /** What was declined, by the requests' keys. */
  async declined(): Promise<ReadonlyMap<string, Declined>> {
    const all = await this.records.entries(DECLINED);
    return new Map(all.map(({ key, value }) => [key, declinedSchema.parse(value)]));
  }
}
