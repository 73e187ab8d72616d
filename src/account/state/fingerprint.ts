import type { CalendarDate } from '../../values/calendar.js';
import { finished, NO_PARTS, withPart } from '../../values/hash.js';
import type { By, RedemptionLine } from '../commands/command.js';

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
  },
): number {
  let state = withPart(STARTS[entry.by.office], entry.difficulty);
  state = withPart(state, entry.quantity);
  state = withPart(state, entry.postId);
  state = withPart(state, entry.catalogue);
  return finished(withPart(state, entry.note));
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

/** Whether two redemptions ask for the same lines in the same order. */
export function sameLines(a: readonly RedemptionLine[], b: readonly RedemptionLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, i) => line.rewardId === b[i]?.rewardId && line.quantity === b[i]?.quantity)
  );
}
