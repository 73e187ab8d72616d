import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/* The made-up community of the examples has one name in each language, wherever it is named. */

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PLACES = ['README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'src', 'cli', 'docs', 'examples', 'test'];
/** What is installed or built there is not ours to name. */
const NOT_OURS = new Set(['node_modules', 'dist', 'out']);
const TEXT = /\.(?:md|ts|tsx|mjs|json|jsonl|txt|csv)$/;

/** The wrong character for the first one, so written that this file does not have it. */
const MISSPELT = '\u6797\u5b89';

function filesIn(place: string): readonly string[] {
  if (statSync(place).isFile()) return TEXT.test(place) ? [place] : [];
  return readdirSync(place)
    .filter((name) => !NOT_OURS.has(name))
    .flatMap((name) => filesIn(join(place, name)));
}

const texts = PLACES.flatMap((place) => filesIn(join(ROOT, place))).map((file) => ({
  file: file.slice(ROOT.length),
  text: readFileSync(file, 'utf8'),
}));

test('the community has one name in Chinese', () => {
  expect(texts.filter(({ text }) => text.includes('临安社区')).length).toBeGreaterThan(10);
  expect(texts.filter(({ text }) => text.includes(MISSPELT)).map(({ file }) => file)).toEqual([]);
});

test('and one in English, beside the Chinese one', () => {
  const titles = texts.flatMap(({ file, text }) =>
    [...text.matchAll(/'临安(?:社区)[^']*', (?:en: )?'(.*?)'|--zh 临安(?:社区) --en "(.*?)"/g)].map(
      ([, quoted, argument]) => ({ file, title: quoted ?? argument ?? '' }),
    ),
  );
  expect(titles.length).toBeGreaterThan(5);
  expect(titles.filter(({ title }) => !/\bLinan community\b|\bcommunity of Linan\b/.test(title))).toEqual([]);
});
