import { describe, expect, test } from 'vitest';
import { checkRuleSet } from '../../src/define.js';
import { createBank, deviations } from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { visitsAPeriod } from '../support/redeeming.js';
import { A_POINT_EACH, Member, scheme } from './redeeming.js';

const HALVES = { kind: 'calendar', window: 'half-year' } as const;

const title = { en: 'tens a year' };

/** Redeeming under a limit, at a price of 10. */
/** What undoes an entry, or so many of a reward. */
function slipOf(reversalId: string, reverses: object, quantity?: number) {
  const lines = quantity === undefined ? {} : { lines: [{ rewardId: 'reward', quantity }] };
  return { reversalId, reverses, reason: 'a slip', on: '2023-09-01', ...lines };
}

/** The same as a whole command. */
function slipByCentre(...slip: Parameters<typeof slipOf>) {
  const by = { office: 'community', communityId: 'home' };
  return { type: 'ReverseEntry', data: { accountId: 'm', by, ...slipOf(...slip) } };
}

function limited(limit: object, more: object = {}): Member {
  const limits = { limit: { clause: '3.1', title, ...limit } } as never;
  const rules = scheme({
    calendar: { yearStarts: '04-01' },
    scoring: A_POINT_EACH,
    redemption: { limits, ...more },
  });
  return new Member(rules, { price: 10 });
}

