/**
 * What the counter keeps beside the events: users, communities, handbooks. Small JSON documents by kind and key; the points are in
 * the event store and nowhere else.
 */
export interface Records {
  get(kind: string, key: string): Promise<unknown>;
  /** Every document of a kind, by key. */
  list(kind: string): Promise<readonly unknown[]>;
  put(kind: string, key: string, value: unknown): Promise<void>;
  /** Puts a document where there is none; `false` where there is one already. */
  add(kind: string, key: string, value: unknown): Promise<boolean>;
  remove(kind: string, key: string): Promise<boolean>;
  close(): Promise<void>;
}
