import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { program } from '../../store/support/shared.js';

export const COUNTER = fileURLToPath(new URL('../../../', import.meta.url));

/** A counter as it is started: a process of its own. */
export type Started = {
  readonly address: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Once neither it nor any that it started is there any more. */
  readonly closed: Promise<void>;
  /** Asks it to end; what it ended with. */
  stop(): Promise<number | null>;
};

/** The test's own settings, and none of the machine's. */
export const environment = (folder: string, more: Record<string, string> = {}) => {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, DATA: folder, PORT: '0', ...more };
};

/** Starts the counter and waits until it is open. */
export async function startCounter(
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<Started> {
  return started(spawn(process.execPath, [await program('src/main'), ...args], { cwd: COUNTER, env }));
}

/** A counter that was started, once it is open. */
export async function started(child: ChildProcessWithoutNullStreams): Promise<Started> {
  let output = '';
  child.stderr.on('data', (chunk) => {
    output += String(chunk);
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      output += String(chunk);
      const [, found] = /open at (http:\S+)/.exec(output) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`it ended with ${code}:\n${output}`)));
  });
  return {
    address,
    child,
    output: () => output,
    closed,
    stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}
