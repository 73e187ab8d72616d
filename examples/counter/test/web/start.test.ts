import { type ChildProcess, execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { renfa2022 } from 'points-bank/rule-sets';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Config, type IN_FILES, readConfig, readRules, warningsOf } from '../../src/config.js';
import { peopleLog } from '../../src/people/people-log.js';
import { openRecords } from '../../src/records/open-records.js';
import { sessionSecret } from '../../src/security/secret.js';
import { program } from '../store/support/shared.js';
import { putDatabase } from './support/data-folder.js';
import { COUNTER, environment, type Started, startCounter } from './support/process.js';

/* The counter as it is started, on its embedded database, in a folder of its own. */

const run = promisify(execFile);

let folder: string;
let running: ChildProcess | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-start-'));
});

afterEach(async () => {
  running?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const env = () => environment(folder);

async function start(args: string[] = []): Promise<Started> {
  const started = await startCounter(env(), args);
  running = started.child;
  return started;
}

async function signIn(address: string, name: string, password: string): Promise<string> {
  const form = await fetch(`${address}/sign-in`);
  const token = /name="token" value="([^"]*)"/.exec(await form.text())?.[1] ?? '';
  const before = form.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Cookie: before, Origin: address },
    body: new URLSearchParams({ token, name, password, back: '/' }),
  });
  expect(answer.status).toBe(303);
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const user = async (...args: string[]) =>
  run(process.execPath, [await program('src/command-line/user'), ...args], { cwd: COUNTER, env: env() });

test('one command starts it with a sample, and all of it is there after a restart', async () => {
  const first = await start(['--sample']);
  const password = /^subdistrict +(\S+)/m.exec(first.output())?.[1] ?? '';
  expect(password).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  const cookie = await signIn(first.address, 'subdistrict', password);
  const exported = await (
    await fetch(`${first.address}/export/events.jsonl`, { headers: { Cookie: cookie } })
  ).text();
  expect(exported.split('\n').length).toBeGreaterThan(500);
  const page = await (await fetch(first.address, { headers: { Cookie: cookie } })).text();
  expect(page).toContain('临安社区');
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
  const bundle = await fetch(`${first.address}${script}`);
  expect(bundle.status).toBe(200);
  expect(bundle.headers.get('cache-control')).toContain('immutable');
  expect(await first.stop()).toBe(0);

  const secret = join(folder, 'session-secret');
  expect((await stat(secret)).mode & 0o777).toBe(0o600);
  expect((await readFile(secret, 'utf8')).trim().length).toBeGreaterThan(40);

  const second = await start(['--sample']);
  // The secret is kept, so the session goes on; no second password is made.
  expect(second.output()).not.toMatch(/^subdistrict +\S+-/m);
  const again = await (
    await fetch(`${second.address}/export/events.jsonl`, { headers: { Cookie: cookie } })
  ).text();
  expect(again).toBe(exported);
  expect(await second.stop()).toBe(0);
});

test('users are made, listed, given new passwords and removed from the command line', async () => {
  const added = await user('add', 'clerk', '--role', 'community', '--community', 'linan');
  const [, password = ''] = /password: (\S+)/.exec(added.stdout) ?? [];
  expect(password.length).toBe(23);
  await expect(user('add', 'Clerk', '--role', 'subdistrict')).rejects.toMatchObject({
    stderr: expect.stringContaining('already'),
  });
  const listed = (await user('list')).stdout;
  expect(listed).toContain('clerk {"role":"community","communityId":"linan"}');
  expect(listed).not.toContain('argon2');
  expect((await user('password', 'clerk')).stdout).not.toContain(password);
  await user('link', 'CLERK', 'clerk@example.org');
  await user('remove', 'clerk');
  await expect(user('password', 'clerk')).rejects.toMatchObject({
    stderr: expect.stringContaining('no user'),
  });
  // What was refused left no line.
  const { records } = await openRecords(readConfig(env()));
  const logged = [...(await peopleLog(records))].reverse().map(({ at: _, ...line }) => line);
  await records.close();
  const line = { name: 'clerk' };
  expect(logged).toEqual([
    { ...line, what: 'added', person: { role: 'community', communityId: 'linan' } },
    { ...line, what: 'password' },
    { ...line, what: 'link' },
    { ...line, what: 'removed' },
  ]);
});

