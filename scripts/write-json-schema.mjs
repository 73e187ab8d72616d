// Writes the JSON Schemas, as the built package makes them, to docs/schema/, for hosts in other languages.
// With --check nothing is written, and a file that is missing, out of date or left over fails.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './entries.mjs';

const { jsonSchemas } = await import('../dist/schema.js');
const check = process.argv.includes('--check');
const folder = join(root, 'docs/schema');
const problems = [];

mkdirSync(folder, { recursive: true });
const wanted = new Map(
  Object.entries(jsonSchemas()).map(([name, schema]) => [`${name}.schema.json`, written(schema)]),
);
for (const [file, text] of wanted) {
  const path = join(folder, file);
  const same = existsSync(path) && readFileSync(path, 'utf8') === text;
  if (same) continue;
  if (check) problems.push(`docs/schema/${file} is not what jsonSchemas() gives; see npm run docs:schema`);
  else writeFileSync(path, text);
}
for (const file of readdirSync(folder).filter((name) => !wanted.has(name))) {
  problems.push(`docs/schema/${file} is not the schema of anything`);
}
for (const problem of problems) console.error(problem);
console.log(`docs/schema: ${wanted.size} schemas${check ? ' checked' : ''}`);
process.exitCode = problems.length === 0 ? 0 : 1;

/** JSON in ASCII: patterns name characters that no editor shows. */
function written(schema) {
  const escaped = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(schema, null, 2).replace(/[\u007f-\uffff]/g, escaped)}\n`;
}
