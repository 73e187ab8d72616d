import { isRecord } from '../../values/json.js';

/**
 * The paths of the parts in which two JSON values differ: `data.points`, `data.limits[0].took`.
 *
 * @param path - the path of the values themselves
 */
export function differingParts(a: unknown, b: unknown, path: string): string[] {
  if (Object.is(a, b) || (a === 0 && b === 0)) return [];
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.flatMap((member: unknown, i) => differingParts(member, b[i], `${path}[${i}]`));
  }
  if (!isRecord(a) || !isRecord(b)) return [path];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) =>
    differingParts(memberOf(a, name), memberOf(b, name), `${path}.${name}`),
  );
}

function memberOf(record: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
