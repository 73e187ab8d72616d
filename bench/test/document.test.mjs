import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reportOf } from '../report/document.mjs';
import { NOTES } from '../report/notes.mjs';
import { names } from '../works.mjs';

const contender = {
  name: 'library',
  against: 'limit',
  ratio: 1.2,
  min: 1.1,
  max: 1.5,
  best: 1.1,
  share: 0.1,
};

function run(met) {
  return {
    versions: { node: '20.0.0', library: { name: 'points-bank', version: '1.0.0' }, peers: { zod: '4.0.0' } },
    settings: { rounds: 7, warmUps: 2, by: 'cpu' },
    works: names.map((name) => ({
      name,
      title: `the work of ${name}`,
      contenders: [contender],
      figures: [{ what: 'a snapshot', value: 5104, unit: 'bytes' }],
      targets: [{ what: 'what nobody ever set as a target', most: 1.25, came: 1.2, met }],
    })),
  };
}

test('every work has its notes, its table and its target', () => {
  const report = reportOf(run(true));
  for (const name of names) {
    assert.ok(NOTES[name] !== undefined, `${name} has no notes`);
    assert.ok(report.includes(`## The work of ${name}\n\n\`--only ${name}\`. `));
  }
  assert.ok(report.includes('| library | 1.20 | 1.10–1.50 | 1.10 | – | – | limit; ran 10 % of the work |'));
  assert.ok(report.includes('| a snapshot | 5,104 bytes |'));
  assert.ok(report.includes('zod 4.0.0'));
});

test('a miss without its reason is not reported', () => {
  assert.throws(() => reportOf(run(false)), /say in bench\/report\/reasons.mjs why/);
});

test('results that leave out a work are no report', () => {
  const { works, ...rest } = run(true);
  assert.throws(() => reportOf({ ...rest, works: works.slice(1) }), new RegExp(`no ${names[0]}`));
});
