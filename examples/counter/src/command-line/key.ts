import { parseArgs } from 'node:util';
import { ApiKeys } from '../people/api-keys.js';
import { logPeople } from '../people/people-log.js';
import { personOf, Wrong } from './person-of.js';
import { recordsNamed, runCommand } from './run-command.js';

const USAGE = `Keys of programs that use the counter's API. It may be running meanwhile.

  npm run key -w points-bank-counter -- make <name> --role subdistrict
  npm run key -w points-bank-counter -- make <name> --role community --community <id>
  npm run key -w points-bank-counter -- make <name> --role party-organisation --community <id>
  npm run key -w points-bank-counter -- make <name> --role volunteer --account <id>
  npm run key -w points-bank-counter -- revoke <name>
  npm run key -w points-bank-counter -- list

A key is printed once and kept nowhere. DATA or DATABASE_URL say where the keys are, as for the counter.`;

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { role: { type: 'string' }, community: { type: 'string' }, account: { type: 'string' } },
  });
  const [what, name = ''] = positionals;
  const records = await recordsNamed();
  const keys = new ApiKeys(records);
  const log = { at: new Date().toISOString(), name };
  try {
    if (what === 'list') {
      for (const key of await keys.list()) console.log(key.name, JSON.stringify(key.person), key.at);
    } else if (name === '') {
      throw new Wrong(USAGE);
    } else if (what === 'make') {
      const person = personOf(values);
      const key = await keys.make(name, person, log.at);
      if (key === undefined) throw new Wrong(`There is a key '${name}' already.`);
      await logPeople(records, { ...log, what: 'key-made', person });
      console.log(key);
    } else if (what === 'revoke') {
      if (!(await keys.revoke(name))) throw new Wrong(`There is no key '${name}'.`);
      await logPeople(records, { ...log, what: 'key-revoked' });
      console.log(`${name} is worth nothing any more`);
    } else throw new Wrong(USAGE);
  } finally {
    await records.close();
  }
}

await runCommand(run);
