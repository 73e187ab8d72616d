// Folders of src/ are layers and import downwards only. From the bottom:
const layers = {
  values: [],
  rules: ['values'],
  account: ['values', 'rules'],
  schema: ['values', 'rules', 'account'],
  define: ['values', 'rules', 'account', 'schema'],
  'rule-sets': ['values', 'rules', 'define'],
  reports: ['values', 'rules', 'account'],
  audit: ['values', 'rules', 'account'],
  words: ['values', 'rules', 'account', 'schema', 'reports', 'audit'],
  simulation: ['values', 'rules', 'account', 'schema', 'define', 'rule-sets', 'reports'],
  testing: [
    'values',
    'rules',
    'account',
    'schema',
    'define',
    'rule-sets',
    'reports',
    'simulation',
    'audit',
    'words',
  ],
};

// Each package that src/ may import, and the one place for it.
const packages = {
  '@noble/hashes': '^src/(values|rules)/digest[.]ts$',
  immer: '^src/define/',
  zod: '^src/schema/',
  'pure-rand': '^src/simulation/',
  'fast-check': '^src/testing/',
};

// Folders of cli/src/ are layers too; main.ts stands above them all.
const cliLayers = {
  output: [],
  audit: [],
  program: ['output'],
  input: ['output', 'program'],
  pages: ['program', 'input'],
  runs: ['output', 'audit', 'program', 'input', 'pages'],
  commands: ['output', 'program', 'input', 'runs'],
};

const inFolder = (names) => `^src/(${names.join('|')})/`;

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...Object.entries(layers).map(([layer, below]) => ({
      name: `layer-${layer}`,
      comment: `src/${layer}/ imports, of src/, ${below.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: inFolder([layer]) },
      to: { path: '^src/', pathNot: inFolder([layer, ...below]) },
    })),
    ...Object.entries(cliLayers).map(([layer, below]) => ({
      name: `cli-layer-${layer}`,
      comment: `cli/src/${layer}/ imports, of cli/src/, ${below.join(', ') || 'nothing'}.`,
      severity: 'error',
      from: { path: `^cli/src/${layer}/` },
      to: { path: '^cli/src/', pathNot: `^cli/src/(${[layer, ...below].join('|')})/` },
    })),
    {
      name: 'cli-known-layers',
      comment: 'Every folder of cli/src/ has its place among its layers.',
      severity: 'error',
      from: {},
      to: { path: '^cli/src/[^/]+/', pathNot: `^cli/src/(${Object.keys(cliLayers).join('|')})/` },
    },
    {
      name: 'cli-uses-the-package',
      comment: 'The command line uses the library as a stranger would: by its name.',
      severity: 'error',
      from: { path: '^cli/' },
      to: { path: '^(src|test|examples|scripts)/' },
    },
    {
      name: 'known-layers',
      comment: 'Every folder of src/ has its place among the layers.',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: inFolder(Object.keys(layers)) },
    },
    {
      name: 'reports-read-events-alone',
      comment:
        'Reports and the fold are two independent paths to one balance: of account/, reports see events and handbooks.',
      severity: 'error',
      from: { path: '^src/reports/' },
      to: { path: '^src/account/', pathNot: '^src/account/(events/event|handbook)[.]ts$' },
    },
    {
      name: 'reports-take-types-of-handbooks',
      comment: 'Of account/handbook.ts, reports use the types alone.',
      severity: 'error',
      from: { path: '^src/reports/' },
      to: { path: '^src/account/handbook[.]ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'events-and-handbooks-run-without-the-fold',
      comment: 'What reports see of account/ brings in nothing else of it when it runs.',
      severity: 'error',
      from: { path: '^src/account/(events/event|handbook)[.]ts$' },
      to: { path: '^src/account/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'words-take-types',
      comment:
        'Words are about what other layers make: of these, words/ uses the types, and the English words of problems.',
      severity: 'error',
      from: { path: '^src/words/' },
      to: {
        path: '^src/(rules|account|schema|reports|audit)/',
        pathNot: '^src/schema/problem-messages[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'nothing-below-has-words',
      comment: 'Decisions, reports and checks carry codes and facts, and no sentence.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(words|testing)/|^src/words[.]ts$' },
      to: { path: '^src/words/' },
    },
    {
      name: 'entries-re-export-folders',
      comment:
        'A file directly in src/ is an entry point: it re-exports from the folders, not from packages or other entries.',
      severity: 'error',
      from: { path: '^src/[^/]+[.]ts$' },
      to: { pathNot: inFolder(Object.keys(layers)) },
    },
    {
      name: 'nothing-imports-entries',
      comment: 'Entry points are for the outside.',
      severity: 'error',
      from: { path: '^src/[^/]+/' },
      to: { path: '^src/[^/]+[.]ts$' },
    },
    ...Object.entries(packages).map(([name, place]) => ({
      name: `one-place-${name.replace(/\W+/g, '-').replace(/^-/, '')}`,
      comment: `${name} is imported in one place: ${place}`,
      severity: 'error',
      from: { path: '^src/', pathNot: place },
      to: { path: `(^|node_modules/)${name}(/|$)` },
    })),
    {
      name: 'known-packages',
      comment: `Of npm, src/ imports ${Object.keys(packages).join(', ')} and nothing else.`,
      severity: 'error',
      from: { path: '^src/' },
      to: { path: 'node_modules/', pathNot: `node_modules/(${Object.keys(packages).join('|')})/` },
    },
    {
      name: 'no-node-built-ins',
      comment: 'The library runs in browsers and edge runtimes: no module of Node.js.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'no-outside',
      comment: 'src/ imports nothing of the repository but src/.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['local'], pathNot: '^src/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolved',
      comment: 'The library may not be built yet, where the command line imports it by its name.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^points-bank(/|$)' },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports is dead.',
      severity: 'error',
      from: { orphan: true, pathNot: '^(cli/)?src/[^/]+[.]ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
