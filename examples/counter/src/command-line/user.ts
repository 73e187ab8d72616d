import { parseArgs } from 'node:util';
import { Communities } from '../people/communities.js';
import { randomPassword } from '../people/passwords.js';
import { logPeople, type PeopleLine } from '../people/people-log.js';
import { SHORTEST_PASSWORD } from '../people/user.js';
import { Users } from '../people/users.js';
import type { Records } from '../records/records.js';
import { personOf, Wrong } from './person-of.js';
import { recordsNamed, runCommand } from './run-command.js';

const USAGE = `Users of the counter. It may be running meanwhile.

  npm run user -w points-bank-counter -- add <name> --role subdistrict
  npm run user -w points-bank-counter -- add <name> --role community --community <id>
  npm run user -w points-bank-counter -- add <name> --role party-organisation --community <id>
  npm run user -w points-bank-counter -- add <name> --role volunteer --account <id>
  npm run user -w points-bank-counter -- password <name>
  npm run user -w points-bank-counter -- link <name> <e-mail address, or id at the provider of sign-ins>
  npm run user -w points-bank-counter -- link <name>
  npm run user -w points-bank-counter -- remove <name>
  npm run user -w points-bank-counter -- list
  npm run user -w points-bank-counter -- community <id> --zh <title> --en <title>

A password is made and printed once. With --stdin it is read from the standard input instead (12 characters or more).
DATA or DATABASE_URL say where the users are, as for the counter.`;

async function passwordFrom(stdin: boolean | undefined): Promise<{ password: string; said: string }> {
  if (stdin !== true) {
    const password = randomPassword();
    return { password, said: `password: ${password}` };
  }
  let given = '';
  for await (const chunk of process.stdin) given += String(chunk);
  const password = given.replace(/\r?\n$/, '');
  if (password.length < SHORTEST_PASSWORD) throw new Wrong('A password needs 12 characters or more.');
  return { password, said: 'password: as given' };
}

async function link(users: Users, name: string, known: string | undefined): Promise<void> {
  if ((await users.named(name)) === undefined) throw new Wrong(`There is no user '${name}'.`);
  if (!(await users.setLink(name, known))) throw new Wrong(`Another user is '${known}' already.`);
}

async function nameCommunity(
  records: Records,
  id: string,
  { zh = id, en = id }: { zh?: string; en?: string },
) {
  await new Communities(records).name(id, { 'zh-CN': zh, en });
  console.log(`${id} is called ${zh} (${en})`);
}

/** Logs what was done to a user, by the name as it was given first: a user is found whatever the letters' case. */
async function logOf(users: Users, records: Records, name: string) {
  const called = (await users.named(name))?.name ?? name;
  return (done: Pick<PeopleLine, 'what' | 'person'>) =>
    logPeople(records, { at: new Date().toISOString(), name: called, ...done });
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      role: { type: 'string' },
      community: { type: 'string' },
      account: { type: 'string' },
      zh: { type: 'string' },
      en: { type: 'string' },
      stdin: { type: 'boolean' },
    },
  });
  const [what, name = '', known] = positionals;
  const records = await recordsNamed();
  const users = new Users(records);
  const log = await logOf(users, records, name);
  try {
    if (what === 'list') {
      for (const user of await users.list()) console.log(user.name, JSON.stringify(user.person));
    } else if (name === '') {
      throw new Wrong(USAGE);
    } else if (what === 'add') {
      const person = personOf(values);
      const { password, said } = await passwordFrom(values.stdin);
      if (!(await users.add(name, person, password))) throw new Wrong(`There is a user '${name}' already.`);
      await log({ what: 'added', person });
      console.log(`${name} may sign in, ${said}`);
    } else if (what === 'password') {
      const { password, said } = await passwordFrom(values.stdin);
      if (!(await users.setPassword(name, password))) throw new Wrong(`There is no user '${name}'.`);
      await log({ what: 'password' });
      console.log(`${name} has a new password, ${said}`);
    } else if (what === 'link') {
      await link(users, name, known);
      await log({ what: 'link' });
      console.log(`${name} is ${known ?? 'nobody'} at the provider of sign-ins`);
    } else if (what === 'remove') {
      if (!(await users.remove(name))) throw new Wrong(`There is no user '${name}'.`);
      await log({ what: 'removed' });
      console.log(`${name} may no longer sign in`);
    } else if (what === 'community') {
      await nameCommunity(records, name, values);
    } else throw new Wrong(USAGE);
  } finally {
    await records.close();
  }
}

await runCommand(run);
