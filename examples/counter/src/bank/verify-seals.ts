import type { StoredEvent } from 'points-bank';
import { type ChainEnd, type ChainVerification, NO_HASH, verifyChain } from 'points-bank/audit';
import { endAt, type SealedAccount } from '../store/seals.js';

/** The first entry of an account that is not what was sealed, and what was done to it. */
export type Broken = Extract<ChainVerification, { readonly ok: false }>;

/** An account held against its seals, and against its ends that were kept. */
export type AccountSeals = {
  readonly broken: Broken | undefined;
  /** The first of the kept ends that no longer holds, by its place in the chain over all accounts. */
  readonly brokenEnd: number | undefined;
};

/** Checks the entries of an account against the seals that were written with them, and these against the ends that were kept. */
export function verifySeals(account: SealedAccount): AccountSeals {
  const { seals, ends } = account;
  const sealed = sealedEntries(account);
  const last = seals.at(-1);
  const end: ChainEnd = last === undefined ? { length: 0, head: NO_HASH } : endAt(last);
  const chain = verifyChain(sealed, end);
  if (!chain.ok) {
    // One that was never sealed was not changed since: it was put in.
    const fault = chain.fault === 'altered' && !isSealed(sealed[chain.at]) ? 'inserted' : chain.fault;
    return { broken: { ...chain, fault }, brokenEnd: ends.find(({ entries }) => entries > chain.at)?.place };
  }
  const lost = ends.find(({ entries, head }) => seals[entries - 1]?.hash !== head);
  if (lost === undefined) return { broken: undefined, brokenEnd: undefined };
  const kept = verifyChain(sealed.slice(0, lost.entries), { length: lost.entries, head: lost.head });
  return { broken: kept.ok ? undefined : kept, brokenEnd: lost.place };
}

const SEAL_MEMBERS = ['sequence', 'previousHash', 'hash'];

/** The entries with their seals; one without a seal, or with members of a seal of its own, or of another account, is not of the chain. */
function sealedEntries({ accountId, entries, seals }: SealedAccount): StoredEvent[] {
  const byMessage = new Map(seals.map((one) => [one.messageId, one]));
  return entries.map(({ messageId, stored: { type, data, metadata = {} } }) => {
    const seal = byMessage.get(messageId);
    const isOwn = data.accountId === accountId && !SEAL_MEMBERS.some((name) => Object.hasOwn(metadata, name));
    if (seal === undefined || !isOwn) return { type, data };
    const { sequence, previousHash, hash } = seal;
    return { type, data, metadata: { ...metadata, sequence, previousHash, hash } };
  });
}

const isSealed = (entry: StoredEvent | undefined): boolean => entry?.metadata !== undefined;
