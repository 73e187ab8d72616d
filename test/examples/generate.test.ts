import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ledger } from '../../examples/community-three-years/generate.mjs';

const COMMITTED = new URL('../../examples/community-three-years/ledger.jsonl', import.meta.url);

test('the committed ledger is what its generator makes', () => {
  // Compared as a whole first: a diff of 3,824 lines says nothing.
  expect(ledger() === readFileSync(COMMITTED, 'utf8')).toBe(true);
});

test('the ledger is three years of one community, of the size that the demo promises', () => {
  const commands = ledger()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { type: string; data: { accountId?: string } });
  const opened = commands.filter(({ type }) => type === 'OpenAccount').map(({ data }) => data.accountId);
  expect(commands.length).toBeGreaterThan(3000);
  // 84 volunteers, one of whom goes on in a second account.
  expect(new Set(opened).size).toBe(85);
});
