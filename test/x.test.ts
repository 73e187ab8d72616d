import { test } from 'vitest';
import * as core from '../src/index.js';
import * as define from '../src/define.js';
import * as words from '../src/words.js';
import * as schema from '../src/schema.js';
import * as reports from '../src/reports.js';
import * as audit from '../src/audit.js';
import * as sim from '../src/simulation.js';
import * as testing from '../src/testing.js';
import { renfa2022 } from '../src/rule-sets.js';
test('x', () => {
  const bad = [undefined, null, 1, 'x', 1n, {}, [], [null], () => 1, { type: 'x' }];
  const good = [renfa2022, core.initialAccount];
  for (const [m, mod] of Object.entries({ core, define, words, schema, reports, audit, sim, testing })) {
    for (const [name, f] of Object.entries(mod)) {
      if (typeof f !== 'function' || /^class /.test(String(f))) continue;
      const raw = new Map<string, string>();
      for (const a of [...bad, ...good]) for (const b of [...bad, ...good]) {
        try { f(a, b, bad[3]); } catch (e) {
          const n = (e as Error).constructor.name;
          if (['TypeError', 'RangeError', 'Error', 'ReferenceError'].includes(n)) raw.set(n + ': ' + (e as Error).message.slice(0, 70), typeof a === 'object' ? JSON.stringify(a)?.slice(0, 20) : String(a));
        }
      }
      if (raw.size) console.log(m, name, raw.size, [...raw].slice(0, 3).map((x) => x.join(' <- ')).join(' | '));
    }
  }
});
