import type {
  AccountBarred,
  AccountClosed,
  AccountOpened,
  ActivityCredited,
  BankEvent,
  Continued,
  Decided,
  EntryReversed,
  EntryVerified,
  FactorApplied,
  LimitApplied,
  PointsReceived,
  PointsRedeemed,
  PointsSent,
  PostClaimed,
  PostReleased,
  ScoreCorrected,
  Scored,
} from '../account/events/event.js';
import type { RuleSet } from '../rules/rule-set.js';
import { own } from '../values/json.js';
import { fromHundredths, toHundredths } from '../values/points.js';
import { quantityRule } from './names.js';
import type { ContinuedAccount, Names, WordPack } from './pack.js';
import { ExplainError, groupOf } from './word-for.js';

/** What an event is explained with. */
type Telling = { readonly pack: WordPack; readonly names: Names; readonly ruleSet: RuleSet | undefined };

/** The sentences that explain an event, its readings apart. */
export function eventSentences(
  event: BankEvent,
  pack: WordPack,
  names: Names,
  ruleSet: RuleSet | undefined,
): string[] {
  groupOf(pack, 'events');
  const telling = { pack, names, ruleSet };
  switch (event.type) {
    case 'AccountOpened':
      return openingSentences(event, telling);
    case 'PostClaimed':
      return claimSentences(event, telling);
    case 'PostReleased':
      return releaseSentences(event, telling);
    case 'ActivityCredited':
      return creditSentences(event, telling);
    case 'EntryVerified':
      return verificationSentences(event, telling);
    case 'PointsRedeemed':
      return redemptionSentences(event, telling);
    case 'ScoreCorrected':
      return correctionSentences(event, telling);
    case 'EntryReversed':
      return reversalSentences(event, telling);
    case 'PointsSent':
      return sendingSentences(event, telling);
    case 'PointsReceived':
      return receivingSentences(event, telling);
    case 'AccountBarred':
      return barSentences(event, telling);
    case 'AccountClosed':
      return closingSentences(event, telling);
    default:
      throw new ExplainError(
        `no event of this library: ${String((event satisfies never as BankEvent).type)}`,
      );
  }
}

/** What happened and what it did to the balance, and the day on which that was written up. */
function heading(
  { on, clause, recordedOn }: Decided,
  what: string,
  points: number | undefined,
  { pack, names }: Telling,
): string[] {
  const { events } = pack;
  return [
    events.heading({ on, clause, what, points }, names),
    ...(recordedOn === undefined ? [] : [events.recordedOn(recordedOn)]),
  ];
}

function openingSentences({ data }: AccountOpened, telling: Telling): string[] {
  const { names, ruleSet } = telling;
  const { what, reportsIn, continues, otherAccount } = telling.pack.events;
  return [
    ...heading(data, what.AccountOpened(data, names), data.points, telling),
    ...(hasReportIns(data.role, ruleSet) ? [reportsIn(data.reportsIn)] : []),
    ...(data.continues ?? []).map((closed) => continues(sumsOf(closed), names)),
    ...(data.otherAccounts ?? []).map((other) => otherAccount(other, names)),
  ];
}

/** Whether a role reports in again after the opening; without the rules, it may. */
function hasReportIns(roleId: string, ruleSet: RuleSet | undefined): boolean {
  const role = own(ruleSet?.roles ?? {}, roleId);
  return role === undefined || own(role.items, role.opening.item)?.once?.per !== 'life';
}

/** What a closed account handed on, added up. */
function sumsOf({ accountId, communityId, closedOn, handedOn }: Continued): ContinuedAccount {
  const pointsOf = (parts: readonly { readonly points: number }[] = []): number =>
    parts.reduce((sum, { points }) => sum + points, 0);
  const lines = handedOn?.visits.flatMap((visit) => visit.lines) ?? [];
  return {
    accountId,
    communityId,
    closedOn,
    earned: pointsOf(handedOn?.items),
    corrected: pointsOf(handedOn?.corrected),
    transferred: pointsOf(handedOn?.transferred),
    redeemed: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    posts: handedOn?.posts.length ?? 0,
  };
}

function claimSentences({ data }: PostClaimed, telling: Telling): string[] {
  const { what, claimStands, pending } = telling.pack.events;
  return [
    ...heading(data, what.PostClaimed(data, telling.names), countedPoints(data), telling),
    ...scoreSentences(data, telling),
    ...(data.pending ? [pending(data.points)] : []),
    ...(data.points === 0 && !data.pending ? [claimStands] : []),
  ];
}

