/*
 * A command is read twice in the library, by hand where it is decided (fast, the first wrong field) and by schema where it is parsed
 * (every wrong field). Two paths, one idea of what a command is.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ReadCommand, readCommand } from '../../src/account/commands/read-command.js';
import { createBank, initialAccount, type RuleSet } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { commandSchema, parseCommand } from '../../src/schema.js';
import { arbitraries } from '../../src/testing/generators/arbitraries.js';
import { openParts } from '../support/checks.js';
import { reported } from '../support/words.js';
import { removed, replaced, valueAt, type Way, waysInto } from './mutate.js';
import { COMMANDS } from './samples.js';
import { accepts } from './validators.js';

const throwing = (): never => {
  throw new Error('hostile');
};

/** Values of every sort that JavaScript has. */
const anything = fc.oneof(
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSet: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  }),
  fc.constantFrom<unknown>(
    undefined,
    '2024-02-29',
    'resident',
    'community',
    'v1\u200b',
    'cafe\u0301',
    2 ** 53 - 1,
    -0,
    0.07,
    new Proxy({}, { get: throwing }),
    new Proxy({}, { ownKeys: throwing }),
    new Proxy([], { get: throwing }),
  ),
);

const good: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...Object.values(COMMANDS).map(({ value }) => value)),
  arbitraries(renfa2022).command,
);

/** One thing done to a command. */
type Harm = (command: unknown) => unknown;

const names = fc.constantFrom(
  'type',
  'data',
  'on',
  'by',
  'lines',
  'metadata',
  'kind',
  'note',
  '__proto__',
  'x',
);

const harm: fc.Arbitrary<Harm> = fc.oneof(
  fc
    .tuple(fc.nat(), anything)
    .map(([n, value]): Harm => at(n, (command, way) => replaced(command, way, value))),
  fc.nat().map((n): Harm => at(n, removed)),
  fc
    .tuple(fc.nat(), names, anything)
    .map(
      ([n, name, value]): Harm =>
        at(n, (command, way) => replaced(command, [...way.slice(0, -1), name], value)),
    ),
  fc.nat().map(
    (n): Harm =>
      at(n, (command, way) => {
        const copy = structuredClone(command);
        const parent = way.slice(0, -1).reduce<unknown>((of, step) => (of as never)[step], copy);
        Object.defineProperty(parent, way.at(-1) as string, { get: throwing, enumerable: true });
        return copy;
      }),
  ),
  fc.constantFrom<Harm>(
    (command) => new Proxy(command as object, {}),
    (command) => new Proxy(command as object, { get: throwing }),
    (command) => Object.assign(Object.create({ inherited: true }), command),
    (command) => Object.assign(Object.create(null), command),
    (command) => Object.freeze(command),
    (command) => [command],
    (command) => ({
      ...(command as object),
      metadata: {
        get hostile() {
          return throwing();
        },
      },
    }),
    (command) =>
      Object.defineProperty({ ...(command as object) }, 'metadata', { get: throwing, enumerable: true }),
    (command) => ({ ...(command as object), [Symbol('unseen')]: 1 }),
  ),
);

function at(n: number, change: (command: unknown, way: Way) => unknown): Harm {
  return (command) => {
    const ways = safely(() => waysInto(command)) ?? [];
    const way = ways[n % Math.max(ways.length, 1)];
    return way === undefined ? command : (safely(() => change(command, way)) ?? command);
  };
}

function safely<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}

/** A command, and what was done to it. */
const commands: fc.Arbitrary<unknown> = fc
  .tuple(good, fc.array(harm, { maxLength: 3 }))
  .map(([command, harms]) => harmed(command, harms));

/** A harm that cannot be done is left out: what another put there may throw when it is touched. */
function harmed(command: unknown, harms: readonly Harm[]): unknown {
  return harms.reduce<unknown>((of, change) => safely(() => change(of)) ?? of, command);
}

