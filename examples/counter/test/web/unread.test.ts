import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/web/listen.js';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* Who may send something is asked before any of it is read: here it is announced and never sent, and answered all the same. */

let host: Host;
let listening: Listening;

beforeEach(async () => {
  host = await openHost();
  await addPeople(host);
  listening = await listen(host.app, { port: 0, host: '127.0.0.1' });
});

afterEach(() => listening.close());

/** The status of the answer to a form of so many bytes, of which none comes. */
async function announced(path: string, bytes: number, cookie = ''): Promise<number> {
  const origin = `http://127.0.0.1:${listening.port}`;
  const socket = connect(listening.port, '127.0.0.1');
  socket.write(
    [
      `POST ${path} HTTP/1.1`,
      `Host: ${new URL(origin).host}`,
      `Origin: ${origin}`,
      ...(cookie === '' ? [] : [`Cookie: counter_session=${cookie}`]),
      'Content-Type: multipart/form-data; boundary=x',
      `Content-Length: ${bytes}`,
      '\r\n',
    ].join('\r\n'),
  );
  const head = await new Promise<string>((resolve) => {
    socket.once('data', (chunk) => resolve(String(chunk)));
  });
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]);
}

async function cookieOf(name?: string): Promise<string> {
  const visitor = new Visitor(host);
  if (name === undefined) await visitor.get('/sign-in');
  else await visitor.signIn(name, PASSWORD);
  return visitor.cookie('counter_session') ?? '';
}

const MEGABYTE = 1024 * 1024;

test.each(['/import', '/import/apply', '/sign-in', '/nowhere'])(
  'nobody’s form is not read: %s',
  async (path) => {
    expect(await announced(path, 15 * MEGABYTE)).toBe(403);
  },
);

test.each(['/import', '/import/apply', '/accounts/new', '/nowhere'])(
  'whoever has not signed in is asked to, and the form is not read: %s',
  async (path) => {
    expect(await announced(path, 15 * MEGABYTE, await cookieOf())).toBe(303);
  },
);

test('a register is taken from those who may import one, at the addresses for that alone, up to its limit', async () => {
  const clerk = await cookieOf('clerk-linan');
  for (const path of ['/importer', '/import/', '/import/template.csv', '/accounts/new', '/sign-in'])
    expect([path, await announced(path, MEGABYTE, clerk)]).toEqual([path, 413]);
  expect(await announced('/import', 17 * MEGABYTE, clerk)).toBe(413);
  for (const name of ['officer', 'volunteer-3', 'party-linan'])
    expect(await announced('/import', MEGABYTE, await cookieOf(name))).toBe(413);
});
