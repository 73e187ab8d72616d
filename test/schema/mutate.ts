/** A way into data: names of members, places in lists. */
export type Way = readonly (string | number)[];

/** The way as the library writes it: `data.lines[0].quantity`. Written here a second time, to be compared. */
export function written(way: Way): string {
  return way.reduce<string>((path, step) => {
    if (typeof step === 'number') return `${path}[${step}]`;
    return path === '' ? step : `${path}.${step}`;
  }, '');
}

/** Every way into data, parts before what they hold; lists of bare values and maps end the way where `stop` says so. */
export function waysInto(value: unknown, stop: (way: Way) => boolean = () => false, way: Way = []): Way[] {
  const here = way.length === 0 ? [] : [way];
  if (typeof value !== 'object' || value === null || stop(way)) return here;
  const members = Array.isArray(value)
    ? value.map((member, i) => waysInto(member, stop, [...way, i]))
    : Object.entries(value).map(([key, member]) => waysInto(member, stop, [...way, key]));
  return [...here, ...members.flat()];
}

/** A copy with another value at a way. */
export function replaced<T>(value: T, way: Way, by: unknown): T {
  return changed(value, way, (parent, step) => {
    Object.defineProperty(parent, step, { value: by, enumerable: true, configurable: true, writable: true });
  });
}

/** A copy without what is at a way. */
export function removed<T>(value: T, way: Way): T {
  return changed(value, way, (parent, step) => {
    if (Array.isArray(parent)) parent.splice(Number(step), 1);
    else delete parent[step];
  });
}

type Parent = Record<PropertyKey, unknown>;

function changed<T>(value: T, way: Way, change: (parent: Parent, step: string | number) => void): T {
  const copy = structuredClone(value);
  const parent = way.slice(0, -1).reduce<unknown>((at, step) => (at as Parent)[step], copy) as Parent;
  change(parent, way.at(-1) as string | number);
  return copy;
}

/** What is at a way. */
export function valueAt(value: unknown, way: Way): unknown {
  return way.reduce<unknown>((at, step) => (at as Parent)[step], value);
}
