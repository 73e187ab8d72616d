import { describe, expect, test, vi } from 'vitest';
import { signInLimit } from '../../src/security/sign-in-limit.js';
import { openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* A flood of passwords from everywhere: the work is bounded, and it holds up strangers alone. */

/** Work that ends when it is told to, and says when it began. */
function heldWork(begun: string[]) {
  const ends: (() => void)[] = [];
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve) => ends.push(() => resolve(name)));
  };
  const endOne = () => ends.shift()?.();
  return { work, endOne };
}

describe('passwords from many addresses', () => {
  test('are looked at two at once, and no more than sixty wait', async () => {
    const limit = await signInLimit();
    const begun: string[] = [];
    const { work, endOne } = heldWork(begun);
    const all = Array.from({ length: 100 }, (_, n) =>
      limit.inTurn(`address 192.0.2.${n}`, work(`${n}`)).then((found) => {
        // Each that ends lets another begin.
        endOne();
        return found;
      }),
    );
    expect(await all[99]).toBeUndefined();
    expect(begun).toEqual(['0', '1']);
    expect(limit.waiting()).toBe(62);
    endOne();
    endOne();
    const found = await Promise.all(all);
    expect(found.filter((one) => one === undefined)).toHaveLength(38);
    expect(found.slice(0, 62)).toEqual(Array.from({ length: 62 }, (_, n) => `${n}`));
    expect(limit.waiting()).toBe(0);
  });

  test.each(['browser abc', 'user clerk'])('wait for one from a %s, which is known', async (known) => {
    const limit = await signInLimit();
    const begun: string[] = [];
    const { work, endOne } = heldWork(begun);
    const strangers = Array.from({ length: 62 }, (_, n) =>
      limit.inTurn(`address 192.0.2.${n}`, work(`${n}`)),
    );
    const first = limit.inTurn(known, work('known'));
    expect(await limit.inTurn('address 198.51.100.1', work('late'))).toBeUndefined();
    endOne();
    expect(await strangers[0]).toBe('0');
    expect(begun).toEqual(['0', '1', 'known']);
    endOne();
    endOne();
    expect(await first).toBe('known');
  });

  test('that go on trying keep out nobody who begins at another address', async () => {
    const limit = await signInLimit();
    const begun: string[] = [];
    const { work, endOne } = heldWork(begun);
    const flood = (n: number) => limit.inTurn(`address 192.0.2.${n}`, work(`${n}`));
    const first = Array.from({ length: 62 }, (_, n) => flood(n));
    await vi.waitFor(() => expect(begun).toEqual(['0', '1']));
    endOne();
    expect(await first[0]).toBe('0');
    // The line is full again, with one in it that was looked at before.
    const again = flood(0);
    await Promise.resolve();
    await vi.waitFor(() => expect(limit.waiting()).toBe(62));
    const newcomer = limit.inTurn('address 198.51.100.1', work('newcomer'));
    expect(await again).toBeUndefined();
    // Those who were not looked at yet stay before it, and are all there is.
    expect(await limit.inTurn('address 198.51.100.2', work('late'))).toBeUndefined();
    for (const one of first.slice(1)) {
      endOne();
      await one;
    }
    endOne();
    expect(await newcomer).toBe('newcomer');
    expect(begun.at(-1)).toBe('newcomer');
  });

  test('are answered 429 with a time to try again, and a known browser gets in meanwhile', async () => {
    const host = await openHost({ trustProxy: true });
    await addPeople(host);
    const clerk = new Visitor(host);
    expect((await clerk.signIn('clerk-linan', PASSWORD)).status).toBe(303);
    await clerk.post('/sign-out', {});
    const stranger = new Visitor(host);
    await stranger.get('/sign-in');
    const form = { name: 'clerk-linan', password: 'wrong', back: '/' };
    const flood = Array.from({ length: 120 }, (_, n) =>
      stranger.post('/sign-in', form, { 'X-Forwarded-For': `192.0.2.${n}` }),
    );
    expect((await clerk.signIn('clerk-linan', PASSWORD)).status).toBe(303);
    const answers = await Promise.all(flood);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([401, 429]);
    for (const { status, headers } of answers)
      if (status === 429) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0);
  });
});
