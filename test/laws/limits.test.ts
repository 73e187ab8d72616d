import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  type BankEvent,
  createBank,
  type Decision,
  evolve,
  type LimitRule,
  type RuleSet,
  type WindowKind,
} from '../../src/index.js';
import { anyCase, day, story, under, world } from '../support/arbitraries.js';
import {
  accountOf,
  claim,
  credit,
  hardMatters,
  open,
  outcomeOf,
  outcomes,
  redeem,
  reportIn,
  run,
} from '../support/history.js';
import { byAccount, entriesLeft, entryOf, monthsLater, windowName } from '../support/naive.js';

/** The points of some items in each window, after what corrections freed. */
function perWindow(
  events: readonly BankEvent[],
  rule: Pick<LimitRule, 'items' | 'per'>,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const { on, points } of entriesLeft(events, rule.items ?? [])) {
    const window = windowName(rule.per as WindowKind, on);
    totals.set(window, (totals.get(window) ?? 0) + points);
  }
  return totals;
}

function limitsOf(ruleSet: RuleSet, event: BankEvent | undefined): LimitRule[] {
  return event?.type === 'AccountOpened' ? Object.values(ruleSet.roles[event.data.role]?.limits ?? {}) : [];
}

/** What is left of a claim's points where so much room is left; nothing where it is refused. */
type Fitted = (points: number, room: number) => number | undefined;
const FITTED: { readonly [overflow: string]: Fitted } = {
  trim: (points, room) => Math.min(points, room),
  'refused-at-zero': (points, room) => Math.min(points, room) || undefined,
  refused: (points, room) => (points <= room ? points : undefined),
};

