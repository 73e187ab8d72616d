import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Input, query, run } from './adapter.js';

type Scenario = {
  readonly id: string;
  readonly title: string;
  readonly options: Input;
  readonly commands: readonly Input[];
  readonly results: readonly { readonly accepted: boolean; readonly points?: number }[];
  readonly accounts: { readonly [id: string]: Input };
  readonly queries?: readonly (Input & { readonly expect: Input })[];
};

const SPECIAL: Record<string, number> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/** JSON has no NaN and no infinity: they stand as `{"$num": "NaN"}`. */
function revive(_key: string, value: unknown): unknown {
  const special = (value as { $num?: string } | null)?.$num;
  return special === undefined ? value : SPECIAL[special];
}

const file = new URL('scenarios.json', import.meta.url);
const scenarios = JSON.parse(readFileSync(file, 'utf8'), revive) as Scenario[];

describe.each(scenarios)('$id $title', ({ commands, options, results, accounts, queries = [] }) => {
  test('commands', () => {
    const outcome = run(commands, options);
    const expected = results.map(({ accepted, points }) => (accepted ? { accepted, points } : { accepted }));
    const seen = outcome.results.map((result) =>
      result.accepted ? { accepted: true, points: result.points } : { accepted: false },
    );
    expect(seen).toEqual(expected);
    expect(Object.keys(outcome.accounts).sort()).toEqual(Object.keys(accounts).sort());
    expect(outcome.accounts).toMatchObject(accounts);
  });

  test.each(queries)('query $type $year $publishedOn $filedOn', ({ expect: expected, ...q }) => {
    expect(query(commands, q, options)).toMatchObject(expected);
  });
});
