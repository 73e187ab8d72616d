import type { Deviation, RuleSet } from 'points-bank';
import type { Loosened, LooserPart, Problem } from 'points-bank/define';
import { explain } from 'points-bank/words';
import { csvOf } from '../csv.js';
import { h } from '../h.js';
import { wide } from '../plots/figure.js';
import { type Field, fieldsByPath } from '../rules/fields.js';
import type { Part } from '../rules/json.js';
import { save } from '../save.js';
import type { State } from '../state.js';
import type { View } from '../view.js';
import { clauseIn, clauseNamed, currentLocale, filled, pack, t, words } from '../words.js';
import { inWords } from './field.js';

/** What the draft comes to: what is wrong with it, or where it deviates and which way. */
export function deviationsView(): View {
  const element = h('section', { 'aria-labelledby': 'deviations-title' });
  return {
    element,
    update(state, before) {
      if (state.evaluation === before?.evaluation) return;
      element.replaceChildren(...shown(state));
    },
  };
}

function shown({ base, evaluation }: State): HTMLElement[] {
  if (!evaluation.ok) return problems(evaluation.problems);
  const { deviations, loosened } = evaluation;
  const of = (kind: Deviation['kind']): number => deviations.filter((one) => one.kind === kind).length;
  const counts = {
    n: deviations.length,
    stricter: of('stricter'),
    looser: of('looser'),
    other: of('new') + of('other'),
  };
  const lead = deviations.length === 0 ? t(words.noDeviations) : filled(words.deviationsLead, counts);
  return [
    h('h3', { id: 'deviations-title' }, t(words.deviations)),
    h('p', { class: 'lead', role: 'status' }, lead),
    ...(loosened.length === 0 ? [] : [warning(base, loosened)]),
    ...(deviations.length === 0
      ? []
      : [
          table(deviations, fieldsByPath(base), evaluation.ruleSet),
          h(
            'p',
            { class: 'bar' },
            h(
              'button',
              { type: 'button', onclick: () => saveDifferences(deviations, evaluation.ruleSet) },
              t(words.saveDifferences),
            ),
          ),
        ]),
  ];
}

function problems(found: readonly Problem[]): HTMLElement[] {
  return [
    h('h3', { id: 'deviations-title' }, t(words.problems)),
    h('p', { class: 'lead wrong', role: 'status' }, filled(words.problemsLead, { n: found.length })),
    h(
      'ul',
      { class: 'problems' },
      found
        .slice(0, MOST_SHOWN)
        .map((problem) => h('li', {}, h('code', {}, place(problem.path)), ' ', explain(problem, pack()))),
    ),
  ];
}

const MOST_SHOWN = 100;

/** A path that leads to its field, where the page has one. */
function place(path: string): Node | string {
  const field = document.getElementById(`field-${path}`);
  if (field === null) return path === '' ? '{ }' : path;
  const go = (event: Event): void => {
    event.preventDefault();
    field.closest('details')?.setAttribute('open', '');
    field.focus();
  };
  return h('a', { href: `#field-${path}`, onclick: go }, path);
}

/** What is looser than the base lets it be. */
function warning(base: RuleSet, loosened: readonly LooserPart[]): HTMLElement {
  const others = loosened.filter((one): one is Deviation => !('bound' in one));
  const lines = [
    ...boundsPassed(base, loosened),
    ...others.map((one) => h('li', {}, explain(one, pack(), base))),
  ];
  return h(
    'div',
    { class: 'warning' },
    h('h4', {}, t(words.loosened)),
    h('p', {}, t(words.loosenedLead)),
    h('ul', {}, lines),
  );
}

/** Each bound that is passed, its clause, and where: in which roles. */
function boundsPassed(base: RuleSet, loosened: readonly LooserPart[]): HTMLElement[] {
  const bounds = new Map<string, Loosened[]>();
  for (const one of loosened) {
    if ('bound' in one) bounds.set(one.bound, [...(bounds.get(one.bound) ?? []), one]);
  }
  return [...bounds].map(([id, places]) => {
    const bound = base.bounds.held[id];
    const roles = places.flatMap(({ path }) => roleOf(base, path) ?? []);
    return h(
      'li',
      {},
      h('strong', {}, bound === undefined ? id : t(bound.title)),
      ' ',
      h('span', { class: 'clause' }, bound === undefined ? '' : clauseNamed(base, bound.clause)),
      ' ',
      [...new Set(roles)].join(currentLocale() === 'en' ? ', ' : '、'),
    );
  });
}

function roleOf({ roles }: RuleSet, path: string): string | undefined {
  const [part, id = ''] = path.split('.');
  const title = part === 'roles' ? roles[id]?.title : undefined;
  return title === undefined ? undefined : t(title);
}

function table(
  deviations: readonly Deviation[],
  fields: ReadonlyMap<string, Field>,
  rules: RuleSet,
): HTMLElement {
  const heads = [words.clauseHead, words.part, words.base, words.draft, words.direction];
  return wide(
    t(words.deviationsTable),
    h(
      'table',
      { id: 'deviations' },
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
        deviations.map((one) => row(one, fields.get(one.path), rules)),
      ),
    ),
  );
}

/** What goes with an exported rule set: each part that differs, in words and as it stands in the rules. */
function saveDifferences(deviations: readonly Deviation[], rules: RuleSet): void {
  const heads = [words.clauseHead, words.part, words.deviations, words.base, words.draft, words.direction];
  const rows = deviations.map((one) => [
    clauseIn(rules, one.clause),
    one.path,
    explain(one, pack(), rules),
    written(one.was),
    written(one.is),
    t(words[one.kind]),
  ]);
  save(`${rules.id}-${rules.version}.csv`, 'text/csv', csvOf([heads.map(t), ...rows]));
}

function written(part: unknown): string {
  return part === undefined ? '' : JSON.stringify(part);
}

function row(deviation: Deviation, field: Field | undefined, rules: RuleSet): HTMLElement {
  const { clause, path, kind, was, is } = deviation;
  const direction = h('td', {}, h('span', { class: `kind ${kind}` }, t(words[kind])));
  if (field === undefined)
    return h(
      'tr',
      {},
      h('td', {}, clauseIn(rules, clause)),
      h('td', { colspan: 3 }, explain(deviation, pack(), rules)),
      direction,
    );
  return h(
    'tr',
    {},
    h('td', {}, clauseIn(rules, clause)),
    h('th', { scope: 'row', title: path }, t(field.title)),
    h('td', {}, inWords(field, was as Part)),
    h('td', {}, inWords(field, is as Part)),
    direction,
  );
}
