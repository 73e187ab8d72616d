import { digestOf } from '../../values/digest.js';
import type { Json } from '../../values/json.js';

/** What a seal covers: the event as it is stored, with its place and the hash before it. */
export type Covered = {
  readonly type: Json;
  readonly data: Json;
  readonly metadata: { readonly [key: string]: Json };
};

/** The hash of an event. The order in which a store gives the members back does not matter. */
export function hashOf({ type, data, metadata }: Covered): string {
  const { hash: _, ...rest } = metadata;
  return digestOf({ type, data, metadata: rest });
}
