import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { sampleCommands } from '../../src/sample/commands.js';
import { fillSubdistrict } from '../../src/sample/fill.js';
import { program } from '../store/support/shared.js';
import { putDatabase } from './support/data-folder.js';
import { openHost, openRealHost, TODAY } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/*
 * The export of all events is a whole copy of the record: restored into an empty counter, it is exported again event by event.
 */
const COUNTER = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
let exported: string;
let ends: string;
let folder: string;

beforeAll(async () => {
  const host = await openHost();
  await addPeople(host);
  await fillSubdistrict(host.counter, [...sampleCommands(TODAY)].slice(0, 90));
  const officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  const slip = { reversalId: 'u', reason: '记错人', on: TODAY };
  expect((await officer.post('/accounts/linan-0002/undo?entry=2', slip)).status).toBe(303);
  exported = (await officer.get('/export/events.jsonl')).text;
  expect((await officer.post('/audit/keep', {})).status).toBe(303);
  ends = (await officer.get('/audit/ends.jsonl')).text;
  expect(
    new Set(
      exported
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).type),
    ).size,
  ).toBe(6);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'counter-restore-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** As npm runs it; it is built for those tests that run it again and again. */
const byTsx = (name: Name): string[] => ['--import', 'tsx', `src/command-line/${name}.ts`];

type Name = 'restore' | 'verify';

const restore = async (events: string, ...more: string[]) =>
  restoreBy([await program('src/command-line/restore')], events, ...more);

async function restoreBy(command: string[], events: string, ...more: string[]) {
  const from = join(folder, 'events.jsonl');
  await writeFile(from, events);
  return start(command, '--from', from, ...more);
}

async function start(command: string[], ...more: string[]) {
  const { PATH = '', HOME = '' } = process.env;
  return run(process.execPath, [...command, ...more], {
    cwd: COUNTER,
    env: { PATH, HOME, DATA: join(folder, 'data') },
  }).catch(({ stdout, stderr }) => ({ stdout, stderr }));
}

async function exportedAgain(): Promise<string> {
  const host = await openRealHost(join(folder, 'data'));
  try {
    await addPeople(host);
    const officer = new Visitor(host);
    await officer.signIn('officer', PASSWORD);
    return (await officer.get('/export/events.jsonl')).text;
  } finally {
    await host.close();
  }
}

test('a record is restored whole, once, and may be stopped on the way', async () => {
  await putDatabase(join(folder, 'data'));
  const lines = exported.trim().split('\n');
  const half = `${lines.slice(0, 40).join('\n')}\n`;
  expect((await restore(half)).stdout).toBe('40 of 40 entries restored\n');
  expect((await restore(exported)).stdout).toBe(`${lines.length - 40} of ${lines.length} entries restored\n`);
  expect((await restore(exported)).stdout).toBe(`0 of ${lines.length} entries restored\n`);
  // Restored entries are sealed anew; their seals are the ones that they had, so ends that were kept elsewhere hold.
  await writeFile(join(folder, 'ends.jsonl'), ends);
  const verified = await start(byTsx('verify'), '--ends', join(folder, 'ends.jsonl'));
  expect(verified.stdout).toContain(`${lines.length} of them were sealed later than entered`);
  // What cannot be decided again are redemptions, for the handbooks are not among the events.
  const redemptions = lines.filter((line) => line.includes('"type":"PointsRedeemed"'));
  expect(verified.stderr.match(/^\S+: .*handbook/gm)).toHaveLength(redemptions.length);
  expect(verified.stderr.trim().split('\n')).toHaveLength(redemptions.length);
  const again = (await exportedAgain()).trim().split('\n');
  expect(again.map((line) => JSON.parse(line))).toEqual(lines.map((line) => JSON.parse(line)));
});

test('what does not follow from the rules is not restored, unless it was so on record', async () => {
  await putDatabase(join(folder, 'data'));
  const lines = exported.trim().split('\n');
  const at = lines.findIndex((line) => line.includes('"type":"ActivityCredited"'));
  const event = JSON.parse(lines[at] ?? '');
  const data = { ...event.data, points: event.data.points + 1 };
  const forged = lines
    .with(at, JSON.stringify({ ...event, data }))
    .slice(0, at + 1)
    .join('\n');
  const { stdout, stderr } = await restore(forged);
  expect(stdout).toBe('');
  expect(stderr).toContain('nothing was restored');
  expect((await restore(forged, '--as-recorded')).stdout).toContain(`${at + 1} of ${at + 1}`);
  // Nothing that is on record is changed by what is restored.
  expect((await restore(exported)).stderr).toContain('entry');
});

test('a file that is no export is told of by its line', async () => {
  const [first = ''] = exported.split('\n');
  expect((await restoreBy(byTsx('restore'), `${first}\n{"type":"Nothing"}\n`)).stderr).toContain(
    'Line 2 is no event',
  );
  await expect(readdir(join(folder, 'data', 'events'))).rejects.toThrow('ENOENT');
});
