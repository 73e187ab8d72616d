import type { Rebuilt } from '../store/projections.js';

const WIDTH = 30;

/** Shows how far the lists are made: as a bar on a terminal, as a line for each tenth elsewhere. */
export function progressBar(out: NodeJS.WriteStream = process.stderr): (rebuilt: Rebuilt) => void {
  let told = 0;
  return ({ done, of }) => {
    if (of === 0) return;
    const share = Math.min(1, done / of);
    const figures = `${done.toLocaleString('en')} of ${of.toLocaleString('en')} accounts`;
    if (out.isTTY) {
      const full = Math.round(share * WIDTH);
      out.write(
        `\rLists [${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${figures}${share === 1 ? '\n' : ''}`,
      );
    } else if (share === 1 || share >= told + 0.1) {
      told = share;
      out.write(`Lists: ${figures}\n`);
    }
  };
}
