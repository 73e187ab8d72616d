import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { Env } from './env.js';

const SECOND = 1000;

/** How long others are waited for, in milliseconds. */
export type Patience = {
  /** Until a request's headers are there, from the opening of its connection on. */
  readonly headers: number;
  /** Until all of a request is there; a register of 8 MB comes in by a slow line. */
  readonly request: number;
  /** While nothing at all passes over a connection, in either direction. */
  readonly silence: number;
  /** Until whoever is being served has been, once the counter closes. */
  readonly leaving: number;
};

/** How long anybody is waited for, unless a test says otherwise. */
export const PATIENCE: Patience = {
  headers: 15 * SECOND,
  request: 120 * SECOND,
  silence: 60 * SECOND,
  leaving: 5 * SECOND,
};

/** Where the counter is reached, and how it stops being so. */
export type Listening = {
  readonly port: number;
  /** How many connections are open now. */
  connections(): Promise<number>;
  close(): Promise<void>;
};

type Where = { readonly port: number; readonly host: string; readonly patience?: Patience };

/** Serves the web app at an address. No connection is kept open by its other end alone. */
export async function listen(app: Hono<Env>, { port, host, patience = PATIENCE }: Where): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: {
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      connectionsCheckingInterval: Math.min(5 * SECOND, patience.headers),
    },
  }) as Server;
  server.setTimeout(patience.silence);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return {
    port: (server.address() as AddressInfo).port,
    connections: promisify(server.getConnections.bind(server)),
    close: () => close(server, patience),
  };
}

/** Nobody new comes in; whoever is being served is served to the end, if that comes soon. */
async function close(server: Server, { leaving }: Patience): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), leaving);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(late);
}
