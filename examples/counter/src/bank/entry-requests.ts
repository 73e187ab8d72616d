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
  /** How many requests for the same were answered before it. */
  answeredBefore: z.number().int().nonnegative().default(0),
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

/** Whoever asked took it back, before anybody answered. */
const withdrawnSchema = z.object({ withdrawnBy: z.string().min(1), withdrawnOn: z.iso.date() });

export type Withdrawn = z.infer<typeof withdrawnSchema>;

/** What ended a request without an event. Both are kept under one name, so that of the two only one happens. */
const endSchema = z.union([declinedSchema, withdrawnSchema]);

export type End = z.infer<typeof endSchema>;

const KIND = 'entry-request';
const END = 'entry-request-declined';

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

/** What was asked for, and what was declined or withdrawn. */
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
      .sort((a, b) => b.askedOn.localeCompare(a.askedOn) || b.answeredBefore - a.answeredBefore);
  }

  /** Keeps a request; where it is there already, the first one stays. */
  async ask(request: EntryRequest): Promise<void> {
    await this.records.add(KIND, request.key, requestSchema.parse(request));
  }

  /** Declines or withdraws a request; where somebody did so before, that stays. */
  async end(key: string, how: End): Promise<void> {
    await this.records.add(END, key, endSchema.parse(how));
  }

  /** What was declined or withdrawn, by the requests' keys. */
  async ended(): Promise<ReadonlyMap<string, End>> {
    const all = await this.records.entries(END);
    return new Map(all.map(({ key, value }) => [key, endSchema.parse(value)]));
  }
}
