import { preview } from '../language/messages/preview.js';
import type { Locale } from '../language/words.js';

/** The few texts that the script says itself: not the whole table goes to the browser. */
export function previewMessages(locale: Locale) {
  return {
    dayAhead: (today: string) => preview.dayAhead(today)[locale],
    previewFailed: preview.previewFailed[locale],
    wouldYield: preview.wouldYield[locale],
    wouldYieldNothing: preview.wouldYieldNothing[locale],
    wouldBeRefused: preview.wouldBeRefused[locale],
    blocksRedemption: preview.blocksRedemption[locale],
    balanceMoves: (before: number, after: number) => preview.balanceMoves(before, after)[locale],
    assessmentMoves: (before: number, after: number) => preview.assessmentMoves(before, after)[locale],
  };
}
