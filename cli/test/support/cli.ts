import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The built program. */
export const PROGRAM: string = fileURLToPath(new URL('../../dist/points-bank.js', import.meta.url));

/** What a run left: its exit code and what it printed. */
export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

type Options = {
  /** What stands on the standard input. */
  readonly input?: string;
  readonly env?: { readonly [name: string]: string };
  /** Arguments of Node.js itself. */
  readonly node?: readonly string[];
};

/** A folder of files to run the command line in; it is gone after the tests of the file. */
export class Folder {
  readonly path: string = mkdtempSync(join(tmpdir(), 'points-bank-cli-'));

  constructor() {
    afterAll(() => rmSync(this.path, { recursive: true, force: true }));
  }

  /** Writes a file; of a list, a line for each. */
  write(name: string, content: string | readonly unknown[]): string {
    const lines = typeof content === 'string' ? content : content.map((one) => `${textOf(one)}\n`).join('');
    writeFileSync(join(this.path, name), lines);
    return name;
  }

  /** Runs the command line in English, as a program of its own. */
  run(args: readonly string[], options: Options = {}): Promise<Run> {
    return run(this.path, args, options);
  }

  /** Runs it in Chinese. */
  chinese(args: readonly string[], options: Options = {}): Promise<Run> {
    return run(this.path, args, { ...options, env: { LANG: 'zh_CN.UTF-8' } });
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function run(
  cwd: string,
  args: readonly string[],
  { input = '', env = {}, node = [] }: Options,
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...node, PROGRAM, ...args], {
      cwd,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const read = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      read.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      read.err += text;
    });
    // A program that ends before it has read its input closes it.
    child.stdin.on('error', () => undefined).end(input);
    child.on('error', reject).on('close', (code) => resolve({ code, ...read }));
  });
}