function releaseSentences({ data }: PostReleased, telling: Telling): string[] {
  const { what, released } = telling.pack.events;
  return [
    ...heading(data, what.PostReleased(data, telling.names), undefined, telling),
    released(data.claimedOn),
  ];
}

function creditSentences({ data }: ActivityCredited, telling: Telling): string[] {
  const { what, member, servedIn, barsOn, barred, pending } = telling.pack.events;
  return [
    ...heading(data, what.ActivityCredited(data, telling.names), countedPoints(data), telling),
    ...(data.memberId === undefined ? [] : [member(data.memberId)]),
    ...(data.postId === undefined ? [] : [servedIn(data.postId)]),
    ...scoreSentences(data, telling),
    ...(data.bar === undefined ? [] : [barsOn(data.bar, telling.names), barred(data.bar, telling.names)]),
    ...(data.pending ? [pending(data.points)] : []),
  ];
}

/** The points of an entry, unless it waits to be verified and counts nowhere. */
function countedPoints({
  points,
  pending,
}: {
  readonly points: number;
  readonly pending?: true;
}): number | undefined {
  return pending ? undefined : points;
}

function verificationSentences({ data }: EntryVerified, telling: Telling): string[] {
  const { what, verified, claimStands } = telling.pack.events;
  return [
    ...heading(data, what.EntryVerified(data, telling.names), data.points, telling),
    verified(data.entryOn),
    ...scoreSentences(data, telling),
    ...(data.points === 0 && data.verifies.kind === 'claim' ? [claimStands] : []),
  ];
}

/** How the points came about: difficulty or quantity, then what each limit took, then the floor under a deduction. */
function scoreSentences(data: Decided & Scored, telling: Telling): string[] {
  const { events } = telling.pack;
  const limits = (data.limits ?? []).flatMap((limit) => limitSentences(limit, telling));
  // What limits left of a deduction, a floor may have cut further.
  const taken = (data.limits ?? []).reduce((sum, { took }) => sum + took, 0 - (data.matter?.took ?? 0));
  const left = toHundredths(data.scored + taken);
  const stopped = left < 0 && toHundredths(data.points) !== left;
  return [
    measureSentence(data, telling),
    ...(data.factor === undefined ? [] : [factorSentence(data.factor, data.scored, telling)]),
    ...(data.lowers ? [lowersSentence(data, telling)] : []),
    ...(data.matter === undefined
      ? []
      : [
          data.matter.highest
            ? events.highest(data.matter, telling.names)
            : events.matter(data.matter, telling.names),
        ]),
    ...limits,
    ...(stopped ? [events.stoppedAtZero(0 - data.points)] : []),
  ];
}

function measureSentence(data: Decided & Scored, { pack, names, ruleSet }: Telling): string {
  const { measures } = pack.events;
  const { addedUp, difficulty, quantity, takesAll, unit } = data;
  const scored = data.factor?.scored ?? data.scored;
  if (takesAll) return measures.takesAll(0 - scored);
  if (difficulty !== undefined) {
    return measures.difficulty({ difficulty: names.difficulty(difficulty), scored }, names);
  }
  if (quantity === undefined) return measures.fixed(scored);
  const unitTitle = unit === undefined ? undefined : names.unit(unit);
  if (addedUp !== undefined) {
    const { before, window } = addedUp;
    const sum = fromHundredths(toHundredths(before) + toHundredths(quantity));
    return measures.addedUp({ quantity, unit: unitTitle, window, before, sum, scored }, names);
  }
  const rule = quantityRule(ruleSet, data);
  if (rule === undefined) return measures.quantity({ quantity, unit: unitTitle, scored }, names);
  const counted = Math.min(quantity, rule.maximum ?? quantity);
  const isRounded = (each: number): boolean => toHundredths(counted) % toHundredths(each) !== 0;
  if (rule.by === 'quantity') {
    return measures.quantityByRule({ quantity, rule, scored, rounded: isRounded(rule.each) }, names);
  }
  const band = rule.bands.findLast(({ from }) => from <= counted);
  const rounded = band?.each !== undefined && isRounded(band.each);
  return measures.quantityByBand({ quantity, rule, band, scored, rounded }, names);
}

