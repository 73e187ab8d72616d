/*
 * The least that makes a rule set: one role, two items, one limit. Everything else is left out and means nothing.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { checkRuleSet, defineRuleSet, deriveRuleSet } from '../../src/define.js';
import {
  type BankEvent,
  type Command,
  createBank,
  fold,
  type ItemIdOf,
  type RoleIdOf,
} from '../../src/index.js';
import { statement } from '../../src/reports.js';
import { checkLaws } from '../../src/testing.js';
import { removed, replaced, waysInto } from '../schema/mutate.js';
import { accepts } from '../schema/validators.js';
import { stored } from '../support/checks.js';

// #region garden-club
const gardenClub = defineRuleSet({
  id: 'garden-club',
  version: '1',
  title: { en: 'Points of the garden club' },
  roles: {
    gardener: {
      title: { en: 'gardener' },
      items: {
        weeding: {
          title: { en: 'Weeding' },
          scoring: { by: 'quantity', unit: 'hour', unitTitle: { en: 'hours' }, points: 1 },
        },
        seeds: { title: { en: 'Seeds for the club' }, scoring: { by: 'fixed', points: 2 } },
      },
      limits: { month: { title: { en: 'points a month' }, items: ['weeding'], maximum: 8, per: 'month' } },
    },
  },
  redemption: {},
});
// #endregion

const by = { office: 'community', communityId: 'club' } as const;
const opening = {
  type: 'OpenAccount',
  data: { accountId: 'ann', role: 'gardener', communityId: 'club', on: '2024-03-01', by },
} as const;

function weeding(hours: number, on: string) {
  const data = {
    accountId: 'ann',
    item: 'weeding',
    matterId: `beds, ${on}`,
    quantity: hours,
    on,
    by,
  } as const;
  return { type: 'CreditActivity', data } as const;
}

const visit = {
  type: 'RedeemPoints',
  data: {
    accountId: 'ann',
    redemptionId: 'r1',
    communityId: 'club',
    lines: [{ rewardId: 'rake', quantity: 1 }],
    on: '2024-05-01',
    by,
  },
} as const;

const handbook = {
  communityId: 'club',
  version: '1',
  published: '2024-01-01',
  rewards: [{ rewardId: 'rake', kind: 'goods', title: { en: 'A rake' }, price: 5 }],
} as const;

/** Enters commands one after another, and shows what each scored or why it was refused. */
function entered(ruleSet: typeof gardenClub, ...commands: readonly Command[]) {
  const bank = createBank(ruleSet, { handbook });
  const events: BankEvent[] = [];
  const said = commands.map((command) => {
    const decision = bank.decideUnknown(command, fold(events));
    if (!decision.accepted) return decision.refusal.code;
    events.push(...decision.events);
    const [event] = decision.events;
    return event !== undefined && 'points' in event.data ? event.data.points : undefined;
  });
  return { said, events };
}

