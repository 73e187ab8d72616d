import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { entriesOf } from '../support/entries.js';
import { activity, days, forEach, limit, Member, scheme } from './small-scheme.js';

const SERVICE = activity(forEach(1, 1, 'hour'));

/** A condition of clause 4. */
function condition(more: Omit<Condition, 'clause' | 'title'>): Condition {
  return { clause: '4', title: { en: 'enough before' }, ...more };
}

/** A scheme whose bonus needs something. */
function needing(requires: { readonly [condition: string]: Condition }): ReturnType<typeof scheme> {
  return scheme({ service: SERVICE, bonus: activity({ by: 'fixed', points: 10 }, { requires }) }, {});
}

describe('S6: an item that needs 100 hours in all', () => {
  const rules = needing({
    hours: condition({ counts: 'quantity', unit: 'hour', minimum: 100, per: 'life' }),
  });

  test('93 hours are 7 short, which the refusal says', () => {
    const member = new Member(rules);
    member.credit('service', '2024-01-10', { quantity: 93 });
    expect(member.credit('bonus', '2024-02-01')).toBe('condition-not-met');
    const { last } = member;
    if (last.accepted) throw new Error('accepted');
    expect(last.refusal).toMatchObject({
      clause: '4',
      facts: {
        condition: 'hours',
        item: 'bonus',
        unit: 'hour',
        measured: 93,
        minimum: 100,
        missing: 7,
        window: 'life',
      },
    });
    expect(explain(last.refusal, en, rules)).toContain(
      "needs 'enough before': 100 (hour) over the account's whole life by 2024-02-01; the account has 93, so 7 are missing.",
    );
    expect(explain(last.refusal, zhCN, rules)).toContain('不少于 100 hour，现为 93 hour，还差 7 hour');
    expect(explain(last.refusal, ja, rules)).toContain('100hour以上。現在は93hourで、あと7hour足りません');
    member.credit('service', '2024-02-01', { quantity: 7 });
    expect(member.credit('bonus', '2024-02-01')).toBe(10);
    expect(member.credit('bonus', '2024-01-31')).toBe('condition-not-met');
  });
});

