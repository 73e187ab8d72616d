import fs from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Stream = { readonly nfd?: number };

/** The part of PGlite's program that this needs. */
type Program = {
  readonly FS: {
    readonly filesystems: { readonly NODEFS: { readonly stream_ops: { fsync?: (stream: Stream) => void } } };
    readonly streams: readonly (Stream | null | undefined)[];
    close(stream: Stream): void;
  };
  onAbort?: () => void;
  stackRestore: () => void;
  _PostgresSendReadyForQueryIfNecessary: () => void;
  _pgl_pq_flush: () => void;
};

/** PostgreSQL ended itself, as it does where it cannot write its log. What it was at is undone when it is started again. */
class Aborted extends Error {
  override readonly name = 'Aborted';
}

/**
 * A folder whose files are on the disk when PGlite has committed, and not only with the operating system: what was acknowledged is
 * there after a power cut too. PGlite leaves that out; its files know no fsync, and it starts PostgreSQL with `-F`.
 */
export class DurableFolder extends NodeFS {
  private program: Program | undefined;
  private readonly aborted: () => void;
  /** Whether PostgreSQL ended itself: then nothing can be asked of it any more. */
  isAborted = false;

  /** @param aborted - called when PostgreSQL ends itself */
  constructor(folder: string, aborted: () => void = () => undefined) {
    super(folder);
    this.aborted = aborted;
  }

  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const made = await super.init(...given);
    const preRun = (made.emscriptenOpts.preRun ?? []) as unknown as ((program: Program) => void)[];
    preRun.push((program) => {
      this.program = program;
      // Called by its name on the module, as tests see it; a folder has no descriptor.
      program.FS.filesystems.NODEFS.stream_ops.fsync = ({ nfd }) => {
        if (nfd !== undefined) fs.fsyncSync(nfd);
      };
      program.onAbort = () => this.abort(program);
    });
    return made;
  }

  /** Closes the files of a PostgreSQL that ended itself. */
  release(): void {
    for (const stream of this.program?.FS.streams ?? []) if (stream) this.program?.FS.close(stream);
    this.program = undefined;
  }

  private abort(program: Program): void {
    if (this.isAborted) return;
    this.isAborted = true;
    // PGlite takes what ends the program for the error of a query, and would ask it to go on for ever; it comes by here first.
    program.stackRestore = () => {
      throw new Aborted('PostgreSQL ended itself');
    };
    program._PostgresSendReadyForQueryIfNecessary = () => undefined;
    program._pgl_pq_flush = () => undefined;
    this.aborted();
  }
}

/** How PostgreSQL is started to make use of it. */
export const DURABLE = [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  ...['-c', 'fsync=on', '-c', 'wal_sync_method=fsync'],
];