describe('exchanged in tens, at most five from April to March', () => {
  const ofTens = { counts: 'rewards', per: 'year', maximum: 5 };

  test('five on 1 December, one more in February is refused, three in April are accepted', () => {
    const one = limited(ofTens);
    one.activity('2023-06-01', 80);
    expect([one.redeem('2023-12-01', 5), one.redeem('2024-02-01', 1), one.redeem('2024-04-01', 3)]).toEqual([
      30,
      'redemption-limit-reached',
      0,
    ]);
  });

  test('the refusal says what was used and when it is possible again', () => {
    const one = limited(ofTens);
    one.activity('2023-06-01', 80);
    one.redeem('2023-12-01', 4);
    one.redeem('2024-02-01', 2);
    expect(one.refusal).toMatchObject({
      code: 'redemption-limit-reached',
      clause: '3.1',
      facts: { limit: 'limit', counts: 'rewards', asked: 2, used: 4, maximum: 5, again: '2024-04-01' },
    });
    expect(explain(one.refusal, en)).toBe(
      "Refused (clause 3.1): 'tens a year' allows 5 rewards over 2023-04 to 2024-03, of which 4 had been used; 2 more would exceed it. It is possible again from 2024-04-01.",
    );
    expect(explain(one.refusal, zhCN)).toContain(
      '限 5 件，已用 4 件，本次 2 件，超出上限。自 2024-04-01 起可再兑换。',
    );
    expect(explain(one.refusal, ja)).toContain(
      '5個までです（利用済み4個、今回2個）。2024-04-01 から再び交換できます。',
    );
    one.redeem('2024-02-01', 6);
    expect(one.refusal.facts).not.toHaveProperty('again');
    for (const pack of [en, zhCN, ja]) expect(explain(one.refusal, pack)).not.toContain('2024-04-01');
  });

  test('a visit written up late counts in the year of its day, and one that was used up later is looked for', () => {
    const one = limited(ofTens);
    one.activity('2021-06-01', 300);
    one.redeem('2023-05-01', 5);
    one.redeem('2022-05-01', 5);
    expect(one.redeem('2022-06-01', 1)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toMatchObject({ again: '2024-04-01' });
  });

  test('what comes back is free again, and goes back only where there is room', () => {
    const one = limited(ofTens);
    one.activity('2023-06-01', 200);
    one.redeem('2023-12-01', 5);
    const reverse = (reversalId: string, reverses: object, quantity?: number) =>
      one.send('ReverseEntry', { ...slipOf(reversalId, reverses, quantity), on: '2024-01-01' });
    const visit = { kind: 'redemption', id: 'r2' };
    reverse('u1', visit, 2);
    expect(one.redeem('2023-12-02', 3)).toBe('redemption-limit-reached');
    expect(one.redeem('2023-12-02', 2)).toBe(150);
    expect(reverse('u2', { kind: 'reversal', id: 'u1' })).toBe('redemption-limit-reached');
    reverse('u3', visit);
    expect(one.redeem('2023-12-03', 3)).toBe(150);
    expect(reverse('u4', { kind: 'reversal', id: 'u3' })).toBe('redemption-limit-reached');
  });
});

describe('a limit on redeeming counts', () => {
  test('points that leave the balance', () => {
    const one = limited({ counts: 'redeemed', per: 'month', maximum: 30 });
    one.activity('2023-06-01', 200);
    expect([
      one.redeem('2023-06-02', 2),
      one.redeem('2023-06-30', 2),
      one.redeem('2023-06-30', 1),
      one.redeem('2023-07-01', 3),
    ]).toEqual([180, 'redemption-limit-reached', 170, 140]);
    one.redeem('2023-07-02', 1);
    for (const [pack, said] of [
      [en, '30 points redeemed over 2023-07'],
      [zhCN, '限 30 分'],
      [ja, '30ポイントまで'],
    ] as const) {
      expect(explain(one.refusal, pack)).toContain(said);
    }
  });

  test('visits, in so many days or months that end with the day', () => {
    const one = limited({ counts: 'visits', per: { last: 30, of: 'days' }, maximum: 1 });
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-31', 1), one.redeem('2023-08-29', 1), one.redeem('2023-08-30', 1)]).toEqual([
      190,
      'redemption-limit-reached',
      180,
    ]);
    // A visit before both is in the days of the first.
    expect(one.redeem('2023-07-02', 1)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toMatchObject({ used: 1, again: '2023-09-29' });
    expect(explain(one.refusal, zhCN)).toContain('限 1 次');
    expect(explain(one.refusal, ja)).toContain('1回までです');
    expect(one.redeem('2023-07-01', 1)).toBe(190);
  });

  test('of several windows that hold the day, the fullest', () => {
    const one = limited({ counts: 'rewards', per: { last: 30, of: 'days' }, maximum: 5 });
    one.activity('2023-06-01', 300);
    one.redeem('2023-07-10', 3);
    one.redeem('2023-08-20', 1);
    one.redeem('2023-07-20', 2);
    // The days to 10 July have 3, those to 20 July have 5 and those to 20 August have none of these.
    expect(one.redeem('2023-07-05', 1)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toMatchObject({ used: 5, window: '2023-06-21..2023-07-20' });
    expect(one.redeem('2023-07-15', 1)).toBe('redemption-limit-reached');
    one.redeem('2023-08-10', 1);
    expect(one.redeem('2023-08-09', 4)).toBe('redemption-limit-reached');
  });

  test('visits with some rewards, a visit once even where lines of it come back', () => {
    const one = limited({ counts: 'visits', rewards: ['reward'], per: 'life', maximum: 1 });
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-01', 2), one.redeem('2023-08-01', 1)]).toEqual([
      180,
      'redemption-limit-reached',
    ]);
    expect(one.refusal.facts).not.toHaveProperty('again');
    const reverse = (...slip: Parameters<typeof slipOf>) => one.send('ReverseEntry', slipOf(...slip));
    reverse('u1', { kind: 'redemption', id: 'r2' }, 1);
    expect(reverse('u2', { kind: 'reversal', id: 'u1' })).toBe(180);
  });

  test('nothing of other rewards', () => {
    const one = limited({ counts: 'rewards', rewards: ['another'], per: 'life', maximum: 1 });
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-01', 2), one.redeem('2023-08-01', 2)]).toEqual([180, 160]);
  });
});

