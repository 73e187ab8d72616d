import { createHash } from 'node:crypto';
import type { Command, Decision, OpenedAccount, Refusal, RuleSet } from 'points-bank';
import { decideAll } from 'points-bank';
import type { Counter } from '../counter.js';
import type { Unnamed } from '../forms/accounts-named.js';
import { commandOf, type FormValues, type Place } from '../forms/command-of.js';
import type { User } from '../people/user.js';
import { shelve } from './enter.js';

/*
 * One matter for many accounts: a line each, decided by itself, and saved account by account.
 */

/** The command of one account's line. What the item does not score by for the account's role is left out: people of several roles take part. */
export function lineOf(
  { roles }: RuleSet,
  values: FormValues,
  place: Omit<Place, 'accountId'>,
  { accountId, role }: Pick<OpenedAccount, 'accountId' | 'role'>,
): unknown {
  const scoring = roles[role]?.items[values.item ?? '']?.scoring.by;
  const measured = {
    ...values,
    difficulty: scoring === 'difficulty' || scoring === undefined ? (values.difficulty ?? '') : '',
    quantity:
      scoring === 'difficulty' || scoring === 'fixed' || scoring === 'balance' ? '' : (values.quantity ?? ''),
  };
  return commandOf('credit', measured, { ...place, accountId });
}

/** What each line would come to, in their order; nothing is saved. */
export async function previewOf(
  counter: Counter,
  commands: readonly Command[],
): Promise<readonly Decision[]> {
  const [first] = commands;
  if (first === undefined) return [];
  const { communityId } = first.data.by;
  if (communityId !== undefined) await shelve(counter, communityId);
  const accounts = await counter.store.accounts(commands.map(({ data }) => data.accountId));
  return decideAll(counter.bank.programmedOn(communityId, first.data.on), commands, accounts).decisions;
}

/** What came of a line, as it is kept to be shown. */
export type LineKept =
  | { readonly accountId: string; readonly points: number; readonly scored: number }
  | { readonly accountId: string; readonly already: true }
  | { readonly accountId: string; readonly refusal: Refusal };

/** What came of a submission. */
export type ActivityKept = {
  readonly communityId?: string | undefined;
  readonly values: FormValues;
  readonly lines: readonly LineKept[];
  /** What was written where no account was, or several. */
  readonly unnamed?: readonly Unnamed[];
};

const KIND = 'activity';

/** What came of a submission, where it was saved. */
export async function activityKept({ records }: Counter, key: string): Promise<ActivityKept | undefined> {
  return (await records.get(KIND, key)) as ActivityKept | undefined;
}

/**
 * Saves the lines of a submission and keeps what came of them under a key that is made of what was sent: the same submission sent twice
 * leads to the same answer, and credits nothing twice.
 */
export async function saveActivity(
  counter: Counter,
  user: User,
  sent: {
    readonly submission: string;
    readonly values: FormValues;
    readonly commands: readonly Command[];
    readonly unnamed: readonly Unnamed[];
  },
): Promise<string> {
  const { submission, values, commands, unnamed } = sent;
  const communityId = commands[0]?.data.by.communityId;
  const key = createHash('sha256')
    .update(JSON.stringify([user.name, submission, commands, unnamed]))
    .digest('hex')
    .slice(0, 32);
  if ((await activityKept(counter, key)) !== undefined) return key;
  if (communityId !== undefined) await shelve(counter, communityId);
  const metadata = { enteredBy: user.name, receivedAt: counter.now(), submission: key };
  const decisions = await counter.store.handleAll(commands, metadata);
  const lines: LineKept[] = [];
  for (const [place, decision] of decisions.entries())
    lines.push(await kept(counter, key, commands[place]?.data.accountId ?? '', decision));
  const activity: ActivityKept = { communityId, values, lines, unnamed };
  await counter.records.add(KIND, key, activity);
  return key;
}

async function kept(
  { store }: Counter,
  key: string,
  accountId: string,
  decision: Decision,
): Promise<LineKept> {
  if (!decision.accepted) return { accountId, refusal: decision.refusal };
  // What is on record already may be of this very submission: of a double click, or of one that was broken off.
  const events = decision.events.length > 0 ? decision.events : await store.events(accountId);
  const own = events.find((event) => event.type === 'ActivityCredited' && event.metadata?.submission === key);
  if (own?.type !== 'ActivityCredited') return { accountId, already: true };
  return { accountId, points: own.data.points, scored: own.data.scored };
}
