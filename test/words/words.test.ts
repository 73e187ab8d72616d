import { describe, expect, test } from 'vitest';
import { clip, written } from '../../src/account/words.js';

describe('a foreign text in a sentence', () => {
  test('stands as it is up to sixty units, and is cut after them', () => {
    expect(clip('x'.repeat(60))).toBe('x'.repeat(60));
    expect(clip('x'.repeat(61))).toBe(`${'x'.repeat(60)}…`);
    expect(clip('abcd', 4)).toBe('abcd');
    expect(clip('abcde', 4)).toBe('abcd…');
  });

  test('is cut before a character that would be cut in two', () => {
    expect(clip('abc𠀀def', 4)).toBe('abc…');
    expect(clip('abc\u{10ffff}def', 4)).toBe('abc…');
    expect(clip('ab𠀀def', 4)).toBe('ab𠀀…');
    // What stands right before and right after the first halves of pairs.
    expect(clip('abc\ud7ffdef', 4)).toBe('abc\ud7ff…');
    expect(clip('abc\udc00def', 4)).toBe('abc\udc00…');
    expect(clip('abc\ue000def', 4)).toBe('abc\ue000…');
  });
});

test('a figure has a true minus sign', () => {
  expect([-2, -1, 0, 1].map(written)).toEqual(['−2', '−1', '0', '1']);
});
