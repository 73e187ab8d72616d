/*
 * The open questions, as the table of rules.md has them: the default first, then the other readings.
 */

export const ANSWERS = {
  'claim-cap-window': ['life', 'calendar-year', 'half-year'],
  'claim-cap-overflow': ['trim', 'refused-at-zero', 'refused'],
  'community-member-hard-claim': ['no', 'yes'],
  'claim-again': ['refused', 'scores'],
  'service-needs-claim': ['claimed-by-that-day', 'claimed', 'not-needed'],
  'activity-service-and-attendance': ['together', 'one-matter', 'two-matters'],
  'one-matter-one-item': ['one-item', 'each-item'],
  'continuing-post': ['each-occasion', 'monthly', 'half-yearly'],
  'form-each-year': ['opening-alone', 'each-year'],
  'no-report-in': ['goes-on', 'nothing-credited'],
  'organisation-life': ['any-role', 'in-service-only'],
  'difficulty-of': ['for-all', 'by-person'],
  'registration-year': ['calendar-year', 'opening-apart', 'twelve-months'],
  'hundred-mark': ['mark', 'no-mark', 'ceiling'],
  'redemption-per-period': ['one-visit', 'one-reward'],
  'redemption-period': ['calendar-half', 'six-months-since', 'quarter', 'year', 'opening-days'],
  'carry-over': ['all', 'year-end', 'two-periods'],
  'spendable-from': ['this-half', 'next-half'],
  proxy: ['refused', 'allowed'],
  'consent-lasts': ['as-it-says', 'a-year', 'a-year-then-refused'],
  'handbook-updated': ['yearly', 'half-yearly', 'no-rule'],
  'goods-consent': ['each-goods', 'standing', 'services-too'],
  spirit: ['in-handbook', 'none'],
  'blue-deduction': ['both', 'red-only'],
  'self-issue': ['allowed', 'refused'],
  approval: ['one-person', 'two-person'],
  'correction-office': ['subdistrict', 'community-too'],
  'correction-floor': ['none', 'refuse-below-zero-score', 'refuse-below-zero-balance', 'stop-at-zero'],
  'correction-bound': ['matter', 'item-maximum', 'none'],
  'correction-year': ['own-date', 'matter-year', 'frees-room', 'matter-year-frees-room'],
  'late-entry': ['taken', 'never-back'],
  'feedback-cut-off': ['day-sent', 'december-november'],
  'resident-feedback': ['resident', 'none'],
  'community-bounds': ['no', 'allowed'],
  'late-filing': ['warning', 'refused'],
  'filing-what': ['each-edition', 'first-alone'],
  week: ['natural-days', 'working-days'],
  'mark-scale': ['stops-at-100', 'highest-is-100'],
  'entry-into-force': ['none', 'date-of-issue'],
  'redemption-day': ['held-on-its-day', 'order-of-entry'],
  'who-reverses': ['community-until-due', 'community', 'supervisor'],
  'change-of-role': ['continued', 'anew'],
  'two-communities': ['allowed', 'refused'],
  verification: ['with-entry', 'apart'],
} as const;

export type ReadingId = keyof typeof ANSWERS;
export type Readings = { readonly [Id in ReadingId]: (typeof ANSWERS)[Id][number] };

/** Every question with its default. */
export const LITERAL: Readings = Object.fromEntries(
  Object.entries(ANSWERS).map(([id, answers]) => [id, answers[0]]),
) as Readings;
