import { number, percent, times } from '../harness/table.mjs';

export { number, percent };

/** A table of Markdown. */
export function table(head, rows) {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}

/** Contenders with their ratios, the fastest of each size first. */
export function contendersTable(contenders) {
  const firsts = [...new Set(contenders.map(({ against }) => against))];
  const sorted = firsts.flatMap((first) =>
    contenders.filter(({ against }) => against === first).sort((a, b) => a.ratio - b.ratio),
  );
  const head = ['contender', 'ratio', 'min–max', 'best', 'heap', 'RSS', 'against'];
  const shareOf = (wanted) => contenders.find(({ name }) => name === wanted)?.share;
  return table(
    head,
    // A contender that ran a part of the work kept only a part of its results.
    sorted.map((one) => rowOf(one, one.share === shareOf(one.against))),
  );
}

function rowOf({ name, ratio, min, max, best, heap, rss, share = 1, against }, kept) {
  const of = share === 1 ? against : `${against}; ran ${percent(share)} of the work`;
  const maybe = (value) => (kept && value !== undefined ? times(value) : '–');
  return [name, times(ratio), `${times(min)}–${times(max)}`, times(best), maybe(heap), maybe(rss), of];
}

/** Figures that belong to no contender. */
export function figuresTable(figures) {
  return table(
    ['what', 'measured'],
    figures.map(({ what, value, unit }) => [
      what,
      unit === undefined ? number(value) : `${number(value)} ${unit}`,
    ]),
  );
}
