import { beforeAll, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { addPeople, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

const EVIL = `"><img src=x onerror=alert(1)>'&<script>alert(2)</script>`;
const DAY = '2026-11-24';
const ID = 'linan-v<1>"\'/&';
const OWN = `/accounts/${encodeURIComponent(ID)}`;

let host: Host;
let clerk: Visitor;
let officer: Visitor;

beforeAll(async () => {
  host = await openHost();
  await addPeople(host);
  await host.counter.communities.name('linan', { 'zh-CN': EVIL, en: EVIL });
  clerk = new Visitor(host);
  await clerk.signIn('clerk-linan', PASSWORD);
  officer = new Visitor(host);
  await officer.signIn('officer', PASSWORD);
  await clerk.get('/accounts/new');
  await sent(clerk, '/accounts/new', { accountId: ID, role: 'resident', on: DAY, formComplete: 'yes' });
  await sent(clerk, `${OWN}/claim`, { postId: EVIL, kind: 'post', difficulty: 'base', on: DAY });
  await sent(clerk, `${OWN}/credit`, {
    item: 'activity',
    matterId: `m ${EVIL}`,
    difficulty: 'hard',
    on: DAY,
    note: EVIL,
  });
  await sent(clerk, '/handbook', {
    version: `1 ${EVIL}`,
    published: DAY,
    'reward0-rewardId': `r ${EVIL}`,
    'reward0-kind': 'service',
    'reward0-zh': EVIL,
    'reward0-price': '1',
  });
  await sent(clerk, `${OWN}/redeem`, { redemptionId: 'r1', [`quantity of r ${EVIL}`]: '1', on: DAY });
  await sent(clerk, `${OWN}/person`, { personName: EVIL.slice(0, 100), organisation: EVIL, phone: 'x' });
  await sent(clerk, '/activity', {
    item: 'activity',
    difficulty: 'hard',
    matterId: `a ${EVIL}`,
    on: DAY,
    accounts: ID,
    account: ID,
    do: 'save',
    submission: 's',
  });
  await sent(officer, `${OWN}/correct`, { correctionId: 'c1', points: '-1', reason: EVIL, on: DAY });
});

async function sent(who: Visitor, path: string, values: Record<string, string>): Promise<void> {
  const { status, text } = await who.post(path, values);
  expect(status, text).toBe(303);
}

test.each([
  ['clerk', '/'],
  ['clerk', '/accounts'],
  ['clerk', '/accounts?q=%3Cscript%3Ealert(3)%3C%2Fscript%3E'],
  ['clerk', OWN],
  ['clerk', `${OWN}?entry=2`],
  ['clerk', `${OWN}/claim`],
  ['clerk', `${OWN}/undo?entry=3`],
  ['clerk', `${OWN}/person`],
  ['clerk', '/activity'],
  ['clerk', '/activity?matterId=%22%3E%3Cscript%3Ealert(2)%3C%2Fscript%3E'],
  ['clerk', `${OWN}/credit`],
  ['clerk', `${OWN}/redeem`],
  ['officer', `${OWN}/correct`],
  ['clerk', `${OWN}/statement`],
  ['clerk', `${OWN}/feedback?year=2026`],
  ['officer', '/'],
  ['officer', '/register'],
  ['officer', '/feedback'],
  ['officer', '/anomalies'],
  ['officer', '/handbook'],
])('%s at %s: what was entered is shown and never run', async (who, path) => {
  const { status, text } = await (who === 'clerk' ? clerk : officer).get(path);
  expect(status).toBe(200);
  expect(text).not.toContain('<img src=x');
  expect(text).not.toContain('<script>alert');
  // Nothing of it got out of an attribute either: every tag has the attributes that the pages give, and no handler.
  expect(text.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<[^>]*\son\w+=/i);
});

test('a refused form gives back what was typed, as text', async () => {
  const { status, text } = await clerk.post(`${OWN}/claim`, {
    postId: EVIL,
    kind: 'post',
    difficulty: 'base',
    on: 'never',
  });
  expect(status).toBe(422);
  expect(text).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
  expect(text).not.toContain('<img src=x');
  expect(text).toMatch(/<a href="#field-on">/);
});
