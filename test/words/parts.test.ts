import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveRuleSet } from '../../src/define.js';
import { type Deviation, deviations, type RuleSet } from '../../src/index.js';
import * as schemes from '../../src/rule-sets.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { ruleSets } from '../../src/testing.js';
import { explain, zhCNReports } from '../../src/words.js';
import { stored } from '../support/checks.js';
import { latinWords, PACKS, reported } from '../support/words.js';

/*
 * What differs between two rule sets, and between two events, is named as an official would name it: by titles and by what fields are
 * called, and never by a path.
 */

const SCHEMES: readonly RuleSet[] = Object.values<unknown>(schemes).filter(
  (one): one is RuleSet => typeof one === 'object' && one !== null && 'readings' in one,
);

/** Titles are the author's own words; ids and members are not. */
function titlesIn(part: unknown): unknown[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const isText = typeof value === 'object' && value !== null && 'zh-CN' in value;
    return isText ? Object.values(value) : key === 'rewards' ? [value] : titlesIn(value);
  });
}

function saysNoPath(deviation: Deviation, base: RuleSet, derived: RuleSet): void {
  const words = explain(deviation, zhCNReports, derived);
  const own = [titlesIn(base), titlesIn(derived), [...deviation.clause.matchAll(/[A-Z]\w+/g)].flat()];
  expect(latinWords(words, own, derived), `${deviation.path}: ${words}`).toEqual([]);
  for (const pack of [PACKS.en, PACKS.ja]) {
    expect(explain(deviation, pack, derived)).not.toContain(
      deviation.path.includes('.') ? deviation.path : '~',
    );
  }
}

/** Every place in a rule set, with what stands there. */
function placesIn(part: unknown, way: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof part !== 'object' || part === null || Array.isArray(part) || 'zh-CN' in part) return [way];
  const inside = Object.entries(part).flatMap(([key, value]) => placesIn(value, [...way, key]));
  return way.length === 0 ? inside : [way, ...inside];
}

/** The rules without what stands at a place, and with it. */
function without(ruleSet: RuleSet, way: readonly string[]): RuleSet {
  const copy = stored(ruleSet) as unknown as Record<string, unknown>;
  const last = way.at(-1) as string;
  const above = way.slice(0, -1).reduce<Record<string, unknown>>((part, key) => part[key] as never, copy);
  delete above[last];
  return copy as unknown as RuleSet;
}

describe('a difference between two rule sets', () => {
  test.each(SCHEMES.map((scheme) => [scheme.id, scheme] as const))(
    'is said in Chinese for every part that %s has',
    (_, scheme) => {
      // Without an id, roles, clauses or a catalogue, rules are none.
      const { readings: _readings, clauses: _clauses, ...rules } = scheme;
      for (const way of placesIn(rules).filter(
        (of) => !['id', 'roles', 'catalogue'].includes(of.join('.')) && of.at(-1) !== 'bands',
      )) {
        const lacking = without(scheme, way);
        for (const one of deviations(lacking, scheme)) saysNoPath(one, lacking, scheme);
        for (const one of deviations(scheme, lacking)) saysNoPath(one, scheme, scheme);
      }
    },
  );

  test('is said in Chinese between any two schemes', () => {
    for (const base of SCHEMES) {
      for (const derived of SCHEMES) {
        for (const one of deviations(base, derived)) saysNoPath(one, base, derived);
      }
    }
  });

  test('is said in Chinese between any two rule sets that there can be', () => {
    fc.assert(
      fc.property(ruleSets(), ruleSets(), (base, derived) => {
        for (const one of deviations(base, derived)) saysNoPath(one, base, derived);
      }),
      { numRuns: 60 },
    );
  });

  test('says a condition whose id looks like a locale as a condition', () => {
    const ours = deriveRuleSet(renfa2022, (draft) => {
      draft.redemption.requires = {
        no: {
          clause: '4.2',
          title: { en: 'five entries', 'zh-CN': '服务 5 次' },
          counts: 'entries',
          per: 'year',
          minimum: 5,
        },
      };
    });
    const said = deviations(renfa2022, ours).map((one) => explain(one, PACKS.en, ours));
    expect(said).toMatchInlineSnapshot(`
      [
        "Clause 4.2, redeeming, conditions: nothing becomes 'five entries' (stricter).",
      ]
    `);
    for (const one of deviations(renfa2022, ours)) saysNoPath(one, renfa2022, ours);
  });

  test('names roles, items and limits by their titles, and values by their words', () => {
    const ours = deriveRuleSet(renfa2022, (draft) => {
      draft.roles.resident.limits.claims.maximum = 2;
      draft.authority.offices.ReportIn = [];
      draft.authority.self = 'refused';
      draft.redemption.consent.kinds = ['goods', 'service'];
      draft.redemption.period = { kind: 'calendar', window: 'year' };
    });
    const said = deviations(renfa2022, ours).map((one) => [
      explain(one, zhCNReports, ours),
      explain(one, PACKS.en, ours),
    ]);
    expect(said).toMatchInlineSnapshot(`
      [
        [
          "条款二（三），办理权限·办理机构“登记报到”：原为“社区积分管理中心”、“社区党组织”，改为无（从严）。",
          "Clause 2.3, who enters what, offices for 'a report-in': 'points centre', 'community Party organisation' becomes nothing (stricter).",
        ],
        [
          "条款二（三），办理权限·为本人经办：原为允许，改为不允许（从严）。",
          "Clause 2.3, who enters what, entries for oneself: allowed becomes refused (stricter).",
        ],
        [
          "条款二（三）3（2），类别“居民志愿者”·上限“认领岗位或项目”·最高值：原为 3，改为 2（从严）。",
          "Clause 2.3.3.2, role 'resident volunteer', limit 'claims of posts and projects', maximum: 3 becomes 2 (stricter).",
        ],
        [
          "条款四 2，积分兑换·兑换周期：原为种类：自然期间、期间：半年，改为种类：自然期间、期间：年（从严）。",
          "Clause 4.2, redeeming, period of redeeming: kind: calendar, window: half-year becomes kind: calendar, window: year (stricter).",
        ],
        [
          "条款四 2，积分兑换·同意·兑换种类：原为物品，改为物品、服务（从严）。",
          "Clause 4.2, redeeming, consent, kinds of rewards: goods becomes goods, services (stricter).",
        ],
      ]
    `);
  });

  test('without the rules at hand, parts are named by their ids', () => {
    const [only] = deviations(
      renfa2022,
      deriveRuleSet(renfa2022, { roles: { resident: { limits: { claims: { maximum: 2 } } } } }),
    );
    expect(only && reported(only)).toMatchInlineSnapshot(`
      {
        "en": "Clause 2.3.3.2, role 'resident', limit 'claims', maximum: 3 becomes 2 (stricter).",
        "zh-CN": "条款 2.3.3.2，类别“resident”·上限“claims”·最高值：原为 3，改为 2（从严）。",
      }
    `);
  });
});
