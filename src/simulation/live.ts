import type { Account } from '../account/account.js';
import type { ClaimPost, CreditActivity } from '../account/commands.js';
import type { Mutable } from '../values/mutable.js';
import { below, diceOf } from './dice.js';
import { planOf } from './plan.js';
import type { Planned, PlannedCorrection, PlannedEntry } from './planned.js';
import { redeem } from './redeem.js';
import { type Entry, sendEntry } from './slips.js';
import { dateOf, freshId, newcomer, type OnDecided, send, type Volunteer } from './volunteer.js';
import type { World } from './world.js';

/** Lives one volunteer's run: opens the account, and then does what was planned, day by day. */
export function live(world: World, number: number, onDecided: OnDecided): Account {
  const role = roleOf(world, number);
  const dice = diceOf(world.seed, number);
  const { joined, planned } = planOf(role, role.redeeming, world.days, number - role.first, dice);
  const volunteer = newcomer(world, role, number, joined, onDecided);
  open(volunteer);
  for (const one of planned) act(volunteer, one);
  return volunteer.account;
}

function open(volunteer: Volunteer): void {
  const { accountId, joined, role, world } = volunteer;
  const by = world.by.OpenAccount;
  if (by === undefined) return;
  const { communityId } = world;
  const on = dateOf(volunteer, joined);
  send(volunteer, {
    type: 'OpenAccount',
    data: { accountId, role: role.role, communityId, on, formComplete: true, by },
  });
}

/** The role of a volunteer. */
export function roleOf({ roles }: World, number: number): World['roles'][number] {
  return roles.find(
    ({ first, volunteers }) => number >= first && number < first + volunteers,
  ) as World['roles'][number];
}

function act(volunteer: Volunteer, planned: Planned): void {
  switch (planned.kind) {
    case 'entry':
      sendEntry(volunteer, entryOf(volunteer, planned), planned.on, planned.slips);
      break;
    case 'report-in':
      sendEntry(volunteer, reportInOf(volunteer, planned.entered), planned.entered, planned.slips);
      break;
    case 'visit':
      redeem(volunteer, dateOf(volunteer, planned.entered), planned.roll);
      break;
    case 'correction':
      correct(volunteer, planned);
      break;
  }
}

/** The entry that was planned. Members are set one by one, since objects that are spread from others are slow to make and to read. */
function entryOf(volunteer: Volunteer, { item, measure, on, served }: PlannedEntry): Entry | undefined {
  const { accountId, posts, world } = volunteer;
  const day = dateOf(volunteer, on);
  if (item.entry === 'claim') {
    const by = world.by.ClaimPost;
    if (by === undefined) return undefined;
    const postId = freshId(volunteer, 'p');
    const claimed: Mutable<ClaimPost['data']> = { accountId, postId, kind: 'post', on: day, by };
    if (measure.difficulty !== undefined) claimed.difficulty = measure.difficulty;
    return { type: 'ClaimPost', data: claimed };
  }
  const by = world.by.CreditActivity;
  if (by === undefined) return undefined;
  const matterId = freshId(volunteer, 'm');
  const credited: Mutable<CreditActivity['data']> = { accountId, item: item.item, matterId, on: day, by };
  if (measure.difficulty !== undefined) credited.difficulty = measure.difficulty;
  if (measure.quantity !== undefined) credited.quantity = measure.quantity;
  const postId = served === undefined ? undefined : posts[below(posts.length, served)];
  if (postId !== undefined) credited.postId = postId;
  return { type: 'CreditActivity', data: credited };
}

function reportInOf(volunteer: Volunteer, on: number): Entry | undefined {
  const { accountId, world } = volunteer;
  const by = world.by.ReportIn;
  return by === undefined
    ? undefined
    : { type: 'ReportIn', data: { accountId, on: dateOf(volunteer, on), by } };
}

const REASON = '抽查核实 (spot check)';

/** A correction; a community names a matter, and where there is none yet it has nothing to correct. */
function correct(volunteer: Volunteer, { entered, points, named }: PlannedCorrection): void {
  const { accountId, matters, world } = volunteer;
  const by = world.by.CorrectScore;
  const matter = named === undefined ? undefined : matters[below(matters.length, named)];
  if (by === undefined || (matter === undefined && by.office === 'community')) return;
  const corrects = matter === undefined ? {} : { corrects: matter.id, item: matter.item };
  const correctionId = freshId(volunteer, 'c');
  const on = dateOf(volunteer, entered);
  send(volunteer, {
    type: 'CorrectScore',
    data: { accountId, correctionId, points, reason: REASON, on, by, ...corrects },
  });
}
