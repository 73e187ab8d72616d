import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure, OtherAnswer } from '../harness/measure.mjs';

const registry = new URL('fixture/works.mjs', import.meta.url).href;

function settings(lines = []) {
  return { warmUps: 1, rounds: 3, registry, log: (line) => lines.push(line) };
}

test('every contender is timed as often as was asked for, in its own process', async () => {
  const measured = await measure('whole', ['limit', 'same'], settings());
  assert.deepEqual(
    measured.map(({ name, sum, times }) => [name, sum, times.length]),
    [
      ['limit', '7', 3],
      ['same', '7', 3],
    ],
  );
  for (const { heap, rss, share } of measured) {
    assert.ok(heap > 0 && rss > heap);
    assert.equal(share, 1);
  }
});

test('a contender that makes something else is an error before anything is timed', async () => {
  const lines = [];
  await assert.rejects(measure('whole', ['limit', 'same', 'other'], settings(lines)), (error) => {
    assert.ok(error instanceof OtherAnswer);
    assert.match(error.message, /other made 8, but limit made 7/);
    return true;
  });
  assert.deepEqual(
    lines.filter((line) => line.includes('round')),
    [],
  );
});

test('contenders are held against the first of their own size', async () => {
  const measured = await measure('whole', ['limit', 'same', 'limit@2', 'same@2'], settings());
  assert.deepEqual(
    measured.map(({ sum }) => sum),
    ['7', '7', '9', '9'],
  );
});

test('a contender that does not start is an error that names it', async () => {
  await assert.rejects(measure('whole', ['limit', 'broken'], settings()), /broken: .*it does not start/s);
});

test('a contender that ran a part of the work says so', async () => {
  const [{ share }] = await measure('half', ['limit'], settings());
  assert.equal(share, 0.5);
});
