import { type Bank, createBank } from '../account/bank.js';
import { commandOf } from '../account/events/command-of.js';
import type { BankEvent } from '../account/events/event.js';
import { isEventType } from '../account/events/upcast.js';
import type { Handbook } from '../account/handbook.js';
import type { Account } from '../account/state/account.js';
import { evolve, initialAccount } from '../account/state/fold.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { DecisionFinding, Judged } from './decision-finding.js';
import { differingParts } from './differing-parts.js';
import { type HandbooksAtHand, handbooksAtHand, TAKEN_ON_ITS_WORD } from './handbooks-at-hand.js';

type AtHand = {
  readonly banks: ReadonlyMap<string, Bank<RuleSet>>;
  readonly handbooks: HandbooksAtHand;
};

/**
 * Decides every recorded event again, under the rule set whose digest it names and for the account that the record had made by then,
 * and lists what the rules would not have given. The record is taken as it is: what is wrong with one event is not held against those
 * after it.
 *
 * Not in the record, and so not checked: that the form was complete, what clause or colour a command cited, and, where no handbooks
 * are given, prices, consents, stock and limits of rewards. `metadata` is the chain's business ({@link verifyChain}).
 *
 * @param events - in their current form, of one account or of many, each account's in their order
 * @param ruleSets - all that the events may name
 * @param options - `handbooks`: all versions, with the stock each began with; without them a redemption's own prices and consents
 *   are taken on its word
 * @returns the findings in the order of the events; none where the rules give all of it. Never throws for what is in the events.
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
 * console.log(explain(finding, { ...en, ...enReports })) // → Entry 1: the rules that it names give something else: data.points.
 * ```
 */
export function verifyDecisions(
  events: Iterable<BankEvent>,
  ruleSets: Iterable<RuleSet>,
  { handbooks }: { readonly handbooks?: Iterable<Handbook> } = {},
): readonly DecisionFinding[] {
  const banks = Array.from(ruleSets, (ruleSet) => createBank<RuleSet>(ruleSet));
  const atHand: AtHand = {
    banks: new Map(banks.map((bank) => [bank.digest, bank])),
    handbooks: handbooks === undefined ? TAKEN_ON_ITS_WORD : handbooksAtHand(handbooks),
  };
  const accounts = new Map<string, Account>();
  const findings: DecisionFinding[] = [];
  let at = 0;
  for (const event of events) {
    const judged = judge(atHand, event, accounts);
    if (judged !== undefined) {
      findings.push(Object.freeze({ at, event, ...judged }));
    }
    if (judged?.fault !== 'unreadable') record(atHand, event, accounts);
    at += 1;
  }
  return Object.freeze(findings);
}

/** What is wrong with an event, if anything. */
function judge(
  { banks, handbooks }: AtHand,
  event: BankEvent,
  accounts: ReadonlyMap<string, Account>,
): Judged | undefined {
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
    const decision = bank.decide(commandOf(event) as unknown, account);
    if (!decision.accepted) return { fault: 'refused', refusal: decision.refusal };
    const [decided] = decision.events;
    if (decided === undefined) return { fault: 'repeated' };
    const parts = Object.freeze(differingParts(event.data, decided.data, 'data'));
    return parts.length === 0 ? undefined : { fault: 'differs', decided, parts };
  } catch {
    // A part that every event has is missing, or is something else.
    return { fault: 'unreadable' };
  }
}

/** Books an event as it is recorded; one that cannot follow changes nothing, and was judged already. */
function record({ handbooks }: AtHand, event: BankEvent, accounts: Map<string, Account>): void {
  try {
    const { accountId } = event.data;
    accounts.set(accountId, evolve(accounts.get(accountId) ?? initialAccount, event));
    if (event.type === 'PointsRedeemed') handbooks.take(event);
  } catch {}
}
