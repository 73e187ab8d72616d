import { h } from '../h.js';
import { number, t, words } from '../words.js';

/** The figures of a plot, for those who read them better than a drawing. */
export type Table = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

export type Plot = {
  readonly title: string;
  /** What the drawing shows, in a sentence. */
  readonly says: string;
  readonly table: Table;
  /** Draws it so many pixels wide. */
  readonly draw: (width: number) => SVGElement;
  readonly legend?: boolean;
};

/** A plot with its title and its table. It is drawn again when its width changes, so that its writing keeps its size. */
export function figure({ title, says, table, draw, legend = true }: Plot): HTMLElement {
  const drawing = h('div', { class: 'drawing' });
  const element = h(
    'figure',
    {},
    h('figcaption', {}, h('strong', {}, title), h('span', {}, says)),
    legend && legendOf(),
    drawing,
    h('details', { class: 'figures' }, h('summary', {}, t(words.asTable)), wide(title, tableOf(table))),
  );
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.floor(entry?.contentRect.width ?? 0);
    if (width < 50 || width === drawn) return;
    drawn = width;
    const picture = draw(width);
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', `${title}. ${says}`);
    drawing.replaceChildren(picture);
  }).observe(drawing);
  return element;
}

function legendOf(): HTMLElement {
  return h(
    'p',
    { class: 'legend', 'aria-hidden': 'true' },
    h('span', { class: 'key a' }, t(words.base)),
    h('span', { class: 'key b' }, t(words.draft)),
  );
}

/** A table: texts in the first column are its row headings, numbers stand right. */
export function tableOf({ head, rows }: Table): HTMLTableElement {
  return h(
    'table',
    {},
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        head.map((cell, i) => h('th', { scope: 'col', class: i > 0 && 'n' }, cell)),
      ),
    ),
    h(
      'tbody',
      {},
      rows.map(([first, ...rest]) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, shown(first)),
          rest.map((cell) => h('td', { class: isFigure(cell) && 'n' }, shown(cell))),
        ),
      ),
    ),
  );
}

/** Numbers, those that were written with their sign among them. */
function isFigure(cell: string | number): boolean {
  return typeof cell === 'number' || /^[+−]?\d[\d,]*(\.\d+)?$/.test(cell);
}

function shown(cell: string | number | undefined): string {
  return typeof cell === 'number' ? number(cell) : (cell ?? '');
}

/** A box that is scrolled sideways, also by keyboard, where what is in it is wider than the page. */
export function wide(name: string, ...children: readonly Node[]): HTMLElement {
  return h('div', { class: 'wide', role: 'region', tabindex: 0, 'aria-label': name }, ...children);
}
