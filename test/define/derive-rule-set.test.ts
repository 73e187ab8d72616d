import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  type DerivedFrom,
  deriveRuleSet,
  LooserThanBoundError,
  RuleSetError,
  type RuleSetPatch,
} from '../../src/define.js';
import {
  createBank,
  deviations,
  digest,
  initialAccount,
  type RuleSet,
  ruleSetOn,
  withReading,
} from '../../src/index.js';
import { type Renfa2022, renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';
import { enReports, explain } from '../../src/words.js';
import { perVisit } from '../support/redeeming.js';
import { reported } from '../support/words.js';

/** The clauses that a patch is refused by, in the order in which the bounds are held. */
function clausesLoosened(patch: RuleSetPatch): string[] {
  try {
    deriveRuleSet(renfa2022, patch);
  } catch (error) {
    if (error instanceof LooserThanBoundError) return error.loosened.map(({ clause }) => clause);
    throw error;
  }
  return [];
}

const resident = (patch: object): RuleSetPatch => ({ roles: { resident: patch } });

describe('a derived rule set', () => {
  test('is the base where nothing is changed', () => {
    expect(digest(deriveRuleSet(renfa2022, {}))).toBe(digest(renfa2022));
    expect(deviations(renfa2022, deriveRuleSet(renfa2022, {}))).toEqual([]);
  });

  test('keeps literal ids, and has those that the patch adds', () => {
    const patch = {
      id: 'linan-2023',
      roles: {
        resident: { items: { tutoring: { ...renfa2022.roles.resident.items.other, clause: 'L.1' } } },
      },
    } as const;
    const ours = deriveRuleSet(renfa2022, patch);
    expectTypeOf(ours).toEqualTypeOf<DerivedFrom<Renfa2022, typeof patch>>();
    const by = { office: 'community', communityId: 'linan' } as const;
    const about = { accountId: 'v', matterId: 'm', difficulty: 'base', on: '2023-05-01', by } as const;
    const bank = createBank(ours);
    expect(
      bank.decide({ type: 'CreditActivity', data: { ...about, item: 'tutoring' } }, initialAccount).accepted,
    ).toBe(false);
    // @ts-expect-error an item that no role has
    bank.decide({ type: 'CreditActivity', data: { ...about, item: 'tutorin' } }, initialAccount);
    // @ts-expect-error a reading that the rule set does not have
    expect(() => withReading(ours, 'no-such-reading', 'none')).toThrow('no reading');
  });

  test('without a role no longer names it among the uses and in the catalogue', () => {
    const none = { 'community-party-member': null, 'in-service-party-member': null };
    const { uses } = deriveRuleSet(renfa2022, { roles: { 'in-service-party-member': null } });
    expect(uses['party-building-assessment']?.roles).toEqual(['community-party-member']);
    expect(Object.keys(uses)).not.toContain('promotion');
    const ofNeighbours = deriveRuleSet(renfa2022, { roles: none, uses: { awards: { roles: ['resident'] } } });
    expect(Object.keys(ofNeighbours.uses)).toEqual(['awards', 'services', 'community']);
    expect(ofNeighbours.uses.awards?.roles).toEqual(['resident']);

    const health = { catalogue: { 'public-good': { entries: { health: { roles: Object.keys(none) } } } } };
    const base = deriveRuleSet(renfa2022, health);
    const { entries } = deriveRuleSet(base, { roles: none }).catalogue['public-good'] ?? {};
    expect(Object.keys(entries ?? {})).toEqual(
      Object.keys(base.catalogue['public-good']?.entries ?? {}).filter((id) => id !== 'health'),
    );
  });

  test('that still names a role which it removes is refused', () => {
    const change = { roles: { resident: null }, uses: { awards: { roles: ['resident'] } } };
    expect(() => deriveRuleSet(renfa2022, change)).toThrow(
      expect.objectContaining({
        problems: [expect.objectContaining({ path: 'uses.awards.roles[0]', code: 'unknown-role' })],
      }),
    );
  });

  test('leaves the base as it was and cannot be changed itself', () => {
    const before = digest(renfa2022);
    const ours = deriveRuleSet(renfa2022, resident({ limits: { claims: { maximum: 2 } } }));
    expect(digest(renfa2022)).toBe(before);
    expect(Object.isFrozen(ours.roles.resident.limits.claims)).toBe(true);
    expect(digest(ours)).not.toBe(before);
  });

  test('that is not a valid rule set is refused with every problem', () => {
    try {
      deriveRuleSet(
        renfa2022,
        resident({ opening: { points: 0.5 }, limits: { claims: { items: ['none'] } } }),
      );
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(RuleSetError);
      const paths = (error as RuleSetError).problems.map(({ path }) => path);
      expect(paths).toContain('roles.resident.opening.points');
    }
  });
});

describe('a bound', () => {
  test.each<[string, RuleSetPatch, string[]]>([
    [
      '3 points for a hard matter',
      resident({ items: { activity: { scoring: { points: { hard: 3 } } } } }),
      ['2.3'],
    ],
    ['3 points for opening', resident({ opening: { points: 3 } }), ['2.3']],
    [
      'points by the hour without end',
      resident({
        items: {
          activity: {
            scoring: {
              by: 'quantity',
              points: 1,
              unit: 'hour',
              unitTitle: text('小时', 'hour'),
              each: 1,
              rounding: 'down',
            },
          },
        },
      }),
      ['2.3'],
    ],
    ['claims up to 4', resident({ limits: { claims: { maximum: 4 } } }), ['2.3.1.2']],
    ['no limit on claims', resident({ limits: { claims: null } }), ['2.3.1.2']],
    ['claims by the year', resident({ limits: { claims: { per: 'year' } } }), ['2.3.1.2']],
    ['claims counted by entries', resident({ limits: { claims: { counts: 'entries' } } }), ['2.3.1.2']],
    ['redemption by the quarter', { redemption: { period: { window: 'quarter' } } }, ['4.2']],
    ['two redemptions in a half', { redemption: { limits: { visits: { maximum: 2 } } } }, ['4.2']],
    [
      'all of these at once',
      {
        roles: { resident: { opening: { points: 9 }, limits: { claims: { maximum: 4 } } } },
        redemption: { limits: { visits: { maximum: 2 } } },
      },
      ['2.3', '2.3.1.2', '4.2'],
    ],
  ])('%s is refused, naming the clause', (_title, patch, clauses) => {
    expect(clausesLoosened(patch)).toEqual(clauses);
  });

  test.each<[string, RuleSetPatch]>([
    ['1 point for a hard matter', resident({ items: { activity: { scoring: { points: { hard: 1 } } } } })],
    ['claims up to 1', resident({ limits: { claims: { maximum: 1 } } })],
    ['redemption by the year', { redemption: { period: { window: 'year' } } }],
    ['no claims at all', resident({ items: { claim: null }, limits: { claims: null } })],
  ])('%s is stricter and taken', (_title, patch) => {
    expect(clausesLoosened(patch)).toEqual([]);
  });

  test('of a base that reads it so may be loosened, and is listed as looser', () => {
    const base = withReading(renfa2022, 'community-bounds', 'allowed');
    const ours = deriveRuleSet(base, resident({ limits: { claims: { maximum: 4 } } }));
    expect(deviations(base, ours).map(({ clause, kind, path }) => [clause, kind, path])).toEqual([
      ['2.3.3.2', 'looser', 'roles.resident.limits.claims.maximum'],
    ]);
  });

  test('is kept by every stricter cap and broken by every looser one', () => {
    for (const maximum of [1, 2, 3, 4, 5, 6]) {
      expect(clausesLoosened(resident({ limits: { claims: { maximum } } }))).toEqual(
        maximum <= 3 ? [] : ['2.3.1.2'],
      );
    }
  });
});

describe('deviations', () => {
  const OURS = deriveRuleSet(withReading(renfa2022, 'community-bounds', 'allowed'), {
    id: 'linan-2023',
    version: '1',
    roles: {
      resident: {
        items: {
          activity: { scoring: { points: { hard: 1 } } },
          tutoring: {
            ...renfa2022.roles.resident.items.other,
            clause: 'L.1',
            title: text('课业辅导', 'Tutoring'),
          },
        },
        limits: { claims: { maximum: 2 } },
      },
    },
    redemption: { limits: perVisit('rewards', 2) },
    filing: { withinDays: 14 },
    recognition: {
      star: { clause: 'L.2', title: text('星级志愿者', 'Star volunteer'), points: 50, per: 'year' },
    },
  });

  test('list each difference by clause, as stricter, looser or new', () => {
    expect(deviations(renfa2022, OURS).map(({ clause, kind, path }) => [clause, kind, path])).toEqual([
      ['2.3.3.2', 'stricter', 'roles.resident.limits.claims.maximum'],
      ['2.3.3.3', 'stricter', 'roles.resident.items.activity.scoring.points.hard'],
      ['3', 'looser', 'bounds.looser'],
      ['4.2', 'stricter', 'redemption.limits.rewards'],
      ['5', 'looser', 'filing.withinDays'],
      ['L.1', 'new', 'roles.resident.items.tutoring'],
      ['L.2', 'new', 'recognition.star'],
    ]);
  });

  test('say in both languages what it was and what it is', () => {
    const [first] = deviations(renfa2022, OURS);
    expect(first).toMatchObject({ was: 3, is: 2 });
    expect(first && reported(first)).toEqual({
      'zh-CN': '条款 2.3.3.2，类别“resident”·上限“claims”·最高值：原为 3，改为 2（从严）。',
      en: "Clause 2.3.3.2, role 'resident', limit 'claims', maximum: 3 becomes 2 (stricter).",
    });
  });

  test('have the form of an opening where it is asked for no more, or anew; which form it is, is a name', () => {
    const form = 'roles.resident.opening.form';
    const dropping = { ...resident({ opening: { form: null } }), readings: { 'form-each-year': null } };
    expect(clausesLoosened(dropping)).toEqual(['2.3.3.1']);
    const other = deriveRuleSet(
      renfa2022,
      resident({ opening: { form: text('本社区登记表', 'our own form') } }),
    );
    expect(deviations(renfa2022, other)).toEqual([]);
    const { form: _, ...opening } = renfa2022.roles.resident.opening;
    const { resident: role, ...roles } = renfa2022.roles;
    const without = { ...renfa2022, roles: { ...roles, resident: { ...role, opening } } };
    const [dropped, asked] = [deviations(renfa2022, without), deviations(without, other)];
    expect([dropped, asked]).toMatchObject([
      [{ clause: '2.3.3.1', kind: 'looser', path: form }],
      [{ clause: '2.3.3.1', kind: 'stricter', path: form }],
    ]);
    expect(dropped[0] && explain(dropped[0], enReports, renfa2022)).toBe(
      "Clause 2.3.3.1, role 'resident volunteer', opening, form: 'personal registration form' becomes nothing (looser).",
    );
  });

  test('are the other way round seen from the other side', () => {
    const there = deviations(renfa2022, OURS).filter(({ kind }) => kind === 'stricter' || kind === 'looser');
    const back = new Map(deviations(OURS, renfa2022).map(({ path, kind }) => [path, kind]));
    for (const { path, kind } of there)
      expect(back.get(path)).toBe(kind === 'stricter' ? 'looser' : 'stricter');
  });

  test('of an answer to an open question are the parts that it changes', () => {
    const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
    expect(deviations(renfa2022, yearly).map(({ kind, path }) => [kind, path])).toEqual([
      ['looser', 'roles.community-party-member.limits.claims.per'],
      ['looser', 'roles.in-service-party-member.limits.claims.per'],
      ['looser', 'roles.resident.limits.claims.per'],
    ]);
  });
});

describe('an open question', () => {
  test('that the patch answers takes that answer', () => {
    const ours = deriveRuleSet(renfa2022, { redemption: { period: { window: 'year' } } });
    expect(ours.readings['redemption-period'].chosen).toBe('year');
  });

  const questions: RuleSet['readings'] = renfa2022.readings;
  const others = Object.entries(questions).flatMap(([id, { answers, chosen }]) =>
    Object.keys(answers).flatMap((answer) => (answer === chosen ? [] : [[id, answer] as const])),
  );

  test.each(others)('%s that the patch answers by %s can be answered as before', (id, answer) => {
    const patch = questions[id]?.answers[answer]?.patch as RuleSetPatch;
    if (clausesLoosened({ ...patch, id: 'other' }).length > 0) return;
    const derived: RuleSet = deriveRuleSet(renfa2022, { ...patch, id: 'other' });
    const back = withReading(derived, id, questions[id]?.chosen ?? '');
    expect({ ...back, readings: {} }).toEqual({ ...renfa2022, id: 'other', readings: {} });
  });

  test('that the patch settles in a way of its own is no longer open', () => {
    const ours = deriveRuleSet(renfa2022, {
      redemption: { period: { kind: 'rolling', months: 9, window: null } },
    });
    expect(Object.keys(ours.readings)).not.toContain('redemption-period');
  });
});

describe('the version in force', () => {
  const first = deriveRuleSet(renfa2022, {
    version: '1',
    inForce: { from: '2022-04-27', until: '2023-12-31' },
  });
  const second = deriveRuleSet(renfa2022, { version: '2', inForce: { from: '2024-01-01' } });

  test.each([
    ['2022-04-26', undefined],
    ['2022-04-27', '1'],
    ['2023-12-31', '1'],
    ['2024-01-01', '2'],
    ['2099-01-01', '2'],
  ])('on %s is %s', (on, version) => {
    expect(ruleSetOn([second, first], on)?.version).toBe(version);
    expect(ruleSetOn([first, second], on)?.version).toBe(version);
  });
});
