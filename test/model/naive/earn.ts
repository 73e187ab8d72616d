/*
 * 2.2, 2.3: opening, reporting in, claiming, taking part.
 */
import { spanOf, within } from './calendar.js';
import { handedOn } from './close.js';
import type { ClaimPost, CreditActivity, OpenAccount, ReleasePost, ReportIn, World } from './commands.js';
import { byOwnCommunity, byPersons, dated, inCatalogue, isApprovedAlike, notBarred } from './guards.js';
import { Account, type Claim, type Entry, type Matter, type Scoring } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import { byDifficulty, capSpan, limited } from './scoring.js';
import { POINTS_OF_A_MATTER, ROLES, type Role } from './text.js';

/** An account is opened once, on the completed form, in the role's colour; that is 1 point. */
export function openAccount(world: World, accounts: Map<string, Account>, { data }: OpenAccount): Outcome {
  const no = new Objections();
  const role = Object.hasOwn(ROLES, data.role) ? ROLES[data.role as Role] : undefined;
  no.when(role === undefined, 'unknown-role');
  byOwnCommunity(no, data.by, data.communityId);
  const person = data.memberId ?? data.accountId;
  byPersons(no, world, data.by, person);
  const before = accounts.get(data.accountId);
  const continues = data.continues ?? [];
  const ids = continues.map((one) => one.data.accountId);
  const wrongColour = data.colour !== undefined && data.colour !== role?.colour;
  if (before !== undefined) {
    const same =
      before.role === data.role &&
      before.community === data.communityId &&
      before.person === person &&
      before.opened === data.on &&
      data.formComplete &&
      !wrongColour &&
      JSON.stringify(before.continues) === JSON.stringify(ids);
    if (same && !no.any) return AGAIN;
    no.when(true, 'account-already-open');
  }
  dated(no, world, data);
  no.when(role !== undefined && wrongColour, 'wrong-colour');
  no.when(!data.formComplete, 'form-incomplete');
  const isSecond = (data.otherAccounts ?? []).length > 0;
  no.when(isSecond && world.readings['two-communities'] === 'refused', 'another-account-open');
  continuable(no, data, ids);
  if (no.any) return no.outcome;
  const { on, by, accountId: id, memberId: member } = data;
  const account = new Account({
    id,
    role: data.role as Role,
    community: data.communityId,
    person,
    member,
    opened: on,
    continues: ids,
  });
  const handed = ids.flatMap((of) => handedOn(accounts.get(of) as Account));
  const days = handed.filter((entry) => entry.what === 'handed-report-in').map((entry) => entry.on);
  const isFirst = !days.some((day) => isSameYear(world, day, on));
  const isReportIn = isFirst && world.readings['registration-year'] !== 'opening-apart';
  const points = isFirst ? 1 : 0;
  account.log.push({ what: 'opening', on, by, points, scored: points, isReportIn }, ...handed);
  accounts.set(id, account);
  return done(points);
}

/** A closed account is continued once, by its own member, and not before it was closed. */
function continuable(no: Objections, data: OpenAccount['data'], ids: readonly string[]): void {
  for (const { data: of } of data.continues ?? []) {
    const isOther = of.continuedBy !== undefined && of.continuedBy !== data.accountId;
    const isAnother =
      of.memberId !== undefined && data.memberId !== undefined && of.memberId !== data.memberId;
    const cannot =
      of.accountId === data.accountId || of.on > data.on || of.handedOn === undefined || isOther || isAnother;
    no.when(cannot || new Set(ids).size < ids.length, 'cannot-continue');
  }
}

/** Whether a report-in of one day leaves no room for one of another. */
function isSameYear({ readings }: World, day: string, on: string): boolean {
  return readings['registration-year'] === 'twelve-months'
    ? within(12, day, on)
    : spanOf('year', day) === spanOf('year', on);
}

/** Logs an entry, which waits where entries are verified apart; gives what it moves. */
function enter(world: World, account: Account, entry: Scoring): Outcome {
  if (world.readings.verification === 'apart') entry.pending = true;
  account.log.push(entry);
  return done(entry.pending ? 0 : entry.points);
}

/** Days of report-ins that stand: entered, waiting, or handed on; the opening's too, where it is one. */
function reportInDays(account: Account): string[] {
  const isOne = (entry: Entry): boolean => {
    if (entry.what === 'opening') return entry.isReportIn;
    return entry.what === 'report-in' || entry.what === 'handed-report-in';
  };
  return account.standing.filter(isOne).map(({ on }) => on);
}

