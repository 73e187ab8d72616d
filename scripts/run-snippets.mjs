// Runs every ts, tsx and js block of the READMEs, of docs/guides/ and of the `@example`s in src/, each as a program of its own,
// against the built package by its name. What a block prints must be what its `// → …` comments say, in order.
//
// - `console.log(x) // → text` expects the line `text`; a comment line `// → text` expects one more line.
// - `…` in an expected text stands for any text.
// - A block without such a comment must only run to its end.
// - `no-run` after the language leaves out a block of shell or JSON; those are not run anyway, and ts, tsx and js always are.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { root } from './entries.mjs';
import { mapLimited, run } from './process.mjs';

const RUN = ['ts', 'tsx', 'typescript', 'js', 'javascript', 'mjs'];
const LEFT_OUT = ['', 'sh', 'bash', 'shell', 'console', 'json', 'jsonc', 'text', 'txt', 'mermaid', 'diff'];

const scratch = join(root, '.ci/tmp/snippets');
rmSync(scratch, { recursive: true, force: true });
mkdirSync(scratch, { recursive: true });

const snippets = [
  ...['README.md', 'README.zh-CN.md'].filter((file) => existsSync(join(root, file))).flatMap(inMarkdown),
  ...filesUnder('docs/guides', '.md').flatMap(inMarkdown),
  ...filesUnder('src', '.ts').flatMap(inSource),
];
const only = process.argv[2];
const chosen = snippets.filter(({ where }) => only === undefined || where.includes(only));
const failures = (await mapLimited(chosen, availableParallelism(), check)).filter(
  (text) => text !== undefined,
);
for (const failure of failures) console.error(`${failure}\n`);
console.log(`snippets: ${chosen.length - failures.length} ran as written, ${failures.length} did not`);
if (failures.length > 0 || (chosen.length === 0 && only !== undefined)) process.exitCode = 1;

/** The files under a folder of the repository, with their paths from its root. */
function filesUnder(folder, extension) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .filter((file) => file.endsWith(extension))
    .map((file) => join(folder, file))
    .sort();
}

function inMarkdown(file) {
  return blocks(readFileSync(join(root, file), 'utf8').split('\n'), file, 1);
}

/** The blocks of the `@example`s in a source file's comments. */
function inSource(file) {
  const found = [];
  const source = readFileSync(join(root, file), 'utf8');
  for (const comment of source.matchAll(/\/\*\*[\s\S]*?\*\//g)) {
    const first = source.slice(0, comment.index).split('\n').length;
    const lines = comment[0].split('\n').map((line) => line.replace(/^\s*\*( |$)/, ''));
    const start = lines.findIndex((line) => /^@example\b/.test(line));
    if (start >= 0) found.push(...blocks(lines.slice(start), file, first + start));
  }
  return found;
}

/** The fenced blocks to run among lines of Markdown; `first` is the file's number of the first line. */
function blocks(lines, file, first) {
  const found = [];
  let open;
  lines.forEach((line, index) => {
    const fence = /^(\s*)(`{3,})\s*(\S*)\s*(.*)$/.exec(line);
    if (open === undefined && fence) {
      const [, indent, ticks, language, info] = fence;
      const where = `${file}:${first + index}`;
      open = { where, language: language.toLowerCase(), info, indent: indent.length, ticks, code: [] };
    } else if (open !== undefined && line.trim() === open.ticks) {
      if (!LEFT_OUT.includes(open.language)) found.push(open);
      open = undefined;
    } else if (open !== undefined) {
      open.code.push(line.slice(Math.min(open.indent, line.length - line.trimStart().length)));
    }
  });
  if (open !== undefined) throw new Error(`${open.where}: the block does not end`);
  return found;
}

/** Runs one block; gives what is wrong with it, or nothing. */
async function check({ where, language, info, code }) {
  if (!RUN.includes(language))
    return `${where}: a block of ${language} is neither run nor known to be left out`;
  if (/\bno-run\b/.test(info)) return `${where}: no-run is for shell and JSON; a block of ${language} is run`;
  const source = code.join('\n');
  const file = join(scratch, `${where.replace(/[^\w.-]+/g, '-')}.mjs`);
  try {
    const loader = language === 'tsx' ? 'tsx' : 'ts';
    const options = { loader, jsx: 'automatic', format: 'esm', target: 'node20' };
    const { code: script } = await transform(source, options);
    writeFileSync(file, script);
  } catch (error) {
    return `${where}: ${error.message}`;
  }
  const { code: exit, stdout, stderr } = await run(process.execPath, [file], { cwd: scratch });
  if (exit !== 0) return `${where}: ended with ${exit}\n${withoutInternals(stderr)}`;
  const expected = code.flatMap((line) => /\/\/ → ?(.*)$/.exec(line)?.[1].trim() ?? []);
  const printed = stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n');
  const same =
    expected.length === printed.length && printed.every((line, i) => fits(line.trim(), expected[i]));
  if (expected.length === 0 || same) return undefined;
  return `${where}: printed\n${indented(printed)}\nwhere the block says\n${indented(expected)}`;
}

function fits(line, expected) {
  const parts = expected.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(line);
}

/** An error as Node.js prints it, without the frames inside Node.js. */
function withoutInternals(text) {
  const lines = text.split('\n').filter((line) => line !== '' && !/^ {4}at .*node:|^Node[.]js v/.test(line));
  return lines.join('\n');
}

function indented(lines) {
  return lines.map((line) => `    ${line}`).join('\n');
}
