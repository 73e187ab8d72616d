/** The parts of some that are for a role: those that name it, and those that name none. Sorted by id, since a store may reorder them. */
export function partsForRole<Part extends { readonly roles?: readonly string[] }>(
  parts: { readonly [id: string]: Part },
  role: string,
): [id: string, part: Part][] {
  return Object.entries(parts)
    .filter(([, { roles }]) => roles === undefined || roles.includes(role))
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