describe('a limit of one visit', () => {
  test('begins anew with each visit, and no day has more room', () => {
    const one = limited({ counts: 'rewards', per: 'visit', maximum: 2 });
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-01', 2), one.redeem('2023-07-01', 2)]).toEqual([180, 160]);
    expect(one.redeem('2023-07-02', 3)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toEqual({
      limit: 'limit',
      title,
      counts: 'rewards',
      asked: 3,
      used: 0,
      maximum: 2,
    });
  });

  test('counts what of the visit stands where lines of it come back', () => {
    const one = limited({ counts: 'rewards', per: 'visit', maximum: 2 });
    one.activity('2023-06-01', 200);
    one.redeem('2023-07-01', 2);
    expect(one.send('ReverseEntry', slipOf('u1', { kind: 'redemption', id: 'r2' }, 1))).toBe(190);
    expect(one.send('ReverseEntry', slipOf('u2', { kind: 'reversal', id: 'u1' }))).toBe(180);
    // Beside the one that stands, the one that comes back is no second kind of reward.
    for (const per of ['visit', 'year']) {
      const kinds = limited({ counts: 'lines', per, maximum: 1 });
      kinds.activity('2023-06-01', 200);
      kinds.redeem('2023-07-01', 2);
      kinds.send('ReverseEntry', slipOf('u1', { kind: 'redemption', id: 'r2' }, 1));
      expect(kinds.send('ReverseEntry', slipOf('u2', { kind: 'reversal', id: 'u1' }))).toBe(180);
    }
    // Under harder rules nothing of it comes back beside the one that stands.
    one.send('ReverseEntry', slipOf('u3', { kind: 'redemption', id: 'r2' }, 1));
    const harder = limited({ counts: 'rewards', per: 'visit', maximum: 1 }).ruleSet;
    const back = createBank(harder).decideUnknown(
      slipByCentre('u4', { kind: 'reversal', id: 'u3' }),
      one.account,
    );
    expect(back).toMatchObject({
      refusal: { code: 'redemption-limit-reached', facts: { asked: 1, used: 1 } },
    });
  });
});

describe('a limit of a period', () => {
  test('counts points of the calendar, and says when the next period begins', () => {
    const one = limited({ counts: 'redeemed', per: 'period', maximum: 30 }, { period: HALVES });
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-01', 2), one.redeem('2023-09-30', 1)]).toEqual([180, 170]);
    expect(one.redeem('2023-08-01', 1)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toMatchObject({
      asked: 10,
      used: 30,
      window: '2023-04..2023-09',
      again: '2023-10-01',
    });
    expect(one.redeem('2023-10-01', 3)).toBe(140);
    expect(one.redeem('2023-10-02', 4)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).not.toHaveProperty('again');
  });

  test('rolls from a visit on, and names the days of the fullest period', () => {
    const one = limited(
      { counts: 'rewards', per: 'period', maximum: 3 },
      { period: { kind: 'rolling', months: 2 } },
    );
    one.activity('2023-06-01', 200);
    expect([one.redeem('2023-07-10', 2), one.redeem('2023-09-09', 1)]).toEqual([180, 170]);
    expect(one.redeem('2023-09-01', 1)).toBe('redemption-limit-reached');
    expect(one.refusal.facts).toMatchObject({
      used: 3,
      window: '2023-07-10..2023-09-09',
      again: '2023-09-10',
    });
    expect(one.redeem('2023-09-10', 2)).toBe(150);
  });

  test('is no limit for lines that come back to a visit between openings', () => {
    const openings = { period: { kind: 'openings', openings: [{ from: '06-01', to: '06-30' }] } };
    const was = limited({ counts: 'rewards', per: 'period', maximum: 2 });
    was.activity('2023-06-01', 200);
    was.redeem('2023-07-01', 2);
    was.send('ReverseEntry', slipOf('u1', { kind: 'redemption', id: 'r2' }, 1));
    const now = createBank(limited({ counts: 'rewards', per: 'period', maximum: 1 }, openings).ruleSet);
    expect(now.decideUnknown(slipByCentre('u2', { kind: 'reversal', id: 'u1' }), was.account)).toMatchObject({
      accepted: true,
    });
  });
});

test('a period that begins with the visit is told from its first day to its last', () => {
  const period = { kind: 'rolling', months: 2 };
  const one = limited({ counts: 'rewards', per: 'period', maximum: 2 }, { period });
  one.activity('2023-04-01', 200);
  expect(one.redeem('2023-05-31', 3)).toBe('redemption-limit-reached');
  expect(one.refusal.facts).toMatchObject({ used: 0, window: '2023-05-31..2023-07-30' });
});

test('lines that were all that a visit had go back only where the period is free', () => {
  const one = new Member(
    scheme({ scoring: A_POINT_EACH, redemption: { limits: visitsAPeriod(1, { en: 'visits' }) } }),
  );
  one.activity('2023-06-01', 20);
  one.redeem('2023-07-01', 1);
  const reverse = (...slip: Parameters<typeof slipOf>) => one.send('ReverseEntry', slipOf(...slip));
  reverse('u1', { kind: 'redemption', id: 'r2' }, 1);
  expect(one.redeem('2023-08-01', 2)).toBe(18);
  expect(reverse('u2', { kind: 'reversal', id: 'u1' })).toBe('already-redeemed');
});

describe('redeeming needs', () => {
  test('1,000 points that are held', () => {
    const needs = {
      need: {
        clause: '3.1',
        title: { en: '1,000 held' },
        counts: 'balance' as const,
        per: 'life' as const,
        minimum: 1000,
      },
    };
    const one = new Member(scheme({ scoring: A_POINT_EACH, redemption: { requires: needs } }));
    one.activity('2023-06-01', 800);
    expect(one.redeem('2023-07-01', 800)).toBe('condition-not-met');
    expect(one.refusal.facts).toMatchObject({
      condition: 'need',
      measured: 800,
      minimum: 1000,
      missing: 200,
    });
    one.activity('2023-08-01', 200);
    expect(one.redeem('2023-07-31', 800)).toBe('condition-not-met');
    expect(one.redeem('2023-08-01', 800)).toBe(200);
    one.send('ReverseEntry', {
      reversalId: 'u1',
      reverses: { kind: 'redemption', id: 'r5' },
      reason: 'a slip',
      on: '2023-08-02',
    });
    one.correct('2023-08-01', -1);
    const again = {
      reversalId: 'u2',
      reverses: { kind: 'reversal', id: 'u1' },
      reason: 'none',
      on: '2023-08-03',
    };
    expect(one.send('ReverseEntry', again)).toBe('condition-not-met');
  });
});

describe('what is said of redeeming is checked when it is defined', () => {
  const problems = (redemption: object): string[] =>
    checkRuleSet({
      ...scheme({ scoring: A_POINT_EACH, redemption: {} }),
      redemption: { ...scheme({ scoring: A_POINT_EACH, redemption: {} }).redemption, ...redemption },
    }).map(({ path, code }) => `${path} ${code}`);
  const need = { clause: '1', title, counts: 'quantity', unit: 'unit', per: 'life', minimum: 1 };
  const limit = { clause: '1', title, counts: 'rewards', per: 'year', maximum: 5 };

  test.each([
    ['nothing wrong', { requires: { need }, limits: { limit } }, []],
    [
      'an item that is none',
      { requires: { need: { ...need, items: ['other'] } } },
      ['redemption.requires.need.items[0] unknown-item'],
    ],
    [
      'a unit that is none',
      { requires: { need: { ...need, unit: 'hour' } } },
      ['redemption.requires.need.unit unknown-unit'],
    ],
    [
      'a reward twice',
      { limits: { limit: { ...limit, rewards: ['a', 'a'] } } },
      ['redemption.limits.limit.rewards[1] duplicate'],
    ],
    [
      'a measure of entries',
      { limits: { limit: { ...limit, counts: 'points' } } },
      ['redemption.limits.limit.counts not-one-of'],
    ],
    [
      'no room at all',
      { limits: { limit: { ...limit, maximum: 0 } } },
      ['redemption.limits.limit.maximum not-a-whole-number'],
    ],
    [
      'a wait for nothing',
      { spendableWait: { last: 3, of: 'months' } },
      ['redemption.spendableWait not-alone'],
    ],
    [
      'a window that keeps everything',
      { carryOver: { clause: '4', keeps: { per: 'year' } } },
      ['redemption.carryOver.keeps empty'],
    ],
    [
      'a share of everything',
      { carryOver: { clause: '4', keeps: { per: 'year', percent: 100 } } },
      ['redemption.carryOver.keeps.percent not-a-whole-number'],
    ],
    [
      'a term of weeks',
      { carryOver: { clause: '4', inactivity: { last: 3, of: 'weeks' } } },
      ['redemption.carryOver.inactivity.of not-one-of'],
    ],
    [
      'no debt',
      { overdraft: { clause: '3', points: 0 } },
      ['redemption.overdraft.points not-a-whole-number'],
    ],
    ['some community', { at: 'some' }, ['redemption.at not-one-of']],
  ])('%s', (_, redemption, expected) => {
    expect(problems(redemption)).toEqual(expected);
  });
});

describe('which way a difference goes', () => {
  const limit = { clause: '1', title, counts: 'rewards', per: 'year', maximum: 5 } as const;
  const rules = (redemption: object) => scheme({ scoring: A_POINT_EACH, redemption });
  const carryOver = (more: object) => ({ carryOver: { clause: '4', ...more } });
  const keeps = { per: 'year', atMost: 10 } as const;

  test.each([
    ['a limit', {}, { limits: { limit } }],
    ['a smaller limit', { limits: { limit } }, { limits: { limit: { ...limit, maximum: 4 } } }],
    ['a longer window', { limits: { limit } }, { limits: { limit: { ...limit, per: 'life' } } }],
    [
      'more rewards',
      { limits: { limit: { ...limit, rewards: ['a'] } } },
      { limits: { limit: { ...limit, rewards: ['a', 'b'] } } },
    ],
    ['all rewards', { limits: { limit: { ...limit, rewards: ['a'] } } }, { limits: { limit } }],
    ['a debt that is not allowed', { overdraft: { clause: '3', points: 5 } }, {}],
    ['a smaller debt', { overdraft: { clause: '3', points: 5 } }, { overdraft: { clause: '3', points: 4 } }],
    ['the own community alone', { at: 'any-community' }, {}],
    [
      'a wait',
      { spendableAfter: 'year' },
      { spendableAfter: 'year', spendableWait: { last: 1, of: 'months' } },
    ],
    ['a cut', {}, carryOver({ keeps })],
    ['a deeper cut', carryOver({ keeps }), carryOver({ keeps: { ...keeps, atMost: 9 } })],
    ['a cut more often', carryOver({ keeps }), carryOver({ keeps: { ...keeps, per: 'month' } })],
    ['a share', carryOver({ keeps }), carryOver({ keeps: { ...keeps, percent: 50 } })],
    ['steps', carryOver({ keeps }), carryOver({ keeps: { ...keeps, inStepsOf: 5 } })],
    ['inactivity', {}, carryOver({ inactivity: { last: 24, of: 'months' } })],
    [
      'a shorter time',
      carryOver({ goodFor: { last: 24, of: 'months' } }),
      carryOver({ goodFor: { last: 100, of: 'days' } }),
    ],
  ])('%s is stricter, and the other way round looser', (_, loose, strict) => {
    const kinds = (one: object, other: object) =>
      deviations(rules(one), rules(other)).map(({ kind }) => kind);
    expect([kinds(loose, strict), kinds(strict, loose)]).toEqual([['stricter'], ['looser']]);
  });
});
