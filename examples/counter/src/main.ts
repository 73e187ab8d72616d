import { parseArgs } from 'node:util';
import { serve } from '@hono/node-server';
import { createApp } from './app.js';
import { readConfig } from './config.js';
import { openCounter } from './open-counter.js';
import { addSampleUsers, fillSubdistrict } from './sample/fill.js';

const { values } = parseArgs({ options: { sample: { type: 'boolean', default: false } } });
const config = readConfig(process.env);
const counter = await openCounter(config);

if (values.sample) {
  await fillSubdistrict(counter);
  const made = await addSampleUsers(counter);
  for (const { name, password, person } of made)
    console.log(`${name.padEnd(10)} ${password}   ${person.role}`);
  if (made.length === 0)
    console.log('The sample users are there already; give one a new password with `npm run user`.');
}

const server = serve({ fetch: createApp(counter).fetch, port: config.PORT }, ({ port }) => {
  console.log(`The counter is open at ${config.PUBLIC_URL ?? `http://localhost:${port}`}`);
});

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  // Whoever is being served is served to the end; nobody new comes in.
  await new Promise<void>((resolve) => server.close(() => resolve()));
  await counter.close();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  });
