/*
 * 2.2, 2.3: opening, reporting in, claiming, taking part.
 */
import { spanOf, within } from './calendar.js';
import type { ClaimPost, CreditActivity, OpenAccount, ReportIn, World } from './commands.js';
import { byOwnCommunity, byPersons, dated, inCatalogue } from './guards.js';
import type { Account, Claim, Matter } from './ledger.js';
import { AGAIN, done, Objections, type Outcome } from './outcome.js';
import { byDifficulty, capSpan, limited } from './scoring.js';
import { ROLES, type Role } from './text.js';

/** An account is opened once, on the completed form, in the role's colour; that is 1 point. */
export function openAccount(world: World, accounts: Map<string, Account>, { data }: OpenAccount): Outcome {
  const no = new Objections();
  const role = Object.hasOwn(ROLES, data.role) ? ROLES[data.role as Role] : undefined;
  no.when(role === undefined, 'unknown-role');
  byOwnCommunity(no, data.by, data.communityId);
  const person = data.memberId ?? data.accountId;
  byPersons(no, world, data.by, person);
  const before = accounts.get(data.accountId);
  const wrongColour = data.colour !== undefined && data.colour !== role?.colour;
  if (before !== undefined) {
    const same =
      before.role === data.role &&
      before.community === data.communityId &&
      before.person === person &&
      before.opened === data.on &&
      data.formComplete &&
      !wrongColour;
    if (same && !no.any) return AGAIN;
    no.when(true, 'account-already-open');
  }
  dated(no, world, data.on);
  no.when(role !== undefined && wrongColour, 'wrong-colour');
  no.when(!data.formComplete, 'form-incomplete');
  if (no.any) return no.outcome;
  const { on, by } = data;
  accounts.set(data.accountId, {
    role: data.role as Role,
    community: data.communityId,
    person,
    opened: on,
    entries: [{ what: 'opening', on, by, points: 1, freed: 0 }],
  });
  return done(1);
}

/** 'Every year' is 1 point; whether opening is that year's report-in, and which year, is a reading. */
export function reportIn(world: World, account: Account, { data: { on, by } }: ReportIn): Outcome {
  const no = new Objections();
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const reading = world.readings['registration-year'];
  const before = account.entries.filter(({ what }) => what === 'report-in');
  if (before.some((entry) => entry.on === on) && !no.any) return AGAIN;
  dated(no, world, on, account);
  const days = before.map((entry) => entry.on);
  if (reading !== 'opening-apart') days.push(account.opened);
  const stands =
    reading === 'twelve-months'
      ? days.some((day) => within(12, day, on))
      : days.some((day) => spanOf('year', day) === spanOf('year', on));
  no.when(stands, 'already-reported-in');
  const points = limited(no, world, account, 'registration', on, 1);
  if (no.any) return no.outcome;
  account.entries.push({ what: 'report-in', on, by, points, freed: 0 });
  return done(points);
}

/** A post or project claimed; past the cap it may score nothing and is held all the same. */
export function claimPost(world: World, account: Account, { data }: ClaimPost): Outcome {
  const no = new Objections();
  const { postId: post, kind, difficulty, catalogue, on, by } = data;
  byOwnCommunity(no, by, account.community);
  byPersons(no, world, by, account.person);
  const before = account.entries.filter(
    (entry): entry is Claim => entry.what === 'claim' && entry.post === post,
  );
  const same = (claim: Claim): boolean =>
    claim.kind === kind &&
    claim.difficulty === difficulty &&
    claim.catalogue === catalogue &&
    claim.on === on;
  if (before.some(same) && !no.any) return AGAIN;
  const inSpan = before.some((claim) => spanOf(capSpan(world), claim.on) === spanOf(capSpan(world), on));
  no.when(world.readings['claim-again'] === 'refused' && inSpan, 'duplicate-claim');
  dated(no, world, on, account);
  inCatalogue(no, world, catalogue);
  const scored = byDifficulty(no, world, account, 'claim', difficulty);
  const points = limited(no, world, account, 'claim', on, scored);
  if (no.any) return no.outcome;
  account.entries.push({
    what: 'claim',
    post,
    kind,
    difficulty: difficulty as string,
    catalogue,
    on,
    by,
    points,
    freed: 0,
  });
  return done(points);
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
  const twoMatters =
    item === 'activity' && world.readings['activity-service-and-attendance'] === 'two-matters';
  const before = account.entries.find(
    (entry): entry is Matter =>
      entry.what === 'matter' &&
      entry.item === item &&
      entry.matter === matter &&
      (!twoMatters || (entry.post === undefined) === (post === undefined)),
  );
  if (before !== undefined) {
    const same =
      before.on === on &&
      before.difficulty === difficulty &&
      quantity === undefined &&
      before.post === post &&
      before.catalogue === catalogue &&
      before.note === note;
    if (same && !no.any) return AGAIN;
    no.when(true, 'duplicate-matter');
  }
  dated(no, world, on, account);
  inCatalogue(no, world, catalogue);
  no.when(post !== undefined && !isHeld(world, account, post, on), 'post-not-claimed');
  no.when(quantity !== undefined, 'wrong-measure');
  const scored = byDifficulty(no, world, account, item, difficulty);
  const points = limited(no, world, account, item, on, scored);
  if (no.any) return no.outcome;
  account.entries.push({
    what: 'matter',
    item,
    matter,
    difficulty: difficulty as string,
    post,
    catalogue,
    note,
    on,
    by,
    points,
    freed: 0,
  });
  return done(points);
}

function isHeld({ readings }: World, account: Account, post: string, on: string): boolean {
  const needs = readings['service-needs-claim'];
  if (needs === 'not-needed') return true;
  return account.entries.some(
    (entry) => entry.what === 'claim' && entry.post === post && (needs === 'claimed' || entry.on <= on),
  );
}
