import type { Counter } from '../counter.js';

/** The names of some accounts' people, for pages that show them beside the numbers. */
export async function namesOf(
  { store }: Counter,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const entries = await store.directory.of(accountIds);
  return new Map([...entries].map(([accountId, { name }]) => [accountId, name]));
}
