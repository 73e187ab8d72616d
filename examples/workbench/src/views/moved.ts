import { csvOf } from '../csv.js';
import { h } from '../h.js';
import { signed } from '../plots/columns.js';
import { tableOf, wide } from '../plots/figure.js';
import { save } from '../save.js';
import type { RuleSets } from '../state.js';
import { filled, t, words } from '../words.js';
import { changeOf } from '../worker/compare.js';
import type { MovedAccount } from '../worker/protocol.js';
import { roleTitle } from './titles.js';

/** Every account that the change moves: a list to open, to save and to print. */
export function movedAccounts(moved: readonly MovedAccount[], ruleSets: RuleSets): HTMLElement[] {
  if (moved.length === 0) return [];
  const rows = moved.map((one) => cells(one, ruleSets));
  const head = [
    words.account,
    words.role,
    ...[words.base, words.draft, words.change].map((of) => joined(words.assessmentHead, of)),
    ...[words.base, words.draft, words.change].map((of) => joined(words.redeemableHead, of)),
    words.lostHead,
  ].map(t);
  const list = h('div', { id: 'moved' });
  const details = h(
    'details',
    { class: 'moved' },
    h('summary', {}, filled(words.all, { n: moved.length })),
    list,
  );
  // A city's list is long: it is made when it is asked for.
  const show = (): void => {
    if (list.firstChild === null)
      list.append(
        wide(
          filled(words.all, { n: moved.length }),
          tableOf({
            head,
            rows: rows.map((row) => row.map((cell, i) => (CHANGES.has(i) ? signed(cell as number) : cell))),
          }),
        ),
      );
  };
  details.addEventListener('toggle', show);
  const print = (): void => {
    details.open = true;
    show();
    document.body.classList.add('print-moved');
    addEventListener('afterprint', () => document.body.classList.remove('print-moved'), { once: true });
    globalThis.print();
  };
  const name = `${ruleSets.b.id}-${ruleSets.b.version}-accounts.csv`;
  return [
    h(
      'p',
      { class: 'bar' },
      h(
        'button',
        { type: 'button', id: 'save-moved', onclick: () => save(name, 'text/csv', csvOf([head, ...rows])) },
        t(words.saveAccounts),
      ),
      h('button', { type: 'button', id: 'print-moved', onclick: print }, t(words.printAccounts)),
    ),
    details,
  ];
}

/** The columns that say by how much something changes. */
const CHANGES: ReadonlySet<number> = new Set([4, 7]);

function cells(
  { accountId, role, assessment, redeemable, lost }: MovedAccount,
  ruleSets: RuleSets,
): (string | number)[] {
  const figures = [assessment, redeemable].flatMap((of) => [of.a, of.b, changeOf(of)]);
  return [accountId, roleTitle(role, ruleSets), ...figures, lost];
}

function joined(what: typeof words.base, which: typeof words.base): typeof words.base {
  return { 'zh-CN': `${what['zh-CN']}（${which['zh-CN']}）`, en: `${what.en} (${which.en})` };
}