/** Odd values of each setting. A file is made of what stands after `file:`. */
const ODD: Readonly<Record<keyof Config | `${(typeof IN_FILES)[number]}_FILE`, readonly string[]>> = {
  PORT: ['http', '-1', '70000', '1e3', '0x50', '80 ', '999999'],
  HOST: ['192.0.2.1', 'http://127.0.0.1', '127.0.0.1:80', 'no name'],
  DATA: ['/dev/null'],
  DATABASE_URL: [
    'postgresql://127.0.0.1:1/points',
    'db.example.org',
    'mysql://db.example.org/points',
    'postgres',
  ],
  DATABASE_URL_FILE: ['nowhere', 'file:', 'file:db.example.org'],
  SESSION_SECRET: ['short', ' '],
  SESSION_SECRET_FILE: ['file:short', 'nowhere', '/'],
  PUBLIC_URL: ['points.example.org', 'ftp://points.example.org', 'https://', '/points'],
  TRUST_PROXY: ['yes', 'true', '2', ' '],
  RULES: ['file:{"id":1}', 'nowhere.json', '/', 'file:', 'file:{', 'file:null', 'file:[]'],
  LOG: ['none', 'debug', ' '],
  METRICS_TOKEN: ['short', ' '],
  METRICS_TOKEN_FILE: ['nowhere', '/'],
  API_REQUESTS: ['0', '-1', '1.5', 'many', '99999999'],
  WEBHOOK_URL: ['app.example.org', 'ftp://app.example.org', 'https://app.example.org', ' '],
  WEBHOOK_SECRET: ['hushed', 'whsec_c2hvcnQ=', `whsec_${'A'.repeat(32)}`],
  WEBHOOK_SECRET_FILE: ['nowhere', 'file:hushed'],
  WEBHOOK_COMMUNITY: ['linan'],
  WEBHOOK_PRIVATE: ['yes', '2'],
  OIDC_ISSUER: ['sign-in.example.org', 'https://sign-in.example.org', 'http://sign-in.example.org'],
  OIDC_CLIENT_ID: ['counter'],
  OIDC_CLIENT_SECRET: ['hushed'],
  OIDC_CLIENT_SECRET_FILE: ['nowhere', 'file:hushed'],
  TIME_ZONE: ['Mars/Base', 'Shanghai', '8', ' '],
};

async function oddSetting(name: string, value: string): Promise<Record<string, string>> {
  const path = join(folder, 'file');
  if (value.startsWith('file:')) await writeFile(path, value.slice('file:'.length));
  // Whoever names a database names the secret as well.
  const secret = name.startsWith('DATABASE') ? { SESSION_SECRET: 'a secret of more than 32 characters' } : {};
  return { ...secret, [name]: value.startsWith('file:') ? path : value };
}

test.each(Object.entries(ODD).map(([name, [value = '']]) => [name, value] as const))(
  'it is not started with %s=%s, and says so in one line',
  async (name, value) => {
    const settings = { ...env(), ...(await oddSetting(name, value)) };
    // Its address is the last that it asks for: by then the database is open.
    if (name === 'HOST') await putDatabase(folder);
    await expect(
      run(process.execPath, [await program('src/main')], { cwd: COUNTER, env: settings }),
    ).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(new RegExp(`^[^\\n]*${name.replace(/_FILE$/, '')}[^\\n]*\\n$`)),
    });
  },
);

test.each(
  Object.entries(ODD).flatMap(([name, [, ...values]]) => values.map((value) => [name, value] as const)),
)('nor with %s=%s', async (name, value) => {
  const settings = await oddSetting(name, value);
  expect(() => readRules(readConfig(settings).RULES)).toThrow(
    expect.objectContaining({
      name: 'WrongSetting',
      message: expect.stringMatching(new RegExp(`^[^\\n]*${name.replace(/_FILE$/, '')}[^\\n]*$`)),
    }),
  );
});

