import { describe, expect, test } from 'vitest';
import {
  blamed,
  decideUnharmed,
  type Field,
  type Kind,
  SUBJECTS,
  type Subject,
  VALUES,
} from '../support/hostile.js';

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field that has to be named when `value` stands in a field of that kind. */
function culprit(path: string, kind: Kind, value: unknown): string {
  // An office without a name is an object all the same, and lacks what an office has.
  if (kind === 'by' && isObject(value)) return `${path}.office`;
  if (kind === 'line' && isObject(value)) return `${path}.rewardId`;
  if (kind === 'lines' && Array.isArray(value) && value.length > 0) return `${path}[0]`;
  return path;
}

describe.each(SUBJECTS)('$type', (subject) => {
  const { type, data, account, fields } = subject;
  const decide = (changed: object): string => blamed(decideUnharmed({ type, data: changed }, account));

  test('is accepted as it is', () => {
    expect(decide(data)).toBe('accepted');
  });

  test.each(Object.entries(fields))('%s takes what it takes and nothing else', (field, { kind }) => {
    const seen = VALUES.map(({ name, value }) => [name, decide({ ...data, [field]: value })]);
    const expected = VALUES.map(({ name, value, fits }) => [
      name,
      fits.includes(kind)
        ? expect.not.stringContaining('invalid-command')
        : `invalid-command: ${culprit(field, kind, value)}`,
    ]);
    expect(seen).toEqual(expected);
  });

  test.each(Object.entries(fields))('%s may be left out only where it may', (field, { optional }) => {
    const { [field]: _left, ...rest } = data;
    const expected = optional ? expect.not.stringContaining('invalid-command') : `invalid-command: ${field}`;
    expect(decide(rest)).toEqual(expected);
    expect(decide({ ...data, [field]: undefined })).toEqual(expected);
    // What the prototype has is not the command's own.
    expect(decide(Object.assign(Object.create({ [field]: data[field] }), rest))).toEqual(expected);
  });

  test('fields of `by` take what they take', () => {
    const by = { office: 'community', communityId: 'linan' };
    for (const { name, value, fits } of VALUES) {
      expect([name, decide({ ...data, by: { ...by, office: value } })]).toEqual([
        name,
        'invalid-command: by.office',
      ]);
      const community = decide({ ...data, by: { ...by, communityId: value } });
      const refused = fits.includes('id')
        ? expect.not.stringContaining('invalid-command')
        : 'invalid-command: by.communityId';
      expect([name, community]).toEqual([name, refused]);
    }
    expect(decide({ ...data, by: { office: 'community' } })).toBe('invalid-command: by.communityId');
    expect(decide({ ...data, by: { communityId: 'linan' } })).toBe('invalid-command: by.office');
    expect(decide({ ...data, by: { office: 'street', communityId: 'linan' } })).toBe(
      'invalid-command: by.communityId',
    );
  });

  test('a field that it does not have is refused by name, wherever it stands', () => {
    for (const field of [
      'surprise',
      'Data',
      'accountid',
      '__proto__',
      'constructor',
      'toJSON',
      'then',
      '版本',
      'x'.repeat(100),
    ]) {
      const extra = JSON.parse(
        JSON.stringify({ [field === '__proto__' ? 'P' : field]: 1 }).replace('"P"', '"__proto__"'),
      );
      const name = field.length > 40 ? `${field.slice(0, 40)}…` : field;
      const adding = (to: object): object =>
        Object.defineProperties({ ...to }, Object.getOwnPropertyDescriptors(extra));
      expect(decide(adding(data))).toBe(`invalid-command: ${name}`);
      expect(decide({ ...data, by: adding(data.by as object) })).toBe(`invalid-command: by.${name}`);
      expect(blamed(decideUnharmed(adding({ type, data }), account))).toBe(`invalid-command: ${name}`);
    }
    for (const other of SUBJECTS.flatMap((of) => Object.keys(of.fields)).filter(
      (field) => !Object.hasOwn(fields, field),
    )) {
      expect(decide({ ...data, [other]: 'x' })).toBe(`invalid-command: ${other}`);
    }
  });

  test('a day that does not exist, or is written otherwise, is no day', () => {
    const days = [
      ...[
        '2023-02-29',
        '2023-02-30',
        '2024-02-30',
        '2023-04-31',
        '2023-13-01',
        '2023-00-10',
        '2023-01-00',
        '1900-02-29',
        '0000-01-01',
      ],
      ...[
        '2023-1-1',
        '23-01-01',
        '2023/01/01',
        '20230101',
        '2023-01-01T00:00:00Z',
        '2023-01-01 ',
        ' 2023-01-01',
        '2023-01-01\n',
      ],
      ...[
        '+002023-01-01',
        '-2023-01-01',
        '10000-01-01',
        '1899-12-31',
        '２０２３-０１-０１',
        '٢٠٢٣-٠١-٠١',
        '2023‐01‐01',
        '2023-W01-1',
        'today',
        '1672531200000',
      ],
    ];
    expect(days.map((on) => [on, decide({ ...data, on })])).toEqual(
      days.map((on) => [on, 'invalid-command: on']),
    );
    for (const on of [1672531200000, new Date('2023-02-01'), ['2023-02-01'], { on: '2023-02-01' }]) {
      expect(decide({ ...data, on })).toBe('invalid-command: on');
    }
  });

  test('what is no command at all is refused', () => {
    for (const { name, value } of VALUES) {
      const whole = blamed(decideUnharmed(value, account));
      expect([name, whole]).toEqual([name, `invalid-command: ${isObject(value) ? 'type' : 'command'}`]);
      const typed = blamed(decideUnharmed({ type: value, data }, account));
      expect([name, typed]).toEqual([name, 'invalid-command: type']);
      const filled = blamed(decideUnharmed({ type, data: value }, account));
      const first =
        name === 'an instance' && fields.accountId
          ? expect.stringMatching(/^invalid-command: /)
          : `invalid-command: ${isObject(value) ? 'accountId' : 'data'}`;
      expect([name, filled]).toEqual([name, first]);
    }
    for (const value of [undefined, {}, { type }, { data }]) {
      expect(blamed(decideUnharmed(value, account))).toMatch(/^invalid-command: (?:command|type|data)$/);
    }
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      type.toLowerCase(),
      `${type} `,
      'AccountOpened',
    ]) {
      expect(blamed(decideUnharmed({ type: name, data }, account))).toBe('invalid-command: type');
    }
  });
});

