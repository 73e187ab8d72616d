import type { Account } from '../../account/state/account.js';
import { type Entry, sendEntry } from './clerical-errors.js';
import { planOf } from './plan.js';
import type { PlannedAction, PlannedCorrection, PlannedEntry } from './planning.js';
import { below, diceOf } from './random.js';
import { redeem } from './redeem.js';
import type { RunSetup } from './run-setup.js';
import {
  dateOf,
  freshId,
  newVolunteer,
  type OnDecided,
  send,
  type Volunteer,
  wellFormed,
} from './volunteer.js';

/** Simulates one volunteer: opens the account, then carries out the plan day by day. */
export function runVolunteer(setup: RunSetup, number: number, onDecided: OnDecided): Account {
  const role = roleOf(setup, number);
  const dice = diceOf(setup.seed, number);
  const { joined, planned } = planOf(role, role.redeeming, setup.days, number - role.first, dice);
  const volunteer = newVolunteer(setup, role, number, joined, onDecided);
  openAccount(volunteer);
  for (const action of planned) act(volunteer, action);
  return volunteer.account;
}

/** The role of a volunteer. */
export function roleOf({ roles }: RunSetup, number: number): RunSetup['roles'][number] {
  return roles.find(
    ({ first, volunteers }) => number >= first && number < first + volunteers,
  ) as RunSetup['roles'][number];
}

function openAccount(volunteer: Volunteer): void {
  const { accountId, joined, role, setup } = volunteer;
  const by = setup.by.OpenAccount;
  if (by === undefined) return;
  const { communityId } = setup;
  const on = dateOf(volunteer, joined);
  const data = { accountId, role: role.role, communityId, on, formComplete: true, by };
  send(volunteer, wellFormed(volunteer, { type: 'OpenAccount', data }));
}

function act(volunteer: Volunteer, planned: PlannedAction): void {
  switch (planned.kind) {
    case 'entry':
      sendEntry(volunteer, entryOf(volunteer, planned), planned.on, planned.errors);
      break;
    case 'report-in':
      sendEntry(volunteer, reportInOf(volunteer, planned.entered), planned.entered, planned.errors);
      break;
    case 'visit':
      redeem(volunteer, dateOf(volunteer, planned.entered), planned.roll);
      break;
    case 'correction':
      correct(volunteer, planned);
      break;
  }
}

function entryOf(volunteer: Volunteer, { item, measure, on, served }: PlannedEntry): Entry | undefined {
  const { accountId, posts, setup } = volunteer;
  const { difficulty, quantity } = measure;
  const day = dateOf(volunteer, on);
  const graded = difficulty === undefined ? {} : { difficulty };
  if (item.entry === 'claim') {
    const by = setup.by.ClaimPost;
    if (by === undefined) return undefined;
    const postId = freshId(volunteer, 'p');
    const data = { accountId, postId, kind: 'post', ...graded, on: day, by } as const;
    return wellFormed(volunteer, { type: 'ClaimPost', data });
  }
  const by = setup.by.CreditActivity;
  if (by === undefined) return undefined;
  const matterId = freshId(volunteer, 'm');
  const counted = quantity === undefined ? {} : { quantity };
  const postId = served === undefined ? undefined : posts[below(posts.length, served)];
  const service = postId === undefined ? {} : { postId };
  const data = { accountId, item: item.item, matterId, ...graded, ...counted, on: day, ...service, by };
  return wellFormed(volunteer, { type: 'CreditActivity', data });
}

function reportInOf(volunteer: Volunteer, on: number): Entry | undefined {
  const { accountId, setup } = volunteer;
  const by = setup.by.ReportIn;
  return by === undefined
    ? undefined
    : wellFormed(volunteer, { type: 'ReportIn', data: { accountId, on: dateOf(volunteer, on), by } });
}

const REASON = '抽查核实 (spot check)';

/** Corrects the score. A community has to name a matter, so it corrects nothing while there is none. */
function correct(volunteer: Volunteer, { entered, points, named }: PlannedCorrection): void {
  const { accountId, matters, setup } = volunteer;
  const by = setup.by.CorrectScore;
  const matter = named === undefined ? undefined : matters[below(matters.length, named)];
  if (by === undefined || (matter === undefined && by.office === 'community')) return;
  const corrects = matter === undefined ? {} : { corrects: matter.id, item: matter.item };
  const correctionId = freshId(volunteer, 'c');
  const on = dateOf(volunteer, entered);
  const data = { accountId, correctionId, points, reason: REASON, on, by, ...corrects };
  send(volunteer, wellFormed(volunteer, { type: 'CorrectScore', data }));
}