function agree(input: unknown): ReadCommand {
  const read = readCommand(input);
  const parsed = parseCommand(input);
  expect(parsed.ok).toBe(read.ok);
  if (read.ok && parsed.ok) expect(parsed.value).toEqual(read.command);
  if (!read.ok && !parsed.ok) {
    const { field, problem } = read.problem;
    if (problem === 'unreadable') return read;
    // The field that deciding names is among those that parsing names.
    const paths = parsed.problems.map(({ path }) => path.replace(/^data\./, ''));
    const path = field === 'command' ? '' : field;
    const known = paths.some((one) => one === 'data' || one.startsWith(path) || path.startsWith(one));
    expect({ field, paths, known }).toEqual({ field, paths, known: true });
  }
  return read;
}

describe('reading and parsing a command', () => {
  test('agree on commands good and bad', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(commands, (command) => {
        if (agree(command).ok) accepted += 1;
        else refused += 1;
      }),
      { numRuns: 3000 },
    );
    // Neither side of the agreement is empty.
    expect(Math.min(accepted, refused)).toBeGreaterThan(300);
  });

  test('agree that −0 is 0, as JSON writes it', () => {
    const way = ['data', 'continues', 0, 'data', 'handedOn', 'items', 0, 'points'];
    const read = agree(replaced(COMMANDS.OpenAccount?.value, way, -0));
    expect(read.ok && valueAt(read.command, way)).toBe(0);
  });

  test('agree on what the library generates against itself', () => {
    fc.assert(
      fc.property(arbitraries(renfa2022).badCommand, (command) => agree(command).ok === false),
      { numRuns: 3000 },
    );
  });

  test('agree on values that are no commands', () => {
    fc.assert(fc.property(anything, (value) => agree(value).ok === false));
  });

  test('agree on how many lines a visit may have', () => {
    const { value } = COMMANDS.RedeemPoints as { value: { data: object } };
    const lines = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ rewardId: `r${i}`, quantity: 1 }));
    const ok = [0, 1, 100, 101, 5000].map(
      (count) => agree(replaced(value, ['data', 'lines'], lines(count))).ok,
    );
    expect(ok).toEqual([false, true, true, false, false]);
  });
});

describe('a parsed command', () => {
  test('is a copy, frozen all through, without what hosts put beside it', () => {
    const input = { ...COMMANDS.CreditActivity?.value, metadata: { from: 'form' }, kind: 'Command' };
    const parsed = parseCommand(input);
    expect(parsed).toEqual({ ok: true, value: COMMANDS.CreditActivity?.value });
    expect(openParts(parsed)).toEqual([]);
    expect(Object.isFrozen(input)).toBe(false);
  });

  test('is told from a bad one by every field that is wrong', () => {
    const parsed = parseCommand({
      type: 'RedeemPoints',
      data: {
        accountId: '',
        lines: [{ rewardId: 'a', quantity: 1.5 }, 7, { quantity: 1, 'a b': 2 }],
        by: {},
        extra: 1,
      },
      more: 1,
    });
    expect(parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path, code])).toEqual([
      ['data.accountId', 'not-an-id'],
      ['data.redemptionId', 'missing'],
      ['data.communityId', 'missing'],
      ['data.lines[0].quantity', 'not-a-whole-number'],
      ['data.lines[1]', 'not-an-object'],
      ['data.lines[2].rewardId', 'missing'],
      ['data.lines[2]["a b"]', 'unknown-field'],
      ['data.on', 'missing'],
      ['data.by.office', 'missing'],
      ['data.extra', 'unknown-field'],
      ['more', 'unknown-field'],
    ]);
  });

  test('says what is wrong in both languages', () => {
    const parsed = parseCommand({ type: 'MergeAccounts', data: {} });
    expect(parsed).toEqual({
      ok: false,
      problems: [
        {
          path: 'type',
          code: 'unknown-type',
          detail: 'MergeAccounts',
          message: 'is not a known type: MergeAccounts',
        },
      ],
    });
    expect(openParts(parsed)).toEqual([]);
    const [problem] = parsed.ok ? [] : parsed.problems;
    expect(problem && reported(problem)).toEqual({
      'zh-CN': '没有此类型：MergeAccounts',
      en: 'is not a known type: MergeAccounts',
    });
  });
});

