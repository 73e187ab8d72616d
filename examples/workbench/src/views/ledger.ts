import { compare, load, stopAndReload } from '../actions/ledger.js';
import { h } from '../h.js';
import { current, isChanged, type State } from '../state.js';
import type { View } from '../view.js';
import { filled, t, words } from '../words.js';
import { comparisonOf } from './comparison.js';
import { sensitivityView } from './sensitivity.js';
import { outdatedNote, workView } from './work.js';

/** The ledger, and what the changed rules would change on it. */
export function ledgerView(): View {
  const work = workView(() => void stopAndReload());
  const outdated = outdatedNote();
  const summary = h('div', {});
  const result = h('div', { id: 'comparison' });
  const ask = h('button', { type: 'button', onclick: () => void compare() }, t(words.compare));
  const sensitivity = sensitivityView();
  const element = h(
    'section',
    { 'aria-labelledby': 'ledger-title' },
    h('h3', { id: 'ledger-title' }, t(words.ledger)),
    h('p', { class: 'lead' }, t(words.ledgerLead)),
    chooser(),
    work.element,
    summary,
    ask,
    outdated.element,
    result,
    sensitivity.element,
  );
  return {
    element,
    update(state, before) {
      const { ledger, comparison } = state;
      work.update({ work: ledger, doing: t(words.loading) }, { work: comparison, doing: t(words.comparing) });
      if (ledger !== before?.ledger || state.base !== before.base)
        summary.replaceChildren(...summaryOf(state));
      ask.hidden =
        ledger.is !== 'done' || comparison.is === 'running' || !isChanged(state) || isCurrent(state);
      outdated.update(comparison, state);
      if (comparison !== before?.comparison && comparison.is !== 'running')
        result.replaceChildren(...(comparison.is === 'done' ? comparisonOf(comparison) : []));
      sensitivity.update(state, before);
    },
  };
}

function isCurrent({ comparison, base, evaluation }: State): boolean {
  if (comparison.is !== 'done' || !evaluation.ok) return false;
  return comparison.ruleSets.a === base && comparison.ruleSets.b === evaluation.ruleSet;
}

function chooser(): HTMLElement {
  const take = (file: File | undefined): void => {
    if (file !== undefined) void load({ kind: 'file', file }, file.name);
  };
  const input = h('input', {
    type: 'file',
    id: 'ledger-file',
    class: 'hidden-file',
    accept: '.jsonl,.ndjson,.json,application/x-ndjson',
    onchange: () => take(input.files?.[0]),
  });
  const sample = (): void => void load({ kind: 'sample', ruleSet: current().base });
  const box = h(
    'div',
    {
      class: 'drop',
      ondragover: (event: DragEvent) => {
        event.preventDefault();
        box.classList.add('over');
      },
      ondragleave: () => box.classList.remove('over'),
      ondrop: (event: DragEvent) => {
        event.preventDefault();
        box.classList.remove('over');
        take(event.dataTransfer?.files[0]);
      },
    },
    h('label', { class: 'button', for: input.id }, t(words.chooseLedger)),
    input,
    h('span', {}, t(words.dropLedger)),
    h('button', { type: 'button', onclick: sample }, t(words.useSample)),
  );
  return box;
}

function summaryOf({ ledger, source, base }: State): HTMLElement[] {
  if (ledger.is !== 'done') return [];
  const { accounts, events, from, to, ruleSets, badLines, bad, leftOut } = ledger.result;
  const name = source?.from.kind === 'sample' ? t(words.sample) : (source?.name ?? '');
  const counts = { name, accounts, events, from, to };
  const said = accounts === 0 ? t(words.emptyLedger) : filled(words.loaded, counts);
  const others = ruleSets.filter((id) => id !== base.id);
  return [
    h('p', { role: 'status', id: 'ledger-summary' }, said),
    ...(others.length === 0
      ? []
      : [h('p', { class: 'note' }, filled(words.otherRules, { ids: others.join('、') }))]),
    ...(badLines === 0
      ? []
      : [
          h(
            'div',
            { class: 'warning' },
            h('p', {}, filled(words.badLines, { lines: badLines, accounts: leftOut })),
            h(
              'ul',
              {},
              bad.map(({ line, why }) => h('li', {}, filled(words.badLine, { line, why: t(why) }))),
            ),
          ),
        ]),
  ];
}
