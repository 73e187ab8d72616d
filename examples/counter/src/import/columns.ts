import type { Text } from 'points-bank';
import { type Bilingual, text } from '../language/words.js';

/** The columns of a register, by the names that its first line may give them. */
export const COLUMNS = {
  type: text('类型', 'type'),
  accountId: text('账户编号', 'account'),
  isWhole: text('编号不加代码', 'number without code'),
  on: text('日期', 'date'),
  role: text('类别', 'role'),
  formComplete: text('登记表完整', 'form complete'),
  item: text('事项', 'item'),
  matterId: text('事项名称', 'matter'),
  postId: text('岗位或项目', 'post'),
  kind: text('岗位类型', 'kind of post'),
  difficulty: text('难度', 'difficulty'),
  quantity: text('数量', 'quantity'),
  catalogue: text('目录', 'catalogue'),
  note: text('备注', 'note'),
  redemptionId: text('兑换编号', 'redemption'),
  rewards: text('兑换内容', 'rewards'),
} as const satisfies Record<string, Bilingual>;

export type Column = keyof typeof COLUMNS;
export const COLUMN_IDS = Object.keys(COLUMNS) as Column[];

/** Without these no row can be read. */
export const NEEDED: readonly Column[] = ['type', 'accountId', 'on'];

/** What the first cell of a row begins with that is an example and no entry. */
export const EXAMPLE = '#';

/** What a row may be, by the words for it. */
export const TYPES = {
  open: text('开户', 'open'),
  'report-in': text('报到', 'report-in'),
  claim: text('认领', 'claim'),
  credit: text('记分', 'credit'),
  redeem: text('兑换', 'redeem'),
} as const satisfies Record<string, Bilingual>;

export type RowType = keyof typeof TYPES;

/** What each kind of row needs, for the page that explains the form. */
export const COLUMNS_FOR: Readonly<Record<Column, readonly RowType[]>> = {
  type: ['open', 'report-in', 'claim', 'credit', 'redeem'],
  accountId: ['open', 'report-in', 'claim', 'credit', 'redeem'],
  isWhole: ['open', 'report-in', 'claim', 'credit', 'redeem'],
  on: ['open', 'report-in', 'claim', 'credit', 'redeem'],
  role: ['open'],
  formComplete: ['open'],
  item: ['credit'],
  matterId: ['credit'],
  postId: ['claim', 'credit'],
  kind: ['claim'],
  difficulty: ['claim', 'credit'],
  quantity: ['credit'],
  catalogue: ['claim', 'credit'],
  note: ['credit'],
  redemptionId: ['redeem'],
  rewards: ['redeem'],
};

/** Words as they are compared with others: without spaces, in one width and case. */
export const folded = (words: string): string =>
  words.normalize('NFKC').replace(/\s+/gu, '').toLowerCase().normalize('NFKC');

/** The column that a heading names, by its id or its name in either language. */
export function columnOf(heading: string): Column | undefined {
  const given = folded(heading);
  return COLUMN_IDS.find(
    (id) =>
      folded(id) === given || folded(COLUMNS[id]['zh-CN']) === given || folded(COLUMNS[id].en) === given,
  );
}

/** The part that a cell names, by its id or else by its title in any language; the cell itself where it names none. */
export function idOf(parts: readonly (readonly [id: string, title: Text])[], cell: string): string {
  const exact = cell.trim();
  if (parts.some(([id]) => id === exact)) return exact;
  const given = folded(cell);
  for (const [id, title] of parts)
    if ([id, ...Object.values(title)].some((name) => folded(name) === given)) return id;
  return exact;
}
