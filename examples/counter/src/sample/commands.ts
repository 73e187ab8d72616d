import type { Command } from 'points-bank';
import { COMMUNITIES, MATTERS, POSTS, ROLES } from './people.js';

const SUBDISTRICT = { office: 'subdistrict' } as const;

/** Volunteers in each community of the sample. */
const VOLUNTEERS = 14;

/** A day so many days before another. */
export function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}

/** Numbers that look like chance and are the same every time: the sample is one sample. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Some twenty months of a subdistrict, up to today: everything goes through the bank like a clerk's own entries. */
export function* sampleCommands(today: string): Generator<Command> {
  for (const [place, { id: communityId }] of COMMUNITIES.entries())
    for (let n = 1; n <= VOLUNTEERS; n += 1) yield* volunteer(communityId, n, place * 100 + n, today);
}

function* volunteer(communityId: string, n: number, seed: number, today: string): Generator<Command> {
  const random = chance(seed * 7919);
  const accountId = `${communityId}-${String(n).padStart(4, '0')}`;
  const by = { office: 'community', communityId } as const;
  const role = ROLES[n % ROLES.length] ?? 'resident';
  const age = 600 - Math.floor(random() * 220);
  const opened = daysBefore(today, age);
  yield { type: 'OpenAccount', data: { accountId, role, communityId, on: opened, formComplete: true, by } };
  for (let post = 0; post <= n % 3; post += 1) {
    const postId = POSTS[(n + post) % POSTS.length] ?? POSTS[0];
    const difficulty = role !== 'community-party-member' && post === 1 ? 'hard' : 'base';
    const on = daysBefore(today, age - 10 - (n % 5) * 20 - post * 40);
    yield { type: 'ClaimPost', data: { accountId, postId, kind: 'post', difficulty, on, by } };
  }
  // One of them did more in one year than the others in two: the anomalies have something to name.
  const busy = n === 5 ? 3 : 1;
  const span = n === 5 ? Math.min(age, 320) : age;
  const days: [on: string, command: (on: string) => Command][] = [];
  for (let round = 0; round < (8 + Math.floor(random() * 8)) * busy; round += 1) {
    const matter = MATTERS[Math.floor(random() * MATTERS.length)] ?? MATTERS[0];
    const on = daysBefore(today, 2 + Math.floor(random() * (span - 5)));
    days.push([on, () => credit(accountId, matter, `${on} ${matter.name}`, on, by)]);
  }
  const newYear = `${today.slice(0, 4)}-01-${String(5 + (n % 20)).padStart(2, '0')}`;
  // Some have not reported in this year: the desk has something to show.
  if (n % 6 !== 0 && newYear <= today)
    days.push([newYear, (on) => ({ type: 'ReportIn', data: { accountId, on, by } })]);
  if (n % 3 === 0) days.push([daysBefore(today, 200), (on) => redeem(accountId, communityId, n, on, by)]);
  if (n % 7 === 3)
    days.push([daysBefore(today, 20), (on) => correct(accountId, 'c1', '核实后更正：活动未全程参加', on)]);
  days.sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [on, command] of days) yield command(on);
}

type By = { readonly office: 'community'; readonly communityId: string };

const credit = (
  accountId: string,
  { item, difficulty }: (typeof MATTERS)[number],
  matterId: string,
  on: string,
  by: By,
): Command => ({ type: 'CreditActivity', data: { accountId, item, matterId, difficulty, on, by } });

const redeem = (accountId: string, communityId: string, n: number, on: string, by: By): Command => {
  const lines = [{ rewardId: n % 2 === 0 ? 'haircut' : 'printing', quantity: 1 }];
  return { type: 'RedeemPoints', data: { accountId, communityId, redemptionId: `${on}-1`, lines, on, by } };
};

const correct = (accountId: string, correctionId: string, reason: string, on: string): Command => ({
  type: 'CorrectScore',
  data: { accountId, correctionId, points: -1, reason, on, by: SUBDISTRICT },
});
