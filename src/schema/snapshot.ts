import * as z from 'zod';
import { FOLD_VERSION, type Snapshot } from '../account/state/snapshot.js';
import { account } from './account.js';
import { exactly, named } from './build.js';
import { wholeFrom, wholeFrom0 } from './leaves.js';

/** The schema of a snapshot made by this version of the fold. `parseSnapshot` is for input that nobody knows. */
export const snapshotSchema: z.ZodType<Snapshot> = /* @__PURE__ */ named(
  'Snapshot',
  'An account kept with how far its stream had been folded, and the version of the fold that made it.',
  () =>
    exactly<Snapshot>()(
      z.strictObject({
        account,
        streamVersion: wholeFrom0,
        foldVersion: wholeFrom(FOLD_VERSION, FOLD_VERSION),
      }),
    ),
);
