// TypeBox, compiled to a function that tells whether a value fits and copies nothing.
import { Type } from '@sinclair/typebox';
import { TypeCompiler } from '@sinclair/typebox/compiler';
import { eventOf } from './form.mjs';
import { upcast } from './upcast.mjs';

const shape = (required, optional = {}) => ({
  ...required,
  ...Object.fromEntries(Object.entries(optional).map(([name, member]) => [name, Type.Optional(member)])),
});

const compiled = TypeCompiler.Compile(
  eventOf({
    any: Type.Unknown(),
    boolean: Type.Boolean(),
    literal: (value) => Type.Literal(value),
    oneOf: (values) => Type.Union(values.map((value) => Type.Literal(value))),
    text: (pattern, maxLength) => Type.String({ minLength: 1, maxLength, pattern }),
    whole: (minimum, maximum) => Type.Integer({ minimum, maximum }),
    positive: (maximum) => Type.Number({ exclusiveMinimum: 0, maximum }),
    list: (member, minItems, maxItems) => Type.Array(member, { minItems, maxItems }),
    map: ({ pattern }, value) =>
      Type.Record(Type.RegExp(new RegExp(pattern)), value, { additionalProperties: false }),
    object: (required, optional) => Type.Object(shape(required, optional), { additionalProperties: false }),
    open: (required, optional) => Type.Object(shape(required, optional)),
    byKey: (_, members) => Type.Union(Object.values(members)),
  }),
);

export function parse(stored) {
  const event = upcast(stored);
  return compiled.Check(event) ? event : undefined;
}
