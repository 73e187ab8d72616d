import type * as z from 'zod';
import type { Field, Fields, ValueKind } from '../account/commands/fields.js';
import { build, flag, list, object, oneOf, openObject } from './build.js';
import {
  clause,
  date,
  freeText,
  id,
  quantity,
  signed,
  signedQuantity,
  slug,
  whole,
  wholeFrom0,
  wholeFrom1,
} from './leaves.js';

/** The schema of each kind of value that the fields of commands take. */
const VALUES: { readonly [Kind in ValueKind]: z.ZodType } = /* @__PURE__ */ build(() => ({
  id,
  slug,
  clause,
  date,
  boolean: flag(),
  text: freeText,
  quantity,
  'signed-quantity': signedQuantity,
  'whole-from-1': wholeFrom1,
  'whole-from-0': wholeFrom0,
  'whole-not-0': signed,
  whole,
}));

/** The schemas of fields that have names of their own: of a field, or of the table of a record. */
export type KnownSchemas = ReadonlyMap<Field | Fields, z.ZodType>;

/** The schema of a record by its table of fields. */
export function recordSchema(fields: Fields, known?: KnownSchemas): z.ZodObject {
  return object(shapeOf(fields, known));
}

/** The schema of a field's value. */
export function fieldSchema(field: Field, known?: KnownSchemas): z.ZodType {
  if (typeof field === 'string') {
    const schema = VALUES[field.replace('?', '') as ValueKind];
    return field.endsWith('?') ? schema.optional() : schema;
  }
  const schema = known?.get('record' in field ? field.record : field) ?? schemaOf(field, known);
  return field.optional === true ? schema.optional() : schema;
}

function schemaOf(field: Exclude<Field, string>, known?: KnownSchemas): z.ZodType {
  if ('words' in field) return oneOf(field.words);
  if ('list' in field) return list(fieldSchema(field.list, known), field.orNone ? 0 : 1, field.most);
  const shape = shapeOf(field.record, known);
  return field.others === 'left-out' ? openObject(shape) : object(shape);
}

function shapeOf(fields: Fields, known?: KnownSchemas): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field, known)]));
}
