// zod with its compiler, which makes one function of the whole schema.
import * as z from 'zod';
import { checkedBy } from './checked.mjs';
import { schema } from './zod-schema.mjs';

const compiled = z.compile(schema, { strict: true });

export const decider = checkedBy((input) => compiled.parse(input));
