import { describe, expect, test } from 'vitest';
import {
  type AccountClosed,
  type BankEvent,
  balanceOn,
  createBank,
  figures,
  fold,
  initialAccount,
  quantities,
  redeemable,
} from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import { under } from '../support/arbitraries.js';
import {
  accountOf,
  claim,
  correct,
  credit,
  hardMatters,
  lastEvent,
  open,
  redeem,
  refusalOf,
  reportIn,
  run,
} from '../support/history.js';
import { close, release, reverse } from './commands.js';

const HARD = { difficulty: 'hard' };

/** A resident who held a post and redeemed, and joins the party in the spring. */
const RESIDENT = [
  open('resident', '2023-01-10'),
  claim('gate', '2023-02-01', HARD),
  ...hardMatters(3, '2023-03-10'),
  redeem('visit', '2023-04-01', { haircut: 2 }),
];

/** What the account of a history hands on when it is closed. */
function closingOf(commands: readonly unknown[]): AccountClosed {
  return lastEvent(run(commands), 'AccountClosed') as AccountClosed;
}

/** The commands of a history, and then a new account of a party member that continues it. */
function continued(commands: readonly unknown[], on = '2023-05-01', more: object = {}): unknown[] {
  const as = { accountId: 'v2', continues: [closingOf(commands)], ...more };
  return [...commands, open('community-party-member', on, as)];
}

const CLOSED = [...RESIDENT, close('role-changed', '2023-05-01', { continuedBy: 'v2' })];

describe('an account that was closed', () => {
  test('refuses by name and says where its holder went on', () => {
    const ran = run([...CLOSED, credit('activity', 'late', '2023-04-02')]);
    expect(refusalOf(ran.steps.at(-1)?.decision)).toMatchObject({
      code: 'account-closed',
      clause: '2.2',
      facts: { accountId: 'v1', closedOn: '2023-05-01', reason: 'role-changed', continuedBy: 'v2' },
    });
    const codes = run([
      ...CLOSED,
      close('left', '2023-05-02'),
      reverse('r', { kind: 'claim', id: 'gate' }, '2023-05-02'),
    ]);
    expect(codes.outcomes.slice(-2)).toEqual(['account-closed', 'account-closed']);
  });

  test('still knows the commands that it took before, its closing too', () => {
    expect(run([...CLOSED, RESIDENT[1], CLOSED.at(-1)]).outcomes.slice(-2)).toEqual(['retried', 'retried']);
  });

  test('holds nothing from that day on, and what it held before', () => {
    const account = run(CLOSED).accounts.get('v1') ?? initialAccount;
    expect(account.status).toBe('closed');
    expect(redeemable(account)).toBe(0);
    expect(balanceOn(account, '2023-04-30', renfa2022)).toBe(7);
    expect(balanceOn(account, '2023-05-01', renfa2022)).toBe(0);
    expect(figures(account, { from: '2023-01', to: '2023-12' }).assessment).toBe(9);
  });

  test('is not closed before an entry, for an unknown reason, or by another office', () => {
    expect(run([...RESIDENT, close('left', '2023-03-31')]).outcomes.at(-1)).toBe('entries-after-closing');
    expect(refusalOf(run([...RESIDENT, close('bored', '2023-05-01')]).steps.at(-1)?.decision)).toMatchObject({
      code: 'unknown-reason',
      facts: {
        reason: 'bored',
        known: ['left', 'died', 'role-changed', 'moved', 'merged', 'opened-in-error'],
      },
    });
    expect(
      run([...RESIDENT, close('left', '2023-05-01', { by: { office: 'subdistrict' } })]).outcomes.at(-1),
    ).toBe('office-not-entitled');
  });

  test('forfeits its balance where the rules hand nothing on', () => {
    const { data } = closingOf([...RESIDENT, close('died', '2023-05-01')]);
    expect(data).toMatchObject({ balance: 7, forfeited: 7 });
    expect(data.handedOn).toBeUndefined();
    const anew = under(['change-of-role', 'anew']);
    const closed = lastEvent(run(CLOSED, { ruleSet: anew }), 'AccountClosed');
    expect(closed.data).toMatchObject({ forfeited: 7 });
    const opening = open('community-party-member', '2023-05-01', { accountId: 'v2', continues: [closed] });
    expect(refusalOf(run([opening], { ruleSet: anew }).steps.at(-1)?.decision)).toMatchObject({
      code: 'cannot-continue',
      facts: { accountId: 'v1', because: 'nothing-handed-on' },
    });
  });
});

