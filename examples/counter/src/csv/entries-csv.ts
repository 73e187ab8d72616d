import type { BankEvent, RuleSet, Text } from 'points-bank';
import { wordsIn } from 'points-bank/words';
import { inForce } from '../bank/in-force.js';
import { COLUMN_IDS, COLUMNS, type Column, idOf, type RowType, TYPES } from '../import/columns.js';
import { catalogue, items, KINDS, titles } from '../import/row-command.js';
import type { Locale } from '../language/words.js';
import { rewardCell } from './reward-cell.js';
import type { Cell } from './write-csv.js';

type Cells = Partial<Record<Column, Cell>>;

/**
 * Entries in the form that the import reads, so that a register can leave one counter and enter another. What was undone is left out with
 * its reversal. Corrections are the Party affairs office's and stay, and so does what the form has no rows for; the events themselves have all of it.
 */
export function entriesCsv(events: Iterable<BankEvent>, ruleSet: RuleSet, locale: Locale): Cell[][] {
  const rows: Cell[][] = [COLUMN_IDS.map((column) => COLUMNS[column][locale])];
  for (const event of [...byAccount(events)].flatMap(inForce)) {
    const cells = cellsOf(event, ruleSet, locale);
    if (cells !== undefined) rows.push(COLUMN_IDS.map((column) => cells[column]));
  }
  return rows;
}

/** Events account by account, in the order of the accounts' first ones. */
export function byAccount(events: Iterable<BankEvent>): Iterable<readonly BankEvent[]> {
  const accounts = new Map<string, BankEvent[]>();
  for (const event of events) {
    const own = accounts.get(event.data.accountId);
    if (own === undefined) accounts.set(event.data.accountId, [event]);
    else own.push(event);
  }
  return accounts.values();
}

function cellsOf(event: BankEvent, ruleSet: RuleSet, locale: Locale): Cells | undefined {
  const { accountId, on } = event.data;
  const shared = (type: RowType): Cells => ({ type: TYPES[type][locale], accountId, on });
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
        formComplete: locale === 'en' ? 'yes' : '是',
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
