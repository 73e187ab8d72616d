/*
 * Worlds of commands for laws: three volunteers, one of each role, and what a points centre enters for them: most of it right, some
 * of it wrong, some of it twice. Days crowd where windows meet, and ids repeat, so that caps fill up, halves change and retries
 * come.
 */
import fc from 'fast-check';
import { type Handbook, type RuleSet, readings, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from './handbook.js';
import { CENTRE, COMMUNITY, claim, correct, credit, open, redeem, reportIn, SUBDISTRICT } from './history.js';

const VOLUNTEERS = [
  { accountId: 'member', role: 'community-party-member' },
  { accountId: 'employee', role: 'in-service-party-member' },
  { accountId: 'neighbour', role: 'resident' },
] as const;

/** Days on both sides of the edges of years, halves, quarters and February, and some in between. */
const EDGES = [
  '01-01',
  '02-28',
  '03-01',
  '03-31',
  '04-01',
  '05-15',
  '06-30',
  '07-01',
  '09-30',
  '11-30',
  '12-31',
];
const CROWDED = [2022, 2023, 2024]
  .flatMap((year) => EDGES.map((day) => `${year}-${day}`))
  .concat('2024-02-29');

/** Any day that exists between two years. */
export function anyDay(from = 1900, to = 9999): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(Date.UTC(from, 0, 1)), max: new Date(Date.UTC(to, 11, 31)), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

/** A day of 2022 to 2024, most often one at the edge of a window. */
export function day(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...CROWDED) },
    { weight: 1, arbitrary: anyDay(2022, 2024) },
  );
}

/** One of a few names, so that the same comes again. */
function name(prefix: string, count: number): fc.Arbitrary<string> {
  return fc.nat(count - 1).map((n) => `${prefix}${n}`);
}

/** `usual` in fourteen cases of fifteen. */
const seldom = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 14, arbitrary: usual }, { weight: 1, arbitrary: other });

/** Left out in four cases of five. */
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: of });

const PERSONS = ['clerk', 'head', 'mother', ...VOLUNTEERS.map(({ accountId }) => accountId)];
const person = (): fc.Arbitrary<string> => fc.constantFrom(...PERSONS);

/** The persons at an office: nobody, two as they should be, or any, who may be the same, or the volunteer. */
const persons = (): fc.Arbitrary<object> =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: fc.constant({ recorder: 'clerk', approvedBy: 'head' }) },
    { weight: 2, arbitrary: fc.record({ recorder: person(), approvedBy: person() }, { requiredKeys: [] }) },
  );
const at = (offices: fc.Arbitrary<object>): fc.Arbitrary<unknown> =>
  fc.tuple(offices, persons()).map(([office, named]) => ({ ...office, ...named }));

const by = (): fc.Arbitrary<unknown> =>
  at(
    seldom<object>(
      fc.constant(CENTRE),
      fc.constantFrom(SUBDISTRICT, { office: 'community', communityId: 'beishan' }),
    ),
  );
const member = (): fc.Arbitrary<object> => fc.constantFrom<object>({}, {}, {}, { memberId: 'mother' });
const difficulty = (): fc.Arbitrary<unknown> =>
  seldom<unknown>(fc.constantFrom('base', 'hard'), fc.constantFrom(undefined, 'impossible'));
const catalogue = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('safety', 'lectures', 'no-such').map((id) => ({ catalogue: id })),
    },
  );

type Of = fc.Arbitrary<string>;

const openings = (of: Of): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      of,
      seldom<string>(fc.constantFrom(...VOLUNTEERS.map(({ role }) => role)), fc.constant('mayor')),
      day(),
      fc.constantFrom(true, true, true, true, false),
      by(),
      fc.constantFrom<object>({}, {}, {}, { colour: 'red' }, { colour: 'blue' }),
      member(),
    )
    .map(([accountId, role, on, formComplete, office, colour, named]) =>
      open(role as 'resident', on, { accountId, formComplete, by: office, ...colour, ...named }),
    );

const reportIns = (of: Of): fc.Arbitrary<unknown> =>
  fc.tuple(of, day(), by()).map(([accountId, on, office]) => reportIn(on, { accountId, by: office }));

