import { describe, expect, test } from 'vitest';
import { replaced } from '../schema/mutate.js';
import {
  blamed,
  CLOSING,
  decideUnharmed,
  type Field,
  type Kind,
  SENDING,
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
  if (kind === 'entry' && isObject(value)) return `${path}.kind`;
  if (kind === 'sending' && isObject(value)) return `${path}.type`;
  const isList = kind === 'lines' || kind === 'closings';
  if (isList && Array.isArray(value) && value.length > 0) return `${path}[0]`;
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
      const isOffice = typeof value === 'string' && /^[a-z]{1,64}$/.test(value);
      const office = isOffice ? 'office-not-entitled' : 'invalid-command: by.office';
      expect([name, decide({ ...data, by: { ...by, office: value } })]).toEqual([name, office]);
      const community = decide({ ...data, by: { ...by, communityId: value } });
      const refused = fits.includes('id')
        ? expect.not.stringContaining('invalid-command')
        : 'invalid-command: by.communityId';
      expect([name, community]).toEqual([name, refused]);
    }
    const ofOffice = /^(?:office-not-entitled|community-of-office)$/;
    expect(decide({ ...data, by: { office: 'community' } })).toMatch(ofOffice);
    expect(decide({ ...data, by: { communityId: 'linan' } })).toBe('invalid-command: by.office');
    expect(decide({ ...data, by: { office: 'subdistrict', communityId: 'linan' } })).toMatch(ofOffice);
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

