import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { BankEvent, Command } from 'points-bank';
import { program } from './shared.js';

/** What a clerk's process is set to work on. */
export type Work = {
  readonly databaseUrl?: string | undefined;
  readonly folder?: string | undefined;
  readonly stock: number;
  /** How many commands are under way at once. */
  readonly atOnce: number;
};

export type Order = { readonly id: number; readonly command: Command };

/** What a clerk says, once the store has answered. */
export type Answer =
  | { readonly ready: true }
  | { readonly id: number; readonly events: readonly BankEvent[] }
  | { readonly id: number; readonly refused: string }
  | { readonly id: number; readonly failed: string };

type Heard = (answer: Exclude<Answer, { ready: true }>) => void;

/** A process of its own that carries out commands on a store. */
export class Clerk {
  private readonly process: ChildProcessByStdio<Writable, Readable, Readable>;
  private complaints = '';
  private readonly ready: Promise<unknown>;
  /** Its end, however it came. */
  readonly gone: Promise<unknown>;

  static async start(work: Work, heard: Heard): Promise<Clerk> {
    return new Clerk(await program('test/store/programs/clerk'), work, heard);
  }

  private constructor(path: string, work: Work, heard: Heard) {
    this.process = spawn(process.execPath, [path], { stdio: ['pipe', 'pipe', 'pipe'] });
    // Whoever writes to a process that was killed finds the pipe closed; what it had not answered is told by that.
    this.process.stdin.on('error', () => undefined);
    this.process.stderr.on('data', (chunk) => {
      this.complaints += String(chunk);
    });
    this.gone = once(this.process, 'close').then(([code]) => code as unknown);
    let isReady: (value?: unknown) => void = () => undefined;
    this.ready = new Promise((resolve) => {
      isReady = resolve;
    });
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const answer = parsed(line);
      if (answer === undefined) return;
      if ('ready' in answer) isReady();
      else heard(answer);
    });
    this.process.stdin.write(`${JSON.stringify(work)}\n`);
  }

  /** Until it has opened the store. @throws where it ended before */
  async opened(): Promise<void> {
    await Promise.race([this.ready, this.endedEarly()]);
  }

  /** @throws once it has ended, with what it complained of */
  async endedEarly(): Promise<never> {
    const code = await this.gone;
    throw new Error(`the process ended early (${String(code)}): ${this.complaints}`);
  }

  send(order: Order): void {
    this.process.stdin.write(`${JSON.stringify(order)}\n`);
  }

  /** No more orders: it does what it has, and ends. @throws where it does not end well */
  async finish(): Promise<void> {
    this.process.stdin.end();
    const code = await this.gone;
    if (code !== 0) throw new Error(`the process ended with ${String(code)}: ${this.complaints}`);
  }

  /** Ends it at once, wherever it is; whatever it had said by then is heard. */
  async kill(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.gone;
  }
}

/** A line; nothing where the process was killed while it wrote it. */
function parsed(line: string): Answer | undefined {
  try {
    return JSON.parse(line) as Answer;
  } catch {
    return undefined;
  }
}
