/*
 * 4.2, 5: one redemption per account and half-year, at its own community, all lines or none.
 */
import { coveredOn } from './balance.js';
import { afterDays, afterMonths, type Span, spanOf, within } from './calendar.js';
import type { Handbook, RedeemPoints, Reward, World } from './commands.js';
import { byOwnCommunity, byPersons, dated, isApprovedAlike, notBarred } from './guards.js';
import type { Account, Line, Visit } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import type { Readings } from './readings.js';
import { DAYS_TO_FILE, WORKING_DAYS_TO_FILE } from './text.js';

export function redeemPoints(world: World, account: Account, { data }: RedeemPoints): Outcome {
  const no = new Objections();
  const { redemptionId: id, communityId, lines, on, by } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  no.when(communityId !== account.community, 'wrong-community');
  const visits = visitsOf(account);
  const before = account.log.filter((entry): entry is Visit => entry.what === 'visit' && entry.id === id);
  const same = (visit: Visit): boolean =>
    visit.on === on && JSON.stringify(visit.asked) === JSON.stringify(lines) && isApprovedAlike(visit, by);
  if (before.some(same) && !no.any) return AGAIN;
  no.when(
    before.some((visit) => !visit.out),
    'duplicate-redemption',
  );
  dated(no, world, data, account);
  notBarred(no, account, on);
  oneAPeriod(no, world, visits, on);
  const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  no.when(world.readings['redemption-per-period'] === 'one-reward' && count > 1, 'redemption-limit-reached');
  const { handbook } = world;
  no.when(handbook === undefined, 'no-handbook');
  if (handbook === undefined) return no.outcome;
  const unfiled = usable(no, world, handbook, account, on);
  const price = priced(no, world, handbook, visits, lines, on);
  no.when(data.collectedBy !== undefined && world.readings.proxy === 'refused', 'proxy-not-allowed');
  no.when(price > coveredOn(account, on, world.readings), 'insufficient-points');
  if (no.any) return no.outcome;
  const reduced = account.role !== 'resident' || world.readings['blue-deduction'] === 'both';
  const given = lines.map((line) => ({ ...line, price: reduced ? priceIn(handbook, line.rewardId) : 0 }));
  const prices = Object.fromEntries(given.map(({ rewardId, price: each }) => [rewardId, each]));
  account.log.push({ what: 'visit', id, asked: lines, lines: given, prices, on, by });
  return done(0 - (reduced ? price : 0), unfiled);
}

function priceIn({ rewards }: Handbook, rewardId: string): number {
  return rewards.find((one) => one.rewardId === rewardId)?.price ?? 0;
}

/** The visits that were not returned as a whole. */
export function visitsOf(account: Account): Visit[] {
  return account.entries.filter((entry): entry is Visit => entry.what === 'visit' && entry.lines.length > 0);
}

const PERIODS: { readonly [A in Readings['redemption-period']]?: Span } = {
  'calendar-half': 'half-year',
  quarter: 'quarter',
  year: 'year',
  // Open in the last month of each half-year, once each.
  'opening-days': 'half-year',
};

export function oneAPeriod(no: Objections, { readings }: World, visits: readonly Visit[], on: string): void {
  const reading = readings['redemption-period'];
  const month = on.slice(5, 7);
  no.when(reading === 'opening-days' && month !== '06' && month !== '12', 'not-an-opening-day');
  no.when(
    visits.some((visit) => isInPeriod(readings, visit.on, on)),
    'already-redeemed',
  );
}

/** Whether two days lie in one period of redeeming. */
function isInPeriod(readings: Readings, one: string, other: string): boolean {
  const span = PERIODS[readings['redemption-period']];
  return span === undefined ? within(6, one, other) : spanOf(span, one) === spanOf(span, other);
}

