import { expect, test } from 'vitest';
import {
  type BankEvent,
  createBank,
  evolve,
  fold,
  foldAccounts,
  type Handbook,
  initialAccount,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { close, credit, open, redeem, reverse, run } from '../support/history.js';

/* What a host hands over stays the host's: it can be changed afterwards as before. */

test('a handbook can be changed after something was redeemed from it', () => {
  const handbook = JSON.parse(JSON.stringify(HANDBOOK)) as Handbook;
  const bank = createBank(renfa2022, { handbook });
  const opened = bank.decideUnknown(open('resident'), initialAccount);
  const account = opened.accepted ? opened.events.reduce(evolve, initialAccount as never) : initialAccount;
  const decision = bank.decideUnknown(redeem('visit', '2023-03-01', { haircut: 1 }), account);
  expect(decision.accepted).toBe(true);
  const [reward] = handbook.rewards;
  expect([Object.isFrozen(handbook), Object.isFrozen(reward), Object.isFrozen(reward?.title)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('events can be changed after they were folded', () => {
  const lines = [{ rewardId: 'haircut', quantity: 1 }];
  const first = run([
    open('resident'),
    credit('other', 'clean-up'),
    redeem('visit', '2023-03-02', { haircut: 2 }),
    reverse('one-came-back', 'redemption', 'visit', '2023-05-01', { lines }),
    close('moved', '2023-06-01', { continuedBy: 'again' }),
  ]);
  const continues = first.events.filter(({ type }) => type === 'AccountClosed');
  const next = run([open('resident', '2023-06-02', { accountId: 'again', continues })]);
  const events = stored([...first.events, ...next.events]) as BankEvent[];
  const whole = openParts(events);
  foldAccounts(events);
  expect(openParts(events)).toEqual(whole);
  expect(events.map(({ type }) => type)).toEqual([
    'AccountOpened',
    'ActivityCredited',
    'PointsRedeemed',
    'EntryReversed',
    'AccountClosed',
    'AccountOpened',
  ]);
});

test('folding nothing gives a frozen account and leaves an open one open', () => {
  const kept = JSON.parse(JSON.stringify(fold([]))) as typeof initialAccount;
  const account = fold([], kept);
  expect(account).toEqual(kept);
  expect([Object.isFrozen(account), Object.isFrozen(kept)]).toEqual([true, false]);
});
