import type { Handbook, RuleSet, Text } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import type { Cell } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import type { Locale } from '../language/words.js';
import { COLUMN_IDS, COLUMNS, type Column, EXAMPLE, idOf, type RowType, TYPES } from './columns.js';
import { rewardNames, writtenName } from './reward-names.js';
import { catalogue, items, KINDS, titles, YES_WORDS } from './row-command.js';

type Part = readonly [id: string, title: Text];

/** The titles that lead back to what they name, each once, and the id of what has no such title. */
function named(parts: readonly Part[], locale: Locale): string[] {
  const words = parts.map(([id, title]) => {
    const said = wordsIn(title, locale);
    return idOf(parts, said) === id ? said : id;
  });
  return [...new Set(words)];
}

/** The rewards of a handbook as a row may name them: by titles where each is one reward's alone. */
function rewardsOf(handbook: Handbook | undefined, locale: Locale): string[] {
  if (handbook === undefined) return [];
  const idsOf = rewardNames([handbook])(handbook.published);
  return handbook.rewards.map(({ rewardId, title }) => {
    const said = wordsIn(title, locale);
    const [id, ...others] = idsOf(said);
    return writtenName(id === rewardId && others.length === 0 ? said : rewardId);
  });
}

/** What a cell of a column is chosen from; nothing for columns of words, days and numbers. */
function choicesOf(column: Column, ruleSet: RuleSet, locale: Locale): readonly string[] | undefined {
  switch (column) {
    case 'type':
      return Object.values(TYPES).map((title) => title[locale]);
    case 'role':
      return named(titles(ruleSet.roles), locale);
    case 'formComplete':
    case 'isWhole':
      return [YES_WORDS[locale]];
    case 'item':
      return named(activities(ruleSet), locale);
    case 'kind':
      return named(Object.entries(KINDS), locale);
    case 'difficulty':
      return named(Object.entries(ruleSet.difficulties), locale);
    case 'catalogue':
      return named(catalogue(ruleSet), locale);
    default:
      return undefined;
  }
}

/** The items that are credited by a row: others have rows of their own. */
function activities(ruleSet: RuleSet): Part[] {
  const ids = Object.values(ruleSet.roles).flatMap((role) =>
    Object.entries(role.items).flatMap(([id, { entry }]) => (entry === 'activity' ? [id] : [])),
  );
  return items(ruleSet).filter(([id]) => ids.includes(id));
}

/** What decides what a row may say: the rules, and the handbook in force. */
export type Allowed = { readonly ruleSet: RuleSet; readonly handbook: Handbook | undefined };

/** What a column may hold, in a line. */
export function allowedIn(column: Column, { ruleSet, handbook }: Allowed, locale: Locale): string {
  const say = messagesIn(locale);
  const choices = choicesOf(column, ruleSet, locale);
  if (choices !== undefined) return choices.join(' / ');
  if (column === 'on') return say.anyDay;
  if (column === 'accountId') return say.anyAccount;
  if (column === 'quantity') return say.anyNumber;
  if (column !== 'rewards') return say.anyWords;
  const rewards = rewardsOf(handbook, locale);
  return rewards.length === 0 ? say.anyRewards : `${say.anyRewards} (${say.rewardsNow(rewards.join(' / '))})`;
}

/** The template of a register: its columns, what they may hold, and an example of each kind of row, none of which is imported. */
export function templateOf(allowed: Allowed, locale: Locale, today: string): Cell[][] {
  const { ruleSet, handbook } = allowed;
  const say = messagesIn(locale);
  const first = (column: Column) => choicesOf(column, ruleSet, locale)?.[0];
  const [reward] = rewardsOf(handbook, locale);
  const examples: readonly (Partial<Record<Column, Cell>> & { readonly type: RowType })[] = [
    { type: 'open', on: '2026-01-05', role: first('role'), formComplete: YES_WORDS[locale] },
    { type: 'report-in', on: '2027-01-05' },
    {
      type: 'claim',
      on: '2026-02-01',
      postId: say.examplePost,
      kind: first('kind'),
      difficulty: first('difficulty'),
    },
    {
      type: 'credit',
      on: '2026-03-01',
      item: first('item'),
      matterId: say.exampleMatter,
      difficulty: first('difficulty'),
    },
    { type: 'redeem', on: today, redemptionId: today, rewards: `${reward ?? say.exampleReward}×1` },
  ];
  const marked = (cells: readonly Cell[]): Cell[] => {
    const [type, ...rest] = cells;
    return [`${EXAMPLE}${type ?? ''}`, ...rest];
  };
  return [
    COLUMN_IDS.map((column) => COLUMNS[column][locale]),
    marked(COLUMN_IDS.map((column) => allowedIn(column, allowed, locale))),
    ...examples.map(({ type, ...cells }) =>
      marked(
        COLUMN_IDS.map((column) => {
          if (column === 'type') return TYPES[type][locale];
          return column === 'accountId' ? 'linan-0001' : cells[column];
        }),
      ),
    ),
  ];
}