/** Whether the handbook may be used; gives whether it was not filed in time (5). */
function usable(
  no: Objections,
  { readings }: World,
  handbook: Handbook,
  account: Account,
  on: string,
): boolean {
  no.when(handbook.communityId !== account.community, 'wrong-handbook');
  no.when(on < handbook.published, 'handbook-not-published');
  if (readings['filing-what'] === 'first-alone' && handbook.follows !== undefined) return false;
  const due =
    readings.week === 'working-days' ? afterWork(handbook) : afterDays(handbook.published, DAYS_TO_FILE);
  const { filed } = handbook;
  const isFiled = filed !== undefined && filed <= on;
  no.when(readings['late-filing'] === 'refused' && !isFiled && on > due, 'handbook-not-filed');
  return isFiled ? filed > due : on > due;
}

/** The fifth working day after publication. */
function afterWork({ published, daysOff }: Handbook): string {
  const later = Array.from({ length: 400 }, (_, n) => afterDays(published, n + 1));
  const isOff = (day: string): boolean =>
    daysOff?.includes(day) ?? [0, 6].includes(new Date(day).getUTCDay());
  return later.filter((day) => !isOff(day))[WORKING_DAYS_TO_FILE - 1] as string;
}

/** What all lines cost, with what speaks against any of them. */
function priced(
  no: Objections,
  world: World,
  handbook: Handbook,
  visits: readonly Visit[],
  lines: readonly Line[],
  on: string,
): number {
  let price = 0;
  for (const { rewardId, quantity } of lines) {
    const reward = handbook.rewards.find((one) => one.rewardId === rewardId);
    no.when(reward === undefined, 'unknown-reward');
    if (reward === undefined) continue;
    const isHonour = reward.kind === 'honour';
    no.when(isHonour && world.readings.spirit === 'none', 'honours-not-given');
    price += isHonour ? 0 : reward.price * quantity;
    const isConsentedTo = isConsented(world, handbook, reward, on);
    no.when(!isConsentedTo, 'consent-missing');
    no.when(!isConsentedTo && world.readings['consent-lasts'] === 'a-year-then-refused', 'consent-ended');
    const all = quantityOf(rewardId, lines);
    no.when(reward.stock !== undefined && all > reward.stock, 'out-of-stock');
    const { limit } = reward;
    if (limit === undefined) continue;
    const taken = takenOf(rewardId, limit.per, world, visits, on);
    no.when(taken + all > limit.quantity, 'reward-limit-reached');
  }
  return price;
}

/** How many of a reward were taken in the span of its limit that a day lies in; of a number of days, in the stretch that had most. */
function takenOf(
  rewardId: string,
  per: NonNullable<Reward['limit']>['per'],
  { readings }: World,
  visits: readonly Visit[],
  on: string,
): number {
  const inAll = (isCounted: (day: string) => boolean): number =>
    visits
      .filter((visit) => isCounted(visit.on))
      .reduce((sum, visit) => sum + quantityOf(rewardId, visit.lines), 0);
  if (per === 'visit') return 0;
  if (per === 'period') return inAll((day) => isInPeriod(readings, day, on));
  if (typeof per === 'string') return inAll((day) => spanOf(per as Span, day) === spanOf(per as Span, on));
  const ends = [on, ...visits.map((visit) => visit.on)].filter(
    (end) => end >= on && end < afterDays(on, per.last),
  );
  return Math.max(...ends.map((end) => inAll((day) => day <= end && day > afterDays(end, -per.last))));
}

function quantityOf(rewardId: string, lines: readonly Line[]): number {
  return lines.filter((line) => line.rewardId === rewardId).reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Goods need the meeting's consent; services do not, but under one reading; honours never do. */
function isConsented(
  { readings }: World,
  { standingConsent }: Handbook,
  reward: Reward,
  on: string,
): boolean {
  const reading = readings['goods-consent'];
  if (reward.kind === 'honour') return true;
  if (reward.kind === 'service' && reading !== 'services-too') return true;
  const ends = readings['consent-lasts'] === 'a-year-then-refused';
  const given = (consent: string | undefined): boolean =>
    consent !== undefined && consent <= on && !(ends && on > afterMonths(consent, 12));
  return given(reward.consent) || (reading === 'standing' && given(standingConsent));
}
