import { type AnyBank, requireBank } from '../../account/bank.js';
import type { CorrectScore } from '../../account/commands/command.js';
import type { Refusal } from '../../account/decide/refusal.js';
import { useOn } from '../../account/decide/scoring/limit-use.js';
import type { BankEvent, ScoreCorrected } from '../../account/events/event.js';
import { type Account, assessment, type OpenedAccount } from '../../account/state/account.js';
import { balanceOn } from '../../account/state/figures/balance.js';
import { figures } from '../../account/state/figures/figures.js';
import { evolve, fold } from '../../account/state/fold.js';
import type { LimitRule, RuleSet } from '../../rules/rule-set.js';
import { addMonths, yearOf } from '../../values/calendar.js';
import { isList } from '../../values/is-list.js';
import { deepFreeze } from '../../values/json.js';
import { daysOfYear } from '../../values/window.js';

/** A figure before and after a correction. */
export type BeforeAfter = { readonly before: number; readonly after: number };

/** What a correction would do, without making it. */
export type CorrectionPreview =
  | { readonly accepted: false; readonly refusal: Refusal }
  | {
      readonly accepted: true;
      /** The resulting event; absent if this very correction is already on record. */
      readonly event?: ScoreCorrected;
      /** On the day of the correction or of the latest entry, whichever is later; without lapsed points. */
      readonly redeemable: BeforeAfter;
      readonly assessment: BeforeAfter;
      /** The assessment of the feedback year in which the correction counts. */
      readonly year: BeforeAfter & { readonly year: number };
      /** That year's mark; absent if the rules have none. */
      readonly mark?: BeforeAfter & { readonly outOf: number };
      /** The room left under each limit of the role, in the window of the matter's day (of the correction's own day without a matter). */
      readonly room: { readonly [limit: string]: BeforeAfter };
      /** Whether the balance would be negative, which blocks redemption until new points make up for it. */
      readonly blocksRedemption: boolean;
      /** Redemptions that the corrected balance would not have covered; absent if no history was given. */
      readonly uncovered?: readonly UncoveredRedemption[];
    };

/** A past redemption that the corrected balance would not have covered. */
export type UncoveredRedemption = {
  readonly redemptionId: string;
  readonly on: string;
  readonly points: number;
  /** The corrected balance before the redemption. */
  readonly balance: number;
};

/**
 * Shows what a correction would do to the balance, the assessment, the mark, the room under limits and past redemptions, before it is
 * made.
 *
 * @param of - the account, or its history; only a history shows the redemptions that would not have been covered
 * @throws NotAnAccountError (of `points-bank`) where `of` is neither, HistoryError where its events are no history, NotARuleSetError where
 *   the bank is none
 *
 * @example
 * ```ts
 * import { createBank, initialAccount } from 'points-bank'
 * import { previewCorrection } from 'points-bank/simulation'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const preview = previewCorrection(createBank(renfa2022), initialAccount, {
 *   type: 'CorrectScore',
 *   data: { accountId: 'v1', correctionId: 'c1', points: -1, reason: 'checked', on: '2023-05-01', by: { office: 'subdistrict' } },
 * })
 * console.log(preview.accepted) // → false
 * ```
 */
export function previewCorrection(
  bank: AnyBank,
  of: Account | Iterable<BankEvent>,
  correction: CorrectScore,
): CorrectionPreview {
  requireBank(bank);
  const history = isList(of) ? [...of] : undefined;
  const account = history === undefined ? (of as Account) : fold(history);
  const decision = bank.decideUnknown(correction, account);
  if (!decision.accepted) return decision;
  const event = decision.events[0] as ScoreCorrected | undefined;
  const before = account as OpenedAccount;
  const after = event === undefined ? before : (evolve(before, event) as OpenedAccount);
  const { on } = correction.data;
  const { ruleSet } = bank;
  const year = feedbackYearOf(ruleSet, event?.data.countsOn ?? on);
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

/** A feedback year that starts on 1 December is named for the year in which it ends. */
function feedbackYearOf({ feedback }: RuleSet, day: string): number {
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
    limits.map(([id, limit]) => [
      id,
      pair(before, after, (account) => roomUnder(account, limit, on, ruleSet)),
    ]),
  );
}

/** Redemptions since the day of the matter (of the correction without one) that the corrected balance does not cover. */
function uncovered(history: readonly BankEvent[], { data }: ScoreCorrected): UncoveredRedemption[] {
  const since = data.corrects?.on ?? data.on;
  const returned = new Map<string, boolean>();
  for (const event of history) {
    if (event.type !== 'EntryReversed' || event.data.lines !== undefined) continue;
    const { entry, entryIs } = event.data;
    if (entry.kind === 'redemption') returned.set(entry.id, entryIs === 'out');
  }
  return history.flatMap((event) => {
    if (event.type !== 'PointsRedeemed' || event.data.on < since) return [];
    const { redemptionId, on, points } = event.data;
    if (returned.get(redemptionId)) return [];
    const balance = event.data.balance + data.points;
    return balance < points ? [{ redemptionId, on, points, balance }] : [];
  });
}

/** The room left under a limit in the window of a day, in points or entries as the limit counts. */
function roomUnder(account: OpenedAccount, limit: LimitRule, on: string, ruleSet: RuleSet): number {
  return Math.max(limit.maximum - useOn(account, limit, on, ruleSet).used, 0);
}
