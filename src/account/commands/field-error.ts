import { clip } from '../../values/text.js';
import type { FieldProblem } from '../decide/refusal.js';

/** The most characters of a value that are told. */
const MOST_TOLD = 40;

/** What is wrong with a command: the first wrong field, as a path. */
export type CommandProblem = {
  readonly field: string;
  readonly problem: FieldProblem;
  readonly given: string;
};

/** Thrown where a field is wrong and caught by `readCommand`; no stack is kept, since nobody sees it. */
export class FieldError {
  readonly problem: CommandProblem;

  constructor(field: string, problem: FieldProblem, given: unknown) {
    this.problem = { field, problem, given: described(given) };
  }
}

/** A field's name, or a text, short enough to be told. */
export function told(name: string): string {
  return clip(name, MOST_TOLD);
}

/** Any value in a few characters. */
function described(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(told(value));
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value).slice(0, MOST_TOLD);
}
