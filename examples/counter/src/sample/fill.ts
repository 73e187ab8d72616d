import type { Command } from 'points-bank';
import { shelve } from '../bank/enter.js';
import type { Counter } from '../counter.js';
import { randomPassword } from '../people/passwords.js';
import type { Person } from '../people/user.js';
import { daysBefore, sampleCommands } from './commands.js';
import { COMMUNITIES, NAMES, REWARDS } from './people.js';

export type SampleUser = { readonly name: string; readonly person: Person; readonly password: string };

/** The sample's users: an officer, a clerk at each community, a volunteer. */
const USERS: readonly { readonly name: string; readonly person: Person }[] = [
  { name: 'subdistrict', person: { role: 'subdistrict' } },
  ...COMMUNITIES.map(({ id }) => ({ name: id, person: { role: 'community', communityId: id } as const })),
  { name: 'volunteer', person: { role: 'volunteer', accountId: 'linan-0003' } },
];

/** Fills the counter with a made-up subdistrict. It can be run again: what is there stays. */
export async function fillSubdistrict(
  counter: Counter,
  commands: Iterable<Command> = sampleCommands(counter.today()),
): Promise<void> {
  const today = counter.today();
  for (const { id, title } of COMMUNITIES) await counter.communities.name(id, title);
  await publishHandbooks(counter, today);
  if ((await counter.store.projections.communities()).length > 0) return;
  for (const { id } of COMMUNITIES) await shelve(counter, id);
  for (const command of commands) await counter.store.handle(command, { enteredBy: 'sample' });
  await nameSome(counter);
}

/** Some are in the directory, and others not yet. */
async function nameSome({ store }: Counter): Promise<void> {
  for (const [place, { id: communityId }] of COMMUNITIES.entries())
    for (const [n, name] of NAMES.entries()) {
      const accountId = `${communityId}-${String(n + 1).padStart(4, '0')}`;
      const phone = `1380000${String(place * 100 + n).padStart(4, '0')}`;
      await store.directory.put({ accountId, communityId, name, organisation: '', phone });
    }
}

/** Adds the sample's users; those that exist keep their passwords. Those made now come with theirs, which are kept nowhere else. */
export async function addSampleUsers({ users }: Counter): Promise<readonly SampleUser[]> {
  const made: SampleUser[] = [];
  for (const { name, person } of USERS) {
    const password = randomPassword();
    if (await users.add(name, person, password)) made.push({ name, person, password });
  }
  return made;
}

/** One edition filed in time, one late, one not yet: each state of a filing is there to see. */
async function publishHandbooks({ handbooks }: Counter, today: string): Promise<void> {
  const published = daysBefore(today, 500);
  const latest = daysBefore(today, 12);
  for (const [place, { id: communityId }] of COMMUNITIES.entries()) {
    const filed = daysBefore(published, place === 1 ? -20 : -3);
    const rewards = REWARDS.map((reward) =>
      reward.kind === 'goods' ? { ...reward, consent: daysBefore(published, 5), stock: 20 } : reward,
    );
    await handbooks.publish({
      communityId,
      version: `${published.slice(0, 4)}-1`,
      published,
      filed,
      rewards,
    });
    if (place === 2)
      await handbooks.publish({
        communityId,
        version: `${latest.slice(0, 4)}-2`,
        published: latest,
        rewards,
      });
  }
}