describe('an account that continues another', () => {
  const ran = run(continued(CLOSED));
  const account = accountOf(ran, 'v2');

  test('takes up balance, figures and the half-year’s visit', () => {
    expect(account).toMatchObject({ earned: 9, redeemed: 2, continues: ['v1'] });
    expect(redeemable(account)).toBe(7);
    expect(balanceOn(account, '2023-03-31', renfa2022)).toBe(9);
    expect(
      run([
        ...continued(CLOSED),
        redeem('next', '2023-06-01', { haircut: 1 }, { accountId: 'v2' }),
      ]).outcomes.at(-1),
    ).toBe('already-redeemed');
    expect(
      run([
        ...continued(CLOSED),
        redeem('next', '2023-07-01', { haircut: 1 }, { accountId: 'v2' }),
      ]).outcomes.at(-1),
    ).toBe(-1);
  });

  test('has the room under the cap that was left, and the posts', () => {
    const to = { accountId: 'v2' };
    const more = [
      claim('gate', '2023-05-02', to),
      claim('lamp', '2023-05-02', to),
      claim('bench', '2023-05-03', to),
    ];
    expect(run([...continued(CLOSED), ...more]).outcomes.slice(-3)).toEqual(['duplicate-claim', 1, 0]);
    const serving = credit('activity', 'watch', '2023-05-04', { accountId: 'v2', postId: 'gate' });
    expect(run([...continued(CLOSED), serving]).outcomes.at(-1)).toBe(1);
  });

  test('reports in once a year, over both accounts', () => {
    expect(lastEvent(ran, 'AccountOpened').data).toMatchObject({ points: 0, reportsIn: false });
    const again = reportIn('2023-06-01', { accountId: 'v2' });
    expect(run([...continued(CLOSED), again]).outcomes.at(-1)).toBe('already-reported-in');
    const next = run(continued([...RESIDENT, close('moved', '2023-12-31')], '2024-01-02'));
    expect(lastEvent(next, 'AccountOpened').data).toMatchObject({ points: 1, reportsIn: true });
  });

  test('does not take posts that were given up, nor what was undone', () => {
    const history = [
      ...RESIDENT,
      release('gate', '2023-04-10'),
      correct('praise', 2, '2023-04-11'),
      reverse('r1', { kind: 'redemption', id: 'visit' }, '2023-04-12'),
      close('moved', '2023-05-01'),
    ];
    expect(closingOf(history).data.handedOn).toMatchObject({
      posts: [],
      visits: [],
      corrected: [{ on: '2023-04-11', points: 2 }],
      reportIns: ['2023-01-10'],
    });
    expect(redeemable(accountOf(run(continued(history)), 'v2'))).toBe(11);
  });

  test('takes the posts in the order of their names and days', () => {
    const ruleSet = under(['claim-cap-window', 'calendar-year']);
    const claims = [
      claim('lamp', '2023-03-01'),
      claim('gate', '2024-02-01'),
      claim('gate', '2023-02-01'),
      claim('bench', '2024-03-01'),
    ];
    const ran = run([open('resident'), ...claims, close('moved', '2024-05-01')], { ruleSet });
    expect(lastEvent(ran, 'AccountClosed').data.handedOn?.posts).toEqual([
      { postId: 'bench', on: '2024-03-01' },
      { postId: 'gate', on: '2023-02-01' },
      { postId: 'gate', on: '2024-02-01' },
      { postId: 'lamp', on: '2023-03-01' },
    ]);
  });

  test('points go on lapsing by the day on which they were earned', () => {
    const ruleSet = under(['carry-over', 'year-end']);
    const closed = lastEvent(run(CLOSED, { ruleSet }), 'AccountClosed');
    const commands = [
      ...CLOSED,
      open('community-party-member', '2023-05-01', { accountId: 'v2', continues: [closed] }),
    ];
    const account = accountOf(run(commands, { ruleSet }), 'v2');
    expect(balanceOn(account, '2023-12-31', ruleSet)).toBe(7);
    expect(balanceOn(account, '2024-01-01', ruleSet)).toBe(0);
  });

  test.each([
    ['same-account', { accountId: 'v1' }],
    ['twice', { continues: [closingOf(CLOSED), closingOf(CLOSED)] }],
    ['another-continues-it', { accountId: 'v3' }],
    ['closed-later', { on: '2023-04-30' }],
  ])('cannot where it is %s', (because, more) => {
    const opening = continued(CLOSED, '2023-05-01', more).at(-1);
    expect(refusalOf(run([opening]).steps.at(-1)?.decision)).toMatchObject({
      code: 'cannot-continue',
      facts: { accountId: 'v1', because, closedOn: '2023-05-01' },
    });
  });

  test('cannot where the accounts together hold more than can be counted', () => {
    const good = closingOf(CLOSED);
    const { continuedBy: _, ...data } = good.data;
    const nothing = { items: [], transferred: [], visits: [], reportIns: [], posts: [], bars: [] };
    const holding = (accountId: string, points: number) => {
      const handedOn = { ...nothing, corrected: [{ on: '2023-03-01', points }] };
      return { type: 'AccountClosed', data: { ...data, accountId, handedOn } };
    };
    const opened = (...continues: unknown[]) =>
      run([open('community-party-member', '2023-05-01', { accountId: 'v9', continues })]);
    const most = Number.MAX_SAFE_INTEGER;
    expect(refusalOf(opened(holding('a', most), holding('b', -1)).steps[0]?.decision)).toMatchObject({
      code: 'out-of-range',
      clause: '2.2',
      facts: { figure: 'earned', before: 0, points: most },
    });
    expect(accountOf(opened(holding('a', 1 - most), holding('b', 1)), 'v9').corrected).toBe(2 - most);
  });

  test('is a retry when its opening is sent again', () => {
    const commands = continued(CLOSED);
    expect(run([...commands, commands.at(-1)]).outcomes.at(-1)).toBe('retried');
    const { continues: _, ...data } = (commands.at(-1) as { data: { continues: unknown } }).data;
    expect(run([...commands, { type: 'OpenAccount', data }]).outcomes.at(-1)).toBe('account-already-open');
  });

  test('refuses what is no closing of an account, by its field', () => {
    const good = closingOf(CLOSED);
    const bad: readonly [unknown, string, string][] = [
      [null, 'continues[0]', 'not-an-object'],
      [{}, 'continues[0].type', 'missing'],
      [{ type: 'AccountOpened', data: good.data }, 'continues[0].type', 'not-one-of'],
      [{ ...good, data: { ...good.data, on: '2023-02-30' } }, 'continues[0].data.on', 'not-a-date'],
      [
        { ...good, data: { ...good.data, handedOn: { ...good.data.handedOn, items: null } } },
        'continues[0].data.handedOn.items',
        'not-a-list',
      ],
      [
        {
          ...good,
          data: {
            ...good.data,
            handedOn: { ...good.data.handedOn, corrected: [{ on: '2023-01-01', points: 2 ** 53 }] },
          },
        },
        'continues[0].data.handedOn.corrected[0].points',
        'not-a-whole-number',
      ],
    ];
    for (const [closed, field, problem] of bad) {
      const opening = open('community-party-member', '2023-05-01', { accountId: 'v2', continues: [closed] });
      expect(refusalOf(run([opening]).steps.at(-1)?.decision)).toMatchObject({
        code: 'invalid-command',
        facts: { field, problem },
      });
    }
  });
});

