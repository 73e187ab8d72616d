import { beforeAll, describe, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { addPeople, openMany, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What was asked for wrongly is said as it is, and never answered with something else. */

let host: Host;
let clerk: Visitor;

beforeAll(async () => {
  host = await openHost();
  await addPeople(host);
  await openMany(host, 'linan', 2);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
});

describe('a period that is none', () => {
  test.each([
    '/feedback?year=abc',
    '/feedback?year=0',
    '/feedback.csv?year=20266',
    '/accounts/linan-0001/feedback?year=1.5',
    '/register?on=2026-02-30',
    '/anomalies?from=2026-12-01&to=2026-01-01',
  ])('is called that, and no other is shown: %s', async (path) => {
    const { status, text } = await clerk.get(path);
    expect(status).toBe(400);
    expect(text).toContain('<h1>日期有误</h1>');
  });

  test('is not one that is left empty', async () => {
    expect((await clerk.get('/feedback?year=')).text).toContain('2026 年度反馈');
  });
});

test('a register of a year before the first account says that nothing is on record', async () => {
  const { text } = await clerk.get('/register?on=1999-12-31');
  expect(text).toContain('没有记录。');
  expect(text).not.toContain('<table>');
  expect((await clerk.get('/register')).text).toContain('<table>');
});

test('a file that is empty is not a file that was not chosen', async () => {
  const sent = async (file: File) => (await clerk.post('/import', { file })).text;
  await clerk.get('/import');
  expect(await sent(new File([], 'register.csv'))).toContain('文件是空的。');
  expect(await sent(new File([], ''))).toContain('请选择文件。');
});
