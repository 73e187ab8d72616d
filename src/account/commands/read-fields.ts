import { isCalendarDate } from '../../values/calendar.js';
import { isFreeText, isId } from '../../values/ids.js';
import { isPositiveWhole, isQuantity, isWhole } from '../../values/points.js';
import { clip } from '../../values/text.js';
import type { FieldProblem } from '../decide/refusal.js';

/*
 * The kinds of fields that a command has. Each reader gives the value back, or throws what is wrong with it.
 */

const MAX_GIVEN = 40;

/** What is wrong with a command: the first wrong field. */
export type CommandProblem = {
  readonly field: string;
  readonly problem: FieldProblem;
  readonly given: string;
};

/** Thrown and caught where commands are read, and never seen outside: reading stops at the first wrong field. */
export class Unfit {
  readonly problem: CommandProblem;

  constructor(problem: CommandProblem) {
    this.problem = problem;
  }
}

export function unfit(field: string, problem: FieldProblem, given: unknown): Unfit {
  return new Unfit({ field, problem, given: describe(given) });
}

/** The problem of a value that is not what its field needs. */
function wrong(field: string, problem: FieldProblem, value: unknown): Unfit {
  return unfit(field, value === undefined ? 'missing' : problem, value);
}

export function anId(field: string, value: unknown): string {
  if (!isId(value)) throw wrong(field, 'not-an-id', value);
  return value;
}

export function idIfGiven(field: string, value: unknown): string | undefined {
  return value === undefined ? undefined : anId(field, value);
}

export function aDate(field: string, value: unknown): string {
  if (!isCalendarDate(value)) throw wrong(field, 'not-a-date', value);
  return value;
}

export function aText(field: string, value: unknown): string {
  if (!isFreeText(value)) throw wrong(field, 'not-a-text', value);
  return value;
}

export function textIfGiven(field: string, value: unknown): string | undefined {
  return value === undefined ? undefined : aText(field, value);
}

export function aBoolean(field: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw wrong(field, 'not-a-boolean', value);
  return value;
}

export function aCount(field: string, value: unknown): number {
  if (!isPositiveWhole(value)) throw wrong(field, 'not-a-whole-number', value);
  return value;
}

/** Whole, with either sign, and not 0. */
export function aMovement(field: string, value: unknown): number {
  if (!isWhole(value) || value === 0) throw wrong(field, 'not-a-whole-number', value);
  return value;
}

export function quantityIfGiven(field: string, value: unknown): number | undefined {
  if (value === undefined || isQuantity(value)) return value;
  throw wrong(field, 'not-a-quantity', value);
}

export function aKind(field: string, value: unknown): 'post' | 'project' {
  if (value !== 'post' && value !== 'project') throw wrong(field, 'not-one-of', value);
  return value;
}

/** A field's name, short enough to be told. */
export function fieldName(key: string): string {
  return clip(key, MAX_GIVEN);
}

/** A value in a few characters, whatever it is. */
function describe(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(fieldName(value));
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'function' ? 'a function' : String(value).slice(0, MAX_GIVEN);
}
