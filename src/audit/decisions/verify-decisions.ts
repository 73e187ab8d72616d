import { type Bank, createBank } from '../../account/bank.js';
import { commandOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import { isEventType } from '../../account/events/upcast.js';
import type { Handbook } from '../../account/handbook.js';
import type { Account } from '../../account/state/account.js';
import { evolve, initialAccount } from '../../account/state/fold.js';
import { requireEvents } from '../../account/state/history-error.js';
import { requireRuleSets } from '../../rules/require-rule-set.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { undisturbed } from '../../values/undisturbed.js';
import { acrossAccounts, type FaultAcross } from './across-accounts.js';
import type { DecisionFinding, UnplacedFinding } from './decision-finding.js';
import { differingParts } from './differing-parts.js';
import { type GivenHandbooks, givenHandbooks, RECORDED_HANDBOOKS } from './given-handbooks.js';

type Sources = {
  readonly banks: ReadonlyMap<string, Bank<RuleSet>>;
  readonly handbooks: GivenHandbooks;
  readonly faultAcross: FaultAcross;
};

/**
 * Decides every recorded event again, under the rule set whose digest it names and for the account as recorded by then, and lists the
 * events that do not follow from the rules. A fault in one event is not held against the events after it.
 *
 * What an account says of another is held against the other's events where these are given too: a continued account was closed so and is
 * continued once, and points received were sent.
 *
 * Some things are not in the record and cannot be checked: whether the form for an opening was complete, which clause or colour a command cited and,
 * without handbooks, the prices, consents, stock and limits of rewards. {@link verifyChain} checks `metadata`.
 *
 * @param events - events in their current version, of one or many accounts, with those of each account in order
 * @param ruleSets - all rule sets that the events may name
 * @param options - `handbooks`: all versions, each with its initial stock; without them, a redemption's own prices and consents are
 *   trusted
 * @returns the findings in the order of the events; empty if all events follow from the rules. Never throws because of an event's
 *   content.
 * @throws HistoryError, NotARuleSetError, NotAnEditionError (of `points-bank`) where events, rule sets or handbooks are no list of them
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { renfa2022 } from 'points-bank/rule-sets'
 * import { verifyDecisions } from 'points-bank/audit'
 * import { en, enReports, explain } from 'points-bank/words'
 *
 * const by = { office: 'community', communityId: 'linan' } as const
 * const [opened] = createBank(renfa2022).decider.decide(
 *   { type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } },
 *   initialAccount,
 * )
 * console.log(verifyDecisions([opened], [renfa2022]).length) // → 0
 * const generous = JSON.parse(JSON.stringify(opened).replace('"points":1', '"points":5'))
 * const [finding] = verifyDecisions([generous], [renfa2022])
 * console.log(explain(finding, { ...en, ...enReports })) // → Entry 1: the rules that it names give something else: points.
 * ```
 */
export function verifyDecisions(
  events: Iterable<BankEvent>,
  ruleSets: Iterable<RuleSet>,
  options: { readonly handbooks?: Iterable<Handbook> } = {},
): readonly DecisionFinding[] {
  return undisturbed(() => findingsIn(events, ruleSets, options));
}

function findingsIn(
  events: Iterable<BankEvent>,
  ruleSets: Iterable<RuleSet>,
  options: { readonly handbooks?: Iterable<Handbook> },
): readonly DecisionFinding[] {
  const { handbooks }: typeof options = Object(options);
  requireEvents(events);
  requireRuleSets(ruleSets);
  const banks = Array.from(ruleSets, (ruleSet) => createBank<RuleSet>(ruleSet));
  const recorded = [...events];
  const sources: Sources = {
    banks: new Map(banks.map((bank) => [bank.digest, bank])),
    handbooks: handbooks === undefined ? RECORDED_HANDBOOKS : givenHandbooks(handbooks),
    faultAcross: acrossAccounts(recorded),
  };
  const accounts = new Map<string, Account>();
  const findings: DecisionFinding[] = [];
  for (const [at, event] of recorded.entries()) {
    const judged = judge(sources, event, accounts);
    if (judged !== undefined) {
      findings.push(Object.freeze({ at, event, ...judged }));
    }
    if (judged?.fault !== 'unreadable') record(sources, event, accounts);
  }
  return Object.freeze(findings);
}

/** The fault of an event, if any. */
function judge(
  { banks, handbooks, faultAcross }: Sources,
  event: BankEvent,
  accounts: ReadonlyMap<string, Account>,
): UnplacedFinding | undefined {
  try {
    if (!isEventType(event.type)) return { fault: 'unreadable' };
    const { digest } = event.data.ruleSet;
    let bank = banks.get(digest);
    if (bank === undefined) return { fault: 'unknown-rule-set', digest: String(digest) };
    if (event.type === 'PointsRedeemed') {
      const handbook = handbooks.of(event);
      if (handbook === undefined)
        return { fault: 'unknown-handbook', version: String(event.data.handbook.version) };
      bank = bank.withHandbook(handbook);
    }
    const account = accounts.get(event.data.accountId) ?? initialAccount;
    const decision = bank.decide(commandOf(event), account);
    if (!decision.accepted) return { fault: 'refused', refusal: decision.refusal };
    const [decided] = decision.events;
    if (decided === undefined) return { fault: 'repeated' };
    const parts = Object.freeze(differingParts(event.data, decided.data, 'data'));
    return parts.length === 0 ? faultAcross(event) : { fault: 'differs', decided, parts };
  } catch {
    // A part that every event has is missing or of the wrong type.
    return { fault: 'unreadable' };
  }
}

/** Applies a recorded event. An event that cannot be applied changes nothing; it has already been reported. */
function record({ handbooks }: Sources, event: BankEvent, accounts: Map<string, Account>): void {
  try {
    const { accountId } = event.data;
    accounts.set(accountId, evolve(accounts.get(accountId) ?? initialAccount, event));
    handbooks.note(event);
  } catch {}
}
