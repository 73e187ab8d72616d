import fc, { type Arbitrary } from 'fast-check';
import type { Command, RedemptionLine, ReversedEntry } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
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
  'continue',
  'other-capacity',
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

/** What an intent has to choose from. */
type Past = {
  readonly ruleSet: RuleSet;
  readonly world: SmallWorld;
  readonly intent: Intent;
  readonly run: Pick<CommandRun, 'events' | 'steps'>;
};

/** The command that an intent becomes after what has happened so far; `undefined` where there is nothing that it could be about. */
export function commandOfIntent(past: Past): unknown {
  return COMMANDS[past.intent.intent](past);
}

const COMMANDS: { readonly [Name in Intent['intent']]: (past: Past) => unknown } = {
  reverse: (past) => {
    const event = anyOf(
      past,
      past.run.events.filter((one) => nameOf(one) !== undefined),
    );
    return event === undefined ? undefined : reversal(past, event, nameOf(event));
  },
  'reverse-reversal': (past) => {
    const event = anyOf(
      past,
      past.run.events.filter((one) => one.type === 'EntryReversed'),
    );
    return event === undefined
      ? undefined
      : reversal(past, event, { kind: 'reversal', id: event.data.reversalId });
  },
  'return-lines': (past) => {
    const visit = anyOf(
      past,
      past.run.events.filter((one) => one.type === 'PointsRedeemed'),
    );
    const line = anyOf(past, visit?.data.lines ?? []);
    if (visit === undefined || line === undefined) return undefined;
    return reversal(past, visit, nameOf(visit), [{ rewardId: line.rewardId, quantity: 1 }]);
  },
  verify: (past) => {
    const waiting = anyOf(
      past,
      past.run.events.filter((one) => 'pending' in one.data),
    );
    if (waiting === undefined) return undefined;
    const { accountId, on } = waiting.data;
    return {
      type: 'VerifyEntry',
      data: { ...every(past, accountId, 'VerifyEntry', on), verifies: nameOf(waiting) },
    };
  },
  release: (past) => {
    const claim = anyOf(
      past,
      past.run.events.filter((one) => one.type === 'PostClaimed'),
    );
    if (claim === undefined) return undefined;
    const { accountId, postId, on } = claim.data;
    return { type: 'ReleasePost', data: { ...every(past, accountId, 'ReleasePost', on), postId } };
  },
  receive: (past) => {
    const sent = anyOf(
      past,
      past.run.events.filter((one) => one.type === 'PointsSent'),
    );
    if (sent === undefined) return undefined;
    return {
      type: 'ReceivePoints',
      data: { ...every(past, sent.data.to, 'ReceivePoints', sent.data.on), sent },
    };
  },
  close: (past) => {
    const { intent, ruleSet, run, world } = past;
    // Seldom, since nothing happens to an account any more after it.
    const last = intent.pick % SELDOM === 0 ? run.events.at(-1) : undefined;
    const reason = anyOf(past, Object.keys(ruleSet.closing?.reasons ?? {}));
    if (last === undefined || reason === undefined) return undefined;
    const continuedBy = intent.pick % 2 === 0 ? { continuedBy: world.laterAccounts[0] } : {};
    const data = every(past, last.data.accountId, 'CloseAccount', world.days.at(-1) ?? intent.on);
    return { type: 'CloseAccount', data: { ...data, reason, ...continuedBy } };
  },
  continue: (past) => {
    const { intent, ruleSet, run, world } = past;
    const closings = run.events.filter((one) => one.type === 'AccountClosed');
    const closing = anyOf(past, closings);
    if (closing === undefined) return undefined;
    const data = {
      ...every(past, world.laterAccounts[0] as string, 'OpenAccount', closing.data.on),
      role: anyOf(past, Object.keys(ruleSet.roles)),
      communityId: world.communityId,
      formComplete: true,
      continues: intent.pick % 2 === 0 ? [closing] : closings,
    };
    return { type: 'OpenAccount', data };
  },
  'other-capacity': (past) => {
    const credited = past.run.events.filter(
      (one) => one.type === 'ActivityCredited' && one.data.entry === 'activity',
    );
    const event = anyOf(past, credited);
    if (event?.type !== 'ActivityCredited') return undefined;
    const { accountId, difficulty, item, matterId, on, postId, quantity } = event.data;
    const post = past.run.events.find(
      (one) => one.type === 'PostClaimed' && one.data.accountId === accountId,
    );
    const other = postId === undefined && post?.type === 'PostClaimed' ? { postId: post.data.postId } : {};
    const measure = {
      ...(difficulty === undefined ? {} : { difficulty }),
      ...(quantity === undefined ? {} : { quantity }),
    };
    const data = {
      ...every(past, accountId, 'CreditActivity', on),
      on,
      item,
      matterId,
      ...measure,
      ...other,
    };
    return { type: 'CreditActivity', data };
  },
  resend: (past) => anyOf(past, past.run.steps)?.command,
  'resend-changed': (past) => {
    const step = anyOf(
      past,
      past.run.steps.filter(({ decision }) => decision.accepted),
    );
    return step === undefined ? undefined : changed(step.command, past.intent.on);
  },
};

const SELDOM = 3;

function anyOf<T>({ intent }: Past, of: readonly T[]): T | undefined {
  return of[intent.pick % Math.max(of.length, 1)];
}

/** What every command says; its day is that of the intent, or `since` where that is later. */
function every({ intent, ruleSet, world }: Past, accountId: string, type: CommandType, since: string) {
  return {
    accountId,
    on: intent.on < since ? since : intent.on,
    by: officeFor(ruleSet, type, world.communityId, intent.isSupervisor ? 'everywhere' : undefined),
  };
}

function reversal(
  past: Past,
  event: BankEvent,
  reverses: ReversedEntry | undefined,
  lines?: readonly RedemptionLine[],
): unknown {
  const { accountId, on } = event.data;
  const data = {
    ...every(past, accountId, 'ReverseEntry', on),
    reversalId: `u${1 + (past.intent.pick % 7)}`,
    reverses,
    ...(lines === undefined ? {} : { lines }),
    reason: '登记差错 slip',
  };
  return { type: 'ReverseEntry', data };
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
      return { kind: 'claim', id: event.data.postId, on: event.data.on };
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
