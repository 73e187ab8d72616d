import { describe, expect, test } from 'vitest';
import {
  deviations,
  publicationDays,
  type RuleSet,
  UnknownReadingError,
  withReading,
} from '../../src/index.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import { compile } from '../../src/rules/compiled.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { basePoints, scoreByQuantity } from '../../src/rules/score.js';
import { text } from '../../src/values/text.js';
import { asking } from '../support/asking.js';
import { OTHER_SCHEME } from '../support/other-scheme.js';

describe('the days of publication', () => {
  test.each([1899, 10_000, 2023.5, Number.NaN, -1, Number.POSITIVE_INFINITY])('are of no year %d', (year) => {
    expect(() => publicationDays(luohe, year)).toThrow(
      new RangeError(`not a year from 1900 to 9999: ${year}`),
    );
    expect(() => publicationDays(renfa2022, year)).toThrow(RangeError);
  });

  test('are there from the first year to the last', () => {
    expect(publicationDays(luohe, 1900)[0]).toBe('1900-03-31');
    expect(publicationDays(luohe, 9999).at(-1)).toBe('9999-12-31');
    expect(publicationDays(renfa2022, 2023)).toEqual([]);
  });
});

test('an answer that a rule set does not have has an error of its own', () => {
  const ruleSet: RuleSet = renfa2022;
  const thrown = (message: string) => expect.objectContaining({ name: 'UnknownReadingError', message });
  expect(() => withReading(ruleSet, 'claim-again', 'sometimes')).toThrow(UnknownReadingError);
  expect(() => withReading(ruleSet, 'claim-again', 'sometimes')).toThrow(
    thrown("reading 'claim-again' has no answer 'sometimes'; it has: refused, scores"),
  );
  expect(() => withReading(ruleSet, 'no-such', 'x')).toThrow(
    thrown("no reading 'no-such' in rule set 'renfa-2022-31'"),
  );
});

test('what is undefined in a patch changes nothing', () => {
  expect(mergePatch({ a: 1, b: 2 }, { a: undefined, b: null, c: { d: undefined } } as never)).toEqual({
    a: 1,
    c: {},
  });
  expect(Object.keys(mergePatch({ a: 1 }, { b: undefined } as never) as object)).toEqual(['a']);
});

test('a deduction of nothing is 0 and not less', () => {
  const unitTitle = text('小时', 'hours');
  const hours = { by: 'quantity', unit: 'hour', unitTitle, points: -3, each: 2, rounding: 'down' } as const;
  expect(scoreByQuantity(hours, 1)).toEqual({ base: -3, scored: 0 });
  expect(scoreByQuantity(hours, 2)).toEqual({ base: -3, scored: -3 });
});

describe('a deviation', () => {
  const clause = { entry: 'activity', clause: '9.9', title: text('条款', 'Clause') } as const;
  const { resident } = renfa2022.roles;
  const withItem = (item: object) =>
    mergePatch(
      renfa2022 as never,
      { roles: { resident: { items: { clause: item } } } } as never,
    ) as never as RuleSet;

  test('of an item that is called like a clause has the clause of the item', () => {
    const one = withItem({ ...clause, scoring: { by: 'fixed', points: 1 } });
    const two = withItem({ ...clause, scoring: { by: 'fixed', points: 2 } });
    expect(deviations(one, two).map((found) => found.clause)).toEqual(['9.9']);
  });

  test.each([
    ['roles', { title: { ...resident, clause: '9.8' } }, 'roles.title'],
    ['difficulties', { form: text('难', 'hard') }, 'difficulties.form'],
    ['recognition', { question: { clause: '9.8', title: text('称号', 'Title') } }, 'recognition.question'],
    ['uses', { clause: { clause: '9.8', title: text('用途', 'Use') } }, 'uses.clause'],
  ])('in %s is found whatever the part is called', (part, added, path) => {
    const base: RuleSet = renfa2022;
    const other = { ...base, [part]: { ...(base[part as keyof RuleSet] as object), ...added } };
    expect(deviations(base, other).map((found) => found.path)).toEqual([path]);
  });

  test('has a clause that is one, where a part is only called like it', () => {
    const { clauses, difficulties } = renfa2022;
    const base: RuleSet = { ...renfa2022, difficulties: { ...difficulties, clause: text('条款', 'clause') } };
    const other = { ...base, difficulties: { ...base.difficulties, form: text('难', 'hard') } };
    expect(deviations(base, other)).toMatchObject([{ path: 'difficulties.form', clause: clauses.entries }]);
  });

  test('is none where only names and clauses differ', () => {
    const other = { ...resident, title: text('他', 'other'), service: { ...resident.service, clause: '9' } };
    const named = {
      ...renfa2022,
      title: text('他', 'other'),
      roles: { ...renfa2022.roles, resident: other },
    };
    expect(deviations(renfa2022, named as unknown as RuleSet)).toEqual([]);
  });

  test('has what was and what is, where there is anything', () => {
    const added = withItem({ ...clause, scoring: { by: 'fixed', points: 1 } });
    const [there] = deviations(renfa2022, added);
    const [gone] = deviations(added, renfa2022);
    expect(Object.keys(there ?? {})).toEqual(['clause', 'path', 'kind', 'is']);
    expect(Object.keys(gone ?? {})).toEqual(['clause', 'path', 'kind', 'was']);
  });
});

