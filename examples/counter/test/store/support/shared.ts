import { join } from 'node:path';
import { inject } from 'vitest';

/** What all tests of a run share; see `for-all.ts`. */
export type Shared = 'server' | 'empty-database' | 'programs';

/** The address of a PostgreSQL server; each test makes databases of its own on it. */
export const sharedServer = (): Promise<string> => ask('server');

/** A folder of the embedded database with nothing in it; making one takes seconds, copying it none. */
export const emptyDatabase = (): Promise<string> => ask('empty-database');

/** The path of a program that was built, such as `src/main`: it starts in a third of the time that tsx takes. */
export const program = async (name: string): Promise<string> => join(await ask('programs'), `${name}.mjs`);

async function ask(what: Shared): Promise<string> {
  const answer = await fetch(`${inject('shared')}/${what}`);
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return text;
}
