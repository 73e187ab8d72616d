import type { Command } from './command.js';

/** Returns the object it is given, so that the fields of a subclass are put on that object. */
class Itself {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is what the class is for
    return object;
  }
}

/**
 * The mark of commands that the library parsed itself: a private field, which nobody else can set, see or copy. A marked command is
 * frozen all through, so what was checked of it cannot have changed, and it is decided without being read again.
 */
class ParsedMark extends Itself {
  readonly #parsed = true;

  static isOn(input: unknown): input is Command {
    return typeof input === 'object' && input !== null && #parsed in input;
  }
}

/** Marks a command that the library has checked, made anew and frozen. */
export function markParsed(command: Command): void {
  new ParsedMark(command);
}

/** Whether a command bears the mark; one that only looks the same does not. */
export const isParsed: (input: unknown) => input is Command = ParsedMark.isOn;
