import type {
  ActivityCredited,
  Bank,
  BankEvent,
  Handbook,
  OpenedAccount,
  PostClaimed,
  Refusal,
  Reward,
  RuleSet,
} from 'points-bank';
import { createBank } from 'points-bank';
import { inForce } from './in-force.js';
import { anOfficeFor } from './probe.js';

/*
 * What an account can do on a day, asked of the bank itself: a command is decided and let go. So it holds under any rules.
 */

export type ReportInStanding =
  | { readonly state: 'open' }
  | { readonly state: 'done'; readonly again?: string | undefined };

export type WindowStanding =
  | { readonly state: 'open' | 'no-handbook' | 'shut' }
  | { readonly state: 'used'; readonly on: string; readonly again?: string | undefined };

export function reportInStanding(ruleSet: RuleSet, account: OpenedAccount, on: string): ReportInStanding {
  const by = anOfficeFor(ruleSet, 'ReportIn', account.communityId);
  if (by === undefined) return { state: 'done' };
  const data = { accountId: account.accountId, on, by, formComplete: true };
  const decision = bankOf(ruleSet).decide({ type: 'ReportIn', data }, account);
  if (decision.accepted) return decision.events.length > 0 ? { state: 'open' } : { state: 'done' };
  const { refusal } = decision;
  return refusal.code === 'already-reported-in'
    ? { state: 'done', again: refusal.facts.again }
    : { state: 'done' };
}

/**
 * From which day on a report-in counts, as the account stands: its latest day where none keeps it away then, or the day on which it counts
 * again. The day after is asked about too, since a report-in of the very day is no other one, and so is the day after each bar.
 */
export function reportInFrom(ruleSet: RuleSet, account: OpenedAccount): string | undefined {
  if (account.status !== 'open') return undefined;
  const { latestOn, bars } = account;
  const ends = bars.flatMap(({ until }) =>
    until !== undefined && until >= latestOn ? [dayAfter(until)] : [],
  );
  for (const on of [latestOn, dayAfter(latestOn), ...ends.sort()]) {
    const standing = reportInStanding(ruleSet, account, on);
    if (standing.state === 'open') return on;
    if (standing.again !== undefined) return standing.again;
  }
  return undefined;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

/** Whether the account has its redemption of the period still before it. */
export function windowStanding(
  ruleSet: RuleSet,
  account: OpenedAccount,
  handbook: Handbook | undefined,
  on: string,
): WindowStanding {
  const reward = handbook?.rewards[0];
  if (handbook === undefined || reward === undefined) return { state: 'no-handbook' };
  const by = anOfficeFor(ruleSet, 'RedeemPoints', account.communityId);
  if (by === undefined) return { state: 'shut' };
  const decision = bankOf(ruleSet)
    .withHandbook(handbook)
    .decide(
      {
        type: 'RedeemPoints',
        data: {
          accountId: account.accountId,
          communityId: account.communityId,
          redemptionId: `probe ${account.redemptions.length} ${on}`,
          lines: [{ rewardId: reward.rewardId, quantity: 1 }],
          on,
          by,
        },
      },
      account,
    );
  if (decision.accepted) return { state: 'open' };
  const { refusal } = decision;
  switch (refusal.code) {
    case 'already-redeemed':
      return { state: 'used', on: refusal.facts.on, again: refusal.facts.again };
    case 'not-an-opening-day':
    case 'handbook-not-filed':
    case 'not-in-force':
      return { state: 'shut' };
    case 'handbook-not-published':
      return { state: 'no-handbook' };
    default:
      // The period is looked at before rewards and balance are.
      return { state: 'open' };
  }
}

/** A reward, and why one of it cannot be redeemed on a day, if it cannot. */
export type RewardStanding = { readonly reward: Reward; readonly refusal?: Refusal };

/** How an account stands with each reward of the handbook. */
export function rewardStandings(
  ruleSet: RuleSet,
  account: OpenedAccount,
  handbook: Handbook | undefined,
  on: string,
): readonly RewardStanding[] {
  const { accountId, communityId } = account;
  const by = anOfficeFor(ruleSet, 'RedeemPoints', communityId);
  if (handbook === undefined || by === undefined) return [];
  const bank = bankOf(ruleSet).withHandbook(handbook);
  return handbook.rewards.map((reward) => {
    const lines = [{ rewardId: reward.rewardId, quantity: 1 }];
    const data = { accountId, communityId, redemptionId: `probe ${on}`, lines, on, by };
    const decision = bank.decide({ type: 'RedeemPoints', data }, account);
    return decision.accepted ? { reward } : { reward, refusal: decision.refusal };
  });
}

const banks = new WeakMap<RuleSet, Bank<RuleSet>>();

/** The rules' bank, made once: a list asks it about every account. */
function bankOf(ruleSet: RuleSet): Bank<RuleSet> {
  const bank = banks.get(ruleSet) ?? createBank(ruleSet);
  banks.set(ruleSet, bank);
  return bank;
}

/** The posts that an account has claimed or taken up, and not given up, the latest first. */
export function claimedPosts(events: readonly BankEvent[]): string[] {
  const posts = new Set<string>();
  for (const event of inForce(events)) {
    if (event.type === 'PostClaimed') posts.add(event.data.postId);
    if (event.type === 'PostReleased') posts.delete(event.data.postId);
    if (event.type === 'AccountOpened')
      for (const { handedOn } of event.data.continues ?? [])
        for (const { postId } of handedOn?.posts ?? []) posts.add(postId);
  }
  return [...posts].reverse();
}

/** An event that a correction may name: its item, its id and what it scored. */
export type Matter = {
  readonly item: string;
  readonly id: string;
  readonly on: string;
  readonly event: PostClaimed | ActivityCredited;
};

/** An account's events that a correction may name, the latest first. */
export function matters(events: readonly BankEvent[]): Matter[] {
  const found: Matter[] = [];
  for (const event of inForce(events)) {
    if (event.type === 'PostClaimed')
      found.push({ item: event.data.item, id: event.data.postId, on: event.data.on, event });
    if (event.type === 'ActivityCredited')
      found.push({ item: event.data.item, id: event.data.matterId, on: event.data.on, event });
  }
  return found.reverse();
}
