import type { Command } from '../../account/commands/command.js';
import { markParsed } from '../../account/commands/parsed.js';
import type { Decision } from '../../account/decide/outcome.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Account } from '../../account/state/account.js';
import { apply } from '../../account/state/apply.js';
import { initialAccount } from '../../account/state/fold.js';
import type { RunSetup } from './run-setup.js';

/** Called with every command and its decision. */
export type OnDecided = (command: Command, decision: Decision) => void;

/** A volunteer during a run. */
export type Volunteer = {
  readonly setup: RunSetup;
  readonly role: RunSetup['roles'][number];
  readonly accountId: string;
  /** The number of the day of joining. */
  readonly joined: number;
  readonly onDecided: OnDecided;
  /** The account so far; private to the run, and changed in place. */
  account: Account;
  /** The posts that the volunteer holds. */
  readonly posts: string[];
  /** The matters on record, which can be corrected. */
  readonly matters: { readonly item: string; readonly id: string }[];
  /** The number of ids given to matters, posts, corrections and redemptions so far. */
  ids: number;
};

/** A volunteer without an account. */
export function newVolunteer(
  setup: RunSetup,
  role: Volunteer['role'],
  number: number,
  joined: number,
  onDecided: OnDecided,
): Volunteer {
  const own = { account: initialAccount, posts: [], matters: [], ids: 0 };
  return { setup, role, accountId: `v${number + 1}`, joined, onDecided, ...own };
}

/** Vouches to the bank that a command of the simulation is well formed and will not change, so the bank need not check it. */
export function wellFormed<C extends Command>({ setup }: Volunteer, command: C): C {
  if (setup.namesAreIds) markParsed(command);
  return command;
}

/** Sends a command to the bank and applies the events. */
export function send(volunteer: Volunteer, command: Command): void {
  const decision = volunteer.setup.bank.decide(command, volunteer.account);
  if (decision.accepted) {
    for (const event of decision.events) {
      volunteer.account = apply(volunteer.account, event);
      note(volunteer, event);
    }
  }
  volunteer.onDecided(command, decision);
}

function note({ posts, matters }: Volunteer, event: BankEvent): void {
  if (event.type === 'PostClaimed') {
    posts.push(event.data.postId);
    matters.push({ item: event.data.item, id: event.data.postId });
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
