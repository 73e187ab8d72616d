import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { growth, MOST } from '../fuzz/growth.js';
import { sampled } from './scale.js';

/*
 * Every regular expression of the source takes time in proportion to the text, whatever the text: long repetitions of what it looks for,
 * alone and in pairs, with an end that does not fit.
 */

const ROOT = new URL('../../', import.meta.url);

/** What others wrote, what is built, and tests, whose texts are their own. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'test', '.work']);

/** The programs in a folder, at any depth. */
function programs(folder: string): string[] {
  return readdirSync(new URL(folder, ROOT), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}${entry.name}`;
    if (entry.isDirectory()) return LEFT_OUT.has(entry.name) ? [] : programs(`${path}/`);
    return /\.(?:ts|tsx|js|mjs|cjs)$/.test(path) ? [path] : [];
  });
}

type Found = { readonly file: string; readonly line: number; readonly expression: RegExp };

/** The regular expressions that stand in a program. */
function expressionsOf(file: string): readonly Found[] {
  const text = readFileSync(new URL(file, ROOT), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
      const flags = node.text.slice(end + 1).replace(/[gy]/g, '');
      found.push({ file, line, expression: new RegExp(node.text.slice(1, end), flags) });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Characters of every kind that an expression may tell apart. */
const KINDS = [
  ...['a', 'Z', '0', '9', '-', '.', '_', ' ', '\t', '\n', '[', ']', '(', '/', '!', ',', '\u0000', 'é', '志'],
  ...['α', 'я', '\u0301', '\u3000', '\u00a0', '\u200d', '\u200c', '\ufe0f', '👩', '🏽', '❤', '\u20e3', '#'],
  ...['ب', 'د', '\u064e', 'ක', '\u0dca', 'क', '\u094d', '\ud800', '\u202e', '\u2800', '\u2f08'],
];

/** What is repeated: what the expression itself says, and characters of any kind; then two of them. */
function pumps({ source }: RegExp): readonly (readonly string[])[] {
  const literal = source.match(/[\p{L}\p{N}_-]{2,}/gu) ?? [];
  const of = [...new Set([...KINDS, ...literal])];
  const pairs = of.flatMap((a) => of.map((b) => a + b));
  return [of, sampled(pairs, 37)];
}

/** Texts of about so many characters, each a repetition, with a beginning and an end that it should not have. */
function attacking(expression: RegExp, repeated: readonly string[]): (size: number) => () => void {
  return (size) => {
    const texts = repeated.flatMap((pump) => {
      const long = pump.repeat(Math.ceil(size / pump.length));
      return [long, `${long}!`, `!${long}\n`];
    });
    return () => {
      for (const text of texts) expression.test(text);
    };
  };
}

const FOUND = ['src/', 'cli/src/', 'examples/', 'scripts/', 'bench/']
  .flatMap(programs)
  .flatMap(expressionsOf);
const TIMED = FOUND.filter(({ file }) => file.startsWith('src/'));
const SIZE = 1_000;

test('there are many, and one whose time grows with the square of the text is told', () => {
  expect(TIMED.length).toBeGreaterThan(30);
  const attack = attacking(/\s+$/, [' ']);
  // Engines make code of an expression that was used before, which the first of two times would else have to wait for.
  for (let times = 0; times < 5; times += 1) attack(SIZE)();
  // Other work on the machine may hide it: growth is the most favourable of several tries.
  const isTold = Array.from({ length: 20 }).some(() => growth(attack, 2 * SIZE) > MOST);
  expect(isTold).toBe(true);
});

describe('time grows with the text', () => {
  test.each(TIMED)('$file:$line $expression', ({ expression }) => {
    for (const repeated of pumps(expression)) {
      expect(growth(attacking(expression, repeated), SIZE)).toBeLessThanOrEqual(MOST);
    }
  });
});

/*
 * Of those of the whole repository, a checker tells by their automata whether time is linear, whatever the text. Where there is no
 * automaton (a look-ahead, a reference to a group) or where it is too large, time is measured as above. No clock bounds the checker's work.
 */
type Checker = typeof import('recheck').checkSync;
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as { checkSync: Checker };

function isLinear({ file, expression }: Pick<Found, 'file' | 'expression'>): boolean {
  const { source, flags } = expression;
  const { status } = checkSync(source, flags, { checker: 'automaton', timeout: null });
  if (status !== 'unknown') return status === 'safe';
  // Those of the library have all been measured.
  if (file.startsWith('src/')) return true;
  return pumps(expression).every((repeated) => growth(attacking(expression, repeated), SIZE) <= MOST);
}

/**
 * How many of a file's expressions may take time that grows with the square, and why they may: a script reads nothing but what this
 * repository itself wrote.
 */
const BOUNDED: Readonly<Record<string, number>> = {
  'scripts/entries.mjs': 2,
  'scripts/run-snippets.mjs': 3,
  'examples/browser/run.mjs': 1,
  'bench/works/fold/limit.mjs': 1,
};

describe('is linear by its form', () => {
  test('there are those of every part, and one that is not linear is told', () => {
    for (const part of ['src/', 'cli/src/', 'examples/counter/src/', 'examples/workbench/src/', 'scripts/'])
      expect(FOUND.filter(({ file }) => file.startsWith(part)).length, part).toBeGreaterThan(2);
    for (const quadratic of [/\s*[\r\n]+\s*/, /Allowed choices are (.*)\.$/, /^\s*<!-- embed\b/m])
      expect(isLinear({ file: '', expression: quadratic }), String(quadratic)).toBe(false);
  });

  test.each([...new Set(FOUND.map(({ file }) => file))])('in %s', (file) => {
    const others = FOUND.filter((found) => found.file === file && !isLinear(found));
    const told = others.map(({ line, expression }) => `${file}:${line} ${expression}`);
    expect(told.length, told.join('\n')).toBe(BOUNDED[file] ?? 0);
  });
});
