import type { Sensitivity } from 'points-bank/simulation';
import { stopAndReload, trySensitivity } from '../actions/ledger.js';
import { h } from '../h.js';
import { tableOf, wide } from '../plots/figure.js';
import { type RuleSets, validRules } from '../state.js';
import type { View } from '../view.js';
import { filled, t, words } from '../words.js';
import { outdatedNote, workView } from './work.js';

/** Which of the questions that the text leaves open would change something on the ledger. */
export function sensitivityView(): View {
  const work = workView(() => void stopAndReload());
  const result = h('div', {});
  const ask = h('button', { type: 'button', onclick: () => void trySensitivity() }, t(words.sensitivityRun));
  const outdated = outdatedNote();
  const element = h(
    'details',
    { class: 'group', id: 'sensitivity' },
    h('summary', {}, t(words.sensitivity)),
    h('p', { class: 'lead' }, t(words.sensitivityLead)),
    ask,
    work.element,
    outdated.element,
    result,
  );
  return {
    element,
    update(state, before) {
      const { sensitivity, ledger } = state;
      element.hidden = ledger.is !== 'done';
      ask.disabled = sensitivity.is === 'running' || validRules(state) === undefined;
      work.update({ work: sensitivity, doing: t(words.comparing) });
      outdated.update(sensitivity, state);
      if (sensitivity === before?.sensitivity || sensitivity.is === 'running') return;
      const shown = sensitivity.is === 'done' ? effects(sensitivity.result, sensitivity.ruleSets) : [];
      result.replaceChildren(...shown);
    },
  };
}

function effects({ effects: all }: Sensitivity, { b }: RuleSets): HTMLElement[] {
  const matter = all.filter(({ matters }) => matters);
  const titles = (reading: string, answer: string): string => {
    const title = b.readings[reading]?.answers[answer]?.title;
    return title === undefined ? answer : t(title);
  };
  const table = tableOf({
    head: [words.question, words.answer, words.changed, words.mostPoints, words.lost, words.feedbacks].map(t),
    rows: matter.map(
      ({ question, reading, answer, accountsChanged, mostPoints, redemptionsLost, feedbackChanged }) => [
        t(question),
        titles(reading, answer),
        accountsChanged,
        mostPoints,
        redemptionsLost,
        feedbackChanged,
      ],
    ),
  });
  const said = filled(words.sensitivityDone, { n: all.length, m: matter.length });
  return [
    h('p', { role: 'status' }, said),
    ...(matter.length === 0 ? [] : [wide(t(words.sensitivityTable), table)]),
  ];
}