describe('a garden club', () => {
  test('is written in under 25 lines', () => {
    const [, code = ''] = readFileSync(new URL(import.meta.url), 'utf8').split(/\/\/ #(?:end)?region.*\n/);
    expect(code).toMatch(/^const gardenClub/);
    expect(code.trim().split('\n').length).toBeLessThan(25);
    expect(readFileSync('docs/guides/write-a-rule-set.md', 'utf8')).toContain(code);
  });

  test('counts hours up to the limit of a month, and nothing else limits it', () => {
    const { said, events } = entered(
      gardenClub,
      opening,
      weeding(3.5, '2024-03-02'),
      weeding(6, '2024-03-09'),
      weeding(6, '2024-04-06'),
      visit,
      { ...visit, data: { ...visit.data, redemptionId: 'r2' } },
      opening,
    );
    expect(said).toEqual([0, 3, 5, 6, 5, 5, undefined]);
    expect(statement(events, { from: '2024-01-01', to: '2024-12-31' })?.closing.redeemable).toBe(4);
  });

  test('has no supervisor, no corrections and no report-ins', () => {
    const correction = {
      accountId: 'ann',
      correctionId: 'c',
      points: 1,
      reason: 'r',
      on: '2024-05-01',
      by,
    } as const;
    const said = entered(
      gardenClub,
      opening,
      { type: 'CorrectScore', data: correction },
      { type: 'ReportIn', data: { accountId: 'ann', on: '2025-01-01', by } },
    );
    expect(said.said).toEqual([0, 'office-not-entitled', 'already-reported-in']);
    expect(gardenClub.authority.offices.RedeemPoints).toEqual(['community']);
    expect(gardenClub.authority.offices.CorrectScore).toBe(undefined);
  });

  test('keeps its ids as literal types', () => {
    expectTypeOf<RoleIdOf<typeof gardenClub>>().toEqualTypeOf<'gardener'>();
    expectTypeOf<ItemIdOf<typeof gardenClub>>().toEqualTypeOf<'weeding' | 'seeds' | 'opening'>();
    expectTypeOf<keyof typeof gardenClub.roles.gardener.limits>().toEqualTypeOf<'month'>();
    const { decide } = createBank(gardenClub);
    const data = { ...weeding(1, '2024-03-02').data, item: 'weding' } as const;
    // @ts-expect-error a misspelt item
    expect(decide({ type: 'CreditActivity', data }, fold([])).accepted).toBe(false);
    const stricter = deriveRuleSet(gardenClub, (draft) => {
      draft.roles.gardener.limits.month.maximum = 4;
    });
    expect(stricter.roles.gardener.limits.month.maximum).toBe(4);
  });

  test('cites the clause and the title of the part that a part stands in', () => {
    const { clauses, roles, redemption } = gardenClub;
    expect(clauses).toEqual({ roles: '1', accounts: '1', entries: '1', catalogue: '1' });
    expect(roles.gardener.items.weeding.clause).toBe('1');
    expect(roles.gardener.account).toEqual({
      clause: '1',
      colour: 'plain',
      title: { en: 'gardener' },
      deducts: true,
    });
    expect(redemption.title).toEqual({ en: 'Points of the garden club' });
    const cited = defineRuleSet({
      ...gardenClub,
      clauses: { entries: '7', roles: '2' },
      correction: {},
      roles: {
        gardener: {
          title: { en: 'gardener' },
          clause: '3',
          items: { seeds: gardenClub.roles.gardener.items.seeds },
        },
      },
    });
    expect(cited.roles.gardener.account.clause).toBe('3');
    expect(cited.correction.clause).toBe('7');
    expect(cited.clauses).toEqual({ roles: '2', accounts: '7', entries: '7', catalogue: '7' });
  });

  test('conditions, factors and limits on redeeming cite the part that they stand in', () => {
    const title = { en: 'T' };
    const need = { title, counts: 'entries', minimum: 1, per: 'life' } as const;
    const month = { title, times: 2, from: '2024-05-01', until: '2024-05-31' } as const;
    const { roles, redemption } = defineRuleSet({
      id: 'club',
      version: '1',
      title,
      roles: {
        gardener: {
          title,
          items: {
            seeds: { title, scoring: { by: 'fixed', points: 1 } },
            weeding: {
              title,
              clause: '4',
              scoring: { by: 'fixed', points: 1 },
              requires: { need },
              factors: { month },
            },
          },
        },
      },
      redemption: {
        clause: '5',
        requires: { need },
        limits: { year: { title, counts: 'visits', per: 'year', maximum: 2 } },
        overdraft: { points: 3 },
      },
    });
    const { requires, factors } = roles.gardener.items.weeding;
    expect([requires?.need?.clause, factors?.month?.clause]).toEqual(['4', '4']);
    const { limits, overdraft } = redemption;
    expect([redemption.requires?.need?.clause, limits?.year?.clause, overdraft?.clause]).toEqual([
      '5',
      '5',
      '5',
    ]);
  });

  test('written out in full is the same rule set, and its laws hold', () => {
    expect(defineRuleSet(gardenClub)).toEqual(gardenClub);
    expect(checkLaws(gardenClub, { numRuns: 20, seed: 7 }).broken).toEqual([]);
  });
});

describe('what is left out', () => {
  const least = {
    id: 'x',
    version: '1',
    title: { en: 'X' },
    roles: { r: { title: { en: 'R' }, items: {} } },
  };

  test('is not what has to be said', () => {
    const paths = (input: unknown) => checkRuleSet(input).map(({ path, code }) => `${path} ${code}`);
    expect(paths(least)).toEqual([]);
    expect(paths({})).toEqual(['id missing', 'version missing', 'title missing', 'roles missing']);
    expect(paths({ ...least, title: 7 })).toEqual(['title not-an-object']);
    expect(paths({ ...least, roles: { r: {} } })).toEqual(['roles.r.title missing', 'roles.r.items missing']);
    expect(paths({ ...least, roles: { r: 1, s: { title: 1, items: { t: 1 } } } })).toEqual([
      'roles.r not-an-object',
      'roles.s.title not-an-object',
      'roles.s.items.t not-an-object',
    ]);
    const opening = { title: { en: 'R' }, items: {}, opening: 1 };
    expect(paths({ ...least, roles: { r: opening } })).toEqual(['roles.r.opening not-an-object']);
    expect(paths({ ...least, clauses: { entries: 7 }, redemption: 1 })).toEqual([
      'clauses.entries not-an-id',
      'redemption not-an-object',
    ]);
  });

  test('is given to the keeper of the accounts where the rules have a part for it', () => {
    const title = { en: 'T' };
    const offices = (more: object) =>
      Object.keys(defineRuleSet({ ...least, ...more } as typeof least).authority.offices);
    const always = ['OpenAccount', 'ReportIn', 'ClaimPost', 'ReleasePost', 'CreditActivity', 'ReverseEntry'];
    expect(offices({})).toEqual(always);
    const parts = {
      verification: { clause: '1', title },
      closing: { clause: '1', title, reasons: { left: { title, holdings: 'forfeited' } } },
      transfer: { clause: '1', title },
      ineligibility: { late: { title } },
      correction: {},
      redemption: {},
    };
    expect(offices(parts)).toHaveLength(13);
  });

  test('is booked under the report-in item of the role, if it has one', () => {
    const yearly = {
      title: { en: 'Y' },
      entry: 'registration',
      scoring: { by: 'fixed', points: 1 },
    } as const;
    const joined = defineRuleSet({ ...least, roles: { r: { title: { en: 'R' }, items: { yearly } } } });
    expect(joined.roles.r.opening).toEqual({ clause: '1', item: 'yearly', points: 0 });
    expectTypeOf<ItemIdOf<typeof joined>>().toEqualTypeOf<'yearly'>();
    const paid = defineRuleSet({
      ...least,
      roles: { r: { title: { en: 'R' }, opening: { points: 5 }, items: {} } },
    });
    expect(paid.roles.r.items.opening.scoring).toEqual({ by: 'fixed', points: 5 });
    const missing = { title: { en: 'R' }, opening: { item: 'joining' }, items: {} };
    expect(checkRuleSet({ ...least, roles: { r: missing } }).map(({ path }) => path)).toEqual([
      'roles.r.opening.item',
    ]);
    const asked = { title: { en: 'R' }, items: { yearly: { ...yearly, form: 'each-time' } } };
    expect(checkRuleSet({ ...least, roles: { r: asked } }).map(({ path }) => path)).toEqual([
      'roles.r.opening.form',
    ]);
  });

  test('is what the JSON Schema does not ask for either', () => {
    const full = stored(gardenClub) as unknown;
    expect(accepts('rule-set', full)).toBe(true);
    for (const way of waysInto(full)) {
      // That there is a role at all, and that one without items of its own shares some, JSON Schema does not say.
      if (['roles.gardener', 'roles.gardener.items'].includes(way.join('.'))) continue;
      const without = removed(full, way);
      const missing = checkRuleSet(without).some(({ code }) => code === 'missing' || code === 'empty');
      expect([way, accepts('rule-set', without)]).toEqual([way, !missing]);
    }
    expect(accepts('rule-set', least)).toBe(true);
    expect(accepts('rule-set', replaced(least, ['id'], undefined))).toBe(false);
  });
});
