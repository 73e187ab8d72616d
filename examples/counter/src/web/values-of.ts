import type { FormValues } from '../forms/command-of.js';
import type { Web } from './env.js';

/** The text fields of a form; files are read where one is expected. */
export async function valuesOf(c: Web): Promise<FormValues> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** Everything that was ticked under a name. */
export async function tickedIn(c: Web, name: string): Promise<readonly string[]> {
  const form = await c.req.formData();
  return form.getAll(name).filter((value) => typeof value === 'string');
}
