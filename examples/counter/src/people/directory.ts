import { pinyin } from 'pinyin-pro';
import { z } from 'zod';

/** Whose account it is. It stands beside the events and never in them, so that it can be deleted. */
export const personSchema = z.object({
  accountId: z.string().min(1).max(200),
  communityId: z.string().min(1).max(200),
  name: z.string().trim().min(1).max(100),
  organisation: z.string().trim().max(200).default(''),
  phone: z.string().trim().max(40).default(''),
});

export type DirectoryEntry = z.infer<typeof personSchema>;

/** Names, organisations and phones by account, in a table of their own. */
export interface Directory {
  /** The entries of some accounts; those that have none are left out. */
  of(accountIds: readonly string[]): Promise<ReadonlyMap<string, DirectoryEntry>>;
  /** The people of a community, or of all, whom a word may mean: by name, pinyin, initials, organisation, or a phone's beginning or six of its digits. */
  find(word: string, communityId?: string): Promise<readonly DirectoryEntry[]>;
  /** The accounts of the people of a community, or of all, by their exact names. */
  called(names: readonly string[], communityId?: string): Promise<ReadonlyMap<string, readonly string[]>>;
  /** Everybody, to move the directory elsewhere. */
  all(): Promise<readonly DirectoryEntry[]>;
  put(entry: DirectoryEntry): Promise<void>;
  remove(accountId: string): Promise<boolean>;
}

/** No search answers with more. */
export const MOST_FOUND = 200;

/** The form of a text in which it is searched: without spaces, in small letters and one width. */
export const searched = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

/** Whether a word has digits enough to stand for a phone that it is in the middle or at the end of: four of them are an account's number. */
export const isPartOfPhone = (word: string): boolean => word.replace(/\D/g, '').length >= 6;

/** How a name is typed: in pinyin, and by the first letters of it. */
export function spelling(name: string): { readonly pinyin: string; readonly initials: string } {
  const options = {
    toneType: 'none',
    surname: 'head',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  } as const;
  const syllables = pinyin(name.normalize('NFKC'), options);
  const letters = pinyin(name.normalize('NFKC'), { ...options, pattern: 'first' });
  return { pinyin: searched(syllables.join('')), initials: searched(letters.join('')) };
}
