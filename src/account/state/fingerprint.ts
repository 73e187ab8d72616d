import type { CalendarDate } from '../../values/calendar.js';
import { finished, NO_PARTS, withPart } from '../../values/hash.js';
import type { By, RedemptionLine } from '../commands/command.js';

/*
 * A command's content in one number, made alike from the command and from the event it led to: a command with a key that is known
 * is a retry where the numbers agree, and a different command under a used key where they do not.
 */

/** Where the content begins, by the office that enters the command: hashed once. */
const STARTS: Readonly<Record<By['office'], number>> = {
  community: withPart(NO_PARTS, 'community'),
  street: withPart(NO_PARTS, 'street'),
};

/** The content of a report-in or of a credited matter, but for its day, which the account keeps beside it. */
export function matterContent(
  entry: { readonly by: By } & {
    readonly difficulty?: string | undefined;
    readonly quantity?: number | undefined;
    readonly postId?: string | undefined;
    readonly catalogue?: string | undefined;
    readonly note?: string | undefined;
  },
): number {
  // One part after the other and no list of them: it is made for every event that is folded.
  let state = withPart(STARTS[entry.by.office], entry.difficulty);
  state = withPart(state, entry.quantity);
  state = withPart(state, entry.postId);
  state = withPart(state, entry.catalogue);
  return finished(withPart(state, entry.note));
}

/** The content of a claim, but for its day. */
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

/** The content of a correction, but for the item, which the command may leave out. */
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
