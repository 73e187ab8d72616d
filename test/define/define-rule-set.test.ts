import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { checkRuleSet, defineRuleSet, RuleSetError } from '../../src/define.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import type { DifficultyOf, ItemIdOf, RoleIdOf, RuleSet } from '../../src/rules/rule-set.js';
import { parseRuleSet, ruleSetSchema } from '../../src/schema.js';
import { ruleSets } from '../../src/testing/generators/rule-sets.js';
import type { Json } from '../../src/values/json.js';
import { replaced, waysInto } from '../schema/mutate.js';
import { accepts } from '../schema/validators.js';
import { openParts, stored } from '../support/checks.js';
import { patched, SETTLED, shown } from './rules.js';

const TITLE = { 'zh-CN': '题', en: 'title' };

function resident(patch: Json): Json {
  return { roles: { resident: patch } };
}

function item(id: string, patch: Json): Json {
  return resident({ items: { [id]: patch } });
}

/** A fault: a patch that plants it, and every problem that comes of it. */
type Fault = readonly [what: string, patch: Json, ...problems: (readonly [path: string, code: string])[]];

const R = 'roles.resident';

function bars(of: readonly string[]): Json {
  const title = { 'zh-CN': '弄虚作假', en: 'dishonesty' };
  return { ineligibility: { dishonesty: { clause: '3', title, bars: of } } };
}

