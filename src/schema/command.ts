import * as z from 'zod';
import type { Command } from '../account/commands/command.js';
import { BY, COMMAND_FIELDS, type Field, type Fields, HANDED_ON } from '../account/commands/fields.js';
import { asSchema, literal, named, object, type Schema, variants } from './build.js';
import { recordSchema } from './command-fields.js';
import { by, handedOn } from './parts.js';

/**
 * The schema of a command, for hosts that compose schemas of zod or take Standard Schema. Beside `type` and `data` a command may have
 * `metadata` and `kind`, which mean nothing here. `parseCommand` is for input that nobody knows.
 */
export const commandSchema: Schema<Command> = /* @__PURE__ */ named(
  'Command',
  'A command to one account: what an office asks the bank to enter.',
  () => {
    const known = new Map<Field | Fields, z.ZodType>([
      [BY, by],
      [HANDED_ON, handedOn],
    ]);
    const commands: z.ZodObject[] = Object.entries(COMMAND_FIELDS).map(([type, fields]) =>
      object({
        type: literal(type),
        data: recordSchema(fields, known),
        metadata: z.unknown().optional(),
        kind: z.unknown().optional(),
      }),
    );
    // The table of fields is held to the types of the commands, so that its schema is theirs.
    return asSchema<Command>(variants('type', commands as [z.ZodObject, ...z.ZodObject[]]));
  },
);
