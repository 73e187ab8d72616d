import { describe, expect, test } from 'vitest';
import { renfa2022 } from '../../src/rule-sets.js';

describe('A: the catalogue of what there is to choose from', () => {
  test('has 22 entries of four kinds, each under one id', () => {
    const kinds = Object.values(renfa2022.catalogue);
    expect(kinds.map(({ clause, entries }) => [clause, Object.keys(entries).length])).toEqual([
      ['A.1', 8],
      ['A.2', 5],
      ['A.3', 5],
      ['A.4', 4],
    ]);
    const ids = kinds.flatMap(({ entries }) => Object.keys(entries));
    expect(new Set(ids).size).toBe(22);
    expect(renfa2022.clauses.catalogue).toBe('A');
  });
});
