// zod as it is used by default: a discriminated union, parsed at runtime (with the code that zod itself generates for objects).
import { checkedBy } from './checked.mjs';
import { schema } from './zod-schema.mjs';

export const decider = checkedBy((input) => schema.parse(input));
