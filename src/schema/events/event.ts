import * as z from 'zod';
import { MAX_CONTINUED, MAX_LINES, MAX_OTHERS } from '../../account/commands/fields.js';
import {
  type AccountBarred,
  type AccountClosed,
  type AccountOpened,
  type ActivityCredited,
  type BankEvent,
  type EntryReversed,
  type EntryVerified,
  EVENT_VERSIONS,
  type EventMetadata,
  type EventType,
  type FilingState,
  type PointsReceived,
  type PointsRedeemed,
  type PointsSent,
  type PostClaimed,
  type PostReleased,
  type ScoreCorrected,
} from '../../account/events/event.js';
import {
  build,
  exactly,
  flag,
  literal,
  named,
  nonEmpty,
  object,
  oneOf,
  type Schema,
  variants,
} from '../build.js';
import {
  date,
  freeText,
  id,
  signed,
  slug,
  whole,
  wholeFrom,
  wholeFrom0,
  wholeFrom1,
  windowName,
} from '../leaves.js';
import { type Format, schemaOf } from '../parse.js';
import {
  barred,
  capacity,
  handedOn,
  json,
  postKind,
  redemptionLines,
  reversedEntry,
  verifiedEntry,
  words,
} from '../parts.js';
import {
  affectedEntry,
  continued,
  correctedMatter,
  decided,
  entryBar,
  feedbackTerms,
  otherAccount,
  redeemedLine,
  scored,
  useOfPoints,
} from './event-parts.js';

const accountOpened: Schema<AccountOpened['data']> = /* @__PURE__ */ build(() =>
  exactly<AccountOpened['data']>()(
    object({
      ...decided,
      role: slug,
      roleTitle: words,
      colour: slug,
      accountTitle: words,
      item: slug,
      title: words,
      points: wholeFrom0,
      reportsIn: flag(),
      memberId: id.optional(),
      feedback: feedbackTerms,
      standsFor: nonEmpty(useOfPoints).optional(),
      continues: nonEmpty(continued, MAX_CONTINUED).optional(),
      otherAccounts: nonEmpty(otherAccount, MAX_OTHERS).optional(),
    }),
  ),
);

const postClaimed: Schema<PostClaimed['data']> = /* @__PURE__ */ build(() =>
  exactly<PostClaimed['data']>()(
    object({
      ...decided,
      ...scored,
      postId: id,
      kind: postKind,
      catalogue: slug.optional(),
      pending: literal(true).optional(),
    }),
  ),
);

const activityCredited: Schema<ActivityCredited['data']> = /* @__PURE__ */ build(() =>
  exactly<ActivityCredited['data']>()(
    object({
      ...decided,
      ...scored,
      entry: oneOf<ActivityCredited['data']['entry']>({ registration: true, activity: true }),
      matterId: id,
      formComplete: literal(true).optional(),
      capacity: capacity.optional(),
      postId: id.optional(),
      catalogue: slug.optional(),
      note: freeText.optional(),
      memberId: id.optional(),
      bar: entryBar.optional(),
      pending: literal(true).optional(),
    }),
  ),
);

const pointsRedeemed: Schema<PointsRedeemed['data']> = /* @__PURE__ */ build(() =>
  exactly<PointsRedeemed['data']>()(
    object({
      ...decided,
      redemptionId: id,
      at: id.optional(),
      collectedBy: id.optional(),
      lines: nonEmpty(redeemedLine, MAX_LINES),
      points: wholeFrom0,
      deducted: wholeFrom0,
      balance: whole,
      period: windowName,
      handbook: object({
        version: id,
        published: date,
        filed: date.optional(),
        filing: oneOf<FilingState>({
          'not-needed': true,
          'filed-in-time': true,
          'filed-late': true,
          pending: true,
          overdue: true,
        }),
        filingDue: date.optional(),
      }),
    }),
  ),
);

const scoreCorrected: Schema<ScoreCorrected['data']> = /* @__PURE__ */ build(() =>
  exactly<ScoreCorrected['data']>()(
    object({
      ...decided,
      correctionId: id,
      points: signed,
      requested: signed.optional(),
      reason: freeText,
      countsOn: date,
      corrects: correctedMatter.optional(),
      freesRoom: flag(),
    }),
  ),
);

const postReleased: Schema<PostReleased['data']> = /* @__PURE__ */ build(() =>
  exactly<PostReleased['data']>()(object({ ...decided, postId: id, claimedOn: date })),
);

const entryReversed: Schema<EntryReversed['data']> = /* @__PURE__ */ build(() =>
  exactly<EntryReversed['data']>()(
    object({
      ...decided,
      reversalId: id,
      reverses: reversedEntry,
      lines: redemptionLines.optional(),
      reason: freeText,
      entry: affectedEntry,
      entryIs: oneOf<EntryReversed['data']['entryIs']>({ out: true, back: true }),
      assessment: whole,
      balance: whole,
    }),
  ),
);

