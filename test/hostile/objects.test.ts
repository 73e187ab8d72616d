import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBank, initialAccount, NotAnAccountError, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { explain } from '../../src/words.js';
import { frozen, openParts } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { BANK, blamed, decideUnharmed, SUBJECTS } from '../support/hostile.js';
import { PACKS } from '../support/words.js';

const TRAPS = [
  ...['get', 'has', 'ownKeys', 'getOwnPropertyDescriptor', 'getPrototypeOf'],
  ...['set', 'deleteProperty', 'defineProperty', 'setPrototypeOf', 'preventExtensions', 'isExtensible'],
] as const;

const boom = (): never => {
  throw new Error('boom');
};

describe.each(SUBJECTS)('$type', ({ type, data, account, fields }) => {
  const decide = (changed: unknown) => decideUnharmed({ type, data: changed }, account);
  const plain = BANK.decideUnknown({ type, data }, account);

  test('of another make decides as the plain one does', () => {
    class Form {
      constructor() {
        Object.assign(this, data);
      }
    }
    const makes = [
      new Form(),
      Object.assign(Object.create(null), data),
      Object.assign(Object.create({ surprise: true }), data),
      frozen(structuredClone(data)),
      new Proxy(data, {}),
      { ...data, by: new Proxy(data.by as object, {}) },
      JSON.parse(JSON.stringify(data)),
    ];
    for (const make of makes) expect(decide(make)).toEqual(plain);
    expect(decideUnharmed(new Proxy({ type, data }, {}), account)).toEqual(plain);
    expect(decideUnharmed({ type, data, metadata: { correlation: 1 }, kind: 'Command' }, account)).toEqual(
      plain,
    );
  });

  test('is not changed, nor kept: what happens to it later does not reach the event', () => {
    const command = structuredClone({ type, data });
    const copy = structuredClone(command);
    const decision = decideUnharmed(frozen(command), account);
    expect(command).toEqual(copy);
    expect(decision).toEqual(plain);
    const open = structuredClone({ type, data });
    const taken = decideUnharmed(open, account);
    (open.data.by as { office: string }).office = 'subdistrict';
    if (Array.isArray(open.data.lines)) open.data.lines.length = 0;
    expect(taken).toEqual(plain);
    expect(openParts(open)).not.toEqual([]);
  });

  test('that throws when it is looked at is refused', () => {
    for (const field of Object.keys(fields)) {
      const thrower = Object.defineProperty({ ...data }, field, { enumerable: true, get: boom });
      expect([field, blamed(decide(thrower))]).toEqual([field, 'invalid-command: command']);
    }
    for (const field of ['type', 'data']) {
      const thrower = Object.defineProperty({ type, data }, field, { enumerable: true, get: boom });
      expect(blamed(decideUnharmed(thrower, account))).toBe('invalid-command: command');
    }
    for (const trap of TRAPS) {
      for (const make of [
        (of: object) => ({ type, data: of }),
        () => new Proxy({ type, data }, { [trap]: boom }),
        (of: object) => ({ type, data: { ...data, by: of } }),
      ]) {
        const outcome = blamed(decideUnharmed(make(new Proxy({}, { [trap]: boom })), account));
        expect(outcome).toMatch(/^(?:accepted$|invalid-command: )/);
      }
      const whole = decide(new Proxy(data, { [trap]: boom }));
      if (whole.accepted) expect(whole).toEqual(plain);
      else expect(blamed(whole)).toBe('invalid-command: command');
    }
    for (const { proxy: value, revoke } of [Proxy.revocable({}, {}), Proxy.revocable([], {})]) {
      revoke();
      expect(blamed(decideUnharmed(value, account))).toBe('invalid-command: command');
      expect(blamed(decide(value))).toBe('invalid-command: command');
      for (const field of Object.keys(fields)) {
        expect(blamed(decide({ ...data, [field]: value }))).toMatch(/^invalid-command: /);
      }
    }
  });

  test('that says one thing first and another later is taken at its first word, or refused', () => {
    for (const field of Object.keys(fields).filter((of) => data[of] !== undefined)) {
      let looks = 0;
      const fickle = Object.defineProperty({ ...data }, field, {
        enumerable: true,
        get: () => {
          looks += 1;
          return looks === 1 ? data[field] : { office: 'subdistrict' };
        },
      });
      expect(decide(fickle)).toEqual(plain);
      expect([field, looks]).toEqual([field, 1]);
    }
  });

  test('that holds itself is refused where that is', () => {
    const cyclic: Record<string, unknown> = { ...data };
    cyclic.itself = cyclic;
    expect(blamed(decide(cyclic))).toBe('invalid-command: itself');
    const round: Record<string, unknown> = { office: 'community', communityId: 'linan' };
    round.round = round;
    expect(blamed(decide({ ...data, by: round }))).toBe('invalid-command: by.round');
    for (const field of Object.keys(fields)) {
      const loop: Record<string, unknown> = { ...data };
      loop[field] = loop;
      expect(blamed(decide(loop))).toMatch(
        new RegExp(`^invalid-command: ${field}(?:\\.(?:office|kind|type))?$`),
      );
    }
  });

  test('with anything anywhere never throws and is refused or decided like any other', () => {
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
      withTypedArray: true,
    });
    const places = fc.constantFrom(
      '',
      ...Object.keys(fields),
      'by.office',
      'by.communityId',
      'by.more',
      'more',
      '__proto__',
    );
    fc.assert(
      fc.property(places, anything, (place, value) => {
        const [field = '', inner] = place.split('.');
        const changed = Object.defineProperty({ ...data }, field, {
          enumerable: true,
          value: inner === undefined ? value : { ...(data.by as object), [inner]: value },
        });
        const decision = decide(place === '' ? value : changed);
        if (decision.accepted) return;
        const { code, facts } = decision.refusal;
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
        if (code === 'invalid-command') expect(facts.field).not.toBe('');
        for (const pack of Object.values(PACKS)) expect(explain(decision.refusal, pack)).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });
});

test('a rule set and a handbook that are open to change are left as they were', () => {
  const ruleSet = structuredClone(renfa2022) as RuleSet;
  const handbook = structuredClone(HANDBOOK);
  const bank = createBank(ruleSet, { handbook });
  for (const { type, data, account } of SUBJECTS) bank.decideUnknown({ type, data }, account);
  expect(ruleSet).toEqual(renfa2022);
  expect(handbook).toEqual(HANDBOOK);
});

test('what is no account is told apart from a refusal, by either door', () => {
  const { decide, decideUnknown, decider } = BANK;
  const nothing: unknown[] = [undefined, null, 0, 'v1', [], {}, new Map(), Promise.resolve(initialAccount)];
  const half: unknown[] = [
    { status: 'open' },
    { status: 'closed' },
    { status: 'open', accountId: 'v1', items: [] },
  ];
  for (const account of [...nothing, ...half]) {
    for (const { type, data } of SUBJECTS) {
      for (const door of [decide, decideUnknown, decider.decide]) {
        expect(() => door({ type, data } as never, account as never)).toThrow(NotAnAccountError);
      }
    }
    expect(() => decideUnknown(undefined, account as never)).toThrow('an account has to be one that fold');
  }
  expect(decideUnknown(undefined, { status: 'unopened' })).toMatchObject({
    refusal: { code: 'invalid-command' },
  });
});
