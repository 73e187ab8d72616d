import { describe, expect, test } from 'vitest';
import { publicationDays, type RuleSet, UnknownReading, withReading } from '../../src/index.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import { compile } from '../../src/rules/compiled.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { scoreByQuantity } from '../../src/rules/score.js';
import { text } from '../../src/values/text.js';
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
  expect(() => withReading(renfa2022, 'claim-again', 'sometimes')).toThrow(UnknownReading);
  const ruleSet: RuleSet = renfa2022;
  expect(() => withReading(ruleSet, 'no-such', 'x')).toThrow(
    expect.objectContaining({ name: 'UnknownReading' }),
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
    const answers = {
      none: { title: text('无', 'none'), patch: {} },
      some: {
        title: text('有', 'some'),
        patch: {
          roles: {
            resident: {
              limits: {
                latent: {
                  clause: '9',
                  title: text('上限', 'limit'),
                  items: ['activity'],
                  counts: 'points',
                  maximum: 5,
                  per: 'year',
                  beyond: 'trim',
                },
              },
            },
          },
        },
      },
    };
    const question = { clause: '9', question: text('问', 'Question'), chosen: 'none', ruled: null, answers };
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