describe('what a condition counts', () => {
  test('hundredths are missing exactly', () => {
    const member = new Member(
      needing({ hours: condition({ counts: 'quantity', unit: 'hour', minimum: 3.3, per: 'life' }) }),
    );
    member.credit('service', '2024-01-10', { quantity: 1.1 });
    member.credit('bonus', '2024-02-01');
    expect(member.last).toMatchObject({ refusal: { facts: { measured: 1.1, missing: 2.2 } } });
  });

  test('hours of the year before', () => {
    const member = new Member(
      needing({
        hours: condition({ counts: 'quantity', unit: 'hour', minimum: 20, per: { before: 'year' } }),
      }),
    );
    member.credit('service', '2023-12-31', { quantity: 20 });
    expect(member.credit('bonus', '2023-12-31')).toBe('condition-not-met');
    expect(member.last).toMatchObject({ refusal: { facts: { measured: 0, window: '2022' } } });
    expect(member.credit('bonus', '2024-01-01')).toBe(10);
    expect(member.credit('bonus', '2025-01-01')).toBe('condition-not-met');
  });

  test('entries of some items in the last days', () => {
    const member = new Member(
      needing({
        often: condition({ counts: 'entries', items: ['service'], minimum: 2, per: { last: 7, of: 'days' } }),
      }),
    );
    member.credit('service', '2024-05-01', { quantity: 1 });
    member.credit('service', '2024-05-03', { quantity: 1 });
    expect(member.credit('bonus', '2024-05-08')).toBe('condition-not-met');
    expect(member.credit('bonus', '2024-05-07')).toBe(10);
  });

  test('points less deductions, and the balance', () => {
    const rules = (requires: Condition) =>
      scheme(
        {
          service: SERVICE,
          fault: activity({ by: 'fixed', points: -3 }),
          bonus: activity({ by: 'fixed', points: 1 }, { requires: { requires } }),
        },
        {},
      );
    const member = new Member(rules(condition({ counts: 'points', minimum: 8, per: 'year' })));
    member.credit('service', '2024-05-01', { quantity: 10 });
    expect(member.credit('bonus', '2024-05-02')).toBe(1);
    member.credit('fault', '2024-05-03');
    expect(member.credit('bonus', '2024-05-04')).toBe(1);
    member.credit('fault', '2024-05-05');
    expect(member.credit('bonus', '2024-05-06')).toBe('condition-not-met');
    const held = new Member(rules(condition({ counts: 'balance', minimum: 8, per: 'day' })));
    held.credit('service', '2024-05-01', { quantity: 10 });
    held.redeem(5, '2024-05-02');
    expect(held.credit('bonus', '2024-05-02')).toBe('condition-not-met');
    const { last } = held;
    if (last.accepted) throw new Error('accepted');
    expect(explain(last.refusal, en)).toContain(
      '8 points on 2024-05-02; the account has 5, so 3 are missing',
    );
    expect(explain(last.refusal, zhCN)).toContain('可兑换积分不少于 8 分，现为 5 分，还差 3 分');
    expect(held.credit('bonus', '2024-05-01')).toBe(1);
    const before = new Member(rules(condition({ counts: 'balance', minimum: 8, per: { before: 'month' } })));
    before.credit('service', '2024-04-30', { quantity: 10 });
    before.redeem(10, '2024-05-01');
    expect(before.credit('bonus', '2024-05-31')).toBe(1);
    expect(before.credit('bonus', '2024-06-01')).toBe('condition-not-met');
  });

  test('deductions, each day by itself', () => {
    const member = new Member(
      scheme(
        {
          fault: activity({ by: 'fixed', points: -3 }),
          amends: activity(
            { by: 'fixed', points: 1 },
            { requires: { fault: condition({ counts: 'deductions', minimum: 6, per: 'year' }) } },
          ),
        },
        {},
      ),
    );
    member.credit('fault', '2024-05-01');
    expect(member.credit('amends', '2024-05-02')).toBe('condition-not-met');
    expect(explainLast(member)).toContain('deductions of 6 points over 2024 by 2024-05-02');
    member.credit('fault', '2024-05-03');
    expect(member.credit('amends', '2024-05-04')).toBe(1);
  });

  test('no more than so many: latenesses of this quarter', () => {
    const rules = scheme(
      {
        late: activity({ by: 'fixed', points: 0 }),
        badge: activity(
          { by: 'fixed', points: 5 },
          {
            requires: {
              punctual: condition({ counts: 'entries', items: ['late'], maximum: 2, per: 'quarter' }),
            },
          },
        ),
      },
      {},
    );
    const member = new Member(rules);
    member.credit('late', '2024-03-31');
    for (const day of ['02', '03']) member.credit('late', `2024-04-${day}`);
    expect(member.credit('badge', '2024-04-10')).toBe(5);
    member.credit('late', '2024-04-11');
    expect(member.credit('badge', '2024-04-10')).toBe(5);
    expect(member.credit('badge', '2024-04-11')).toBe('condition-not-met');
    const { last } = member;
    if (last.accepted) throw new Error('accepted');
    expect(last.refusal.facts).toStrictEqual({
      condition: 'punctual',
      title: { en: 'enough before' },
      item: 'badge',
      itemTitle: expect.anything(),
      counts: 'entries',
      measured: 3,
      maximum: 2,
      above: 1,
      on: '2024-04-11',
      window: '2024-Q2',
    });
    expect(explainLast(member)).toContain(
      "needs 'enough before': no more than 2 entries over quarter 2 of 2024 by 2024-04-11; the account has 3, 1 more than that.",
    );
    expect(explain(last.refusal, zhCN)).toContain('累计不超过 2 次，现为 3 次，超出 1 次。');
    expect(explain(last.refusal, ja)).toContain('2回以下。現在は3回で、1回超えています。');
    expect(member.credit('badge', '2024-07-01')).toBe(5);
  });

  test('a range, both ends of which are in it', () => {
    const member = new Member(
      needing({
        hours: condition({ counts: 'quantity', unit: 'hour', minimum: 1.5, maximum: 2.2, per: 'life' }),
      }),
    );
    member.credit('service', '2024-01-10', { quantity: 1.4 });
    expect(member.credit('bonus', '2024-01-11')).toBe('condition-not-met');
    expect(member.last).toMatchObject({ refusal: { facts: { minimum: 1.5, missing: 0.1 } } });
    member.credit('service', '2024-01-11', { quantity: 0.1 });
    expect(member.credit('bonus', '2024-01-11')).toBe(10);
    member.credit('service', '2024-01-12', { quantity: 0.7 });
    expect(member.credit('bonus', '2024-01-12')).toBe(10);
    member.credit('service', '2024-01-13', { quantity: 0.1 });
    expect(member.credit('bonus', '2024-01-13')).toBe('condition-not-met');
    expect(member.last).toMatchObject({ refusal: { facts: { maximum: 2.2, above: 0.1 } } });
  });

  test('what was redeemed, how often, and how many of which rewards', () => {
    const asks = (more: Omit<Condition, 'clause' | 'title'>): Member => {
      const member = new Member(needing({ redeeming: condition(more) }));
      member.credit('service', '2024-01-10', { quantity: 10 });
      member.redeem(2, '2024-02-01');
      member.redeem(3, '2024-03-01');
      return member;
    };
    const met = (more: Omit<Condition, 'clause' | 'title' | 'per'>): [number | string, number | string] => {
      const member = asks({ ...more, per: 'year' });
      return [member.credit('bonus', '2024-02-15'), member.credit('bonus', '2024-03-01')];
    };
    const OPEN = ['condition-not-met', 10];
    expect(met({ counts: 'redeemed', minimum: 5 })).toEqual(OPEN);
    expect(met({ counts: 'redeemed', minimum: 5, rewards: ['point'] })).toEqual(OPEN);
    expect(met({ counts: 'redeemed', minimum: 1, rewards: ['rice'] })[1]).toBe('condition-not-met');
    expect(met({ counts: 'visits', minimum: 2 })).toEqual(OPEN);
    expect(met({ counts: 'visits', minimum: 2, rewards: ['rice'] })[1]).toBe('condition-not-met');
    expect(met({ counts: 'rewards', minimum: 4 })).toEqual(OPEN);
    expect(met({ counts: 'rewards', minimum: 4, rewards: ['point'] })).toEqual(OPEN);
    for (const [counts, says] of [
      ['redeemed', '9 points redeemed'],
      ['visits', '9 redemptions'],
      ['rewards', '9 rewards'],
    ] as const) {
      const member = asks({ counts, minimum: 9, per: 'year' });
      member.credit('bonus', '2024-03-02');
      expect(explainLast(member)).toContain(says);
    }
  });

  test('months in a row', () => {
    const member = new Member(
      needing({
        active: condition({
          counts: 'months',
          items: ['service'],
          minimum: 3,
          per: { last: 4, of: 'months' },
        }),
      }),
    );
    for (const on of ['2024-01-10', '2024-03-31', '2024-04-01', '2024-05-02']) {
      member.credit('service', on, { quantity: 1 });
    }
    expect(member.credit('bonus', '2024-04-30')).toBe('condition-not-met');
    expect(explainLast(member)).toContain(
      '3 months in a row over 2023-12-31 to 2024-04-30 by 2024-04-30; the account has 2, so 1 is',
    );
    expect(member.credit('bonus', '2024-05-02')).toBe(10);
    expect(member.credit('bonus', '2024-08-15')).toBe('condition-not-met');
  });

  test('each member of a household by itself', () => {
    const household = new Member(
      needing({
        each: condition({ counts: 'points', each: 'member', items: ['service'], minimum: 5, per: 'life' }),
      }),
    );
    household.credit('service', '2024-01-10', { quantity: 5, memberId: 'ann' });
    household.credit('service', '2024-01-11', { quantity: 4 });
    expect(household.credit('bonus', '2024-02-01', { memberId: 'ann' })).toBe(10);
    expect(household.credit('bonus', '2024-02-01', { memberId: 'ben' })).toBe('condition-not-met');
    expect(explainLast(household)).toContain('5 points of the member over');
    expect(household.credit('bonus', '2024-02-01')).toBe('condition-not-met');
    expect(household.last).toMatchObject({ refusal: { facts: { measured: 4, each: 'member' } } });
  });

  test('an entry that comes back needs it anew', () => {
    const member = new Member(
      needing({ some: condition({ counts: 'points', items: ['service'], minimum: 5, per: 'life' }) }),
    );
    member.credit('service', '2024-01-10', { quantity: 5 });
    member.credit('bonus', '2024-02-01');
    const on = '2024-02-02';
    const reverse = (reversalId: string, kind: string, id: string): number | string =>
      member.send('ReverseEntry', { reversalId, reverses: { kind, id }, reason: 'a slip', on });
    reverse('x1', 'matter', 'm2');
    reverse('x2', 'matter', 'm1');
    expect(reverse('x3', 'reversal', 'x1')).toBe('condition-not-met');
    reverse('x4', 'reversal', 'x2');
    expect(reverse('x5', 'reversal', 'x1')).not.toBe('condition-not-met');
  });
});

