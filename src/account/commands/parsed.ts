import type { Command } from './command.js';
import { withEveryField } from './read-command.js';

/** Returns the object it is given, so that the fields of a subclass are put on that object. */
class Itself {
  constructor(object: object) {
    // biome-ignore lint/correctness/noConstructorReturn: that is what the class is for
    return object;
  }
}

/**
 * The mark of commands that the library parsed itself: a private field, which nobody else can set, see or copy. A marked command is
 * frozen all through, so what was checked of it cannot have changed, and it is decided without being read again. The mark holds it as
 * reading gives commands, with every field that it might have: engines are quickest with objects whose members are the same.
 */
class ParsedMark extends Itself {
  readonly #read: Command;

  constructor(command: Command, read: Command) {
    super(command);
    this.#read = read;
  }

  static readOf(input: unknown): Command | undefined {
    return typeof input === 'object' && input !== null && #read in input ? input.#read : undefined;
  }
}

/** Marks a command that the library has checked, made anew and frozen. */
export function markParsed(command: Command): void {
  new ParsedMark(command, withEveryField(command));
}

/** Marks a command that the library has just read or made, and that nobody else has. */
export function markRead(command: Command): void {
  new ParsedMark(command, command);
}

/** A command that bears the mark, as it was read; `undefined` of one that only looks the same. */
export function parsedBefore(input: unknown): Command | undefined {
  return ParsedMark.readOf(input);
}
