import { expect, test } from 'vitest';
import { createBank, evolve, fold, type Handbook, initialAccount } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from '../support/handbook.js';
import { open, redeem } from '../support/history.js';

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

test('folding nothing gives a frozen account and leaves an open one open', () => {
  const kept = JSON.parse(JSON.stringify(fold([]))) as typeof initialAccount;
  const account = fold([], kept);
  expect(account).toEqual(kept);
  expect([Object.isFrozen(account), Object.isFrozen(kept)]).toEqual([true, false]);
});
