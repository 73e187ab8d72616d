import * as z from 'zod';
import { snapshotSchema } from './account/snapshot.js';
import { type JsonSchema, KEYWORDS, requiredOf } from './build.js';
import { commandSchema } from './command.js';
import { eventSchema } from './events/event.js';
import { handbookSchema } from './handbook.js';
import { programmeSchema } from './programme.js';
import { ruleSetSchema } from './rule-set/rule-set.js';

/** The data that has a JSON Schema. */
export type JsonSchemaName = 'command' | 'event' | 'rule-set' | 'handbook' | 'programme' | 'snapshot';

/**
 * The JSON Schema (draft 2020-12) of commands, events, rule sets, handbooks, programmes and snapshots, for hosts in other languages; the same as
 * `docs/schema/`. They take whatever `parse…` takes, and refuse all but what patterns cannot say: how the parts of a rule set fit
 * each other, Unicode forms, rarer unseen characters, more than two decimals.
 *
 * @example
 * ```ts
 * import { jsonSchemas } from 'points-bank/schema'
 *
 * console.log(jsonSchemas().event.$schema) // → https://json-schema.org/draft/2020-12/schema
 * ```
 */
export function jsonSchemas(): { readonly [Name in JsonSchemaName]: JsonSchema } {
  return {
    command: jsonSchema('command', commandSchema),
    event: jsonSchema('event', eventSchema),
    'rule-set': jsonSchema('rule-set', ruleSetSchema),
    handbook: jsonSchema('handbook', handbookSchema),
    programme: jsonSchema('programme', programmeSchema),
    snapshot: jsonSchema('snapshot', snapshotSchema),
  };
}

function jsonSchema(name: JsonSchemaName, schema: z.ZodType): JsonSchema {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    metadata: KEYWORDS,
    override: ({ zodSchema, jsonSchema: part }) => {
      if (zodSchema instanceof z.ZodObject && part.required !== undefined) {
        part.required = requiredOf(zodSchema, part.required);
      }
    },
  });
  return { $id: `${name}.schema.json`, ...made };
}
