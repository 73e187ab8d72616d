/*
 * What a user reads in the editor: one error for one mistake, which names the wrong word and what may stand there, and the words that
 * are offered while the command is being written. Taken from the compilers themselves, since only they know.
 */
import { describe, expect, test } from 'vitest';
import { errorsOfNewest, IN_PROCESS, type Programs, Service } from './compilers.js';

const START = `
import { createBank, initialAccount, withReading } from 'points-bank';
import { defineRuleSet } from 'points-bank/define';
import { hailin, renfa2022 } from 'points-bank/rule-sets';
import { parseCommand } from 'points-bank/schema';
const bank = createBank(renfa2022);
const { decide } = bank.decider;
const by = { office: 'community', communityId: 'linan' } as const;
`;

const text = "{ 'zh-CN': '问', en: 'question' }";
const open = `{ clause: '1', question: ${text}, chosen: 'yes', default: 'yes', answers: { yes: { title: ${text}, patch: {} }, never: { title: ${text}, patch: {} } } }`;
const ROLES = ['community-party-member', 'in-service-party-member', 'resident'];
const ITEMS = ['registration', 'claim', 'activity', 'co-building', 'affairs', 'other'];
const COMMANDS = [
  'OpenAccount',
  'ReportIn',
  'ClaimPost',
  'ReleasePost',
  'CreditActivity',
  'VerifyEntry',
  'RedeemPoints',
  'CorrectScore',
  'ReverseEntry',
  'TransferPoints',
  'ReceivePoints',
  'BarAccount',
  'CloseAccount',
];