test('of two tiers that are as mild as each other the first is the base', () => {
  expect(basePoints({ up: 1, down: -1, far: 2 })).toBe(1);
  expect(basePoints({ far: 2, down: -1, up: 1 })).toBe(-1);
});

describe('a rule set with open questions made ready', () => {
  const claims = (patch: object) => ({ roles: { resident: { limits: { claims: patch } } } });
  const asked = (readings: object) => compile({ ...renfa2022, readings } as unknown as RuleSet);

  test('tells readings apart that are written alike one after the other', () => {
    const { readingsOf } = asked({
      a: asking({ redemption: { overdraft: { points: 1 } } }),
      b: asking({ redemption: { overdraft: { points: 2 } } }),
      ab: asking({ redemption: { handbook: { months: 1 } } }),
    });
    expect(readingsOf('redemption.overdraft.points')).toEqual({ a: 'no', b: 'no' });
    expect(readingsOf('redemption.handbook.months')).toEqual({ ab: 'no' });
  });

  test('finds the readings of what is above a part and below it, and of none that begins like it', () => {
    const { readingsOf } = asked({ filing: asking({ filing: null }), room: asking(claims({ maximum: 4 })) });
    expect(readingsOf('filing')).toEqual({ filing: 'no' });
    expect(readingsOf('filing.late')).toEqual({ filing: 'no' });
    expect(readingsOf('filings.late')).toEqual({});
    expect(readingsOf('roles.resident.limits')).toEqual({ room: 'no' });
    expect(readingsOf('roles.resident.limits.claims.maximum')).toEqual({ room: 'no' });
    expect(readingsOf('roles.resident.limits.claims.max')).toEqual({});
  });

  test('has the readings used where a limit took nothing, and where it took something', () => {
    const { roles } = asked({
      window: asking(claims({ per: 'year' })),
      room: asking(claims({ maximum: 4 })),
      beyond: asking(claims({ beyond: 'refuse' })),
    });
    const [limit] = roles.get('resident')?.items.get('claim')?.limits ?? [];
    expect(limit?.readings.fitted).toEqual({ window: 'no', room: 'no' });
    expect(limit?.readings.took).toEqual({ window: 'no', room: 'no', beyond: 'no' });
  });

  test('has the readings used by service, and by a second entry of a matter', () => {
    const { roles } = asked({
      claimed: asking({ roles: { resident: { service: { claimed: 'ever' } } } }),
      capacity: asking({
        roles: { resident: { items: { activity: { serviceAndAttendance: 'two-matters' } } } },
      }),
    });
    const item = roles.get('resident')?.items.get('activity');
    expect(item?.readings.service).toEqual({ claimed: 'no', capacity: 'no' });
    expect(item?.readings.capacity).toEqual({ capacity: 'no' });
    expect(roles.get('resident')?.claimedReadings).toEqual({ claimed: 'no' });
  });

  test('finds the readings of a part that a command names', () => {
    const { readingsOfNamed } = asked({ room: asking(claims({ maximum: 4 })) });
    expect(readingsOfNamed('roles.resident.limits.claims')).toEqual({ room: 'no' });
    expect(readingsOfNamed('roles.resident.limits.none')).toEqual({});
  });
});

