/** A line of a redemption in one cell with others: `haircut×1; "a;b"×2`. */
export type RewardLine = { readonly id: string; readonly quantity: string };

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

/** The lines of a cell, in one pass over it. A line without a quantity is one. */
export function readRewards(cell: string): RewardLine[] {
  return split(cell)
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
  const line = part.trim();
  const end = line.startsWith('"') ? line.lastIndexOf('"') : 0;
  if (end > 0) {
    const rest = line.slice(end + 1).trim();
    const quantity = /^[×xX*]/.test(rest) ? rest.slice(1).trim() : rest;
    return { id: line.slice(1, end).replaceAll('""', '"'), quantity: quantity === '' ? '1' : quantity };
  }
  const at = Math.max(line.lastIndexOf('×'), line.lastIndexOf('*'), letterSign(line));
  const quantity = at > 0 ? line.slice(at + 1).trim() : '';
  return quantity === '' ? { id: line, quantity: '1' } : { id: line.slice(0, at).trim(), quantity };
}

/** Where an x stands for "times": after a space, or else it is a letter of the id. */
function letterSign(line: string): number {
  const at = Math.max(line.lastIndexOf(' x'), line.lastIndexOf(' X'));
  return at < 0 ? at : at + 1;
}
