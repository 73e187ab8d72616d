// The counter from a checkout: `npm run counter -- --sample`. Builds what changed, and is the counter from then on: one process, so that
// whoever stops it stops all of it.
import { register } from 'tsx/esm/api';
import { buildChanged } from '../../scripts/build-changed.mjs';
import { root } from '../../scripts/entries.mjs';

buildChanged(root);
process.chdir(import.meta.dirname);
register();
await import('./src/main.ts');
