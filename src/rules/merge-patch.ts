import type { Json } from '../values/json.js';
import { isRecord } from '../values/json.js';

/**
 * Applies a merge patch (RFC 7396): objects are merged, `null` removes, anything else replaces. Neither argument is changed. An own key
 * named `__proto__` stays an own key.
 */
export function mergePatch(target: Json | undefined, patch: Json): Json {
  if (!isRecord(patch)) return patch;
  const merged = new Map<string, Json>(isRecord(target) ? (Object.entries(target) as [string, Json][]) : []);
  for (const [key, value] of Object.entries(patch)) {
    if (value === undefined) continue;
    if (value === null) merged.delete(key);
    else merged.set(key, mergePatch(merged.get(key), value as Json));
  }
  return Object.fromEntries(merged);
}

/** The dotted paths of the parts that a patch sets or removes. */
export function pathsOf(patch: Json, prefix = ''): string[] {
  if (!isRecord(patch)) return [prefix];
  return Object.entries(patch).flatMap(([key, value]) =>
    pathsOf(value as Json, prefix === '' ? key : `${prefix}.${key}`),
  );
}
