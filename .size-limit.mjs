// Sizes as a bundler would ship them: minified, brotli, with all dependencies.
/** @type {import('size-limit').SizeLimitConfig} */
export default [
  {
    name: 'fold and evolve',
    path: 'dist/index.js',
    import: '{ fold, evolve }',
    limit: '8.7 kB',
  },
  {
    name: 'createBank with renfa2022',
    path: ['dist/index.js', 'dist/rule-sets.js'],
    import: { 'dist/index.js': '{ createBank }', 'dist/rule-sets.js': '{ renfa2022 }' },
    limit: '48.9 kB',
  },
  {
    // With the bank, since what reports share with it is there already. What is missed, and why, is in docs/performance.md.
    name: 'createBank with renfa2022 and all reports',
    path: ['dist/index.js', 'dist/rule-sets.js', 'dist/reports.js'],
    import: {
      'dist/index.js': '{ createBank }',
      'dist/rule-sets.js': '{ renfa2022 }',
      'dist/reports.js':
        '{ annualFeedback, annualFeedbacks, communityRegister, eventsKnownOn, findAnomalies, recognition, statement }',
    },
    limit: '60.5 kB',
  },
  {
    name: 'createBank with renfa2022 and all reports, with their reducers',
    path: ['dist/index.js', 'dist/rule-sets.js', 'dist/reports.js'],
    import: {
      'dist/index.js': '{ createBank }',
      'dist/rule-sets.js': '{ renfa2022 }',
      'dist/reports.js': '*',
    },
    limit: '62.7 kB',
  },
  // Whoever imports one pack, or one scheme, gets nothing of the others.
  ...Object.entries({ en: 8.3, zhCN: 9.5, ja: 9.6, enReports: 7.1, zhCNReports: 7.6, jaReports: 8 }).map(
    ([pack, limit]) => ({
      name: `words: ${pack}`,
      path: 'dist/words.js',
      import: `{ ${pack} }`,
      limit: `${limit} kB`,
    }),
  ),
  { name: 'a scheme alone', path: 'dist/rule-sets.js', import: '{ luohe }', limit: '1.6 kB' },
].map((check) => ({ ...check, modifyEsbuildConfig }));

/** Text stays UTF-8, as other bundlers leave it. Chunks import each other for their order as well; a bundler may drop that, and need not say so. */
function modifyEsbuildConfig(config) {
  return { ...config, charset: 'utf8', logOverride: { 'ignored-bare-import': 'silent' } };
}
