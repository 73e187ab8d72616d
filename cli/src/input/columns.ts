import { type JsonSchema, jsonSchemas } from 'points-bank/schema';
import type { Cell } from '../output/table.js';

/*
 * Events and commands as rows of CSV. A column is the way to a field, such as `data.by.office`; a cell that is empty is a field that is
 * absent. Lists, and objects whose members have names of their own, are one cell of JSON.
 */

/** How a cell is read: as the text that it is, or as JSON. */
type CellKind = 'text' | 'json';

/** The columns of a file, in their order. */
export type Columns = ReadonlyMap<string, CellKind>;

type Node = {
  readonly $ref?: string;
  readonly oneOf?: readonly Node[];
  readonly anyOf?: readonly Node[];
  readonly type?: string;
  readonly properties?: { readonly [name: string]: Node };
  readonly additionalProperties?: unknown;
};

type Definitions = { readonly [name: string]: Node };

/** The columns of events or of commands, as their schema has them. */
export function columnsOf(name: 'event' | 'command'): Columns {
  const schema: JsonSchema = jsonSchemas()[name];
  const found = new Map<string, CellKind>();
  for (const { path, kind } of leavesOf(schema as Node, '', schema.$defs as Definitions)) {
    found.set(path, (found.get(path) ?? kind) === kind ? kind : 'json');
  }
  if (name === 'event') found.set('metadata', 'json');
  return new Map([...found].flatMap(([path, kind]) => inside(path, kind, found)));
}

/** The fields of a schema that are no objects with fields of their own. */
function* leavesOf(
  node: Node,
  path: string,
  definitions: Definitions,
): Generator<{ readonly path: string; readonly kind: CellKind }, void, void> {
  const { $ref, properties, type } = node;
  const choices =
    $ref === undefined ? (node.oneOf ?? node.anyOf) : [definitions[$ref.replace('#/$defs/', '')]];
  if (choices !== undefined) {
    for (const choice of choices) yield* leavesOf(choice as Node, path, definitions);
  } else if (properties === undefined || (path !== '' && node.additionalProperties !== false)) {
    yield { path, kind: type === 'string' ? 'text' : 'json' };
  } else {
    for (const [member, of] of Object.entries(properties)) {
      yield* leavesOf(of, path === '' ? member : `${path}.${member}`, definitions);
    }
  }
}

/** A column, unless it lies in another one. A field that is an object here and a word there is one cell of JSON. */
function inside(path: string, kind: CellKind, found: Columns): [string, CellKind][] {
  const steps = path.split('.');
  if (steps.some((_, i) => i > 0 && found.has(steps.slice(0, i).join('.')))) return [];
  const hasParts = [...found.keys()].some((other) => other.startsWith(`${path}.`));
  return [[path, hasParts ? 'json' : kind]];
}

/** The value of a row. */
export function valueOfRow(header: readonly string[], cells: readonly string[], columns: Columns): unknown {
  const value: { [name: string]: unknown } = {};
  for (const [i, column] of header.entries()) {
    const cell = unescaped(cells[i] as string);
    if (cell === '') continue;
    const steps = column.split('.');
    const last = steps.pop() as string;
    let record = value;
    for (const step of steps) {
      record[step] ??= {};
      record = record[step] as { [name: string]: unknown };
    }
    record[last] = columns.get(column) === 'text' ? cell : fromJson(cell);
  }
  return value;
}

/** The row of a value. */
export function rowOf(value: unknown, columns: Columns): Cell[] {
  return [...columns].map(([column, kind]) => {
    const field = column
      .split('.')
      .reduce<unknown>((of, step) => (of as { [step: string]: unknown })?.[step], value);
    if (field === undefined || typeof field === 'number') return field;
    if (typeof field !== 'string') return JSON.stringify(field);
    return kind === 'json' && fromJson(field) !== field ? JSON.stringify(field) : field;
  });
}

/** JSON, or the text itself where it is none. */
function fromJson(cell: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    return cell;
  }
}

/** What a cell said before it was made safe for spreadsheets. */
function unescaped(cell: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? cell.slice(1) : cell;
}
