/** What the program ends with. A shell can tell an answer of "no" from a question that could not be asked. */
export const EXIT = {
  yes: 0,
  no: 1,
  /** Usage errors, and input that cannot be read. */
  unusable: 2,
  /** A fault of the program itself, as sysexits.h numbers it. */
  fault: 70,
} as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Ends the command before it has an answer: arguments that do not fit, or input that cannot be read. The message is in the user's language. */
export class UnusableError extends Error {
  override readonly name = 'UnusableError';
}
