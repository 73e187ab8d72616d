/*
 * What is mutated: commands, events, rule sets, and accounts to decide for.
 */
import fc from 'fast-check';
import { type Account, type BankEvent, initialAccount, type RuleSet } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { storedEvents } from '../evolution/fixtures.js';
import { anyCase, world } from '../support/arbitraries.js';
import { stored } from '../support/checks.js';
import { run } from '../support/history.js';
import { byAccount } from '../support/naive.js';

const CASES = fc.sample(anyCase(world({ maxLength: 30 })), { numRuns: 60, seed: 4 });
const RUNS = CASES.map(({ commands, rules }) => ({ ...run(commands, rules), rules }));

/** Commands with the account that each was meant for. */
export const COMMANDS: readonly { readonly command: unknown; readonly account: Account }[] = RUNS.flatMap(
  ({ steps }) => steps.map(({ command, before }) => ({ command, account: before })),
).filter((_, n) => n % 3 === 0);

/** The histories of single accounts, as a store gives them back; old forms among them. */
export const HISTORIES: readonly (readonly BankEvent[])[] = [
  ...RUNS.flatMap(({ events }) => [...byAccount(stored(events)).values()]),
  ...['hours', 'household', 'redeemed-version-1', 'not-deducted'].map(
    (stream) => storedEvents({ release: '0.2.0', stream }) as unknown as BankEvent[],
  ),
].map((events) => events.slice(0, 12));

export const EVENTS: readonly BankEvent[] = [
  ...HISTORIES.flat(),
  // Everything that can happen, which short histories seldom come to.
  ...['living', 'closed', 'continued'].flatMap(
    (stream) => storedEvents({ release: '0.2.0', stream }) as unknown as BankEvent[],
  ),
];

/** Rule sets by size: the small ones are what most inputs are made of. */
export const LARGE_RULE_SET: RuleSet = shipped.renfa2022;
export const SMALL_RULE_SETS: readonly RuleSet[] = Object.values<RuleSet>(shipped).filter(
  (ruleSet) => ruleSet !== LARGE_RULE_SET,
);

export const ACCOUNTS: readonly Account[] = [
  initialAccount,
  ...RUNS.slice(0, 20).flatMap(({ accounts }) => [...accounts.values()]),
];