const claims = (of: Of): fc.Arbitrary<unknown> =>
  fc
    .tuple(of, name('post-', 6), day(), difficulty(), fc.constantFrom('post', 'project'), by(), catalogue())
    .map(([accountId, postId, on, tier, kind, office, entry]) =>
      claim(postId, on, { accountId, difficulty: tier, kind, by: office, ...(entry as object) }),
    );

const credits = (of: Of): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      of,
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom('activity', 'affairs', 'other') },
        { weight: 2, arbitrary: fc.constant('co-building') },
        { weight: 1, arbitrary: fc.constantFrom('claim', 'registration', 'tidying') },
      ),
      name('matter-', 9),
      day(),
      difficulty(),
      by(),
      maybe(name('post-', 6)),
      catalogue(),
      seldom<object>(
        fc.constant({}),
        fc.constantFrom({ quantity: 1.5 }, { clause: '2.3.1.3' }, { note: '风雨无阻' }),
      ),
    )
    .map(([accountId, item, matterId, on, tier, office, postId, entry, more]) =>
      credit(item, matterId, on, {
        accountId,
        difficulty: tier,
        by: office,
        ...(postId === undefined ? {} : { postId }),
        ...(entry as object),
        ...more,
      }),
    );

const REWARD_IDS = [...HANDBOOK.rewards.map(({ rewardId }) => rewardId), 'no-such'];

const redemptions = (of: Of): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      of,
      name('redemption-', 9),
      day(),
      fc.array(
        fc.record({
          rewardId: fc.oneof(
            { weight: 3, arbitrary: fc.constantFrom('haircut', 'repair', 'rice') },
            { weight: 1, arbitrary: fc.constantFrom(...REWARD_IDS) },
          ),
          quantity: fc.constantFrom(1, 1, 1, 2, 5),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      by(),
      seldom(fc.constant(COMMUNITY), fc.constant('beishan')),
    )
    .map(([accountId, redemptionId, on, lines, office, communityId]) =>
      redeem(redemptionId, on, {}, { accountId, lines, by: office, communityId }),
    );

const corrections = (of: Of): fc.Arbitrary<unknown> =>
  fc
    .tuple(
      of,
      name('correction-', 9),
      fc.constantFrom(-8, -3, -2, -1, -1, 1, 2, 10),
      day(),
      at(fc.constantFrom<object>(SUBDISTRICT, SUBDISTRICT, SUBDISTRICT, SUBDISTRICT, CENTRE)),
      fc.oneof(
        { weight: 5, arbitrary: fc.constant<object>({}) },
        { weight: 2, arbitrary: name('post-', 6).map((corrects) => ({ corrects, item: 'claim' })) },
        { weight: 2, arbitrary: name('matter-', 9).map((corrects) => ({ corrects })) },
        { weight: 1, arbitrary: day().map((corrects) => ({ corrects })) },
        { weight: 1, arbitrary: fc.constant<object>({ item: 'activity' }) },
      ),
    )
    .map(([accountId, correctionId, points, on, office, matter]) =>
      correct(correctionId, points, on, { accountId, by: office, ...matter }),
    );

/** What no register may hold: fields missing, days that do not exist, points that are no numbers. */
const malformed = (of: Of): fc.Arbitrary<unknown> =>
  of.chain((accountId) =>
    fc.constantFrom<unknown>(
      { type: 'CloseAccount', data: { accountId } },
      { type: 'ReportIn', data: { accountId, by: CENTRE } },
      reportIn('2023-02-29', { accountId }),
      claim('', '2023-02-01', { accountId }),
      credit('activity', 'matter-0', '2023-03-01', { accountId, points: 3 }),
      correct('correction-0', 0.5, '2023-03-01', { accountId }),
      correct('correction-0', Number.NaN, '2023-03-01', { accountId }),
      redeem('redemption-0', '2023-03-01', {}, { accountId }),
    ),
  );

/** A command that came before, as it was or with another day. */
type Again = { readonly again: number; readonly on?: string };
const again = (): fc.Arbitrary<Again> =>
  fc.tuple(fc.nat(), maybe(day())).map(([n, on]) => ({
    again: n,
    ...(on === undefined ? {} : { on }),
  }));

function resolved(steps: readonly unknown[]): unknown[] {
  const commands: unknown[] = [];
  for (const step of steps) {
    const repeat = step as Partial<Again>;
    if (repeat.again === undefined) {
      commands.push(step);
    } else if (commands.length > 0) {
      const earlier = commands[repeat.again % commands.length] as { type: string; data: object };
      const data = repeat.on === undefined ? earlier.data : { ...earlier.data, on: repeat.on };
      commands.push({ ...earlier, data });
    }
  }
  return commands;
}

/** Most accounts are open from the start; some are left to be opened later, or never. */
const OPENING_DAYS = [
  ...Array(7).fill('2022-01-01'),
  ...Array(4).fill('2022-02-15'),
  '2022-06-30',
  undefined,
] as (string | undefined)[];

type Size = { readonly volunteers?: readonly (typeof VOLUNTEERS)[number][]; readonly maxLength?: number };

/** A world: most volunteers open an account first, then anything may come for any of them. */
export function world({ volunteers = VOLUNTEERS, maxLength = 50 }: Size = {}): fc.Arbitrary<unknown[]> {
  const of = fc.constantFrom(...volunteers.map(({ accountId }) => accountId));
  const first = fc
    .tuple(
      ...volunteers.map(({ accountId, role }) =>
        fc
          .tuple(fc.constantFrom(...OPENING_DAYS), at(fc.constant(CENTRE)), member())
          .map(([on, office, named]) =>
            on === undefined ? undefined : open(role, on, { accountId, by: office, ...named }),
          ),
      ),
    )
    .map((opened) => opened.filter((command) => command !== undefined) as unknown[]);
  const step = fc.oneof(
    { weight: 1, arbitrary: openings(of) },
    { weight: 3, arbitrary: reportIns(of) },
    { weight: 5, arbitrary: claims(of) },
    { weight: 14, arbitrary: credits(of) },
    { weight: 5, arbitrary: redemptions(of) },
    { weight: 3, arbitrary: corrections(of) },
    { weight: 1, arbitrary: malformed(of) },
    { weight: 3, arbitrary: again() as fc.Arbitrary<unknown> },
  );
  // Long worlds, where caps fill up; a failing one may shrink to a short one.
  const steps = fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.array(step, { maxLength, size: 'max' }) },
    { weight: 3, arbitrary: fc.array(step, { minLength: maxLength / 2, maxLength, size: 'max' }) },
  );
  return fc.tuple(first, steps).map(([opened, more]) => resolved([...opened, ...more]));
}

