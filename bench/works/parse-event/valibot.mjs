import * as v from 'valibot';
import { eventOf } from './form.mjs';
import { upcast } from './upcast.mjs';

const shape = (required, optional = {}) => ({
  ...required,
  ...Object.fromEntries(Object.entries(optional).map(([name, member]) => [name, v.optional(member)])),
});

const schema = eventOf({
  any: v.unknown(),
  boolean: v.boolean(),
  literal: (value) => v.literal(value),
  oneOf: (values) => v.picklist(values),
  text: (pattern, most) =>
    v.pipe(v.string(), v.minLength(1), v.maxLength(most), v.regex(new RegExp(pattern))),
  whole: (least, most) => v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most)),
  positive: (most) => v.pipe(v.number(), v.gtValue(0), v.maxValue(most)),
  list: (member, least, most) => v.pipe(v.array(member), v.minLength(least), v.maxLength(most)),
  map: (key, value) => v.record(key, value),
  object: (required, optional) => v.strictObject(shape(required, optional)),
  open: (required, optional) => v.looseObject(shape(required, optional)),
  byKey: (key, members) => v.variant(key, Object.values(members)),
});

export function parse(stored) {
  const { success, output } = v.safeParse(schema, upcast(stored));
  return success ? output : undefined;
}
