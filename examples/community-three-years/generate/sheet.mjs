import { BY_COMMUNITY } from './community.mjs';

/** One activity, one list of those who were there, entered at once. */
const ACTIVITY = {
  matterId: '2025-03-05-学雷锋集中服务日',
  on: '2025-03-05',
  entered: '2025-03-07',
  people: 40,
};

/**
 * The sheet of the activity: the command without an account, and the accounts. Among them are one that was closed, and a number that
 * nobody has.
 */
export function sheet(people, closed, dice) {
  const present = people.filter(
    ({ joined, left, accountId }) =>
      joined < ACTIVITY.on && (left === undefined || left > ACTIVITY.on) && accountId !== closed,
  );
  const accounts = dice.sample(present, ACTIVITY.people - 2).map(({ accountId }) => accountId);
  const data = {
    item: 'other',
    matterId: ACTIVITY.matterId,
    difficulty: 'base',
    on: ACTIVITY.on,
    recordedOn: ACTIVITY.entered,
    by: BY_COMMUNITY,
    catalogue: 'convenience',
  };
  return {
    entered: ACTIVITY.entered,
    sheet: { type: 'CreditActivity', data, accounts: [...accounts, closed, 'LA-0509'] },
  };
}
