import type { CalendarDate } from '../../values/calendar.js';
import { finished, NO_PARTS, withPart } from '../../values/hash.js';
import type { By, RedemptionLine, ReversedEntry } from '../commands/command.js';

/*
 * A command's content as one number, the same whether it is made from the command or from its event. A command whose key is known is
 * a retry if the numbers agree, and another command under a used key if they do not.
 */

/** The beginning of the content: the office that enters the command. */
const STARTS: Readonly<Record<By['office'], number>> = {
  community: withPart(NO_PARTS, 'community'),
  street: withPart(NO_PARTS, 'street'),
};

/** The content of a report-in or a credited matter, without its day, which the account keeps beside it. */
export function matterContent(
  entry: { readonly by: By } & {
    readonly difficulty?: string | undefined;
    readonly quantity?: number | undefined;
    readonly postId?: string | undefined;
    readonly catalogue?: string | undefined;
    readonly note?: string | undefined;
    readonly memberId?: string | undefined;
  },
): number {
  let state = withPart(STARTS[entry.by.office], entry.difficulty);
  state = withPart(state, entry.quantity);
  state = withPart(state, entry.postId);
  state = withPart(state, entry.catalogue);
  state = withPart(state, entry.note);
  return finished(withPart(state, entry.memberId));
}

/** The content of a claim, without its day. */
export function claimContent(
  claim: { readonly by: By } & {
    readonly kind: string;
    readonly difficulty?: string | undefined;
    readonly catalogue?: string | undefined;
  },
): number {
  let state = withPart(STARTS[claim.by.office], claim.kind);
  state = withPart(state, claim.difficulty);
  return finished(withPart(state, claim.catalogue));
}

/** The content of a correction, without the item, which the command may leave out. */
export function correctionContent(
  correction: { readonly on: CalendarDate; readonly by: By } & {
    readonly points: number;
    readonly reason: string;
    readonly corrects?: string | undefined;
  },
): number {
  let state = withPart(STARTS[correction.by.office], correction.on);
  state = withPart(state, correction.points);
  state = withPart(state, correction.reason);
  return finished(withPart(state, correction.corrects));
}

/** The content of a reversal. */
export function reversalContent(reversal: {
  readonly on: CalendarDate;
  readonly by: By;
  readonly reason: string;
  readonly reverses: ReversedEntry;
  readonly lines?: readonly RedemptionLine[] | undefined;
}): number {
  const { kind, id } = reversal.reverses;
  let state = withPart(STARTS[reversal.by.office], reversal.on);
  state = withPart(withPart(state, kind), id);
  state = withPart(state, reversal.reason);
  // A reversal of a reversal names no lines: they are those of the entry.
  const lines = kind === 'reversal' ? [] : (reversal.lines ?? []);
  for (const { rewardId, quantity } of lines) state = withPart(withPart(state, rewardId), quantity);
  return finished(state);
}

/** The content of a bar. */
export function barContent(bar: {
  readonly on: CalendarDate;
  readonly by: By;
  readonly ground: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly reason: string;
}): number {
  let state = withPart(STARTS[bar.by.office], bar.on);
  state = withPart(withPart(state, bar.ground), bar.from);
  return finished(withPart(withPart(state, bar.until), bar.reason));
}

/** Whether two redemptions ask for the same lines in the same order. */
export function sameLines(a: readonly RedemptionLine[], b: readonly RedemptionLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, i) => line.rewardId === b[i]?.rewardId && line.quantity === b[i]?.quantity)
  );
}
