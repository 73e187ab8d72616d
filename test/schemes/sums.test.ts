import { describe, expect, test } from 'vitest';
import {
  type BankEvent,
  fold,
  fromSnapshot,
  type ItemRule,
  type RuleSet,
  snapshot,
} from '../../src/index.js';
import { parseSnapshot } from '../../src/schema.js';
import { checkLaws, laws, subjectOf } from '../../src/testing.js';
import { stored } from '../support/checks.js';
import { activity, BY, forEach, limit, Member, scheme } from './small-scheme.js';

/*
 * Quantities that add up before they score, once something was undone: an entry scores what the sum scores with it, less what the
 * window's standing entries have scored by it.
 */

const DAY = '2024-05-02';

function adding(points = 1, each = 1, more: Partial<ItemRule> = {}, window = 'month'): ItemRule {
  return activity({ ...forEach(points, each, 'hour'), over: window } as ItemRule['scoring'], more);
}

/** A member of a scheme with one item, who is credited hours and has them undone. */
class Volunteer extends Member {
  #undone = 0;

  hours(quantity: number, on = DAY): number | string {
    return this.credit('service', on, { quantity });
  }

  /** Undoes the matter of that number. */
  undo(number: number): number | string {
    return this.#reverse('matter', `m${number}`);
  }

  /** Brings back what the reversal of that number took out. */
  bringBack(number: number): number | string {
    return this.#reverse('reversal', `u${number}`);
  }

  #reverse(kind: string, id: string): number | string {
    this.#undone += 1;
    const reversalId = `u${this.#undone}`;
    return this.send('ReverseEntry', { reversalId, reverses: { kind, id }, reason: 'slip', on: DAY });
  }

  get earned(): number {
    return this.account.status === 'open' ? this.account.earned : 0;
  }
}

function volunteer(item: ItemRule = adding(), limits: RuleSet['roles'][string]['limits'] = {}): Volunteer {
  return new Volunteer(scheme({ service: item }, limits));
}

describe('after a reversal', () => {
  test('what an entry scored that stands is not scored again', () => {
    const one = volunteer();
    expect([one.hours(0.5), one.hours(0.5)]).toEqual([0, 1]);
    one.undo(1);
    expect([one.hours(0.5), one.hours(0.5), one.hours(0.5)]).toEqual([0, 0, 1]);
    expect(one.earned).toBe(2);
  });

  test('what the sum is worth and no entry holds is scored by the next', () => {
    const one = volunteer();
    expect([0.6, 0.5, 0.5, 0.4].map((quantity) => one.hours(quantity))).toEqual([0, 1, 0, 1]);
    one.undo(2);
    one.undo(4);
    expect(one.earned).toBe(0);
    // 1.1 hours stand.
    expect([one.hours(0.1), one.hours(0.8)]).toEqual([1, 1]);
  });

  test('what comes back has its points, and counts as scored', () => {
    const one = volunteer();
    one.hours(0.5);
    one.hours(0.5);
    one.undo(2);
    one.undo(1);
    one.bringBack(1);
    expect(one.earned).toBe(1);
    expect(one.hours(0.5)).toBe(0);
    one.bringBack(2);
    expect([one.hours(0.5), one.earned]).toEqual([1, 2]);
  });

  test('each window is by itself', () => {
    const one = volunteer();
    one.hours(0.5);
    one.hours(0.5);
    one.undo(1);
    expect([one.hours(0.5, '2024-06-01'), one.hours(0.5, '2024-06-01'), one.hours(0.5)]).toEqual([0, 1, 0]);
  });

  test('what a limit took, or a factor added, was scored by the sum all the same', () => {
    const times = { clause: '3', title: { en: 'Twice' }, times: 2, from: '2024-05-01', until: '2024-05-31' };
    const day = limit({ counts: 'points', maximum: 4, per: 'day' });
    const one = volunteer(adding(1, 1, { factors: { times } }), { day });
    expect([one.hours(0.5), one.hours(2.5), one.hours(0.5)]).toEqual([0, 4, 0]);
    one.undo(2);
    // The second entry had scored 3 by the sum: 1 hour is left, and nobody has scored it.
    expect([one.hours(0.1, '2024-05-03'), one.hours(0.9, '2024-05-03')]).toEqual([2, 2]);
  });

  test('a deduction takes no more than the sum is worth', () => {
    const one = volunteer(adding(-1));
    expect([one.hours(0.5), one.hours(0.5)]).toEqual([0, -1]);
    one.undo(1);
    expect([one.hours(0.5), one.hours(1)]).toEqual([0, -1]);
  });

  test('where a longer sum is worth less, an entry takes the difference', () => {
    const bands = [
      { from: 1, points: 3 },
      { from: 2, points: 1 },
    ];
    const scoring = { by: 'bands', unit: 'hour', unitTitle: { en: 'hours' }, bands, over: 'month' };
    const one = volunteer(activity(scoring as ItemRule['scoring']));
    expect([one.hours(1), one.hours(1)]).toEqual([3, -2]);
    one.undo(1);
    expect([one.hours(1), one.earned]).toEqual([3, 1]);
  });

  test('other points an hour do not score earlier hours again', () => {
    const one = volunteer();
    for (let n = 0; n < 10; n += 1) one.hours(1);
    one.under(scheme({ service: adding(2) }, {}));
    expect(one.hours(1)).toBe(2);
    one.undo(11);
    expect(one.hours(1)).toBe(2);
  });
});

