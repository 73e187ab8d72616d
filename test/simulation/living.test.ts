import { describe, expect, test } from 'vitest';
import { type BankEvent, fold, redeemable } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  mergeResults,
  type Population,
  populationFrom,
  type RoleBehaviour,
  simulate,
  simulateHistories,
} from '../../src/simulation.js';
import { HANDBOOK } from '../support/handbook.js';

/*
 * People make slips that are undone, return what they redeemed, leave, change their role, and enter late. Nothing of it happens unless
 * the population says so.
 */

const BUSY: RoleBehaviour = {
  volunteers: 0,
  items: { claim: { perMonth: 0.1 }, activity: { perMonth: 1.5, served: 0.2 }, affairs: { perMonth: 0.5 } },
  redeeming: { probability: 0.8 },
  late: { probability: 0.2, days: 20 },
};
const LIVING = {
  slips: { probability: 0.1, days: 30 },
  leaving: { perYear: 0.1, reasons: { left: 3, died: 1 } },
} as const;

const population: Population = {
  roles: {
    resident: {
      ...BUSY,
      ...LIVING,
      volunteers: 60,
      redeeming: { probability: 0.8, returns: { probability: 0.3, days: 10 } },
      changing: { perYear: 0.2, reason: 'role-changed', to: { 'community-party-member': 1 } },
    },
    'community-party-member': { ...BUSY, volunteers: 10 },
  },
};
const run = {
  ruleSet: renfa2022,
  handbook: HANDBOOK,
  population,
  from: '2023-01-01',
  to: '2025-12-31',
  seed: 7,
} as const;
const histories = [...simulateHistories(run)];
const result = simulate(run);

function countOf(type: BankEvent['type']): number {
  return histories.flat().filter((event) => event.type === type).length;
}

describe('a population that lives', () => {
  test('undoes slips, returns visits, leaves and changes its role', () => {
    const { EntryReversed, CloseAccount, ReverseEntry } = {
      EntryReversed: countOf('EntryReversed'),
      ...(result.commands.accepted as { CloseAccount: number; ReverseEntry: number }),
    };
    expect(ReverseEntry).toBe(EntryReversed);
    expect(CloseAccount).toBe(countOf('AccountClosed'));
    const { resident } = result.roles;
    const closed = Object.values(resident?.closed ?? {}).reduce((sum, accounts) => sum + accounts, 0);
    expect(closed).toBeGreaterThan(5);
    expect(resident?.closed).toHaveProperty('role-changed');
    expect(resident?.redemptions.returned).toBeGreaterThan(0);
    expect([ReverseEntry, resident?.closed, resident?.redemptions]).toMatchInlineSnapshot(`
      [
        431,
        {
          "died": 7,
          "left": 11,
          "role-changed": 20,
        },
        {
          "deducted": 217,
          "points": 217,
          "returned": 63,
          "visits": 135,
        },
      ]
    `);
  });

  test('every account that continues another has what that one handed on', () => {
    const closings = new Map(
      histories.flatMap((history) => {
        const last = history.at(-1);
        return last?.type === 'AccountClosed' ? [[last.data.accountId, last] as const] : [];
      }),
    );
    const continuing = histories.filter(([first]) => first?.type === 'AccountOpened' && first.data.continues);
    expect(continuing.length).toBeGreaterThan(3);
    for (const [opening] of continuing) {
      if (opening?.type !== 'AccountOpened') throw new Error('a history begins with its opening');
      const [of] = opening.data.continues ?? [];
      const closing = closings.get(of?.accountId ?? '');
      expect(redeemable(fold([opening]))).toBe((closing?.data.balance ?? Number.NaN) + opening.data.points);
      expect(closing?.data.continuedBy).toBe(opening.data.accountId);
    }
  });

  test('what is entered late says when it was written up', () => {
    const late = histories.flat().filter(({ data }) => data.recordedOn !== undefined);
    expect(late.length).toBeGreaterThan(100);
    expect(late.every(({ data }) => (data.recordedOn ?? '') > data.on)).toBe(true);
  });

  test('points outstanding at the end are the sum of all balances', () => {
    const balances = histories.map((history) => redeemable(fold(history)));
    const outstanding = result.months['2025-12']?.outstanding;
    expect(outstanding).toBe(balances.reduce((sum, points) => sum + points, 0));
  });

  test('shards merge into the whole run', () => {
    const shards = [0, 1, 2].map((index) => simulate({ ...run, shard: { index, of: 3 } }));
    expect(mergeResults(shards)).toEqual(result);
  });

  test('rates are found again in its ledger', () => {
    const { resident, ...others } = population.roles;
    const many = {
      ...run,
      population: { roles: { ...others, resident: { ...(resident as RoleBehaviour), volunteers: 600 } } },
    };
    const estimated = populationFrom(simulateHistories(many), renfa2022, many).roles.resident;
    expect(estimated?.volunteers).toBe(600);
    expect(estimated?.slips?.probability).toBeCloseTo(0.1, 1);
    expect(estimated?.redeeming?.returns?.probability).toBeCloseTo(0.3, 1);
    expect(estimated?.leaving?.perYear).toBeCloseTo(0.1, 1);
    expect(estimated?.changing?.perYear).toBeCloseTo(0.2, 1);
    expect(estimated?.changing).toMatchObject({ reason: 'role-changed' });
    expect(Object.keys(estimated?.changing?.to ?? {})).toEqual(['community-party-member']);
    expect(estimated?.late?.probability).toBeCloseTo(0.2, 1);
    expect(() =>
      simulate({
        ...run,
        population: {
          roles: {
            resident: estimated as RoleBehaviour,
            'community-party-member': { ...BUSY, volunteers: 1 },
          },
        },
      }),
    ).not.toThrow();
  });

  test('without such behaviour the plans are the same', () => {
    const plain = { roles: { resident: { ...BUSY, volunteers: 20 } } };
    const none = { probability: 0, days: 5 };
    const zero = {
      roles: {
        resident: {
          ...plain.roles.resident,
          slips: none,
          leaving: { perYear: 0 },
          redeeming: { probability: 0.8, returns: none },
        },
      },
    };
    const events = (of: Population) => [...simulateHistories({ ...run, population: of })];
    expect(events(zero)).toEqual(events(plain));
  });
});

describe('behaviour that makes no sense is refused by its path', () => {
  const bad = (behaviour: Partial<RoleBehaviour>) => () =>
    simulate({ ...run, population: { roles: { resident: { ...BUSY, volunteers: 1, ...behaviour } } } });

  test.each([
    ['slips', { slips: { probability: 2, days: 1 } }, 'roles.resident.slips.probability'],
    ['leaving', { leaving: { perYear: -1 } }, 'roles.resident.leaving.perYear'],
    [
      'an unknown reason',
      { leaving: { perYear: 1, reasons: { bored: 1 } } },
      'roles.resident.leaving.reasons.bored',
    ],
    [
      'an unknown role',
      { changing: { perYear: 1, reason: 'moved', to: { mayor: 1 } } },
      'roles.resident.changing.to.mayor',
    ],
    [
      'no reason',
      { changing: { perYear: 1, reason: 'bored', to: { resident: 1 } } },
      'roles.resident.changing.reason',
    ],
  ])('%s', (_name, behaviour, path) => {
    expect(bad(behaviour)).toThrow(expect.objectContaining({ code: 'bad-population', path }));
  });
});
