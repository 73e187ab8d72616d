// Runs the tests of schemas with the lowest zod of the range that package.json names, which stands in node_modules as zod-lowest.
// `npm test` runs them with the newest, the one that package-lock.json has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifest, root } from './entries.mjs';
import { run } from './process.mjs';

const TESTS = ['test/schema', 'test/define/define-', 'test/define/readings', 'test/fuzz/fast-reader'];

const versionOf = (name) =>
  JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;

const range = manifest.dependencies.zod;
const lowest = versionOf('zod-lowest');
if (range !== `^${lowest}`) {
  console.error(`package.json takes zod ${range}, and zod-lowest is ${lowest}`);
  process.exitCode = 1;
} else {
  await test('zod-lowest');
}

async function test(name) {
  const version = versionOf(name);
  const { code, stdout, stderr } = await run('npx', ['vitest', 'run', ...TESTS], {
    cwd: root,
    env: { ...process.env, ZOD: name, ZOD_VERSION: version, NO_COLOR: '1' },
  });
  if (code === 0) console.log(`zod ${version}: ${/Tests +.*/.exec(stdout)?.[0]}`);
  else {
    console.error(`with zod ${version}:\n${stdout}${stderr}`);
    process.exitCode = 1;
  }
}
