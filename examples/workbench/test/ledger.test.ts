import { renfa2022 } from 'points-bank/rule-sets';
import { expect, test } from 'vitest';
import { readLedger } from '../src/ledger/read-stream.js';
import { sampleLedger } from '../src/ledger/sample.js';
import { bins } from '../src/plots/columns.js';

const histories = sampleLedger(renfa2022).slice(0, 12);
const lines = histories.flat().map((event) => JSON.stringify(event));

/** A stream of bytes in pieces of a size that splits lines and characters. */
function streamOf(written: string, size = 101): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder().encode(written);
  let from = 0;
  return new ReadableStream({
    pull(controller) {
      if (from >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(from, from + size));
      from += size;
    },
  });
}

test.each([
  ['lines', lines.join('\n')],
  ['a last line that ends', `${lines.join('\n')}\n`],
  ['CRLF and empty lines', `\r\n${lines.join('\r\n\r\n')}\r\n`],
  ['a byte order mark', `\uFEFF${lines.join('\n')}`],
  ['accounts taken in turn', [...lines].sort((a, b) => dayOf(a).localeCompare(dayOf(b))).join('\n')],
])('%s are read as the histories they are of', async (_, written) => {
  const read = await readLedger(streamOf(written), () => {});
  const sorted = (all: readonly (readonly { data: { accountId: string } }[])[]) =>
    [...all].sort(([a], [b]) => (a?.data.accountId ?? '').localeCompare(b?.data.accountId ?? ''));
  expect(read.summary()).toMatchObject({ accounts: 12, events: lines.length, badLines: 0, leftOut: 0 });
  expect(sorted(read.histories()).map((history) => history.length)).toEqual(
    sorted(histories).map((history) => history.length),
  );
});

test('a line that is no event is told of, and its account left out', async () => {
  const spoilt = [...lines];
  const at = spoilt.findIndex((line) => line.includes('"ActivityCredited"'));
  spoilt[at] = (spoilt[at] as string).replace(/"on":"[^"]+"/, '"on":"2023-02-30"');
  spoilt.splice(1, 0, 'not JSON');
  const summary = (await readLedger(streamOf(spoilt.join('\n')), () => {})).summary();
  expect(summary).toMatchObject({ accounts: 11, badLines: 2, leftOut: 1 });
  expect(summary.bad.map(({ line }) => line)).toEqual([2, at + 2]);
  expect(summary.bad[1]?.why.en).toContain('data.on');
});

test('a line that never ends is not read to its end', async () => {
  const endless = `{"a":"${'x'.repeat(3_000_000)}`;
  await expect(readLedger(streamOf(endless, 65_536), () => {})).rejects.toThrow('too long');
});

test('changes in bins keep every account, and losses and gains apart', () => {
  const changes = Array.from({ length: 201 }, (_, i) => [i - 100, 1] as const);
  for (const most of [2, 7, 40, 500]) {
    const all = bins(changes, most);
    expect(all.reduce((sum, { accounts }) => sum + accounts, 0)).toBe(200);
    expect(all.every(({ from, to }) => from <= to && Math.sign(from) === Math.sign(to))).toBe(true);
    expect(all.length).toBeLessThanOrEqual(Math.max(most, 2));
  }
});

function dayOf(line: string): string {
  return JSON.parse(line).data.on;
}
