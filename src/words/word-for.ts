import { own } from '../values/json.js';
import type { Language } from './pack.js';

/** Thrown where there is nothing that can be explained, or no pack that has the words for it. */
export class ExplainError extends TypeError {
  override readonly name = 'ExplainError';
}

/**
 * A pack's words of one group.
 *
 * @throws {@link ExplainError} where the pack is for something else: one for decisions has no words for reports
 */
export function groupOf<P extends Language, G extends keyof P & string>(pack: P, group: G): P[G] {
  if (pack[group] === undefined)
    throw new ExplainError(`the pack '${pack.locale}' has no words for ${group}`);
  return pack[group];
}

/**
 * A pack's words for one of a group.
 *
 * @throws {@link ExplainError} where it has none, which the compiler keeps a pack from
 */
export function wordFor<P extends Language, G extends keyof P & string, K extends keyof P[G] & string>(
  pack: P,
  group: G,
  key: K,
): P[G][K] {
  const words = own(groupOf(pack, group) as { readonly [key: string]: unknown }, key);
  if (words === undefined)
    throw new ExplainError(`the pack '${pack.locale}' has no words for ${group}.${key}`);
  return words as P[G][K];
}