describe('an account', () => {
  test('keeps what was undone until an entry scores, through JSON', () => {
    const one = volunteer();
    one.hours(0.5);
    one.hours(0.5);
    one.undo(1);
    const itemOf = () => (stored(one.account) as unknown as { items: { service: object } }).items.service;
    expect(itemOf()).toMatchObject({ sums: ['m2', '2024-05', 1], undone: { '2024-05': [50, 0] } });
    const kept = snapshot(one.account, 4);
    expect(parseSnapshot(stored(kept))).toEqual({ ok: true, value: kept });
    expect(fromSnapshot(kept)).toEqual(one.account);
    one.hours(0.5);
    expect(itemOf()).not.toHaveProperty('undone');
  });

  test.each([[{ '2024-05': [0, 0] }], [{ '2024-05': [50] }], [{ '2024-05': [50, 0.5] }], [{ may: [50, 0] }]])(
    'with %j undone is refused',
    (undone) => {
      const one = volunteer();
      one.hours(0.5);
      const kept = stored(snapshot(one.account, 2)) as unknown as { account: { items: { service: object } } };
      Object.assign(kept.account.items.service, { undone });
      expect(parseSnapshot(kept).ok).toBe(false);
    },
  );

  test('of events that lost their quantities has their points', () => {
    const one = volunteer();
    one.hours(0.5);
    one.hours(0.5);
    one.undo(2);
    one.hours(0.2);
    const events = one.decisions.flatMap((decision) => (decision.accepted ? decision.events : []));
    const damaged = events.map((event) => {
      const { quantity: _, unit: __, ...data } = event.data as { quantity?: number; unit?: string };
      return { ...event, data } as BankEvent;
    });
    expect(fold(damaged)).toMatchObject({ earned: 0 });
  });

  test('without such an item keeps nothing of it', () => {
    const one = volunteer(activity(forEach(1, 1, 'hour')));
    one.hours(1.5);
    one.hours(1.5);
    one.undo(1);
    const { items } = stored(one.account) as unknown as { items: { service: object } };
    expect(Object.keys(items.service).sort()).toEqual(['days', 'details', 'matters', 'quantities']);
  });
});

describe('the laws', () => {
  const ruleSet = scheme({ service: adding(1, 1, {}, 'life') }, {});

  test('hold where quantities add up', () => {
    const { broken } = checkLaws(ruleSet, { numRuns: 60, seed: 2 });
    expect(broken.map(({ how, test: story }) => `${how}\n${story}`)).toEqual([]);
  });

  test('find an account that forgets what was undone', () => {
    const { evolve, ...rest } = subjectOf(ruleSet);
    const forgetful: typeof evolve = (account, event) => {
      const after = structuredClone(evolve(account, event)) as { items?: { service?: { undone?: object } } };
      delete after.items?.service?.undone;
      return after as ReturnType<typeof evolve>;
    };
    const hours = (matterId: string) => ({
      type: 'CreditActivity',
      data: { accountId: 'v1', item: 'service', matterId, quantity: 0.5, on: DAY, by: BY },
    });
    const commands = [
      {
        type: 'OpenAccount',
        data: { accountId: 'v1', role: 'member', communityId: 'c1', on: DAY, formComplete: true, by: BY },
      },
      hours('m1'),
      hours('m2'),
      {
        type: 'ReverseEntry',
        data: {
          accountId: 'v1',
          reversalId: 'u1',
          reverses: { kind: 'matter', id: 'm1' },
          reason: 'slip',
          on: DAY,
          by: BY,
        },
      },
      hours('m3'),
    ];
    const broken = (subject?: ReturnType<typeof subjectOf>) =>
      laws(ruleSet, subject)
        .filter((law) => law.broken(commands) !== undefined)
        .map(({ name }) => name);
    expect(broken()).toEqual([]);
    expect(broken({ ...rest, evolve: forgetful })).toEqual(
      expect.arrayContaining(['points-by-rule', 'sum-scores-once']),
    );
  });
});
