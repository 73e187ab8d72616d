import type { Command } from './commands.js';

/*
 * Commands that the library itself parsed. They are of its own making and frozen all through, so they can be decided as they are: what
 * was checked of them cannot have changed since.
 */
const PARSED: WeakSet<object> = /* @__PURE__ */ new WeakSet();

/** Remembers a command that was checked, made anew and frozen. */
export function remember(command: Command): void {
  PARSED.add(command);
}

/** Whether it is a command that was remembered, and not one that only looks like it. */
export function isParsed(input: unknown): input is Command {
  return PARSED.has(input as object);
}
