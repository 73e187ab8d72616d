import { describe, expect, test } from 'vitest';
import { type ItemRule, quantities, redeemable } from '../../src/index.js';
import { en, explain, ja, zhCN } from '../../src/words.js';
import { activity, days, forEach, limit, Member, scheme } from './small-scheme.js';

/** The last event's points and what its limits took. */
function lastLimits(member: Member): unknown {
  const { last } = member;
  if (!last.accepted) return last.refusal.facts;
  const [event] = last.events;
  return event !== undefined && 'limits' in event.data ? event.data.limits : undefined;
}

describe('S4: a household with members', () => {
  const rules = scheme(
    { 'clean-up': activity({ by: 'fixed', points: 5 }), duty: activity({ by: 'fixed', points: 3 }) },
    { person: limit({ items: ['clean-up'], counts: 'points', maximum: 5, per: 'day', each: 'member' }) },
  );

  test('5 a person and day: three persons make 15, and none of them more', () => {
    const household = new Member(rules);
    const on = '2024-05-01';
    for (const memberId of ['ann', 'ben', 'cho']) {
      expect(household.credit('clean-up', on, { memberId })).toBe(5);
    }
    expect(household.credit('clean-up', on, { memberId: 'ben' })).toBe(0);
    expect(lastLimits(household)).toMatchObject([
      { each: 'member', used: 5, took: 5, usedBy: [{ id: 'm2', points: 5 }] },
    ]);
    expect(household.credit('clean-up', on)).toBe(5);
    expect(household.credit('clean-up', on)).toBe(0);
    expect(household.credit('clean-up', '2024-05-02', { memberId: 'ben' })).toBe(5);
    expect(household.credit('duty', on, { memberId: 'ben' })).toBe(3);
    const [event] = household.decisions[4]?.accepted ? household.decisions[4].events : [];
    if (event === undefined) throw new Error('no event');
    expect(explain(event, en, rules)).toContain('allows 5 points for each member over 2024-05-01');
    expect(explain(event, zhCN, rules)).toContain('2024-05-01每名成员累计不超过 5 分');
    expect(explain(event, ja, rules)).toContain('1人につきの累計で5ポイントまで');
  });

  test('what is undone gives the room of its member back, and takes it when it comes back', () => {
    const household = new Member(rules);
    const on = '2024-05-01';
    household.credit('clean-up', on, { memberId: 'ann' });
    const reverse = (reversalId: string, kind: string, id: string): number | string =>
      household.send('ReverseEntry', { reversalId, reverses: { kind, id }, reason: 'a slip', on });
    reverse('x1', 'matter', 'm1');
    expect(household.credit('clean-up', on, { memberId: 'ann' })).toBe(5);
    expect(reverse('x2', 'reversal', 'x1')).toBe('limit-reached');
    expect(household.last).toMatchObject({ refusal: { facts: { limit: { used: 5, each: 'member' } } } });
    reverse('x3', 'matter', 'm2');
    expect(reverse('x4', 'reversal', 'x1')).not.toBe('limit-reached');
  });

  test('a correction frees the room of the member whose matter it corrects', () => {
    const household = new Member(rules);
    const on = '2024-05-01';
    household.credit('clean-up', on, { memberId: 'ann' });
    household.credit('clean-up', on, { memberId: 'ben' });
    household.send('CorrectScore', {
      correctionId: 'k1',
      points: -2,
      corrects: 'm1',
      reason: 'left early',
      on,
    });
    expect(household.credit('clean-up', on, { memberId: 'ben' })).toBe(0);
    expect(household.credit('clean-up', on, { memberId: 'ann' })).toBe(2);
  });

  test('the room of each member goes on in the account that continues a closed one', () => {
    const before = new Member(rules);
    const on = '2024-05-01';
    before.credit('clean-up', on, { memberId: 'ann' });
    before.credit('clean-up', on);
    before.credit('clean-up', on, { memberId: 'cho' });
    before.send('CorrectScore', { correctionId: 'k1', points: -1, corrects: 'm3', reason: 'left early', on });
    before.send('CloseAccount', { reason: 'merged', on });
    const { last } = before;
    const closed = last.accepted ? last.events : [];
    expect(closed[0]).toMatchObject({
      data: {
        handedOn: {
          items: [
            { item: 'joining' },
            { item: 'clean-up', memberId: 'ann', points: 5, entries: 1 },
            { item: 'clean-up', memberId: 'cho', points: 5, entries: 1, freed: 1 },
            { item: 'clean-up', points: 5, entries: 1 },
          ],
        },
      },
    });
    const after = new Member(rules, on, 'a2', closed);
    expect(redeemable(after.account)).toBe(14);
    expect(after.credit('clean-up', on, { memberId: 'ann' })).toBe(0);
    expect(after.credit('clean-up', on)).toBe(0);
    expect(after.credit('clean-up', on, { memberId: 'cho' })).toBe(1);
    expect(after.credit('clean-up', on, { memberId: 'ben' })).toBe(5);
  });
});

