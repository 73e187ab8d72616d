/*
 * What a points centre may enter: commands that are well formed, over few names and days that crowd where spans meet, so that caps
 * fill up, periods are used, and the same comes again.
 */
import fc from 'fast-check';
import type { Command, CorrectScore, OpenAccount } from './naive/commands.js';
import type { By } from './naive/ledger.js';

export const VOLUNTEERS = [
  { accountId: 'member', role: 'community-party-member' },
  { accountId: 'employee', role: 'in-service-party-member' },
  { accountId: 'neighbour', role: 'resident' },
] as const;

const CENTRE: By = { office: 'community', communityId: 'linan' };
const NEIGHBOURS: By = { office: 'community', communityId: 'beishan' };
const SUBDISTRICT: By = { office: 'subdistrict' };

const YEARS = [2022, 2023, 2024];
const EDGES = ['01-01', '03-31', '04-01', '06-01', '06-30', '07-01', '09-30', '11-30', '12-01', '12-31'];
const DAYS = [
  ...YEARS.flatMap((year) => EDGES.map((edge) => `${year}-${edge}`)),
  '2022-04-26',
  '2022-04-27',
  '2023-08-31',
  '2024-02-29',
  '2025-01-01',
  '2025-06-30',
  '2025-07-01',
];

const usually = <T>(usual: readonly T[], seldom: readonly T[], weight = 14): fc.Arbitrary<T> =>
  fc.oneof(
    { weight, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  );

export const day: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...DAYS) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...YEARS), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-')),
  },
);
const accountId = usually<string>(
  VOLUNTEERS.map((one) => one.accountId),
  ['nobody', 'later 0', 'later 0', 'later 1', 'later 1'],
  12,
);
/** Who enters and who approves: as it should be, nobody, or anybody, the volunteer among them. */
const person = fc.constantFrom('clerk', 'head', 'mother', ...VOLUNTEERS.map((one) => one.accountId));
const PERSONS = { recorder: 'clerk', approvedBy: 'head' };
const persons: fc.Arbitrary<object> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(PERSONS) },
  { weight: 2, arbitrary: fc.constant({}) },
  { weight: 3, arbitrary: fc.record({ recorder: person, approvedBy: person }, { requiredKeys: [] }) },
);
const at = (office: fc.Arbitrary<By>): fc.Arbitrary<By> =>
  fc.tuple(office, persons).map(([of, named]) => ({ ...of, ...named }));
const by = at(usually([CENTRE], [SUBDISTRICT, NEIGHBOURS], 20));
const numbered = (prefix: string, count: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max: count }).map((n) => `${prefix} ${n}`);
const difficulty = usually<string | undefined>(['base', 'hard'], [undefined, 'impossible'], 20);
const catalogue = usually<string | undefined>([undefined, undefined, 'safety'], ['no-such-entry'], 20);

/** Without the members that are left open. */
function given<T extends object>(data: T): T {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined)) as T;
}

type Elsewhere = NonNullable<OpenAccount['data']['otherAccounts']>[number];

const ELSEWHERE: Elsewhere = { accountId: 'of old', communityId: 'beishan' };

const opening = fc
  .record({
    accountId,
    role: usually<string>(
      VOLUNTEERS.map(({ role }) => role),
      ['mayor'],
    ),
    communityId: usually(['linan'], ['beishan']),
    on: day,
    formComplete: usually([true], [false], 8),
    by,
    colour: usually<string | undefined>([undefined], ['red', 'blue'], 4),
    memberId: usually<string | undefined>([undefined], ['mother'], 4),
    otherAccounts: usually<readonly Elsewhere[] | undefined>([undefined], [[ELSEWHERE]], 6),
  })
  .map((data) => ({ type: 'OpenAccount', data: given(data) }));

const reportIn = fc.record({ accountId, on: day, by }).map((data) => ({ type: 'ReportIn', data }));

const claim = fc
  .record({
    accountId,
    postId: numbered('post', 8),
    kind: usually(['post'], ['project'], 3),
    difficulty,
    catalogue,
    on: day,
    by,
  })
  .map((data) => ({ type: 'ClaimPost', data: given(data) }));

