import { type NamedReading, type RuleSet, readings } from 'points-bank';
import { answer } from '../actions/draft.js';
import { h } from '../h.js';
import { answerOf } from '../rules/answer.js';
import { at } from '../rules/json.js';
import type { State } from '../state.js';
import type { View } from '../view.js';
import { clauseNamed, t, words } from '../words.js';

/** Every open question of the base, each answer as a choice. */
export function readingsView({ base }: State): View {
  const questions = readings(base).map((reading) => question(reading, base));
  const element = h(
    'section',
    { 'aria-labelledby': 'readings-title' },
    h('h3', { id: 'readings-title' }, t(words.readings)),
    h('p', { class: 'lead' }, t(questions.length > 0 ? words.readingsLead : words.noReadings)),
    questions.map(({ element: of }) => of),
  );
  return {
    element,
    update: (state) => {
      for (const { update } of questions) update(state);
    },
  };
}

function question(
  { id, clause, question: asked, answers, default: literal }: NamedReading,
  ruleSet: RuleSet,
): View {
  const note = h('p', { class: 'note', id: `reading-${id}-note`, hidden: true }, t(words.ownRule));
  const choices = Object.entries(answers).map(([name, { title }]) => {
    const radio = h('input', {
      type: 'radio',
      name: `reading-${id}`,
      value: name,
      id: `reading-${id}-${name}`,
      onchange: () => answer(id, name),
    });
    const label = h(
      'label',
      { for: radio.id },
      t(title),
      name === literal && h('span', { class: 'tag' }, t(words.literal)),
    );
    return { name, radio, element: h('div', { class: 'choice' }, radio, label) };
  });
  const element = h(
    'fieldset',
    { class: 'question', id: `reading-${id}`, 'aria-describedby': note.id },
    h('legend', {}, t(asked), ' ', h('span', { class: 'clause' }, clauseNamed(ruleSet, clause))),
    choices.map(({ element: of }) => of),
    note,
  );
  return {
    element,
    update({ evaluation, draft, base }) {
      const chosen = evaluation.ok ? answerOf(evaluation.ruleSet, id) : at(draft, ['readings', id, 'chosen']);
      for (const { name, radio } of choices) radio.checked = name === chosen;
      note.hidden = chosen !== undefined;
      element.classList.toggle('changed', chosen !== base.readings[id]?.chosen);
    },
  };
}
