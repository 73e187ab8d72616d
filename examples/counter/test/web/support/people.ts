import type { Person } from '../../../src/people/user.js';
import { Users } from '../../../src/people/users.js';
import { memoryRecords } from '../../../src/records/memory-records.js';
import { fillSubdistrict } from '../../../src/sample/fill.js';
import type { Host } from './host.js';

export const PASSWORD = 'a long password for tests';

/** Whoever a test signs in as: staff of two communities, the party organisation of one, the Party affairs office, a volunteer of the first community. */
const PEOPLE: Readonly<Record<string, Person>> = {
  'clerk-linan': { role: 'community', communityId: 'linan' },
  'clerk-dongpo': { role: 'community', communityId: 'dongpo' },
  'party-linan': { role: 'party-organisation', communityId: 'linan' },
  officer: { role: 'subdistrict' },
  'volunteer-3': { role: 'volunteer', accountId: 'linan-0003' },
};

let hashed: Promise<readonly unknown[]> | undefined;

/** Passwords take long to hash, by design: they are hashed once for all tests of a file. */
async function hashedPeople(): Promise<readonly unknown[]> {
  const records = memoryRecords();
  const users = new Users(records);
  for (const [name, person] of Object.entries(PEOPLE)) await users.add(name, person, PASSWORD);
  return (await records.entries('user')).map(({ value }) => value);
}

export async function addPeople({ counter }: Host): Promise<void> {
  hashed ??= hashedPeople();
  for (const user of await hashed) await counter.records.put('user', (user as { name: string }).name, user);
}

/** So many accounts of a community, opened at the year's beginning and called after it. */
export async function openMany({ counter }: Host, communityId: string, many: number): Promise<string[]> {
  const ids = Array.from({ length: many }, (_, n) => `${communityId}-${String(n + 1).padStart(4, '0')}`);
  const by = { office: 'community', communityId } as const;
  const opening = { role: 'resident', communityId, on: '2026-01-05', formComplete: true, by };
  await counter.store.handleAll(
    ids.map((accountId) => ({ type: 'OpenAccount', data: { ...opening, accountId } })),
  );
  return ids;
}

/** The sample's subdistrict, and the people above. */
export async function fill(host: Host): Promise<void> {
  await fillSubdistrict(host.counter);
  await addPeople(host);
}