describe('lines', () => {
  const { type, data, account } = SUBJECTS.find((subject) => subject.type === 'RedeemPoints') as Subject;
  const line = { rewardId: 'haircut', quantity: 1 };
  const decide = (lines: unknown): string =>
    blamed(decideUnharmed({ type, data: { ...data, lines } }, account));
  const parts: Readonly<Record<string, Field>> = { rewardId: { kind: 'id' }, quantity: { kind: 'count' } };

  test('each takes a reward and a whole number of it, and nothing else', () => {
    for (const { name, value, fits } of VALUES) {
      expect([name, decide([line, value])]).toEqual([
        name,
        `invalid-command: ${culprit('lines[1]', 'line', value)}`,
      ]);
      for (const [part, { kind }] of Object.entries(parts)) {
        const refused = fits.includes(kind)
          ? expect.not.stringContaining('invalid-command')
          : `invalid-command: lines[1].${part}`;
        expect([name, decide([line, { ...line, [part]: value }])]).toEqual([name, refused]);
      }
    }
    expect(decide([{ ...line, price: 0 }])).toBe('invalid-command: lines[0].price');
    expect(decide([line, { rewardId: 'haircut' }])).toBe('invalid-command: lines[1].quantity');
    expect(decide([line, { quantity: 1 }])).toBe('invalid-command: lines[1].rewardId');
  });

  test('none, one hundred and one, and a million are refused; a hundred are not', () => {
    expect(decide([])).toBe('invalid-command: lines');
    expect(decide(Array(100).fill(line))).toBe('insufficient-points');
    expect(decide(Array(101).fill(line))).toBe('invalid-command: lines');
    expect(decide(Array(1_000_000).fill(line))).toBe('invalid-command: lines');
    expect(decide(Array(2 ** 32 - 1))).toBe('invalid-command: lines');
  });

  test('a list with holes, a list of itself and what only looks like a list are refused', () => {
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    // biome-ignore lint/suspicious/noSparseArray: holes are what it is about
    expect(decide([line, , line])).toBe('invalid-command: lines[1]');
    expect(decide(Array(3))).toBe('invalid-command: lines[0]');
    expect(decide(cyclic)).toBe('invalid-command: lines[0]');
    expect(decide({ 0: line, length: 1 })).toBe('invalid-command: lines');
    expect(decide(new Set([line]))).toBe('invalid-command: lines');
    expect(decide(new Uint8Array([1]))).toBe('invalid-command: lines');
  });

  test('a list that counts one and gives many when it is gone through is taken as it counts', () => {
    const many = function* (): Generator<unknown> {
      for (let n = 0; n < 500; n += 1) yield line;
    };
    const lines = Object.assign([line], { [Symbol.iterator]: many });
    const decision = decideUnharmed({ type, data: { ...data, lines } }, account);
    if (!decision.accepted) return expect(blamed(decision)).toBe('invalid-command: lines');
    const [event] = decision.events;
    expect(event?.type === 'PointsRedeemed' && event.data.lines).toHaveLength(1);
  });
});
