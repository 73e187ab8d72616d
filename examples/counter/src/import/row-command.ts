import type { RuleSet, Text } from 'points-bank';
import { readRewards } from '../csv/reward-cell.js';
import { commandOf, type FormValues, type Place, QUANTITY } from '../forms/command-of.js';
import { numberTyped, plainDigits } from '../forms/number-typed.js';
import { MESSAGES } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { folded, idOf, type RowType, TYPES } from './columns.js';
import type { Row } from './read-register.js';
import type { RewardNames } from './reward-names.js';

/** From a row of a register to the command that it stands for; nothing is checked here but what kind of row it is. */
export function rowCommand(
  row: Row,
  ruleSet: RuleSet,
  place: Place,
  namesOn: RewardNames = () => () => [],
): { readonly command: unknown } | { readonly problem: Bilingual } {
  const { cells } = row;
  if (row.problem !== undefined) return { problem: row.problem };
  const type = idOf(Object.entries(TYPES), cells.type ?? '');
  if (!isType(type)) return { problem: unknownType(cells.type ?? '') };
  const on = cells.on === undefined ? undefined : day(cells.on);
  const given = rewards(cells.rewards, namesOn(on ?? ''));
  if ('problem' in given) return given;
  const values: FormValues = {
    ...cells,
    ...(on === undefined ? {} : { on }),
    ...(cells.role === undefined ? {} : { role: idOf(titles(ruleSet.roles), cells.role) }),
    ...(cells.item === undefined ? {} : { item: idOf(items(ruleSet), cells.item) }),
    ...(cells.difficulty === undefined
      ? {}
      : { difficulty: idOf(Object.entries(ruleSet.difficulties), cells.difficulty) }),
    ...(cells.catalogue === undefined ? {} : { catalogue: idOf(catalogue(ruleSet), cells.catalogue) }),
    ...(cells.kind === undefined ? {} : { kind: idOf(Object.entries(KINDS), cells.kind) }),
    formComplete: isYes(cells.formComplete) ? 'yes' : '',
    ...given.values,
  };
  return { command: commandOf(type, values, place) };
}

export const KINDS = {
  post: { 'zh-CN': '岗位', en: 'post' },
  project: { 'zh-CN': '项目', en: 'project' },
} as const satisfies Record<string, Bilingual>;

/** What says that a form is complete, as the template says it and as people write it. */
export const YES_WORDS = { 'zh-CN': '是', en: 'yes' } as const satisfies Bilingual;
const YES: readonly string[] = ['yes', 'y', 'true', '1', '是', '完整', '已填', '√'];

/** Whether a cell says yes. */
export const isYes = (cell = ''): boolean => YES.includes(folded(cell));

const isType = (type: string): type is RowType => Object.hasOwn(TYPES, type);

export const titles = (parts: Readonly<Record<string, { readonly title: Text }>>): [string, Text][] =>
  Object.entries(parts).map(([id, { title }]) => [id, title]);

/** The items of all roles; a title that two roles share names the same item in both. */
export const items = ({ roles }: RuleSet): [string, Text][] =>
  Object.values(roles).flatMap((role) => titles(role.items));

export const catalogue = (ruleSet: RuleSet): [string, Text][] =>
  Object.values(ruleSet.catalogue).flatMap(({ entries }) => titles(entries));

/** Spreadsheets count days from here; day 1 is 1 January 1900, and day 60 a 29 February that there was not. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/**
 * `2023/3/1`, `2023.3.1` and `2023年3月1日` are the day `2023-03-01`, and so is `44986`, as a spreadsheet has it where the cell is no date;
 * what is no day stays, for the library to name.
 */
export function day(cell: string): string {
  const plain = plainDigits(cell);
  if (/^\d{5}$/.test(plain))
    return new Date(DAY_ZERO + Number(plain) * 86_400_000).toISOString().slice(0, 10);
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain) ?? [];
  return year === undefined
    ? cell
    : `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

type Quantities = { readonly values: FormValues } | { readonly problem: Bilingual };

/** `haircut×1; 大米×2`: rewards by their ids or titles. */
function rewards(cell: string | undefined, idsOf: ReturnType<RewardNames>): Quantities {
  if (cell === undefined) return { values: {} };
  const quantities = new Map<string, string>();
  for (const line of readRewards(cell)) {
    const ids = idsOf(line.id);
    // A title may end like a number of something.
    const whole = ids.length === 0 ? idsOf(line.written) : [];
    const [named, quantity] = whole.length === 0 ? [ids, line.quantity] : [whole, '1'];
    if (named.length > 1) return { problem: sharedTitle(whole.length === 0 ? line.id : line.written, named) };
    const id = named[0] ?? line.id;
    const before = quantities.get(id);
    // Two lines of one reward are added up; what is no number stays, for the library to name.
    quantities.set(
      id,
      before === undefined ? quantity : String(Number(numberTyped(before)) + Number(numberTyped(quantity))),
    );
  }
  return {
    values: Object.fromEntries([...quantities].map(([id, quantity]) => [`${QUANTITY}${id}`, quantity])),
  };
}

const sharedTitle = (title: string, ids: readonly string[]): Bilingual => ({
  'zh-CN': MESSAGES.sharedTitle(title, ids.join('、'))['zh-CN'],
  en: MESSAGES.sharedTitle(title, ids.join(', ')).en,
});

function unknownType(given: string): Bilingual {
  const known = Object.values(TYPES);
  return {
    'zh-CN': `类型“${given}”无法识别，应为：${known.map((title) => title['zh-CN']).join('、')}。`,
    en: `The type '${given}' is not known; it has to be one of: ${known.map(({ en }) => en).join(', ')}.`,
  };
}
