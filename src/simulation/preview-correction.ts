import type { AnyBank } from '../account/bank.js';
import type { CorrectScore } from '../account/commands/command.js';
import { usedUnder } from '../account/decide/limits.js';
import type { Refusal } from '../account/decide/refusal.js';
import type { BankEvent, ScoreCorrected } from '../account/events/event.js';
import { type Account, assessment, type OpenedAccount } from '../account/state/account.js';
import { balanceOn } from '../account/state/balance.js';
import { figures } from '../account/state/figures.js';
import { evolve, fold } from '../account/state/fold.js';
import type { LimitRule, RuleSet } from '../rules/rule-set.js';
import { addMonths, yearOf } from '../values/calendar.js';
import { deepFreeze } from '../values/json.js';
import { daysOfYear, windowOf } from '../values/window.js';

/** A figure before and after. */
export type BeforeAfter = { readonly before: number; readonly after: number };

/** What a correction would do; nothing has been done. */
export type CorrectionPreview =
  | { readonly accepted: false; readonly refusal: Refusal }
  | {
      readonly accepted: true;
      /** The event it would lead to; absent where this very correction has been entered already. */
      readonly event?: ScoreCorrected;
      /** On the day of the correction, or of the latest entry where that is later; lapsed points are left out. */
      readonly redeemable: BeforeAfter;
      readonly assessment: BeforeAfter;
      /** The assessment of the year that the correction counts in: the rules' feedback year, where they start it on 1 December. */
      readonly year: BeforeAfter & { readonly year: number };
      /** That year's mark, where the rules show one. */
      readonly mark?: BeforeAfter & { readonly outOf: number };
      /** Room left under each limit of the role, in the window of the matter's day (the correction's own, without a matter). */
      readonly room: { readonly [limit: string]: BeforeAfter };
      /** Whether the balance would be negative, so that nothing can be redeemed until it is made up. */
      readonly blocksRedemption: boolean;
      /** Redemptions that the balance would not have covered, had the correction been known; absent without the history. */
      readonly uncovered?: readonly UncoveredRedemption[];
    };

/** A redemption already made that the corrected balance would not have covered. */
export type UncoveredRedemption = {
  readonly redemptionId: string;
  readonly on: string;
  readonly points: number;
  /** The balance before it, as it would have been. */
  readonly balance: number;
};

/**
 * What a correction would do to balance, assessment, mark, room under limits and redemptions already made, before it is entered.
 *
 * @param of - the account, or its history: only the history tells of redemptions that would not have been covered
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { previewCorrection } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const preview = previewCorrection(createBank(renfa2022), initialAccount, {
 *   type: 'CorrectScore',
 *   data: { accountId: 'v1', correctionId: 'c1', points: -1, reason: 'checked', on: '2023-05-01', by: { office: 'street' } },
 * })
 * console.log(preview.accepted) // → false
 * ```
 */
export function previewCorrection(
  bank: AnyBank,
  of: Account | Iterable<BankEvent>,
  correction: CorrectScore,
): CorrectionPreview {
  const history = 'status' in of ? undefined : [...of];
  const account = 'status' in of ? of : fold(history ?? []);
  const decision = bank.decideUnknown(correction, account);
  if (!decision.accepted) return decision;
  const event = decision.events[0] as ScoreCorrected | undefined;
  const before = account as OpenedAccount;
  const after = event === undefined ? before : (evolve(before, event) as OpenedAccount);
  const { on } = correction.data;
  const { ruleSet } = bank;
  const year = markYear(ruleSet, event?.data.countsOn ?? on);
  const ofYear = pair(before, after, (one) => assessmentOf(ruleSet, one, year));
  const day = [on, before.latestOn].sort().at(-1) as string;
  const balances = pair(before, after, (one) => balanceOn(one, day, ruleSet));
  const outOf = ruleSet.assessment.mark?.outOf;
  const marks = outOf === undefined ? {} : { mark: { outOf, ...markOf(ofYear, outOf) } };
  return deepFreeze({
    accepted: true,
    ...(event === undefined ? {} : { event }),
    redeemable: balances,
    assessment: pair(before, after, assessment),
    year: { year, ...ofYear },
    ...marks,
    room: roomOf(ruleSet, before, after, event?.data.corrects?.on ?? on),
    blocksRedemption: balances.after < 0,
    ...(history === undefined ? {} : { uncovered: event === undefined ? [] : uncovered(history, event) }),
  });
}

function pair(
  before: OpenedAccount,
  after: OpenedAccount,
  figureOf: (account: OpenedAccount) => number,
): BeforeAfter {
  return { before: figureOf(before), after: figureOf(after) };
}

/** A feedback year that starts on 1 December is named after the year in which it ends. */
function markYear({ feedback }: RuleSet, day: string): number {
  return yearOf(feedback.yearStarts === '12-01' ? addMonths(day, 1) : day);
}

function assessmentOf({ feedback }: RuleSet, account: OpenedAccount, year: number): number {
  const { from, to } = daysOfYear(year);
  const earlier = feedback.yearStarts === '12-01' ? -1 : 0;
  const month = (date: string): string => addMonths(date, earlier).slice(0, 7);
  return figures(account, { from: month(from), to: month(to) }).assessment;
}

function markOf({ before, after }: BeforeAfter, outOf: number): BeforeAfter {
  const mark = (points: number): number => Math.min(Math.max(points, 0), outOf);
  return { before: mark(before), after: mark(after) };
}

function roomOf(
  ruleSet: RuleSet,
  before: OpenedAccount,
  after: OpenedAccount,
  on: string,
): { [limit: string]: BeforeAfter } {
  const limits = Object.entries(ruleSet.roles[before.role]?.limits ?? {});
  return Object.fromEntries(
    limits.map(([id, limit]) => [id, pair(before, after, (account) => roomUnder(account, limit, on))]),
  );
}

/** Redemptions since the matter (or the correction's own day, without one) that a balance moved by it does not cover. */
function uncovered(history: readonly BankEvent[], { data }: ScoreCorrected): UncoveredRedemption[] {
  const since = data.corrects?.on ?? data.on;
  return history.flatMap((event) => {
    if (event.type !== 'PointsRedeemed' || event.data.on < since) return [];
    const { redemptionId, on, points } = event.data;
    const balance = event.data.balance + data.points;
    return balance < points ? [{ redemptionId, on, points, balance }] : [];
  });
}

/** The room that an account has left under a limit in the window of a day: points, or entries. */
function roomUnder(account: OpenedAccount, limit: LimitRule, on: string): number {
  return Math.max(limit.maximum - usedUnder(account, limit, windowOf(limit.per, on)), 0);
}
