// Several clerks write at once, each over a connection of its own; whoever reads the register meanwhile finds it in step with the events.
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { communityRegister } from 'points-bank/reports';
import { startServer } from './server.mjs';
import { handle, readRegister, TABLES } from './store.mjs';

const CLERKS = 6;
const ACCOUNTS = 12;
const DAY = { on: '2023-12-31' };

const server = await startServer();
const pool = new pg.Pool({ connectionString: server.connectionString, max: CLERKS + 1 });
// The pool says that it has ended before its connections have, and a server that stops sooner tells them so.
const ended = [];
pool.on('connect', (client) => ended.push(new Promise((resolve) => client.once('end', resolve))));
try {
  await pool.query(TABLES);
  const counted = { accepted: 0, again: 0, refused: 0 };
  let isWriting = true;
  const reader = readWhile(() => isWriting);
  await Promise.all(Array.from({ length: CLERKS }, (_, clerk) => write(clerk, counted)));
  isWriting = false;
  console.log(
    `${CLERKS} clerks: ${counted.accepted} commands accepted, ${counted.again} done already, ${counted.refused} refused`,
  );
  console.log(`in step with the events whenever it was read: ${await reader}`);

  const events = await eventsOf(pool);
  const register = await readRegister(pool, DAY);
  console.log(
    `${events.length} events; ${register.totals.accounts} accounts, ${register.totals.redeemable} points outstanding`,
  );
  console.log(`the register from all events: ${isDeepStrictEqual(register, communityRegister(events, DAY))}`);
  for (const options of [{ on: '2023-03-31' }, { ...DAY, communityId: 'linan' }]) {
    const same = isDeepStrictEqual(await readRegister(pool, options), communityRegister(events, options));
    console.log(`from the same states, ${Object.values(options).join(' ')}: ${same}`);
  }
} finally {
  await pool.end();
  await Promise.all(ended);
  await server.stop();
}

/** Every clerk enters the same commands, and starts with another account: they meet, and each command counts once. */
async function write(clerk, counted) {
  for (let i = 0; i < ACCOUNTS; i += 1) {
    for (const command of commandsFor((i + clerk * 2) % ACCOUNTS)) {
      const decision = await handle(pool, command);
      if (!decision.accepted) counted.refused += 1;
      else if (decision.events.length === 0) counted.again += 1;
      else counted.accepted += 1;
    }
  }
}

function commandsFor(account) {
  const communityId = account % 2 === 0 ? 'linan' : 'linbei';
  const by = { office: 'community', communityId };
  const command = (type, data) => ({ type, data: { accountId: `v${account}`, by, ...data } });
  const months = ['02', '03', '04', '05', '06'];
  return [
    command('OpenAccount', { role: 'resident', communityId, on: '2023-01-10', formComplete: true }),
    ...months.map((month) =>
      command('CreditActivity', {
        item: 'activity',
        matterId: month,
        difficulty: 'base',
        on: `2023-${month}-01`,
      }),
    ),
    command('ReverseEntry', {
      reversalId: 'slip',
      reverses: { kind: 'matter', id: '03', item: 'activity' },
      reason: '登记有误',
      on: '2023-07-01',
    }),
  ];
}

/** Compares the register with the events as one moment has both, for as long as there are writers. */
async function readWhile(isWriting) {
  let isInStep = true;
  do {
    const client = await pool.connect();
    await client.query('begin isolation level repeatable read read only');
    const register = await readRegister(client, DAY);
    isInStep &&= isDeepStrictEqual(register, communityRegister(await eventsOf(client), DAY));
    await client.query('commit');
    client.release();
  } while (isWriting());
  return isInStep;
}

async function eventsOf(client) {
  const { rows } = await client.query('select event from events order by account, version');
  return rows.map(({ event }) => event);
}
