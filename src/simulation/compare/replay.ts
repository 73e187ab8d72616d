import { type Bank, createBank } from '../../account/bank.js';
import type { Refusal } from '../../account/decide/refusal.js';
import { commandOf, handbookOf } from '../../account/events/command-of.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Account } from '../../account/state/account.js';
import { apply } from '../../account/state/apply.js';
import { initialAccount } from '../../account/state/fold.js';
import { HistoryError, requireEvent, requireEvents } from '../../account/state/history-error.js';
import type { RuleSet } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import { type Text, text } from '../../values/text.js';
import { asRecorded, withPersons } from './unnamed-persons.js';

/** The outcome of deciding one recorded event again. */
export type ReplayOutcome = {
  readonly recorded: BankEvent;
  /** The event under these rules; absent if they refuse it, or if it now repeats an earlier one. */
  readonly now?: BankEvent;
  /** The refusal, if these rules refuse the event. */
  readonly refusal?: Refusal;
};

/** A history decided again. */
export type Replay = {
  /** The account under these rules. */
  readonly account: Account;
  /** One outcome for each recorded event, in order. */
  readonly outcomes: readonly ReplayOutcome[];
  /** What no replay can know. */
  readonly unknown: readonly Text[];
};

/** What a recorded history does not tell, whatever the rules. */
export const UNKNOWN: readonly Text[] = deepFreeze([
  text(
    '当时未能办理的没有记录，无法知道按新规则能否办理。',
    'What was refused at the time is not recorded; these rules might have taken it.',
  ),
  text(
    '手册的库存与每人限额未记入事件，重算时不再检查。',
    "A handbook's stock and its limits for each account are not in the events; they are not checked again.",
  ),
  text(
    '事件未写明经办人或复核人的，重算时视为已按规则由他人办理。',
    'Where an event does not name who entered or who approved it, it is taken as entered by others, as the rules ask.',
  ),
  text(
    '注销时移交的积分，重算时按原记录接续，不按新规则另算。',
    'What a closed account handed on is taken up as it was recorded, and not as these rules would have it.',
  ),
  text(
    '记录中登记即核定的，重算时视为已核定。',
    'What was verified when it was entered is taken as verified.',
  ),
  text('规则不同，志愿者的做法可能也不同。', 'Under other rules volunteers might have done other things.'),
]);

/** Makes a function that decides histories again under one rule set. The account that it returns is not frozen. */
export function replayer(ruleSet: RuleSet): (history: Iterable<BankEvent>) => Replay {
  const bank: Bank<RuleSet> = createBank(ruleSet);
  return (history) => {
    requireEvents(history);
    let account: Account = initialAccount;
    let accountId: string | undefined;
    const outcomes: ReplayOutcome[] = [];
    for (const recorded of history) {
      requireEvent(recorded);
      accountId ??= recorded.data.accountId;
      if (recorded.data.accountId !== accountId) {
        throw new HistoryError(
          `${recorded.type} of account '${recorded.data.accountId}' in the history of '${accountId}'`,
        );
      }
      const outcome = decidedAgain(bank, recorded, account);
      if (outcome.now !== undefined) account = apply(account, outcome.now);
      outcomes.push(outcome);
    }
    return { account, outcomes, unknown: UNKNOWN };
  };
}

function decidedAgain(bank: Bank<RuleSet>, recorded: BankEvent, account: Account): ReplayOutcome {
  // Rules that verify with the entry have nothing left to verify.
  if (recorded.type === 'EntryVerified' && bank.ruleSet.verification === undefined) return { recorded };
  const at = recorded.type === 'PointsRedeemed' ? bank.withHandbook(handbookOf(recorded)) : bank;
  const command = withPersons(commandOf(recorded), bank.ruleSet.authority);
  const decision = at.decide(command, account);
  if (!decision.accepted) return { recorded, refusal: decision.refusal };
  const [now] = decision.events;
  return now === undefined
    ? { recorded }
    : { recorded, now: asRecorded(asVerified(now, recorded), recorded.data.by) };
}

/** An entry that rules would have wait, and that was recorded as verified, counts at once with the points that it scores. */
function asVerified(now: BankEvent, recorded: BankEvent): BankEvent {
  if (!isWaiting(now) || isWaiting(recorded)) return now;
  const { pending: _pending, ...data } = now.data as { readonly pending?: true };
  return Object.freeze({ ...now, data: Object.freeze(data) }) as BankEvent;
}

function isWaiting({ data }: BankEvent): boolean {
  return 'pending' in data && data.pending === true;
}

/**
 * Decides one account's recorded history again under another rule set. Each event is decided for the account that the earlier
 * outcomes led to. The record does not change.
 *
 * @param history - one account's events in order
 * @returns the account and the outcomes, deeply frozen except for the recorded events, which belong to the host
 * @throws HistoryError (of `points-bank`) if the events belong to several accounts, or are no list of events
 *
 * @example
 * ```ts
 * import { replay } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * console.log(replay([], renfa2022).account.status) // → unopened
 * ```
 */
export function replay(history: Iterable<BankEvent>, ruleSet: RuleSet): Replay {
  const { account, outcomes, unknown } = replayer(ruleSet)(history);
  const frozen = outcomes.map((outcome) => Object.freeze(outcome));
  return Object.freeze({ account: deepFreeze(account), outcomes: Object.freeze(frozen), unknown });
}
