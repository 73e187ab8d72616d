import { stderr } from 'node:process';

/** Tells on stderr how far the demo is: on one line that changes in a terminal, and line by line into a file or pipe. */
export function progress(write = (text) => stderr.write(text), terminal = stderr.isTTY === true) {
  let told = -1;
  return {
    step: (words) => write(terminal ? `\r\x1b[2K${words}` : `${words}\n`),
    /** Told at every tenth in a terminal, at every quarter elsewhere. */
    part(words, done, all) {
      const parts = terminal ? 10 : 4;
      const part = Math.floor((done * parts) / all);
      if (part === told) return;
      told = part;
      this.step(`${words} ${Math.floor((done * 100) / all)} %`);
    },
    done: () => terminal && write('\r\x1b[2K'),
  };
}
