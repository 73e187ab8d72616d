import type { Command } from './command.js';

/** Gives back what it was given, so that what a subclass has of its own is put on that. */
class Given {
  constructor(given: object) {
    // biome-ignore lint/correctness/noConstructorReturn: it is what the class is for
    return given;
  }
}

/**
 * The mark of commands that the library itself parsed: a private member, which nobody else can set, see or copy, and which engines
 * look up as fast as any other. Such commands are of the library's own making and frozen all through, so they can be decided as they
 * are: what was checked of them cannot have changed since.
 */
class Parsed extends Given {
  readonly #parsed = true;

  static is(input: unknown): input is Command {
    return typeof input === 'object' && input !== null && #parsed in input;
  }
}

/** Marks a command that was checked, made anew and frozen. */
export function remember(command: Command): void {
  new Parsed(command);
}

/** Whether it is a command that was marked, and not one that only looks like it. */
export const isParsed: (input: unknown) => input is Command = Parsed.is;
