// The events of accounts in one table, and in another what the register keeps of each account. Both change in one transaction.
import { createBank, fold } from 'points-bank';
import { registerReducer } from 'points-bank/reports';
import { renfa2022 } from 'points-bank/rule-sets';

// #region tables
export const TABLES = `
  create table events (
    account text not null, version int not null, event jsonb not null, primary key (account, version)
  );
  create table register (account text primary key, community text not null, state jsonb not null);
  create index on register (community);`;
// #endregion

const UNIQUE_VIOLATION = '23505';
const bank = createBank(renfa2022);
// What is kept does not depend on the day.
const { empty, add } = registerReducer({ on: '9999-12-31' });

/** Decides a command and appends what it led to. Whoever is overtaken reads again. */
export async function handle(pool, command) {
  for (;;) {
    const { accountId } = command.data;
    const { rows } = await pool.query('select event from events where account = $1 order by version', [
      accountId,
    ]);
    const history = rows.map(({ event }) => event);
    const decision = bank.decide(command, fold(history));
    if (!decision.accepted || decision.events.length === 0) return decision;
    if (await append(pool, accountId, history.length, decision.events)) return decision;
  }
}

// #region append
async function append(pool, accountId, version, events) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    // A version is there once: of two clerks who read the same, the second waits here for the first, and is refused.
    await client.query(
      `insert into events select $1, $2 + place, event from jsonb_array_elements($3::jsonb) with ordinality as list (event, place)`,
      [accountId, version, JSON.stringify(events)],
    );
    const { rows } = await client.query('select state from register where account = $1', [accountId]);
    const state = events.reduce(add, rows[0]?.state ?? empty());
    await client.query(
      `insert into register values ($1, $2, $3) on conflict (account) do update set state = excluded.state`,
      [accountId, events[0].data.communityId, JSON.stringify(state)],
    );
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback');
    if (error.code === UNIQUE_VIOLATION) return false;
    throw error;
  } finally {
    client.release();
  }
}
// #endregion

// #region read
/** The register of a community on a day, or of all communities, from what is kept. */
export async function readRegister(client, options) {
  const { empty, merge, finish } = registerReducer(options);
  const { rows } = await client.query('select state from register where $1::text is null or community = $1', [
    options.communityId ?? null,
  ]);
  return finish(rows.map(({ state }) => state).reduce(merge, empty()));
}
// #endregion
