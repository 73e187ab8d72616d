/** Thrown where a member of every object cannot be taken off: what an object has could not be told from what it lacks. */
export class InheritedMemberError extends Error {
  override readonly name = 'InheritedMemberError';

  /** The name of the member. */
  readonly member: string;

  constructor(member: string) {
    super(`Object.prototype has a member '${member}', which cannot be taken off`);
    this.member = member;
  }
}

const EMPTY: object = /* @__PURE__ */ Object.freeze({});

/**
 * Does some work in which only own members count. Where something put members on `Object.prototype`, an absent optional member would be
 * taken for present; so they are taken off for as long as the work lasts, and put back as they were.
 *
 * @throws {@link InheritedMemberError} if one of them cannot be taken off
 */
export function undisturbed<T>(work: () => T): T {
  // The loop has nothing to go through, and no cost to speak of, unless every object has something.
  for (const _ in EMPTY) return withoutInherited(work);
  return work();
}

function withoutInherited<T>(work: () => T): T {
  const taken: [name: string, member: PropertyDescriptor][] = [];
  try {
    for (const name of Object.keys(Object.prototype)) {
      const member = Object.getOwnPropertyDescriptor(Object.prototype, name) as PropertyDescriptor;
      if (!Reflect.deleteProperty(Object.prototype, name)) throw new InheritedMemberError(name);
      // A description without a prototype, since the members that are back already must not complete it.
      taken.push([name, Object.setPrototypeOf(member, null)]);
    }
    return work();
  } finally {
    for (const [name, member] of taken) Object.defineProperty(Object.prototype, name, member);
  }
}
