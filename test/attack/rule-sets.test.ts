import { describe, expect, test } from 'vitest';
import { checkRuleSet, defineRuleSet, deriveRuleSet } from '../../src/define.js';
import { deviations, type RuleSet } from '../../src/index.js';
import { ruleSetSchema } from '../../src/schema.js';
import { growth, MOST } from '../fuzz/growth.js';
import { scaled } from './scale.js';

/*
 * Rule sets whose parts have to be compared with each other: every condition with every limit, every level with every role, every text with
 * every language, every name that there is not with all that there are. The time grows with the rule set, or the rule set is refused.
 */

const T = { en: 'T' };
const FIXED = { title: T, scoring: { by: 'fixed', points: 1 } };

const id = (n: number): string => `n${n.toString(36)}`;
const parts = (count: number, make: (n: number) => unknown): Record<string, unknown> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [id(n), make(n)]));
const names = (count: number, from = 0): string[] => Array.from({ length: count }, (_, n) => id(n + from));

const rules = (more: object): object => ({
  id: 'x',
  version: '1',
  title: T,
  roles: { member: { title: T, items: { a: FIXED } } },
  ...more,
});
const ofRole = (role: object, more: object = {}): object =>
  rules({ roles: { member: { title: T, ...role } }, ...more });
const roles = (count: number, items: object = { a: FIXED }): object =>
  parts(count, () => ({ title: T, items }));

const limit = (of: object): object => ({ title: T, per: 'life', maximum: 1, ...of });
const condition = (of: object): object => ({ title: T, counts: 'entries', per: 'life', minimum: 1, ...of });
/** Windows that differ, as far as they go. */
const back = (n: number): object => ({ last: 1 + (n % 1200), of: n % 2400 < 1200 ? 'days' : 'months' });
const language = (n: number): string => `en-${id(n)}`;

/** Each of so many items needs what those before it come to: by points, and by their number, in turn. */
function inTurn(count: number): object {
  const items = parts(count, (n) => ({
    title: T,
    scoring: { by: 'fixed', points: 1000 },
    requires: {
      before:
        n % 2 === 0 ? condition({ minimum: n + 1 }) : condition({ counts: 'points', minimum: 1000 * n }),
    },
  }));
  const once = parts(count, (n) =>
    limit({ counts: 'entries', items: [id(n)], beyond: 'refuse', per: 'life' }),
  );
  return ofRole({ items, limits: once });
}

