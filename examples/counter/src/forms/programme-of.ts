import type { FormValues } from './command-of.js';

/** How many rows of each kind the form has at least, and how many empty ones below those that are filled. */
export const ROWS = 6;
const EMPTY_ROWS = 3;
const MOST_ROWS = 500;

export const rowsFor = (filled: number): number => Math.min(MOST_ROWS, Math.max(ROWS, filled + EMPTY_ROWS));

export type Part = 'matter' | 'post';
export type PartField = 'name' | 'item' | 'kind' | 'difficulty' | 'from' | 'until';

export const partField = (part: Part, row: number, field: PartField): string => `${part}${row}-${field}`;

/** From the fields of the form to the programme that it stands for; a row without a name is none. Nothing is checked here. */
export function programmeOf(values: FormValues, communityId: string): unknown {
  const published = given(values.published);
  return {
    communityId,
    version: given(values.version),
    published,
    posts: rowsOf(values, 'post').map((row) => {
      const of = (field: PartField) => given(values[partField('post', row, field)]);
      const name = of('name');
      return filled({
        postId: name,
        title: titled(name),
        kind: of('kind'),
        difficulty: of('difficulty'),
        from: of('from'),
        until: of('until'),
      });
    }),
    matters: rowsOf(values, 'matter').map((row) => {
      const of = (field: PartField) => given(values[partField('matter', row, field)]);
      const name = of('name');
      return filled({
        matterId: name,
        title: titled(name),
        item: of('item'),
        difficulty: of('difficulty'),
        // A matter begins with the programme, where nothing else is said.
        from: of('from') ?? published,
        until: of('until'),
      });
    }),
  };
}

/** The form's field for a path in the programme, such as `matters[0].item`. */
export function fieldOfProgrammePath(values: FormValues, path: string): string | undefined {
  const [, list, at, field = ''] = /^(matter|post)s\[(\d+)\]\.?(\w*)/.exec(path) ?? [];
  if (list !== 'matter' && list !== 'post')
    return path === 'version' || path === 'published' ? path : undefined;
  const row = rowsOf(values, list)[Number(at)] ?? 0;
  const known: readonly PartField[] = ['item', 'kind', 'difficulty', 'from', 'until'];
  return partField(list, row, known.find((one) => one === field) ?? 'name');
}

function rowsOf(values: FormValues, part: Part): number[] {
  const rows = Array.from({ length: MOST_ROWS }, (_, row) => row);
  return rows.filter((row) => given(values[partField(part, row, 'name')]) !== undefined);
}

const titled = (name: string | undefined) => ({ 'zh-CN': name, en: name });

function filled(part: Record<string, unknown>): unknown {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
}

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}
