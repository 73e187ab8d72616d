/** Data as it stands in a file. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type Part = Json | undefined;
export type JsonObject = { readonly [key: string]: Part };

export function isObject(part: unknown): part is JsonObject {
  return typeof part === 'object' && part !== null && !Array.isArray(part);
}

/** Whether two parts say the same; the order of members means nothing. */
export function same(a: Part, b: Part): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((part, i) => same(part as Part, b[i] as Part));
  if (!isObject(a) || !isObject(b)) return a === b;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => same(own(a, key), own(b, key)));
}

/** A member of its own, never one that an object inherits. */
export function own(part: Part, key: string): Part {
  return isObject(part) && Object.hasOwn(part, key) ? part[key] : undefined;
}

/** The part at a path. */
export function at(part: Part, path: readonly string[]): Part {
  return path.reduce<Part>((within, key) => own(within, key), part);
}

/** A copy with another part at a path; `undefined` takes it away. Members keep their order. */
export function withPart(whole: Part, path: readonly string[], part: Part): Part {
  const [key, ...rest] = path;
  if (key === undefined) return part;
  const members = new Map(isObject(whole) ? Object.entries(whole) : []);
  const changed = withPart(members.get(key), rest, part);
  if (changed === undefined) members.delete(key);
  else members.set(key, changed);
  return Object.fromEntries(members);
}

/** What turns one object into another, as a merge patch (RFC 7396); the objects themselves hold no `null`. */
export function difference(was: JsonObject, is: JsonObject): JsonObject {
  const changed = new Map<string, Json>();
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const [before, after] = [own(was, key), own(is, key)];
    if (same(before, after)) continue;
    if (after === undefined) changed.set(key, null);
    else changed.set(key, isObject(before) && isObject(after) ? difference(before, after) : after);
  }
  return Object.fromEntries(changed);
}

/** A merge patch put on a value. */
export function patched(target: Part, patch: Json): Json {
  if (!isObject(patch)) return patch;
  const members = new Map(isObject(target) ? Object.entries(target) : []);
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) members.delete(key);
    else if (part !== undefined) members.set(key, patched(members.get(key), part));
  }
  return Object.fromEntries(members);
}
