import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checksum } from '../harness/checksum.mjs';
import { deepFreeze, expectFrozen } from '../harness/frozen.mjs';

test('the order of members does not matter, and everything else does', () => {
  const sum = checksum([{ a: 1, b: { c: [1, 2], d: 'x' } }]);
  assert.equal(checksum([{ b: { d: 'x', c: [1, 2] }, a: 1 }]), sum);
  const others = [
    [{ a: 1, b: { c: [2, 1], d: 'x' } }],
    [{ a: 1, b: { c: [1, 2], d: 'y' } }],
    [{ a: 1, b: { c: [1, 2] } }],
    [{ a: '1', b: { c: [1, 2], d: 'x' } }],
    [{ a: 1 }, { b: { c: [1, 2], d: 'x' } }],
    [],
  ];
  for (const other of others) assert.notEqual(checksum(other), sum);
});

test('a result that is open anywhere is told', () => {
  const made = deepFreeze({ a: [{ b: 1 }] });
  expectFrozen([made]);
  assert.throws(() => expectFrozen([made, Object.freeze({ a: [] })]), /could still be changed/);
});
