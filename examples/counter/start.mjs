// The counter, built anew where its sources changed.
import { buildChanged } from '../../scripts/build-changed.mjs';
import { root } from '../../scripts/entries.mjs';

buildChanged(root, ['counter']);
await import('./dist/main.mjs');