/** No other report-in stands in the year of one. */
export function noOtherReportIn(no: Objections, world: World, account: Account, on: string): void {
  const stands = reportInDays(account).some((day) => isSameYear(world, day, on));
  no.when(stands, 'already-reported-in');
}

/** 'Every year' is 1 point; whether opening is that year's report-in, and which year, is a reading. */
export function reportIn(world: World, account: Account, { data }: ReportIn): Outcome {
  const no = new Objections();
  const { on, by } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const isAgain = account.log.some(
    (entry) => entry.what === 'report-in' && entry.on === on && isApprovedAlike(entry, by),
  );
  if (isAgain && !no.any) return AGAIN;
  dated(no, world, data, account);
  notBarred(no, account, on);
  noOtherReportIn(no, world, account, on);
  no.when(world.readings['form-each-year'] === 'each-year' && data.formComplete !== true, 'form-incomplete');
  const points = limited(no, world, account, 'registration', on, 1);
  if (no.any) return no.outcome;
  return enter(world, account, { what: 'report-in', on, by, points, scored: 1 });
}

/** A post or project claimed; past the cap it may score nothing and is held all the same. */
export function claimPost(world: World, account: Account, { data }: ClaimPost): Outcome {
  const no = new Objections();
  const { postId: post, kind, difficulty, catalogue, on, by } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const before = account.log.filter((entry): entry is Claim => entry.what === 'claim' && entry.post === post);
  const same = (claim: Claim): boolean =>
    claim.kind === kind &&
    claim.difficulty === difficulty &&
    claim.catalogue === catalogue &&
    claim.on === on &&
    isApprovedAlike(claim, by);
  if (before.some(same) && !no.any) return AGAIN;
  newClaim(no, world, account, post, on);
  dated(no, world, data, account);
  notBarred(no, account, on);
  reportedIn(no, world, account, on);
  inCatalogue(no, world, catalogue, account.role);
  const scored = byDifficulty(no, world, account, 'claim', difficulty);
  const points = limited(no, world, account, 'claim', on, scored);
  if (no.any) return no.outcome;
  const named = { post, kind, difficulty: difficulty as string, catalogue };
  return enter(world, account, { what: 'claim', ...named, on, by, points, scored });
}

/** Claims of a post that stand, handed on ones too, and were not given up by a day. */
function claimsHeld(account: Account, post: string, on: string): Entry[] {
  const given = account.entries.flatMap((entry) =>
    entry.what === 'release' && entry.post === post ? [entry.on] : [],
  );
  return account.standing
    .filter((entry) => (entry.what === 'claim' || entry.what === 'handed-post') && entry.post === post)
    .filter((claim) => !given.some((day) => day >= claim.on && day <= on));
}

/** A post that is held already is not claimed once more in the span of the cap, nor, where claims are verified apart, on one day. */
export function newClaim(no: Objections, world: World, account: Account, post: string, on: string): void {
  const span = capSpan(world);
  const inSpan = claimsHeld(account, post, on).some((claim) => spanOf(span, claim.on) === spanOf(span, on));
  no.when(world.readings['claim-again'] === 'refused' && inSpan, 'duplicate-claim');
  const ofDay = account.standing.some(
    (entry) => entry.what === 'claim' && entry.post === post && entry.on === on,
  );
  no.when(world.readings.verification === 'apart' && ofDay, 'duplicate-claim');
}

/** A post is given up from a day on; what it scored stays. */
export function releasePost(world: World, account: Account, { data }: ReleasePost): Outcome {
  const no = new Objections();
  const { postId: post, on, by } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const isAgain = account.log.some(
    (entry) => entry.what === 'release' && entry.post === post && entry.on === on,
  );
  if (isAgain && !no.any) return AGAIN;
  dated(no, world, data, account);
  const held = claimsHeld(account, post, on).filter((claim) => !claim.pending && claim.on <= on);
  no.when(held.length === 0, 'post-not-claimed');
  if (no.any) return no.outcome;
  account.log.push({ what: 'release', post, on, by });
  return done(0);
}

