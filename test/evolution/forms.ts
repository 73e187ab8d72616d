/*
 * Steps whose types say from which form to which they lead: a step that leaves a member out, or reads one that its form does not have,
 * does not compile.
 */
import type { PointsRedeemed, RedeemedLine, Upcaster } from '../../src/index.js';

/** A stored form of an event: its type, its version, its data. */
export type Form<Type extends string, Version extends number, Data> = {
  readonly type: Type;
  readonly data: Data;
  readonly metadata?: { readonly schemaVersion?: Version; readonly [key: string]: unknown };
};

/** A step from one form to others, with the types of both. */
export function step<From extends Form<string, number, object>, To extends Form<string, number, object>>(
  make: (event: From) => readonly To[],
): Upcaster {
  return make as unknown as Upcaster;
}

type Data = PointsRedeemed['data'];

/** A redemption as version 1 held it: one reward to an event. */
export type PointsRedeemedV1 = Form<
  'PointsRedeemed',
  1,
  Omit<Data, 'lines'> & { readonly reward: RedeemedLine }
>;
/** As version 2 holds it. */
export type PointsRedeemedV2 = Form<'PointsRedeemed', 2, Data>;
