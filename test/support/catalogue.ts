import type { CataloguePart } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';

/** A kind of the catalogue with its entries. */
export function catalogueKind(
  id: string,
): CataloguePart & { readonly entries: { readonly [entry: string]: CataloguePart } } {
  const kind = renfa2022.catalogue[id];
  if (kind === undefined) throw new Error(`the catalogue has no '${id}'`);
  return kind;
}
