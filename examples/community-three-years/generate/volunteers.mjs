import { dayBetween } from './days.mjs';

/*
 * How many volunteers of each role, and how many matters a month each of them takes on, in tenths: most do one or two, some
 * hardly any. Only the account's id is known of a person.
 */
const ROLES = [
  { role: 'community-party-member', count: 26, paces: [6, 9, 11, 13, 15, 18, 23] },
  { role: 'in-service-party-member', count: 22, paces: [4, 6, 8, 9, 11, 14] },
  { role: 'resident', count: 36, paces: [4, 7, 9, 11, 13, 16, 22] },
];

/** When accounts were opened: most in the first spring, the others over the years. */
const WAVES = [
  { until: 68, first: '2023-02-06', last: '2023-04-21' },
  { until: 84, first: '2023-05-04', last: '2023-12-08' },
  { until: 93, first: '2024-01-08', last: '2024-11-29' },
  { until: 100, first: '2025-01-06', last: '2025-10-24' },
];

/** Six of seven stay; the others stop coming at some time. */
const STAYING = 86;

/** A resident whose account grows several times as fast as any other. */
const EXTRAORDINARY_PACE = 78;

/** The community's volunteers in the order of their accounts, which is that of opening. */
export function volunteers(dice) {
  const people = ROLES.flatMap(({ role, count, paces }) =>
    Array.from({ length: count }, () => volunteer(dice, role, paces)),
  );
  people.sort((a, b) => (a.joined < b.joined ? -1 : Number(a.joined > b.joined)));
  const numbered = people.map((person, index) => ({
    ...person,
    accountId: `LA-${String(index + 1).padStart(4, '0')}`,
  }));
  const extraordinary = numbered.filter(({ role }) => role === 'resident')[9];
  return numbered.map((person) =>
    person === extraordinary ? { ...person, pace: EXTRAORDINARY_PACE, left: undefined } : person,
  );
}

function volunteer(dice, role, paces) {
  const drawn = dice.between(1, 100);
  const { first, last } = WAVES.find(({ until }) => drawn <= until);
  const joined = dayBetween(dice, first, last);
  const left = dice.chance(STAYING) ? undefined : dayBetween(dice, joined, '2025-12-31');
  return { role, joined, pace: dice.pick(paces), left };
}
