import type { PointsComparison } from 'points-bank/simulation';
import { h } from '../h.js';
import { pairedBars } from '../plots/bars.js';
import { changeColumns, signed } from '../plots/columns.js';
import { figure, tableOf, wide } from '../plots/figure.js';
import type { RuleSets } from '../state.js';
import { filled, number, t, words } from '../words.js';
import type { Compared } from '../worker/protocol.js';
import { most } from './most.js';
import { movedAccounts } from './moved.js';
import { itemTitle, roleTitle } from './titles.js';

/** What a comparison came to: in figures, in plots, and for whom. */
export function comparisonOf({
  result,
  ruleSets,
}: {
  readonly result: Compared;
  readonly ruleSets: RuleSets;
}): HTMLElement[] {
  const { comparison, gains, balances } = result;
  const { winners, losers } = comparison.most;
  const head =
    comparison.changed === 0 ? [h('p', { role: 'status', class: 'lead' }, t(words.nothingChanges))] : [];
  return [
    ...head,
    numbers(result),
    totals(result),
    ...changes('gains', gains, words.gains, words.gainsSays),
    ...changes('balances', balances, words.balances, words.balancesSays),
    ...roles(result, ruleSets),
    ...pairs(comparison.byYear, words.byYear, words.byYearSays, words.year, (id) => id),
    ...pairs(comparison.byItem, words.byItem, words.byItemSays, words.item, (id) => itemTitle(id, ruleSets)),
    ...most(words.mostWinners, winners, ruleSets),
    ...most(words.mostLosers, losers, ruleSets),
    ...movedAccounts(result.moved, ruleSets),
    h(
      'details',
      { class: 'unknown' },
      h('summary', {}, t(words.unknown)),
      h(
        'ul',
        {},
        comparison.unknown.map((text) => h('li', {}, t(text))),
      ),
    ),
  ];
}

function numbers({ comparison }: Compared): HTMLElement {
  const { accounts, changed, winners, losers, lostRedemptions } = comparison;
  const entries = [
    { id: 'accounts', title: words.accounts, value: accounts },
    { id: 'changed', title: words.changed, value: changed },
    { id: 'winners', title: words.winners, value: winners },
    { id: 'losers', title: words.losers, value: losers },
    { id: 'lost', title: words.lost, value: lostRedemptions },
  ];
  return h(
    'dl',
    { class: 'numbers' },
    entries.map(({ id, title, value }) =>
      h('div', { class: id }, h('dt', {}, t(title)), h('dd', { id: `number-${id}` }, number(value))),
    ),
  );
}

function totals({ comparison: { totals: of } }: Compared): HTMLElement {
  const row = (title: string, { a, b }: PointsComparison): (string | number)[] => [
    title,
    a,
    b,
    signed(b - a),
  ];
  const table = tableOf({
    head: [t(words.figure), t(words.base), t(words.draft), t(words.change)],
    rows: [row(t(words.assessment), of.assessment), row(t(words.outstanding), of.redeemable)],
  });
  table.id = 'totals';
  return wide(t(words.totals), table);
}

type Words = (typeof words)[keyof typeof words];

function changes(id: string, histogram: Compared['gains'], title: Words, says: Words): HTMLElement[] {
  const count = (which: (change: number) => boolean): number =>
    histogram.reduce((sum, [change, accounts]) => sum + (which(change) ? accounts : 0), 0);
  const same = count((change) => change === 0);
  const counts = { losers: count((change) => change < 0), same, winners: count((change) => change > 0) };
  if (counts.losers + counts.winners === 0) return [];
  const plot = figure({
    title: t(title),
    says: filled(says, counts),
    legend: false,
    table: {
      head: [t(words.change), t(words.accounts)],
      rows: histogram.map(([change, accounts]) => [signed(change), accounts]),
    },
    draw: (width) => changeColumns(histogram, width),
  });
  plot.id = id;
  return [plot];
}

function roles({ comparison }: Compared, ruleSets: RuleSets): HTMLElement[] {
  const rows = Object.entries(comparison.byRole).map(([id, { accounts, assessment }]) => ({
    label: `${roleTitle(id, ruleSets)}（${number(accounts)}）`,
    a: Math.round((assessment.a / accounts) * 10) / 10,
    b: Math.round((assessment.b / accounts) * 10) / 10,
  }));
  if (rows.every(({ a, b }) => a === b)) return [];
  return [paired(rows, words.byRole, words.byRoleSays, words.role)];
}

function pairs(
  of: { readonly [id: string]: PointsComparison },
  title: Words,
  says: Words,
  head: Words,
  named: (id: string) => string,
): HTMLElement[] {
  const rows = Object.entries(of).map(([id, pair]) => ({ label: named(id), ...pair }));
  return rows.length === 0 ? [] : [paired(rows, title, says, head)];
}

function paired(
  rows: readonly { label: string; a: number; b: number }[],
  title: Words,
  says: Words,
  head: Words,
): HTMLElement {
  return figure({
    title: t(title),
    says: t(says),
    table: {
      head: [t(head), t(words.base), t(words.draft), t(words.change)],
      rows: rows.map(({ label, a, b }) => [label, a, b, signed(Math.round((b - a) * 10) / 10)]),
    },
    draw: (width) => pairedBars(rows, width),
  });
}
