import type { CalendarDate } from '../values/calendar.js';
import { hash } from '../values/hash.js';
import type { By, RedemptionLine } from './commands.js';

/*
 * A command's content in one number, made alike from the command and from the event it led to: a command with a key that is known
 * is a retry where the numbers agree, and a different command under a used key where they do not.
 */

type Content = { readonly on: CalendarDate; readonly by: By };

/** The content of a report-in or of a credited matter. */
export function matterContent(
  entry: Content & {
    readonly difficulty?: string | undefined;
    readonly quantity?: number | undefined;
    readonly postId?: string | undefined;
    readonly catalogue?: string | undefined;
    readonly note?: string | undefined;
  },
): number {
  const { on, by, difficulty, quantity, postId, catalogue, note } = entry;
  return hash([on, by.office, difficulty, quantity, postId, catalogue, note]);
}

/** The content of a claim. */
export function claimContent(
  claim: Content & {
    readonly kind: string;
    readonly difficulty?: string | undefined;
    readonly catalogue?: string | undefined;
  },
): number {
  return hash([claim.on, claim.by.office, claim.kind, claim.difficulty, claim.catalogue]);
}

/** The content of a correction, but for the item, which the command may leave out. */
export function correctionContent(
  correction: Content & {
    readonly points: number;
    readonly reason: string;
    readonly corrects?: string | undefined;
  },
): number {
  const { on, by, points, reason, corrects } = correction;
  return hash([on, by.office, points, reason, corrects]);
}

/** Whether two redemptions ask for the same lines in the same order. */
export function sameLines(a: readonly RedemptionLine[], b: readonly RedemptionLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, i) => line.rewardId === b[i]?.rewardId && line.quantity === b[i]?.quantity)
  );
}