describe('what a command carries of another account', () => {
  const [opening, receiving] = ['OpenAccount', 'ReceivePoints'].map(
    (name) => SUBJECTS.find((subject) => subject.type === name) as Subject,
  ) as [Subject, Subject];
  const open = (closing: unknown): string =>
    blamed(
      decideUnharmed(
        { type: opening.type, data: { ...opening.data, continues: [closing] } },
        opening.account,
      ),
    );
  const receive = (sent: unknown): string =>
    blamed(decideUnharmed({ type: receiving.type, data: { ...receiving.data, sent } }, receiving.account));

  /** Each member of a carried event, and what it takes. */
  const MEMBERS: readonly [
    carried: object,
    decide: (carried: unknown) => string,
    at: string,
    kinds: Kinds,
  ][] = [
    [
      SENDING,
      receive,
      'sent',
      {
        'data.accountId': 'id',
        'data.transferId': 'id',
        'data.to': 'id',
        'data.points': 'count',
        'data.on': 'date',
      },
    ],
    [
      CLOSING,
      open,
      'continues[0]',
      {
        'data.accountId': 'id',
        'data.communityId': 'id',
        'data.on': 'date',
        'data.reason': 'id',
        'data.memberId': 'id?',
        'data.continuedBy': 'id?',
        'data.handedOn.items[0].item': 'slug',
        'data.handedOn.items[0].on': 'date',
        'data.handedOn.items[0].points': 'whole',
        'data.handedOn.items[0].entries': 'count',
        'data.handedOn.items[0].freed': 'count?',
        'data.handedOn.items[0].quantities[0].unit': 'slug',
        'data.handedOn.items[0].quantities[0].quantity': 'signed-quantity',
        'data.handedOn.items[0].memberId': 'id?',
        'data.handedOn.corrected[0].on': 'date',
        'data.handedOn.corrected[0].points': 'whole',
        'data.handedOn.transferred[0].on': 'date',
        'data.handedOn.transferred[0].points': 'whole',
        'data.handedOn.visits[0].redemptionId': 'id',
        'data.handedOn.visits[0].on': 'date',
        'data.handedOn.visits[0].at': 'id?',
        'data.handedOn.visits[0].lines[0].rewardId': 'id',
        'data.handedOn.visits[0].lines[0].quantity': 'count',
        'data.handedOn.visits[0].lines[0].price': 'from-0',
        'data.handedOn.reportIns[0]': 'date',
        'data.handedOn.posts[0].postId': 'id',
        'data.handedOn.posts[0].on': 'date',
        'data.handedOn.bars[0].barId': 'id',
        'data.handedOn.bars[0].ground': 'id',
        'data.handedOn.bars[0].from': 'date',
        'data.handedOn.bars[0].until': 'date?',
      },
    ],
  ];

  test.each(MEMBERS)('takes what it takes and nothing else: %#', (carried, decide, at, kinds) => {
    for (const [path, kind] of Object.entries(kinds)) {
      const of = kind.replace('?', '');
      for (const { name, value, fits } of VALUES) {
        const taken = fits.includes(of as Kind) || (CARRIED[of] ?? []).includes(name);
        const said = decide(replaced(carried, waysOf(path), value));
        expect([path, name, said.startsWith('invalid-command') ? said : 'taken']).toEqual([
          path,
          name,
          taken ? 'taken' : `invalid-command: ${at}.${path}`,
        ]);
      }
      if (path.endsWith(']')) continue;
      const left = decide(replaced(carried, waysOf(path), undefined));
      expect([path, left.startsWith('invalid-command')]).toEqual([path, !kind.endsWith('?')]);
    }
  });

  test('names of members that become names in the account are slugs: none is every object’s', () => {
    for (const name of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'Item',
      '项目',
    ]) {
      for (const path of ['items[0].item', 'items[0].quantities[0].unit']) {
        const closing = replaced(CLOSING, waysOf(`data.handedOn.${path}`), name);
        expect([path, name, open(closing)]).toEqual([
          path,
          name,
          `invalid-command: continues[0].data.handedOn.${path}`,
        ]);
      }
    }
  });

  test('may say more, which is not even read', () => {
    const trap = { get: () => expect.unreachable(), enumerable: true };
    for (const name of ['more', '__proto__', 'constructor', 'toJSON', '版本']) {
      const closing = Object.defineProperty(structuredClone(CLOSING), name, trap);
      Object.defineProperty(closing.data, name, trap);
      expect(open(closing)).toBe('accepted');
      const sent = Object.defineProperty(structuredClone(SENDING), name, trap);
      Object.defineProperty(sent.data, name, trap);
      expect(receive(sent)).toBe('accepted');
      // What is handed on is read to the last member.
      const handed = structuredClone(CLOSING);
      Object.defineProperty(handed.data.handedOn, name, { value: 1, enumerable: true });
      expect(open(handed)).toBe(`invalid-command: continues[0].data.handedOn.${name}`);
    }
  });

  test('lists are of so many members, and a list of itself is none', () => {
    const { handedOn } = CLOSING.data;
    const handing = (more: object): string =>
      open({ ...CLOSING, data: { ...CLOSING.data, handedOn: { ...handedOn, ...more } } });
    expect(
      handing({ items: [], corrected: [], transferred: [], visits: [], reportIns: [], posts: [], bars: [] }),
    ).toBe('accepted');
    expect(handing({ reportIns: Array(100_001).fill('2022-02-01') })).toBe(
      'invalid-command: continues[0].data.handedOn.reportIns',
    );
    expect(handing({ posts: Array(2 ** 32 - 1) })).toBe('invalid-command: continues[0].data.handedOn.posts');
    const cyclic: unknown[] = [];
    cyclic.push(cyclic);
    expect(handing({ items: cyclic })).toBe('invalid-command: continues[0].data.handedOn.items[0]');
    const many = { ...opening.data, continues: Array(21).fill(CLOSING) };
    expect(blamed(decideUnharmed({ type: opening.type, data: many }, opening.account))).toBe(
      'invalid-command: continues',
    );
    const none = { ...opening.data, continues: [] };
    expect(blamed(decideUnharmed({ type: opening.type, data: none }, opening.account))).toBe(
      'invalid-command: continues',
    );
  });
});

type Kinds = { readonly [path: string]: string };

/** The values that fit kinds that no field of a command is of. */
const CARRIED: { readonly [kind: string]: readonly string[] } = {
  slug: ["'true'"],
  whole: ['0', '-0', '-1'],
  'signed-quantity': ['-1'],
  'from-0': ['0', '-0'],
};

/** The way that a path writes. */
function waysOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}
