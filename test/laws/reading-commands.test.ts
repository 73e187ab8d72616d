import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMAND_FIELDS } from '../../src/account/commands/fields.js';
import { parsedBefore } from '../../src/account/commands/parsed.js';
import { readCommand } from '../../src/account/commands/read-command.js';
import { createBank, initialAccount } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { parseCommand } from '../../src/schema.js';
import { world } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, credit, open, redeem, reportIn, run, SUBDISTRICT } from '../support/history.js';

type Fields = { readonly [field: string]: unknown };
type Sent = { readonly type: string; readonly data: Fields };

/** One command of each type, with every field that it can have. */
const FULL: readonly Sent[] = [
  open('resident', '2023-01-10', { colour: 'blue', memberId: 'mother' }),
  reportIn('2024-01-08'),
  claim('gate', '2023-02-01', { catalogue: 'safety' }),
  credit('activity', 'clean-up', '2023-03-01', {
    quantity: 1.5,
    postId: 'gate',
    catalogue: 'safety',
    clause: '2.3.3.3',
    note: '风雨无阻',
  }),
  redeem('visit', '2023-05-01', { haircut: 1 }),
  correct('c1', -1, '2023-04-01', { corrects: 'clean-up', item: 'activity' }),
].map(({ type, data }) => {
  const named = { ...(data.by as object), recorder: 'clerk', approvedBy: 'head' };
  return { type, data: { ...data, by: named } };
});

const BY_THE_SUBDISTRICT = reportIn('2024-01-08', { by: SUBDISTRICT });
const OPTIONAL = ['colour', 'memberId', 'difficulty', 'catalogue', 'quantity', 'postId', 'clause', 'note'];
OPTIONAL.push('formComplete', 'corrects', 'item', 'recorder', 'approvedBy');

/** The field that one command needs and others may leave out. */
const NEEDED: { readonly [type: string]: string } = { CreditActivity: 'item', ClaimPost: 'postId' };

function without(record: Fields, field: string): Fields {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));
}

/** What is done while every object there is has a member of that name. */
function everywhere<T>(name: string, value: unknown, run: () => T): T {
  Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true });
  try {
    return run();
  } finally {
    delete (Object.prototype as Record<string, unknown>)[name];
  }
}

describe.each(FULL.map((command) => [command.type, command] as const))('reading %s', (_, command) => {
  test('takes every field that it has', () => {
    expect(readCommand(command)).toEqual({ ok: true, command });
  });

  test('takes nothing that it inherits for a field of its own', () => {
    for (const [field, value] of Object.entries(command.data)) {
      const less = { ...command, data: without(command.data, field) };
      const expected = readCommand(less);
      expect(everywhere(field, value, () => readCommand(less))).toEqual(expected);
      // An object without the field, of which a prototype of its own has it.
      const made = Object.assign(Object.create({ [field]: value }) as object, less.data);
      expect(readCommand({ ...command, data: made })).toEqual(expected);
      // Another field in the place of the one that is inherited.
      const instead = { ...command, data: { ...less.data, more: 1 } };
      expect(everywhere(field, value, () => readCommand(instead)).ok).toBe(false);
    }
    const by = command.data.by as Fields;
    for (const [field, value] of Object.entries(by)) {
      const less = { ...command, data: { ...command.data, by: without(by, field) } };
      const expected = readCommand(less);
      // Whoever was read just before.
      for (const before of [less, command, BY_THE_SUBDISTRICT]) {
        readCommand(before);
        expect(everywhere(field, value, () => readCommand(less))).toEqual(expected);
        expect(everywhere(field, value, () => readCommand(command))).toEqual({ ok: true, command });
        readCommand(before);
        expect(everywhere(field, value, () => readCommand(command))).toEqual({ ok: true, command });
      }
      expect(expected.ok).toBe(field === 'communityId' || OPTIONAL.includes(field));
    }
    for (const field of ['type', 'data'] as const) {
      const less = without(command, field);
      const expected = readCommand(less);
      expect(everywhere(field, command[field], () => readCommand(less))).toEqual(expected);
      expect(expected.ok).toBe(false);
    }
  });

  test('takes nothing that is not enumerable for a field', () => {
    for (const [field, value] of Object.entries(command.data)) {
      const less = { ...command, data: without(command.data, field) };
      const hidden = Object.defineProperty({ ...less.data }, field, { value, enumerable: false });
      expect(readCommand({ ...command, data: hidden })).toEqual(readCommand(less));
    }
  });

  test('needs each field that is not optional, and names it', () => {
    for (const field of Object.keys(command.data)) {
      const read = readCommand({ ...command, data: without(command.data, field) });
      if (OPTIONAL.includes(field) && field !== NEEDED[command.type]) expect(read.ok).toBe(true);
      else expect(read).toMatchObject({ ok: false, problem: { field, problem: 'missing' } });
    }
  });

  test('refuses any other field, and takes one that is there but undefined for left out', () => {
    const { data } = command;
    const by = data.by as Fields;
    expect(readCommand({ ...command, data: { ...data, more: 1 } })).toMatchObject({
      problem: { field: 'more', problem: 'unknown-field', given: '1' },
    });
    expect(readCommand({ ...command, data: { ...data, by: { ...by, more: 1 } } })).toMatchObject({
      problem: { field: 'by.more', problem: 'unknown-field', given: '1' },
    });
    expect(readCommand({ ...command, more: 1 })).toMatchObject({
      problem: { field: 'more', problem: 'unknown-field', given: '1' },
    });
    expect(readCommand({ ...command, metadata: { a: 1 }, kind: 'Command' })).toEqual({ ok: true, command });
    for (const field of Object.keys(data).filter((name) => OPTIONAL.includes(name))) {
      const read = readCommand({ ...command, data: { ...data, [field]: undefined } });
      expect(read).toEqual(readCommand({ ...command, data: without(data, field) }));
    }
    const nobody = { ...by, recorder: undefined, approvedBy: undefined };
    const read = readCommand({ ...command, data: { ...data, by: nobody } });
    expect(read.ok && Object.keys(read.command.data.by)).not.toContain('recorder');
  });
});

