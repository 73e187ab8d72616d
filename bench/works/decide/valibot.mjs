import * as v from 'valibot';
import { DATE, FREE_TEXT, ID } from '../../harness/patterns.mjs';
import { checkedBy } from './checked.mjs';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(256), v.regex(new RegExp(ID)));
const on = v.pipe(v.string(), v.regex(new RegExp(DATE)));
const persons = { recorder: v.optional(id), approvedBy: v.optional(id) };
const by = v.variant('office', [
  v.strictObject({ office: v.literal('community'), communityId: id, ...persons }),
  v.strictObject({ office: v.literal('subdistrict'), ...persons }),
]);
const of = (type, data) =>
  v.strictObject({
    type: v.literal(type),
    data: v.strictObject({ accountId: id, ...data, on, by, recordedOn: v.optional(on) }),
  });

const schema = v.variant('type', [
  of('ReportIn', { formComplete: v.optional(v.boolean()), memberId: v.optional(id) }),
  of('ClaimPost', {
    postId: id,
    kind: v.picklist(['post', 'project']),
    difficulty: v.optional(id),
    catalogue: v.optional(id),
  }),
  of('CreditActivity', {
    item: id,
    matterId: id,
    difficulty: v.optional(id),
    quantity: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1_000_000))),
    postId: v.optional(id),
    catalogue: v.optional(id),
    clause: v.optional(id),
    note: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(2000), v.regex(new RegExp(FREE_TEXT)))),
    memberId: v.optional(id),
  }),
]);

export const decider = checkedBy((input) => v.parse(schema, input));
