import { entry } from '../../harness/library.mjs';

const { parseEvent } = await entry('schema');

export function parse(stored) {
  const parsed = parseEvent(stored);
  return parsed.ok ? parsed.value : undefined;
}