/** Faults of form: one part is not what it has to be. */
const FORM: readonly Fault[] = [
  ['another format', { format: 2 }, ['format', 'not-one-of']],
  [
    'a command that nobody knows, given to no list of offices',
    { authority: { offices: { Audit: 'subdistrict' } } },
    ['authority.offices.Audit', 'unknown-field'],
  ],
  [
    'a field that nobody knows, of no number',
    item('other', { extra: Number.NaN }),
    [`${R}.items.other.extra`, 'unknown-field'],
  ],
  ['no id', { id: null }, ['id', 'missing']],
  ['a field that nobody knows', { extra: 1 }, ['extra', 'unknown-field']],
  [
    'a field that nobody knows, deep down',
    item('other', { point: 1 }),
    [`${R}.items.other.point`, 'unknown-field'],
  ],
  ['an empty title', { title: { 'zh-CN': ' ' } }, ['title.zh-CN', 'not-a-text']],
  ['a day that does not exist', { source: { issuedOn: '2022-02-29' } }, ['source.issuedOn', 'not-a-date']],
  ['29 February as the day due', { feedback: { due: '02-29' } }, ['feedback.due', 'not-a-day-of-year']],
  [
    'a year that starts in July',
    { feedback: { yearStarts: '07-01' } },
    ['feedback.yearStarts', 'not-one-of'],
  ],
  [
    'half a point',
    item('activity', { scoring: { points: { hard: 1.5 } } }),
    [`${R}.items.activity.scoring.points.hard`, 'not-points'],
  ],
  [
    'points beyond measure',
    item('activity', { scoring: { points: { hard: 1_000_001 } } }),
    [`${R}.items.activity.scoring.points.hard`, 'not-points'],
  ],
  [
    'an opening that costs points',
    resident({ opening: { points: -1 } }),
    [`${R}.opening.points`, 'not-points'],
  ],
  [
    'a scoring of its own',
    item('other', { scoring: { by: 'mood' } }),
    [`${R}.items.other.scoring.by`, 'not-one-of'],
  ],
  ['no scoring', item('other', { scoring: null }), [`${R}.items.other.scoring`, 'missing']],
  [
    'a part of an hour too fine',
    item('hours', { scoring: { each: 0.001 } }),
    [`${R}.items.hours.scoring.each`, 'not-a-quantity'],
  ],
  [
    'nothing to each point',
    item('hours', { scoring: { each: 0 } }),
    [`${R}.items.hours.scoring.each`, 'not-a-quantity'],
  ],
  ['a role whose name is inherited', { roles: { constructor: {} } }, ['roles.constructor', 'not-a-slug']],
  ['an item with a capital', item('Tidying', {}), [`${R}.items.Tidying`, 'not-a-slug']],
  ['an item with a space', item('tidying up', {}), [`${R}.items["tidying up"]`, 'not-a-slug']],
  ['an item that is nothing', resident({ items: { tidying: 7 } }), [`${R}.items.tidying`, 'not-an-object']],
  [
    'a limit on nothing',
    resident({ limits: { claims: { items: [] } } }),
    [`${R}.limits.claims.items`, 'empty'],
  ],
  [
    'a limit below 0',
    resident({ limits: { claims: { maximum: -1 } } }),
    [`${R}.limits.claims.maximum`, 'not-an-amount'],
  ],
  [
    'a limit over a fortnight',
    resident({ limits: { claims: { per: 'fortnight' } } }),
    [`${R}.limits.claims.per`, 'not-a-span'],
  ],
  [
    'an office for a command that nobody knows',
    { authority: { offices: { MergeAccounts: ['community'] } } },
    ['authority.offices.MergeAccounts', 'unknown-field'],
  ],
  [
    'a redemption covered by something else',
    { redemption: { covered: 'on-credit' } },
    ['redemption.covered', 'not-one-of'],
  ],
  ['a ground that bars from nothing', bars([]), ['ineligibility.dishonesty.bars', 'empty']],
  [
    'a ground that bars from volunteering',
    bars(['recognition', 'volunteering']),
    ['ineligibility.dishonesty.bars[1]', 'not-one-of'],
  ],
  [
    'reversals until a day that is none',
    { reversal: { untilFeedback: '2023-02-30' } },
    ['reversal.untilFeedback', 'not-a-list'],
  ],
  [
    'a transfer without a clause',
    { transfer: { title: { 'zh-CN': '转赠', en: 'transfer' } } },
    ['transfer.clause', 'missing'],
  ],
  [
    'closing without a reason',
    {
      closing: {
        reasons: Object.fromEntries(Object.keys(renfa2022.closing.reasons).map((id) => [id, null])),
      },
    },
    ['closing.reasons', 'empty'],
  ],
  [
    'a reason that halves what is held',
    { closing: { reasons: { left: { holdings: 'halved' } } } },
    ['closing.reasons.left.holdings', 'not-one-of'],
  ],
  [
    'an office of no name',
    { authority: { offices: { ReportIn: ['The Mayor'] } } },
    ['authority.offices.ReportIn[0]', 'not-a-slug'],
  ],
  [
    'redemption once in a life',
    { redemption: { period: { window: 'life' } } },
    ['redemption.period.window', 'not-one-of'],
  ],
  [
    'no visits',
    { redemption: { limits: { visits: { maximum: 0 } } } },
    ['redemption.limits.visits.maximum', 'not-a-whole-number'],
  ],
  [
    'months that never pass',
    { redemption: { period: { kind: 'rolling', months: 0, window: null } } },
    ['redemption.period.months', 'not-a-whole-number'],
  ],
  [
    'no openings',
    { redemption: { period: { kind: 'openings', openings: [], window: null } } },
    ['redemption.period.openings', 'empty'],
  ],
  [
    'a window beside openings',
    { redemption: { period: { kind: 'openings', openings: [{ from: '06-01', to: '06-30' }] } } },
    ['redemption.period.window', 'unknown-field'],
  ],
  [
    'a lapse in half a window',
    { redemption: { carryOver: { lapse: { window: 'year', periods: 0.5 } } } },
    ['redemption.carryOver.lapse.periods', 'not-a-whole-number'],
  ],
  [
    'a mark out of nothing',
    { assessment: { mark: { outOf: 0 } } },
    ['assessment.mark.outOf', 'not-a-whole-number'],
  ],
  ['a filing due yesterday', { filing: { withinDays: -1 } }, ['filing.withinDays', 'not-a-whole-number']],
  [
    'recognition for nothing',
    { recognition: { star: { clause: '1', title: TITLE, points: 0, per: 'year' } } },
    ['recognition.star.points', 'not-a-whole-number'],
  ],
  [
    'publication once in a life',
    { publication: { clause: '1', title: TITLE, every: 'life' } },
    ['publication.every', 'not-one-of'],
  ],
  [
    'a bound of no kind',
    { bounds: { held: { claims: { kind: 'mood' } } } },
    ['bounds.held.claims.kind', 'not-one-of'],
  ],
];

