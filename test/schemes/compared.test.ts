import { describe, expect, test } from 'vitest';
import { deriveRuleSet, LooserThanBoundError } from '../../src/define.js';
import {
  type Bound,
  type Condition,
  createBank,
  deviations,
  type LimitRule,
  type RuleSet,
} from '../../src/index.js';
import { previewCorrection } from '../../src/simulation.js';
import { enReports, explain } from '../../src/words.js';
import { activity, BY, forEach, limit, Member, scheme, words } from './small-scheme.js';

const ITEMS = {
  help: activity({ by: 'fixed', points: 5 }),
  service: activity(forEach(1, 1, 'hour')),
  fault: activity({ by: 'fixed', points: -5 }),
};

/** How a scheme's limit, or what its help needs, differs from another one. */
function kinds(was: { limit?: LimitRule; needs?: Condition }, is: typeof was): string[] {
  const rules = ({ limit: one, needs }: typeof was): RuleSet =>
    scheme(
      needs === undefined ? ITEMS : { ...ITEMS, help: { ...ITEMS.help, requires: { needs } } },
      one === undefined ? {} : { one },
    );
  return deviations(rules(was), rules(is)).map(({ path, kind }) => `${path.split('.').at(-1)} ${kind}`);
}

describe('how limits and conditions differ', () => {
  const LIMIT = limit({ counts: 'points', maximum: 4, per: 'year' });
  const NEEDS: Condition = {
    clause: '4',
    title: words('needs'),
    counts: 'visits',
    minimum: 2,
    per: 'year',
  };

  test.each<[Partial<LimitRule>, Partial<LimitRule>, string]>([
    // A week may reach into two years.
    [{ per: 'year' }, { per: 'week' }, 'per other'],
    [{ per: 'month' }, { per: { last: 7, of: 'days' } }, 'per other'],
    [{ per: { last: 1, of: 'months' } }, { per: { last: 28, of: 'days' } }, 'per looser'],
    [{ per: 'week' }, { per: 'day' }, 'per looser'],
    [{ per: 'month' }, { per: { last: 31, of: 'days' } }, 'per stricter'],
    [{ per: { last: 12, of: 'months' } }, { per: { last: 6, of: 'months' } }, 'per looser'],
    [{ per: 'account-year' }, { per: 'life' }, 'per stricter'],
    [{ per: 'year' }, { per: 'account-year' }, 'per other'],
    [{}, { each: 'member' }, 'each looser'],
    [{ items: ['help'] }, { items: ['help', 'service'] }, 'items stricter'],
    // Points that a fault takes leave room for others.
    [{ items: ['help'] }, {}, 'items other'],
    [{ items: ['help', 'fault'] }, { items: ['help'] }, 'items stricter'],
    [{ maximum: 3 }, {}, 'maximum looser'],
  ])('%j to %j: %s', (was, is, kind) => {
    expect(kinds({ limit: { ...LIMIT, ...was } }, { limit: { ...LIMIT, ...is } })).toEqual([kind]);
  });

  test.each<[Partial<Condition>, Partial<Condition>, string]>([
    [{ minimum: 2 }, { minimum: 3 }, 'minimum stricter'],
    [{ per: 'month' }, { per: 'year' }, 'per looser'],
    [{ per: { last: 30, of: 'days' } }, { per: { last: 20, of: 'days' } }, 'per stricter'],
    [{ per: { before: 'year' } }, { per: 'year' }, 'per other'],
    [{ counts: 'points', each: 'member' }, { counts: 'points' }, 'each looser'],
    [{ rewards: ['rice'] }, { rewards: ['rice', 'tea'] }, 'rewards looser'],
    [{}, { rewards: ['rice'] }, 'rewards stricter'],
  ])('%j to %j: %s', (was, is, kind) => {
    expect(kinds({ needs: { ...NEEDS, ...was } }, { needs: { ...NEEDS, ...is } })).toEqual([kind]);
  });

  test('a condition is stricter by being there', () => {
    expect(kinds({}, { needs: NEEDS })).toEqual(['requires stricter']);
    expect(kinds({ needs: NEEDS }, {})).toEqual(['requires looser']);
  });

  test('a calendar is other', () => {
    const of = (calendar?: RuleSet['calendar']): RuleSet =>
      scheme(ITEMS, {}, calendar === undefined ? {} : { calendar });
    const found = deviations(of(), of({ yearStarts: '04-01' }));
    expect(found.map(({ path, kind }) => [path, kind])).toEqual([['calendar', 'other']]);
    expect(explain(found[0] as (typeof found)[0], enReports)).toContain(
      'years and weeks: nothing becomes start of the year: 04-01',
    );
    expect(
      deviations(of({ yearStarts: '04-01' }), of({ yearStarts: '11-01' })).map(({ kind }) => kind),
    ).toEqual(['other']);
  });
});

