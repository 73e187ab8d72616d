import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveRuleSet, type RuleSetDraft, RuleSetError, type RuleSetPatch } from '../../src/define.js';
import { deviations, digest, type RuleSet, withReading } from '../../src/index.js';
import * as shipped from '../../src/rule-sets.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import { openParts, stored } from '../support/checks.js';
import { perVisit } from '../support/redeeming.js';

const { renfa2022 } = shipped;
const SHIPPED: readonly RuleSet[] = Object.values(shipped);

/** The base, which lets itself be loosened: so that bounds are no hindrance. */
function unbound(base: RuleSet): RuleSet {
  return { ...base, bounds: { ...base.bounds, looser: 'allowed' } };
}

/** Makes the draft what another rule set is. */
function become(draft: RuleSetDraft<RuleSet>, other: RuleSet): void {
  const left = draft as unknown as Record<string, unknown>;
  for (const part of Object.keys(left)) if (!(part in other)) delete left[part];
  Object.assign(left, stored(other));
}

describe('from each rule set', () => {
  const pairs = SHIPPED.flatMap((base) =>
    SHIPPED.flatMap((other) => (base === other ? [] : [[base, other] as const])),
  );

  test.each(pairs.map(([base, other]) => [base.id, other.id, base, other] as const))(
    '%s, %s is derived exactly',
    (_, __, base, other) => {
      const derived = deriveRuleSet(unbound(base), (draft) => become(draft, other));
      expect(derived).toStrictEqual(other);
      expect(digest(derived)).toBe(digest(other));
      expect(openParts(derived)).toEqual([]);
    },
  );

  test('any other is derived exactly', () => {
    fc.assert(
      fc.property(ruleSets(), ruleSets(), (base, other) => {
        expect(deriveRuleSet(unbound(base), (draft) => become(draft, other))).toStrictEqual(other);
      }),
      { numRuns: 20 },
    );
  });
});

/** One change, as the patch says it and as a recipe makes it. */
type Change = {
  readonly patch: RuleSetPatch;
  readonly change: (draft: RuleSetDraft<typeof renfa2022>) => void;
};

const roles = ['community-party-member', 'in-service-party-member', 'resident'] as const;
const title = { 'zh-CN': '辅导', en: 'Tutoring' };
const tutoring = (points: number) =>
  ({ clause: 'L.1', title, entry: 'activity', scoring: { by: 'fixed', points } }) as const;

const changes: readonly fc.Arbitrary<Change>[] = [
  fc.tuple(fc.constantFrom(...roles), fc.integer({ min: 0, max: 3 })).map(([role, maximum]) => ({
    patch: { roles: { [role]: { limits: { claims: { maximum } } } } },
    change: (draft) => {
      draft.roles[role].limits.claims.maximum = maximum;
    },
  })),
  fc.tuple(fc.constantFrom(...roles), fc.integer({ min: 0, max: 2 })).map(([role, points]) => ({
    patch: { roles: { [role]: { items: { tutoring: tutoring(points) } } } },
    change: (draft) => {
      draft.roles[role].items.tutoring = tutoring(points);
    },
  })),
  fc.constantFrom(...roles).map((role) => ({
    patch: { roles: { [role]: { items: { other: null } } } },
    change: (draft) => {
      Reflect.deleteProperty(draft.roles[role].items, 'other');
    },
  })),
  fc.integer({ min: 1, max: 9 }).map((lines) => ({
    patch: { redemption: { limits: { ...perVisit('lines', lines), visits: { maximum: 1 } } } },
    change: (draft) => {
      Object.assign(draft.redemption.limits ?? {}, perVisit('lines', lines));
    },
  })),
  fc.constantFrom('month' as const, 'year' as const).map((window) => ({
    patch: { redemption: { carryOver: { lapse: { window, periods: 6 } } } },
    change: (draft) => {
      draft.redemption.carryOver.lapse = { window, periods: 6 };
    },
  })),
  fc.integer({ min: 6, max: 24 }).map((months) => ({
    patch: { redemption: { period: { kind: 'rolling', months, window: null } } },
    change: (draft) => {
      draft.redemption.period = { kind: 'rolling', months };
    },
  })),
  fc.constant({
    patch: { filing: null, assessment: { mark: null } },
    change: (draft: RuleSetDraft<typeof renfa2022>) => {
      delete draft.filing;
      delete draft.assessment.mark;
    },
  }),
  fc.constantFrom('ours', 'theirs').map((id) => ({
    patch: { id, authority: { offices: { CorrectScore: ['subdistrict', 'community'] } } },
    change: (draft) => {
      draft.id = id;
      draft.authority.offices.CorrectScore?.push('community');
    },
  })),
  fc
    .constantFrom(...(Object.keys(renfa2022.readings) as (keyof typeof renfa2022.readings)[]))
    .map((reading) => ({
      patch: { readings: { [reading]: null } },
      change: (draft) => {
        Reflect.deleteProperty(draft.readings, reading);
      },
    })),
];

