import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharesOf } from '../harness/profile.mjs';

const frame = (id, functionName, url = '') => ({ id, callFrame: { functionName, url } });

test('shares are of the time that was not idle, by function and file', () => {
  const nodes = [frame(1, '(idle)'), frame(2, 'fold', 'file:///home/any/dist/account/fold.js'), frame(3, '')];
  const shares = sharesOf({ nodes, samples: [1, 2, 2, 3], timeDeltas: [96, 1, 2, 1] });
  assert.deepEqual(shares, [
    { where: 'fold, account/fold.js', share: 0.75 },
    { where: '(a function)', share: 0.25 },
  ]);
});
