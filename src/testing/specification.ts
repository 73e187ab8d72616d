import type { AnyBank } from '../account/bank.js';
import type { Command } from '../account/commands/command.js';
import type { RefusalCode } from '../account/decide/refusal.js';
import { type BankEvent, EVENT_VERSIONS } from '../account/events/event.js';
import type { Account } from '../account/state/account.js';
import { evolve, initialAccount } from '../account/state/fold.js';

/** Compares exactly and throws with a difference that a person can read: `assert.deepStrictEqual`, or `(a, b) => expect(a).toStrictEqual(b)`. */
export type Equal = (actual: unknown, expected: unknown) => void;

/** What has happened: events, or commands that have to be accepted. */
export type Given = readonly (BankEvent | Command)[];

/** A specification in three parts. */
export type Specification = {
  /** Starts from what has happened. */
  readonly given: (history: Given) => {
    /** Decides the command; nothing is compared until something is said of the outcome. */
    readonly when: (command: unknown) => Outcome;
  };
};

/** What may be said of the outcome; each compares exactly and in order. */
export type Outcome = {
  /** These events and no others; `[]` for a command sent again. */
  readonly then: (events: readonly BankEvent[]) => void;
  /** Refused, with this code. */
  readonly thenRefused: (code: RefusalCode) => void;
  /** The events it led to, for expectations of one's own; throws where it was refused. */
  readonly events: () => readonly BankEvent[];
};

/**
 * Given–when–then over a bank. The comparison comes from outside, so that it works in any test runner, and is exact: a missing
 * field, another order or a refusal where events are expected all fail.
 *
 * @param equal - compares exactly and throws with a difference
 *
 * @example
 * ```ts
 * import assert from 'node:assert/strict'
 * import { createBank } from 'points-bank'
 * import { specification } from 'points-bank/testing'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * specification(createBank(renfa2022), assert.deepStrictEqual)
 *   .given([])
 *   .when({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-05-01', by } })
 *   .thenRefused('account-not-open')
 * console.log('refused') // → refused
 * ```
 */
export function specification(bank: AnyBank, equal: Equal): Specification {
  return {
    given: (history) => ({
      when: (command) => {
        const decision = bank.decide(command, accountOf(bank, history));
        const events = (): readonly BankEvent[] => {
          if (!decision.accepted)
            equal({ refused: decision.refusal.code, facts: decision.refusal.facts }, { accepted: true });
          return decision.accepted ? decision.events : [];
        };
        return {
          events,
          // biome-ignore lint/suspicious/noThenProperty: given, when, then is what the field calls it; nothing awaits it.
          then: (expected) => equal([...events()], [...expected]),
          thenRefused: (code) => {
            const seen = decision.accepted
              ? { accepted: true, events: decision.events }
              : { refused: decision.refusal.code };
            equal(seen, { refused: code });
          },
        };
      },
    }),
  };
}

function accountOf(bank: AnyBank, history: Given): Account {
  let account: Account = initialAccount;
  for (const one of history) {
    if (Object.hasOwn(EVENT_VERSIONS, one.type)) {
      account = evolve(account, one as BankEvent);
      continue;
    }
    const decision = bank.decide(one, account);
    if (!decision.accepted) {
      const { code, facts } = decision.refusal;
      throw new Error(`a given ${one.type} is refused: ${code} ${JSON.stringify(facts)}`);
    }
    account = decision.events.reduce(evolve, account);
  }
  return account;
}
