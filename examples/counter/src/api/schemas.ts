import { z } from '@hono/zod-openapi';
import { eventSchema } from 'points-bank/schema';
import { day } from '../web/query.js';
import { ofLibrary } from './library-schemas.js';

/* What goes in and out beside the library's own commands, events, handbooks and rule sets. */

const event = ofLibrary(eventSchema, 'Event');
const points = z.number().openapi({ description: 'Points' });
const id = z.string().min(1).max(200);

export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: 'What is wrong, in the language that was asked for' }),
    code: z.string().openapi({ description: 'For programs: a code of the counter, or of docs/refusals.md' }),
    field: z.string().optional().openapi({ description: 'The field of the command, such as data.on' }),
    clause: z.string().optional().openapi({ description: 'The clause that a refusal rests on' }),
    facts: z.record(z.string(), z.unknown()).optional(),
    readings: z.record(z.string(), z.string()).optional(),
    errors: z
      .array(z.strictObject({ field: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .openapi({ description: 'Each field that is wrong' }),
  })
  .openapi('Problem');
export type Problem = z.infer<typeof problemSchema>;

const warningSchema = z.strictObject({ code: z.string(), clause: z.string(), detail: z.string() });

const decided = {
  events: z.array(event),
  words: z.array(z.string()).openapi({ description: 'Each event as a sentence' }),
  warnings: z.array(warningSchema),
};

export const enteredSchema = z
  .strictObject({
    ...decided,
    version: z.int().openapi({ description: 'The number of events that the account has now' }),
    isRepeated: z.boolean().openapi({
      description: 'The same command is on record already: nothing was entered, and events is empty',
    }),
  })
  .openapi('Entered');

export const previewSchema = z.strictObject(decided).openapi('Preview');

const details = {
  accountId: z.string(),
  communityId: z.string(),
  role: z.string(),
  roleTitle: z.string(),
  openedOn: z.iso.date(),
  closedOn: z.iso.date().optional(),
};

export const accountSchema = z
  .strictObject({
    ...details,
    redeemable: points,
    assessment: points,
    version: z.int().openapi({ description: 'The number of its events' }),
  })
  .openapi('Account');

export const accountsSchema = z
  .strictObject({
    accounts: z.array(accountSchema),
    next: z
      .string()
      .optional()
      .openapi({ description: 'Send it as after for the next page; absent on the last' }),
  })
  .openapi('Accounts');

const balance = z.strictObject({ redeemable: points, assessment: points });

export const statementSchema = z
  .strictObject({
    ...details,
    from: z.iso.date(),
    to: z.iso.date(),
    opening: balance,
    entries: z.array(
      z.strictObject({
        on: z.iso.date(),
        recordedOn: z.iso.date().optional(),
        type: z.string(),
        entryId: z.string().optional(),
        eventNumber: z
          .int()
          .optional()
          .openapi({ description: 'Its number among the events of the account, from 1' }),
        clause: z.string(),
        words: z.string(),
        why: z.string(),
        points,
        assessed: points,
        redeemable: points,
        assessment: points,
        isPending: z.boolean(),
        isUndone: z.boolean(),
      }),
    ),
    closing: balance,
  })
  .openapi('Statement');

export const rewardsSchema = z
  .strictObject({
    handbook: z
      .string()
      .optional()
      .openapi({ description: 'The edition in force; absent where there is none' }),
    on: z.iso.date(),
    redeemable: points,
    rewards: z.array(
      z.strictObject({
        rewardId: z.string(),
        title: z.string(),
        price: points,
        isRedeemable: z.boolean().openapi({ description: 'Whether one of it can be redeemed on the day' }),
        code: z.string().optional(),
        detail: z.string().optional().openapi({ description: 'Why it cannot be' }),
      }),
    ),
  })
  .openapi('Rewards');

export const eventsSchema = z
  .strictObject({
    events: z.array(z.strictObject({ number: z.int(), event: event, words: z.string() })),
    next: z
      .int()
      .optional()
      .openapi({ description: 'Send it as after for the next page; absent on the last' }),
  })
  .openapi('Events');

const yearFigures = {
  earned: points,
  corrected: points,
  redeemed: points,
  transferred: points,
  takenUp: points,
  assessment: points,
};

export const feedbackSchema = z
  .strictObject({
    ...details,
    year: z.int(),
    clause: z.string(),
    from: z.iso.date(),
    to: z.iso.date(),
    dueOn: z.iso.date(),
    sentOn: z.iso.date(),
    isOnTime: z.boolean(),
    ...yearFigures,
    redeemable: points,
    mark: z.strictObject({ points, outOf: points }).optional(),
    byItem: z.array(
      z.strictObject({ item: z.string(), title: z.string(), clause: z.string(), entries: z.int(), points }),
    ),
    supplement: z.strictObject(yearFigures),
  })
  .openapi('Feedback');

const totals = {
  accounts: z.int(),
  closedAccounts: z.int(),
  entries: z.int(),
  earned: points,
  corrected: points,
  redeemed: points,
  lapsed: points,
  transferred: points,
  takenUp: points,
  closedOut: points,
  redeemable: points,
  assessment: points,
};

export const registerSchema = z
  .strictObject({
    on: z.iso.date(),
    communities: z.array(z.string()),
    totals: z.strictObject(totals),
    byRole: z.array(z.strictObject({ role: z.string(), title: z.string(), ...totals })),
    byItem: z.array(z.strictObject({ item: z.string(), entries: z.int(), points })),
  })
  .openapi('Register');

export const inPath = z.object({ accountId: id });
export const inCommunityPath = z.object({ communityId: id });

const community = id.optional().openapi({
  description: 'A community; for a key of a community its own, which is meant without it as well',
});
const pageSize = z.coerce.number().int().min(1).max(100).default(50);

export const accountsQuery = z.object({
  community,
  after: id.optional().openapi({ description: 'next of the page before' }),
  limit: pageSize,
});
export const periodQuery = z.object({
  from: day.optional().openapi({ format: 'date', description: 'The opening of the account without' }),
  to: day.optional().openapi({ format: 'date', description: 'The day of today without' }),
});
export const eventsQuery = z.object({ after: z.coerce.number().int().min(0).default(0), limit: pageSize });
export const feedbackQuery = z.object({
  year: z.coerce.number().int().min(1900).max(9999),
  sentOn: day
    .optional()
    .openapi({ format: 'date', description: 'Today, or 30 November of a year before, without' }),
});
export const registerQuery = z.object({ community, on: day.optional().openapi({ format: 'date' }) });
