import { expect, test } from 'vitest';
import { COLUMNS, TYPES } from '../../src/import/columns.js';
import { fromHeader } from '../../src/language/locale.js';
import { MESSAGES } from '../../src/language/messages.js';
import { together } from '../../src/language/together.js';
import { openHost } from './support/host.js';
import { Visitor } from './support/visitor.js';

const HAN = /\p{Script=Han}/u;

/** Texts that have no words of a language: its name in its own letters, and a field before what is wrong with it. */
const ITSELF = ['otherLanguage', 'fieldWrong'];

test('every text is there in both languages, in their own letters', () => {
  for (const [key, message] of [
    ...Object.entries(MESSAGES),
    ...Object.entries(COLUMNS),
    ...Object.entries(TYPES),
  ]) {
    if (ITSELF.includes(key)) continue;
    const said =
      typeof message === 'function' ? (message as (...values: unknown[]) => never)(1, 2, 3) : message;
    const { 'zh-CN': zh, en } = said as { 'zh-CN': string; en: string };
    expect(zh, key).toMatch(HAN);
    expect(en, key).not.toMatch(HAN);
    expect(en.trim(), key).not.toBe('');
  }
});

test('a name that stands in two tables does not compile', () => {
  const one = { back: { 'zh-CN': '返回', en: 'Back' } };
  const other = { ...one, next: { 'zh-CN': '下一步', en: 'Next' } };
  // @ts-expect-error: 'back' is in both.
  together([one, other]);
  const { next } = other;
  expect(together([one, { next }])).toEqual(other);
});

test.each([
  ['', 'zh-CN'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-TW,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en;q=0.5, zh-CN;q=0.9', 'zh-CN'],
  ['de-DE,de;q=0.9,en;q=0.5', 'en'],
  ['fr', 'zh-CN'],
  ['en;q=0', 'zh-CN'],
])('a browser that asks for %j gets %s', (header, locale) => {
  expect(fromHeader(header)).toBe(locale);
});

test('the language of a page is said in it, and a choice is kept', async () => {
  const visitor = new Visitor(await openHost());
  expect((await visitor.get('/sign-in', { 'Accept-Language': 'en' })).text).toContain('<html lang="en">');
  await visitor.get('/language?to=zh-CN&back=/sign-in');
  expect((await visitor.get('/sign-in', { 'Accept-Language': 'en' })).text).toContain('<html lang="zh-CN">');
  await visitor.get('/language?to=tlh&back=/sign-in');
  expect((await visitor.get('/sign-in')).text).toContain('<html lang="zh-CN">');
});
