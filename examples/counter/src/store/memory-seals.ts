import {
  type AccountEnd,
  chained,
  endAfter,
  endAt,
  isOf,
  type KeptEnd,
  type SealedAccount,
  type Seals,
  type StoredEntry,
  sealsOf,
  type WrittenSeal,
} from './seals.js';

type Kept = { readonly entries: StoredEntry[]; readonly seals: WrittenSeal[] };

/** Seals in memory, and what takes in an entry with its seal. */
export function memorySeals(): { readonly seals: Seals; readonly add: (entry: StoredEntry) => void } {
  const record: StoredEntry[] = [];
  const kept = new Map<string, Kept>();
  const ends = new Map<string | undefined, KeptEnd[]>();
  const endsOf = (communityId: string | undefined) => ends.get(communityId) ?? [];
  const account = (accountId: string, communityId: string | undefined): SealedAccount => ({
    accountId,
    entries: [...(kept.get(accountId)?.entries ?? [])],
    seals: [...(kept.get(accountId)?.seals ?? [])],
    ends: endsOf(communityId).flatMap(({ data, metadata: { sequence: place } }) =>
      data.accountId === accountId ? [{ ...data, place }] : [],
    ),
  });
  const lastEnd = (communityId: string | undefined) => endAfter(endsOf(communityId), undefined);
  const addEnds = (added: readonly KeptEnd[], communityId: string | undefined) =>
    ends.set(communityId, [...endsOf(communityId), ...added]);
  return {
    add: (entry) => {
      const accountId = String(entry.stored.data.accountId);
      const own = kept.get(accountId) ?? { entries: [], seals: [] };
      kept.set(accountId, own);
      const last = own.seals.at(-1);
      own.seals.push(...sealsOf([entry], last && endAt(last)));
      own.entries.push(entry);
      record.push(entry);
    },
    seals: {
      async *accounts(communityId) {
        const accountIds = [...kept.keys()].sort();
        yield accountIds.map((id) => account(id, communityId)).filter((one) => isOf(one, communityId));
      },
      named: async (accountIds) =>
        accountIds.filter((id) => kept.has(id)).map((id) => account(id, undefined)),
      async *record() {
        for (const { stored } of [...record]) yield stored;
      },
      async *ends(communityId) {
        yield* [...endsOf(communityId)];
      },
      async keepEnds(communityId) {
        const changed: AccountEnd[] = [];
        for (const accountId of [...kept.keys()].sort()) {
          const { seals, ends: before } = account(accountId, communityId);
          const last = seals.at(-1) as WrittenSeal;
          const end = { accountId, communityId: last.communityId, entries: seals.length, head: last.hash };
          if ((communityId ?? last.communityId) !== last.communityId) continue;
          if (!before.some(({ head }) => head === end.head)) changed.push(end);
        }
        addEnds(chained(changed, lastEnd(communityId)), communityId);
        return lastEnd(communityId);
      },
      async takeEnds(given, communityId) {
        for await (const end of given)
          if (end.metadata.sequence >= endsOf(communityId).length) addEnds([end], communityId);
      },
    },
  };
}