describe('R2: what is returned of a purchase', () => {
  const rules = scheme(
    { purchase: activity(forEach(1, 1, 'yuan')) },
    { month: limit({ counts: 'points', maximum: 100, per: 'month' }) },
  );

  test('a tenth returned twice leaves 80, counted in the month of the purchase, and room for 20 there', () => {
    const member = new Member(rules);
    member.credit('purchase', '2024-03-10', { quantity: 100 });
    const back = (correctionId: string, points: number): number | string =>
      member.send('CorrectScore', {
        correctionId,
        points,
        corrects: 'm1',
        reason: 'returned',
        on: '2024-04-02',
      });
    expect([back('k1', -10), back('k2', -10)]).toEqual([-10, -10]);
    expect(redeemable(member.account)).toBe(80);
    expect(member.credit('purchase', '2024-03-20', { quantity: 50 })).toBe(20);
    expect(back('k3', -81)).toBe('more-than-matter-holds');
  });
});

describe('R6: missing labour takes 2 each time, at most 10 a year', () => {
  const items = {
    missing: activity({ by: 'fixed', points: -2 }),
    help: activity({ by: 'fixed', points: 1 }),
  };
  const year = limit({ items: ['missing'], counts: 'deductions', maximum: 10, per: 'year' });
  const rules = scheme(items, { year });

  test('six times make −10', () => {
    const member = new Member(rules);
    const points = days('2024-05-01', 6).map((on) => member.credit('missing', on));
    expect(points).toEqual([-2, -2, -2, -2, -2, 0]);
    expect(redeemable(member.account)).toBe(-10);
    const [event] = member.last.accepted ? member.last.events : [];
    if (event === undefined) throw new Error('no event');
    expect(explain(event, en, rules)).toContain('so 2 points fewer are deducted');
    expect(explain(event, zhCN, rules)).toContain('因此少扣 2 分');
    expect(explain(event, ja, rules)).toContain('減点が2ポイント少なくなります');
    expect(member.credit('help', '2024-05-08')).toBe(1);
    expect(member.credit('missing', '2025-01-01')).toBe(-2);
  });

  test('a smaller rest is deducted', () => {
    const member = new Member(scheme(items, { year: { ...year, maximum: 3 } }));
    expect(days('2024-05-01', 3).map((on) => member.credit('missing', on))).toEqual([-2, -1, 0]);
    expect(explainLast(member)).toContain('so 2 points fewer are deducted');
  });

  test('may be refused instead', () => {
    const member = new Member(scheme(items, { year: { ...year, maximum: 2, beyond: 'refuse' } }));
    expect(days('2024-05-01', 2).map((on) => member.credit('missing', on))).toEqual([-2, 'limit-reached']);
  });

  test('a limit on the points of an item that only deducts can never bite', () => {
    expect(() => scheme(items, { year: { ...year, counts: 'points' } })).toThrow(
      'roles.member.limits.year.maximum: can never be exceeded: at most 0 can come together in its window',
    );
  });
});

function explainLast({ last }: Member): string {
  const [event] = last.accepted ? last.events : [];
  return event === undefined ? '' : explain(event, en);
}

describe('limits on quantities', () => {
  test('what fits of a quantity scores, and all of it is recorded', () => {
    const rules = scheme(
      { service: activity(forEach(2, 1, 'hour')) },
      { day: limit({ counts: 'quantity', unit: 'hour', maximum: 2.5, per: 'day' }) },
    );
    const member = new Member(rules);
    expect(member.credit('service', '2024-05-01', { quantity: 1.5 })).toBe(2);
    expect(member.credit('service', '2024-05-01', { quantity: 3 })).toBe(2);
    expect(explainLast(member)).toContain('allows 2.5 (hour) over 2024-05-01, of which 1.5 had been used');
    expect(member.credit('service', '2024-05-01', { quantity: 1 })).toBe(0);
    expect(quantities(member.account)).toEqual({ hour: 5.5 });
  });

  test('what fits counts as often as its day says, and on top of what was added up', () => {
    const factors = {
      month: { clause: '3', title: { en: 'Month' }, times: 2, from: '2024-05-01', until: '2024-05-31' },
    };
    const day = limit({ counts: 'quantity', unit: 'hour', maximum: 3, per: 'day' });
    const often = new Member(scheme({ service: activity(forEach(1, 1, 'hour'), { factors }) }, { day }));
    expect(often.credit('service', '2024-05-01', { quantity: 5 })).toBe(6);
    expect(often.credit('service', '2024-06-01', { quantity: 5 })).toBe(3);
    const added = { ...forEach(1, 2, 'hour'), over: 'life' } as ItemRule['scoring'];
    const together = new Member(scheme({ service: activity(added) }, { day }));
    expect(together.credit('service', '2024-05-01', { quantity: 1 })).toBe(0);
    expect(together.credit('service', '2024-05-02', { quantity: 5 })).toBe(2);
  });

  test('bind items scored by bands as well, named or not', () => {
    const bands = { by: 'bands', unit: 'hour', unitTitle: { en: 'hours' }, bands: [{ from: 2, points: 3 }] };
    const items = { service: activity(bands as ItemRule['scoring']) };
    const day = limit({ counts: 'quantity', unit: 'hour', maximum: 1, per: 'day' });
    for (const rule of [day, { ...day, items: ['service'] }]) {
      const member = new Member(scheme(items, { day: rule }));
      expect(member.credit('service', '2024-05-01', { quantity: 2 })).toBe(0);
      expect(lastLimits(member)).toMatchObject([{ maximum: 1, used: 0, took: 3 }]);
    }
  });

  test('an entry that was trimmed comes back as it was', () => {
    const member = new Member(
      scheme(
        { service: activity(forEach(2, 1, 'hour')) },
        { day: limit({ counts: 'quantity', unit: 'hour', maximum: 2, per: 'day' }) },
      ),
    );
    const on = '2024-05-01';
    const reverse = (reversalId: string, kind: string, id: string): number | string =>
      member.send('ReverseEntry', { reversalId, reverses: { kind, id }, reason: 'a slip', on });
    member.credit('service', on, { quantity: 1 });
    member.credit('service', on, { quantity: 3 });
    reverse('x1', 'matter', 'm2');
    expect(reverse('x2', 'reversal', 'x1')).toBe(0);
    reverse('x3', 'matter', 'm2');
    member.credit('service', on, { quantity: 1 });
    expect(reverse('x4', 'reversal', 'x3')).toBe('limit-reached');
  });

  test('a deduction by quantity is bound alike', () => {
    const rules = scheme(
      { absence: activity(forEach(-1, 1, 'day')) },
      { month: limit({ counts: 'quantity', unit: 'day', maximum: 3, per: 'month' }) },
    );
    const member = new Member(rules);
    expect(member.credit('absence', '2024-05-01', { quantity: 2 })).toBe(-2);
    expect(member.credit('absence', '2024-05-08', { quantity: 2 })).toBe(-1);
    expect(member.credit('absence', '2024-05-09', { quantity: 2 })).toBe(0);
  });
});