function factorSentence(factor: FactorApplied, points: number, { pack, names }: Telling): string {
  const rounded = toHundredths(factor.scored) * toHundredths(factor.times) !== toHundredths(points) * 100;
  return pack.events.measures.factor({ ...factor, points, rounded }, names);
}

function lowersSentence({ quantity = 0, unit }: Scored, { pack, names }: Telling): string {
  return pack.events.measures.lowers(quantity, unit === undefined ? undefined : names.unit(unit));
}

function limitSentences(limit: LimitApplied, { pack, names }: Telling): string[] {
  const said = pack.events.limit(limit, names);
  // What is held has no window.
  return limit.counts === 'balance' ? [said] : [said, pack.events.limitResets(limit.resetsOn)];
}

function redemptionSentences({ data }: PointsRedeemed, telling: Telling): string[] {
  const { names } = telling;
  const { what, reward, redeemedAt, collectedBy, reduced, notReduced, handbook } = telling.pack.events;
  const after = data.balance - data.deducted;
  const { version, filing, filingDue } = data.handbook;
  const missed = filing === 'overdue' || filing === 'filed-late' ? filingDue : undefined;
  return [
    ...heading(data, what.PointsRedeemed(data, names), -data.deducted, telling),
    ...data.lines.map((line) => reward(line, names)),
    ...(data.at === undefined ? [] : [redeemedAt(data.at)]),
    ...(data.collectedBy === undefined ? [] : [collectedBy(data.collectedBy)]),
    data.deducted === data.points ? reduced({ before: data.balance, after }, names) : notReduced(after),
    handbook(version, missed),
  ];
}

function correctionSentences({ data }: ScoreCorrected, telling: Telling): string[] {
  const { names } = telling;
  const { what, reason, corrects, correctionCut, countsOn, freesRoom, bothFigures } = telling.pack.events;
  return [
    ...heading(data, what.ScoreCorrected(data, names), data.points, telling),
    reason(data.reason),
    ...(data.corrects === undefined ? [] : [corrects(data.corrects, names)]),
    ...(data.requested === undefined ? [] : [correctionCut(data.requested)]),
    ...(data.countsOn === data.on ? [] : [countsOn(data.countsOn)]),
    ...(data.freesRoom ? [freesRoom] : []),
    bothFigures,
  ];
}

function reversalSentences({ data }: EntryReversed, telling: Telling): string[] {
  const { names } = telling;
  const { what, reason, reversal, bothFigures } = telling.pack.events;
  const { reverses, entry, entryIs, lines, assessment, balance } = data;
  const { item, capacity, on } = entry;
  return [
    ...heading(data, what.EntryReversed(data, names), entry.kind === 'bar' ? undefined : balance, telling),
    reason(data.reason),
    ...(reverses.kind === 'reversal' ? [reversal.undoes(reverses.id)] : []),
    lines === undefined
      ? reversal.entry({ item, capacity, on, entryIs }, names)
      : reversal.lines({ lines, entryIs }, names),
    assessment === balance && balance !== 0 ? bothFigures : reversal.figures(assessment, balance),
  ];
}

function sendingSentences({ data }: PointsSent, telling: Telling): string[] {
  const { names } = telling;
  const { what, transfer } = telling.pack.events;
  const { balance, points } = data;
  return [
    ...heading(data, what.PointsSent(data, names), -points, telling),
    transfer.sent({ before: balance, after: balance - points }, names),
  ];
}

function receivingSentences({ data }: PointsReceived, telling: Telling): string[] {
  const { what, transfer } = telling.pack.events;
  return [
    ...heading(data, what.PointsReceived(data, telling.names), data.points, telling),
    transfer.received(data.sentOn),
  ];
}

function barSentences({ data }: AccountBarred, telling: Telling): string[] {
  const { names } = telling;
  const { what, barred, reason } = telling.pack.events;
  return [
    ...heading(data, what.AccountBarred(data, names), undefined, telling),
    barred(data, names),
    reason(data.reason),
  ];
}

function closingSentences({ data }: AccountClosed, telling: Telling): string[] {
  const { what, closing } = telling.pack.events;
  const { balance, handedOn, continuedBy } = data;
  return [
    ...heading(data, what.AccountClosed(data, telling.names), undefined, telling),
    handedOn === undefined ? closing.forfeits(balance) : closing.handsOn(balance),
    ...(continuedBy === undefined ? [] : [closing.goesOnIn(continuedBy)]),
    closing.stays,
  ];
}
