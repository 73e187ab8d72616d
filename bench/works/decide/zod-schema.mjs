import * as z from 'zod';
import { DATE, FREE_TEXT, ID } from '../../harness/patterns.mjs';

const id = z.string().min(1).max(256).regex(new RegExp(ID));
const on = z.string().regex(new RegExp(DATE));
const persons = { recorder: id.optional(), approvedBy: id.optional() };
const by = z.discriminatedUnion('office', [
  z.strictObject({ office: z.literal('community'), communityId: id, ...persons }),
  z.strictObject({ office: z.literal('subdistrict'), ...persons }),
]);
const of = (type, data) =>
  z.strictObject({
    type: z.literal(type),
    data: z.strictObject({ accountId: id, ...data, on, by, recordedOn: on.optional() }),
  });

export const schema = z.discriminatedUnion('type', [
  of('ReportIn', { formComplete: z.boolean().optional(), memberId: id.optional() }),
  of('ClaimPost', {
    postId: id,
    kind: z.enum(['post', 'project']),
    difficulty: id.optional(),
    catalogue: id.optional(),
  }),
  of('CreditActivity', {
    item: id,
    matterId: id,
    difficulty: id.optional(),
    quantity: z.number().positive().max(1_000_000).optional(),
    postId: id.optional(),
    catalogue: id.optional(),
    clause: id.optional(),
    note: z.string().min(1).max(2000).regex(new RegExp(FREE_TEXT)).optional(),
    memberId: id.optional(),
  }),
]);