function explainLast({ last }: Member): string {
  return last.accepted ? '' : explain(last.refusal, en);
}

describe('when the rules are defined', () => {
  const one = activity({ by: 'fixed', points: 1 });
  const problem = (define: () => unknown): string => {
    try {
      define();
    } catch (error) {
      return String((error as Error).message);
    }
    return '';
  };

  test.each<[string, Parameters<typeof limit>[0], string]>([
    [
      'no such item',
      { items: ['other'], counts: 'points', maximum: 1, per: 'year' },
      'items[0]: has to be an item',
    ],
    [
      'an item twice',
      { items: ['one', 'one'], counts: 'points', maximum: 1, per: 'year' },
      'is there already',
    ],
    ['a quantity without unit', { counts: 'quantity', maximum: 1, per: 'year' }, 'unit: is missing'],
    [
      'no such unit',
      { counts: 'quantity', unit: 'day', maximum: 1, per: 'year' },
      'unit: has to be the unit of an item: hour',
    ],
    [
      'a unit of points',
      { counts: 'points', unit: 'hour', maximum: 1, per: 'year' },
      'unit: is not for what counts points',
    ],
    ['half a point', { counts: 'points', maximum: 1.5, per: 'year' }, 'maximum: has to be a whole number'],
    ['a balance over a year', { counts: 'balance', maximum: 9, per: 'year' }, 'per: has to be one of: life'],
    [
      'a balance of members',
      { counts: 'balance', each: 'member', maximum: 9, per: 'life' },
      'each: is not for what counts balance',
    ],
    [
      'both signs',
      { counts: 'deductions', maximum: 9, per: 'year' },
      'counts: counts what items take, and one of them gives points as well: both',
    ],
    [
      'no deductions',
      { items: ['one'], counts: 'deductions', maximum: 9, per: 'year' },
      'at most 0 can come together',
    ],
    [
      'once a month',
      { items: ['monthly'], counts: 'points', maximum: 12, per: 'year' },
      'at most 12 can come together',
    ],
    [
      'once in a life',
      { items: ['lifelong'], counts: 'entries', maximum: 1, per: 'day' },
      'at most 1 can come together',
    ],
    [
      'once a week',
      { items: ['weekly'], counts: 'entries', maximum: 6, per: 'month' },
      'at most 6 can come together',
    ],
  ])('%s: a problem with its path', (_what, rule, says) => {
    const items = {
      one,
      hours: SERVICE,
      monthly: activity({ by: 'fixed', points: 1 }),
      weekly: activity({ by: 'fixed', points: 1 }),
      lifelong: activity({ by: 'fixed', points: 1 }),
      both: activity({ by: 'difficulty', points: { good: 1, bad: -1 } }),
    };
    const difficulties = { good: { en: 'good' }, bad: { en: 'bad' } };
    const often = {
      monthly: entriesOf('monthly', 'month', 1, { en: 'once a month' }),
      weekly: entriesOf('weekly', 'week', 1, { en: 'once a week' }),
      lifelong: entriesOf('lifelong', 'life', 1, { en: 'once in a life' }),
    };
    const said = problem(() => scheme(items, { ...often, some: limit(rule) }, { difficulties }));
    expect(said).toContain('roles.member.limits.some.');
    expect(said).toContain(says);
  });

  test.each<[string, Partial<Parameters<typeof limit>[0]>, boolean]>([
    ['of the same window', { maximum: 5, per: 'year' }, true],
    ['of a shorter window', { maximum: 1, per: 'quarter' }, true],
    ['of days', { maximum: 1, per: 'day' }, false],
    ['of a longer window', { maximum: 5, per: 'life' }, true],
    ['of rolling months', { maximum: 5, per: { last: 12, of: 'months' } }, true],
    ['of another measure', { counts: 'entries', maximum: 5, per: 'year' }, false],
    ['of fewer items', { items: ['one'], maximum: 5, per: 'year' }, false],
    ['of each member', { each: 'member', maximum: 5, per: 'year' }, false],
  ])('a limit that another one, %s, makes idle', (_what, other, isIdle) => {
    const year = limit({ counts: 'points', maximum: 5, per: 'year' });
    const first = limit({ counts: 'points', maximum: 1, per: 'year', ...other });
    const said = problem(() => scheme({ one, two: one }, { first, year }));
    expect(said.includes('limits.year.maximum: can never be exceeded')).toBe(isIdle);
  });

  test.each<[string, Omit<Condition, 'clause' | 'title'>, string]>([
    [
      'its own first entry',
      { counts: 'entries', items: ['bonus'], minimum: 1, per: 'life' },
      'items: can never be met',
    ],
    [
      'above a limit',
      { counts: 'points', items: ['one'], minimum: 6, per: 'year' },
      'minimum: can never be met: at most 5',
    ],
    [
      'above a balance',
      { counts: 'balance', minimum: 31, per: 'day' },
      'minimum: can never be met: at most 30',
    ],
    ['months of a quarter', { counts: 'months', minimum: 4, per: 'quarter' }, 'at most 3'],
    ['months of a day', { counts: 'months', minimum: 2, per: 'day' }, 'at most 1'],
    ['months of a week', { counts: 'months', minimum: 3, per: 'week' }, 'at most 2'],
    ['months of some months', { counts: 'months', minimum: 5, per: { last: 3, of: 'months' } }, 'at most 4'],
    ['months of the year before', { counts: 'months', minimum: 13, per: { before: 'year' } }, 'at most 12'],
    ['months of an account’s year', { counts: 'months', minimum: 14, per: 'account-year' }, 'at most 13'],
    [
      'items of a balance',
      { counts: 'balance', items: ['one'], minimum: 1, per: 'day' },
      'items: is not for what counts balance',
    ],
    [
      'rewards of points',
      { counts: 'points', rewards: ['rice'], minimum: 1, per: 'day' },
      'rewards: is not for what counts points',
    ],
    [
      'a reward twice',
      { counts: 'visits', rewards: ['rice', 'rice'], minimum: 1, per: 'day' },
      'is there already',
    ],
    [
      'no such window',
      { counts: 'points', minimum: 1, per: 'fortnight' as 'week' },
      'per: has to be one of: life',
    ],
    [
      'no such window before',
      { counts: 'points', minimum: 1, per: { before: 'life' as 'week' } },
      'per: has to be one of: life',
    ],
    [
      'no days',
      { counts: 'points', minimum: 1, per: { last: 0, of: 'days' } },
      'per: has to be one of: life',
    ],
    [
      'another form',
      { counts: 'points', minimum: 1, per: { next: 3 } as never },
      'per: has to be one of: life',
    ],
    ['nothing', { counts: 'points', minimum: 0, per: 'life' }, 'minimum: has to be a whole number'],
  ])('a condition on %s', (_what, rule, says) => {
    const bonus = activity({ by: 'fixed', points: 1 }, { requires: { some: condition(rule) } });
    const limits = {
      year: limit({ items: ['one'], counts: 'points', maximum: 5, per: 'year' }),
      held: limit({ counts: 'balance', maximum: 30, per: 'life' }),
    };
    const said = problem(() => scheme({ one, bonus }, limits));
    expect(said).toContain('roles.member.items.bonus.requires.some.');
    expect(said).toContain(says);
  });

  test('what counts redeeming, and what no rule ends, can be met', () => {
    const requires = {
      visits: condition({ counts: 'visits', minimum: 3, per: { last: 40, of: 'days' } }),
      months: condition({ counts: 'months', minimum: 3, per: { last: 40, of: 'days' } }),
      ever: condition({ counts: 'months', minimum: 300, per: 'life' }),
    };
    expect(
      problem(() => scheme({ one, bonus: activity({ by: 'fixed', points: 1 }, { requires }) }, {})),
    ).toBe('');
  });

  test('a calendar has days that every year has, and days of the week', () => {
    const said = (calendar: object): string => problem(() => scheme({ one }, {}, { calendar }));
    expect(said({ yearStarts: '02-29' })).toContain(
      'calendar.yearStarts: has to be a day that every year has',
    );
    expect(said({ weekStarts: 'noday' })).toContain('calendar.weekStarts: has to be one of');
    expect(said({ yearStarts: '04-06', weekStarts: 'sunday' })).toBe('');
    expect(days('2024-02-28', 2)).toEqual(['2024-02-28', '2024-02-29']);
  });
});