test('a line takes nothing that it inherits for a field of its own', () => {
  const visit = redeem('visit', '2023-05-01', { haircut: 1 });
  const line = { rewardId: 'haircut', quantity: 1 };
  for (const [field, value] of Object.entries(line)) {
    const less = { ...visit, data: { ...visit.data, lines: [without(line, field)] } };
    expect(everywhere(field, value, () => readCommand(less))).toMatchObject({
      ok: false,
      problem: { field: `lines[0].${field}`, problem: 'missing', given: 'undefined' },
    });
  }
});

test('the first wrong field in the order of the table is told, and only then one that there is not', () => {
  const fields = Object.keys(COMMAND_FIELDS.CreditActivity);
  const wrong: Record<string, unknown> = {
    more: 1,
    ...Object.fromEntries(fields.map((name) => [name, Symbol()])),
  };
  const told = fields.map(() => {
    const read = readCommand({ type: 'CreditActivity', data: wrong });
    const field = read.ok ? '' : read.problem.field;
    wrong[field] = (FULL[3] as Sent).data[field] ?? (field === 'recordedOn' ? '2024-01-09' : 'base');
    return field;
  });
  expect(told).toEqual(fields);
  expect(readCommand({ type: 'CreditActivity', data: wrong })).toMatchObject({
    problem: { field: 'more', problem: 'unknown-field' },
  });
});

test('what is undefined, a list, or a hole in a list is no object', () => {
  const problems = [undefined, null, [], 'x'].map((value) => readCommand(value));
  for (const read of problems)
    expect(read).toMatchObject({ ok: false, problem: { field: 'command', problem: 'not-an-object' } });
  const data = { ...redeem('r', '2023-05-01', {}).data, lines: [null] };
  expect(readCommand({ type: 'RedeemPoints', data })).toMatchObject({
    problem: { field: 'lines[0]', problem: 'not-an-object', given: 'null' },
  });
});