describe('limits over days or months that end with a day', () => {
  const rules = scheme(
    { help: activity({ by: 'fixed', points: 4 }) },
    { rolling: limit({ counts: 'points', maximum: 10, per: { last: 30, of: 'days' } }) },
  );

  test('no 30 days have more, and the first day with room is told', () => {
    const member = new Member(rules);
    expect(['2024-05-01', '2024-05-10', '2024-05-20'].map((on) => member.credit('help', on))).toEqual([
      4, 4, 2,
    ]);
    expect(lastLimits(member)).toMatchObject([
      { per: 'rolling', window: '2024-04-21..2024-05-20', used: 8, took: 2, resetsOn: '2024-05-31' },
    ]);
    expect(member.credit('help', '2024-05-30')).toBe(0);
    expect(member.credit('help', '2024-05-31')).toBe(4);
  });

  test('an entry that is dated back counts in the fullest 30 days that hold it', () => {
    const member = new Member(rules);
    for (const on of ['2024-05-01', '2024-05-20']) member.credit('help', on);
    expect(member.credit('help', '2024-04-25')).toBe(2);
    expect(lastLimits(member)).toMatchObject([{ window: '2024-04-21..2024-05-20', used: 8 }]);
    expect(member.credit('help', '2024-03-01')).toBe(4);
    expect(lastLimits(member)).toMatchObject([
      { window: '2024-02-01..2024-03-01', used: 0, resetsOn: '2024-03-31' },
    ]);
  });

  test('of the 30 days that hold an entry, the fullest count', () => {
    const member = new Member(rules);
    for (const on of ['2024-04-10', '2024-04-11', '2024-05-20']) member.credit('help', on);
    expect(member.credit('help', '2024-05-01')).toBe(2);
    expect(lastLimits(member)).toMatchObject([{ window: '2024-04-02..2024-05-01', used: 8 }]);
  });

  test('months end on the last day of a shorter one', () => {
    const year = scheme(
      { help: activity({ by: 'fixed', points: 4 }) },
      {
        rolling: limit({ counts: 'entries', maximum: 1, per: { last: 12, of: 'months' }, beyond: 'refuse' }),
      },
    );
    const member = new Member(year);
    expect(member.credit('help', '2024-02-29')).toBe(4);
    expect(member.credit('help', '2025-02-28')).toBe('limit-reached');
    expect(member.last).toMatchObject({ refusal: { facts: { limit: { resetsOn: '2025-03-01' } } } });
    expect(member.credit('help', '2025-03-01')).toBe(4);
    expect(member.credit('help', '9999-12-31')).toBe(4);
    expect(lastLimits(member)).not.toMatchObject([{ resetsOn: expect.anything() }]);
  });

  test('a year of the account begins with its opening', () => {
    const year = scheme(
      { help: activity({ by: 'fixed', points: 4 }) },
      { year: limit({ counts: 'points', maximum: 6, per: 'account-year' }) },
    );
    const member = new Member(year, '2023-06-10');
    expect(['2023-12-01', '2024-06-09', '2024-06-10'].map((on) => member.credit('help', on))).toEqual([
      4, 2, 4,
    ]);
    expect(lastLimits(member)).toMatchObject([{ per: 'account-year', window: '2024-06-10..2025-06-09' }]);
  });
});