test('R3: two accounts of one person become one, with their points, their hours and the room that is left', () => {
  const bank = createBank(hailin);
  const by = { office: 'community', communityId: 'c1' } as const;
  const opened = (accountId: string, more: object = {}) => ({
    type: 'OpenAccount',
    data: {
      accountId,
      role: 'volunteer',
      communityId: 'c1',
      on: '2024-01-02',
      formComplete: true,
      by,
      ...more,
    },
  });
  const served = (accountId: string, quantity: number, n: number) => ({
    type: 'CreditActivity',
    data: { accountId, item: 'service', matterId: `m${n}`, quantity, on: '2024-02-01', by },
  });
  const history = (accountId: string, count: number): BankEvent[] => {
    let account = fold([]);
    const events: BankEvent[] = [];
    const commands = [
      opened(accountId),
      ...Array.from({ length: count }, (_, n) => served(accountId, 5, n)),
      { type: 'CloseAccount', data: { accountId, reason: 'merged', on: '2024-03-01', by } },
    ];
    for (const command of commands) {
      const decision = bank.decideUnknown(command, account);
      if (!decision.accepted) throw new Error(decision.refusal.code);
      events.push(...decision.events);
      account = fold(decision.events, account);
    }
    return events;
  };
  const [one, other] = [history('a', 2), history('b', 4)];
  const opening = { ...opened('c', { continues: [one.at(-1), other.at(-1)] }) };
  opening.data.on = '2024-03-01';
  const decision = bank.decideUnknown(opening, initialAccount);
  const merged = fold(decision.accepted ? decision.events : []);
  const [a, b] = [fold(one.slice(0, -1)), fold(other.slice(0, -1))];
  expect(redeemable(merged)).toBe(redeemable(a) + redeemable(b));
  expect(quantities(merged)).toEqual({ hour: 30 });
  expect(merged).toMatchObject({ continues: ['a', 'b'] });
});