describe('a problem names the field and what was given:', () => {
  const { data } = reportIn('2024-01-08');
  const reportInWith = (fields: object) => ({ type: 'ReportIn', data: { ...data, ...fields } });
  const by = { office: 'community', communityId: 'linan' };
  const visit = redeem('visit', '2023-05-01', { haircut: 1 });
  const opening = open('resident', '2023-01-10');
  const CASES: readonly (readonly [input: unknown, field: string, problem: string, given: string])[] = [
    [undefined, 'command', 'not-an-object', 'undefined'],
    [null, 'command', 'not-an-object', 'null'],
    [[], 'command', 'not-an-object', 'a list'],
    [() => 1, 'command', 'not-an-object', 'a function'],
    [{}, 'type', 'missing', 'undefined'],
    [{ type: null }, 'type', 'unknown-type', 'null'],
    [{ type: 'Report' }, 'type', 'unknown-type', '"Report"'],
    [{ type: 'ReportIn' }, 'data', 'missing', 'undefined'],
    [{ type: 'ReportIn', data: undefined }, 'data', 'missing', 'undefined'],
    [{ type: 'ReportIn', data: null }, 'data', 'not-an-object', 'null'],
    [{ type: 'ReportIn', data, beside: 1, metadata: 2, kind: 3 }, 'beside', 'unknown-field', '1'],
    [reportInWith({ accountId: undefined }), 'accountId', 'missing', 'undefined'],
    [reportInWith({ accountId: {} }), 'accountId', 'not-an-id', 'an object'],
    [reportInWith({ accountId: new Map() }), 'accountId', 'not-an-id', 'an object'],
    [reportInWith({ accountId: () => 1 }), 'accountId', 'not-an-id', 'a function'],
    [reportInWith({ accountId: ['v1'] }), 'accountId', 'not-an-id', 'a list'],
    [reportInWith({ accountId: Symbol('v1') }), 'accountId', 'not-an-id', 'Symbol(v1)'],
    [reportInWith({ accountId: 10n ** 60n }), 'accountId', 'not-an-id', `1${'0'.repeat(39)}`],
    [reportInWith({ accountId: 'x'.repeat(257) }), 'accountId', 'not-an-id', `"${'x'.repeat(40)}…"`],
    [reportInWith({ on: 'yesterday' }), 'on', 'not-a-date', '"yesterday"'],
    [reportInWith({ more: true }), 'more', 'unknown-field', 'true'],
    [reportInWith({ by: undefined }), 'by', 'missing', 'undefined'],
    [reportInWith({ by: {} }), 'by.office', 'missing', 'undefined'],
    [reportInWith({ by: { office: 'The city' } }), 'by.office', 'not-a-slug', '"The city"'],
    [reportInWith({ by: { office: '__proto__' } }), 'by.office', 'not-a-slug', '"__proto__"'],
    [reportInWith({ by: { ...by, communityId: 5 } }), 'by.communityId', 'not-an-id', '5'],
    [reportInWith({ by: { ...by, recorder: 5 } }), 'by.recorder', 'not-an-id', '5'],
    [reportInWith({ by: { ...by, approvedBy: 5 } }), 'by.approvedBy', 'not-an-id', '5'],
    [reportInWith({ by: { ...by, person: 'w1' } }), 'by.person', 'unknown-field', '"w1"'],
    [{ ...opening, data: { ...opening.data, memberId: 5 } }, 'memberId', 'not-an-id', '5'],
    [{ ...opening, data: { ...opening.data, colour: 5 } }, 'colour', 'not-an-id', '5'],
    [
      { ...opening, data: { ...opening.data, formComplete: 'yes' } },
      'formComplete',
      'not-a-boolean',
      '"yes"',
    ],
    [{ ...visit, data: { ...visit.data, lines: undefined } }, 'lines', 'missing', 'undefined'],
    [{ ...visit, data: { ...visit.data, lines: {} } }, 'lines', 'not-a-list', 'an object'],
    [{ ...visit, data: { ...visit.data, lines: [] } }, 'lines', 'not-a-list', 'a list'],
  ];
  const named = CASES.map(([input, ...told]) => [told.join(', '), input, ...told] as const);
  test.each(named)('%s', (_, input, field, problem, given) => {
    expect(readCommand(input)).toStrictEqual({ ok: false, problem: { field, problem, given } });
  });
});

test('one who enters after another is read anew', () => {
  const subdistrict = { office: 'subdistrict' } as const;
  const community = { office: 'community', communityId: 'linan' } as const;
  const others = [
    subdistrict,
    { ...subdistrict, recorder: 'w1' },
    { ...subdistrict, approvedBy: 'w1' },
    { ...subdistrict, recorder: 'w1', approvedBy: 'w1' },
    community,
    { ...community, communityId: 'haiqing' },
    { ...community, recorder: 'w1' },
    { ...community, recorder: 'w2' },
    { ...community, approvedBy: 'w2' },
  ];
  const { data } = reportIn('2024-01-08');
  for (const first of others) {
    for (const second of others) {
      for (const by of [first, second]) {
        const read = readCommand({ type: 'ReportIn', data: { ...data, by } });
        expect(read).toEqual({ ok: true, command: { type: 'ReportIn', data: { ...data, by } } });
        expect(read.ok && Object.isFrozen(read.command.data.by)).toBe(true);
      }
    }
  }
});

describe('a command that was parsed', () => {
  test('is decided as the same command is that was not', () => {
    const bank = createBank(renfa2022, { handbook: HANDBOOK });
    fc.assert(
      fc.property(world(), (commands) => {
        for (const { command, before, decision } of run(commands).steps) {
          const parsed = parseCommand(command);
          if (!parsed.ok) continue;
          expect(parsedBefore(parsed.value)).toEqual(parsed.value);
          expect(bank.decideUnknown(parsed.value, before)).toEqual(decision);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('is known by what it is, not by how it looks', () => {
    const parsed = parseCommand(open('resident'));
    if (!parsed.ok) throw new Error('not parsed');
    expect(parsedBefore(structuredClone(parsed.value))).toBeUndefined();
    expect(parsedBefore(parsed)).toBeUndefined();
    for (const value of [undefined, null, 1, 'x', open('resident')])
      expect(parsedBefore(value)).toBeUndefined();
    const bad = { ...parsed.value, data: { ...parsed.value.data, on: '2023-02-30' } };
    const decision = createBank(renfa2022).decideUnknown(bad, initialAccount);
    expect(decision).toMatchObject({
      accepted: false,
      refusal: { code: 'invalid-command', facts: { field: 'on' } },
    });
  });
});
