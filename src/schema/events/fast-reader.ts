import * as z from 'zod';
import { type Form, formOf } from '../form.js';
import {
  leafReader,
  listReader,
  type Member,
  mapReader,
  objectReader,
  type Reader,
  repeatedReader,
  UNREAD,
} from './readers.js';

/**
 * The reader of a schema, made from the form that is noted beside it: what it reads the schema takes, and gives alike.
 *
 * @throws TypeError for a schema that was made without the builders of `build.ts`
 */
export function readerOf(schema: z.ZodType): Reader {
  const form = formOf(schema);
  if (form === undefined) throw new TypeError('no reader for a schema that notes no form');
  switch (form.kind) {
    case 'leaf':
      return leafReader(form.is);
    case 'literal':
      return leafReader((value) => value === form.word);
    case 'list':
      return listReader(readerOf(form.member), form.least, form.most);
    case 'map':
      return repeatedReader(mapReader(readerOf(form.name), readerOf(form.member), form.least));
    case 'object': {
      const members = membersOf(form.members);
      return holdsLeaves(form.members) ? repeatedReader(objectReader(members)) : objectReader(members);
    }
    case 'variants':
      return variantsReader(form);
  }
}

function membersOf(shape: z.ZodRawShape): Map<string, Member> {
  return new Map(
    Object.entries(shape).map(([name, schema]) => [
      name,
      { read: readerOf(innermost(schema)), required: !(schema instanceof z.ZodOptional) },
    ]),
  );
}

function holdsLeaves(shape: z.ZodRawShape): boolean {
  return Object.values(shape).every((schema) => {
    const kind = formOf(innermost(schema))?.kind;
    return kind === 'leaf' || kind === 'literal';
  });
}

function innermost(schema: z.ZodRawShape[string]): z.ZodType {
  return (schema instanceof z.ZodOptional ? schema.unwrap() : schema) as z.ZodType;
}

/** Reads variants that hold leaves alone. */
function variantsReader({ by, options }: Form & { readonly kind: 'variants' }): Reader {
  const readers = new Map(
    options.map((option) => {
      const { members } = formOf(option) as Form & { readonly kind: 'object' };
      const { word } = formOf(members[by] as z.ZodType) as Form & { readonly kind: 'literal' };
      return [word, objectReader(membersOf(members))] as const;
    }),
  );
  return repeatedReader((copy) => readers.get((copy as Record<string, string>)[by] ?? '')?.(copy) ?? UNREAD);
}
