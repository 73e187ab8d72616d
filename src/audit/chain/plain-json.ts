import { isRecord, type Json } from '../../values/json.js';

/** The deepest nesting of an event. */
export const MAX_DEPTH = 64;

/** Thrown for a value that JSON cannot hold or would not return unchanged. */
export class NotJsonError extends TypeError {
  override readonly name = 'NotJsonError';
}

/**
 * A deeply frozen copy of a value as JSON would return it. Reads each member once, leaves out `undefined` members, and turns −0 into 0.
 *
 * @throws {@link NotJsonError} for values that JSON cannot hold or would change: dates, maps, functions, NaN, lone surrogates, members
 *   named `__proto__`, and nesting that is too deep
 */
export function plainJson(value: unknown, path = '', depth = 0): Json {
  if (typeof value === 'string') return wellFormed(value, path);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (depth >= MAX_DEPTH) throw new NotJsonError(`${path}: nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (member, i) => plainJson(member, `${path}[${i}]`, depth + 1)));
  }
  if (isRecord(value) && isPlain(value)) return plainObject(value, path, depth);
  throw new NotJsonError(`${path}: JSON does not hold ${named(value)}`);
}

function plainObject(value: Record<string, unknown>, path: string, depth: number): Json {
  const made: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    // Assigning it would set the copy's prototype.
    if (key === '__proto__') throw new NotJsonError(`${at}: no member can have this name`);
    const member = value[key];
    if (member !== undefined) made[wellFormed(key, at)] = plainJson(member, at, depth + 1);
  }
  return Object.freeze(made);
}

/** RFC 8785 has no form for a lone surrogate, and UTF-8 stores lose it. */
function wellFormed(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotJsonError(`${path}: lone surrogate`);
  return text;
}

function isPlain(value: object): boolean {
  const tag: string = Object.prototype.toString.call(value);
  return tag === '[object Object]' && typeof (value as { toJSON?: unknown }).toJSON !== 'function';
}

function named(value: unknown): string {
  return typeof value === 'object' ? String(Object.prototype.toString.call(value)) : typeof value;
}
