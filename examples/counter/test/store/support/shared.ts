import { inject } from 'vitest';

/** What all tests of a run share; see `for-all.ts`. */
export type Shared = 'server' | 'empty-database';

/** The address of a PostgreSQL server; each test makes databases of its own on it. */
export const sharedServer = (): Promise<string> => ask('server');

/** A folder of the embedded database with nothing in it; making one takes seconds, copying it none. */
export const emptyDatabase = (): Promise<string> => ask('empty-database');

async function ask(what: Shared): Promise<string> {
  const answer = await fetch(`${inject('shared')}/${what}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
