import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** The part of PGlite's virtual file system that this needs. */
type Files = {
  readonly FS: {
    readonly filesystems: {
      readonly NODEFS: { readonly stream_ops: { fsync?: (stream: { readonly nfd?: number }) => void } };
    };
  };
};

/**
 * A folder whose files are on the disk when PGlite has committed, and not only with the operating system: what was acknowledged is
 * there after a power cut too. PGlite leaves that out; its files know no fsync, and it starts PostgreSQL with `-F`.
 */
export class DurableFolder extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...given);
    const preRun = (made.emscriptenOpts.preRun ?? []) as ((module: Files) => void)[];
    preRun.push(({ FS }) => {
      // Called by its name on the module, as tests see it; a folder has no descriptor.
      FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) fs.fsyncSync(nfd);
      };
    });
    return made;
  }
}

/** How PostgreSQL is started to make use of it. */
export const DURABLE = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];
