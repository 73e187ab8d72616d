// Ajv over a JSON Schema, told by which member the forms differ, so that it tries one of them alone. It copies nothing and stops at
// the first error.
import { Ajv2020 } from 'ajv/dist/2020.js';
import { eventOf } from './form.mjs';
import { upcast } from './upcast.mjs';

const shape = (required, optional = {}) => ({
  type: 'object',
  properties: { ...required, ...optional },
  required: Object.keys(required),
});

const schema = eventOf({
  any: {},
  boolean: { type: 'boolean' },
  literal: (value) => ({ const: value }),
  oneOf: (values) => ({ type: 'string', enum: values }),
  text: (pattern, maxLength) => ({ type: 'string', minLength: 1, maxLength, pattern }),
  whole: (minimum, maximum) => ({ type: 'integer', minimum, maximum }),
  positive: (maximum) => ({ type: 'number', exclusiveMinimum: 0, maximum }),
  list: (items, minItems, maxItems) => ({ type: 'array', items, minItems, maxItems }),
  map: (propertyNames, additionalProperties) => ({ type: 'object', propertyNames, additionalProperties }),
  object: (required, optional) => ({ ...shape(required, optional), additionalProperties: false }),
  open: shape,
  byKey: (propertyName, members) => ({
    type: 'object',
    discriminator: { propertyName },
    required: [propertyName],
    oneOf: Object.values(members),
  }),
});

const validate = new Ajv2020({ strict: false, discriminator: true, unicodeRegExp: false }).compile(schema);

export function parse(stored) {
  const event = upcast(stored);
  return validate(event) ? event : undefined;
}
