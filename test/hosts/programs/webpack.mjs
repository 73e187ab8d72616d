// Bundles as webpack does for a page; its command line is a package of its own.
import webpack from 'webpack';

const [, , entry, path] = process.argv;
webpack(
  {
    mode: 'production',
    target: 'web',
    entry,
    output: { path, filename: 'page.mjs' },
    performance: { hints: false },
  },
  (error, stats) => {
    const said =
      error ?? (stats.hasErrors() || stats.hasWarnings() ? stats.toString('errors-warnings') : undefined);
    if (said !== undefined) {
      console.error(said);
      process.exitCode = 1;
    }
  },
);