/** What is written wrong, the wrong word, and the words that the error has to name. */
const MISTAKES: {
  readonly [name: string]: readonly [code: string, wrong: string, right: readonly string[]];
} = {
  role: [
    `bank.decide({ type: 'OpenAccount', data: { accountId: 'v1', role: 'residnt', communityId: 'linan', on: '2023-03-01', formComplete: true, by } }, initialAccount)`,
    'residnt',
    ['Did you mean', 'resident'],
  ],
  'role-unlike-any': [
    `bank.decide({ type: 'OpenAccount', data: { accountId: 'v1', role: 'mayor', communityId: 'linan', on: '2023-03-01', formComplete: true, by } }, initialAccount)`,
    'mayor',
    ROLES,
  ],
  'office-that-names-no-community': [
    `bank.decide({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-03-01', by: { office: 'community' } } }, initialAccount)`,
    'communityId',
    ['communityId'],
  ],
  'office-that-acts-everywhere': [
    `bank.decide({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-03-01', by: { office: 'subdistrict', communityId: 'linan' } } }, initialAccount)`,
    'communityId',
    ['communityId'],
  ],
  item: [
    `bank.decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'activty', matterId: 'm', on: '2023-03-01', by } }, initialAccount)`,
    'activty',
    ['Did you mean', 'activity'],
  ],
  'item-unlike-any': [
    `bank.decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'tidying', matterId: 'm', on: '2023-03-01', by } }, initialAccount)`,
    'tidying',
    ITEMS,
  ],
  'item-for-the-decider': [
    `decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'afairs', matterId: 'm', on: '2023-03-01', by } }, initialAccount)`,
    'afairs',
    ['Did you mean', 'affairs'],
  ],
  'item-of-a-correction': [
    `bank.decide({ type: 'CorrectScore', data: { accountId: 'v1', correctionId: 'c', points: -1, reason: 'why', corrects: 'm', item: 'activty', on: '2023-03-01', by } }, initialAccount)`,
    'activty',
    ['Did you mean', 'activity'],
  ],
  'item-of-a-reversal': [
    `bank.decide({ type: 'ReverseEntry', data: { accountId: 'v1', reversalId: 'r', reverses: { kind: 'matter', id: 'm', item: 'afairs' }, reason: 'why', on: '2023-03-01', by } }, initialAccount)`,
    'afairs',
    ['Did you mean', 'affairs'],
  ],
  'item-of-a-verification': [
    `bank.decide({ type: 'VerifyEntry', data: { accountId: 'v1', verifies: { kind: 'matter', id: 'm', item: 'co-bilding' }, on: '2023-03-01', by } }, initialAccount)`,
    'co-bilding',
    ['Did you mean', 'co-building'],
  ],
  'reason-of-a-closing': [
    `bank.decide({ type: 'CloseAccount', data: { accountId: 'v1', reason: 'movd', on: '2023-03-01', by } }, initialAccount)`,
    'movd',
    ['Did you mean', 'moved'],
  ],
  'ground-of-a-bar': [
    `createBank({ ...renfa2022, ineligibility: { fraud: { clause: '3', title: ${text} } } }).decide({ type: 'BarAccount', data: { accountId: 'v1', barId: 'b', ground: 'frad', from: '2023-03-01', reason: 'why', on: '2023-03-01', by } }, initialAccount)`,
    'frad',
    ['fraud'],
  ],
  difficulty: [
    `bank.decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'activity', matterId: 'm', difficulty: 'hrd', on: '2023-03-01', by } }, initialAccount)`,
    'hrd',
    ['hard'],
  ],
  'difficulty-of-a-claim': [
    `bank.decide({ type: 'ClaimPost', data: { accountId: 'v1', postId: 'gate', kind: 'post', difficulty: 'hrad', on: '2023-03-01', by } }, initialAccount)`,
    'hrad',
    ['base', 'hard'],
  ],
  type: [
    `bank.decide({ type: 'ReportInn', data: { accountId: 'v1', on: '2023-03-01', by } }, initialAccount)`,
    'ReportInn',
    ['Did you mean', 'ReportIn'],
  ],
  office: [
    `bank.decide({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-03-01', by: { office: 'comunity', communityId: 'linan' } } }, initialAccount)`,
    'comunity',
    ['Did you mean', 'community'],
  ],
  field: [
    `bank.decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'activity', matterid: 'm', on: '2023-03-01', by } }, initialAccount)`,
    'matterid',
    ['Did you mean', 'matterId'],
  ],
  surplus: [
    `bank.decide({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-03-01', by, item: 'activity' } }, initialAccount)`,
    'item',
    ['accountId', 'by', 'formComplete', 'memberId', 'on', 'recordedOn'],
  ],
  'surplus-beside-the-data': [
    `bank.decide({ type: 'ReportIn', data: { accountId: 'v1', on: '2023-03-01', by }, more: 1 }, initialAccount)`,
    'more',
    ['type', 'data'],
  ],
  reading: [`withReading(renfa2022, 'claim-cap-windw', 'life')`, 'claim-cap-windw', ['claim-cap-window']],
  answer: [
    `withReading(renfa2022, 'claim-cap-window', 'calender-year')`,
    'calender-year',
    ['life', 'calendar-year', 'half-year'],
  ],
  'answer-to-an-example': [
    `withReading(hailin, 'part-hours', 'upwards')`,
    'upwards',
    ['whole-hours', 'started'],
  ],
  'answer-to-ones-own': [
    `withReading(defineRuleSet({ ...renfa2022, readings: { open: ${open} } }), 'open', 'nevr')`,
    'nevr',
    ['yes', 'never'],
  ],
  'nobody-knows': [`bank.decide(JSON.parse('{}') as unknown, initialAccount)`, 'unknown', ['type']],
};

