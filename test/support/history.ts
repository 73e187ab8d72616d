/*
 * A tiny driver for tests: commands in, what became of each of them out. It keeps what a host would keep, the events, and decides
 * nothing.
 */
import type { ReversibleKind } from '../../src/account/commands/command.js';
import { type FoldedAccount, folded } from '../../src/account/state/account.js';
import {
  type Account,
  type Bank,
  type BankEvent,
  type By,
  createBank,
  type Decision,
  evolve,
  type Handbook,
  initialAccount,
  type OpenedAccount,
  type Refusal,
  type RuleSet,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from './handbook.js';

/** What became of a command: the points it moved the balance by, `'retried'`, or the code of the refusal. */
export type Outcome = number | string;

/** The rules that commands are put to; the first scheme with the tests' handbook where nothing is said. */
export type Rules = { readonly ruleSet?: RuleSet; readonly handbook?: Handbook | undefined };

/** One command, the account it met, and what was decided. */
export type Step = {
  readonly command: unknown;
  readonly before: Account;
  readonly decision: Decision;
  readonly after: Account;
};

export type Ran = {
  readonly steps: readonly Step[];
  readonly outcomes: readonly Outcome[];
  /** The events of all accounts, in the order in which they came. */
  readonly events: readonly BankEvent[];
  readonly accounts: ReadonlyMap<string, Account>;
};

const BANKS = new WeakMap<RuleSet, Bank<RuleSet>>();

/** A bank of those rules; made once for each rule set, since its digest takes longer than most histories. */
export function bankOf(ruleSet: RuleSet, handbook: Handbook | undefined): Bank<RuleSet> {
  const bank = BANKS.get(ruleSet) ?? createBank(ruleSet);
  BANKS.set(ruleSet, bank);
  return handbook === undefined ? bank : bank.withHandbook(handbook);
}

/** Puts commands to a bank, one after the other, each to the account that it names. */
export function run(commands: readonly unknown[], rules: Rules = {}): Ran {
  const handbook = 'handbook' in rules ? rules.handbook : HANDBOOK;
  const bank = bankOf(rules.ruleSet ?? renfa2022, handbook);
  const accounts = new Map<string, Account>();
  const steps = commands.map((command): Step => {
    const id = accountIdOf(command);
    const before = accounts.get(id) ?? initialAccount;
    const decision = bank.decideUnknown(command, before);
    const after = decision.accepted ? decision.events.reduce(evolve, before) : before;
    if (after !== before) accounts.set(id, after);
    return { command, before, decision, after };
  });
  return {
    steps,
    outcomes: steps.map(({ decision }) => outcomeOf(decision)),
    events: steps.flatMap(({ decision }) => (decision.accepted ? decision.events : [])),
    accounts,
  };
}

/** What became of each command. */
export function outcomes(commands: readonly unknown[], rules: Rules = {}): readonly Outcome[] {
  return run(commands, rules).outcomes;
}

function accountIdOf(command: unknown): string {
  const id = (command as { data?: { accountId?: unknown } } | null)?.data?.accountId;
  return typeof id === 'string' ? id : '';
}

export function outcomeOf(decision: Decision): Outcome {
  if (!decision.accepted) return decision.refusal.code;
  const [event] = decision.events;
  return event === undefined ? 'retried' : movedBy(event);
}

/** What an event moved the balance by. */
export function movedBy(event: BankEvent): number {
  switch (event.type) {
    case 'AccountOpened':
    case 'ScoreCorrected':
    case 'EntryVerified':
    case 'PointsReceived':
      return event.data.points;
    case 'PostClaimed':
    case 'ActivityCredited':
      return event.data.pending ? 0 : event.data.points;
    case 'PointsRedeemed':
      return 0 - event.data.deducted;
    case 'PointsSent':
      return 0 - event.data.points;
    case 'EntryReversed':
      return event.data.balance;
    case 'AccountClosed':
      return 0 - event.data.balance;
    case 'PostReleased':
    case 'AccountBarred':
      return 0;
  }
}

/** The one account of a run. */
export function accountOf(ran: Ran, id: string = VOLUNTEER): OpenedAccount {
  const account = ran.accounts.get(id);
  if (account?.status !== 'open') throw new Error(`account '${id}' is not open`);
  return account;
}

/** The entries of an account that wait to be verified, as the fold keeps them. */
export function pendingOf(account: OpenedAccount): FoldedAccount['pending'] {
  return folded(account).pending;
}

/** The refusal that a command met. */
export function refusalOf(decision: Decision | undefined): Refusal {
  if (decision === undefined || decision.accepted) throw new Error('the command was not refused');
  return decision.refusal;
}

/** The one event of an accepted command. */
export function eventOf(decision: Decision | undefined): BankEvent {
  const [event] = decision?.accepted ? decision.events : [];
  if (event === undefined) throw new Error('the command led to no event');
  return event;
}

/** The last event of a run, which has to be of that type. */
export function lastEvent<T extends BankEvent['type']>(ran: Ran, type: T): BankEvent & { readonly type: T } {
  const event = ran.events.at(-1);
  if (event?.type !== type) throw new Error(`the last event is ${event?.type}, not ${type}`);
  return event as BankEvent & { readonly type: T };
}

export const VOLUNTEER = 'v1';
export const COMMUNITY = 'linan';
export const CENTRE = { office: 'community', communityId: COMMUNITY } as const satisfies By;
export const SUBDISTRICT = { office: 'subdistrict' } as const satisfies By;

type Role = keyof typeof renfa2022.roles;
type More = { readonly [field: string]: unknown };

/** A role's account is opened on the completed form. */
export function open(role: Role, on = '2023-01-10', more: More = {}) {
  const data = { accountId: VOLUNTEER, role, communityId: COMMUNITY, on, formComplete: true, by: CENTRE };
  return { type: 'OpenAccount', data: { ...data, ...more } } as const;
}

/** The yearly report-in. */
export function reportIn(on: string, more: More = {}) {
  return { type: 'ReportIn', data: { accountId: VOLUNTEER, on, by: CENTRE, ...more } } as const;
}

/** A post (or project) is claimed; an ordinary one where nothing is said. */
export function claim(postId: string, on = '2023-02-01', more: More = {}) {
  const data = { accountId: VOLUNTEER, postId, kind: 'post', difficulty: 'base', on, by: CENTRE };
  return { type: 'ClaimPost', data: { ...data, ...more } } as const;
}

/** A matter is credited under an item; an ordinary one where nothing is said. */
export function credit(item: string, matterId: string, on = '2023-03-01', more: More = {}) {
  const data = { accountId: VOLUNTEER, item, matterId, difficulty: 'base', on, by: CENTRE };
  return { type: 'CreditActivity', data: { ...data, ...more } } as const;
}

/** One visit: so many of each reward. */
export function redeem(
  redemptionId: string,
  on: string,
  rewards: { readonly [rewardId: string]: number },
  more: More = {},
) {
  const lines = Object.entries(rewards).map(([rewardId, quantity]) => ({ rewardId, quantity }));
  const data = { accountId: VOLUNTEER, redemptionId, communityId: COMMUNITY, lines, on, by: CENTRE };
  return { type: 'RedeemPoints', data: { ...data, ...more } } as const;
}

/** An entry is undone: by the Party affairs office where nothing is said. */
export function reverse(
  reversalId: string,
  kind: ReversibleKind,
  id: string,
  on = '2023-05-01',
  more: More = {},
) {
  const data = {
    accountId: VOLUNTEER,
    reversalId,
    reverses: { kind, id },
    reason: '登记差错',
    on,
    by: SUBDISTRICT,
  };
  return { type: 'ReverseEntry', data: { ...data, ...more } } as const;
}

/** An account is closed. */
export function close(reason: string, on: string, more: More = {}) {
  return { type: 'CloseAccount', data: { accountId: VOLUNTEER, reason, on, by: CENTRE, ...more } } as const;
}

/** The Party affairs office corrects the score. */
export function correct(correctionId: string, points: number, on = '2023-04-01', more: More = {}) {
  const data = { accountId: VOLUNTEER, correctionId, points, reason: '核实后更正', on, by: SUBDISTRICT };
  return { type: 'CorrectScore', data: { ...data, ...more } } as const;
}

/** So many hard matters of community affairs on one day: 2 points each. */
export function hardMatters(count: number, on: string, prefix = `work of ${on}`) {
  return Array.from({ length: count }, (_, i) =>
    credit('affairs', `${prefix} ${i}`, on, { difficulty: 'hard' }),
  );
}
