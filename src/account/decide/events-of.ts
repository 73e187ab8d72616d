import type { CompiledItem, CompiledRules } from '../../rules/compiled.js';
import type { ReadingsUsed } from '../../rules/readings-used.js';
import type { Clause } from '../../rules/rule-set.js';
import { isByQuantity } from '../../rules/score.js';
import { deepFreeze } from '../../values/json.js';
import type { Mutable } from '../../values/mutable.js';
import type { Command } from '../commands/command.js';
import {
  type ActivityCredited,
  type BankEvent,
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
import type { EntryScore, StatedMeasure } from './scoring/score-entry.js';

/** The metadata of each type of event. */
const METADATA: { readonly [T in EventType]: EventMetadata } = /* @__PURE__ */ deepFreeze({
  AccountOpened: { schemaVersion: EVENT_VERSIONS.AccountOpened },
  PostClaimed: { schemaVersion: EVENT_VERSIONS.PostClaimed },
  ActivityCredited: { schemaVersion: EVENT_VERSIONS.ActivityCredited },
  PointsRedeemed: { schemaVersion: EVENT_VERSIONS.PointsRedeemed },
  ScoreCorrected: { schemaVersion: EVENT_VERSIONS.ScoreCorrected },
  PostReleased: { schemaVersion: EVENT_VERSIONS.PostReleased },
  EntryVerified: { schemaVersion: EVENT_VERSIONS.EntryVerified },
  EntryReversed: { schemaVersion: EVENT_VERSIONS.EntryReversed },
  PointsSent: { schemaVersion: EVENT_VERSIONS.PointsSent },
  PointsReceived: { schemaVersion: EVENT_VERSIONS.PointsReceived },
  AccountBarred: { schemaVersion: EVENT_VERSIONS.AccountBarred },
  AccountClosed: { schemaVersion: EVENT_VERSIONS.AccountClosed },
});

type EventData = { readonly [E in BankEvent as E['type']]: E['data'] };

/** An event of the newest form of its type, with its data frozen. */
export function eventOf<T extends EventType>(
  type: T,
  data: EventData[T],
): { readonly type: T; readonly data: EventData[T]; readonly metadata: EventMetadata } {
  return { type, data: deepFreeze(data), metadata: METADATA[type] };
}

/** The event of an entry: a claim, a report-in or a credited matter. */
type EntryEvent = PostClaimed | ActivityCredited;

/** The fields of an entry's event that its command supplies. */
type EntryFields<E extends EntryEvent> = {
  readonly [Field in Exclude<keyof E['data'], keyof Decided | keyof Scored | 'pending'>]:
    | E['data'][Field]
    | undefined;
};

/** Everything that the event of an entry can say. */
type EntryData = Mutable<
  Decided & Scored & { pending?: true } & Partial<EntryFields<PostClaimed> & EntryFields<ActivityCredited>>
>;

/**
 * The event of an entry, from any of the commands that enter one. Undefined fields are left out; the parts are frozen, the event is not.
 *
 * @param used - readings that this kind of entry uses in addition to those of its score
 */
export function entryEvent<E extends EntryEvent>(
  context: AccountContext,
  type: E['type'],
  item: CompiledItem,
  score: EntryScore,
  data: Command['data'] & StatedMeasure,
  supplied: EntryFields<E>,
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
  if (isLater(data)) entry.recordedOn = data.recordedOn;
  if (rules.ruleSet.verification !== undefined) {
    entry.pending = true;
    entry.readings = rules.union(entry.readings, rules.readingsOf('verification'));
  }
  const {
    entry: entryKind,
    matterId,
    formComplete,
    capacity,
    postId,
    kind,
    catalogue,
    note,
    memberId,
    bar,
  } = supplied as EntryData;
  if (entryKind !== undefined) entry.entry = entryKind;
  if (matterId !== undefined) entry.matterId = matterId;
  if (formComplete !== undefined) entry.formComplete = formComplete;
  if (capacity !== undefined) entry.capacity = capacity;
  if (postId !== undefined) entry.postId = postId;
  if (kind !== undefined) entry.kind = kind;
  if (catalogue !== undefined) entry.catalogue = catalogue;
  if (note !== undefined) entry.note = note;
  if (memberId !== undefined) entry.memberId = memberId;
  if (data.difficulty !== undefined) entry.difficulty = data.difficulty;
  if (data.quantity !== undefined) entry.quantity = data.quantity;
  if (bar !== undefined) entry.bar = deepFreeze(bar) as Mutable<typeof bar>;
  const { scoring } = rule;
  if (isByQuantity(scoring)) {
    entry.unit = scoring.unit;
    if (scoring.lowers) entry.lowers = true;
  }
  addScoring(entry, item, score);
  return { type, data: entry, metadata: METADATA[type] } as EntryEvent as E;
}

/** Says what the points of an entry came from and what limits took, beside its measure. */
export function addScoring(
  entry: Mutable<Scored>,
  { rule }: CompiledItem,
  { addedUp, factor, limits, matter }: EntryScore,
): void {
  if (rule.scoring.by === 'balance') entry.takesAll = true;
  if (addedUp !== undefined) entry.addedUp = Object.freeze(addedUp);
  if (factor !== undefined) entry.factor = deepFreeze(factor);
  if (matter !== undefined) entry.matter = deepFreeze(matter);
  if (limits.length > 0) entry.limits = limits as Mutable<LimitApplied>[];
}

/** Whether something was written up after its day. */
function isLater<D extends Command['data']>(data: D): data is D & { readonly recordedOn: string } {
  return data.recordedOn !== undefined && data.recordedOn > data.on;
}

/** What every event but an entry's own says, for a command on an account. */
export function decidedOn(
  context: AccountContext,
  data: Command['data'],
  clause: Clause,
  used: ReadingsUsed,
): Decided {
  const { account, rules } = context;
  return {
    accountId: account.accountId,
    communityId: account.communityId,
    on: data.on,
    ...recordedLater(data),
    by: data.by,
    clause,
    ruleSet: rules.reference,
    readings: readingsOfEntry(context, data, used),
  };
}

/** The day on which something was written up, where that was after its own. */
export function recordedLater(data: Command['data']): { readonly recordedOn?: string } {
  return isLater(data) ? { recordedOn: data.recordedOn } : {};
}

/** All readings of an entry: those given, and those on its date and on the persons named. */
export function readingsOfEntry(
  { rules, account }: AccountContext,
  data: Command['data'],
  used: ReadingsUsed,
): ReadingsUsed {
  let readings = used;
  if (data.on < account.latestOn) readings = rules.union(readings, rules.readingsOf('entries.order'));
  for (const part of partsOfEveryCommand(rules, data, memberOf(account))) {
    readings = rules.union(readings, rules.readingsOf(part));
  }
  return readings;
}

/** The parts of the rules that every command uses, the opening included: entry into force, and persons. */
export function partsOfEveryCommand(
  rules: CompiledRules,
  data: Command['data'],
  member: string,
): readonly string[] {
  const { source } = rules.ruleSet;
  const persons = partsPassed(rules, data, member);
  // Entry into force is in question only for days before the rules were issued.
  return source !== undefined && data.on < source.issuedOn ? ['inForce', ...persons] : persons;
}
