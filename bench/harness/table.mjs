/** A result as lines of text: contenders with their ratios, then targets. */
export function tableOf({ name, title, contenders = [], figures = [], targets = [] }) {
  const lines = [`\n${name}: ${title}`];
  if (contenders.length > 0) {
    lines.push(row(['', 'ratio', 'min–max', 'best', 'cpu', 'heap', 'rss', 'held against']));
    for (const one of contenders) lines.push(row(cellsOf(one)));
  }
  for (const { what, value, unit } of figures)
    lines.push(`  ${what}: ${number(value)} ${unit ?? ''}`.trimEnd());
  for (const { what, most, least, came, met } of targets) {
    const bound = most === undefined ? `at least ${least}` : `at most ${most}`;
    lines.push(`  ${met ? 'met   ' : 'MISSED'}  ${what}: ${number(came)} (${bound})`);
  }
  return lines.join('\n');
}

const WIDTHS = [18, 8, 16, 8, 8, 8, 8];

function row(cells) {
  return `  ${cells.map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0)).join(' ')}`.trimEnd();
}

function cellsOf({ name, ratio, min, max, best, cpu, heap, rss, share = 1, against }) {
  const of = share === 1 ? against : `${against} (ran ${percent(share)} of the work)`;
  const maybe = (value) => (value === undefined ? '' : times(value));
  const range = `${times(min)}–${times(max)}`;
  return [name, times(ratio), range, times(best), maybe(cpu?.ratio), maybe(heap), maybe(rss), of];
}

/** A ratio in as many digits as it is worth. */
export function times(ratio) {
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}

export function percent(part) {
  return `${Number((part * 100).toPrecision(2))} %`;
}

export function number(value) {
  return Number.isInteger(value) ? value.toLocaleString('en') : times(value);
}
