import type { TestProject } from 'vitest/node';
import { PostgresServer } from './postgres-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string;
  }
}

/** The server that `DATABASE_URL` names, or one that is started here and gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.DATABASE_URL;
  const server = given === undefined || given === '' ? await PostgresServer.start() : undefined;
  project.provide('databaseUrl', server?.url ?? String(given));
  return async () => server?.stop();
}
