// zod as it is used by default: a discriminated union, parsed at runtime (with the code that zod itself generates for objects).
import { upcast } from './upcast.mjs';
import { schema } from './zod-schema.mjs';

export function parse(stored) {
  const { success, data } = schema.safeParse(upcast(stored));
  return success ? data : undefined;
}
