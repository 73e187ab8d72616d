import { expect, test } from 'vitest';
import { MESSAGES } from '../../src/language/messages.js';
import { openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

test('a letter says whether anything was sent', async () => {
  const host = await openHost();
  await addPeople(host);
  const by = { office: 'community', communityId: 'linan' } as const;
  const opening = { role: 'resident', communityId: 'linan', on: '2026-03-01', formComplete: true, by };
  await host.counter.store.handle({
    type: 'OpenAccount',
    data: { ...opening, accountId: 'linan-9001', recordedOn: '2026-06-01' },
  });
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  const seenOn = async (sentOn: string): Promise<boolean> => {
    const letter = await officer.get(`/accounts/linan-9001/feedback?year=2026&sentOn=${sentOn}`);
    expect(letter.status).toBe(200);
    const list = await officer.get(`/feedback?year=2026&sentOn=${sentOn}`);
    const isSaid = Object.values(MESSAGES.notSent).some((words) => letter.text.includes(words));
    expect(Object.values(MESSAGES.notSent).some((words) => list.text.includes(words))).toBe(isSaid);
    return isSaid;
  };
  expect(await seenOn('2026-04-01')).toBe(true);
  expect(await seenOn('2026-06-01')).toBe(false);
});
