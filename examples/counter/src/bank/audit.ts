import type { BankEvent } from 'points-bank';
import { type ChainEnd, type DecisionFinding, NO_HASH, verifyChain } from 'points-bank/audit';
import { z } from 'zod';
import type { Counter } from '../counter.js';
import { chained, endAt, type KeptEnd, type SealedAccount } from '../store/seals.js';
import { Decisions, type Found, readableEvent } from './verify-entries.js';
import { type Broken, verifySeals } from './verify-seals.js';

/*
 * The record checked account by account, so that never more than some accounts are in memory: its entries against the seals that were written
 * with them, the seals against the ends that were kept, and every decision against the rules.
 */

const KIND = 'kept-end';

const keptSchema = z.object({
  /** Of one community's accounts, or of all. */
  communityId: z.string().optional(),
  /** Of the chain over the ends of all accounts. */
  length: z.number().int().nonnegative(),
  head: z.string(),
  keptBy: z.string(),
  keptOn: z.iso.date(),
});

export type KeptHead = z.infer<typeof keptSchema>;

/** How many there are, and the first of them. */
export type Findings<F> = { readonly many: number; readonly first: readonly Found<F>[] };

export type Audit = {
  readonly accounts: number;
  readonly entries: number;
  /** Entries that were sealed later than they were entered, and the day by which all of them were. */
  readonly sealedLater: { readonly entries: number; readonly on: string } | undefined;
  /** Accounts whose entries are not what was sealed, each with the first such entry. */
  readonly broken: Findings<Broken>;
  /** Entries that do not follow from the rules. */
  readonly decisions: Findings<DecisionFinding>;
  /** The ends that were kept, the latest first, and whether everything before each is as it was. */
  readonly kept: readonly (KeptHead & { readonly holds: boolean })[];
};

/** More findings than these are counted and not told. */
export const TOLD = 1000;

export type Asked = {
  readonly communityId?: string | undefined;
  /** Ends that somebody kept elsewhere, in their order. */
  readonly ends?: readonly KeptEnd[];
  /** What is told of every entry on the way. */
  readonly told?: (event: BankEvent) => void;
};

export async function auditOf(
  counter: Counter,
  { communityId, ends = [], told = () => undefined }: Asked,
): Promise<Audit> {
  const decisions = await Decisions.of(counter);
  const sealing = new Sealing(ends);
  const wrong = new List<DecisionFinding>();
  for await (const accounts of counter.store.seals.accounts(communityId)) {
    for (const account of accounts) {
      sealing.check(account);
      for (const event of readableOf(account, communityId)) told(event);
    }
    for (const found of await decisions.inAccounts(accounts)) wrong.add(found);
  }
  sealing.checkLost();
  for (const found of await decisions.acrossAccounts()) {
    const { communityId: own } = found.finding.event.data;
    if ((communityId ?? own) === own && !wrong.has(found)) wrong.add(found);
  }
  const { accounts, entries, sealedLater, on, broken, brokenEnd } = sealing;
  return {
    accounts,
    entries,
    sealedLater: sealedLater === 0 ? undefined : { entries: sealedLater, on },
    broken,
    decisions: wrong,
    kept: await keptHeads(counter, communityId, brokenEnd),
  };
}

/** What becomes of the seals of all accounts, one after the other. */
class Sealing {
  accounts = 0;
  entries = 0;
  sealedLater = 0;
  on = '';
  /** The first of the kept ends that does not hold. */
  brokenEnd = Number.POSITIVE_INFINITY;
  readonly broken = new List<Broken>();
  private readonly elsewhere: Map<string, SealedAccount['ends']>;

  constructor(ends: readonly KeptEnd[]) {
    this.elsewhere = byAccount(ends);
  }

  check(account: SealedAccount): void {
    const { accountId } = account;
    const { broken, brokenEnd = this.brokenEnd } = verifySeals(account);
    const finding = broken ?? this.lostElsewhere(account);
    if (finding !== undefined) this.broken.add({ accountId, finding });
    this.brokenEnd = Math.min(this.brokenEnd, brokenEnd);
    this.accounts += 1;
    this.entries += account.entries.length;
    for (const { sealedLater } of account.seals) {
      if (sealedLater === undefined) continue;
      this.sealedLater += 1;
      if (sealedLater > this.on) this.on = sealedLater;
    }
  }

