import type { Command } from '../account/commands/command.js';
import { markParsed } from '../account/commands/parsed.js';
import type { Decision } from '../account/decide/verdict.js';
import type { BankEvent } from '../account/events/event.js';
import type { Account } from '../account/state/account.js';
import { apply } from '../account/state/apply.js';
import { initialAccount } from '../account/state/fold.js';
import type { World } from './world.js';

/** Hears of every command and of what was decided. */
export type OnDecided = (command: Command, decision: Decision) => void;

/** A volunteer in the course of a run. */
export type Volunteer = {
  readonly world: World;
  readonly role: World['roles'][number];
  readonly accountId: string;
  /** The number of the day of joining. */
  readonly joined: number;
  readonly onDecided: OnDecided;
  /** The fold of the volunteer's own events, on a private copy that the fold's recipe changes in place. */
  account: Account;
  /** The posts held. */
  readonly posts: string[];
  /** What stands on record and can be corrected. */
  readonly matters: { readonly item: string; readonly id: string }[];
  /** How many ids were given to matters, posts, corrections and redemptions. */
  ids: number;
};

/** A volunteer who has no account yet. */
export function newcomer(
  world: World,
  role: Volunteer['role'],
  number: number,
  joined: number,
  onDecided: OnDecided,
): Volunteer {
  const own = { account: initialAccount, posts: [], matters: [], ids: 0 };
  return { world, role, accountId: `v${number + 1}`, joined, onDecided, ...own };
}

/**
 * A command of the simulation's own making, which the bank need not read: it is well formed where its names are, and nobody changes it.
 */
export function made<C extends Command>({ world }: Volunteer, command: C): C {
  if (world.namesAreIds) markParsed(command);
  return command;
}

/** Puts a command to the bank, and folds what it decides. */
export function send(volunteer: Volunteer, command: Command): void {
  const decision = volunteer.world.bank.decide(command, volunteer.account);
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

/** An id that this account has not used. */
export function freshId(volunteer: Volunteer, letter: string): string {
  volunteer.ids += 1;
  return volunteer.world.names(letter, volunteer.ids);
}

/** The date of a day of the run. */
export function dateOf({ world }: Volunteer, day: number): string {
  return world.days.dates[day] as string;
}
