// The counter from a checkout: `npm run counter -- --sample`. Builds what changed, and is the counter from then on: one process, so that
// whoever stops it stops all of it.
import { buildChanged } from '../../scripts/build-changed.mjs';
import { root } from '../../scripts/entries.mjs';

buildChanged(root);
process.chdir(import.meta.dirname);
await import('./dist/main.mjs');
