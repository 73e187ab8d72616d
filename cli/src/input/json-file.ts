import { readFileSync } from 'node:fs';
import type { Parsed } from 'points-bank/schema';
import type { Context } from '../program/command.js';
import { UnusableError } from '../program/exit.js';
import { problemsError } from './problems.js';
import { readable } from './source.js';

/** The JSON of a file; `-` is the standard input. */
export function readJson(path: string, { say }: Context): unknown {
  const name = path === '-' ? say('标准输入', 'standard input') : path;
  const bytes = readable(name, say, () => readFileSync(path === '-' ? 0 : path));
  let written: string;
  try {
    written = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnusableError(say(`${name}：不是 UTF-8 编码的文字`, `${name}: it is not text in UTF-8`));
  }
  try {
    return JSON.parse(written);
  } catch {
    throw new UnusableError(say(`${name}：内容不完整或格式有误`, `${name}: it is not JSON`));
  }
}

/** What a file holds; what is wrong with it ends the command. */
export function readJsonAs<T>(path: string, parse: (input: unknown) => Parsed<T>, context: Context): T {
  const parsed = parse(readJson(path, context));
  if (parsed.ok) return parsed.value;
  throw problemsError(
    (said) => context.say(`${path}：${said}`, `${path}: ${said}`),
    parsed.problems,
    context,
  );
}