/** Faults between parts, each well formed. */
const FIT: readonly Fault[] = [
  [
    'a ground that bars twice',
    bars(['earning', 'earning']),
    ['ineligibility.dishonesty.bars[1]', 'duplicate'],
  ],
  [
    'an office that verifies where nothing waits',
    { authority: { offices: { VerifyEntry: ['community'] } } },
    ['authority.offices.VerifyEntry', 'without-rule'],
  ],
  [
    'entries that wait for nobody',
    { verification: { clause: '2.3', title: { 'zh-CN': '核定', en: 'verification' } } },
    ['verification', 'without-office'],
  ],
  [
    'an office that closes for no reason',
    { closing: null },
    ['authority.offices.CloseAccount', 'without-rule'],
  ],
  [
    'points that are sent to nobody',
    { authority: { offices: { TransferPoints: ['community'], ReceivePoints: [] } } },
    ['authority.offices.TransferPoints', 'without-office'],
  ],
  ['a title in one language', { title: { en: null } }, ['title', 'missing-locale']],
  [
    'no role',
    { roles: Object.fromEntries(Object.keys(renfa2022.roles).map((role) => [role, null])) },
    ['roles', 'empty'],
  ],
  [
    'an office that is not there',
    { authority: { offices: { ReportIn: ['community', 'mayor'] } } },
    ['authority.offices.ReportIn[1]', 'unknown-office'],
  ],
  [
    'an office that is not there, for an item',
    { roles: { resident: { items: { activity: { offices: ['mayor'] } } } } },
    ['roles.resident.items.activity.offices[0]', 'unknown-office'],
  ],
  [
    'an office that credits no activities, for an item',
    { roles: { resident: { items: { activity: { offices: ['subdistrict'] } } } } },
    ['roles.resident.items.activity.offices[0]', 'without-office'],
  ],
  [
    'an office twice, for an item',
    { roles: { resident: { items: { activity: { offices: ['community', 'community'] } } } } },
    ['roles.resident.items.activity.offices[1]', 'duplicate'],
  ],
  [
    'offices of an item that is no activity',
    { roles: { resident: { items: { claim: { offices: ['community'] } } } } },
    ['roles.resident.items.claim.offices', 'misplaced'],
  ],
  [
    'an office that is not there, until the feedback',
    { reversal: { untilFeedback: ['mayor'] } },
    ['reversal.untilFeedback[0]', 'unknown-office'],
  ],
  [
    'an office twice that corrects matters alone',
    { correction: { mattersOnly: ['community', 'community'] } },
    ['correction.mattersOnly[1]', 'duplicate'],
  ],
  [
    'a use of a role that is not there',
    { uses: { awards: { roles: ['resident', 'visitor'] } } },
    ['uses.awards.roles[1]', 'unknown-role'],
  ],
  [
    'an entry of the catalogue for one role twice',
    { catalogue: { post: { entries: { safety: { roles: ['resident', 'resident'] } } } } },
    ['catalogue.post.entries.safety.roles[1]', 'duplicate'],
  ],
  [
    'an opening under an item that is not there',
    resident({ opening: { item: 'opening' } }),
    [`${R}.opening.item`, 'unknown-item'],
  ],
  [
    'an opening under an activity',
    resident({ opening: { item: 'other' } }),
    [`${R}.opening.item`, 'wrong-entry'],
  ],
  [
    'two items for report-ins',
    item('other', { entry: 'registration', scoring: { by: 'fixed', points: 1 } }),
    [`${R}.items.other.entry`, 'entry-taken'],
  ],
  ['two items for claims', item('affairs', { entry: 'claim' }), [`${R}.items.affairs.entry`, 'entry-taken']],
  [
    'a limit on an item that is not there',
    resident({ limits: { claims: { items: ['claim', 'posts'] } } }),
    [`${R}.limits.claims.items[1]`, 'unknown-item'],
  ],
  [
    'a limit on an item twice',
    resident({ limits: { claims: { items: ['claim', 'other', 'claim'] } } }),
    [`${R}.limits.claims.items[2]`, 'duplicate'],
  ],
  [
    'a difficulty without a name',
    item('other', { scoring: { points: { 'very-hard': 2 } } }),
    [`${R}.items.other.scoring.points.very-hard`, 'unknown-difficulty'],
  ],
  [
    'no difficulty',
    item('other', { scoring: { points: { base: null, hard: null } } }),
    [`${R}.items.other.scoring.points`, 'empty'],
  ],
  [
    'an activity once a year',
    item('other', { once: { per: 'year' } }),
    [`${R}.items.other.once`, 'misplaced'],
  ],
  ['a claim once a year', item('claim', { once: { per: 'year' } }), [`${R}.items.claim.once`, 'misplaced']],
  ['an activity claimed again', item('other', { again: 'scores' }), [`${R}.items.other.again`, 'misplaced']],
  [
    'a claim that is served in',
    item('claim', { serviceAndAttendance: 'one-matter' }),
    [`${R}.items.claim.serviceAndAttendance`, 'misplaced'],
  ],
  [
    'a report-in that is hard',
    item('registration', { scoring: { by: 'difficulty', points: null } }),
    [`${R}.items.registration.scoring.points`, 'missing'],
  ],
  [
    'a claim by the hour',
    item('claim', {
      scoring: { by: 'quantity', unit: 'hour', unitTitle: TITLE, points: 1, each: 1, rounding: 'up' },
    }),
    [`${R}.items.claim.scoring.by`, 'wrong-scoring'],
  ],
  [
    'a report-in that costs points',
    item('registration', { scoring: { points: -1 } }),
    [`${R}.items.registration.scoring.points`, 'not-points'],
  ],
  [
    'too few hours for a point',
    item('hours', { scoring: { maximum: 1.5 } }),
    [`${R}.items.hours.scoring.maximum`, 'never-scores'],
  ],
  [
    'an entry in two kinds of the catalogue',
    { catalogue: { affairs: { entries: { safety: { clause: 'A.4.5', title: TITLE } } } } },
    ['catalogue.affairs.entries.safety', 'duplicate'],
  ],
  [
    'an opening that ends before it begins',
    {
      redemption: { period: { kind: 'openings', window: null, openings: [{ from: '12-01', to: '01-31' }] } },
    },
    ['redemption.period.openings[0].to', 'over-year-end'],
  ],
  [
    'openings that meet',
    {
      redemption: {
        period: {
          kind: 'openings',
          window: null,
          openings: [
            { from: '06-01', to: '06-30' },
            { from: '12-01', to: '12-31' },
            { from: '06-30', to: '07-02' },
          ],
        },
      },
    },
    ['redemption.period.openings[2]', 'overlap'],
  ],
  [
    'consent for goods twice',
    { redemption: { consent: { kinds: ['goods', 'service', 'goods'] } } },
    ['redemption.consent.kinds[2]', 'duplicate'],
  ],
  [
    'an office twice',
    { authority: { offices: { CorrectScore: ['subdistrict', 'subdistrict'] } } },
    ['authority.offices.CorrectScore[1]', 'duplicate'],
  ],
  [
    'rules that end before they begin',
    { inForce: { from: '2023-01-01', until: '2022-12-31' } },
    ['inForce.until', 'backwards'],
  ],
  [
    'a bound on a limit of no role',
    { bounds: { held: { claims: { limit: 'posts' } } } },
    ['bounds.held.claims.limit', 'unknown-limit'],
  ],
  [
    'a bound on a limit that a role with claims lacks',
    resident({ limits: { claims: null } }),
    ['bounds.held.claims.limit', 'unknown-limit'],
  ],
  [
    'a recipient twice',
    resident({
      feedback: {
        recipients: [
          { id: 'a', title: TITLE },
          { id: 'a', title: TITLE },
        ],
      },
    }),
    [`${R}.feedback.recipients[1].id`, 'duplicate'],
  ],
  [
    'a use twice',
    resident({
      feedback: {
        uses: [
          { id: 'a', title: TITLE },
          { id: 'a', title: TITLE },
        ],
      },
    }),
    [`${R}.feedback.uses[1].id`, 'duplicate'],
  ],
];

