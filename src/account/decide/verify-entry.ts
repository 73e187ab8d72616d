import type { CompiledItem } from '../../rules/compiled.js';
import { NO_READINGS } from '../../rules/readings-used.js';
import { isByQuantity } from '../../rules/score.js';
import type { Mutable } from '../../values/mutable.js';
import { fromHundredths } from '../../values/points.js';
import type { VerifyEntry } from '../commands/command.js';
import type { EntryVerified, Scored } from '../events/event.js';
import { type Account, type LooseMatter, matterKey, type PendingRecord } from '../state/account.js';
import { type Hundredths, quantityOf } from '../state/booking/tally.js';
import {
  claimsOf,
  dayOf,
  isOwnClaim,
  isPendingUnder,
  itemOfClaim,
  mattersNamed,
  memberNamedBy,
  postServedIn,
} from '../state/records.js';
import { waitingClaimsOf } from './claim-post.js';
import type { AccountContext, Context } from './context.js';
import { addScoring, decidedOn, eventOf } from './events-of.js';
import { requireDate, requireItemOfRole, requireOpenAccount } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { othersOfMatter } from './scoring/other-entries.js';
import { limitEntry, scoreOf, type UnlimitedScore } from './scoring/score-entry.js';

type Verified = VerifyEntry['data']['verifies'];

/** Verifies an entry that waits for it: from now on it counts, on its own day and within the limits as they are now. */
export function verifyEntry(given: Context, command: VerifyEntry, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const clause = rules.ruleSet.verification?.clause ?? rules.ruleSet.clauses.entries;
  const waiting = account.pending.filter((one) => isPendingUnder(one, data.verifies));
  const [pending, another] = waiting;
  if (pending === undefined && stands(context, data.verifies)) return RETRIED;

  requireDate(context, data);
  const { kind, id } = data.verifies;
  if (pending === undefined) refuse('unknown-entry', clause, { kind, id });
  const item = requireItemOfRole(context, itemOf(pending));
  if (pending.kind === 'claim') requireOneClaim(context, data.verifies, clause);
  else if (another !== undefined) {
    refuse('ambiguous-matter', clause, { matterId: id, items: waiting.map(itemOf) });
  }
  const entryOn = dayOf(pending.entry);
  if (data.on < entryOn) refuse('before-its-entry', clause, { kind, id, on: data.on, entryOn });
  const { quantity } = measureOf(pending);
  const memberId = pending.kind === 'matter' ? memberNamedBy(pending.entry) : undefined;
  const before = scoreOfPending(context, item, pending, entryOn);
  const score = limitEntry(context, item, { ...before, on: entryOn, quantity, memberId }, (points) =>
    pending.kind === 'matter' ? othersOfMatter(context, item, matterOf(pending), points) : undefined,
  );

  // Nothing can refuse from here on.
  const used = rules.union(score.readings, rules.readingsOf('verification'));
  const verified: Mutable<EntryVerified['data']> = {
    ...decidedOn(context, data, clause, used),
    verifies: exactly(data.verifies, pending),
    entryOn,
    item: item.id,
    title: item.rule.title,
    base: score.base,
    scored: score.scored,
    points: score.points,
    ...measureOf(pending),
  };
  addScoring(verified, item, score);
  return accept(eventOf('EntryVerified', verified));
}

/** What the entry scored when it was entered, or scores now where that depends on what the account holds. */
function scoreOfPending(
  context: AccountContext,
  item: CompiledItem,
  { base, factor, scored, ...pending }: PendingRecord,
  on: string,
): UnlimitedScore {
  const { scoring } = item.rule;
  const isOfNow = scoring.by === 'balance' || (isByQuantity(scoring) && scoring.over !== undefined);
  if (!isOfNow) return { base, scored, readings: NO_READINGS, ...(factor === undefined ? {} : { factor }) };
  const { quantity } = measureOf({ base, scored, ...pending });
  return scoreOf(context, item, on, { quantity });
}

/** Which matter it is, and whether it was served in a post. */
function matterOf(matter: LooseMatter): { readonly matterId: string; readonly postId?: string } {
  const postId = postServedIn(matter);
  return { matterId: matter.id, ...(postId === undefined ? {} : { postId }) };
}

function itemOf(pending: PendingRecord): string {
  return pending.kind === 'claim' ? itemOfClaim(pending.entry) : pending.item;
}

/** A verification names the day where the post has other claims: sent again later, it would else mean another one. */
function requireOneClaim({ account }: AccountContext, { id, on }: Verified, clause: string): void {
  const days = [...claimsOf(account, id).filter(isOwnClaim), ...waitingClaimsOf(account, id)].map(dayOf);
  if (on === undefined && days.length > 1) refuse('ambiguous-claim', clause, { postId: id, days });
}

/** Whether the entry stands, verified before. */
function stands({ account, role }: AccountContext, { kind, id, item, on }: Verified): boolean {
  if (kind === 'claim') {
    return claimsOf(account, id).some((one) => isOwnClaim(one) && (on === undefined || dayOf(one) === on));
  }
  const items = item === undefined ? [...role.items.keys()] : [item];
  return items.some((of) => mattersNamed(account, of, id).length > 0);
}

/** Names the entry so that nothing else can be meant. */
function exactly({ kind, id, on }: Verified, pending: PendingRecord): Verified {
  const day = on === undefined ? {} : { on };
  if (pending.kind === 'claim') return { kind, id, ...day };
  const { item, key } = pending;
  const capacity = (['service', 'attendance'] as const).find((one) => key === matterKey(id, one));
  return { kind, id, item, ...(capacity === undefined ? {} : { capacity }), ...day };
}

/** How difficult the entry was, or how much of it there was. */
function measureOf(pending: PendingRecord): Pick<Scored, 'difficulty' | 'unit' | 'quantity' | 'lowers'> {
  const { difficulty } = pending;
  const quantity = pending.kind === 'matter' ? quantityOf(pending.detail) : undefined;
  return {
    ...(difficulty === undefined ? {} : { difficulty }),
    ...(quantity === undefined ? {} : statedOf(quantity)),
  };
}

/** A quantity as its command stated it, and whether it lowers the sum of its unit. */
function statedOf({ hundredths, unit }: Hundredths): Pick<Scored, 'unit' | 'quantity' | 'lowers'> {
  return {
    unit,
    quantity: fromHundredths(Math.abs(hundredths)),
    ...(hundredths < 0 ? { lowers: true } : {}),
  };
}
