// Bundles worker.mjs for an edge runtime and runs it as one would: no built-in of Node.js, none of its globals, and no code made
// from text, which such runtimes forbid.
import { builtinModules } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { brotliCompressSync } from 'node:zlib';
import { build, transform } from 'esbuild';

const forTheEdge = {
  bundle: true,
  write: false,
  minify: true,
  metafile: true,
  format: 'esm',
  target: 'es2022',
  // A built-in of Node.js is not resolved by this platform: the bundling would fail.
  platform: 'neutral',
  logLevel: 'error',
  conditions: ['worker', 'browser', 'import'],
  // Every bundler for the edge sets this: libraries ask it for their short messages.
  define: { 'process.env.NODE_ENV': '"production"' },
  mainFields: ['browser', 'module', 'main'],
};
const { outputFiles, metafile } = await build({ ...forTheEdge, entryPoints: ['worker.mjs'] });
const [bundle] = outputFiles;
const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
const inputs = Object.values(metafile.inputs).flatMap(({ imports }) => imports.map(({ path }) => path));
const ofNode = [...imported, ...inputs].filter(
  (path) => path.startsWith('node:') || builtinModules.includes(path),
);
console.log('imports left in the bundle:', imported.length, '– built-ins of Node.js:', ofNode.length);
// The check can fail: a worker that needs the file system is not bundled.
const needsFiles = { contents: "export { readFileSync } from 'node:fs'", resolveDir: '.' };
const refused = await build({ ...forTheEdge, stdin: needsFiles, logLevel: 'silent' }).catch(() => 'refused');
console.log('a worker that reads files:', refused === 'refused' ? refused : 'bundled');
console.log('under 110 kB as it is sent:', brotliCompressSync(bundle.contents).length < 110_000);

// What the web gives and nothing else: no process, no Buffer, no require.
const web = { Response, URL, TextEncoder, TextDecoder };
const context = createContext({ ...web }, { codeGeneration: { strings: false, wasm: false } });
const { code } = await transform(bundle.text, { format: 'iife', globalName: 'worker' });
runInContext(code, context);
const worker = runInContext('worker.default', context);
console.log('has process:', runInContext("typeof process !== 'undefined'", context));

const kept = new Map();
const streams = {
  read: async (name) => (kept.get(name) ?? []).map((line) => JSON.parse(line)),
  append: async (name, length, events) => {
    const lines = kept.get(name) ?? [];
    if (lines.length !== length) return false;
    kept.set(name, [...lines, ...events.map((event) => JSON.stringify(event))]);
    return true;
  },
};

async function ask(path, command) {
  const body = typeof command === 'string' ? command : JSON.stringify(command);
  const request = new Request(
    `https://points.example.org${path}`,
    command === undefined ? {} : { method: 'POST', body },
  );
  const response = await worker.fetch(request, { streams });
  return { status: response.status, answer: await response.json() };
}

const common = { accountId: '张三', on: '2023-03-01', by: { office: 'community', communityId: 'linan' } };
const opening = { ...common, role: 'resident', communityId: 'linan', formComplete: true };
const matter = (matterId) => ({ ...common, item: 'activity', matterId, difficulty: 'hard' });
const enter = async (type, data) => {
  const { status, answer } = await ask('/commands', { type, data });
  console.log(type, status, answer.text ?? `${answer.events} new, the balance is ${answer.balance}`);
};
await enter('OpenAccount', opening);
await enter('OpenAccount', opening);
await enter('ReportIn', { ...common, on: '2023-09-01' });
await enter('ReportIn', { ...common, on: 'yesterday' });
// All at once: each is decided again until its turn has come.
const all = ['a', 'b', 'c'].map((matterId) =>
  ask('/commands', { type: 'CreditActivity', data: matter(matterId) }),
);
console.log('three at once:', (await Promise.all(all)).map(({ status }) => status).join(', '));

const path = `/accounts/${encodeURIComponent('张三')}/statement`;
const year = await ask(`${path}?from=2023-01-01&to=2023-12-31`);
for (const { on, title, points, redeemable } of year.answer.entries)
  console.log(on, title['zh-CN'], points, '=', redeemable);
for (const [what, given] of [
  [path],
  [`${path}?from=2023&to=2024`],
  ['/accounts/x/statement?from=2023-01-01&to=2023-12-31'],
  ['/commands', '{'],
  ['/'],
])
  console.log(what.split('?')[0], (await ask(what, given)).status);
