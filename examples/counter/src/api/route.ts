import type { z } from '@hono/zod-openapi';
import { problemSchema } from './schemas.js';

/** What can be wrong with any request, beside what a route says of itself. */
const ALWAYS = [400, 401, 403, 404, 429, 500, 503] as const;

const WRONG: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: what it says in errors is wrong',
  401: 'There is no key, or it is worth nothing',
  403: 'The key is not for this',
  404: 'There is nothing of the kind, or it is not for this key to see',
  409: 'Others came first, or the id is on record with other content',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The command is refused: why, by which clause and by which readings',
  429: 'Too many requests with this key: wait as long as Retry-After says',
  500: 'Something went wrong at the counter',
  503: 'The database is not reached: try again later',
};

const wrong = (status: number) => ({
  description: WRONG[status] ?? '',
  content: { 'application/problem+json': { schema: problemSchema } },
});

type Of<S> = {
  readonly description: string;
  readonly content: { readonly 'application/json': { readonly schema: S } };
};

/** The answers of a route: what is right, and all that can be wrong. */
export function answers<S extends z.ZodType>(description: string, schema: S, ...also: number[]) {
  const right: Of<S> = { description, content: { 'application/json': { schema } } };
  const all = Object.fromEntries([...ALWAYS, ...also].map((status) => [status, wrong(status)]));
  return { ...all, 200: right } as { 200: Of<S> };
}
