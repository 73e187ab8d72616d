import { h } from '../h.js';
import type { RuleSets, State, Work } from '../state.js';
import { filled, t, words } from '../words.js';

/** How far a piece of work is, with a way to stop it, and why it came to nothing. */
export type WorkView = {
  readonly element: HTMLElement;
  readonly update: (...works: readonly { readonly work: Work<unknown>; readonly doing: string }[]) => void;
};

/** Shows the first of some pieces of work that is running, or failed. It stays in its place, so that nothing loses the focus. */
export function workView(stop: () => void): WorkView {
  const name = h('span', {});
  const bar = h('progress', { max: 1 });
  const share = h('span', {});
  const button = h('button', { type: 'button', onclick: stop }, t(words.stop));
  const running = h('p', { class: 'working' }, name, bar, share, button);
  const wrong = h('p', { class: 'wrong', role: 'alert' });
  return {
    element: h('div', {}, running, wrong),
    update(...works) {
      const now = works.find(({ work }) => work.is === 'running');
      running.hidden = now === undefined;
      if (now?.work.is === 'running') {
        name.textContent = now.doing;
        bar.setAttribute('aria-label', now.doing);
        bar.value = now.work.share;
        share.textContent = filled(words.percent, { n: Math.round(now.work.share * 100) });
      }
      const failure = works.find(({ work }) => work.is === 'failed')?.work;
      const why = failure?.is === 'failed' ? t(failure.why) : '';
      if (wrong.textContent !== why) wrong.textContent = why;
    },
  };
}

/** Said of a result where the rules have changed since. */
export function outdatedNote(): {
  readonly element: HTMLElement;
  readonly update: (work: Work<unknown>, state: State) => void;
} {
  const element = h('p', { class: 'note', hidden: true }, t(words.outdated));
  return {
    element,
    update(work, state) {
      element.hidden = work.is !== 'done' || isOf(work.ruleSets, state);
    },
  };
}

function isOf(ruleSets: RuleSets, { base, evaluation }: State): boolean {
  return evaluation.ok && ruleSets.a === base && ruleSets.b === evaluation.ruleSet;
}
