import type { Handbook, Text } from 'points-bank';
import { h } from '../h.js';
import { changedHandbook, type RewardChange } from '../handbook.js';
import { wide } from '../plots/figure.js';
import { current } from '../state.js';
import { filled, number, t, text, words } from '../words.js';

type Row = { readonly element: HTMLElement; readonly change: () => RewardChange };

export type PricesView = {
  readonly element: HTMLElement;
  /** Shows a handbook, with nothing changed of it. */
  readonly startFrom: (handbook: Handbook) => void;
  /** The handbook as the reader changed it. */
  readonly changed: () => Handbook;
};

/** The titles of what was added, by id. */
const added = new Map<string, Text>();

/** The title of a reward of the handbook, or of one that was added. */
export function rewardTitle(rewardId: string): string {
  const reward = current().handbook.rewards.find((one) => one.rewardId === rewardId);
  const title = reward?.title ?? added.get(rewardId);
  return title === undefined ? rewardId : t(title);
}

/** The handbook of the changed rules: prices to change, rewards to leave out and to add. */
export function pricesView(): PricesView {
  let base = current().handbook;
  let rows: Row[] = [];
  const body = h('tbody', {});
  const add = (): void => {
    const row = newRow(rows.length + 1);
    rows = [...rows, row];
    body.append(row.element);
    row.element.querySelector('input')?.focus();
  };
  const heads = [words.reward, words.price, words.newPrice, words.offered];
  const table = h(
    'table',
    { id: 'prices' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        heads.map((head) => h('th', { scope: 'col' }, t(head))),
      ),
    ),
    body,
  );
  const element = h(
    'details',
    { class: 'prices' },
    h('summary', {}, t(words.prices)),
    h('p', { class: 'lead' }, t(words.pricesLead)),
    wide(t(words.prices), table),
    h('button', { type: 'button', id: 'add-reward', onclick: add }, t(words.addReward)),
  );
  return {
    element,
    startFrom(handbook) {
      base = handbook;
      rows = handbook.rewards.map((reward) => knownRow(reward));
      body.replaceChildren(...rows.map((row) => row.element));
    },
    changed: () =>
      changedHandbook(
        base,
        rows.map(({ change }) => change()),
      ),
  };
}

function knownRow({ rewardId, title, kind, price: before }: Handbook['rewards'][number]): Row {
  const named = { title: t(title) };
  const price = h('input', {
    type: 'number',
    value: before,
    min: kind === 'honour' ? 0 : 1,
    max: kind === 'honour' ? 0 : MOST,
    step: 1,
    required: true,
    'aria-label': filled(words.priceOf, named),
    'data-reward': rewardId,
  });
  const offered = h('input', {
    type: 'checkbox',
    checked: true,
    'aria-label': filled(words.offerReward, named),
    onchange: () => Object.assign(price, { disabled: !offered.checked }),
  });
  const element = h(
    'tr',
    {},
    h('th', { scope: 'row' }, t(title)),
    h('td', { class: 'n' }, number(before)),
    h('td', {}, price),
    h('td', {}, offered),
  );
  return {
    element,
    change: () => ({ rewardId, title, price: price.valueAsNumber, isOffered: offered.checked }),
  };
}

/** The highest price that can be tried. */
const MOST = 1_000_000;

function newRow(n: number): Row {
  const rewardId = `new-${n}`;
  const first = filled(words.newReward, { n });
  const title = h('input', {
    value: first,
    required: true,
    maxlength: 100,
    'aria-label': t(words.newRewardTitle),
  });
  const price = h('input', {
    type: 'number',
    value: 1,
    min: 1,
    max: MOST,
    step: 1,
    required: true,
    'aria-label': filled(words.priceOf, { title: first }),
    'data-reward': rewardId,
  });
  const offered = h('input', {
    type: 'checkbox',
    checked: true,
    'aria-label': filled(words.offerReward, { title: first }),
  });
  const element = h(
    'tr',
    {},
    h('th', { scope: 'row' }, title),
    h('td', { class: 'n' }, '—'),
    h('td', {}, price),
    h('td', {}, offered),
  );
  return {
    element,
    change() {
      const named = text(title.value, title.value);
      added.set(rewardId, named);
      return { rewardId, title: named, price: price.valueAsNumber, isOffered: offered.checked };
    },
  };
}
