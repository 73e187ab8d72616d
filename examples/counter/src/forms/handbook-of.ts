import type { FormValues } from './command-of.js';

/** How many rewards the form for a new edition has room for. */
export const ROWS = 12;

const FIELDS = ['rewardId', 'kind', 'zh', 'en', 'price', 'stock', 'consent'] as const;
type Field = (typeof FIELDS)[number];

export const rowField = (row: number, field: Field): string => `reward${row}-${field}`;

/** From the fields of the form to the edition that it stands for. Nothing is checked here; the library checks handbooks. */
export function handbookOf(values: FormValues, communityId: string): unknown {
  return {
    communityId,
    version: given(values.version),
    published: given(values.published),
    rewards: rowsOf(values).map((row) => rewardOf(values, row)),
  };
}

/** The rows that have anything in them, but for the kind, which is always chosen. */
function rowsOf(values: FormValues): number[] {
  return Array.from({ length: ROWS }, (_, row) => row).filter((row) =>
    FIELDS.some((field) => field !== 'kind' && given(values[rowField(row, field)]) !== undefined),
  );
}

/** The form's field for a path in the edition, such as `rewards[0].price`. */
export function fieldOfHandbookPath(values: FormValues, path: string): string | undefined {
  const [, at, part = ''] = /^rewards\[(\d+)\]\.?(.*)$/.exec(path) ?? [];
  if (at === undefined) return path === 'version' || path === 'published' ? path : undefined;
  const row = rowsOf(values)[Number(at)] ?? 0;
  const names: Record<string, Field> = { 'title.zh-CN': 'zh', 'title.en': 'en' };
  const field = names[part] ?? FIELDS.find((name) => name === part) ?? 'rewardId';
  return rowField(row, field);
}

function rewardOf(values: FormValues, row: number): unknown {
  const of = (field: Field) => given(values[rowField(row, field)]);
  const optional = { stock: number(of('stock')), consent: of('consent') };
  const zh = of('zh');
  return {
    rewardId: of('rewardId'),
    kind: of('kind'),
    // A handbook in one language is a handbook all the same.
    title: { 'zh-CN': zh, en: of('en') ?? zh },
    price: number(of('price')),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

function given(value: string | undefined): string | undefined {
  const trimmed = value?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function number(value: string | undefined): number | string | undefined {
  return value !== undefined && /^\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}
