import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** A place for a store to be kept in, and how it is taken away. */
export type Place = { readonly databaseUrl?: string; readonly folder?: string; remove(): Promise<void> };

/** An empty database on a server. */
export async function freshDatabase(serverUrl: string): Promise<Place & { readonly databaseUrl: string }> {
  const name = `counter_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, `create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    databaseUrl: url.href,
    remove: () => onServer(serverUrl, `drop database if exists ${name} with (force)`),
  };
}

/** A folder for the embedded database: an empty one, or a copy of an empty database. */
export async function freshFolder(emptyDatabase?: string): Promise<Place & { readonly folder: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'points-bank-store-'));
  if (emptyDatabase !== undefined) await cp(emptyDatabase, folder, { recursive: true });
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
