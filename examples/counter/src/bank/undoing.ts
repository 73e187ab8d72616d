import type {
  Bank,
  BankEvent,
  By,
  OpenedAccount,
  RedemptionLine,
  RefusalCode,
  ReversedEntry,
  RuleSet,
} from 'points-bank';
import { byReward, inForce } from './in-force.js';
import { withSomebodyElse } from './probe.js';
import { type Matter, matters } from './standing.js';

/** The entry that an event is, as a reversal or a verification names it; nothing for what can only be closed or released. */
export function entryOf(event: BankEvent): ReversedEntry | undefined {
  switch (event.type) {
    case 'ActivityCredited': {
      const { entry, matterId, item, capacity, on } = event.data;
      if (entry === 'registration') return { kind: 'report-in', id: on };
      return { kind: 'matter', id: matterId, item, ...(capacity === undefined ? {} : { capacity }) };
    }
    case 'PostClaimed':
      return { kind: 'claim', id: event.data.postId, on: event.data.on };
    case 'PointsRedeemed':
      return { kind: 'redemption', id: event.data.redemptionId };
    case 'ScoreCorrected':
      return { kind: 'correction', id: event.data.correctionId };
    case 'AccountBarred':
      return { kind: 'bar', id: event.data.barId };
    case 'PointsSent':
    case 'PointsReceived':
      return { kind: 'transfer', id: event.data.transferId };
    case 'EntryReversed':
      return { kind: 'reversal', id: event.data.reversalId };
    default:
      return undefined;
  }
}

/** What a redemption gave that did not come back, each reward once; nothing for other entries. */
export function leftOf(
  events: readonly BankEvent[],
  event: BankEvent,
): readonly RedemptionLine[] | undefined {
  if (event.type !== 'PointsRedeemed') return undefined;
  const { redemptionId } = event.data;
  const lines = inForce(events).flatMap((one) =>
    one.type === 'PointsRedeemed' && one.data.redemptionId === redemptionId ? one.data.lines : [],
  );
  return [...byReward(lines)].map(([rewardId, quantity]) => ({ rewardId, quantity }));
}

/** Refusals after which there is nothing to show; others say what has to be done first, and so are shown. */
const NOT_THEIRS: readonly RefusalCode[] = [
  'office-not-entitled',
  'wrong-community',
  'account-closed',
  'unknown-entry',
  'unknown-matter',
  'not-theirs-to-reverse',
  'too-late-to-reverse',
];

/** Where an entry stands: its account, and the day on which something is to become of it. */
export type Standing = {
  readonly account: OpenedAccount;
  readonly events: readonly BankEvent[];
  readonly on: string;
};

/** Which of an account's events the office may undo on a day, by their places: the bank itself is asked about each. */
export function undoable(
  bank: Bank<RuleSet>,
  by: By,
  { account, events, on }: Standing,
): ReadonlySet<number> {
  const { accountId } = account;
  const mine = (event: BankEvent): boolean => {
    const reverses = entryOf(event);
    if (reverses === undefined) return false;
    const data = {
      accountId,
      reversalId: 'probe',
      reverses,
      reason: '-',
      on,
      by: withSomebodyElse(by),
    };
    const decision = bank.decide({ type: 'ReverseEntry', data }, account);
    if (!decision.accepted) return !NOT_THEIRS.includes(decision.refusal.code);
    // Another entry may have taken the name since.
    const [undone] = decision.events;
    return undone?.type === 'EntryReversed' && undone.data.entry.on === dayOf(event);
  };
  return new Set(events.flatMap((event, place) => (mine(event) ? [place] : [])));
}

/** Which of them scored what the office may correct, by their places. */
export function correctable(
  bank: Bank<RuleSet>,
  by: By,
  { account, events, on }: Standing,
): ReadonlySet<number> {
  const { accountId } = account;
  const mine = ({ item, id }: Matter): boolean => {
    const data = {
      accountId,
      correctionId: 'probe',
      item,
      corrects: id,
      points: -1,
      reason: '-',
      on,
      by: withSomebodyElse(by),
    };
    const decision = bank.decide({ type: 'CorrectScore', data }, account);
    return decision.accepted || !NOT_THEIRS.includes(decision.refusal.code);
  };
  const theirs = matters(events).filter(mine);
  return new Set(theirs.map(({ event }) => events.indexOf(event)));
}

/** The day of the entry that an undoing of the event is about. */
function dayOf(event: BankEvent): string {
  return event.type === 'EntryReversed' ? event.data.entry.on : event.data.on;
}
