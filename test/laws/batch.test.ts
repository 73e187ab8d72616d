import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  type BankEvent,
  type BatchBank,
  createBank,
  type Decision,
  decideAll,
  evolve,
  type Handbook,
  initialAccount,
  NotAnAccountError,
  stockAfter,
} from '../../src/index.js';
import { hailin, luohe, renfa2022 } from '../../src/rule-sets.js';
import { parseCommand } from '../../src/schema.js';
import { close, reverse } from '../living/commands.js';
import { under, world } from '../support/arbitraries.js';
import { openParts } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  CENTRE,
  claim,
  credit,
  hardMatters,
  open,
  outcomeOf,
  redeem,
  VOLUNTEER,
} from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';

const SCARCE: Handbook = {
  ...HANDBOOK,
  rewards: HANDBOOK.rewards.map((reward) =>
    reward.rewardId === 'haircut' ? { ...reward, stock: 4, stockFrom: '2022-03-01' } : reward,
  ),
};

type One = { decisions: Decision[]; events: BankEvent[]; accounts: Map<string, Account> };

/** The same as a host would decide it, one by one. */
function oneByOne(bank: BatchBank, commands: readonly unknown[], handbook: Handbook): One {
  const made: One = { decisions: [], events: [], accounts: new Map() };
  for (const command of commands) {
    const id = (command as { data?: { accountId?: unknown } } | null)?.data?.accountId;
    const accountId = typeof id === 'string' ? id : '';
    const before = made.accounts.get(accountId) ?? initialAccount;
    const decision = bank.withHandbook(stockAfter(handbook, made.events)).decideUnknown(command, before);
    made.decisions.push(decision);
    if (!decision.accepted || decision.events.length === 0) continue;
    made.events.push(...decision.events);
    made.accounts.set(accountId, decision.events.reduce(evolve, before));
  }
  return made;
}

function byAccount(events: readonly BankEvent[]): Map<string, BankEvent[]> {
  const streams = new Map<string, BankEvent[]>();
  for (const event of events) {
    streams.set(event.data.accountId, [...(streams.get(event.data.accountId) ?? []), event]);
  }
  return streams;
}

/** Redemptions that are undone, whole or in part, and reversals that are undone. */
function reversal(): fc.Arbitrary<unknown> {
  return fc
    .record({
      accountId: fc.constantFrom('member', 'employee', 'neighbour'),
      reversalId: fc.nat(5).map((n) => `reversal-${n}`),
      reverses: fc.oneof(
        fc.nat(8).map((n) => ({ kind: 'redemption', id: `redemption-${n}` })),
        fc.nat(5).map((n) => ({ kind: 'reversal', id: `reversal-${n}` })),
      ),
      lines: fc.option(fc.constant([{ rewardId: 'haircut', quantity: 1 }]), { nil: undefined }),
    })
    .map(({ lines, ...data }) => ({
      type: 'ReverseEntry',
      data: {
        ...data,
        ...(lines && { lines }),
        reason: '登记有误',
        on: '2024-12-31',
        by: { office: 'subdistrict' },
      },
    }));
}

/** A world, with reversals among its commands. */
function livelyWorld(): fc.Arbitrary<unknown[]> {
  return fc
    .tuple(world(), fc.array(fc.tuple(fc.nat(60), reversal()), { maxLength: 12, size: 'max' }))
    .map(([commands, reversals]) => {
      const lively = [...commands];
      for (const [at, command] of reversals) lively.splice(at, 0, command);
      return lively;
    });
}

