import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { growth, MOST } from '../fuzz/growth.js';
import { sampled } from './scale.js';

/*
 * Every regular expression of the source takes time in proportion to the text, whatever the text: long repetitions of what it looks for,
 * alone and in pairs, with an end that does not fit.
 */

/** The regular expressions that stand in the source, by file and line. */
function expressions(): readonly (readonly [where: string, expression: RegExp])[] {
  const root = new URL('../../src/', import.meta.url);
  const found: (readonly [string, RegExp])[] = [];
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue;
    const source = ts.createSourceFile(
      file,
      readFileSync(new URL(file, root), 'utf8'),
      ts.ScriptTarget.Latest,
    );
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const end = node.text.lastIndexOf('/');
        const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
        const flags = node.text.slice(end + 1).replace(/[gy]/g, '');
        found.push([`${file}:${line}`, new RegExp(node.text.slice(1, end), flags)]);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
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

const FOUND = expressions();
const SIZE = 1_000;

test('there are many, and one whose time grows with the square of the text is told', () => {
  expect(FOUND.length).toBeGreaterThan(30);
  const attack = attacking(/\s+$/, [' ']);
  // Engines make code of an expression that was used before, which the first of two times would else have to wait for.
  for (let times = 0; times < 5; times += 1) attack(SIZE)();
  expect(growth(attack, 2 * SIZE)).toBeGreaterThan(MOST);
});

describe('time grows with the text', () => {
  test.each(FOUND)('%s %s', (_, expression) => {
    for (const repeated of pumps(expression)) {
      expect(growth(attacking(expression, repeated), SIZE)).toBeLessThanOrEqual(MOST);
    }
  });
});
