import { parseArgs } from 'node:util';
import { createApp } from './app.js';
import { progressBar } from './command-line/progress.js';
import { readConfig, warningsOf } from './config.js';
import { openCounter } from './open-counter.js';
import { addSampleUsers, fillSubdistrict } from './sample/fill.js';
import { listen } from './web/listen.js';
import { keepSending } from './webhooks/keep-sending.js';
import { webhooksOf } from './webhooks/webhooks-of.js';

/** Whoever ends a service waits ten seconds before he kills it. */
const AT_THE_LATEST = 9_000;

const { values } = parseArgs({ options: { sample: { type: 'boolean', default: false } } });
const config = readConfig(process.env);
for (const warning of warningsOf(config)) console.warn(warning);
const counter = await openCounter(config, progressBar());

if (values.sample) {
  await fillSubdistrict(counter);
  const made = await addSampleUsers(counter);
  for (const { name, password, person } of made)
    console.log(`${name.padEnd(10)} ${password}   ${person.role}`);
  if (made.length === 0)
    console.log('The sample users are there already; give one a new password with `npm run user`.');
}

const webhooks = webhooksOf(config, counter);
// Before anything is entered: all of that is told.
await webhooks?.begin();

const listening = await listen(createApp(counter), { port: config.PORT, host: config.HOST });
const sending = webhooks && keepSending(webhooks);

let closing = false;
async function close(): Promise<void> {
  if (closing) return;
  closing = true;
  // A database that no longer answers holds nobody up: what was acknowledged is kept already.
  setTimeout(() => process.exit(1), AT_THE_LATEST).unref();
  await Promise.all([listening.close(), sending?.stop()]);
  await counter.close();
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  });

console.log(`The counter is open at ${config.PUBLIC_URL ?? `http://localhost:${listening.port}`}`);
