import type { CompiledItem } from '../../../rules/compiled.js';
import { dayNumber } from '../../../values/calendar.js';
import { fromHundredths } from '../../../values/points.js';
import type { RedemptionLine, ReversibleKind } from '../../commands/command.js';
import type { AffectedEntry } from '../../events/event.js';
import {
  type HeldLine,
  idOfKey,
  type LooseClaim,
  type LooseMatter,
  type RedemptionRecord,
  type Undone,
} from '../../state/account.js';
import { linesLeft } from '../../state/booking/handing-on.js';
import { quantityOf } from '../../state/booking/tally.js';
import {
  barOf,
  claimsOf,
  correctionOf,
  correctionsOf,
  dayOf,
  enteredMatterOf,
  isOwnClaim,
  isReleased,
  isSameEntry,
  itemOfClaim,
  matterCorrectedBy,
  mattersNamed,
  memberNamedBy,
  ownClaimsOn,
  pointsOf,
  postServedIn,
  redemptionOf,
  servicesIn,
  transferOf,
} from '../../state/records.js';
import { requireNewClaim, waitingClaimsOf } from '../claim-post.js';
import type { AccountContext } from '../context.js';
import { requireClaim, requireFreePost, requireOneItem } from '../credit-activity.js';
import {
  requireConditionsOf,
  requireConditionsOfRedeeming,
  requireConditionsOfSending,
} from '../guards/conditions.js';
import { requireItemOfRole } from '../guards/entry.js';
import { requirePeriod, requireRedemptionLimits } from '../guards/redemption-limits.js';
import { requireTransferLimits } from '../guards/transfer-limits.js';
import { refuse } from '../outcome.js';
import { requireNoReportIn } from '../report-in.js';
import { requireRoom } from '../scoring/limits.js';
import { roomOfMatter, roomUnderOthers } from '../scoring/other-entries.js';
import { scoredByQuantity } from '../scoring/score-entry.js';
import type { Target } from './target.js';

type Other = { readonly kind: ReversibleKind; readonly id: string; readonly item?: string };

/** Nothing that stands would be left without ground by taking an entry out. */
export function requireNothingAbove(context: AccountContext, { entry, said }: Target, clause: string): void {
  const { account } = context;
  const { kind, id, item = '', on } = entry;
  const others: Other[] = [
    ...correctionsOf(account, item, id, on).map((of) => ({ kind: 'correction' as const, id: of })),
    ...(kind === 'claim' ? servicesWithoutClaim(context, entry, said) : []),
  ];
  if (others.length > 0) refuse('stands-under-others', clause, { kind, id, others });
}

/** The services in a post that would be without a claim if the one that said this went. */
function servicesWithoutClaim(
  { account, role }: AccountContext,
  { id: postId, on: claimedOn }: AffectedEntry,
  said: string,
): Other[] {
  const { claimed } = role.rule.service;
  if (claimed === 'not-needed') return [];
  const left = claimsOf(account, postId).filter(
    (claim) => !(isOwnClaim(claim) && isSameEntry(claim, claimedOn, said)),
  );
  const isGround = (on: string): boolean =>
    left.some(
      (claim) => (claimed === 'ever' || dayOf(claim) <= on) && !isReleased(account, postId, claim, on),
    );
  const waiting = account.pending.flatMap((one) =>
    one.kind === 'matter' && postServedIn(one) === postId
      ? [{ item: one.item, key: one.key, on: dayOf(one.entry) }]
      : [],
  );
  return [...servicesIn(account, postId), ...waiting]
    .filter(({ item, on }) => role.items.get(item)?.rule.needsClaim === true && !isGround(on))
    .map(({ item, key }) => ({ kind: 'matter' as const, id: idOfKey(key), item }));
}

/** What is put back finds its place free, as if it were entered now. */
export function requirePlace(context: AccountContext, undone: Undone, clause: string): void {
  const { account } = context;
  switch (undone.kind) {
    case 'matter':
      requirePlaceOfMatter(context, undone, asksRoom(undone));
      return;
    case 'claim':
      requirePlaceOfClaim(context, undone, asksRoom(undone));
      return;
    case 'pending':
      // What waits uses no room yet.
      if (undone.pending.kind === 'matter') requirePlaceOfMatter(context, undone.pending, false);
      else requirePlaceOfClaim(context, undone.pending, false);
      return;
    case 'redemption': {
      const { redemptionId, on } = undone.redemption;
      const known = redemptionOf(account, redemptionId);
      if (known !== undefined) refuse('duplicate-redemption', clause, { redemptionId, on: known.on });
      requireConditionsOfRedeeming(context, on);
      requirePeriod(context, on);
      requireRedemptionLimits(context, { on, lines: linesLeft(undone.redemption) });
      return;
    }
    case 'lines': {
      const { redemptionId: id } = undone;
      const visit = redemptionOf(account, id) as RedemptionRecord;
      const beside = linesLeft(visit);
      // A visit of which nothing was left used no period.
      if (beside.length === 0) requirePeriod(context, visit.on);
      requireRedemptionLimits(context, { on: visit.on, lines: pricedLines(visit, undone.lines), beside });
      return;
    }
    case 'correction':
      requirePlaceOfCorrection(context, undone, clause);
      return;
    case 'bar': {
      const { barId } = undone.bar;
      if (barOf(account, barId) !== undefined) refuse('duplicate-bar', clause, { barId });
      return;
    }
    case 'transfer': {
      const { transferId, on, points } = undone.transfer;
      const standing = transferOf(account, transferId);
      if (standing !== undefined) refuse('duplicate-transfer', clause, { transferId, on: standing.on });
      // What was received needed nothing.
      if (points > 0) return;
      requireConditionsOfSending(context, on);
      requireTransferLimits(context, { on, points: -points });
      return;
    }
  }
}

