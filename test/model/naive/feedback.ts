/*
 * 4.1: the year's account, fed back by the end of November; what of the year comes on record later is sent afterwards.
 */
import { heldOf, movedAfterItsEnd, movedBy } from './balance.js';
import { type Account, countsOn, type Entry, isScoring, itemOf } from './ledger.js';
import type { Readings } from './readings.js';
import type { Record } from './record.js';
import { HUNDRED } from './text.js';

export type YearFigures = {
  readonly earned: number;
  readonly corrected: number;
  readonly redeemed: number;
  readonly transferred: number;
  readonly takenUp: number;
  readonly assessment: number;
};

export type Feedback = YearFigures & {
  readonly sent: boolean;
  readonly onTime: boolean;
  readonly closed: boolean;
  readonly mark: number | undefined;
  readonly recipients: number;
  readonly redeemable: number;
  /** The same where points lapse by the rules. */
  readonly held: number;
  readonly byItem: { readonly [item: string]: number };
  /** What comes later: of the year, and not in what was sent. */
  readonly rest: YearFigures;
};

/** When it is sent, and until when what came on record is looked at; everything where that is left open. */
export type Asked = { readonly year: number; readonly sent: string; readonly known: string | undefined };

/** What was known of the account up to a last day. */
type Known = { readonly entries: readonly Entry[]; readonly from: string };

/** Out of one hundred; of one account alone nobody knows what the year's highest is. */
function markOf(assessment: number, readings: Readings): number | undefined {
  if (readings['hundred-mark'] === 'no-mark' || readings['mark-scale'] === 'highest-is-100') return undefined;
  return Math.min(Math.max(assessment, 0), HUNDRED);
}

/** What is fed back on a day, of an account opened after it too; nothing where there is no account in the year, or no year. */
export function feedbackOf(
  account: Account,
  record: Record,
  { year, sent, known = '9999-12-31' }: Asked,
  readings: Readings,
): Feedback | undefined {
  const decemberToNovember = readings['feedback-cut-off'] === 'december-november';
  const from = decemberToNovember ? `${year - 1}-12-01` : `${year}-01-01`;
  const to = decemberToNovember ? `${year}-11-30` : `${year}-12-31`;
  const { closed } = account;
  if (account.opened > to || sent < from || record.opened > known) return undefined;
  if (closed !== undefined && closed.on < from && isClosedBy(account, record, to, known)) return undefined;
  const last = sent < to ? sent : to;
  const knownThen = sent < known ? sent : known;
  const then = { entries: upTo(account, last, record.knownOn(account, knownThen)), from };
  const whole = { entries: upTo(account, to, record.knownOn(account, known)), from };
  const figures = figuresOf(then);
  const isClosedThen = isClosedBy(account, record, last, knownThen);
  const nobody = account.role === 'resident' && readings['resident-feedback'] === 'none';
  return {
    ...figures,
    sent: record.opened <= knownThen && account.opened <= last,
    onTime: sent <= `${year}-11-30`,
    closed: isClosedBy(account, record, to, known),
    mark: markOf(figures.assessment, readings),
    // The member and the member's party organisation; a resident has none.
    recipients: nobody ? 0 : account.role === 'resident' ? 1 : 2,
    redeemable: isClosedThen ? movedAfterItsEnd(account, then.entries) : sumOf(then.entries),
    held: isClosedThen ? movedAfterItsEnd(account, then.entries) : heldOf(then.entries, last, readings),
    byItem: itemsOf(then),
    rest: difference(figuresOf(whole), figures),
  };
}

/** Whether an account was closed by a day, as was known by another. */
export function isClosedBy({ closed }: Account, record: Record, day: string, known: string): boolean {
  return closed !== undefined && closed.on <= day && (record.closed as string) <= known;
}

/** What counts up to a day; what was handed on came with the opening. */
export function upTo(account: Account, last: string, entries: readonly Entry[]): Entry[] {
  return entries.filter((entry) => (entry.handed ? account.opened : countsOn(entry)) <= last);
}

export function figuresOf({ entries, from }: Known): YearFigures {
  const ofYear = entries.filter((entry) => countsOn(entry) >= from);
  const own = ofYear.filter((entry) => !entry.handed);
  const earned = sumOf(own.filter(isScoring));
  const corrected = sumOf(own.filter(({ what }) => what === 'correction'));
  // What was spent in the account before, or sent from it, is none of this one's doing.
  const takenUp = sumOf(ofYear.filter(({ handed, what }) => handed && ASSESSED.includes(what)));
  return {
    earned,
    corrected,
    redeemed: 0 - sumOf(own.filter(({ what }) => what === 'visit')),
    transferred: sumOf(own.filter(({ what }) => what === 'transfer')),
    takenUp,
    assessment: earned + corrected + takenUp,
  };
}

const ASSESSED: readonly Entry['what'][] = ['handed', 'correction'];

function sumOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + movedBy(entry), 0);
}

/** What each item earned, where anything was entered under it. */
function itemsOf({ entries, from }: Known): { [item: string]: number } {
  const items: { [item: string]: number } = {};
  for (const entry of entries.filter(isScoring)) {
    if (entry.on >= from) items[itemOf(entry)] = (items[itemOf(entry)] ?? 0) + entry.points;
  }
  return items;
}

function difference(whole: YearFigures, sent: YearFigures): YearFigures {
  return {
    earned: whole.earned - sent.earned,
    corrected: whole.corrected - sent.corrected,
    redeemed: whole.redeemed - sent.redeemed,
    transferred: whole.transferred - sent.transferred,
    takenUp: whole.takenUp - sent.takenUp,
    assessment: whole.assessment - sent.assessment,
  };
}
