import type { ClaimPost, Command, CreditActivity } from '../../account/commands/command.js';
import type { Account } from '../../account/state/account.js';
import { type Entry, sendEntry } from './clerical-errors.js';
import { below, diceOf } from './dice.js';
import { planOf } from './plan.js';
import type { Planned, PlannedCorrection, PlannedEntry } from './planned.js';
import { redeem } from './redeem.js';
import type { World } from './run-setup.js';
import { dateOf, freshId, made, newcomer, type OnDecided, send, type Volunteer } from './volunteer.js';

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
  const data = { accountId, role: role.role, communityId, on, formComplete: true, by };
  send(volunteer, made(volunteer, { type: 'OpenAccount', data }));
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

/** Every field that a command's data can have, undefined where it is not given. */
type Members<C extends Command> = { readonly [F in keyof Required<C['data']>]: C['data'][F] | undefined };

/** The entry that was planned: with every field it can have, as commands that are read are, so that engines know all of them by one form. */
function entryOf(volunteer: Volunteer, { item, measure, on, served }: PlannedEntry): Entry | undefined {
  const { accountId, posts, world } = volunteer;
  const { difficulty, quantity } = measure;
  const day = dateOf(volunteer, on);
  if (item.entry === 'claim') {
    const by = world.by.ClaimPost;
    if (by === undefined) return undefined;
    const postId = freshId(volunteer, 'p');
    const claimed: Members<ClaimPost> = {
      accountId,
      postId,
      kind: 'post',
      difficulty,
      on: day,
      catalogue: undefined,
      by,
    };
    return made(volunteer, { type: 'ClaimPost', data: claimed as ClaimPost['data'] });
  }
  const by = world.by.CreditActivity;
  if (by === undefined) return undefined;
  const credited: Members<CreditActivity> = {
    accountId,
    item: item.item,
    matterId: freshId(volunteer, 'm'),
    difficulty,
    quantity,
    on: day,
    postId: served === undefined ? undefined : posts[below(posts.length, served)],
    catalogue: undefined,
    clause: undefined,
    note: undefined,
    by,
  };
  return made(volunteer, { type: 'CreditActivity', data: credited as CreditActivity['data'] });
}

function reportInOf(volunteer: Volunteer, on: number): Entry | undefined {
  const { accountId, world } = volunteer;
  const by = world.by.ReportIn;
  return by === undefined
    ? undefined
    : made(volunteer, { type: 'ReportIn', data: { accountId, on: dateOf(volunteer, on), by } });
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
  const data = { accountId, correctionId, points, reason: REASON, on, by, ...corrects };
  send(volunteer, made(volunteer, { type: 'CorrectScore', data }));
}
