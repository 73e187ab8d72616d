import * as z from 'zod';
import { MAX_LINES } from '../../account/commands/fields.js';
import {
  type AccountOpened,
  type ActivityCredited,
  type BankEvent,
  EVENT_VERSIONS,
  type EventMetadata,
  type EventType,
  type FilingState,
  type PointsRedeemed,
  type PostClaimed,
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
  periodName,
  signed,
  slug,
  wholeFrom,
  wholeFrom0,
  wholeFrom1,
} from '../leaves.js';
import { type Format, schemaOf } from '../parse.js';
import { json, postKind, words } from '../parts.js';
import { correctedMatter, decided, feedbackTerms, redeemedLine, scored } from './event-parts.js';

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
    }),
  ),
);

const postClaimed: Schema<PostClaimed['data']> = /* @__PURE__ */ build(() =>
  exactly<PostClaimed['data']>()(
    object({ ...decided, ...scored, postId: id, kind: postKind, catalogue: slug.optional() }),
  ),
);

const activityCredited: Schema<ActivityCredited['data']> = /* @__PURE__ */ build(() =>
  exactly<ActivityCredited['data']>()(
    object({
      ...decided,
      ...scored,
      entry: oneOf<ActivityCredited['data']['entry']>({ registration: true, activity: true }),
      matterId: id,
      capacity: oneOf<'service' | 'attendance'>({ service: true, attendance: true }).optional(),
      postId: id.optional(),
      catalogue: slug.optional(),
      note: freeText.optional(),
    }),
  ),
);

const pointsRedeemed: Schema<PointsRedeemed['data']> = /* @__PURE__ */ build(() =>
  exactly<PointsRedeemed['data']>()(
    object({
      ...decided,
      redemptionId: id,
      lines: nonEmpty(redeemedLine, MAX_LINES),
      points: wholeFrom1,
      deducted: wholeFrom0,
      balance: wholeFrom1,
      period: periodName,
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

/** What the events of each type say. */
export const eventData: { readonly [T in EventType]: Schema<Extract<BankEvent, { type: T }>['data']> } = {
  AccountOpened: accountOpened,
  PostClaimed: postClaimed,
  ActivityCredited: activityCredited,
  PointsRedeemed: pointsRedeemed,
  ScoreCorrected: scoreCorrected,
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
  return metadata as unknown as z.ZodOptional<Schema<EventMetadata>>;
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
        of('ActivityCredited', activityCredited),
        of('PointsRedeemed', pointsRedeemed),
        of('ScoreCorrected', scoreCorrected),
      ]),
    );
  },
);

/** The most values that an event may have, all levels counted, what hosts add among them. */
const MAX_VALUES = 100_000;

/** Events in their current form. */
export const EVENT_FORMAT: Format<BankEvent> = { form: event, limit: MAX_VALUES, unread: ['kind'] };

/**
 * The schema of an event in its current form, for hosts that compose schemas of zod or take Standard Schema. Older forms have to be
 * brought up to date first (`upcast`), as `parseEvent` does, which is also for input that nobody knows.
 */
export const eventSchema: z.ZodType<BankEvent, BankEvent> = /* @__PURE__ */ schemaOf(EVENT_FORMAT);