describe('the schema of commands', () => {
  test('is a Standard Schema', () => {
    const { vendor, version, validate } = commandSchema['~standard'];
    expect([vendor, version]).toEqual(['zod', 1]);
    expect(validate(COMMANDS.ReportIn?.value)).toEqual({ value: COMMANDS.ReportIn?.value });
    expect(
      validate({
        type: 'ReportIn',
        data: { accountId: 'v1', on: '2023-02-30', by: { office: 'subdistrict' } },
      }),
    ).toMatchObject({
      issues: [{ path: ['data', 'on'], message: 'has to be a day that exists, YYYY-MM-DD, from 1900 on' }],
    });
  });

  test('as JSON Schema takes what parsing takes', () => {
    fc.assert(
      fc.property(good, fc.array(harm, { maxLength: 1 }), (command, harms) => {
        const json = safely(() =>
          JSON.parse(JSON.stringify(harms.reduce((of, change) => change(of), command))),
        );
        if (parseCommand(json).ok) expect(accepts('command', json)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a command parsed for a rule set', () => {
  const by = { office: 'community', communityId: 'linan' } as const;
  const all = { accountId: 'v1', on: '2023-03-01', by } as const;
  const credit = {
    type: 'CreditActivity',
    data: { ...all, item: 'activity', matterId: 'm', difficulty: 'base' },
  };

  test('is one that its bank decides, with the ids of the rule set', () => {
    const bank = createBank(renfa2022);
    const parsed = parseCommand(credit, bank.ruleSet);
    if (!parsed.ok) throw new Error('not parsed');
    expect(parsed).toEqual(parseCommand(credit));
    expect(bank.decide(parsed.value, initialAccount)).toEqual(bank.decideUnknown(credit, initialAccount));
    const rules: RuleSet = {
      ...renfa2022,
      ineligibility: { dishonesty: { clause: '3', title: { 'zh-CN': '弄虚作假', en: 'dishonesty' } } },
    };
    for (const { value } of Object.values(COMMANDS))
      expect(parseCommand(value, rules)).toEqual(parseCommand(value));
  });

  test('is told every id that the rule set does not have, and those that it has', () => {
    const opening = {
      type: 'OpenAccount',
      data: { ...all, role: 'mayor', communityId: 'linan', formComplete: true },
    };
    const claim = { type: 'ClaimPost', data: { ...all, postId: 'gate', kind: 'post', difficulty: 'easy' } };
    const credits = { ...credit, data: { ...credit.data, item: '__proto__', difficulty: 'constructor' } };
    const bar = {
      type: 'BarAccount',
      data: { ...all, barId: 'b', ground: 'constructor', from: '2023-03-01', reason: 'why' },
    };
    const closing = { type: 'CloseAccount', data: { ...all, reason: '__proto__' } };
    const report = { type: 'ReportIn', data: { ...all, by: { ...all.by, office: 'comunity' } } };
    const told = [opening, claim, credits, bar, closing, report].flatMap((command) => {
      const parsed = parseCommand(command, renfa2022);
      return parsed.ok ? [] : parsed.problems.map(({ path, code, message }) => [path, code, message]);
    });
    const tiers = 'has to be one of: base, hard';
    expect(told).toEqual([
      [
        'data.role',
        'not-one-of',
        'has to be one of: community-party-member, in-service-party-member, resident',
      ],
      ['data.difficulty', 'not-one-of', tiers],
      ['data.item', 'not-one-of', expect.stringMatching(/^has to be one of: registration, claim, activity/)],
      ['data.difficulty', 'not-one-of', tiers],
      ['data.ground', 'not-one-of', 'has to be one of: '],
      ['data.reason', 'not-one-of', expect.stringMatching(/^has to be one of: left, died, role-changed, /)],
      ['data.by.office', 'not-one-of', expect.stringMatching(/community.*; did you mean 'community'\?$/)],
    ]);
  });

  test('may correct a matter under an item that the rule set no longer has', () => {
    const data = { ...all, correctionId: 'c', points: -1, reason: 'why', corrects: 'm', item: 'tidying' };
    expect(parseCommand({ type: 'CorrectScore', data }, renfa2022).ok).toBe(true);
  });
});
