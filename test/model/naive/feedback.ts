/*
 * 4.1: the year's account, fed back by the end of November.
 */
import { type Account, add, countsOn } from './ledger.js';
import type { Readings } from './readings.js';
import { HUNDRED } from './text.js';

export type Feedback = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly assessment: number;
  readonly onTime: boolean;
  readonly mark: number | undefined;
  readonly recipients: number;
  /** The assessment that comes later: of the year, and not in what was sent. */
  readonly rest: number;
};

/** Out of one hundred; of one account alone nobody knows what the year's highest is. */
function markOf(assessment: number, readings: Readings): number | undefined {
  if (readings['hundred-mark'] === 'no-mark' || readings['mark-scale'] === 'highest-is-100') return undefined;
  return Math.min(Math.max(assessment, 0), HUNDRED);
}

/** What is fed back on a day, of an account opened after it too; nothing where there is no account in the year, or no year. */
export function feedbackOf(
  account: Account,
  year: number,
  sent: string,
  readings: Readings,
): Feedback | undefined {
  const decemberToNovember = readings['feedback-cut-off'] === 'december-november';
  const from = decemberToNovember ? `${year - 1}-12-01` : `${year}-01-01`;
  const to = decemberToNovember ? `${year}-11-30` : `${year}-12-31`;
  const cut = sent < to ? sent : to;
  if (account.opened > to || sent < from) return undefined;
  const ofYear = (day: string): boolean => day >= from && day <= to;
  const sentThen = (day: string, entered: string): boolean => day <= cut && entered <= sent;
  const within = add(account, (entry) => ofYear(countsOn(entry)) && sentThen(countsOn(entry), entry.on));
  const later = add(account, (entry) => ofYear(countsOn(entry)) && !sentThen(countsOn(entry), entry.on));
  const assessment = within.earned + within.corrected;
  const nobody = account.role === 'resident' && readings['resident-feedback'] === 'none';
  return {
    earned: within.earned,
    corrected: within.corrected,
    redeemed: within.redeemed,
    assessment,
    onTime: sent <= `${year}-11-30`,
    mark: markOf(assessment, readings),
    // The member and the member's party organisation; a resident has none.
    recipients: nobody ? 0 : account.role === 'resident' ? 1 : 2,
    rest: later.earned + later.corrected,
  };
}