describe('a batch', () => {
  const bank = createBank(under(['who-reverses', 'community']), { handbook: SCARCE });

  test('is decided as its commands are one by one', () => {
    fc.assert(
      fc.property(livelyWorld(), (commands) => {
        const batch = decideAll(bank, commands, new Map());
        const single = oneByOne(bank, commands, SCARCE);
        expect(batch.decisions).toEqual(single.decisions);
        expect(new Map(batch.events)).toEqual(byAccount(single.events));
        expect(new Map(batch.accounts)).toEqual(single.accounts);
        expect(batch.handbook).toEqual(stockAfter(SCARCE, single.events));
      }),
    );
  });

  test('can be cut anywhere', () => {
    fc.assert(
      fc.property(livelyWorld(), fc.nat(60), (commands, at) => {
        const whole = decideAll(bank, commands, new Map());
        const first = decideAll(bank, commands.slice(0, at), new Map());
        const left = first.handbook as Handbook;
        const second = decideAll(bank.withHandbook(left), commands.slice(at), first.accounts);
        expect([...first.decisions, ...second.decisions]).toEqual(whole.decisions);
        expect(second.accounts).toEqual(whole.accounts);
        expect(second.handbook).toEqual(whole.handbook);
      }),
    );
  });

  test('gives nothing back to a community where the holder of a visit moved since', () => {
    const tea = redeem('v-1', '2022-04-01', { tea: 1 });
    const first = decideAll(
      bank,
      [open('resident', '2022-02-01'), tea, close('moved', '2022-05-01')],
      new Map(),
    );
    const closing = first.events.get(VOLUNTEER)?.at(-1);
    const there = { communityId: 'beishan', by: { office: 'community', communityId: 'beishan' } } as const;
    const moved = open('resident', '2022-05-02', { accountId: 'w', ...there, continues: [closing] });
    const undo = reverse('u1', { kind: 'redemption', id: 'v-1' }, '2022-05-03', {
      accountId: 'w',
      by: there.by,
    });
    const handbookThere = { ...SCARCE, communityId: 'beishan' };
    const { decisions, events, handbook } = decideAll(
      bank.withHandbook(handbookThere),
      [moved, undo],
      first.accounts,
    );
    expect(decisions.map(outcomeOf)).toEqual([0, 1]);
    expect(handbook).toEqual(handbookThere);
    const all = [...(first.events.get(VOLUNTEER) ?? []), ...(events.get('w') ?? [])];
    expect(stockAfter(SCARCE, all)).toEqual(SCARCE);
  });

  test('gives a community’s stock to those who come first, and what is returned to those who come after', () => {
    const people = ['a', 'b', 'c'];
    const openings = people.map((accountId) => open('resident', '2022-02-01', { accountId }));
    const tea = (accountId: string) => redeem(`${accountId}-1`, '2022-04-01', { tea: 1 }, { accountId });
    const back = {
      type: 'ReverseEntry',
      data: {
        accountId: 'a',
        reversalId: 'x',
        reverses: { kind: 'redemption', id: 'a-1' },
        reason: '退货',
        on: '2022-04-02',
        by: CENTRE,
      },
    };
    const lines = [...openings, ...people.map(tea), back, tea('c')];
    const { decisions, handbook, events } = decideAll(bank, lines, new Map());
    const visits = decisions
      .slice(3)
      .map((decision) => (decision.accepted ? 'accepted' : outcomeOf(decision)));
    expect(visits).toEqual(['accepted', 'accepted', 'out-of-stock', 'accepted', 'accepted']);
    expect(handbook?.rewards.find(({ rewardId }) => rewardId === 'tea')?.stock).toBe(0);
    expect([...events.keys()]).toEqual(people);
    expect(bank.handbook).toBe(SCARCE);
  });

  test('gives back what one visit took, and nothing of the others of its account', () => {
    const stockOf = (lines: readonly unknown[]): number | undefined =>
      decideAll(bank, lines, new Map()).handbook?.rewards.find(({ rewardId }) => rewardId === 'haircut')
        ?.stock;
    const visits = [
      open('resident', '2022-02-01'),
      ...hardMatters(2, '2022-02-02'),
      redeem('first', '2022-04-01', { haircut: 2 }),
      redeem('second', '2022-10-01', { haircut: 1 }),
    ];
    expect(stockOf(visits)).toBe(1);
    expect(stockOf([...visits, reverse('x', { kind: 'redemption', id: 'first' }, '2022-10-02')])).toBe(3);
    expect(stockOf([...visits, reverse('x', { kind: 'redemption', id: 'second' }, '2022-10-02')])).toBe(2);
  });

  test('copies the handbook once, however much is redeemed and returned', () => {
    let copies = 0;
    const counting: BatchBank = {
      ...bank,
      withHandbook: (handbook) => {
        copies += 1;
        return bank.withHandbook(handbook);
      },
    };
    const people = Array.from({ length: 20 }, (_, i) => `v${i}`);
    const lines = people.flatMap((accountId) => [
      open('resident', '2022-02-01', { accountId }),
      redeem(`${accountId}-1`, '2022-04-01', { tea: 1 }, { accountId }),
    ]);
    expect(decideAll(counting, lines, new Map())).toEqual(decideAll(bank, lines, new Map()));
    expect(copies).toBe(1);
  });

  test('credits forty people at one activity, each line by itself', () => {
    const people = Array.from({ length: 40 }, (_, i) => `v${i}`);
    const opened = decideAll(
      bank,
      people.slice(1).map((accountId) => open('resident', '2022-02-01', { accountId })),
      new Map(),
    ).accounts;
    const lines = people.map((accountId) => credit('activity', 'clean-up', '2022-03-05', { accountId }));
    const { accounts, decisions, events } = decideAll(bank, [...lines, lines[5]], opened);
    expect(decisions.map(({ accepted }) => accepted)).toEqual([false, ...Array(40).fill(true)]);
    expect(events.size).toBe(39);
    expect(accounts.size).toBe(39);
    expect(decisions.at(-1)).toMatchObject({ accepted: true, events: [] });
    expect(opened.get('v5')).not.toBe(accounts.get('v5'));
  });

  test('takes commands that were parsed, a programme, and a bank of any rule set', () => {
    const parsed = parseCommand(open('resident', '2023-02-01'));
    const lines = [parsed.ok ? parsed.value : undefined, credit('activity', '３．５义诊', '2023-03-05')];
    const banks: readonly BatchBank[] = [
      createBank(renfa2022, { programme: PROGRAMME }),
      createBank(luohe),
      createBank(hailin),
    ];
    const [first, ...others] = banks.map((any) => decideAll(any, lines, new Map()).decisions);
    expect(first?.map(outcomeOf)).toEqual([1, 'programme-differs']);
    expect(others).toHaveLength(2);
  });

  test('of nothing is nothing, and needs no handbook', () => {
    expect(decideAll(createBank(renfa2022), [], new Map())).toEqual({
      decisions: [],
      events: new Map(),
      accounts: new Map(),
      handbook: undefined,
    });
  });

  test('leaves the accounts and the handbook that it was given as they were', () => {
    const given = new Map(decideAll(bank, [open('resident', '2022-02-01')], new Map()).accounts);
    const copy = JSON.stringify([...given, SCARCE]);
    const batch = decideAll(
      bank,
      [...hardMatters(2, '2022-03-01'), redeem('r', '2022-04-01', { tea: 2 })],
      given,
    );
    expect(JSON.stringify([...given, SCARCE])).toBe(copy);
    expect(openParts([...batch.accounts.values(), ...batch.decisions])).toEqual(['$']);
  });
});

