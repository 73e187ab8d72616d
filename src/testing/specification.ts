import { type AnyBank, requireBank } from '../account/bank.js';
import type { Command } from '../account/commands/command.js';
import type { RefusalCode } from '../account/decide/refusal.js';
import { type BankEvent, EVENT_VERSIONS } from '../account/events/event.js';
import type { Account } from '../account/state/account.js';
import { evolve, initialAccount } from '../account/state/fold.js';
import { requireEvents } from '../account/state/history-error.js';
import { isList } from '../values/is-list.js';
import { isMessage } from '../values/json.js';

/** Compares exactly and throws a readable difference: `assert.deepStrictEqual`, or `(a, b) => expect(a).toStrictEqual(b)`. */
export type EqualityAssertion = (actual: unknown, expected: unknown) => void;

/** The history before a command: events, or commands that must be accepted. */
export type GivenHistory = readonly (BankEvent | Command)[];

/** A specification in three parts: given, when, then. */
export type Specification = {
  /** Starts from a history. */
  readonly given: (history: GivenHistory) => {
    /** Decides the command. The assertions on the outcome compare. */
    readonly when: (command: unknown) => OutcomeAssertions;
  };
};

/** The assertions on an outcome. Each compares exactly and in order. */
export type OutcomeAssertions = {
  /** Accepted with exactly these events; `[]` for a retry. */
  readonly then: (events: readonly BankEvent[]) => void;
  /** Refused with this code. */
  readonly thenRefused: (code: RefusalCode) => void;
  /** The events, for further assertions; fails if the command was refused. */
  readonly events: () => readonly BankEvent[];
};

/**
 * Makes given–when–then specifications for a bank. The comparison is passed in, so that they work in any test runner. It must be exact:
 * a missing field, another order, or a refusal instead of events must fail.
 *
 * @param equal - compares exactly and throws a difference
 * @throws NotARuleSetError (of `points-bank`) where the bank is none, HistoryError where what is given is no list of events and commands
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
export function specification(bank: AnyBank, equal: EqualityAssertion): Specification {
  requireBank(bank);
  return {
    given: (history) => ({
      when: (command) => {
        const decision = bank.decideUnknown(command, accountOf(bank, history));
        const events = (): readonly BankEvent[] => {
          if (!decision.accepted)
            equal({ refused: decision.refusal.code, facts: decision.refusal.facts }, { accepted: true });
          return decision.accepted ? decision.events : [];
        };
        return {
          events,
          // biome-ignore lint/suspicious/noThenProperty: given–when–then is the established term, and nothing awaits this object.
          then: (expected) => equal([...events()], isList(expected) ? [...expected] : expected),
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

function accountOf(bank: AnyBank, history: GivenHistory): Account {
  requireEvents(history);
  let account: Account = initialAccount;
  for (const one of history) {
    if (isMessage(one) && Object.hasOwn(EVENT_VERSIONS, one.type)) {
      account = evolve(account, one as BankEvent);
      continue;
    }
    const decision = bank.decideUnknown(one, account);
    if (!decision.accepted) {
      const { code, facts } = decision.refusal;
      throw new Error(
        `a given ${(one as Command | null | undefined)?.type} is refused: ${code} ${JSON.stringify(facts)}`,
      );
    }
    account = decision.events.reduce(evolve, account);
  }
  return account;
}
