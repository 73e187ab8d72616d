import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import openapiTypes, { astToString } from 'openapi-typescript';
import { expect, test, vi } from 'vitest';
import { createApi } from '../../src/api/api.js';
import { openHost } from './support/host.js';

/* The document of the API: what is served is what is kept beside the code, and what programs are generated from. */

const UPDATE = process.env.UPDATE_OPENAPI === '1';
const DOCUMENT = fileURLToPath(new URL('../../openapi.json', import.meta.url));
const TYPES = fileURLToPath(new URL('support/api-types.ts', import.meta.url));

async function served(): Promise<Response> {
  return (await openHost()).app.request('http://localhost/api/openapi.json');
}

async function kept(path: string, now: string): Promise<string> {
  if (UPDATE) await writeFile(path, now);
  return readFile(path, 'utf8');
}

test('the document that is served is the one that is kept', async () => {
  const now = `${JSON.stringify(await (await served()).json(), null, 2)}\n`;
  expect(now).toBe(await kept(DOCUMENT, now));
});

test('it is made once, however often it is asked for', async () => {
  const { counter } = await openHost();
  const api = createApi(counter);
  const made = vi.spyOn(api, 'getOpenAPI31Document');
  for (let asked = 0; asked < 3; asked += 1) {
    const answer = await api.request('http://localhost/openapi.json');
    expect(answer.headers.get('content-type')).toBe('application/json');
  }
  expect(made).toHaveBeenCalledTimes(1);
});

test('the types that the test’s client has are generated from it', async () => {
  const types = await openapiTypes(JSON.parse(await readFile(DOCUMENT, 'utf8')), { alphabetize: true });
  const now = astToString(types);
  expect(now).toBe(await kept(TYPES, now));
});

test('a linter finds nothing in it', async () => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    // The counter's own address is where the document came from.
    rules: { 'no-server-example.com': 'error', 'operation-4xx-response': 'error' },
  });
  const found = await lintFromString({
    source: await readFile(DOCUMENT, 'utf8'),
    absoluteRef: DOCUMENT,
    config,
  });
  expect(found.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([]);
});

test('it needs no key, may be kept, and is asked for again by its tag', async () => {
  const first = await served();
  expect(first.headers.get('cache-control')).toBe('public, max-age=3600');
  const tag = first.headers.get('etag') ?? '';
  const { app } = await openHost();
  const again = await app.request('http://localhost/api/openapi.json', { headers: { 'If-None-Match': tag } });
  expect(again.status).toBe(304);
});
