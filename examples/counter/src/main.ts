import { parseArgs } from 'node:util';
import { createApp } from './app.js';
import { progressBar } from './command-line/progress.js';
import { readConfig, warningsOf } from './config.js';
import { openCounter } from './open-counter.js';
import { addSampleUsers, fillSubdistrict } from './sample/fill.js';
import { failureToSay, settingOf } from './start-failure.js';
import { jsonLog } from './watch/log.js';
import { Metrics } from './watch/metrics.js';
import { listen } from './web/listen.js';
import { whenOrphaned } from './web/orphaned.js';
import { keepSending } from './webhooks/keep-sending.js';
import { webhooksOf } from './webhooks/webhooks-of.js';

/** Whoever ends a service waits ten seconds before he kills it. */
const AT_THE_LATEST = 9_000;

/** Opens the counter at its address. */
async function start(): Promise<{ address: string; close: () => Promise<void> }> {
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

  const where = { port: config.PORT, host: config.HOST };
  const metrics = new Metrics();
  const app = createApp(
    { ...counter, store: metrics.watched(counter.store) },
    {
      log: jsonLog(config.LOG === 'requests'),
      metrics,
      token: config.METRICS_TOKEN,
      proxied: config.TRUST_PROXY === '1' || config.PUBLIC_URL !== undefined,
    },
  );
  const listening = await settingOf('HOST and PORT', listen(app, where));
  metrics.watch({
    connections: () => listening.connections(),
    passwordsWaiting: () => counter.signInLimit.waiting(),
  });
  const sending = webhooks && keepSending(webhooks);
  return {
    address: config.PUBLIC_URL ?? `http://localhost:${listening.port}`,
    async close() {
      await Promise.all([listening.close(), sending?.stop()]);
      await counter.close();
    },
  };
}

const { address, close } = await start().catch((error: unknown) => {
  console.error(failureToSay(error));
  process.exit(1);
});

let closing = false;
function stop(): void {
  if (closing) return;
  closing = true;
  // A database that no longer answers holds nobody up: what was acknowledged is kept already.
  setTimeout(() => process.exit(1), AT_THE_LATEST).unref();
  close().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
// npm may end without a word to what it runs.
if (process.env.npm_lifecycle_event !== undefined) whenOrphaned(stop);

// Whoever reads this may end it already.
console.log(`The counter is open at ${address}`);
