// Accounts in one table of PostgreSQL, with nothing but its driver. Here PGlite, which is PostgreSQL in this process; `query` of pg's pool
// takes the same statements.
import { PGlite } from '@electric-sql/pglite';
import { createBank, fold, redeemable } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvents } from 'points-bank/schema';
import { en, explain } from 'points-bank/words';

// #region store
const db = await PGlite.create();
await db.query(`create table if not exists events (
  account text not null, version int not null, event jsonb not null, primary key (account, version)
)`);

const READ = 'select event from events where account = $1 order by version';
// One statement: all of the events or none. A version is there once, so of two who read the same only one can append.
const APPEND = `insert into events (account, version, event)
  select $1, $2 + place, event from jsonb_array_elements($3::jsonb) with ordinality as list (event, place)`;
const UNIQUE_VIOLATION = '23505';

async function read(account) {
  const { rows } = await db.query(READ, [account]);
  const history = parseEvents(rows.map(({ event }) => event));
  if (!history.ok) throw new Error(`${account}: ${history.problems[0].path} ${history.problems[0].message}`);
  return history.value;
}

async function handle(decide, command, attempts = 5) {
  const { accountId } = command.data;
  const history = await read(accountId);
  const decision = decide(command, fold(history));
  if (!decision.accepted || decision.events.length === 0) return decision;
  try {
    await db.query(APPEND, [accountId, history.length, JSON.stringify(decision.events)]);
    return decision;
  } catch (error) {
    if (error.code !== UNIQUE_VIOLATION || attempts === 1) throw error;
    return handle(decide, command, attempts - 1);
  }
}
// #endregion

const { decide } = createBank(renfa2022);
const data = {
  // An id of nineteen digits, which some drivers take for a number.
  accountId: '1234567890123456789',
  on: '2023-03-01',
  by: { office: 'community', communityId: 'linan' },
};
const opening = { ...data, role: 'resident', communityId: 'linan', formComplete: true };
const claim = { type: 'ClaimPost', data: { ...data, postId: '平安巡逻', kind: 'post', difficulty: 'hard' } };
const decided = [];
const enter = async (command) => {
  const made = await handle(decide, command);
  if (made.accepted) decided.push(...made.events);
  console.log(command.type, made.accepted ? made.events.length : explain(made.refusal, en));
};
await enter({ type: 'OpenAccount', data: opening });
await enter({ type: 'OpenAccount', data: opening });
// Two clerks at once: the second is overtaken, reads again and finds it done.
await Promise.all([enter(claim), enter(claim)]);
await enter({ type: 'ReportIn', data });
const kept = await read(data.accountId);
console.log('balance', redeemable(fold(kept)), 'after', kept.length, 'events');
const sealOf = (events) => seal(events).at(-1).metadata.hash;
console.log('as they went in:', sealOf(kept) === sealOf(decided));
await db.close();
