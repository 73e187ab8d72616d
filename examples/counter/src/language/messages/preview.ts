import { text } from '../words.js';

/** What the preview says: these texts are in the browser's script as well. */
export const preview = {
  dayAhead: (today: string) =>
    text(`日期不能晚于今天（${today}）。`, `The day cannot be after today (${today}).`),
  previewFailed: text(
    '暂时无法预览，仍可提交。',
    'There is no preview just now; the form can be sent all the same.',
  ),
  wouldYield: text('将记录', 'Would be recorded'),
  wouldYieldNothing: text(
    '此前已记录，再次提交不会重复记分。',
    'This is on record already; sending it again scores nothing.',
  ),
  wouldBeRefused: text('将不能办理', 'Would be refused'),
  balanceMoves: (before: number, after: number) =>
    text(`可兑换积分：${before} → ${after}`, `Redeemable: ${before} → ${after}`),
  assessmentMoves: (before: number, after: number) =>
    text(`考核积分：${before} → ${after}`, `Assessment: ${before} → ${after}`),
  blocksRedemption: text(
    '更正后余额为负，补足前不能兑换。',
    'The balance would be negative: nothing can be redeemed until it is made up.',
  ),
} as const;
