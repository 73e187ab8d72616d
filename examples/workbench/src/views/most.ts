import type { AccountComparison, EntryChange } from 'points-bank/simulation';
import { explain } from 'points-bank/words';
import { h } from '../h.js';
import { signed } from '../plots/columns.js';
import { wide } from '../plots/figure.js';
import type { RuleSets } from '../state.js';
import { filled, number, pack, type Text, t, words } from '../words.js';
import { entryTitle, roleTitle } from './titles.js';

/** The accounts that move most, each with why: entry by entry. */
export function most(title: Text, accounts: readonly AccountComparison[], ruleSets: RuleSets): HTMLElement[] {
  if (accounts.length === 0) return [];
  const heads = [words.account, words.role, words.base, words.draft, words.change, words.why];
  const table = h(
    'table',
    { class: 'most' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, t(head))),
      ),
    ),
    h(
      'tbody',
      {},
      accounts.map((account) => row(account, ruleSets)),
    ),
  );
  return [h('h4', {}, t(title)), wide(t(title), table)];
}

function row({ accountId, role, assessment, changes }: AccountComparison, ruleSets: RuleSets): HTMLElement {
  const { a, b } = assessment;
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, accountId),
    h('td', {}, roleTitle(role, ruleSets)),
    h('td', { class: 'n' }, number(a)),
    h('td', { class: 'n' }, number(b)),
    h('td', { class: 'n' }, signed(b - a)),
    h(
      'td',
      {},
      h(
        'details',
        {},
        h('summary', {}, number(changes.length)),
        h(
          'ul',
          { class: 'reasons' },
          changes.slice(0, MOST_SHOWN).map((change) => h('li', {}, sentence(change, ruleSets))),
        ),
      ),
    ),
  );
}

const MOST_SHOWN = 40;

/** The points under either rule set, and why one of them refuses the entry. */
function sentence({ recorded, a, b, refusedByA, refusedByB }: EntryChange, ruleSets: RuleSets): string {
  const points = (of: number | undefined, refused: unknown): string =>
    of !== undefined ? number(of) : refused !== undefined ? t(words.refused) : '—';
  const values = {
    on: recorded.data.on,
    entry: entryTitle(recorded),
    a: points(a, refusedByA),
    b: points(b, refusedByB),
  };
  if (refusedByB !== undefined)
    return filled(words.entryRefused, { ...values, why: explain(refusedByB, pack(), ruleSets.b) });
  if (refusedByA !== undefined)
    return filled(words.entryRefused, { ...values, why: explain(refusedByA, pack(), ruleSets.a) });
  return filled(words.entryChange, values);
}
