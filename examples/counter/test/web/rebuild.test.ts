import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { program } from '../store/support/shared.js';
import { dataFolder } from './support/data-folder.js';
import { openRealHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { COUNTER, environment } from './support/process.js';
import { Visitor } from './support/visitor.js';

const run = promisify(execFile);

/** The lists and the register as a clerk sees them. */
async function lists(folder: string, fill: boolean): Promise<string[]> {
  const host = await openRealHost(folder);
  try {
    if (fill) {
      await addPeople(host);
      await openMany(host, 'linan', 30);
    }
    const clerk = new Visitor(host);
    await clerk.signIn('clerk-linan', PASSWORD);
    const pages = ['/', '/accounts', '/register.csv', '/feedback.csv', '/export/entries.csv'];
    const texts: string[] = [];
    for (const path of pages)
      texts.push((await clerk.get(path)).text.replace(/name="token" value="[^"]*"/g, ''));
    return texts;
  } finally {
    await host.close();
  }
}

test('a command makes the lists anew, says how far it is, and leaves every page as it was', async () => {
  const folder = await dataFolder('rebuild');
  const before = await lists(folder, true);
  expect(before[2]).toContain('linan-0030');
  const command = [await program('src/command-line/rebuild')];
  const { stdout, stderr } = await run(process.execPath, command, { cwd: COUNTER, env: environment(folder) });
  expect(stderr).toContain('30 of 30 accounts');
  expect(stdout).toContain('The lists of 30 accounts are made anew');
  expect(await lists(folder, false)).toEqual(before);
  const verify = [await program('src/command-line/verify')];
  const verified = await run(process.execPath, verify, { cwd: COUNTER, env: environment(folder) });
  expect(verified).toEqual({
    stdout:
      '30 entries of 30 accounts checked\nNo ends were kept\nAll is as it was sealed, and follows from the rules\n',
    stderr: '',
  });
  await rm(folder, { recursive: true, force: true });
});
