import type { BankEvent, RuleSet, Text } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { begins } from '../bank/account-numbers.js';
import { inForce } from '../bank/in-force.js';
import { COLUMN_IDS, COLUMNS, type Column, idOf, type RowType, TYPES } from '../import/columns.js';
import { catalogue, items, KINDS, titles, YES_WORDS } from '../import/row-command.js';
import type { Locale } from '../language/words.js';
import { rewardCell } from './reward-cell.js';
import type { Cell } from './write-csv.js';

type Cells = Partial<Record<Column, Cell>>;

/**
 * Entries in the form that the import reads, so that a register can leave one counter and enter another. What was undone is left out with
 * its reversal. Corrections are the Party affairs office's and stay, and so does what the form has no rows for; the events themselves have all of it.
 */
export async function* entriesCsv(
  accounts: AsyncIterable<{ readonly events: readonly BankEvent[] }>,
  ruleSet: RuleSet,
  locale: Locale,
): AsyncGenerator<Cell[]> {
  yield COLUMN_IDS.map((column) => COLUMNS[column][locale]);
  for await (const { events } of accounts)
    for (const event of inForce(events)) {
      const cells = cellsOf(event, ruleSet, locale);
      if (cells !== undefined) yield COLUMN_IDS.map((column) => cells[column]);
    }
}

function cellsOf(event: BankEvent, ruleSet: RuleSet, locale: Locale): Cells | undefined {
  const { accountId, communityId, on } = event.data;
  // Where the account comes back, its number is as it was: without a code, if it was opened before there were codes.
  const isWhole = begins(accountId, communityId) ? undefined : YES_WORDS[locale];
  const shared = (type: RowType): Cells => ({ type: TYPES[type][locale], accountId, isWhole, on });
  const said = (parts: readonly (readonly [string, Text])[], id: string | undefined): Cell => {
    const part = parts.find(([known]) => known === id);
    const title = part && wordsIn(part[1], locale);
    // A title is written where it leads back to the id, and the id itself where it would not.
    return title !== undefined && idOf(parts, title) === id ? title : id;
  };
  switch (event.type) {
    case 'AccountOpened':
      return {
        ...shared('open'),
        role: said(titles(ruleSet.roles), event.data.role),
        formComplete: YES_WORDS[locale],
      };
    case 'PostClaimed':
      return {
        ...shared('claim'),
        postId: event.data.postId,
        kind: said(Object.entries(KINDS), event.data.kind),
        difficulty: said(Object.entries(ruleSet.difficulties), event.data.difficulty),
        catalogue: said(catalogue(ruleSet), event.data.catalogue),
      };
    case 'ActivityCredited':
      if (event.data.entry === 'registration') return shared('report-in');
      return {
        ...shared('credit'),
        item: said(items(ruleSet), event.data.item),
        matterId: event.data.matterId,
        postId: event.data.postId,
        difficulty: said(Object.entries(ruleSet.difficulties), event.data.difficulty),
        quantity: event.data.quantity,
        catalogue: said(catalogue(ruleSet), event.data.catalogue),
        note: event.data.note,
      };
    case 'PointsRedeemed':
      return {
        ...shared('redeem'),
        redemptionId: event.data.redemptionId,
        rewards: rewardCell(event.data.lines),
      };
    case 'ScoreCorrected':
    case 'PostReleased':
    case 'EntryVerified':
    case 'EntryReversed':
    case 'PointsSent':
    case 'PointsReceived':
    case 'AccountBarred':
    case 'AccountClosed':
      return undefined;
  }
}
