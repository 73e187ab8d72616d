import { describe, expect, test } from 'vitest';
import { deviations, publicationDays, type RuleSet, UnknownReading, withReading } from '../../src/index.js';
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
  const thrown = (message: string) => expect.objectContaining({ name: 'UnknownReading', message });
  expect(() => withReading(ruleSet, 'claim-again', 'sometimes')).toThrow(UnknownReading);
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
    const { rests } = asked({
      a: asking({ redemption: { linesPerVisit: 1 } }),
      b: asking({ redemption: { linesPerVisit: 2 } }),
      ab: asking({ redemption: { rewardsPerVisit: 1 } }),
    });
    expect(rests('redemption.linesPerVisit')).toEqual({ a: 'no', b: 'no' });
    expect(rests('redemption.rewardsPerVisit')).toEqual({ ab: 'no' });
  });

  test('finds the readings of what is above a part and below it, and of none that begins like it', () => {
    const { rests } = asked({ filing: asking({ filing: null }), room: asking(claims({ maximum: 4 })) });
    expect(rests('filing')).toEqual({ filing: 'no' });
    expect(rests('filing.late')).toEqual({ filing: 'no' });
    expect(rests('filings.late')).toEqual({});
    expect(rests('roles.resident.limits')).toEqual({ room: 'no' });
    expect(rests('roles.resident.limits.claims.maximum')).toEqual({ room: 'no' });
    expect(rests('roles.resident.limits.claims.max')).toEqual({});
  });

  test('has at hand what room under a limit rests on, and what it takes rests on', () => {
    const { roles } = asked({
      window: asking(claims({ per: 'year' })),
      room: asking(claims({ maximum: 4 })),
      beyond: asking(claims({ beyond: 'refuse' })),
    });
    const [limit] = roles.get('resident')?.items.get('claim')?.limits ?? [];
    expect(limit?.restedOnRoom).toEqual({ window: 'no', room: 'no' });
    expect(limit?.rested).toEqual({ window: 'no', room: 'no', beyond: 'no' });
  });

  test('has at hand what service rests on, and what a second entry of a matter does', () => {
    const { roles } = asked({
      claimed: asking({ roles: { resident: { service: { claimed: 'ever' } } } }),
      capacity: asking({
        roles: { resident: { items: { activity: { serviceAndAttendance: 'two-matters' } } } },
      }),
    });
    const item = roles.get('resident')?.items.get('activity');
    expect(item?.restedOnService).toEqual({ claimed: 'no', capacity: 'no' });
    expect(item?.restedOnCapacity).toEqual({ capacity: 'no' });
    expect(roles.get('resident')?.restedOnClaimed).toEqual({ claimed: 'no' });
  });

  test('tells of a part that a command has named what the questions say of it', () => {
    const { restsOnNamed } = asked({ room: asking(claims({ maximum: 4 })) });
    expect(restsOnNamed('roles.resident.limits.claims')).toEqual({ room: 'no' });
    expect(restsOnNamed('roles.resident.limits.none')).toEqual({});
  });
});

describe('a rule set made ready', () => {
  const rules = compile(renfa2022);

  test('has the readings of any parts, each set of them once, in the order of the rule set', () => {
    const { rests, also } = rules;
    const per = rests('roles.resident.limits.claims.per');
    const beyond = rests('roles.resident.limits.claims.beyond');
    expect(per).toEqual({ 'claim-cap-window': 'life' });
    expect(beyond).toEqual({ 'claim-cap-overflow': 'trim' });
    expect(rests()).toEqual({});
    expect(rests('title')).toBe(rests());
    expect(rests('roles.member.limits.claims.per', 'title', 'no.such.part')).toBe(rests());
    expect(also(per, rests())).toBe(per);
    expect(also(rests(), per)).toBe(per);
    expect(also(per, per)).toBe(per);
    const both = also(beyond, per);
    expect(Object.entries(both)).toEqual([
      ['claim-cap-window', 'life'],
      ['claim-cap-overflow', 'trim'],
    ]);
    expect(Object.isFrozen(both)).toBe(true);
    expect(also(per, beyond)).toBe(both);
    expect(also(both, beyond)).toBe(both);
    expect(rests('roles.resident.limits.claims')).toBe(both);
    expect(rests('roles.resident.limits.claims.per')).toBe(per);
  });

  test('tells of a part that a command has named what is said of any part', () => {
    const part = 'roles.resident.items.claim.again';
    expect(rules.restsOnNamed(part)).toEqual({ 'claim-again': 'refused' });
    expect(rules.restsOnNamed(part)).toEqual(rules.rests(part));
    expect(rules.restsOnNamed('roles.resident.items.affairs.scoring.points.impossible')).toEqual({});
  });

  test('knows the limits of each item, and those that another answer would put on it', () => {
    const items = compile(OTHER_SCHEME).roles.get('resident')?.items;
    const limits = (item: string) => items?.get(item)?.limits.map(({ id }) => id);
    expect(limits('sweeping')).toEqual(['outdoors-a-quarter', 'sweeping-a-month']);
    expect(limits('claim')).toEqual(['claims']);
    expect(limits('club')).toEqual([]);
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
        ?.latent.map(({ id }) => id);
    expect(latent('activity')).toEqual(['latent']);
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
      ['hard', { base: 1, scored: 3, rested: {} }],
      ['base', { base: 1, scored: 1, rested: {} }],
    ]);
    expect(item('penalty')?.fixed).toEqual({ base: -3, scored: -3, rested: {} });
    expect(item('penalty')?.tiers.size).toBe(0);
    expect(item('halves')?.fixed).toBeUndefined();
    const asked = compile(withReading(renfa2022, 'community-member-hard-claim', 'yes'));
    const claim = asked.roles.get('community-party-member')?.items.get('claim');
    expect(claim?.tiers.get('hard')).toEqual({
      base: 1,
      scored: 2,
      rested: { 'community-member-hard-claim': 'yes' },
    });
    expect(claim?.tiers.get('base')?.rested).toEqual({});
  });
});
