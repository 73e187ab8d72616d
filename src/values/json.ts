/** A JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Data that is JSON, such as a rule set, as the compiler has to be told: its types have optional members and no index. */
export function asJson(data: object): Json {
  return data as Json;
}

/** Whether `value` is a JSON object: not null, and not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether `value` has what every event has: a type, and data. */
export function isMessage(value: unknown): value is {
  readonly type: string;
  readonly data: Record<string, unknown>;
  readonly [member: string]: unknown;
} {
  return isRecord(value) && typeof value.type === 'string' && isRecord(value.data);
}

/** The value of an own key, never of an inherited one. */
export function own<V>(record: { readonly [key: string]: V }, key: string): V | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Sets an own member, whatever its name: `__proto__` too. */
export function putOwn<V>(record: { readonly [key: string]: V }, key: string, value: V): void {
  if (key in record) {
    const member = { value, writable: true, enumerable: true, configurable: true };
    Object.defineProperty(record, key, member);
  } else {
    (record as Record<string, V>)[key] = value;
  }
}

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 units, no spaces. Equal data gives equal text.
 *
 * @throws TypeError if the value holds something that JSON cannot (NaN, a function, `undefined` in a list).
 */
export function canonicalJson(value: unknown): string {
  // Array.from visits holes, which map would skip and JSON cannot hold.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (isRecord(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .sort(byCodeUnit)
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`);
    return `{${members.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError('JSON has no NaN and no infinity');
  const written = JSON.stringify(value);
  if (written === undefined) throw new TypeError(`JSON has no ${typeof value}`);
  return written;
}

/** Whether two values are the same JSON. A member that is `undefined` is as good as none; what is not there is the same as nothing else. */
export function isSameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, at) => isSameJson(item, other[at]))
    );
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  return (
    Object.keys(one).every((name) => isSameJson(one[name], own(other, name))) &&
    Object.keys(other).every((name) => Object.hasOwn(one, name) || other[name] === undefined)
  );
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Freezes plain JSON deeply. A part that is frozen already is taken to be frozen deeply. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    for (const part of value) deepFreeze(part);
  } else {
    // A list of the values would take longer than the freezing.
    for (const key in value) {
      const part = value[key];
      if (typeof part === 'object' && Object.hasOwn(value, key)) deepFreeze(part);
    }
  }
  // The parts come first, since a frozen list is slow to iterate.
  return Object.freeze(value);
}

/** How many values there are, all levels counted. */
export function valuesIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce<number>((sum, member) => sum + valuesIn(member), 1);
}