/** What is checked, and the smaller of two sizes. */
const CHECKED: readonly [name: string, size: number, make: (size: number) => object][] = [
  ['conditions that count points and entries in turn, each for more', 60, inTurn],
  [
    'conditions and limits over windows that all differ',
    60,
    (n) =>
      ofRole({
        items: parts(n, (of) => ({ ...FIXED, requires: { before: condition({ per: back(of) }) } })),
        limits: parts(n, (of) =>
          limit({ counts: 'entries', items: [id(of)], per: back(of), beyond: 'refuse' }),
        ),
      }),
  ],
  [
    'limits on the same items and one more',
    80,
    (n) =>
      ofRole({
        items: parts(n, () => FIXED),
        limits: parts(n, (of) => limit({ items: [...new Set([id(0), id(1), id(of)])] })),
      }),
  ],
  [
    'limits on a reward each',
    80,
    (n) =>
      rules({
        redemption: {
          limits: parts(n, (of) =>
            limit({ counts: 'rewards', rewards: [id(of), id(of + 1)], maximum: of + 1 }),
          ),
        },
      }),
  ],
  [
    'limits by the visit',
    60,
    (n) =>
      rules({
        redemption: {
          limits: parts(n, (of) => limit({ counts: 'lines', per: 'visit', maximum: n - of })),
        },
      }),
  ],
  [
    'two limits on very many rewards',
    2_000,
    (n) =>
      rules({
        redemption: {
          limits: {
            one: limit({ counts: 'rewards', rewards: names(n) }),
            other: limit({ counts: 'rewards', rewards: names(n).reverse() }),
          },
        },
      }),
  ],
  [
    'what redeeming needs, and roles',
    30,
    (n) => rules({ roles: roles(n), redemption: { requires: parts(n, () => condition({})) } }),
  ],
  [
    'levels and items',
    60,
    (n) =>
      ofRole({ items: parts(n, () => FIXED) }, { recognition: parts(n, () => ({ title: T, points: 5 })) }),
  ],
  [
    'levels and roles',
    40,
    (n) =>
      rules({
        roles: roles(n),
        recognition: parts(n, () => ({ title: T, requires: { some: condition({ items: ['a'] }) } })),
      }),
  ],
  [
    'bounds and roles',
    60,
    (n) =>
      rules({
        roles: roles(n),
        bounds: { held: parts(n, () => ({ clause: '1', title: T, kind: 'limit', limit: 'none' })) },
      }),
  ],
  [
    'offices of items and offices that credit them',
    100,
    (n) =>
      ofRole(
        { items: parts(n, () => ({ ...FIXED, offices: [id(n - 1)] })) },
        {
          offices: parts(n, () => ({ title: T, acts: 'everywhere' })),
          authority: { offices: { CreditActivity: names(n), OpenAccount: [id(0)] } },
        },
      ),
  ],
  [
    'factors and difficulties',
    100,
    (n) =>
      ofRole(
        {
          items: {
            a: {
              title: T,
              scoring: { by: 'difficulty', points: parts(n, (of) => of + 1) },
              factors: parts(n, () => ({
                clause: '1',
                title: T,
                from: '2023-01-01',
                until: '2023-12-31',
                times: 2,
              })),
            },
          },
        },
        { difficulties: parts(n, () => T) },
      ),
  ],
  [
    'deductions and items that give and take',
    100,
    (n) =>
      ofRole({
        items: {
          ...parts(n, () => ({
            title: T,
            scoring: {
              by: 'bands',
              unit: 'hour',
              unitTitle: T,
              bands: [
                { from: 1, points: -1 },
                { from: 2, points: 1 },
              ],
            },
          })),
          a: FIXED,
        },
        limits: parts(n, () => limit({ counts: 'deductions', items: ['a'] })),
      }),
  ],
  [
    'texts and languages that they lack',
    60,
    (n) => ({
      ...ofRole({ items: parts(n, () => FIXED) }),
      locales: Array.from({ length: n }, (_, of) => language(of)),
    }),
  ],
  [
    'texts in languages that there are not',
    60,
    (n) => ({
      ...ofRole({ items: parts(n, () => ({ ...FIXED, title: { fr: 'T' } })) }),
      locales: Array.from({ length: n }, (_, of) => language(of)),
    }),
  ],
  [
    'items that many roles share',
    40,
    (n) => rules({ roles: parts(n, () => ({ title: T })), items: parts(n, () => FIXED) }),
  ],
  [
    'titles of roles in many languages',
    80,
    (n) => ({ ...rules({ roles: roles(n) }), locales: Array.from({ length: n }, (_, of) => language(of)) }),
  ],
  [
    'items that there are not',
    400,
    (n) =>
      ofRole({
        items: parts(n, () => FIXED),
        limits: { some: limit({ items: names(n).map((of) => `zz${of}`) }) },
      }),
  ],
  [
    'difficulties that there are not',
    200,
    (n) =>
      ofRole(
        {
          items: parts(n, (of) => ({ title: T, scoring: { by: 'difficulty', points: { [`zz${of}`]: 1 } } })),
        },
        { difficulties: parts(n, () => T) },
      ),
  ],
  [
    'rulings of others than have the last word',
    60,
    (n) =>
      rules({
        interpretation: {
          clause: '1',
          by: Object.fromEntries(Array.from({ length: n }, (_, of) => [language(of), `T${of}`])),
        },
        readings: parts(n, () => ({
          clause: '1',
          question: T,
          chosen: 'none',
          default: 'none',
          ruled: { by: 'somebody', on: '2023-01-01' },
          answers: { a: { title: T, patch: {} } },
        })),
      }),
  ],
];

describe(`eight times the rule set takes no more than ${MOST} times the time`, () => {
  test.each(CHECKED)('%s', (_, size, make) => {
    const checking = (of: number): (() => void) => {
      const input = make(of);
      return () => void checkRuleSet(input);
    };
    expect(growth(checking, scaled(size, size * 2))).toBeLessThanOrEqual(MOST);
  });
});

describe('a rule set as large as may be', () => {
  /** Far more than may be read, and so refused, or as much as may be. */
  const LARGE = scaled(1_200, 6_000);

  test.each(CHECKED)('%s', (_, __, make) => {
    const problems = checkRuleSet(make(LARGE));
    expect(problems.length).toBeLessThanOrEqual(1_001);
  });
});

describe('what counts different things in turn', () => {
  test('is within reach, however it is asked for', () => {
    expect(checkRuleSet(inTurn(80))).toEqual([]);
  });

  test('is not within reach where one asks for more than all before it come to', () => {
    const items = {
      a: FIXED,
      b: { ...FIXED, requires: { before: condition({ minimum: 3 }) } },
      c: { ...FIXED, requires: { before: condition({ counts: 'points', minimum: 1 }) } },
    };
    const limits = {
      a: limit({ counts: 'entries', items: ['a'], beyond: 'refuse' }),
      c: limit({ counts: 'entries', items: ['c'], beyond: 'refuse' }),
    };
    // With b itself there would be enough; the opening is the third entry.
    const [none] = checkRuleSet(ofRole({ items, limits }));
    expect(none).toBeUndefined();
    const more = { ...items, b: { ...FIXED, requires: { before: condition({ minimum: 4 }) } } };
    expect(checkRuleSet(ofRole({ items: more, limits }))).toMatchObject([
      { path: 'roles.member.items.b.requires.before.counts', code: 'nothing-before' },
    ]);
  });
});