describe('limits that a derived rule set may not loosen', () => {
  const held: Bound = { kind: 'limit', clause: '2', title: words('held'), limit: 'held' };
  const base = scheme(
    ITEMS,
    { held: limit({ counts: 'points', maximum: 20, per: { last: 30, of: 'days' } }) },
    { bounds: { clause: '0', looser: 'refused', held: { held } } },
  );
  const isRefused = (change: Partial<LimitRule> | null): boolean => {
    const rule =
      change === null
        ? null
        : { ...limit({ counts: 'points', maximum: 20, per: { last: 30, of: 'days' } }), ...change };
    try {
      deriveRuleSet(base, (draft) => {
        const { member } = draft.roles;
        if (member === undefined) return;
        if (rule === null) Reflect.deleteProperty(member.limits, 'held');
        else member.limits.held = rule as never;
      });
    } catch (error) {
      if (error instanceof LooserThanBoundError) return true;
      throw error;
    }
    return false;
  };

  test.each<[string, Partial<LimitRule> | null, boolean]>([
    ['the same', {}, false],
    ['none', null, true],
    ['a higher one', { maximum: 21 }, true],
    ['more days', { per: { last: 60, of: 'days' } }, false],
    ['fewer days', { per: { last: 29, of: 'days' } }, true],
    ['two months', { per: { last: 2, of: 'months' } }, false],
    ['one month', { per: { last: 1, of: 'months' } }, true],
    ['a year of the calendar, which starts anew', { per: 'year' }, true],
    ['a life', { per: 'life' }, false],
    ['each member', { each: 'member' }, true],
    ['entries', { counts: 'entries' }, true],
    ['some items', { items: ['help'] }, true],
    ['all items by name', { items: ['joining', 'help', 'service', 'fault'] }, false],
  ])('%s', (_what, change, refused) => {
    expect(isRefused(change)).toBe(refused);
  });

  test('one of each member may be one of the account', () => {
    const each = scheme(
      ITEMS,
      { held: limit({ counts: 'points', maximum: 20, per: 'month', each: 'member' }) },
      { bounds: { clause: '0', looser: 'refused', held: { held } } },
    );
    const derived = deriveRuleSet(each, (draft) => {
      const one = draft.roles.member?.limits.held;
      if (one !== undefined) Reflect.deleteProperty(one, 'each');
    });
    expect(derived.roles.member?.limits.held?.each).toBeUndefined();
    const weekly = scheme(
      ITEMS,
      { held: limit({ counts: 'points', maximum: 20, per: 'week' }) },
      { bounds: { clause: '0', looser: 'refused', held: { held } } },
    );
    const rolling = (last: number): RuleSet =>
      deriveRuleSet(weekly, (draft) => {
        const one = draft.roles.member?.limits.held;
        if (one !== undefined) one.per = { last, of: 'days' };
      });
    expect(rolling(7).id).toBe(weekly.id);
    expect(() => rolling(6)).toThrow(LooserThanBoundError);
  });
});

