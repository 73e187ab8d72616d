// The limits make what the library makes: without this, a ratio against them would say nothing. The peers need their packages; they are
// held to the same by the harness itself whenever they are run.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { writeData } from '../data/write.mjs';
import { contenderOf, names, workOf } from '../works.mjs';

const quick = { quick: true };

before(() => writeData(() => {}));

for (const name of names) {
  const { make, own, contenders } = await workOf(name);
  if (make === undefined) continue;
  test(`${name}: what is run without peers makes the same`, async () => {
    const sums = new Map();
    for (const contender of own.filter((one) => !one.endsWith('-no-eval'))) {
      assert.ok(contenders.includes(contender));
      const { run, sum } = await contenderOf(name, contender, quick);
      const size = contender.split('@')[1];
      const made = await sum(await run());
      assert.equal(made, sums.get(size) ?? made, `${contender} makes something else`);
      sums.set(size, made);
    }
  });
}
