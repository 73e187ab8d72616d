import * as z from 'zod';
import { eventOf } from './form.mjs';

const each = (members, change) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [name, change(member)]));
const shape = (required, optional = {}) => ({
  ...required,
  ...each(optional, (member) => member.optional()),
});

export const schema = eventOf({
  any: z.unknown(),
  boolean: z.boolean(),
  literal: (value) => z.literal(value),
  oneOf: (values) => z.enum(values),
  text: (pattern, most) => z.string().min(1).max(most).regex(new RegExp(pattern)),
  whole: (least, most) => z.int().min(least).max(most),
  positive: (most) => z.number().positive().max(most),
  list: (member, least, most) => z.array(member).min(least).max(most),
  map: (key, value) => z.record(key, value),
  object: (required, optional) => z.strictObject(shape(required, optional)),
  open: (required, optional) => z.looseObject(shape(required, optional)),
  byKey: (key, members) => z.discriminatedUnion(key, Object.values(members)),
});