const credit = fc
  .record({
    accountId,
    item: usually(
      ['activity', 'activity', 'affairs', 'other', 'co-building'],
      ['claim', 'registration', 'tidying'],
      20,
    ),
    matterId: numbered('matter', 9),
    difficulty,
    quantity: usually<number | undefined>([undefined], [1.5], 60),
    postId: fc.oneof(
      { weight: 2, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: numbered('post', 6) },
    ),
    catalogue,
    clause: usually<string | undefined>([undefined], ['2.3.1.3', '2.3.3.3'], 12),
    note: usually<string | undefined>([undefined], ['风雨无阻'], 12),
    on: day,
    by,
  })
  .map((data) => ({ type: 'CreditActivity', data: given(data) }));

const redemption = fc
  .record({
    accountId,
    redemptionId: numbered('visit', 12),
    communityId: usually(['linan'], ['beishan'], 30),
    lines: fc.array(
      fc.record({
        rewardId: usually(
          ['haircut', 'haircut', 'haircut', 'repair', 'rice', 'checkup', 'umbrella', 'diploma'],
          ['oil', 'tea', 'piano', 'no-such-reward'],
          5,
        ),
        quantity: fc.constantFrom(1, 1, 1, 1, 2),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    on: day,
    by,
  })
  .map((data) => ({ type: 'RedeemPoints', data }));

const correction = fc
  .record({
    accountId,
    correctionId: numbered('correction', 14),
    points: fc.constantFrom(-6, -3, -2, -1, -1, 1, 2, 5),
    reason: usually(['核实后更正'], ['另有原因']),
    matter: fc.oneof(
      { weight: 4, arbitrary: fc.constant<object>({}) },
      { weight: 3, arbitrary: numbered('post', 6).map((corrects) => ({ corrects })) },
      { weight: 3, arbitrary: numbered('matter', 9).map((corrects) => ({ corrects })) },
      { weight: 2, arbitrary: numbered('matter', 9).map((corrects) => ({ corrects, item: 'activity' })) },
      { weight: 2, arbitrary: day.map((corrects) => ({ corrects })) },
      { weight: 1, arbitrary: fc.constant<object>({ item: 'activity' }) },
    ),
    on: day,
    by: at(usually([SUBDISTRICT], [CENTRE, NEIGHBOURS], 5)),
  })
  .map(({ matter, ...data }) => ({ type: 'CorrectScore', data: { ...data, ...matter } }));

/** A command; or one that came before, as it was or on another day; or the correction of something that was entered. */
export type Step =
  | { readonly enter: readonly Command[] }
  | { readonly again: number; readonly on?: string }
  | { readonly correct: number; readonly command: CorrectScore }
  | About;

/** Something about what was entered before. */
export type About = {
  readonly about:
    | 'undone'
    | 'reversal'
    | 'returned'
    | 'verified'
    | 'released'
    | 'received'
    | 'closed'
    | 'continued';
  readonly pick: number;
  readonly on: string;
  readonly recordedOn?: string;
  readonly by: By;
};

const again = fc
  .record({ again: fc.nat(), on: fc.oneof(fc.constant(undefined), day) })
  .map((step): Step => given(step) as Step);

const correctionOf = fc
  .record({ correct: fc.nat(), command: correction })
  .map((step): Step => step as unknown as Step);

const about = fc
  .record({
    about: fc.constantFrom<About['about'][]>(
      'undone',
      'undone',
      'undone',
      'reversal',
      'reversal',
      'returned',
      'verified',
      'verified',
      'released',
      'received',
      'closed',
      'continued',
      'continued',
    ),
    pick: fc.nat(10_000),
    on: day,
    recordedOn: fc.oneof(
      { weight: 5, arbitrary: fc.constant(undefined) },
      { weight: 1, arbitrary: fc.constantFrom(...DAYS.filter((one) => one >= '2024')) },
    ),
    by: at(usually([CENTRE, SUBDISTRICT], [NEIGHBOURS], 10)),
  })
  .map((step): Step => given(step) as Step);

/** A busy time: so many hard matters on one day, which fill up a hundred points. */
const busyTime: fc.Arbitrary<readonly Command[]> = fc
  .record({ accountId, on: day, count: fc.integer({ min: 10, max: 25 }), name: fc.nat(99) })
  .map(({ accountId: of, on, count, name }) =>
    Array.from({ length: count }, (_, n) => ({
      type: 'CreditActivity',
      data: {
        accountId: of,
        item: 'affairs',
        matterId: `busy ${name} ${n}`,
        difficulty: 'hard',
        on,
        by: { ...CENTRE, ...PERSONS },
      },
    })),
  );

const closing = fc
  .record({
    accountId,
    reason: usually(['role-changed', 'moved', 'merged', 'left', 'died', 'opened-in-error'], ['bored'], 20),
    continuedBy: usually<string | undefined>([undefined], ['later 0', 'neighbour'], 4),
    on: usually(['2024-12-31'], DAYS, 4),
    by,
  })
  .map((data) => ({ type: 'CloseAccount', data: given(data) }));

const transfer = fc
  .record({
    accountId,
    transferId: numbered('transfer', 6),
    to: usually(
      VOLUNTEERS.map((one) => one.accountId),
      ['elsewhere'],
    ),
    points: fc.constantFrom(1, 1, 2, 4),
    on: day,
    by,
  })
  .map((data) => ({ type: 'TransferPoints', data }));

const bar = fc
  .record({
    accountId,
    barId: numbered('bar', 4),
    ground: usually(['breach'], ['no ground']),
    from: day,
    until: fc.oneof(fc.constant(undefined), day),
    reason: fc.constant('查实'),
    on: day,
    by: at(usually([SUBDISTRICT], [CENTRE])),
  })
  .map((data) => ({ type: 'BarAccount', data: given(data) }));

/** Sometimes written up later, and, wrongly, sometimes before. */
const writtenUp = (command: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc
    .tuple(command, fc.oneof({ weight: 9, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: day }))
    .map(([plain, recordedOn]) => {
      const { type, data } = plain as Command;
      return recordedOn === undefined ? plain : { type, data: { ...data, recordedOn } };
    });

const anyCommand = writtenUp(
  fc.oneof(
    { weight: 1, arbitrary: opening },
    { weight: 5, arbitrary: reportIn },
    { weight: 9, arbitrary: claim },
    { weight: 16, arbitrary: credit },
    { weight: 10, arbitrary: redemption },
    { weight: 4, arbitrary: correction },
    { weight: 1, arbitrary: closing },
    { weight: 6, arbitrary: transfer },
    { weight: 2, arbitrary: bar },
  ),
) as fc.Arbitrary<Command>;

/** One step of a run. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 45, arbitrary: anyCommand.map((command): Step => ({ enter: [command] })) },
  { weight: 5, arbitrary: again },
  { weight: 7, arbitrary: correctionOf },
  { weight: 45, arbitrary: about },
  { weight: 1, arbitrary: busyTime.map((enter): Step => ({ enter })) },
);

/** The openings that most runs begin with. */
export const openings: fc.Arbitrary<readonly Command[]> = fc
  .tuple(
    ...VOLUNTEERS.map(() =>
      fc.tuple(
        usually<string | undefined>(['2022-01-01', '2022-01-01', '2022-04-01'], ['2022-06-30', undefined]),
        usually<object>([{}], [{ memberId: 'mother' }, { recordedOn: '2023-01-15' }], 4),
      ),
    ),
  )
  .map((days) =>
    VOLUNTEERS.flatMap((volunteer, n) => {
      const [on, more] = days[n] ?? [];
      if (on === undefined) return [];
      const by = { ...CENTRE, ...PERSONS };
      const data = { ...volunteer, communityId: 'linan', on, formComplete: true, by, ...more };
      return [{ type: 'OpenAccount', data } as const];
    }),
  );
