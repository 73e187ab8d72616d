import { rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Env } from '../../src/web/env.js';
import { type Listening, listen, type Patience } from '../../src/web/listen.js';
import { dataFolder } from './support/data-folder.js';
import { environment, startCounter } from './support/process.js';

/* Who holds a connection open, and for how long: the counter ends when it is told to, and waits for nobody for ever. */

const EVER = 24 * 60 * 60 * 1000;
const PATIENT: Patience = { headers: EVER, request: EVER, silence: EVER, leaving: EVER };
const HOST = '127.0.0.1';

/** What somebody may have sent who then sends no more. */
const HALVES: Readonly<Record<string, string>> = {
  nothing: '',
  'half of the headers': 'POST /sign-in HTTP/1.1\r\nHost: counter\r\n',
  'half of a body':
    'POST /sign-in HTTP/1.1\r\nHost: counter\r\nContent-Type: text/plain\r\nContent-Length: 20\r\n\r\nname=',
  'a whole request, and stays': 'GET /sign-in HTTP/1.1\r\nHost: counter\r\n\r\n',
};

type Caller = { readonly socket: Socket; readonly heard: () => string; readonly gone: Promise<void> };

/** A connection that has sent so much; what it sends is there once the server took it. */
async function call(port: number, sends: string): Promise<Caller> {
  const socket = connect(port, HOST);
  let heard = '';
  socket.on('data', (chunk) => {
    heard += String(chunk);
  });
  socket.on('error', () => undefined);
  const gone = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  await new Promise<void>((resolve) => socket.write(sends, () => resolve()));
  return { socket, heard: () => heard, gone };
}

/** An app that reads what it is sent; of what breaks off, as much as came. */
const reading = () =>
  new Hono<Env>().all('/sign-in', async (c) => c.text(await c.req.text().catch(() => '')));

describe('the counter that closes', () => {
  test.each(Object.entries(HALVES))('does not wait for a connection that sent %s', async (_, sends) => {
    const listening = await listen(reading(), { port: 0, host: HOST, patience: { ...PATIENT, leaving: 1 } });
    const { gone } = await call(listening.port, sends);
    await listening.close();
    await gone;
  });

  test('serves whoever is being served to the end, and nobody who comes later', async () => {
    let begun = () => {};
    const isBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const app = new Hono<Env>().get('/', async (c) => {
      begun();
      await finished;
      return c.text('to the end');
    });
    const listening = await listen(app, { port: 0, host: HOST, patience: PATIENT });
    const { heard, gone } = await call(
      listening.port,
      'GET / HTTP/1.1\r\nHost: counter\r\nConnection: close\r\n\r\n',
    );
    await isBegun;
    const closed = listening.close();
    await expect(fetch(`http://${HOST}:${listening.port}/`)).rejects.toThrow();
    finish();
    await gone;
    expect(heard()).toContain('to the end');
    await closed;
  });
});

describe('a connection is closed', () => {
  let listening: Listening;
  afterEach(() => listening.close());

  test.each(['nothing', 'half of the headers', 'half of a body'])(
    'that sent %s, and no more',
    async (sent) => {
      const patience = { ...PATIENT, headers: 20, request: 40 };
      listening = await listen(reading(), { port: 0, host: HOST, patience });
      await (await call(listening.port, HALVES[sent] as string)).gone;
    },
  );

  test('that sends a body letter by letter', async () => {
    const patience = { ...PATIENT, headers: 20, request: 40 };
    listening = await listen(reading(), { port: 0, host: HOST, patience });
    const endless = 'POST /sign-in HTTP/1.1\r\nHost: counter\r\nContent-Length: 99999999999\r\n\r\n';
    const { socket, gone } = await call(listening.port, endless);
    const drip = () => {
      if (!socket.destroyed) socket.write('x', () => setImmediate(drip));
    };
    drip();
    await gone;
  });

  test('over which nothing passes any more, in either direction', async () => {
    listening = await listen(reading(), { port: 0, host: HOST, patience: { ...PATIENT, silence: 20 } });
    await (await call(listening.port, HALVES['half of a body'] as string)).gone;
  });
});

describe('the process', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await dataFolder('stops');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('ends with SIGTERM, whatever connections are open', async () => {
    const counter = await startCounter(environment(folder));
    const port = Number(new URL(counter.address).port);
    const callers = await Promise.all(Object.values(HALVES).map((sends) => call(port, sends)));
    expect(await counter.stop()).toBe(0);
    await Promise.all(callers.map(({ gone }) => gone));
  });
});