/** What compiles. */
const RIGHT: Programs = {
  'by-both-doors': `
    bank.decide({ type: 'CreditActivity', data: { accountId: 'v1', item: 'activity', matterId: 'm', difficulty: 'hard', on: '2023-03-01', by } }, initialAccount)
    decide({ type: 'OpenAccount', data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by } }, initialAccount)
    bank.decideUnknown(JSON.parse('{}') as unknown, initialAccount)
    const parsed = parseCommand(JSON.parse('{}'), bank.ruleSet)
    if (parsed.ok) bank.decide(parsed.value, initialAccount)
  `,
  'items-of-earlier-entries': `
    bank.decide({ type: 'CorrectScore', data: { accountId: 'v1', correctionId: 'c', points: -1, reason: 'why', corrects: 'm', item: 'activity', on: '2023-03-01', by } }, initialAccount)
    bank.decide({ type: 'ReverseEntry', data: { accountId: 'v1', reversalId: 'r', reverses: { kind: 'matter', id: 'm', item: 'affairs' }, reason: 'why', on: '2023-03-01', by } }, initialAccount)
    bank.decide({ type: 'VerifyEntry', data: { accountId: 'v1', verifies: { kind: 'matter', id: 'm', item: 'co-building' }, on: '2023-03-01', by } }, initialAccount)
  `,
  'a-reading': `createBank(withReading(renfa2022, 'claim-cap-window', 'half-year'))`,
};

/** What is being written, with a mark where the cursor stands, and all that is offered there. */
const WRITING: { readonly [name: string]: readonly [code: string, offered: readonly string[]] } = {
  'writing-a-type': [`bank.decide({ type: '|' }, initialAccount)`, COMMANDS],
  'writing-a-role': [`bank.decide({ type: 'OpenAccount', data: { role: '|' } }, initialAccount)`, ROLES],
  'writing-an-item': [`bank.decide({ type: 'CreditActivity', data: { item: '|' } }, initialAccount)`, ITEMS],
  'writing-an-item-for-the-decider': [
    `decide({ type: 'CreditActivity', data: { accountId: 'v1', item: '|' } }, initialAccount)`,
    ITEMS,
  ],
  'writing-the-item-of-a-correction': [
    `bank.decide({ type: 'CorrectScore', data: { accountId: 'v1', item: '|' } }, initialAccount)`,
    ITEMS,
  ],
  'writing-a-difficulty': [
    `bank.decide({ type: 'ClaimPost', data: { accountId: 'v1', difficulty: '|' } }, initialAccount)`,
    ['base', 'hard'],
  ],
  'writing-a-field': [
    `bank.decide({ type: 'ReportIn', data: { | } }, initialAccount)`,
    ['accountId', 'by', 'formComplete', 'memberId', 'on', 'recordedOn'],
  ],
  'writing-an-answer': [
    `withReading(renfa2022, 'claim-cap-window', '|')`,
    ['life', 'calendar-year', 'half-year'],
  ],
};

const wrong: Programs = Object.fromEntries(
  Object.entries(MISTAKES).map(([name, [code]]) => [name, `${START}${code}\n`]),
);
const right: Programs = Object.fromEntries(
  Object.entries(RIGHT).map(([name, code]) => [name, `${START}${code}\n`]),
);
const writing: Programs = Object.fromEntries(
  Object.entries(WRITING).map(([name, [code]]) => [name, `${START}${code.replace('|', '')}\n`]),
);

const newest = errorsOfNewest({ ...wrong, ...right });
const services = Object.entries(IN_PROCESS).map(
  ([version, load]) => [version, new Service(load(), { ...wrong, ...right, ...writing })] as const,
);

describe.each([
  ...services.map(([version, service]) => [version, async () => service.errors()] as const),
  ['7', () => newest] as const,
])('TypeScript %s', (_version, errors) => {
  test('has one error for one mistake, which names the wrong word and the right one', async () => {
    const found = await errors();
    for (const [name, [, word, names]] of Object.entries(MISTAKES)) {
      expect([name, found[name]]).toEqual([name, [expect.stringContaining(word)]]);
      for (const named of names)
        expect([name, found[name]?.[0]]).toEqual([name, expect.stringContaining(named)]);
    }
  });

  test('has none for what is right', async () => {
    const found = await errors();
    for (const name of Object.keys(RIGHT)) expect([name, found[name]]).toEqual([name, []]);
  });
});

describe.each(services)('an editor with TypeScript %s', (_version, service) => {
  test.each(Object.entries(WRITING))('offers what can be written, %s', (name, [code, offered]) => {
    const completions = service.completions(name, START.length + code.indexOf('|'));
    expect([...completions].sort()).toEqual([...offered].sort());
  });
});
