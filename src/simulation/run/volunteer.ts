import type { Command } from '../../account/commands/command.js';
import { markRead } from '../../account/commands/parsed.js';
import type { Decision } from '../../account/decide/outcome.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Account } from '../../account/state/account.js';
import { apply } from '../../account/state/apply.js';
import { initialAccount } from '../../account/state/fold.js';
import type { PlannedAction } from './planning.js';
import type { RunSetup } from './run-setup.js';

/** Called with every command, its decision, and the role of the account that it is for. */
export type OnDecided = (command: Command, decision: Decision, role: RoleOfRun) => void;

/** A role of a run. */
export type RoleOfRun = RunSetup['roles'][number];

/** A volunteer during a run. */
export type Volunteer = {
  readonly setup: RunSetup;
  /** The role and the account that the volunteer has now; both are others after a change of role. */
  role: RoleOfRun;
  accountId: string;
  /** The number of the day of joining. */
  readonly joined: number;
  readonly onDecided: OnDecided;
  /** The account so far; private to the run, and changed in place. */
  account: Account;
  /** The posts that the volunteer holds. */
  posts: string[];
  /** The matters on record, which can be corrected. */
  matters: { readonly item: string; readonly id: string }[];
  /** The events that planned actions led to, by which these are undone. */
  readonly made: Map<PlannedAction, BankEvent>;
  /** Accounts that were closed. */
  readonly closed: FinishedAccount[];
  /** The number of ids given to matters, posts, corrections and redemptions so far. */
  ids: number;
};

/** An account at the end of a run, or once it was closed. */
export type FinishedAccount = {
  readonly account: Account;
  readonly role: RoleOfRun;
  /** What it held when it was closed. */
  readonly balanceAtClosing: number;
  /** Whether another account continues it and has its points. */
  readonly isContinued: boolean;
};

/** A volunteer without an account. */
export function newVolunteer(
  setup: RunSetup,
  role: RoleOfRun,
  number: number,
  joined: number,
  onDecided: OnDecided,
): Volunteer {
  const own = { account: initialAccount, posts: [], matters: [], made: new Map(), closed: [], ids: 0 };
  return { setup, role, accountId: `v${number + 1}`, joined, onDecided, ...own };
}

/** Vouches to the bank that a command of the simulation is well formed and will not change, so the bank need not check it. */
export function wellFormed<C extends Command>({ setup }: Volunteer, command: C): C {
  if (setup.namesAreIds) markRead(command);
  return command;
}

/** Sends a command to the bank, applies the event, and returns it; `undefined` where there is none. */
export function send(volunteer: Volunteer, command: Command): BankEvent | undefined {
  const decision = volunteer.setup.bank.decide(command, volunteer.account);
  if (decision.accepted) {
    for (const event of decision.events) {
      volunteer.account = apply(volunteer.account, event);
      note(volunteer, event);
    }
  }
  volunteer.onDecided(command, decision, volunteer.role);
  return decision.accepted ? decision.events[0] : undefined;
}

function note(volunteer: Volunteer, event: BankEvent): void {
  const { posts, matters } = volunteer;
  if (event.type === 'PostClaimed') {
    posts.push(event.data.postId);
    matters.push({ item: event.data.item, id: event.data.postId });
  } else if (event.type === 'EntryReversed') {
    const { kind, id } = event.data.entry;
    if (kind === 'claim') volunteer.posts = posts.filter((post) => post !== id);
    if (kind !== 'redemption') volunteer.matters = matters.filter((matter) => matter.id !== id);
  } else if (event.type === 'ActivityCredited' && event.data.entry === 'activity') {
    matters.push({ item: event.data.item, id: event.data.matterId });
  }
}

/** An id that this account has not used yet. */
export function freshId(volunteer: Volunteer, letter: string): string {
  volunteer.ids += 1;
  return `${letter}${volunteer.ids}`;
}

/** The date of a day of the run. */
export function dateOf({ setup }: Volunteer, day: number): string {
  return setup.days.dates[day] as string;
}
