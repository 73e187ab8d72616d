// Ajv over the JSON Schema of commands that the library publishes. It copies nothing and stops at the first error.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { guardedBy } from './checked.mjs';

const file = new URL('../../../docs/schema/command.schema.json', import.meta.url);
const ajv = new Ajv2020({ strict: false, validateFormats: false });

export const decider = guardedBy(ajv.compile(JSON.parse(readFileSync(file, 'utf8'))));
