import { readFileSync } from 'node:fs';

const file = new URL('../../docs/schema/event.schema.json', import.meta.url);
const { $defs } = JSON.parse(readFileSync(file, 'utf8'));

/** The patterns of the library's JSON Schemas, which every peer is given: its own checks are a little stricter still. */
export const ID = escaped($defs.Id.pattern);
export const FREE_TEXT = escaped($defs.FreeText.pattern);
export const DATE = escaped($defs.CalendarDate.pattern);
export const SLUG = escaped($defs.Slug.pattern);
export const DIGEST = '^[0-9a-f]{64}$';

/** The same pattern in visible characters alone, as TypeBox wants it. */
function escaped(pattern) {
  return pattern.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
