import { type Command, fold, type OpenedAccount, redeemable } from 'points-bank';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CounterStore } from '../../src/store/counter-store.js';
import { bankWith, closing, credit, opening, redemption } from './support/bank.js';
import { collect } from './support/collect.js';
import { type Kind, openTested, type Tested } from './support/stores.js';

const STOCK = 3;
const KINDS: readonly Kind[] = ['memory', 'PGlite', 'PostgreSQL'];
const bank = bankWith(STOCK);

describe.each(KINDS)('the store: %s', (kind) => {
  let tested: Tested;
  let store: CounterStore;

  beforeAll(async () => {
    tested = await openTested(kind, bank);
    store = tested.store;
  });
  afterAll(() => tested.remove());

  it('keeps what a command yields, and answers a command sent again with nothing new', async () => {
    const first = await store.handle(opening('kept'));
    const again = await store.handle(opening('kept'));
    const credited = await store.handle(credit('kept', 'hearing'));
    expect([first.version, again.version, credited.version]).toEqual([1n, 1n, 2n]);
    expect(again.decision).toMatchObject({ accepted: true, events: [] });
    const events = await store.events('kept');
    expect(events.map(({ type }) => type)).toEqual(['AccountOpened', 'ActivityCredited']);
    expect(await store.account('kept')).toEqual(fold(events));
  });

  it('decides a batch account by account, each line on those before it, and answers it again with nothing new', async () => {
    const lines = [
      opening('batch-1'),
      credit('batch-1', 'hearing'),
      credit('batch-2', 'hearing'),
      opening('batch-2'),
      credit('batch-2', 'hearing'),
      credit('batch-1', 'hearing', '2023-05-11'),
    ];
    const decisions = await store.handleAll(lines, { enteredBy: 'clerk' });
    expect(decisions.map((one) => (one.accepted ? one.events.length : one.refusal.code))).toEqual([
      1,
      1,
      'account-not-open',
      1,
      1,
      'duplicate-matter',
    ]);
    const events = await store.events('batch-1');
    expect(events.map(({ type, metadata }) => [type, metadata?.enteredBy])).toEqual([
      ['AccountOpened', 'clerk'],
      ['ActivityCredited', 'clerk'],
    ]);
    const again = await store.handleAll(lines.slice(0, 2));
    expect(again.map((one) => one.accepted && one.events)).toEqual([[], []]);
    expect(await store.events('batch-1')).toEqual(events);
  });

  it('credits each account once where several batches come at the same time', async () => {
    const people = ['crowd-1', 'crowd-2', 'crowd-3'];
    await store.handleAll(people.map((id) => opening(id)));
    const sent = ['a', 'a', 'b'].map((matter) => store.handleAll(people.map((id) => credit(id, matter))));
    const yielded = (await Promise.all(sent)).flat().flatMap((one) => (one.accepted ? one.events : []));
    expect(yielded).toHaveLength(6);
    for (const id of people) expect(redeemable(await openedIn(store, id))).toBe(5);
  });

  it('gives a refusal back with its reason, keeps nothing and says the version', async () => {
    await store.handle(opening('refused'));
    const { decision, version } = await store.handle(redemption('refused', 'r1', 'haircut'));
    expect(decision).toMatchObject({ accepted: false, refusal: { code: 'insufficient-points' } });
    expect(version).toBe(1n);
    expect(await store.events('refused')).toHaveLength(1);
  });

  it('refuses what is not a command before it names a stream after it', async () => {
    for (const none of [null, undefined, 'OpenAccount', []])
      expect((await store.handle(none as never)).decision).toMatchObject({ accepted: false });
    for (const data of [null, {}, { ...opening('x').data, accountId: 'a\0b' }, { accountId: 7 }]) {
      const { decision, version } = await store.handle({ type: 'OpenAccount', data } as never);
      expect(decision).toMatchObject({ accepted: false, refusal: { code: 'invalid-command' } });
      expect(version).toBe(0n);
    }
  });

  it.each(['110101199003071234', '-', 'a-b-c', '张三', '__proto__', "o'brien\\", '%s %L', '-0', '🀄'])(
    'takes any id: %s',
    async (accountId) => {
      await store.handle(opening(accountId));
      const [event] = await store.events(accountId);
      expect(event?.data.accountId).toBe(accountId);
      expect(await store.account(accountId)).toMatchObject({ status: 'open', accountId });
    },
  );

  it("keeps the host's metadata beside the library's own", async () => {
    const entered = {
      enteredBy: '110101199003071234',
      receivedAt: '2023-03-01T09:12:00.000Z',
      schemaVersion: 99,
    };
    await store.handle(opening('signed'), entered);
    const [event] = await store.events('signed');
    expect(event?.metadata).toEqual({ ...entered, schemaVersion: 1 });
  });

  it('opens an account once, however many want to at once', async () => {
    const accounts = Array.from({ length: 10 }, (_, i) => `new ${i}`);
    const handled = await Promise.all(
      accounts.flatMap((id) => [1, 2, 3, 4].map(() => store.handle(opening(id)))),
    );
    expect(handled.every(({ decision, version }) => decision.accepted && version === 1n)).toBe(true);
    for (const accountId of accounts) expect(await store.events(accountId)).toHaveLength(1);
  });

  it('lets one account continue a closed one, whoever comes at once', async () => {
    const closed = Array.from({ length: 6 }, (_, i) => `closed ${i}`);
    for (const accountId of closed) {
      await store.handle(opening(accountId));
      await store.handle(credit(accountId, 'hearing'));
    }
    const closings = await Promise.all(closed.map((accountId) => store.handle(closing(accountId))));
    const events = closings.map(({ decision }) => (decision.accepted ? decision.events[0] : undefined));
    const next = (accountId: string, continues: unknown): Command => {
      const command = opening(accountId, '2023-06-02');
      return { ...command, data: { ...command.data, continues } } as Command;
    };
    const handled = await Promise.all(
      events.flatMap((event, i) =>
        ['a', 'b', 'c'].map((which) => store.handle(next(`next ${i} ${which}`, [event]))),
      ),
    );
    const outcomes = handled.map(({ decision }) => (decision.accepted ? 'accepted' : decision.refusal));
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(closed.length);
    expect(outcomes).toContainEqual(
      expect.objectContaining({
        code: 'cannot-continue',
        facts: { accountId: 'closed 0', because: 'another-continues-it', closedOn: '2023-06-01' },
      }),
    );
    const openings = (await collect(store.all())).flatMap(({ event }) =>
      event.type === 'AccountOpened' ? (event.data.continues ?? []).map(({ accountId }) => accountId) : [],
    );
    expect(openings.sort()).toEqual(closed);
    const winner = closed.map((_, i) => ['a', 'b', 'c'].map((which) => `next ${i} ${which}`));
    for (const [i, ids] of winner.entries()) {
      const accounts = await Promise.all(ids.map((id) => store.account(id)));
      const open = accounts.filter(({ status }) => status === 'open') as OpenedAccount[];
      expect(open).toHaveLength(1);
      const [{ accountId }] = open as [OpenedAccount];
      expect((await store.handle(next(accountId, [events[i]]))).decision).toMatchObject({
        accepted: true,
        events: [],
      });
    }
    const [first, second] = events;
    expect((await store.handle(next('both', [first, second]))).decision).toMatchObject({ accepted: false });
  });

  it('loses no command of many that come to one account at once', async () => {
    await store.handle(opening('busy'));
    const matters = Array.from({ length: 12 }, (_, i) => `matter ${i}`);
    const handled = await Promise.all(matters.map((matter) => store.handle(credit('busy', matter))));
    expect(handled.every(({ decision }) => decision.accepted)).toBe(true);
    expect(handled.map(({ version }) => version).sort((a, b) => Number(a - b))).toEqual(
      matters.map((_, i) => BigInt(i + 2)),
    );
    expect(redeemable(await store.account('busy'))).toBe(1 + 2 * matters.length);
  });

  it('never gives out more than there is, whoever comes at once', async () => {
    const accounts = Array.from({ length: 12 }, (_, i) => `stock ${i}`);
    await Promise.all(accounts.map((accountId) => store.handle(opening(accountId))));
    const handled = await Promise.all(
      accounts.map((accountId) => store.handle(redemption(accountId, 'r1', 'rice'))),
    );
    const refused = handled.flatMap(({ decision }) => (decision.accepted ? [] : [decision.refusal.code]));
    expect(refused).toEqual(Array.from({ length: accounts.length - STOCK }, () => 'out-of-stock'));
    const all = await collect(store.all());
    expect(all.filter(({ event }) => event.type === 'PointsRedeemed')).toHaveLength(STOCK);
    await store.projections.rebuild();
    const late = await store
      .handle(opening('late'))
      .then(() => store.handle(redemption('late', 'r1', 'rice')));
    expect(late.decision).toMatchObject({ accepted: false, refusal: { code: 'out-of-stock' } });
  });

  it('gives all events in an order that holds, from any place on', async () => {
    const all = await collect(store.all());
    const positions = all.map(({ position }) => position);
    expect(positions).toEqual([...positions].sort((a, b) => (a < b ? -1 : 1)));
    expect(new Set(positions).size).toBe(positions.length);
    for (const accountId of new Set(all.map(({ event }) => event.data.accountId))) {
      const own = all.filter(({ event }) => event.data.accountId === accountId).map(({ event }) => event);
      expect(own).toEqual(await store.events(accountId));
    }
    const middle = Math.floor(all.length / 2);
    expect(await collect(store.all(positions[middle]))).toEqual(all.slice(middle + 1));
    expect(await collect(store.all(positions.at(-1)))).toEqual([]);
  });

  it('has everything when it is opened again', async () => {
    const before = await collect(store.all());
    store = await tested.again();
    expect(await collect(store.all())).toEqual(before);
  });
});

const openedIn = async (store: CounterStore, id: string): Promise<OpenedAccount> => {
  const account = await store.account(id);
  if (account.status === 'unopened') throw new Error(`${id} is not open`);
  return account;
};
