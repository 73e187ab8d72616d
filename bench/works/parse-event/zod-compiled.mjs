// zod with its compiler, which makes one function of the whole schema.
import * as z from 'zod';
import { upcast } from './upcast.mjs';
import { schema } from './zod-schema.mjs';

const compiled = z.compile(schema, { strict: true });

export function parse(stored) {
  const { success, data } = compiled.safeParse(upcast(stored));
  return success ? data : undefined;
}
