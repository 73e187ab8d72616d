// Accounts in SQLite, one stream an account, appended to at the version that was read. `node run.mjs file.db` keeps them in a file.
import Database from 'better-sqlite3';
import { createBank, fold, redeemable } from 'points-bank';
import { seal } from 'points-bank/audit';
import { renfa2022 } from 'points-bank/rule-sets';
import { parseEvents } from 'points-bank/schema';
import { en, explain } from 'points-bank/words';

// #region store
const db = new Database(process.argv[2] ?? ':memory:');
db.exec(`create table if not exists events (
  position integer primary key, stream text not null, version integer not null, event text not null, unique (stream, version)
)`);
const select = db.prepare('select event from events where stream = ? order by version').pluck();
const insert = db.prepare('insert into events (stream, version, event) values (?, ?, ?)');

/** All of the events or none. A version is there once, so of two who read the same only one can append. */
const append = db.transaction((stream, version, events) => {
  for (const [i, event] of events.entries()) insert.run(stream, version + i + 1, JSON.stringify(event));
});

function read(stream) {
  const history = parseEvents(select.all(stream).map((line) => JSON.parse(line)));
  if (!history.ok) throw new Error(`${stream}: ${history.problems[0].path} ${history.problems[0].message}`);
  return history.value;
}

function handle(decide, command, attempts = 5) {
  const stream = `account-${command.data.accountId}`;
  const history = read(stream);
  const decision = decide(command, fold(history));
  if (!decision.accepted) return decision;
  try {
    append(stream, history.length, decision.events);
    return decision;
  } catch (error) {
    if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' || attempts === 1) throw error;
    return handle(decide, command, attempts - 1);
  }
}
// #endregion

const { decide } = createBank(renfa2022);
const data = { accountId: 'LA-0001', on: '2023-03-01', by: { office: 'community', communityId: 'linan' } };
const opening = { ...data, role: 'resident', communityId: 'linan', formComplete: true };
const claim = { type: 'ClaimPost', data: { ...data, postId: '平安巡逻', kind: 'post', difficulty: 'hard' } };
const decided = [];
// Another clerk comes first, between what this one read and what it appends.
const others = [claim];
const disturbed = (command, account) => {
  for (const other of others.splice(0)) decided.push(...handle(decide, other).events);
  return decide(command, account);
};
const enter = (command, by = decide) => {
  const made = handle(by, command);
  if (made.accepted) decided.push(...made.events);
  console.log(command.type, made.accepted ? made.events.length : explain(made.refusal, en));
};
enter({ type: 'OpenAccount', data: opening });
enter({ type: 'OpenAccount', data: opening });
enter(claim, disturbed);
enter({ type: 'ReportIn', data });
const kept = read('account-LA-0001');
console.log('balance', redeemable(fold(kept)));
const sealOf = (events) => seal(events).at(-1).metadata.hash;
console.log('as they went in:', sealOf(kept) === sealOf(decided));