/** Service in a claimed post, or taking part: each matter once under an item. */
export function creditActivity(world: World, account: Account, { data }: CreditActivity): Outcome {
  const no = new Objections();
  const {
    item,
    matterId: matter,
    difficulty,
    quantity,
    postId: post,
    catalogue,
    clause,
    note,
    on,
    by,
  } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const { clauses } = ROLES[account.role];
  no.when(!Object.hasOwn(clauses, item), 'unknown-item');
  no.when(item === 'registration' || item === 'claim', 'wrong-command');
  no.when(clause !== undefined && clause !== clauses[item], 'wrong-clause');
  const capacity = capacityOf(world, item, post);
  const before = account.log.filter(
    (entry): entry is Matter =>
      entry.what === 'matter' &&
      entry.item === item &&
      entry.matter === matter &&
      entry.capacity === capacity,
  );
  const same = (entry: Matter): boolean =>
    entry.on === on &&
    entry.difficulty === difficulty &&
    quantity === undefined &&
    entry.post === post &&
    entry.catalogue === catalogue &&
    entry.note === note &&
    isApprovedAlike(entry, by);
  if (before.some(same) && !no.any) return AGAIN;
  no.when(
    before.some((entry) => !entry.out),
    'duplicate-matter',
  );
  dated(no, world, data, account);
  notBarred(no, account, on);
  reportedIn(no, world, account, on);
  inCatalogue(no, world, catalogue, account.role);
  oneMatter(no, world, account, { item, matter, post, on });
  no.when(quantity !== undefined, 'wrong-measure');
  const scored = byDifficulty(no, world, account, item, difficulty);
  const room = roomOfMatter(world, account, { item, matter, capacity });
  no.when(room === 0, 'matter-used-up');
  const points = limited(no, world, account, item, on, Math.min(scored, room));
  if (no.any) return no.outcome;
  const named = { item, matter, difficulty: difficulty as string, post, catalogue, note, capacity } as const;
  return enter(world, account, { what: 'matter', ...named, on, by, points, scored });
}

/** Service or attendance, where an activity takes both of a matter. */
function capacityOf({ readings }: World, item: string, post: string | undefined): Matter['capacity'] {
  if (item !== 'activity' || readings['activity-service-and-attendance'] === 'one-matter') return undefined;
  return post === undefined ? 'attendance' : 'service';
}

/** Nothing is entered in a year before its report-in, where that is asked. */
function reportedIn(no: Objections, world: World, account: Account, on: string): void {
  if (world.readings['no-report-in'] === 'goes-on') return;
  const isOne = (entry: Entry): boolean => {
    if (entry.what === 'opening') {
      return entry.isReportIn && world.readings['registration-year'] !== 'opening-apart';
    }
    return entry.what === 'report-in' || entry.what === 'handed-report-in';
  };
  const reported = account.entries.some(
    (entry) => isOne(entry) && spanOf('year', entry.on) === spanOf('year', on),
  );
  no.when(!reported, 'no-report-in');
}

type Taking = {
  readonly item: string;
  readonly matter: string;
  readonly post: string | undefined;
  readonly on: string;
};

/** One matter is entered under one item; service under the activities' item needs the claim, and may score once in a while. */
export function oneMatter(
  no: Objections,
  world: World,
  account: Account,
  { item, matter, post, on }: Taking,
): void {
  const matters = account.standing.filter((entry): entry is Matter => entry.what === 'matter');
  const isElsewhere = matters.some((one) => one.matter === matter && one.item !== item);
  no.when(world.readings['one-matter-one-item'] === 'one-item' && isElsewhere, 'matter-under-another-item');
  if (item !== 'activity' || post === undefined) return;
  const span = ({ monthly: 'month', 'half-yearly': 'half-year' } as const)[
    world.readings['continuing-post'] as 'monthly'
  ];
  const served = matters.filter((one) => one.item === 'activity' && one.post === post);
  no.when(
    span !== undefined && served.some((one) => spanOf(span, one.on) === spanOf(span, on)),
    'once-per-period',
  );
  no.when(!isHeld(world, account, post, on), 'post-not-claimed');
}

/** What the other of service and attendance leaves of the 2 points of a matter. */
export function roomOfMatter(
  { readings }: World,
  account: Account,
  { item, matter, capacity }: Pick<Matter, 'item' | 'matter' | 'capacity'>,
  without?: Entry,
): number {
  if (item !== 'activity' || readings['activity-service-and-attendance'] !== 'together') {
    return Number.POSITIVE_INFINITY;
  }
  const other = account.standing.find(
    (one): one is Matter =>
      one !== without &&
      one.what === 'matter' &&
      one.item === item &&
      one.matter === matter &&
      one.capacity !== capacity,
  );
  return other === undefined ? Number.POSITIVE_INFINITY : Math.max(POINTS_OF_A_MATTER - other.points, 0);
}

/** Whether a post is held on a day, by claims that count; one of them may be left out of account. */
export function isHeld(
  { readings }: World,
  account: Account,
  post: string,
  on: string,
  without?: Entry,
): boolean {
  const needs = readings['service-needs-claim'];
  if (needs === 'not-needed') return true;
  return claimsHeld(account, post, on).some(
    (claim) => claim !== without && !claim.pending && (needs === 'claimed' || claim.on <= on),
  );
}