/** Lines that came back of a visit, with the points that left the balance for one. */
function pricedLines({ lines }: RedemptionRecord, returned: readonly RedemptionLine[]): HeldLine[] {
  const prices = new Map(lines.map(({ rewardId, price }) => [rewardId, price]));
  return returned.map((line) => ({ ...line, price: prices.get(line.rewardId) as number }));
}

/** Whether an entry is held against limits again: it was before, or scored nothing, which leaves no trace of that. */
function asksRoom({ entry, isLimited }: LooseMatter | LooseClaim): boolean {
  return isLimited || pointsOf(entry) === 0;
}

function requirePlaceOfMatter(context: AccountContext, matter: LooseMatter, isLimited: boolean): void {
  const { account } = context;
  const { item: itemId, key, id, detail, entry, isReportIn } = matter;
  const item = requireItemOfRole(context, itemId);
  const on = dayOf(entry);
  const points = pointsOf(entry);
  if (isReportIn) requireNoReportIn(context, item, on);
  const known = enteredMatterOf(account, itemId, key);
  const { clause, title } = item.rule;
  if (known !== undefined) {
    const stands = { matterId: id, on: dayOf(known), points: pointsOf(known) };
    refuse('duplicate-matter', clause, { item: itemId, title, ...stands });
  }
  const postId = postServedIn(matter);
  if (!isReportIn) {
    requireOneItem(context, item, id);
    requireFreePost(context, item, { on, ...(postId === undefined ? {} : { postId }) });
    requireRoomOfMatter(context, item, { matterId: id, postId }, points);
  }
  if (postId !== undefined && item.rule.needsClaim) requireClaim(context, { postId, on });
  const memberId = memberNamedBy(entry);
  requireConditionsOf(context, item, { on, memberId });
  if (!isLimited) return;
  const stated = quantityOf(detail);
  const quantity = stated && fromHundredths(Math.abs(stated.hundredths));
  const scoredFor = scoredByQuantity(context, item, on);
  requireRoom(context.rules, account, item, { on, points, quantity, memberId, scoredFor });
}

/** The matter's other entry, if there is one by now, leaves room for this one. */
function requireRoomOfMatter(
  context: AccountContext,
  item: CompiledItem,
  data: { readonly matterId: string; readonly postId: string | undefined },
  points: number,
): void {
  const { matterId, postId } = data;
  const { clause, title } = item.rule;
  const together = roomOfMatter(context, item, { matterId, ...(postId === undefined ? {} : { postId }) });
  for (const room of [together, roomUnderOthers(context, item, matterId)]) {
    if (room === undefined || room.held + points <= room.maximum) continue;
    const { held, maximum } = room;
    refuse('matter-used-up', clause, { item: item.id, title, matterId, held, maximum });
  }
}

function requirePlaceOfClaim(
  context: AccountContext,
  { postId, entry }: LooseClaim,
  isLimited: boolean,
): void {
  const { account, rules } = context;
  const item = requireItemOfRole(context, itemOfClaim(entry));
  const on = dayOf(entry);
  requireNewClaim(context, item, [...claimsOf(account, postId), ...waitingClaimsOf(account, postId)], {
    postId,
    on,
  });
  requireConditionsOf(context, item, { on });
  const scoredFor = scoredByQuantity(context, item, on);
  if (isLimited) requireRoom(rules, account, item, { on, points: pointsOf(entry), scoredFor });
}

function requirePlaceOfCorrection(
  { account, role }: AccountContext,
  { correctionId, correction }: Extract<Undone, { kind: 'correction' }>,
  clause: string,
): void {
  if (correctionOf(account, correctionId) !== undefined)
    refuse('duplicate-correction', clause, { correctionId });
  const matter = matterCorrectedBy(correction);
  if (matter === undefined) return;
  const { id, item, on } = matter;
  const isClaim = role.items.get(item)?.rule.entry === 'claim';
  const stands = isClaim
    ? ownClaimsOn(account, id, dayNumber(on)).length > 0
    : id === account.openedOn || mattersNamed(account, item, id).some(({ entry }) => dayOf(entry) === on);
  if (!stands) refuse('unknown-matter', clause, { matterId: id, item });
}
