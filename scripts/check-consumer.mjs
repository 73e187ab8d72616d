// Packs the package as it would be published, installs the tarball in an empty folder, and uses it there as a stranger would:
// every entry point in ESM and in CommonJS, every name of the API reports, and a program type-checked under both.
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries, manifest, root } from './entries.mjs';
import { mustRun, run } from './process.mjs';

/** Entry points that need a peer, which a consumer installs beside the package. */
const NEEDS_PEER = { testing: 'fast-check' };

/** Entry points that load zod; `define` loads immer too. All others run where neither is installed. */
const NEEDS_ZOD = ['schema', 'define'];

const folder = mkdtempSync(join(tmpdir(), 'points-bank-consumer-'));
const problems = [];
try {
  await install();
  const plain = entries.filter(({ name }) => !(name in NEEDS_PEER));
  const peered = entries.filter(({ name }) => name in NEEDS_PEER);
  for (const entry of plain) await checkNames(entry);
  await checkApart(plain.filter(({ name }) => !NEEDS_ZOD.includes(name)));
  if (peered.length > 0) {
    const peers = peered.map(
      ({ name }) => `${NEEDS_PEER[name]}@${manifest.peerDependencies[NEEDS_PEER[name]]}`,
    );
    await npm(['install', ...peers]);
    for (const entry of peered) await checkNames(entry);
  }
  await checkTypes();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

async function npm(args) {
  return mustRun('npm', [...args, '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
  });
}

async function install() {
  const packed = await mustRun('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
    cwd: root,
  });
  const list = Object.values(JSON.parse(packed))[0];
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
  );
  await npm(['install', join(folder, list.filename)]);
  console.log(
    `${list.filename}: ${list.entryCount} files, ${Math.round(list.size / 1024)} kB packed, installed`,
  );
}

/** The names that an API report lists: `values` exist when the program runs, `types` only for the compiler. */
function reported(name) {
  const report = readFileSync(join(root, 'docs/api-report', `${name}.api.md`), 'utf8');
  const names = (pattern) => [...report.matchAll(pattern)].map((match) => match[1]).sort();
  return {
    values: names(
      /^export (?:declare )?(?:abstract )?(?:async )?(?:function|const|class|enum|let) (\w+)/gm,
    ).filter(unique),
    types: names(/^export (?:declare )?(?:type|interface) (\w+)/gm).filter(unique),
  };
}

function unique(name, index, all) {
  return all.indexOf(name) === index;
}

/** Whether an entry point gives the same names in ESM and in CommonJS, those of its report, and runs without a warning. */
async function checkNames({ name, specifier }) {
  const print =
    'console.log(JSON.stringify(Object.keys(all).filter((key) => !IGNORED.includes(key)).sort()))';
  const ignored = "const IGNORED = ['default', 'module.exports', '__esModule'];";
  const sources = {
    mjs: `import * as all from '${specifier}'; ${ignored} ${print}`,
    cjs: `const all = require('${specifier}'); ${ignored} ${print}`,
  };
  const wanted = JSON.stringify(reported(name).values);
  for (const [extension, source] of Object.entries(sources)) {
    const file = join(folder, `names.${extension}`);
    writeFileSync(file, source);
    const { code, stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
    if (code !== 0 || stderr !== '')
      problems.push(`${specifier} as .${extension}: ended with ${code}\n${stderr}`);
    else if (stdout.trim() !== wanted) {
      problems.push(
        `${specifier} as .${extension} exports\n  ${stdout.trim()}\nwhere its report has\n  ${wanted}`,
      );
    }
  }
  console.log(`${specifier}: ${reported(name).values.length} values, ${reported(name).types.length} types`);
}

/** Whether entry points load neither zod nor immer: they are imported, as ESM and as CommonJS, where both are out of reach. */
async function checkApart(apart) {
  const moved = ['zod', 'immer'].map((name) => [join(folder, 'node_modules', name), join(folder, name)]);
  for (const [from, to] of moved) renameSync(from, to);
  for (const [extension, load] of [
    ['mjs', (specifier) => `import '${specifier}';`],
    ['cjs', (specifier) => `require('${specifier}');`],
  ]) {
    const file = join(folder, `apart.${extension}`);
    writeFileSync(file, apart.map(({ specifier }) => load(specifier)).join('\n'));
    const { code, stderr } = await run(process.execPath, [file], { cwd: folder });
    if (code !== 0) problems.push(`without zod and immer, as .${extension}:\n${stderr}`);
  }
  for (const [from, to] of moved) renameSync(to, from);
  console.log(`without zod and immer: ${apart.map(({ specifier }) => specifier).join(', ')}`);
}

/** Type-checks, under `module: node16`, a program that imports every name and one that uses the main ones. */
async function checkTypes() {
  const everything = entries.map(({ name, specifier }) => {
    const { values, types } = reported(name);
    const alias = name.replace(/\W/g, '_');
    const listed = [
      ...values,
      ...types.filter((type) => !values.includes(type)).map((type) => `type ${type}`),
    ];
    return `import { ${listed.map((each) => `${each} as ${alias}_${each.replace('type ', '')}`).join(', ')} } from '${specifier}';
export type { ${listed.map((each) => `${alias}_${each.replace('type ', '')}`).join(', ')} };`;
  });
  const program = readFileSync(join(root, 'scripts/consumer/program.ts'), 'utf8');
  for (const extension of ['mts', 'cts']) {
    writeFileSync(join(folder, `everything.${extension}`), `${everything.join('\n')}\n`);
    writeFileSync(join(folder, `program.${extension}`), program);
  }
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['ES2023', 'DOM'],
        types: [],
        module: 'Node16',
        moduleResolution: 'Node16',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        skipLibCheck: false,
        noEmit: true,
      },
      include: ['*.mts', '*.cts'],
    }),
  );
  const { code, stdout } = await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'),
    '-p',
    folder,
  ]);
  if (code !== 0) problems.push(`a consumer does not compile:\n${stdout}`);
  else console.log('types: every name and a program compile under node16, as ESM and as CommonJS');
}