const entryVerified: Schema<EntryVerified['data']> = /* @__PURE__ */ build(() =>
  exactly<EntryVerified['data']>()(object({ ...decided, ...scored, verifies: verifiedEntry, entryOn: date })),
);

const pointsSent: Schema<PointsSent['data']> = /* @__PURE__ */ build(() =>
  exactly<PointsSent['data']>()(
    object({ ...decided, transferId: id, to: id, points: wholeFrom1, balance: whole }),
  ),
);

const pointsReceived: Schema<PointsReceived['data']> = /* @__PURE__ */ build(() =>
  exactly<PointsReceived['data']>()(
    object({ ...decided, transferId: id, from: id, points: wholeFrom1, sentOn: date }),
  ),
);

const accountBarred: Schema<AccountBarred['data']> = /* @__PURE__ */ build(() =>
  exactly<AccountBarred['data']>()(
    object({
      ...decided,
      barId: id,
      ground: slug,
      title: words,
      bars: nonEmpty(barred),
      from: date,
      until: date.optional(),
      reason: freeText,
    }),
  ),
);

const accountClosed: Schema<AccountClosed['data']> = /* @__PURE__ */ build(() =>
  exactly<AccountClosed['data']>()(
    object({
      ...decided,
      reason: slug,
      reasonTitle: words,
      balance: whole,
      forfeited: wholeFrom0,
      memberId: id.optional(),
      continuedBy: id.optional(),
      handedOn: handedOn.optional(),
    }),
  ),
);

/** What the events of each type say. */
export const eventData: { readonly [T in EventType]: Schema<Extract<BankEvent, { type: T }>['data']> } = {
  AccountOpened: accountOpened,
  PostClaimed: postClaimed,
  PostReleased: postReleased,
  ActivityCredited: activityCredited,
  EntryVerified: entryVerified,
  PointsRedeemed: pointsRedeemed,
  ScoreCorrected: scoreCorrected,
  EntryReversed: entryReversed,
  PointsSent: pointsSent,
  PointsReceived: pointsReceived,
  AccountBarred: accountBarred,
  AccountClosed: accountClosed,
};

/** What travels beside an event of a type: its version, which is 1 where nothing says it, and what hosts add. */
function metadataOf(type: EventType): z.ZodOptional<Schema<EventMetadata>> {
  const version = EVENT_VERSIONS[type];
  const schemaVersion = wholeFrom(version, version);
  // Left out where the version is 1. To the compiler it may be left out everywhere.
  const metadata =
    version === 1
      ? z.object({ schemaVersion: schemaVersion.optional() }).catchall(json).optional()
      : z.object({ schemaVersion }).catchall(json);
  return metadata as z.ZodOptional<Schema<EventMetadata>>;
}

/** Emmett's mark of an event; nobody reads it. */
type Marked = { readonly kind?: unknown };

const event: Schema<BankEvent> = /* @__PURE__ */ named(
  'Event',
  'What happened to an account, in the current form of its type; metadata.schemaVersion says which that is.',
  () => {
    const of = <T extends EventType, D extends z.ZodType>(type: T, data: D) =>
      object({ type: literal(type), data, metadata: metadataOf(type), kind: z.unknown().optional() });
    return exactly<BankEvent & Marked>()(
      variants('type', [
        of('AccountOpened', accountOpened),
        of('PostClaimed', postClaimed),
        of('PostReleased', postReleased),
        of('ActivityCredited', activityCredited),
        of('EntryVerified', entryVerified),
        of('PointsRedeemed', pointsRedeemed),
        of('ScoreCorrected', scoreCorrected),
        of('EntryReversed', entryReversed),
        of('PointsSent', pointsSent),
        of('PointsReceived', pointsReceived),
        of('AccountBarred', accountBarred),
        of('AccountClosed', accountClosed),
      ]),
    );
  },
);

/** The most values that an event may have, all levels counted: a closing that hands on some 100,000 days. */
const MAX_VALUES = 500_000;

/** Events in their current form. */
export const EVENT_FORMAT: Format<BankEvent> = {
  form: event,
  limit: MAX_VALUES,
  isUnread: (of, name) => of.length === 0 && name === 'kind',
};

/**
 * The schema of an event in its current form, for hosts that compose schemas of zod or take Standard Schema. Older forms have to be
 * brought up to date first (`upcast`), as `parseEvent` does, which is also for input that nobody knows.
 */
export const eventSchema: z.ZodType<BankEvent, BankEvent> = /* @__PURE__ */ schemaOf(EVENT_FORMAT);
