import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';

/* What the demo prints, as somebody at a terminal reads it. `npm run examples` holds the text against the program. */

const EXAMPLE = fileURLToPath(new URL('../../examples/community-three-years/', import.meta.url));
const lines = readFileSync(`${EXAMPLE}expected.txt`, 'utf8').split('\n');

const HAN = /\p{Script=Han}/u;

/** How many columns a text takes: Chinese letters and full-width marks take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u2e80-\u303e\u3041-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\uffe0-\uffe6]/u.test(letter)
        ? 2
        : 1),
    0,
  );

/** The lines of tables: from the headings over a rule to the next empty line, without the sentences below their rows. */
function tableLines(): string[] {
  const found: string[] = [];
  let isTable = false;
  for (const [at, line] of lines.entries()) {
    if (/^-{2,}(?: +-{2,})*$/.test(line)) {
      isTable = true;
      found.push(lines[at - 2] ?? '', lines[at - 1] ?? '', line);
    } else if (line === '') isTable = false;
    else if (isTable && !line.startsWith('    ')) found.push(line);
  }
  return found;
}

test('it opens with what an officer wants first, in sentences, before any table', () => {
  const headings = lines.filter((_, at) => /^=+$/.test(lines[at + 1] ?? ''));
  expect(headings[0]).toBe('概要 In short');
  const opening = lines
    .slice(
      0,
      lines.findIndex((line) => /^-{2,}/.test(line)),
    )
    .join('\n');
  expect(opening).toMatch(/获得 \d+ 分.*未能办理.*需街道党群办关注：\d+ 项.*\d+ 个账户.*\d+ 份积分手册/);
  expect(opening).toMatch(/earned \d+ points.*refused.*\d+ findings.*\d+ accounts?.*\d+ handbooks?/);
});

test('Chinese names communities by their names, and no commands', () => {
  for (const line of lines.filter((one) => HAN.test(one)))
    expect(line.slice(0, lastHan(line) + 1)).not.toMatch(/“(?:linan|beiyuan)”|命令/);
});

test('tables are no wider than a terminal', () => {
  const table = tableLines();
  expect(table.length).toBeGreaterThan(100);
  expect(table.filter((line) => widthOf(line) > 120)).toEqual([]);
});

test('Chinese names clauses as the document does', () => {
  const numbers = Object.keys(renfa2022.source?.numbering ?? {});
  expect(numbers.length).toBeGreaterThan(20);
  for (const line of lines.filter((one) => HAN.test(one))) expect(line).not.toMatch(/条款 ?\d/);
  // A cell with a clause has it in both forms.
  for (const number of numbers) expect(lines.filter((line) => line.startsWith(`${number}  `))).toEqual([]);
});

test('Chinese names rewards by their titles', () => {
  const handbooks = readdirSync(EXAMPLE).filter((file) => /^handbook-.*\.json$/.test(file));
  const ids = handbooks.flatMap((file) => {
    const { rewards } = JSON.parse(readFileSync(`${EXAMPLE}${file}`, 'utf8')) as {
      rewards: { rewardId: string }[];
    };
    return rewards.map(({ rewardId }) => rewardId);
  });
  expect(ids.length).toBeGreaterThan(10);
  // A line that has both languages names them in its Chinese half.
  const chinese = lines.filter((line) => HAN.test(line)).map((line) => line.slice(0, lastHan(line) + 1));
  for (const id of new Set(ids))
    expect(chinese.filter((line) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(line))).toEqual([]);
});

function lastHan(line: string): number {
  for (let at = line.length - 1; at >= 0; at -= 1) if (HAN.test(line[at] ?? '')) return at;
  return -1;
}
