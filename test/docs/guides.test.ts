import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { blocksOf, codeOf } from './code-blocks.js';

/*
 * Every guide is there in English and in Chinese, with the same code. A Chinese guide explains in Chinese words where the English one
 * explains in English ones: the packs, and the language of a title or of a chart, are all that may differ, beside comments.
 */

const FOLDER = fileURLToPath(new URL('../../docs/guides/', import.meta.url));
const GUIDES = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

function read(name: string): string {
  return readFileSync(`${FOLDER}${name}`, 'utf8');
}

function headingsOf(page: string): string[] {
  return page.replace(/^```[\s\S]*?^```$/gm, '').match(/^#+(?= )/gm) ?? [];
}

test('there is a Chinese guide for each English one, and no other', () => {
  const chinese = readdirSync(`${FOLDER}zh-CN`);
  expect(chinese.sort()).toEqual([...GUIDES].sort());
});

test('the site and the READMEs list every guide in one order, each in its language', () => {
  const root = new URL('../../', import.meta.url);
  const listed = (file: string, folder: string): string[] => {
    const text = readFileSync(new URL(file, root), 'utf8');
    const [, list = text] = /^- (?:Guides: |指南：)([\s\S]*?)^- /m.exec(text) ?? [];
    return [...list.matchAll(new RegExp(`["(]${folder}([a-z-]+\\.md)`, 'g'))].map(([, name = '']) => name);
  };
  const order = listed('typedoc.json', 'docs/guides/');
  expect([...order].sort()).toEqual([...GUIDES].sort());
  expect(listed('typedoc.json', 'docs/guides/zh-CN/')).toEqual(order);
  expect(listed('README.md', 'docs/guides/')).toEqual(order);
  expect(listed('README.zh-CN.md', 'docs/guides/zh-CN/')).toEqual(order);
});

describe.each(GUIDES)('%s', (name) => {
  const english = read(name);
  const chinese = read(`zh-CN/${name}`);

  test('has the same code in both languages, but for comments', () => {
    expect(blocksOf(chinese).map(codeOf)).toEqual(blocksOf(english).map(codeOf));
  });

  test('shows the same tested code in both languages', () => {
    const embedded = (page: string): string[] => page.match(/^<!-- \/?embed.*-->$/gm) ?? [];
    expect(embedded(chinese)).toEqual(embedded(english));
  });

  test('has headings of the same levels, and a table for each', () => {
    expect(headingsOf(chinese)).toEqual(headingsOf(english));
    const tables = (page: string): number => page.match(/^\|(?:---\|)+$/gm)?.length ?? 0;
    expect(tables(chinese)).toBe(tables(english));
  });

  test('leads to the other language below its title', () => {
    expect(english.split('\n')[2]).toBe(`[中文](zh-CN/${name})`);
    expect(chinese.split('\n')[2]).toBe(`[English](../${name})`);
  });
});
