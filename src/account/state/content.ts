import type { CalendarDate } from '../../values/calendar.js';
import type { By, RedemptionLine, ReversedEntry } from '../commands/command.js';

/*
 * A command's content as one text, the same whether it is made from the command or from its event. A command whose key is known is a
 * retry if the contents agree, and another command under a used key if they do not. It is the content itself and no hash of it: two
 * contents that agree are one.
 */

type Part = string | number | undefined;

/** The content of a report-in or a credited matter, without its day, which the account keeps beside it. */
export function matterContent(entry: {
  readonly by: By;
  readonly difficulty?: string | undefined;
  readonly quantity?: number | undefined;
  readonly postId?: string | undefined;
  readonly catalogue?: string | undefined;
  readonly note?: string | undefined;
  readonly memberId?: string | undefined;
}): string {
  const { by, difficulty, quantity, postId, catalogue, memberId, note } = entry;
  return contentOf(difficulty, quantity, postId, catalogue, memberId, officeOf(by), by.approvedBy, note);
}

/** The member whom the content of a matter names, or `undefined`. */
export function memberIn(content: string): string | undefined {
  let start = 0;
  for (let part = 0; part < MEMBER_AT; part += 1) {
    start = content.indexOf('\n', start) + 1;
    if (start === 0) return undefined;
  }
  const end = content.indexOf('\n', start);
  const member = content.slice(start, end < 0 ? undefined : end);
  return member === '' ? undefined : member;
}

/** The place of the member among the parts of a matter's content. */
const MEMBER_AT = 4;

/** The content of a claim, without its day. */
export function claimContent(claim: {
  readonly by: By;
  readonly kind: string;
  readonly difficulty?: string | undefined;
  readonly catalogue?: string | undefined;
}): string {
  const { by, kind, difficulty, catalogue } = claim;
  return contentOf(kind, difficulty, catalogue, officeOf(by), by.approvedBy);
}

/** The content of a redemption, without its day and its lines. */
export function redemptionContent(redemption: {
  readonly by: By;
  readonly collectedBy?: string | undefined;
  readonly at?: string | undefined;
}): string {
  const { at, by, collectedBy } = redemption;
  return contentOf(collectedBy, officeOf(by), by.approvedBy, at);
}

/** The content of a correction, without the item, which the command may leave out. */
export function correctionContent(correction: {
  readonly on: CalendarDate;
  readonly by: By;
  readonly points: number;
  readonly reason: string;
  readonly corrects?: string | undefined;
}): string {
  const { by, corrects, on, points, reason } = correction;
  return contentOf(on, points, corrects, officeOf(by), by.approvedBy, reason);
}

/** The content of a reversal. */
export function reversalContent(reversal: {
  readonly on: CalendarDate;
  readonly by: By;
  readonly reason: string;
  readonly reverses: ReversedEntry;
  readonly lines?: readonly RedemptionLine[] | undefined;
}): string {
  const { by, on, reason, reverses } = reversal;
  // A reversal of a reversal names no lines: they are those of the entry.
  const lines = reverses.kind === 'reversal' ? [] : (reversal.lines ?? []);
  const returned = lines.flatMap(({ rewardId, quantity }) => [rewardId, quantity]);
  const { kind, id, item, capacity, on: entryOn } = reverses;
  const who = officeOf(by);
  // There may be any number of lines before it, and a reason of several lines must not be taken for them.
  const why = reason.replaceAll('\n', '\n\n');
  return contentOf(on, kind, id, item, capacity, entryOn, who, by.approvedBy, ...returned, why);
}

/** The content of a bar. */
export function barContent(bar: {
  readonly on: CalendarDate;
  readonly by: By;
  readonly ground: string;
  readonly from: CalendarDate;
  readonly until?: CalendarDate | undefined;
  readonly reason: string;
}): string {
  const { by, from, ground, on, reason, until } = bar;
  return contentOf(on, ground, from, until, officeOf(by), by.approvedBy, reason);
}

/** The offices of the account's own community are not told apart: one person may hold them, and they enter almost everything. */
function officeOf({ office, communityId }: By): string | undefined {
  return communityId === undefined ? office : undefined;
}

/**
 * The parts on lines of their own. No id has a line break, and a free text comes last, so that no two lists of parts give one content. What
 * is left out at the end leaves nothing: most contents are then a part itself, and no text of their own.
 */
function contentOf(...parts: readonly Part[]): string {
  let content = '';
  let gap = '';
  for (const part of parts) {
    if (part !== undefined) {
      content = gap === '' ? String(part) : content + gap + String(part);
      gap = '';
    }
    gap += '\n';
  }
  return content;
}

/** Whether two redemptions ask for the same lines in the same order. */
export function sameLines(a: readonly RedemptionLine[], b: readonly RedemptionLine[]): boolean {
  return (
    a.length === b.length &&
    a.every((line, i) => line.rewardId === b[i]?.rewardId && line.quantity === b[i]?.quantity)
  );
}