describe('what members have', () => {
  const rules = scheme(ITEMS, {
    day: limit({
      items: ['service'],
      counts: 'quantity',
      unit: 'hour',
      maximum: 3,
      per: 'day',
      each: 'member',
    }),
    week: limit({ counts: 'deductions', maximum: 12, per: { last: 7, of: 'days' } }),
  });

  test('goes one by one, and hours go along to another account', () => {
    const on = '2024-05-01';
    const household = new Member(rules);
    household.credit('service', on, { quantity: 2, memberId: 'ann' });
    household.credit('help', on, { memberId: 'ann' });
    household.credit('help', on, { memberId: 'ben' });
    household.credit('service', on, { quantity: 1 });
    household.credit('service', on, { quantity: 1, memberId: 'ann' });
    const reverse = (reversalId: string, id: string): number | string =>
      household.send('ReverseEntry', { reversalId, reverses: { kind: 'matter', id }, reason: 'a slip', on });
    reverse('x1', 'm3');
    expect(household.credit('service', on, { quantity: 1, memberId: 'ann' })).toBe(0);
    expect(household.credit('service', on, { quantity: 1, memberId: 'ben' })).toBe(1);
    reverse('x2', 'm5');
    reverse('x3', 'm2');
    household.send('CloseAccount', { reason: 'merged', on });
    const closed = household.last.accepted ? household.last.events : [];
    const after = new Member(rules, on, 'a2', closed);
    expect(after.credit('service', on, { quantity: 1, memberId: 'ann' })).toBe(0);
    expect(after.credit('service', on, { quantity: 2, memberId: 'ben' })).toBe(2);
    expect(after.credit('service', on, { quantity: 2 })).toBe(2);
  });

  test('entries without a quantity hand on none, whatever the item counts by now', () => {
    const on = '2024-05-01';
    const fixed = scheme({ ...ITEMS, service: activity({ by: 'fixed', points: 1 }) }, {});
    const household = new Member(fixed);
    household.credit('service', on, { memberId: 'ann' });
    household.under(rules);
    household.credit('service', on, { quantity: 2 });
    household.send('CloseAccount', { reason: 'merged', on });
    const [closed] = household.last.accepted ? household.last.events : [];
    expect(closed).toMatchObject({
      data: {
        handedOn: {
          items: [
            { item: 'joining' },
            { item: 'service', memberId: 'ann', points: 1, entries: 1 },
            { item: 'service', points: 2, entries: 1, quantities: [{ unit: 'hour', quantity: 2 }] },
          ],
        },
      },
    });
  });

  test('the room that a correction frees is shown before it is made', () => {
    const member = new Member(rules);
    for (const on of ['2024-05-01', '2024-05-03', '2024-05-06']) member.credit('fault', on);
    const on = '2024-05-07';
    const data = {
      accountId: 'a1',
      correctionId: 'k1',
      points: 5,
      corrects: 'm1',
      reason: 'unjust',
      on,
      by: BY,
    };
    const preview = previewCorrection(createBank(rules), member.account, { type: 'CorrectScore', data });
    expect(preview).toMatchObject({ accepted: true, room: { week: { before: 0, after: 0 } } });
  });

  test('deductions of any item count in seven days', () => {
    const member = new Member(rules);
    expect(['2024-05-01', '2024-05-05', '2024-05-07'].map((on) => member.credit('fault', on))).toEqual([
      -5, -5, -2,
    ]);
    expect(member.credit('fault', '2024-05-08')).toBe(-5);
    expect(member.credit('fault', '2024-04-28')).toBe(-5);
    expect(member.credit('fault', '2024-04-25')).toBe(-2);
    expect(member.credit('fault', '2024-05-20')).toBe(-5);
    expect(member.credit('fault', '2024-05-18')).toBe(-5);
  });
});
