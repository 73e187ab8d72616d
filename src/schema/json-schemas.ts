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
  return { $id: `${name}.schema.json`, ...made, $defs: withNames(made.$defs as Definitions) };
}

type Definitions = { readonly [name: string]: JsonSchema };

/** The members by whose word the forms of a part are told apart, and whether that word alone names a form. */
const TOLD_APART_BY = { type: true, kind: false, status: false, by: false } as const;

/**
 * Definitions in which each form of a part has a name of its own, and `data` and `metadata` of each command and event. A program that
 * makes classes from a schema then makes one of each, and calls it so by its title; forms without names it would pour into one class with
 * every field there is.
 */
function withNames(definitions: Definitions): Definitions {
  const named: { [name: string]: JsonSchema } = {};
  const reference = (name: string, part: JsonSchema): JsonSchema => {
    named[name] = { title: name, ...part };
    return { $ref: `#/$defs/${name}` };
  };
  for (const [whole, definition] of Object.entries(definitions)) {
    const forms = definition.oneOf as readonly JsonSchema[] | undefined;
    named[whole] = { title: whole, ...definition };
    if (forms === undefined) continue;
    const oneOf = forms.map((form) => {
      const name = nameOf(form, whole);
      if (name === undefined) return form;
      const properties = { ...(form.properties as Definitions) };
      for (const member of ['data', 'metadata']) {
        const part = properties[member];
        if (part?.type === 'object') properties[member] = reference(`${name}${capital(member)}`, part);
      }
      return reference(name, { ...form, properties });
    });
    named[whole] = { ...named[whole], oneOf };
  }
  return named;
}

/** The name of a form of a part: `AccountOpened`, `ServiceReward`. */
function nameOf({ properties }: JsonSchema, whole: string): string | undefined {
  for (const [member, alone] of Object.entries(TOLD_APART_BY)) {
    const word = (properties as Definitions | undefined)?.[member]?.const;
    if (typeof word === 'string') return alone ? word : `${word.split('-').map(capital).join('')}${whole}`;
  }
  return undefined;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
