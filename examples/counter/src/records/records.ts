export type Entry = { readonly key: string; readonly value: unknown };

/**
 * What the counter keeps beside the events: users, communities, handbooks. Small JSON documents by kind and key; the points are in
 * the event store and nowhere else.
 */
export interface Records {
  get(kind: string, key: string): Promise<unknown>;
  /** Every document of a kind with its key, by key. */
  entries(kind: string): Promise<readonly Entry[]>;
  put(kind: string, key: string, value: unknown): Promise<void>;
  /** Puts a document where there is none; `false` where there is one already. */
  add(kind: string, key: string, value: unknown): Promise<boolean>;
  /** Puts a document in the place of the one that was read; `false` where another is there by now. */
  replace(kind: string, key: string, before: unknown, value: unknown): Promise<boolean>;
  remove(kind: string, key: string): Promise<boolean>;
  close(): Promise<void>;
}