describe('caps', () => {
  test('are passed in no window, under any reading, in whatever order the days come', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const events of byAccount(run(commands, rules).events).values()) {
          for (const rule of limitsOf(rules.ruleSet, events[0])) {
            for (const total of perWindow(events, rule).values())
              expect(total).toBeLessThanOrEqual(rule.maximum);
          }
        }
      }),
      { numRuns: 120 },
    );
  });

  const claims = fc.array(
    fc
      .tuple(fc.nat(11), day(), fc.constantFrom('base', 'hard'), fc.constantFrom('post', 'project'))
      .map(([n, on, difficulty, kind]) => claim(`post-${n}`, on, { difficulty, kind })),
    { maxLength: 30, size: 'max' },
  );
  const windows = { life: 'life', 'calendar-year': 'year', 'half-year': 'half-year' } as const;

  test.each(
    Object.entries(windows).flatMap(([over, per]) =>
      Object.keys(FITTED).map((beyond) => ({ over, per, beyond })),
    ),
  )('claims make 3 points at most over $over, past it $beyond', ({ over, per, beyond }) => {
    const ruleSet = under(
      ['claim-cap-window', over],
      ['claim-cap-overflow', beyond],
      ['claim-again', 'scores'],
    );
    fc.assert(
      fc.property(claims, (asked) => {
        const { steps } = run([open('in-service-party-member', '2022-01-01'), ...asked], { ruleSet });
        const held = new Map<string, number>();
        for (const [n, { decision }] of steps.slice(1).entries()) {
          if (outcomeOf(decision) === 'retried') continue;
          const { on, difficulty } = (asked[n] as (typeof asked)[number]).data;
          const window = windowName(per, on);
          const before = held.get(window) ?? 0;
          const expected = (FITTED[beyond] as Fitted)(difficulty === 'hard' ? 2 : 1, 3 - before);
          expect(outcomeOf(decision)).toBe(expected ?? 'limit-reached');
          held.set(window, before + (expected ?? 0));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('a year makes 100 points at most where the mark is read as a ceiling', () => {
    const ruleSet = under(['hundred-mark', 'ceiling']);
    const bank = createBank(ruleSet);
    const entries = fc.array(
      fc.record({
        on: fc.constantFrom(
          '2022-12-31',
          '2023-01-01',
          '2023-06-30',
          '2023-07-01',
          '2023-12-31',
          '2024-01-01',
        ),
        item: fc.constantFrom('activity', 'affairs', 'other'),
        difficulty: fc.constantFrom('base', 'hard', 'hard', 'hard'),
      }),
      { minLength: 150, maxLength: 220, size: 'max' },
    );
    fc.assert(
      fc.property(entries, (list) => {
        let account: Account = accountOf(run([open('resident', '2022-06-30')]));
        const years = new Map([['2022', 1]]);
        for (const [n, entry] of list.entries()) {
          const { item, on, difficulty } = entry;
          const decision: Decision = bank.decideUnknown(credit(item, `m${n}`, on, { difficulty }), account);
          const year = entry.on.slice(0, 4);
          const before = years.get(year) ?? 0;
          const points = Math.min(entry.difficulty === 'hard' ? 2 : 1, 100 - before);
          expect(outcomeOf(decision)).toBe(points);
          years.set(year, before + points);
          if (decision.accepted) account = decision.events.reduce(evolve, account);
        }
        expect(Math.max(...years.values())).toBeLessThanOrEqual(100);
      }),
      { numRuns: 15 },
    );
  });

  test('what an entry says of its limits is what the entries before it make', () => {
    fc.assert(
      fc.property(anyCase(), ({ commands, rules }) => {
        for (const events of byAccount(run(commands, rules).events).values()) {
          const limits = limitsOf(rules.ruleSet, events[0]);
          for (const [n, event] of events.entries()) {
            const entry = entryOf(event);
            if (entry === undefined || !('scored' in event.data)) continue;
            const { scored, points, matter, limits: applied = [] } = event.data;
            expect(applied.map(({ title }) => title)).toEqual(
              limits.filter(({ items = [] }) => items.includes(entry.item)).map(({ title }) => title),
            );
            // What the matter's other entry leaves comes first.
            let left = scored - (matter?.took ?? 0);
            for (const of of applied) {
              const rule = limits.find(({ title }) => title === of.title) as LimitRule;
              const window = windowName(rule.per as WindowKind, entry.on);
              const used = perWindow(events.slice(0, n), rule).get(window) ?? 0;
              const took = left - Math.min(left, rule.maximum - used);
              expect({ window: of.window, used: of.used, took: of.took }).toEqual({ window, used, took });
              left -= took;
            }
            expect(points).toBe(left);
          }
        }
      }),
      { numRuns: 80 },
    );
  });

  test('the entries that an explanation names are those that used the room', () => {
    fc.assert(
      fc.property(story(), (commands) => {
        const ruleSet = under(['claim-again', 'scores'], ['correction-year', 'frees-room']);
        for (const event of run(commands, { ruleSet }).events) {
          if (!('limits' in event.data)) continue;
          for (const { used, took, usedBy } of event.data.limits ?? []) {
            if (took === 0) expect(usedBy).toBeUndefined();
            else expect((usedBy ?? []).reduce((sum, { points }) => sum + points, 0)).toBe(used);
          }
        }
      }),
      { numRuns: 80 },
    );
  });
});

/** The days of an account's redemptions, in the order in which they were entered. */
function visitsIn(events: readonly BankEvent[]): string[] {
  return events.filter(({ type }) => type === 'PointsRedeemed').map(({ data }) => data.on);
}

describe('redemptions', () => {
  const savings = [open('resident', '2022-01-01'), ...hardMatters(10, '2022-01-01')];
  const visits = fc
    .array(day(), { maxLength: 12, size: 'max' })
    .map((days) => days.map((on, n) => redeem(`visit ${n}`, on, { haircut: 1 })));

  test.each([
    ['calendar-half', 'half-year'],
    ['quarter', 'quarter'],
    ['year', 'year'],
  ] as const)('come once in each period, the period read as %s, whatever the order', (reading, kind) => {
    const ruleSet = under(['redemption-period', reading]);
    fc.assert(
      fc.property(visits, (asked) => {
        const used = new Set<string>();
        const expected = asked.map(({ data }) => {
          const period = windowName(kind, data.on);
          if (used.has(period)) return 'already-redeemed';
          used.add(period);
          return -1;
        });
        expect(outcomes([...savings, ...asked], { ruleSet }).slice(savings.length)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('come six months apart, where the half-year is counted from the last, whatever the order', () => {
    const ruleSet = under(['redemption-period', 'six-months-since']);
    fc.assert(
      fc.property(visits, (asked) => {
        const made: string[] = [];
        const expected = asked.map(({ data: { on } }) => {
          const near = made.some((day) => (day <= on ? on < monthsLater(day, 6) : day < monthsLater(on, 6)));
          if (near) return 'already-redeemed';
          made.push(on);
          return -1;
        });
        expect(outcomes([...savings, ...asked], { ruleSet }).slice(savings.length)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('come in June and December alone, and once in each, where these are the opening days', () => {
    const ruleSet = under(['redemption-period', 'opening-days']);
    fc.assert(
      fc.property(visits, (asked) => {
        const months = new Set<string>();
        const expected = asked.map(({ data: { on } }) => {
          const month = on.slice(0, 7);
          if (!/-(?:06|12)$/.test(month)) return 'not-an-opening-day';
          if (months.has(month)) return 'already-redeemed';
          months.add(month);
          return -1;
        });
        expect(outcomes([...savings, ...asked], { ruleSet }).slice(savings.length)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });

  test('come at most once in a half-year in any world of the first scheme', () => {
    fc.assert(
      fc.property(world(), (commands) => {
        for (const own of byAccount(run(commands).events).values()) {
          const halves = visitsIn(own).map((on) => windowName('half-year', on));
          expect(halves).toEqual([...new Set(halves)]);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('are refused for the period only where one was made in it', () => {
    fc.assert(
      fc.property(visits, (asked) => {
        for (const { command, before, decision } of run([...savings, ...asked]).steps) {
          if (decision.accepted || before.status !== 'open') continue;
          const half = windowName('half-year', (command as { data: { on: string } }).data.on);
          expect(before.redemptions.map(({ on }) => windowName('half-year', on))).toContain(half);
          expect(decision.refusal.facts).toMatchObject({ period: half, visits: 1 });
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('report-ins', () => {
  test.each(['calendar-year', 'opening-apart', 'twelve-months'])(
    'come once a year, the year read as %s, whatever the order',
    (reading) => {
      const ruleSet = under(['registration-year', reading]);
      const again = (last: string): string =>
        reading === 'twelve-months' ? monthsLater(last, 12) : `${Number(last.slice(0, 4)) + 1}-01-01`;
      fc.assert(
        fc.property(fc.uniqueArray(day(), { maxLength: 12, size: 'max' }), (days) => {
          const made = reading === 'opening-apart' ? [] : ['2022-01-01'];
          const expected = days.map((on) => {
            if (made.some((of) => (of <= on ? on < again(of) : of < again(on)))) return 'already-reported-in';
            made.push(on);
            return 1;
          });
          const asked = days.map((on) => reportIn(on));
          expect(outcomes([open('resident', '2022-01-01'), ...asked], { ruleSet }).slice(1)).toEqual(
            expected,
          );
        }),
        { numRuns: 100 },
      );
    },
  );
});

test('a matter scores once under an item, in whatever capacity', () => {
  fc.assert(
    fc.property(anyCase(), ({ commands, rules }) => {
      for (const own of byAccount(run(commands, rules).events).values()) {
        const keys = own.flatMap((event) =>
          event.type === 'ActivityCredited'
            ? [`${event.data.item} ${event.data.matterId} ${event.data.capacity ?? ''}`]
            : [],
        );
        expect(keys).toEqual([...new Set(keys)]);
      }
    }),
    { numRuns: 80 },
  );
});
