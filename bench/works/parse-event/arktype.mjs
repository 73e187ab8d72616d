import { type } from 'arktype';
import { eventOf } from './form.mjs';
import { upcast } from './upcast.mjs';

const shape = (required, optional = {}) => ({
  ...required,
  ...Object.fromEntries(Object.entries(optional).map(([name, member]) => [`${name}?`, member])),
});

const schema = eventOf({
  any: type('unknown'),
  boolean: type('boolean'),
  literal: (value) => type.unit(value),
  oneOf: (values) => type.enumerated(...values),
  text: (pattern, most) => type(new RegExp(pattern)).and(type(`1 <= string <= ${most}`)),
  whole: (least, most) => type(`${least} <= number.integer <= ${most}`),
  positive: (most) => type(`0 < number <= ${most}`),
  list: (member, least, most) => member.array().atLeastLength(least).atMostLength(most),
  map: (key, value) => type.Record(key, value),
  object: (required, optional) => type({ '+': 'reject', ...shape(required, optional) }),
  open: (required, optional) => type(shape(required, optional)),
  byKey: (_, members) => Object.values(members).reduce((all, one) => all.or(one)),
});

export function parse(stored) {
  const parsed = schema(upcast(stored));
  return parsed instanceof type.errors ? undefined : parsed;
}