describe('what takes too much to compare is refused, and named', () => {
  const TOO_MUCH: readonly [part: RegExp, make: (size: number) => object][] = [
    [
      /^roles\.member$/,
      (n) =>
        ofRole({
          items: parts(n, (of) => ({ ...FIXED, requires: { some: condition({ per: back(of) }) } })),
          limits: parts(n, (of) => limit({ per: back(of), maximum: of + 1 })),
        }),
    ],
    [/^redemption\.limits$/, CHECKED[3]?.[2] as (size: number) => object],
    [
      /^transfer\.limits$/,
      (n) =>
        rules({
          transfer: {
            clause: '1',
            title: T,
            limits: parts(n, (of) => limit({ counts: 'sent', per: back(of), maximum: 1_000 + of })),
          },
        }),
    ],
    [/^roles\.n/, CHECKED[8]?.[2] as (size: number) => object],
  ];

  test.each(TOO_MUCH)('%s', (part, make) => {
    const problems = checkRuleSet(make(1_150));
    const detail = '100 comparisons for each value';
    expect(problems.at(-1)).toMatchObject({ path: expect.stringMatching(part), code: 'too-large', detail });
  });

  test.each([
    ['items', rules({ roles: parts(400, () => ({ title: T })), items: parts(400, () => FIXED) })],
    [
      'languages',
      { ...rules({ roles: roles(400) }), locales: Array.from({ length: 400 }, (_, n) => language(n)) },
    ],
  ])('%s that all roles share', (_, shared) => {
    expect(checkRuleSet(shared)).toMatchObject([{ path: '', code: 'too-large', detail: '100000 values' }]);
    expect(ruleSetSchema.safeParse(shared).error?.issues).toContainEqual(
      expect.objectContaining({ path: [], message: 'is too large: at most 100000 values' }),
    );
  });
});

describe('two rule sets are compared in time by their size', () => {
  const valued = (n: number, points: number): object =>
    parts(n, () => ({ title: T, scoring: { by: 'fixed', points } }));
  const PAIRS: readonly [name: string, size: number, make: (size: number, second: boolean) => object][] = [
    [
      'limits on other items',
      60,
      (n, second) =>
        ofRole({
          items: valued(n, 1),
          limits: parts(n, (of) => limit({ items: second ? [id(of), id((of + 1) % n)] : [id(of)] })),
        }),
    ],
    [
      'a limit on very many other items',
      400,
      (n, second) =>
        ofRole({ items: valued(2 * n, 1), limits: { a: limit({ items: names(n, second ? n : 0) }) } }),
    ],
    [
      'limits on all entries',
      60,
      (n, second) =>
        ofRole({
          items: valued(n, 1),
          limits: parts(n, (of) => limit({ counts: 'entries', maximum: second ? 6 : 5, per: back(of) })),
        }),
    ],
    [
      'levels of other items',
      30,
      (n, second) =>
        rules({
          roles: roles(n, { a: FIXED, b: FIXED }),
          recognition: parts(n, () => ({
            title: T,
            requires: { some: condition({ items: [second ? 'b' : 'a'] }) },
          })),
        }),
    ],
    [
      'limits held as bounds, and items',
      60,
      (n, second) =>
        ofRole(
          {
            items: valued(n, second ? 2 : 1),
            limits: parts(n, (of) => limit({ items: [id(of)], per: 'day', maximum: 3 })),
          },
          { bounds: { held: parts(n, (of) => ({ clause: '1', title: T, kind: 'limit', limit: id(of) })) } },
        ),
    ],
  ];

  const made = (make: (size: number, second: boolean) => object, size: number): [RuleSet, RuleSet] => [
    defineRuleSet(make(size, false) as never),
    defineRuleSet(make(size, true) as never),
  ];

  test.each(PAIRS)('deviations: %s', (_, size, make) => {
    const comparing = (of: number): (() => void) => {
      const [was, is] = made(make, of);
      return () => void deviations(was, is);
    };
    expect(growth(comparing, size)).toBeLessThanOrEqual(MOST);
  });

  test.each(PAIRS)('deriveRuleSet: %s', (_, size, make) => {
    const deriving = (of: number): (() => void) => {
      const [was, is] = made(make, of);
      return () => {
        try {
          deriveRuleSet(was, is as never);
        } catch (thrown) {
          if ((thrown as Error).name !== 'LooserThanBoundError') throw thrown;
        }
      };
    };
    expect(growth(deriving, size)).toBeLessThanOrEqual(MOST);
  });
});
