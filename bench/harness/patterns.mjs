import { entry } from './library.mjs';

const patterns = await entry('schema/patterns');

/** The patterns of the library's JSON Schemas, which every peer is given: its own checks are a little stricter still. */
export const ID = escaped(patterns.ID);
export const FREE_TEXT = escaped(patterns.FREE_TEXT);
export const DATE = '^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
export const SLUG = '^[a-z][a-z0-9]*(-[a-z0-9]+)*$';
export const DIGEST = '^[0-9a-f]{64}$';

/** The same pattern in visible characters alone, as TypeBox wants it. */
function escaped(pattern) {
  return pattern.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
