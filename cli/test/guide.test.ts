import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { Folder, PROGRAM } from './support/cli.js';

/* The commands of the guide print what the guide says, in both languages. What a block prints stands below it, indented. */

const GUIDES = fileURLToPath(new URL('../../docs/guides/', import.meta.url));
const BLOCK = /^```sh\n([\s\S]*?)^```\n\n((?: {4}.*\n|\n(?= {4}))*)/gm;

test.each([
  ['command-line.md', 'en_GB.UTF-8'],
  ['zh-CN/command-line.md', 'zh_CN.UTF-8'],
])('%s', (guide, language) => {
  const folder = new Folder();
  const page = readFileSync(join(GUIDES, guide), 'utf8');
  folder.write('commands.jsonl', /^```json\n([\s\S]*?)^```/m.exec(page)?.[1] ?? '');
  // The program by its name, as it is installed.
  const program = join(folder.path, 'points-bank');
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${PROGRAM}' "$@"\n`);
  chmodSync(program, 0o755);
  const env = { PATH: `${folder.path}${delimiter}${process.env.PATH}`, LANG: language };
  const blocks = [...page.matchAll(BLOCK)];
  expect(blocks).toHaveLength(8);
  for (const [, commands = '', shown = ''] of blocks) {
    const printed = spawnSync('sh', ['-c', `exec 2>&1\n${commands}`], {
      cwd: folder.path,
      env,
      encoding: 'utf8',
    });
    const expected = shown.replace(/^ {4}/gm, '').trimEnd().split('…');
    const wanted = expected.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
    expect(
      printed.stdout
        .replace(/^\uFEFF/, '')
        .replaceAll('\r', '')
        .trimEnd(),
      commands,
    ).toMatch(new RegExp(`^${wanted}$`));
  }
});