  /** Accounts of which nothing is left but an end that was kept elsewhere. */
  checkLost(): void {
    for (const accountId of this.elsewhere.keys()) {
      const finding = this.lostElsewhere({ accountId, entries: [], seals: [], ends: [] });
      if (finding !== undefined) this.broken.add({ accountId, finding });
    }
  }

  private lostElsewhere(account: SealedAccount): Broken | undefined {
    const ends = this.elsewhere.get(account.accountId);
    this.elsewhere.delete(account.accountId);
    return ends === undefined ? undefined : verifySeals({ ...account, ends }).broken;
  }
}

class List<F extends Broken | DecisionFinding> implements Findings<F> {
  many = 0;
  readonly first: Found<F>[] = [];

  add(found: Found<F>): void {
    this.many += 1;
    if (this.first.length < TOLD) this.first.push(found);
  }

  has({ accountId, finding }: Found<F>): boolean {
    return this.first.some((one) => one.accountId === accountId && one.finding.at === finding.at);
  }
}

/** The events of an account that can be read, those of the community alone where one is named. */
export function readableOf({ entries }: SealedAccount, communityId: string | undefined): BankEvent[] {
  return entries
    .flatMap(({ stored }) => readableEvent(stored) ?? [])
    .filter(({ data }) => communityId === undefined || data.communityId === communityId);
}

function byAccount(ends: readonly KeptEnd[]): Map<string, SealedAccount['ends']> {
  const found = new Map<string, SealedAccount['ends']>();
  for (const [place, { data }] of ends.entries())
    found.set(data.accountId, [...(found.get(data.accountId) ?? []), { ...data, place }]);
  return found;
}

/** Follows the chain over the ends of all accounts, and says of each head that was kept whether it passes through it. */
async function keptHeads(
  counter: Counter,
  communityId: string | undefined,
  brokenEnd: number,
): Promise<Audit['kept']> {
  const kept = await keptOf(counter, communityId);
  const heads = new Map<number, string>([[0, NO_HASH]]);
  const asked = new Set(kept.map(({ length }) => length));
  let end: ChainEnd = { length: 0, head: NO_HASH };
  for await (const { data, metadata } of counter.store.seals.ends(communityId)) {
    const [{ metadata: own }] = chained([data], end) as readonly [KeptEnd];
    if (own.hash !== metadata.hash) break;
    end = endAt(own);
    if (asked.has(end.length)) heads.set(end.length, end.head);
  }
  return kept.map((one) => ({
    ...one,
    holds: one.length <= brokenEnd && heads.get(one.length) === one.head,
  }));
}

async function keptOf({ records }: Counter, communityId: string | undefined): Promise<readonly KeptHead[]> {
  const all = (await records.entries(KIND)).map(({ value }) => keptSchema.parse(value));
  return all
    .filter((one) => one.communityId === communityId)
    .sort((a, b) => b.length - a.length || (a.keptOn < b.keptOn ? 1 : -1));
}

/** The communities whose ends were kept, and nothing for those over all accounts. */
export async function communitiesKept({
  records,
}: Pick<Counter, 'records'>): Promise<readonly (string | undefined)[]> {
  const all = (await records.entries(KIND)).map(({ value }) => keptSchema.parse(value).communityId);
  return [...new Set(all)];
}

/** Keeps the ends of all accounts as they are now; a head that is kept already stays with who kept it first. */
export async function keepEnds(
  { records, store, today }: Counter,
  communityId: string | undefined,
  keptBy: string,
): Promise<void> {
  const end = await store.seals.keepEnds(communityId);
  const kept: KeptHead = {
    ...(communityId === undefined ? {} : { communityId }),
    ...end,
    keptBy,
    keptOn: today(),
  };
  await records.add(
    KIND,
    JSON.stringify([communityId ?? null, end.length, end.head]),
    keptSchema.parse(kept),
  );
}

const keptEndSchema = z.object({
  type: z.literal('AccountEnd'),
  data: z.strictObject({
    accountId: z.string(),
    communityId: z.string(),
    entries: z.number().int().positive(),
    head: z.string(),
  }),
  metadata: z.strictObject({ sequence: z.number(), previousHash: z.string(), hash: z.string() }),
});

/** The ends in a file that was kept elsewhere, a line each; nothing where they are no whole chain. */
export function readEnds(lines: string): readonly KeptEnd[] | undefined {
  try {
    const ends = lines
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => keptEndSchema.parse(JSON.parse(line)));
    return verifyChain(ends).ok ? ends : undefined;
  } catch {
    return undefined;
  }
}
