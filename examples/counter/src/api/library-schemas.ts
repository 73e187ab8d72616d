import type { z } from '@hono/zod-openapi';
import { jsonSchemas } from 'points-bank/schema';

/*
 * The library makes JSON Schemas (draft 2020-12, which OpenAPI 3.1 has too) of its own zod schemas: `commandSchema`, by which `parseCommand`
 * checks input, `eventSchema`, and those of handbooks and rule sets. Here they become components of the document, each under its name.
 */

type JsonSchema = Readonly<Record<string, unknown>>;

const USED = ['command', 'event', 'handbook', 'rule-set'] as const;
const COMPONENTS = '#/components/schemas/';

/** The library's schemas by name. A part that several have is the same in all of them. */
export function librarySchemas(): ReadonlyMap<string, JsonSchema> {
  const all = jsonSchemas();
  const parts = new Map<string, JsonSchema>();
  for (const name of USED)
    for (const [part, schema] of Object.entries(all[name].$defs as Record<string, JsonSchema>))
      parts.set(part, withComponents(schema) as JsonSchema);
  return parts;
}

/** The schema with its references led to the document's components. */
function withComponents(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(withComponents);
  if (typeof part === 'string') return part.replace(/^#\/\$defs\//, COMPONENTS);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, withComponents(value)]));
}

export const referenceTo = (name: string) => ({ $ref: `${COMPONENTS}${name}` });

/** A schema of the library's, under its name in the document. */
export function ofLibrary<S extends z.ZodType>(schema: S, name: string): S {
  // A copy: only schemas that were made after the package above was loaded can be described.
  return schema.clone().openapi({ type: 'object', ...referenceTo(name) } as never);
}