test('what a secret was is not told', () => {
  const wrong = { SESSION_SECRET: 'short', DATABASE_URL: 'http://points:hushed@db/points' };
  expect(() => readConfig(wrong)).toThrow(/^(?!.*(short\b|hushed)).*DATABASE_URL.*SESSION_SECRET/);
});

test.each([[['--samples']], [['sample']]])('an option that is not there is one line: %j', async (args) => {
  await expect(
    run(process.execPath, [await program('src/main'), ...args], { cwd: COUNTER, env: env() }),
  ).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^[^\n]*sample[^\n]*\n$/) });
});

test.each([
  ['rebuild'],
  ['verify'],
  ['restore', '--from', '/dev/null'],
  ['move', '--from', '/dev/null'],
  ['user', 'add', 'zhao', '--role', 'subdistrict'],
  ['key', 'list'],
])('%s says in one line that the database is away', async (name, ...args) => {
  const SESSION_SECRET = 's'.repeat(40);
  const settings = { ...env(), SESSION_SECRET, DATABASE_URL: 'postgresql://points@127.0.0.1:1/points' };
  await expect(
    run(process.execPath, [await program(`src/command-line/${name}`), ...args], {
      cwd: COUNTER,
      env: settings,
    }),
  ).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^DATABASE_URL: [^\n]*\n$/) });
});

test('all that is wrong is named at once', () => {
  expect(() => readConfig({ PORT: 'http', TRUST_PROXY: 'yes' })).toThrow(/^PORT .*; TRUST_PROXY /);
});

test('secrets may stand in files', async () => {
  const secret = join(folder, 'secret');
  const url = join(folder, 'url');
  await writeFile(secret, `${'s'.repeat(40)}\n`);
  await writeFile(url, 'postgresql://points@db/points\n');
  const config = readConfig({ SESSION_SECRET_FILE: secret, DATABASE_URL_FILE: url });
  expect(config.SESSION_SECRET).toBe('s'.repeat(40));
  expect(config.DATABASE_URL).toBe('postgresql://points@db/points');
  expect(() => readConfig({ SESSION_SECRET_FILE: secret, SESSION_SECRET: 't'.repeat(40) })).toThrow(
    'both set',
  );
});

test.each([
  [{}, 0],
  [{ PUBLIC_URL: 'http://points.example.org' }, 0],
  [{ PUBLIC_URL: 'https://points.example.org', TRUST_PROXY: '1' }, 0],
  [{ PUBLIC_URL: 'https://points.example.org' }, 1],
])('https without a proxy to trust is warned of: %j', (settings, warnings) => {
  expect(warningsOf(readConfig(settings)).length).toBe(warnings);
});

test('it listens on this machine alone, unless HOST says more', () => {
  expect(readConfig({}).HOST).toBe('127.0.0.1');
  expect(readConfig({ HOST: '0.0.0.0' }).HOST).toBe('0.0.0.0');
});

test('several processes have to share their secret', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://127.0.0.1/points', DATA: folder });
  await expect(sessionSecret(config)).rejects.toThrow('SESSION_SECRET is needed');
  const secret = 'one for all of them, and long enough';
  expect(await sessionSecret({ ...config, SESSION_SECRET: secret })).toBe(secret);
});

test('a rule set of one’s own is checked before anything is decided by it', async () => {
  const path = join(folder, 'rules.json');
  await writeFile(path, JSON.stringify(renfa2022));
  expect(readRules(path)).toEqual(renfa2022);
  await writeFile(path, JSON.stringify({ ...renfa2022, difficulties: undefined }));
  expect(() => readRules(path)).toThrow('difficulties');
  expect(() => readRules(join(folder, 'nowhere.json'))).toThrow('nowhere.json');
});