describe('a rule set that is valid', () => {
  test('the first scheme is, and comes out as it went in, frozen', () => {
    const plain = stored(renfa2022) as typeof renfa2022;
    const defined = defineRuleSet(plain);
    expect(checkRuleSet(renfa2022)).toEqual([]);
    expect(JSON.stringify(defined)).toBe(JSON.stringify(renfa2022));
    expect(openParts(defined)).toEqual([]);
    expect(Object.isFrozen(plain)).toBe(false);
    expect(accepts('rule-set', renfa2022)).toBe(true);
    expect(ruleSetSchema['~standard'].validate(renfa2022)).toEqual({ value: renfa2022 });
  });

  test('so is it under every answer to every reading, and under two at once', () => {
    const ruleSet: RuleSet = renfa2022;
    const answers = Object.entries(renfa2022.readings).flatMap(([id, { answers: of }]) =>
      Object.keys(of).map((answer) => [id, answer] as const),
    );
    for (const [id, answer] of answers) expect(checkRuleSet(withReading(ruleSet, id, answer))).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...answers), fc.constantFrom(...answers), ([a, b], [c, d]) => {
        expect(checkRuleSet(withReading(withReading(ruleSet, a, b), c, d))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('so are those that the library generates', () => {
    fc.assert(
      fc.property(ruleSets(), (ruleSet) => {
        // Now and then it makes an item whose maximum is less than what a point is given for.
        fc.pre(!checkRuleSet(ruleSet).some(({ code }) => code === 'never-scores'));
        expect(defineRuleSet(ruleSet)).toEqual(ruleSet);
        expect(accepts('rule-set', ruleSet)).toBe(true);
      }),
    );
  });

  test('ids stay literal types', () => {
    const defined = defineRuleSet({
      ...renfa2022,
      difficulties: { base: TITLE, hard: TITLE },
      roles: { neighbour: renfa2022.roles.resident },
      uses: {},
      readings: {},
    });
    expectTypeOf<RoleIdOf<typeof defined>>().toEqualTypeOf<'neighbour'>();
    expectTypeOf<ItemIdOf<typeof defined>>().toEqualTypeOf<
      'registration' | 'claim' | 'activity' | 'affairs' | 'other'
    >();
    expectTypeOf<DifficultyOf<typeof defined>>().toEqualTypeOf<'base' | 'hard'>();
    // @ts-expect-error there is no such role
    expect(defined.roles.resident).toBe(undefined);
  });
});

describe('a fault', () => {
  test('there is none before one is planted', () => {
    expect(checkRuleSet(SETTLED)).toEqual([]);
  });

  test.each([...FORM, ...FIT])('%s', (_, patch, ...expected) => {
    const bad = patched(SETTLED, patch);
    expect(shown(checkRuleSet(bad))).toEqual(expected);
    expect(ruleSetSchema.safeParse(bad).success).toBe(false);
  });

  // How many decimals a number has, JSON Schema cannot say: 0.07 is no multiple of 0.01 in floating point.
  test.each(FORM.filter(([what]) => what !== 'a part of an hour too fine'))(
    'the JSON Schema refuses too: %s',
    (_, patch) => {
      expect(accepts('rule-set', patched(SETTLED, patch))).toBe(false);
    },
  );

  test('many at once are all told, each at its place', () => {
    const roles = ['community-party-member', 'in-service-party-member', 'resident'];
    const faults: Fault[] = [
      FORM.find(([what]) => what === 'a field that nobody knows') as Fault,
      FIT.find(([what]) => what === 'a title in one language') as Fault,
      FORM.find(([what]) => what === 'half a point') as Fault,
      FORM.find(([what]) => what === 'no visits') as Fault,
      FORM.find(([what]) => what === 'a role whose name is inherited') as Fault,
      ...FIT.filter(([what]) =>
        [
          'an opening under an item that is not there',
          'two items for claims',
          'a limit on an item that is not there',
          'a difficulty without a name',
          'too few hours for a point',
          'an entry in two kinds of the catalogue',
          'consent for goods twice',
          'rules that end before they begin',
          'a recipient twice',
        ].includes(what),
      ),
      ...roles.map(
        (role): Fault => [role, { roles: { [role]: { clause: '' } } }, [`roles.${role}.clause`, 'not-an-id']],
      ),
    ];
    const bad = faults.reduce<unknown>((rules, [, patch]) => patched(rules, patch), SETTLED);
    const expected = faults.flatMap(([, , ...problems]) => problems);
    expect(shown(checkRuleSet(bad)).sort()).toEqual([...expected].sort());
    expect(expected).toHaveLength(17);
  });

  test('any few of them are all told, whatever else is wrong', () => {
    // Those that touch parts of their own, so that none undoes another.
    const apart = [...FORM, ...FIT].filter(
      ([, patch]) =>
        Object.keys(patch as object).join() !== 'roles' && !/period|VerifyEntry/.test(JSON.stringify(patch)),
    );
    fc.assert(
      fc.property(fc.subarray(apart, { minLength: 2, maxLength: 6 }), (faults) => {
        const parts = faults.map(([, patch]) => Object.keys(patch as object).join());
        fc.pre(new Set(parts).size === parts.length);
        const bad = faults.reduce<unknown>((rules, [, patch]) => patched(rules, patch), SETTLED);
        const expected = faults.flatMap(([, , ...problems]) => problems);
        expect(shown(checkRuleSet(bad)).sort()).toEqual([...expected].sort());
      }),
    );
  });

  test('is thrown with every problem, the first of them in the message', () => {
    const bad = patched(patched(SETTLED, { format: 2 }), {
      redemption: { limits: { visits: { maximum: 0 } } },
    });
    let thrown: unknown;
    try {
      defineRuleSet(bad as typeof renfa2022);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(RuleSetError);
    const { name, message, problems } = thrown as RuleSetError;
    expect(name).toBe('RuleSetError');
    expect(message).toBe(
      'not a valid rule set\n  format: has to be one of: 1\n  redemption.limits.visits.maximum: has to be a whole number ≥ 1',
    );
    expect(problems).toEqual(checkRuleSet(bad));
  });

  test('of very many, the first are listed, and that there are more', () => {
    const items = Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`Item${i}`, {}]));
    const problems = checkRuleSet(patched(SETTLED, resident({ items })));
    expect(problems).toHaveLength(1001);
    expect(problems.at(-1)).toEqual({
      path: '',
      code: 'more-problems',
      detail: '1000',
      message: 'has more problems than the 1000 listed',
    });
  });
});

test('whatever is put into whatever part, nothing throws, and parsing and the bare schema agree', () => {
  const ways = waysInto(SETTLED);
  const value = fc.oneof(
    fc.anything(),
    fc.constantFrom<unknown>(undefined, null, 0, '', 'registration', 'claim', [], {}, [[]], [{}], ['claim']),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...ways), value), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const bad = changes.reduce<unknown>((rules, [way, by]) => {
          try {
            return replaced(rules, way, by);
          } catch {
            return rules; // an earlier change took the part away, or cannot be copied
          }
        }, SETTLED);
        const problems = checkRuleSet(bad);
        expect(ruleSetSchema.safeParse(bad).success).toBe(problems.length === 0);
      },
    ),
    { numRuns: 500 },
  );
});

describe('null', () => {
  test('stands nowhere but in the patches of readings', () => {
    for (const part of Object.keys(renfa2022)) {
      const bad = { ...stored(renfa2022), [part]: null };
      expect(shown(checkRuleSet(bad)).map(([path]) => path)).toEqual([part]);
    }
    for (const part of Object.keys(renfa2022.roles.resident)) {
      const bad = replaced(SETTLED, ['roles', 'resident', part], null);
      expect(shown(checkRuleSet(bad)).map(([path]) => path)).toEqual([`roles.resident.${part}`]);
    }
    expect(parseRuleSet(null).ok).toBe(false);
  });
});
