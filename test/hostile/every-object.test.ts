import { expect, test } from 'vitest';
import { createBank, evolve, initialAccount, ruleSetOn } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { claim, credit, open } from '../support/history.js';

/* Some other library puts a member on every object: no account takes it up, and no rule begins or ends by it. */

const COMMANDS = [open('resident'), claim('gate'), credit('affairs', 'sweeping')];

function accountOfAll(): string {
  const bank = createBank(renfa2022);
  let account: ReturnType<typeof evolve> = initialAccount;
  for (const command of COMMANDS) {
    const decision = bank.decideUnknown(command, account);
    if (decision.accepted) account = decision.events.reduce(evolve, account);
  }
  return `${JSON.stringify(account)} ${ruleSetOn([renfa2022], '2023-03-01')?.id}`;
}

test.each(['another', 'from', 'until', 'role', 'activity-log'])(
  'a member %s of every object changes no account',
  (name) => {
    const expected = accountOfAll();
    for (const value of ['1900-01-01', '9999-01-01', 5]) {
      Object.defineProperty(Object.prototype, name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
      try {
        expect(accountOfAll()).toBe(expected);
      } finally {
        Reflect.deleteProperty(Object.prototype, name);
      }
    }
  },
);
