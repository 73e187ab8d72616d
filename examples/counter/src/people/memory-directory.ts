import {
  type Directory,
  type DirectoryEntry,
  isPartOfPhone,
  MOST_FOUND,
  searched,
  spelling,
} from './directory.js';

/** A directory that ends with the process: for tests, and to try the counter. */
export function memoryDirectory(): Directory {
  const entries = new Map<string, DirectoryEntry>();
  const sorted = (communityId?: string) =>
    [...entries.values()]
      .filter((entry) => communityId === undefined || entry.communityId === communityId)
      .sort((a, b) => (a.accountId < b.accountId ? -1 : 1));
  const isMeant = (entry: DirectoryEntry, word: string): boolean => {
    const typed = spelling(entry.name);
    return (
      [entry.name, entry.organisation].some((part) => searched(part).includes(word)) ||
      searched(entry.phone).startsWith(word) ||
      (isPartOfPhone(word) && searched(entry.phone).includes(word)) ||
      typed.pinyin.startsWith(word) ||
      typed.initials.startsWith(word)
    );
  };
  return {
    async of(accountIds) {
      const asked = accountIds.flatMap((id) => entries.get(id) ?? []);
      return new Map(asked.map((entry) => [entry.accountId, entry]));
    },
    async find(word, communityId) {
      const asked = searched(word);
      if (asked === '') return [];
      return sorted(communityId)
        .filter((entry) => isMeant(entry, asked))
        .slice(0, MOST_FOUND);
    },
    async called(names, communityId) {
      const asked = new Set(names);
      const found = new Map<string, string[]>();
      for (const { name, accountId } of sorted(communityId))
        if (asked.has(name)) found.set(name, [...(found.get(name) ?? []), accountId]);
      return found;
    },
    all: async () => sorted(),
    async put(entry) {
      entries.set(entry.accountId, entry);
    },
    async remove(accountId) {
      return entries.delete(accountId);
    },
  };
}
