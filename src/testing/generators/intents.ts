import fc, { type Arbitrary } from 'fast-check';
import type { Command, ReversedEntry } from '../../account/commands/command.js';
import type { AccountClosed, BankEvent, PointsRedeemed, PointsSent } from '../../account/events/event.js';
import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import { officeFor, type SmallWorld } from '../small-world.js';
import { accountIdOf, type CommandRun } from '../subject.js';

/**
 * Something to do with what happened before: which of it, and on which day. It becomes a command once the run has come to it, so that
 * most of these commands hit something.
 */
export type Intent = {
  readonly intent: (typeof INTENTS)[number];
  readonly pick: number;
  readonly on: string;
  readonly isSupervisor: boolean;
};

const INTENTS = [
  'reverse',
  'reverse',
  'reverse-reversal',
  'return-lines',
  'verify',
  'verify',
  'release',
  'receive',
  'close',
  'continue',
  'resend',
  'resend-changed',
] as const;

/** Intents of a small world. */
export function intentsOf(world: SmallWorld): Arbitrary<Intent> {
  return fc.record(
    {
      intent: fc.constantFrom(...INTENTS),
      pick: fc.nat({ max: 1000 }),
      on: fc.constantFrom(...world.days),
      isSupervisor: fc.boolean(),
    },
    { noNullPrototype: true },
  );
}

/** Whether something drawn is an intent, and no command. */
export function isIntent(drawn: unknown): drawn is Intent {
  return typeof drawn === 'object' && drawn !== null && 'intent' in drawn;
}