test('a recipe and the patch that says the same give the same rule set, and the same deviations', () => {
  fc.assert(
    fc.property(fc.tuple(...changes.map((change) => fc.option(change, { nil: undefined }))), (chosen) => {
      const made = chosen.filter((change) => change !== undefined);
      const base = withReading(renfa2022, 'community-bounds', 'allowed');
      const byRecipe = deriveRuleSet(base, (draft) => {
        for (const { change } of made) change(draft);
      });
      const byPatch = made.reduce<RuleSetPatch>((patch, one) => joined(patch, one.patch), {});
      const derived: RuleSet = deriveRuleSet(base, byPatch);
      expect(byRecipe).toStrictEqual(derived);
      expect(deviations(base, byRecipe)).toEqual(deviations(base, derived));
    }),
    { numRuns: 10 },
  );
});

/** Two patches as one. */
function joined<Patch>(one: Patch, other: Patch): Patch {
  const both = { ...one } as Record<string, unknown>;
  for (const [key, part] of Object.entries(other as object)) {
    const before = both[key];
    const isPart = (of: unknown) => typeof of === 'object' && of !== null && !Array.isArray(of);
    both[key] = isPart(before) && isPart(part) ? joined(before, part) : part;
  }
  return both as Patch;
}

describe('a recipe', () => {
  test('that changes nothing gives the base', () => {
    expect(deriveRuleSet(renfa2022, () => {})).toStrictEqual(renfa2022);
    const same = deriveRuleSet(renfa2022, (draft) => {
      draft.redemption.period = { kind: 'calendar', window: 'half-year' };
    });
    expect(same).toStrictEqual(renfa2022);
  });

  test('leaves the base as it was, and nothing of its draft behind', () => {
    const before = digest(renfa2022);
    const list: string[] = ['claim'];
    const ours = deriveRuleSet(renfa2022, (draft) => {
      draft.roles.resident.limits.claims.items = list;
    });
    list.push('other');
    expect(digest(renfa2022)).toBe(before);
    expect(ours.roles.resident.limits.claims.items).toEqual(['claim']);
    expect(openParts(ours)).toEqual([]);
  });

  test('may give a value, which is not looked at', () => {
    const ours = deriveRuleSet(renfa2022, (draft) => Object.assign(draft, { version: '2' }));
    expect(ours.version).toBe('2');
  });

  test('that throws, throws', () => {
    expect(() =>
      deriveRuleSet(renfa2022, () => {
        throw new RangeError('mine');
      }),
    ).toThrow(new RangeError('mine'));
  });

  test('that makes no valid rules is refused with every problem', () => {
    expect(() =>
      deriveRuleSet(renfa2022, (draft) => {
        draft.roles.resident.opening.points = 0.5;
      }),
    ).toThrow(RuleSetError);
  });
});

describe('the answers of a reading', () => {
  const silver = { clause: 'L.1', title, points: 50, per: 'year' } as const;
  const question = {
    clause: 'L.1',
    question: title,
    chosen: 'yes',
    default: 'yes',
    answers: {
      yes: { title, patch: { recognition: { silver } } },
      no: { title, patch: { recognition: { silver: null } } },
    },
  };

  test('keep their nulls, by patch and by recipe', () => {
    const byPatch = deriveRuleSet(renfa2022, { recognition: { silver }, readings: { silver: question } });
    const byRecipe = deriveRuleSet(renfa2022, (draft) => {
      draft.recognition.silver = silver;
      draft.readings.silver = question;
    });
    expect(byPatch.readings.silver).toEqual(question);
    expect(byRecipe).toStrictEqual(byPatch);
    expect(withReading(byPatch, 'silver', 'no').recognition).not.toHaveProperty('silver');
  });

  test('are taken as they are given, and not mixed with those of the base', () => {
    const base = deriveRuleSet(renfa2022, { recognition: { silver }, readings: { silver: question } });
    const gold = { ...silver, title, points: 90 };
    const ours = deriveRuleSet(base, {
      recognition: { silver: null, gold },
      readings: {
        silver: {
          answers: {
            yes: { patch: { recognition: { gold } } },
            no: { patch: { recognition: { gold: null } } },
          },
        },
      },
    });
    expect(ours.readings.silver.answers.no?.patch).toEqual({ recognition: { gold: null } });
    expect(Object.keys(withReading(ours, 'silver', 'no').recognition)).toEqual([]);
  });

  test('that the rules do not give are refused, and not left out', () => {
    expect(() => deriveRuleSet(renfa2022, { readings: { silver: question } } as RuleSetPatch)).toThrow(
      'answer',
    );
    expect(() => deriveRuleSet(renfa2022, { readings: { 'late-entry': { chosen: 'never-back' } } })).toThrow(
      'chosen answer',
    );
  });
});
