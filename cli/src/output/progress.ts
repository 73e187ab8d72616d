// Nothing is drawn where nobody looks at a terminal, and the bars are not loaded.
const bars = process.stderr.isTTY ? await import('cli-progress') : undefined;

/** Shows how far a long piece of work is. */
export type Progress = {
  readonly at: (done: number) => void;
  readonly stop: () => void;
};

const SILENT: Progress = { at: () => undefined, stop: () => undefined };

/** A bar on the standard error, which is gone when the work is done; nothing where nobody looks at a terminal. */
export function progressOf(title: string, total: number): Progress {
  if (bars === undefined || total === 0) return SILENT;
  const format = `${title} {bar} {percentage} %`;
  const bar = new bars.SingleBar(
    { format, clearOnComplete: true, hideCursor: false },
    bars.Presets.shades_classic,
  );
  bar.start(total, 0);
  return {
    at: (done) => bar.update(Math.min(done, total)),
    stop: () => bar.stop(),
  };
}