/** The command that an intent becomes after what has happened so far; `undefined` where there is nothing that it could be about. */
export function commandOfIntent(
  ruleSet: RuleSet,
  world: SmallWorld,
  intent: Intent,
  { events, steps }: Pick<CommandRun, 'events' | 'steps'>,
): unknown {
  const { on, pick, isSupervisor } = intent;
  const any = <T>(of: readonly T[]): T | undefined => of[pick % Math.max(of.length, 1)];
  const every = (accountId: string, type: CommandType, since: string) => {
    const by = officeFor(ruleSet, type, world.communityId);
    const { communityId: _communityId, ...persons } = by as {
      readonly communityId?: string;
      readonly office: string;
    };
    const isStreet = isSupervisor && (ruleSet.authority.offices[type] ?? []).includes('street');
    return {
      accountId,
      on: on < since ? since : on,
      by: isStreet ? ({ ...persons, office: 'street' } as const) : by,
    };
  };
  switch (intent.intent) {
    case 'reverse': {
      const event = any(events.filter((one) => nameOf(one) !== undefined));
      const reverses = event === undefined ? undefined : nameOf(event);
      if (event === undefined || reverses === undefined) return undefined;
      const data = { ...every(event.data.accountId, 'ReverseEntry', event.data.on), ...reversalOf(pick) };
      return { type: 'ReverseEntry', data: { ...data, reverses } };
    }
    case 'reverse-reversal': {
      const event = any(events.filter((one) => one.type === 'EntryReversed'));
      if (event?.type !== 'EntryReversed') return undefined;
      const reverses = { kind: 'reversal', id: event.data.reversalId };
      const data = { ...every(event.data.accountId, 'ReverseEntry', event.data.on), ...reversalOf(pick) };
      return { type: 'ReverseEntry', data: { ...data, reverses } };
    }
    case 'return-lines': {
      const visit = any(events.filter((one): one is PointsRedeemed => one.type === 'PointsRedeemed'));
      const line = visit === undefined ? undefined : any(visit.data.lines);
      if (visit === undefined || line === undefined) return undefined;
      const lines = [{ rewardId: line.rewardId, quantity: 1 }];
      const reverses = { kind: 'redemption', id: visit.data.redemptionId };
      const data = { ...every(visit.data.accountId, 'ReverseEntry', visit.data.on), ...reversalOf(pick) };
      return { type: 'ReverseEntry', data: { ...data, reverses, lines } };
    }
    case 'verify': {
      const waiting = any(events.filter((one) => 'pending' in one.data));
      const verifies = waiting === undefined ? undefined : nameOf(waiting);
      if (waiting === undefined || verifies === undefined) return undefined;
      return {
        type: 'VerifyEntry',
        data: { ...every(waiting.data.accountId, 'VerifyEntry', waiting.data.on), verifies },
      };
    }
    case 'release': {
      const claim = any(events.filter((one) => one.type === 'PostClaimed'));
      if (claim?.type !== 'PostClaimed') return undefined;
      const { accountId, postId, on: claimedOn } = claim.data;
      return { type: 'ReleasePost', data: { ...every(accountId, 'ReleasePost', claimedOn), postId } };
    }
    case 'receive': {
      const sent = any(events.filter((one): one is PointsSent => one.type === 'PointsSent'));
      if (sent === undefined) return undefined;
      return { type: 'ReceivePoints', data: { ...every(sent.data.to, 'ReceivePoints', sent.data.on), sent } };
    }
    case 'close': {
      // Seldom, since nothing happens to an account any more after it.
      const last = pick % 5 === 0 ? events.at(-1) : undefined;
      const reason = any(Object.keys(ruleSet.closing?.reasons ?? {}));
      if (last === undefined || reason === undefined) return undefined;
      const latest = world.days.at(-1) ?? on;
      const continuedBy = pick % 2 === 0 ? { continuedBy: world.laterAccounts[0] } : {};
      return {
        type: 'CloseAccount',
        data: { ...every(last.data.accountId, 'CloseAccount', latest), reason, ...continuedBy },
      };
    }
    case 'continue': {
      const closings = events.filter((one): one is AccountClosed => one.type === 'AccountClosed');
      const closing = any(closings);
      const role = any(Object.keys(ruleSet.roles));
      if (closing === undefined) return undefined;
      const continues = pick % 2 === 0 ? [closing] : closings;
      return {
        type: 'OpenAccount',
        data: {
          ...every(world.laterAccounts[0] as string, 'OpenAccount', closing.data.on),
          role,
          communityId: world.communityId,
          formComplete: true,
          continues,
        },
      };
    }
    case 'resend':
      return any(steps)?.command;
    case 'resend-changed': {
      const step = any(steps.filter(({ decision }) => decision.accepted));
      return step === undefined ? undefined : changed(step.command, on);
    }
  }
}

function reversalOf(pick: number): { readonly reversalId: string; readonly reason: string } {
  return { reversalId: `u${1 + (pick % 7)}`, reason: '登记差错 slip' };
}

/** The same key with other content: another day, or another note. */
function changed(command: unknown, on: string): unknown {
  const { type, data } = command as Command;
  const note = type === 'CreditActivity' ? { note: '另记 other' } : {};
  return accountIdOf(command) === '' ? command : { type, data: { ...data, ...note, on } };
}

/** The name by which a command can undo or verify the entry of an event. */
function nameOf(event: BankEvent): ReversedEntry | undefined {
  switch (event.type) {
    case 'PostClaimed':
      return { kind: 'claim', id: event.data.postId };
    case 'ActivityCredited': {
      const { capacity, entry, item, matterId: id } = event.data;
      if (entry === 'registration') return { kind: 'report-in', id };
      return { kind: 'matter', id, item, ...(capacity === undefined ? {} : { capacity }) };
    }
    case 'PointsRedeemed':
      return { kind: 'redemption', id: event.data.redemptionId };
    case 'ScoreCorrected':
      return { kind: 'correction', id: event.data.correctionId };
    case 'AccountBarred':
      return { kind: 'bar', id: event.data.barId };
    case 'PointsSent':
    case 'PointsReceived':
      return { kind: 'transfer', id: event.data.transferId };
    default:
      return undefined;
  }
}
