import { beforeEach, expect, test } from 'vitest';
import { type Host, openHost } from './support/host.js';
import { fill, PASSWORD } from './support/people.js';
import { Visitor } from './support/visitor.js';

/* What a community is told of another's account: the same as of one that is nowhere. Only its number cannot be had. */

const THEIRS = 'linan-0003';
const NOWHERE = 'nobody-0003';
const OPENING = { role: 'resident', on: '2026-11-24', formComplete: 'yes' };

let host: Host;
let clerk: Visitor;

beforeEach(async () => {
  host = await openHost();
  await fill(host);
  clerk = new Visitor(host);
  await clerk.signIn('clerk-dongpo', PASSWORD);
  await clerk.get('/accounts/new');
});

/** What a page says, but for the account's number and its own tokens. */
const said = (text: string, accountId: string) =>
  (/<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '')
    .replace(/(name="(?:token|csv|refused)" value)="[^"]*"/g, '$1')
    .replaceAll(accountId, '…');

test.each([
  '',
  '/credit',
  '/statement',
  '/statement.csv',
  '/feedback',
  '/person',
  '/snapshot.json',
  '/programmes.json',
  '/handbooks.json',
])('its pages are not there: %s', async (part) => {
  const [theirs, nowhere] = [
    await clerk.get(`/accounts/${THEIRS}${part}`),
    await clerk.get(`/accounts/${NOWHERE}${part}`),
  ];
  expect(theirs.status).toBe(404);
  expect(nowhere.status).toBe(404);
  expect(said(theirs.text, THEIRS)).toBe(said(nowhere.text, NOWHERE));
});

test('a register with its number is refused as one with a number that is nowhere', async () => {
  const answers = [];
  for (const accountId of [THEIRS, NOWHERE]) {
    const rows = [
      'type,account,date,item,matter,redemption,rewards',
      `report-in,${accountId},2026-11-24,,,,`,
      `credit,${accountId},2026-11-24,activity,walk,,`,
      `redeem,${accountId},2026-11-24,,,r1,haircut×1`,
    ];
    const csv = rows.join('\n');
    const dry = await clerk.post('/import', { file: new File([csv], 'register.csv') });
    const applied = await clerk.post('/import/apply', { csv: Buffer.from(csv).toString('base64') });
    expect(dry.text).toContain('尚未开设');
    answers.push([dry, applied].map(({ text }) => said(text, accountId)));
  }
  expect(answers[0]).toEqual(answers[1]);
});

test('an account cannot be opened under its number, and no more is told', async () => {
  const { status, text } = await clerk.post('/accounts/new', { ...OPENING, accountId: THEIRS });
  expect(status).toBe(422);
  expect(text).toContain(`账户编号“${THEIRS}”不可用`);
  expect(text).not.toContain('开设，');
  const csv = `type,account,date,role,form complete\nopen,${THEIRS},2026-11-24,resident,yes`;
  for (const answer of [
    await clerk.post('/import', { file: new File([csv], 'register.csv') }),
    await clerk.post('/import/apply', { csv: Buffer.from(csv).toString('base64') }),
  ]) {
    expect(answer.text).toContain(`账户编号“${THEIRS}”不可用`);
    expect(answer.text).not.toMatch(/“linan”|&#39;linan&#39;|已于/);
  }
});
