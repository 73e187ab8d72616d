import { expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import { createBank, type RuleSet, snapshot } from '../../src/index.js';
import { parseEvents, parseSnapshot } from '../../src/schema.js';
import { plainPopulation, simulateHistories } from '../../src/simulation.js';
import { checkLaws } from '../../src/testing.js';
import { credited, opened } from '../rule-sets/commands.js';
import { stored } from '../support/checks.js';
import { accountOf, COMMUNITY, reverse, run } from '../support/history.js';
import { matter, rulesWith } from './scoring-rules.js';

const HOURS = { unit: 'hour', unitTitle: { en: 'hours' } } as const;
const factors = {
  double: { clause: '2', title: { en: 'Double' }, times: 2, from: '2024-03-01', until: '2024-03-31' },
};

/** A scheme that scores in every way. */
const ruleSet: RuleSet = rulesWith(
  {
    bands: matter(
      'By bands',
      { by: 'bands', ...HOURS, bands: [{ from: 2, points: 3, each: 1 }] },
      { factors },
    ),
    sums: matter('Added up', {
      by: 'quantity',
      ...HOURS,
      points: 1,
      each: 1,
      rounding: 'down',
      over: 'month',
    }),
    received: matter('Received', {
      by: 'bands',
      ...HOURS,
      bands: [
        { from: 0, points: 0 },
        { from: 5, points: -1 },
      ],
      lowers: true,
    }),
    act: matter(
      'An act',
      { by: 'balance' },
      { bars: { ground: 'dispute', lasts: { window: 'month', periods: 0 } } },
    ),
  },
  {
    entries: { clause: '2', order: 'any', matters: 'highest' },
    ineligibility: { dispute: { clause: '6', title: { en: 'a dispute' }, bars: ['redeeming'] } },
  },
);

const HISTORY = run(
  [
    opened('member'),
    credited('bands', 'm', '2024-03-01', 2.5),
    credited('sums', 'm', '2024-03-02', 1.5),
    credited('sums', 'n', '2024-03-03', 1.5),
    credited('received', 'o', '2024-03-04', 2),
    credited('act', 'p', '2024-03-05'),
    credited('act', 'q', '2024-03-06'),
    reverse('r', 'matter', 'q', '2024-03-07'),
  ],
  { ruleSet },
);

test('it is stored, read and decided again', () => {
  expect(HISTORY.outcomes).toEqual([0, 12, 0, 2, 0, -14, 0, 0]);
  expect(parseEvents(stored(HISTORY.events))).toMatchObject({ ok: true, value: HISTORY.events });
  expect(verifyDecisions(HISTORY.events, [ruleSet])).toEqual([]);
  const kept = snapshot(accountOf(HISTORY), 8);
  expect(parseSnapshot(stored(kept))).toMatchObject({ ok: true, value: kept });
});

test('the laws hold for it', () => {
  const { broken } = checkLaws(ruleSet, { numRuns: 20, seed: 5 });
  expect(broken.map(({ law, how, test: story }) => `${law}: ${how}\n${story}`)).toEqual([]);
});

test('a simulation takes a plausible quantity where nothing else is said', () => {
  const population = plainPopulation(ruleSet, { volunteers: 4 });
  expect(population.roles.member?.items.bands?.quantities).toEqual([
    { quantity: 2, weight: 1 },
    { quantity: 4, weight: 1 },
    { quantity: 6, weight: 1 },
  ]);
  const items = { bands: { perMonth: 2 }, received: { perMonth: 2 }, sums: { perMonth: 1 } };
  const some = { roles: { member: { volunteers: 4, items } } };
  const histories = [
    ...simulateHistories({ ruleSet, population: some, from: '2024-01-01', to: '2024-12-31', seed: 3 }),
  ];
  const quantities = histories
    .flat()
    .flatMap((event) =>
      event.type === 'ActivityCredited' && event.data.quantity !== undefined
        ? [`${event.data.item} ${event.data.quantity}`]
        : [],
    );
  expect([...new Set(quantities)].sort()).toEqual(['bands 2', 'received 1', 'sums 1']);
});

test('a programme says how much of a matter there is, and an entry under bands takes it', () => {
  const programme = {
    communityId: COMMUNITY,
    version: '1',
    published: '2024-01-01',
    posts: [],
    matters: [
      { matterId: 'spring', title: { en: 'Spring' }, item: 'bands', quantity: 3, from: '2024-01-01' },
    ],
  };
  const bank = createBank(ruleSet, { programme });
  const account = accountOf(run([opened('member')], { ruleSet }));
  const decision = bank.decideUnknown(credited('bands', 'spring', '2024-05-01'), account);
  expect(decision.accepted && decision.events[0]?.data).toMatchObject({ quantity: 3, points: 9 });
});
