import type * as z from 'zod';
import type { Field, Fields, ValueKind } from '../account/commands/fields.js';
import { build, flag, list, literal, object, oneOf, variants } from './build.js';
import { clause, date, freeText, id, quantity, signed, wholeFrom1 } from './leaves.js';

/** The schema of each kind of value that the fields of commands take. */
const VALUES: { readonly [Kind in ValueKind]: z.ZodType } = /* @__PURE__ */ build(() => ({
  id,
  clause,
  date,
  boolean: flag(),
  text: freeText,
  quantity,
  'whole-from-1': wholeFrom1,
  'whole-not-0': signed,
}));

/** The schema of a record by its table of fields; `known` has the schemas of fields that have a name of their own. */
export function recordSchema(fields: Fields, known?: ReadonlyMap<Field, z.ZodType>): z.ZodObject {
  return object(shapeOf(fields, known));
}

/** The schema of a field's value. */
export function fieldSchema(field: Field): z.ZodType {
  if (typeof field === 'string') {
    const schema = VALUES[field.replace('?', '') as ValueKind];
    return field.endsWith('?') ? schema.optional() : schema;
  }
  const schema = schemaOf(field);
  return field.optional === true ? schema.optional() : schema;
}

function schemaOf(field: Exclude<Field, string>): z.ZodType {
  if ('words' in field) return oneOf(field.words);
  if ('list' in field) return list(fieldSchema(field.list), 1, field.most);
  if ('record' in field) return recordSchema(field.record);
  const records = Object.entries(field.variants).map(([word, fields]) =>
    object({ [field.by]: literal(word), ...shapeOf(fields) }),
  );
  return variants(field.by, records as [z.ZodObject, ...z.ZodObject[]]);
}

function shapeOf(fields: Fields, known?: ReadonlyMap<Field, z.ZodType>): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, known?.get(field) ?? fieldSchema(field)]),
  );
}
