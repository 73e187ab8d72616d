import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMMANDS as DEFINITIONS } from '../src/commands/all.js';
import { nameOf, optionsOf } from '../src/pages/parts.js';
import { Folder, PROGRAM } from './support/cli.js';

/* The manual, the completions and the package: written from the definitions of the commands. */

const folder = new Folder();
const PACKAGE = join(PROGRAM, '../..');
/** A page without what roff or a shell escapes. */
const plain = (page: string): string => page.replaceAll('\\-', '-').replaceAll('\\&', '');

test('what Chinese texts say is Chinese, but for what is written so', () => {
  const texts = DEFINITIONS.flatMap(({ summary, arguments: positionals, options, no }) => [
    summary,
    ...[...positionals, ...options].map(({ description }) => description),
    ...(no === undefined ? [] : [no]),
  ]).map((words) => words['zh-CN']);
  expect(texts.length).toBeGreaterThan(80);
  for (const said of texts) expect(said.replace(/CSV|LANG/g, '')).not.toMatch(/[A-Za-z]/);
});

describe('the manual', () => {
  test.each([
    ['en', 'dist/man/points-bank.1', '.SH EXIT STATUS'],
    ['zh', 'dist/man/zh_CN/points-bank.1', '.SH 退出码'],
  ])(
    'in %s has every command with its options, and is the page of the package',
    async (locale, file, heading) => {
      const { out } = await folder.run(['man', '--locale', locale]);
      expect(readFileSync(join(PACKAGE, file), 'utf8')).toBe(out);
      expect(out).toContain(`\n${heading}\n`);
      const sections = plain(out).split('\n.SS points-bank ').slice(1);
      expect(sections.map((section) => section.split(/[ \n]/)[0])).toEqual(
        DEFINITIONS.map(({ name }) => name),
      );
      for (const [i, definition] of DEFINITIONS.entries()) {
        const shown = [...(sections[i]?.matchAll(/^\.B (--\S+)/gm) ?? [])].map(([, name]) => name);
        expect(shown, definition.name).toEqual(optionsOf(definition).map(nameOf));
      }
    },
  );

  test('has no line that roff would take for a request of its own', async () => {
    const { out } = await folder.run(['man']);
    const requests = new Set(out.match(/^[.'].\w*/gm));
    expect([...requests].sort()).toEqual([
      '.B',
      '.I',
      '.PP',
      '.RE',
      '.RS',
      '.SH',
      '.SS',
      '.TH',
      '.TP',
      '.ad',
      '.br',
      '.fi',
      '.nf',
    ]);
  });
});

describe('the completions', () => {
  /** What bash completes the last of some words with. */
  function completed(script: string, ...words: string[]): string[] {
    const call = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _points_bank; echo "\${COMPREPLY[*]}"`;
    const out = execFileSync('bash', ['-c', call, 'bash', 'points-bank', ...words], {
      cwd: folder.path,
      encoding: 'utf8',
    });
    return out.trim().split(' ').sort();
  }

  test('of bash complete commands, options, values and files', async () => {
    folder.write('ledger.jsonl', '');
    const { out } = await folder.run(['completion', 'bash']);
    expect(completed(out, 'ver')).toEqual(['verify']);
    expect(completed(out, 's')).toEqual(['sensitivity', 'simulate', 'statement']);
    expect(completed(out, 'statement', '--f')).toEqual(['--format', '--from']);
    expect(completed(out, 'statement', '--format', '')).toEqual(['csv', 'json', 'table']);
    expect(completed(out, 'verify', 'led')).toEqual(['ledger.jsonl']);
    expect(completed(out, 'verify', '--rules', 'renf')).toEqual(['renfa2022']);
    expect(completed(out, 'completion', '')).toEqual(['bash', 'fish', 'zsh']);
    for (const definition of DEFINITIONS) {
      const options = [...optionsOf(definition).map(nameOf), '--help'];
      expect(completed(out, definition.name, '--'), definition.name).toEqual([...options].sort());
    }
  });

  test.each(['zsh', 'fish'])('of %s have every command with its options', async (shell) => {
    const { out } = await folder.chinese(['completion', shell]);
    for (const definition of DEFINITIONS) {
      const written = optionsOf(definition).map((option) => {
        const name = nameOf(option);
        const described = option.description['zh-CN'];
        return shell === 'fish'
          ? [`from ${definition.name}' -l ${name.slice(2)}`, described]
          : [`${name}[`, described];
      });
      const lines = out.split('\n').filter((line) => line.includes(definition.name));
      for (const parts of written) {
        expect(
          lines.some((line) => parts.every((part) => line.includes(part))),
          `${definition.name} ${parts[0]}`,
        ).toBe(true);
      }
    }
  });
});

test('the package has the program, its manual and its descriptions, and nothing else', () => {
  const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: PACKAGE,
    encoding: 'utf8',
  });
  const [{ files }] = JSON.parse(packed) as [{ files: { path: string; mode: number }[] }];
  const named = files.map(({ path }) => path.replace(/^dist\/parts\/[\w-]+\.js$/, 'dist/parts/*.js'));
  expect([...new Set(named)].sort()).toEqual([
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist/man/points-bank.1',
    'dist/man/zh_CN/points-bank.1',
    'dist/parts/*.js',
    'dist/points-bank.js',
    'package.json',
  ]);
  expect(readFileSync(PROGRAM, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