describe('a rule set made ready', () => {
  const rules = compile(renfa2022);

  test('has the readings of any parts, each set of them once, in the order of the rule set', () => {
    const { readingsOf, union } = rules;
    const per = readingsOf('roles.resident.limits.claims.per');
    const beyond = readingsOf('roles.resident.limits.claims.beyond');
    expect(per).toEqual({ 'claim-cap-window': 'life' });
    expect(beyond).toEqual({ 'claim-cap-overflow': 'trim' });
    expect(readingsOf()).toEqual({});
    expect(readingsOf('title')).toBe(readingsOf());
    expect(readingsOf('roles.member.limits.claims.per', 'title', 'no.such.part')).toBe(readingsOf());
    expect(union(per, readingsOf())).toBe(per);
    expect(union(readingsOf(), per)).toBe(per);
    expect(union(per, per)).toBe(per);
    const both = union(beyond, per);
    expect(Object.entries(both)).toEqual([
      ['claim-cap-window', 'life'],
      ['claim-cap-overflow', 'trim'],
    ]);
    expect(Object.isFrozen(both)).toBe(true);
    expect(union(per, beyond)).toBe(both);
    expect(union(both, beyond)).toBe(both);
    expect(readingsOf('roles.resident.limits.claims')).toBe(both);
    expect(readingsOf('roles.resident.limits.claims.per')).toBe(per);
  });

  test('finds the readings of a part that a command names, as of any part', () => {
    const part = 'roles.resident.items.claim.again';
    expect(rules.readingsOfNamed(part)).toEqual({ 'claim-again': 'refused' });
    expect(rules.readingsOfNamed(part)).toEqual(rules.readingsOf(part));
    expect(rules.readingsOfNamed('roles.resident.items.affairs.scoring.points.impossible')).toEqual({});
  });

  test('knows the limits of each item, and those that another answer would put on it', () => {
    const items = compile(OTHER_SCHEME).roles.get('resident')?.items;
    const limits = (item: string) => items?.get(item)?.limits.map(({ id }) => id);
    expect(limits('sweeping')).toEqual(['outdoors-a-quarter', 'sweeping-a-month']);
    expect(limits('claim')).toEqual(['claims']);
    expect(limits('club')).toEqual(['club-a-month']);
    expect(limits('penalty')).toEqual([]);
    const limit = {
      clause: '9',
      title: text('上限', 'limit'),
      items: ['activity'],
      counts: 'points',
      maximum: 5,
      per: 'year',
      beyond: 'trim',
    };
    const question = asking({ roles: { resident: { limits: { latent: limit } } } });
    const open = compile({ ...renfa2022, readings: { latent: question } } as unknown as RuleSet);
    const latent = (item: string) =>
      open.roles
        .get('resident')
        ?.items.get(item)
        ?.latentLimits.map(({ id }) => id);
    expect(latent('activity')).toEqual(['latent']);
    expect(latent('affairs')).toEqual([]);
  });

  test('nor one that only an answer would stretch over the item', () => {
    const question = asking({
      roles: { resident: { limits: { claims: { items: ['claim', 'activity'] } } } },
    });
    const open = compile({ ...renfa2022, readings: { wider: question } } as unknown as RuleSet);
    const latent = (item: string) => open.roles.get('resident')?.items.get(item)?.latentLimits;
    expect(latent('activity')).toMatchObject([{ id: 'claims', maximum: 3, items: ['claim', 'activity'] }]);
    // The limit in force names the question by itself.
    expect(latent('claim')).toEqual([]);
    expect(latent('affairs')).toEqual([]);
  });

  test('freezes the titles that entries take over, and not the rule set itself', () => {
    const mine = structuredClone(renfa2022) as unknown as RuleSet;
    compile(mine);
    const { resident } = mine.roles;
    expect(Object.isFrozen(mine)).toBe(false);
    expect(Object.values(resident?.items ?? {}).every(({ title }) => Object.isFrozen(title))).toBe(true);
    expect(Object.values(resident?.limits ?? {}).every(({ title }) => Object.isFrozen(title))).toBe(true);
  });

  test('knows what each tier scores, its base that of the mildest', () => {
    const item = (id: string) => compile(OTHER_SCHEME).roles.get('resident')?.items.get(id);
    expect([...(item('sweeping')?.tiers ?? [])]).toEqual([
      ['hard', { base: 1, scored: 3, readings: {} }],
      ['base', { base: 1, scored: 1, readings: {} }],
    ]);
    expect(item('penalty')?.fixed).toEqual({ base: -3, scored: -3, readings: {} });
    expect(item('penalty')?.tiers.size).toBe(0);
    expect(item('halves')?.fixed).toBeUndefined();
    const asked = compile(withReading(renfa2022, 'community-member-hard-claim', 'yes'));
    const claim = asked.roles.get('community-party-member')?.items.get('claim');
    expect(claim?.tiers.get('hard')).toEqual({
      base: 1,
      scored: 2,
      readings: { 'community-member-hard-claim': 'yes' },
    });
    expect(claim?.tiers.get('base')?.readings).toEqual({});
  });
});
