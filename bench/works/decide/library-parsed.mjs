// The library on commands that it parsed itself, before anything is timed: it knows them by what they are, and reads them no more.
import { entry } from '../../harness/library.mjs';

export { decider } from './library.mjs';

const { parseCommand } = await entry('schema');

export function given(command) {
  const parsed = parseCommand(command);
  if (!parsed.ok) throw new Error('not a command');
  return parsed.value;
}
