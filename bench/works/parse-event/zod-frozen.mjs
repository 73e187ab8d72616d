// zod with its compiler, and what it makes frozen, as the library's events are: the same promise kept.
import { deepFreeze } from '../../harness/frozen.mjs';
import { parse as parsed } from './zod-compiled.mjs';

export function parse(stored) {
  return deepFreeze(parsed(stored));
}
