type Merged<Parts extends readonly object[]> = Parts extends readonly [
  infer First,
  ...infer Others extends object[],
]
  ? First & Merged<Others>
  : unknown;

/**
 * Several groups of words as one. It exists so that a call can carry a pure mark: bundlers then drop words that nobody uses, which they keep
 * where an object takes up the members of another.
 */
export function merged<Parts extends readonly object[]>(...parts: Parts): Merged<Parts> {
  return Object.assign({}, ...parts) as Merged<Parts>;
}
