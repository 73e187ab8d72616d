import { isRecord, type Json } from '../../values/json.js';

/** How deep an event may be nested. */
export const MAX_DEPTH = 64;

/** Thrown for what JSON cannot hold, or would not give back as it was. */
export class NotJson extends TypeError {
  override readonly name = 'NotJson';
}

/**
 * A private, deeply frozen copy of a value as JSON would give it back, each member read once. A member that is `undefined` is left
 * out, and −0 is 0.
 *
 * @throws {@link NotJson} for what JSON has no form for, or a form that does not come back: dates, maps, functions, NaN, half a
 *   character, members named `__proto__`, what is too deep
 */
export function plainJson(value: unknown, path = '', depth = 0): Json {
  if (typeof value === 'string') return wellFormed(value, path);
  if (typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value;
  if (depth >= MAX_DEPTH) throw new NotJson(`${path}: nested deeper than ${MAX_DEPTH}`);
  if (Array.isArray(value)) {
    return Object.freeze(Array.from(value, (member, i) => plainJson(member, `${path}[${i}]`, depth + 1)));
  }
  if (isRecord(value) && isPlain(value)) return plainObject(value, path, depth);
  throw new NotJson(`${path}: JSON does not hold ${named(value)}`);
}

function plainObject(value: Record<string, unknown>, path: string, depth: number): Json {
  const made: Record<string, Json> = {};
  for (const key of Object.keys(value)) {
    const at = path === '' ? key : `${path}.${key}`;
    // Set by name, it would be the copy's prototype.
    if (key === '__proto__') throw new NotJson(`${at}: no member can have this name`);
    const member = value[key];
    if (member !== undefined) made[wellFormed(key, at)] = plainJson(member, at, depth + 1);
  }
  return Object.freeze(made);
}

/** RFC 8785 has no form for half a character, and stores in UTF-8 do not give it back. */
function wellFormed(text: string, path: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new NotJson(`${path}: half a character`);
  return text;
}

function isPlain(value: object): boolean {
  const tag: string = Object.prototype.toString.call(value);
  return tag === '[object Object]' && typeof (value as { toJSON?: unknown }).toJSON !== 'function';
}

function named(value: unknown): string {
  return typeof value === 'object' ? String(Object.prototype.toString.call(value)) : typeof value;
}
