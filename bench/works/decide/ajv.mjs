// Ajv over the JSON Schema of commands that the library publishes, told by which member its forms differ, so that it tries one of them
// alone. It copies nothing and stops at the first error.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { guardedBy } from './checked.mjs';

const file = new URL('../../../docs/schema/command.schema.json', import.meta.url);
const schema = JSON.parse(readFileSync(file, 'utf8'));
tell(schema.$defs.Command, 'type');

function tell(part, propertyName) {
  Object.assign(part, { type: 'object', discriminator: { propertyName }, required: [propertyName] });
}

const options = { strict: false, validateFormats: false, discriminator: true, unicodeRegExp: false };

export const decider = guardedBy(new Ajv2020(options).compile(schema));
