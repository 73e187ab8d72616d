import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { TestProject } from 'vitest/node';
import { PostgresServer } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
    /** A folder of the embedded database with nothing in it; making one takes seconds, copying it none. */
    emptyDatabase: string;
  }
}

/** The server that `DATABASE_URL` names, or one that is started here and gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const server = given === undefined || given === '' ? await PostgresServer.start() : undefined;
  project.provide('databaseUrl', server?.url ?? String(given));
  const emptyDatabase = await mkdtemp(join(tmpdir(), 'points-bank-empty-'));
  await (await PGlite.create({ dataDir: emptyDatabase })).close();
  project.provide('emptyDatabase', emptyDatabase);
  return async () => {
    await server?.stop();
    await rm(emptyDatabase, { recursive: true, force: true });
  };
}
