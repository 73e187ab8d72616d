import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { type JsonSchemaName, jsonSchemas } from '../../src/schema.js';

const schemas = jsonSchemas();
const ajv = formats.default(new Ajv2020({ strict: true, strictTypes: false, allErrors: true }));

const validators = new Map(
  Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)] as const),
);

/** Whether a JSON Schema takes a value, as another host's validator would see it: after a way through JSON. */
export function accepts(name: JsonSchemaName, value: unknown): boolean {
  return validators.get(name)?.(JSON.parse(JSON.stringify(value))) === true;
}
