import { createReadStream, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';
import type { Say } from '../program/locale.js';

/** What `--input` takes: JSON lines, one value to a line; or CSV, one value to a row. */
export const FORMS = ['jsonl', 'csv'] as const;
export type Form = (typeof FORMS)[number];

/** A file to read, or the standard input. */
export type Source = {
  /** What it is called in messages. */
  readonly name: string;
  /** Absent for what can be read only once: the standard input, a pipe. */
  readonly path?: string;
  /** In bytes; 0 where it is not known. */
  readonly size: number;
  readonly form: Form;
  readonly open: () => Readable;
};

/** The file of a path; `-` is the standard input. Its form is that of `--input`, or else of its name. */
export function sourceOf(path: string, { given, say }: Context): Source {
  const form = (given.text('input') as Form | undefined) ?? (/\.csv$/i.test(path) ? 'csv' : 'jsonl');
  if (path === '-')
    return { name: say('标准输入', 'standard input'), size: 0, form, open: () => process.stdin };
  const stat = readable(path, say, () => statSync(path));
  if (stat.isDirectory()) throw cannotRead(path, 'EISDIR', say);
  return {
    name: path,
    size: stat.isFile() ? stat.size : 0,
    form,
    open: () => createReadStream(path),
    ...(stat.isFile() ? { path } : {}),
  };
}

/** What reading gives, or the error that the file cannot be read. */
export function readable<T>(path: string, say: Say, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw cannotRead(path, (error as NodeJS.ErrnoException).code, say);
  }
}

/** The error that a file cannot be read. */
export function cannotRead(name: string, code: string | undefined, say: Say): UnusableError {
  const why = {
    ENOENT: say('没有此文件', 'there is no such file'),
    EACCES: say('没有读取权限', 'permission denied'),
    EISDIR: say('这是文件夹', 'it is a folder'),
  }[code ?? ''];
  return new UnusableError(
    say(
      `无法读取 ${name}：${why ?? '读取时出错'}`,
      `cannot read ${name}: ${why ?? `reading failed${code === undefined ? '' : ` (${code})`}`}`,
    ),
  );
}