/** The story of one volunteer, of any role. */
export function story(maxLength = 50): fc.Arbitrary<unknown[]> {
  return fc.constantFrom(...VOLUNTEERS).chain((volunteer) => world({ volunteers: [volunteer], maxLength }));
}

/** An open question with one of its answers. */
export function answer(): fc.Arbitrary<[reading: string, answer: string]> {
  return fc.constantFrom(
    ...readings(renfa2022).flatMap(({ id, answers }) =>
      Object.keys(answers).map((of): [string, string] => [id, of]),
    ),
  );
}

/** The first scheme under the answers given. */
export function under(...answers: readonly (readonly [reading: string, answer: string])[]): RuleSet {
  return answers.reduce<RuleSet>((rules, [reading, of]) => withReading(rules, reading, of), renfa2022);
}

/** The first scheme, some of its open questions answered otherwise. */
function ruleSet(): fc.Arbitrary<RuleSet> {
  return fc.oneof(
    fc.constant<RuleSet>(renfa2022),
    fc.array(answer(), { maxLength: 12, size: 'max' }).map((of) => under(...of)),
  );
}

/** The tests' handbook: filed in time, late, or not at all; with or without a standing consent. */
export function handbook(): fc.Arbitrary<Handbook> {
  const { filed: _, ...unfiled } = HANDBOOK;
  return fc.constantFrom<Handbook>(
    HANDBOOK,
    { ...HANDBOOK, filed: '2022-08-01' },
    unfiled,
    { ...HANDBOOK, standingConsent: '2022-02-01' },
    { ...HANDBOOK, published: '2023-01-01', filed: '2023-01-08' },
  );
}

/** A world, the rules it is put to, and the handbook it redeems from. */
export type Case = {
  readonly commands: unknown[];
  readonly rules: { readonly ruleSet: RuleSet; readonly handbook: Handbook };
};

export function anyCase(of: fc.Arbitrary<unknown[]> = fc.oneof(world(), story())): fc.Arbitrary<Case> {
  return fc.record({ commands: of, rules: fc.record({ ruleSet: ruleSet(), handbook: handbook() }) });
}
