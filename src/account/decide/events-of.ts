import type { CompiledItem, CompiledRules } from '../../rules/compiled.js';
import type { ReadingsUsed } from '../../rules/readings-used.js';
import { deepFreeze } from '../../values/json.js';
import type { Mutable } from '../../values/mutable.js';
import type { Command } from '../commands/command.js';
import {
  type ActivityCredited,
  type Decided,
  EVENT_VERSIONS,
  type EventMetadata,
  type EventType,
  type LimitApplied,
  type PostClaimed,
  type Scored,
} from '../events/event.js';
import type { AccountContext } from './context.js';
import { memberOf, partsPassed } from './guards/authority.js';
import type { Measure, Score } from './scoring/score-entry.js';

/** What stands beside an event of each type that is decided here. */
export const METADATA: { readonly [T in EventType]: EventMetadata } = /* @__PURE__ */ deepFreeze({
  AccountOpened: { schemaVersion: EVENT_VERSIONS.AccountOpened },
  PostClaimed: { schemaVersion: EVENT_VERSIONS.PostClaimed },
  ActivityCredited: { schemaVersion: EVENT_VERSIONS.ActivityCredited },
  PointsRedeemed: { schemaVersion: EVENT_VERSIONS.PointsRedeemed },
  ScoreCorrected: { schemaVersion: EVENT_VERSIONS.ScoreCorrected },
});

/** The event of an entry: a claim, a report-in or a matter. */
type EntryEvent = PostClaimed | ActivityCredited;

/** What an entry's event says of what was done, beside its score. */
type Done<E extends EntryEvent> = {
  readonly [Field in Exclude<keyof E['data'], keyof Decided | keyof Scored>]: E['data'][Field] | undefined;
};

/** Everything that the event of an entry can say. */
type EntryData = Mutable<Decided & Scored & Partial<Done<PostClaimed> & Done<ActivityCredited>>>;

/**
 * The event of an entry, whatever command it comes from. What is undefined is left out; every part is frozen.
 *
 * @param used - the readings that this kind of entry uses beside those of its score
 */
export function entryEvent<E extends EntryEvent>(
  context: AccountContext,
  type: E['type'],
  item: CompiledItem,
  score: Score,
  data: Command['data'] & Measure,
  done: Done<E>,
  used: ReadingsUsed,
): E {
  const { account, rules } = context;
  const { rule } = item;
  const entry: EntryData = {
    accountId: account.accountId,
    communityId: account.communityId,
    item: item.id,
    title: rule.title,
    base: score.base,
    scored: score.scored,
    points: score.points,
    on: data.on,
    by: data.by,
    clause: rule.clause,
    ruleSet: rules.reference,
    readings: readingsOfEntry(context, data, rules.union(score.readings, used)),
  };
  const { entry: command, matterId, capacity, postId, kind, catalogue, note }: EntryData = done as EntryData;
  if (command !== undefined) entry.entry = command;
  if (matterId !== undefined) entry.matterId = matterId;
  if (capacity !== undefined) entry.capacity = capacity;
  if (postId !== undefined) entry.postId = postId;
  if (kind !== undefined) entry.kind = kind;
  if (catalogue !== undefined) entry.catalogue = catalogue;
  if (note !== undefined) entry.note = note;
  if (data.difficulty !== undefined) entry.difficulty = data.difficulty;
  if (data.quantity !== undefined) entry.quantity = data.quantity;
  if (rule.scoring.by === 'quantity') entry.unit = rule.scoring.unit;
  if (score.limits.length > 0) entry.limits = score.limits as Mutable<LimitApplied>[];
  return { type, data: entry, metadata: METADATA[type] } as unknown as E;
}

/** The readings that an entry uses, with those that any entry does: on its day, and on the persons who entered it. */
export function readingsOfEntry(
  { rules, account }: AccountContext,
  data: Command['data'],
  used: ReadingsUsed,
): ReadingsUsed {
  let readings = used;
  if (data.on < account.latestOn) readings = rules.union(readings, rules.readingsOf('entries.order'));
  for (const part of anyEntryParts(rules, data, memberOf(account))) {
    readings = rules.union(readings, rules.readingsOf(part));
  }
  return readings;
}

/** The parts of the rules that any entry uses, the opening too: entry into force, and the persons. */
export function anyEntryParts(
  rules: CompiledRules,
  data: Command['data'],
  member: string,
): readonly string[] {
  const { source } = rules.ruleSet;
  const persons = partsPassed(rules, data, member);
  // Only a day before the rules were issued makes the question of entry into force matter.
  return source !== undefined && data.on < source.issuedOn ? ['inForce', ...persons] : persons;
}