describe('a line that is hostile', () => {
  const bank = createBank(renfa2022, { handbook: SCARCE });
  const fail = (): never => {
    throw new Error('a trap');
  };
  const opening = open('resident', '2022-02-01');

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'OpenAccount'],
    ['a list', [opening]],
    ['a function', () => opening],
    ['a getter that throws', Object.defineProperty({}, 'type', { get: fail, enumerable: true })],
    ['data that throws', { type: 'ReportIn', data: new Proxy({}, { ownKeys: fail }) }],
    ['a revoked proxy', revoked()],
    ['no account', { type: 'ReportIn', data: { on: '2022-02-01', by: CENTRE } }],
    ['an account that is no text', { ...opening, data: { ...opening.data, accountId: { toString: fail } } }],
    ['a name that objects inherit', JSON.parse('{"type":"__proto__","data":{"accountId":"__proto__"}}')],
  ])('refuses itself alone: %s', (_, line) => {
    const { decisions, accounts } = decideAll(bank, [opening, line, claim('gate', '2022-02-02')], new Map());
    expect(decisions.map(outcomeOf)).toEqual([1, 'invalid-command', 1]);
    expect([...accounts.keys()]).toEqual(['v1']);
  });

  test('is read once, so that it cannot name one account first and then another', () => {
    const names = ['v1', 'v2', 'v3'];
    let reads = 0;
    const data = { ...opening.data } as { accountId: string };
    Object.defineProperty(data, 'accountId', { get: () => names[reads++], enumerable: true });
    const { decisions, accounts } = decideAll(bank, [{ type: 'OpenAccount', data }], new Map());
    expect(decisions.map(outcomeOf)).toEqual([1]);
    expect([...accounts].map(([id, account]) => [id, 'accountId' in account && account.accountId])).toEqual([
      ['v1', 'v1'],
    ]);
  });

  test('is not an account that is none: that is the host’s, and thrown', () => {
    const accounts = new Map<string, Account>([['v1', Promise.resolve() as never]]);
    expect(() => decideAll(bank, [opening], accounts)).toThrow(NotAnAccountError);
    expect(
      decideAll(bank, [open('resident', '2022-02-01', { accountId: 'v2' })], accounts).decisions,
    ).toHaveLength(1);
  });
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
