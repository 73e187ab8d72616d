import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { buildPrograms } from './build-programs.js';
import { PostgresServer } from './postgres-server.js';
import type { Shared } from './shared.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where tests ask for what they share. */
    shared: string;
  }
}

/** What takes long to make, and does for all tests: each is made when a test first asks for it, and gone after the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const undo: (() => Promise<void>)[] = [];
  const make: Readonly<Record<Shared, () => Promise<string>>> = {
    /** The server that `DATABASE_URL` names, or one that is started here. */
    async server() {
      const given = process.env.DATABASE_URL;
      if (given !== undefined && given !== '') return given;
      const server = await PostgresServer.start();
      undo.push(() => server.stop());
      return server.url;
    },
    async 'empty-database'() {
      const folder = await mkdtemp(join(tmpdir(), 'points-bank-empty-'));
      undo.push(() => rm(folder, { recursive: true, force: true }));
      await (await PGlite.create({ dataDir: folder })).close();
      return folder;
    },
    async programs() {
      const folder = await buildPrograms();
      undo.push(() => rm(folder, { recursive: true, force: true }));
      return folder;
    },
  };
  const made = new Map<Shared, Promise<string>>();
  const asked = createServer((request, response) => {
    const what = request.url?.slice(1) as Shared;
    const making = made.get(what) ?? make[what]();
    made.set(what, making);
    // A connection that is kept may be ended by this side just as the other asks again.
    response.setHeader('Connection', 'close');
    making.then(
      (it) => response.end(it),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((listening) => asked.listen(0, '127.0.0.1', listening));
  project.provide('shared', `http://127.0.0.1:${(asked.address() as AddressInfo).port}`);
  return async () => {
    asked.close();
    for (const step of undo) await step();
  };
}
