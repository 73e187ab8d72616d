/** A line of a redemption in one cell with others: `haircut×1; "a;b"×2`. */
export type RewardLine = {
  readonly id: string;
  readonly quantity: string;
  /** The line as it stands there. */
  readonly written: string;
};

/** An id that needs no quotes. */
const PLAIN = /^[\p{L}\p{M}\p{N}_.:/-]+$/u;

/** The cell of a redemption's lines, which {@link readRewards} reads. */
export function rewardCell(
  lines: readonly { readonly rewardId: string; readonly quantity: number }[],
): string {
  return lines
    .map(({ rewardId, quantity }) => {
      const id = PLAIN.test(rewardId) ? rewardId : `"${rewardId.replaceAll('"', '""')}"`;
      return `${id}×${quantity}`;
    })
    .join('; ');
}

/** What is in quotes; or what stands between a quantity and the next line without a semicolon, as people write, or a sheet with a line break. */
const QUOTED_OR_APART =
  /"(?:[^"]|"")*"|(?<=(?:[×*]|["\s][xX])\s{0,3}[\d０-９]{1,9})(?:\s*[、，,]|\s+(?![×*;；\s]|$))/gu;

/** The lines of a cell, in one pass over it. A line without a quantity is one. */
export function readRewards(cell: string): RewardLine[] {
  return split(cell.replace(QUOTED_OR_APART, (found) => (found.startsWith('"') ? found : ';')))
    .map(lineOf)
    .filter(({ id }) => id !== '');
}

/** The parts between semicolons that stand in no quotes. */
function split(cell: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const letter of cell) {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && (letter === ';' || letter === '；')) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts;
}

function lineOf(part: string): RewardLine {
  const written = part.trim();
  const end = written.startsWith('"') ? written.lastIndexOf('"') : 0;
  if (end > 0) {
    const rest = written.slice(end + 1).trim();
    const quantity = /^[×xX*]/.test(rest) ? rest.slice(1).trim() : rest;
    const id = written.slice(1, end).replaceAll('""', '"');
    return { id, quantity: quantity === '' ? '1' : quantity, written };
  }
  const at = Math.max(written.lastIndexOf('×'), written.lastIndexOf('*'), letterSign(written));
  const quantity = at > 0 ? written.slice(at + 1).trim() : '';
  if (quantity === '') return { id: written, quantity: '1', written };
  return { id: written.slice(0, at).trim(), quantity, written };
}

/** Where an x stands for "times": after a space, or else it is a letter of the id. */
function letterSign(line: string): number {
  const at = Math.max(line.lastIndexOf(' x'), line.lastIndexOf(' X'));
  return at < 0 ? at : at + 1;
}
