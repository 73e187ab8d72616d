import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/*
 * What a host does not use falls away. Each name of each entry point is bundled alone, and what came along with it is looked at.
 */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

type Came = {
  /** The packages of npm. */
  readonly packages: readonly string[];
  /** The folders of src/. */
  readonly folders: readonly string[];
};

async function bundle(
  contents: string,
): Promise<{ readonly exports: readonly string[]; readonly came: Came; readonly code: string }> {
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: ROOT, loader: 'ts' },
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'esm',
    write: false,
    metafile: true,
    absWorkingDir: ROOT,
  });
  const [output] = Object.values(metafile.outputs);
  const used = Object.entries(output?.inputs ?? {}).flatMap(([path, { bytesInOutput }]) =>
    bytesInOutput > 0 ? [path] : [],
  );
  const found = (pattern: RegExp): string[] =>
    [...new Set(used.flatMap((path) => pattern.exec(path)?.[1] ?? []))].sort();
  return {
    exports: output?.exports ?? [],
    came: { packages: found(/node_modules\/((?:@[^/]+\/)?[^/]+)/), folders: found(/^src\/([^/]+)\//) },
    code: outputFiles[0]?.text ?? '',
  };
}

/** The packages that names bring in, by entry point; a name that is not here brings in none. */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  index: {
    createBank: '@noble/hashes',
    digest: '@noble/hashes',
  },
  define: {
    checkHandbook: 'zod',
    checkRuleSet: 'zod',
    defineHandbook: 'zod',
    defineRuleSet: 'zod',
    checkProgramme: 'zod',
    defineProgramme: 'zod',
    withConsents: 'zod',
    deriveRuleSet: 'immer zod',
  },
  'rule-sets': {},
  reports: {},
  audit: {
    seal: '@noble/hashes',
    verifyChain: '@noble/hashes',
    verifyDecisions: '@noble/hashes',
  },
  words: {},
  schema: {
    ...Object.fromEntries(
      ['command', 'event', 'handbook', 'programme', 'ruleSet', 'snapshot'].map((name) => [
        `${name}Schema`,
        'zod',
      ]),
    ),
    ...Object.fromEntries(
      ['Command', 'Event', 'Events', 'Handbook', 'Programme', 'RuleSet', 'Snapshot'].map((name) => [
        `parse${name}`,
        'zod',
      ]),
    ),
    jsonSchemas: 'zod',
  },
  simulation: {
    compareAccounts: '@noble/hashes',
    compareRuleSets: '@noble/hashes',
    comparisonReducer: '@noble/hashes',
    replay: '@noble/hashes',
    sensitivity: '@noble/hashes',
    sensitivityReducer: '@noble/hashes',
    simulate: '@noble/hashes pure-rand',
    simulateHistories: '@noble/hashes pure-rand',
    simulationSteps: '@noble/hashes pure-rand',
  },
  testing: {
    // fast-check makes its numbers by pure-rand.
    arbitraries: '@noble/hashes fast-check pure-rand',
    checkLaws: '@noble/hashes fast-check pure-rand',
    laws: '@noble/hashes fast-check pure-rand',
    ruleSets: 'fast-check pure-rand',
    proveSmallScope: '@noble/hashes',
    subjectOf: '@noble/hashes',
  },
};

describe.each(Object.entries(PACKAGES))('points-bank/%s', async (entry, expected) => {
  const { exports } = await bundle(`export * from './src/${entry}.ts'`);

  test('has the names that are told of here', () => {
    expect(exports.length).toBeGreaterThan(0);
    expect(Object.keys(expected).filter((name) => !exports.includes(name))).toEqual([]);
  });

  test.each(exports)('%s brings in no package but its own', async (name) => {
    const { came } = await bundle(`export { ${name} } from './src/${entry}.ts'`);
    expect(came.packages.join(' ')).toBe(expected[name] ?? '');
  });
});

/** The packages that an entry point loads, whatever of it is used. */
async function loaded(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [`src/${entry}.ts`],
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    metafile: true,
    absWorkingDir: ROOT,
  });
  const outside = Object.values(metafile.inputs).flatMap(({ imports }) =>
    imports.flatMap(({ external, path }) => (external === true ? [path] : [])),
  );
  return [...new Set(outside)].sort();
}

describe('zod and immer stand apart:', () => {
  test.each(['index', 'rule-sets', 'reports', 'audit', 'simulation', 'testing'])(
    '%s loads neither',
    async (entry) => {
      const packages = await loaded(entry);
      expect(packages).not.toContain('zod');
      expect(packages).not.toContain('immer');
    },
  );

  test.each([
    ['schema', 'zod'],
    ['define', 'immer zod'],
  ])('%s loads %s', async (entry, packages) => {
    expect((await loaded(entry)).filter((name) => /^(immer|zod)$/.test(name)).join(' ')).toBe(packages);
  });
});

describe('what is used alone comes alone', () => {
  test.each([
    ['fold', 'index', ['account', 'values']],
    ['evolve', 'index', ['account', 'values']],
    ['createBank', 'index', ['account', 'rules', 'values']],
    ['renfa2022', 'rule-sets', ['rule-sets', 'values']],
    ['statement', 'reports', ['reports', 'rules', 'values']],
    ['annualFeedback', 'reports', ['reports', 'rules', 'values']],
    ['communityRegister', 'reports', ['reports', 'rules', 'values']],
    ['seal', 'audit', ['audit', 'values']],
  ])('%s', async (name, entry, folders) => {
    const { came } = await bundle(`export { ${name} } from './src/${entry}.ts'`);
    expect(came.folders).toEqual(folders);
  });
});

describe('words stand apart', () => {
  test.each([
    ['createBank', 'index'],
    ['fold', 'index'],
    ['verifyDecisions', 'audit'],
    ['statement', 'reports'],
    ['recognition', 'reports'],
    ['findAnomalies', 'reports'],
  ])('%s brings in no sentence', async (name, entry) => {
    const { came, code } = await bundle(`export { ${name} } from './src/${entry}.ts'`);
    expect(came.folders).not.toContain('words');
    expect(code).not.toMatch(/\p{Script=Han}/u);
  });

  test.each(['en', 'zhCN', 'ja', 'enReports', 'zhCNReports', 'jaReports'])(
    // The goal is 5 kB; the sentences of a living ledger take more (docs/performance.md says by how much).
    '%s is one pack alone, of 9.6 kB or less',
    async (name) => {
      const { code } = await bundle(`export { ${name} } from './src/words.ts'`);
      expect(brotliCompressSync(code).length).toBeLessThanOrEqual(9600);
      expect(/[ぁ-ん]/.test(code)).toBe(name.startsWith('ja'));
      expect(/\p{Script=Han}/u.test(code)).toBe(!name.startsWith('en'));
    },
  );
});
