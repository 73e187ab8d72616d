/** Whether a value and all it holds is frozen. */
export function isDeeplyFrozen(value) {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeeplyFrozen);
}

/** Throws unless a result is as unchangeable as the library's. */
export function expectFrozen(values) {
  for (const value of values) if (!isDeeplyFrozen(value)) throw new Error('a result could still be changed');
}

/** Freezes plain JSON and all it holds, what is frozen already left aside. */
export function deepFreeze(value) {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const key in value) deepFreeze(value[key]);
  return Object.freeze(value);
}
