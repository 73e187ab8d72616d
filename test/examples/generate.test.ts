import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledger } from '../../examples/community-three-years/generate.mjs';

const COMMITTED = new URL('../../examples/community-three-years/ledger.jsonl', import.meta.url);

test('the committed ledger is what its generator makes', () => {
  // Compared as a whole first: a diff of 3,805 lines says nothing.
  expect(ledger() === readFileSync(COMMITTED, 'utf8')).toBe(true);
});

test('the ledger is three years of one community, of the size that the demo promises', () => {
  const commands = ledger()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; data: { accountId?: string } });
  const opened = commands.filter(({ type }) => type === 'OpenAccount').map(({ data }) => data.accountId);
  expect(commands.length).toBeGreaterThan(3000);
  expect(new Set(opened).size).toBe(84);
});
