import type { ReverseEntry } from '../../account/commands/command.js';
import type { AccountClosed, BankEvent } from '../../account/events/event.js';
import { initialAccount } from '../../account/state/fold.js';
import type { ItemRule } from '../../rules/rule-set.js';
import { type Entry, sendEntry } from './clerical-errors.js';
import { planOf } from './plan.js';
import type {
  PlannedAction,
  PlannedChange,
  PlannedCorrection,
  PlannedEntry,
  PlannedLeaving,
  PlannedUndoing,
} from './planning.js';
import { below, diceOf } from './random.js';
import { redeem } from './redeem.js';
import type { RunSetup } from './run-setup.js';
import {
  dateOf,
  type FinishedAccount,
  freshId,
  newVolunteer,
  type OnDecided,
  type RoleOfRun,
  send,
  type Volunteer,
  wellFormed,
} from './volunteer.js';

/** Simulates one volunteer: opens the account, then carries out the plan day by day. Returns the accounts that the volunteer had. */
export function runVolunteer(
  setup: RunSetup,
  number: number,
  onDecided: OnDecided,
): readonly FinishedAccount[] {
  const role = roleOf(setup, number);
  const dice = diceOf(setup.seed, number);
  const { joined, planned } = planOf(role, role.redeeming, setup.days, number - role.first, dice);
  const volunteer = newVolunteer(setup, role, number, joined, onDecided);
  openAccount(volunteer, joined);
  for (const action of planned) {
    act(volunteer, action);
    if (volunteer.account.status === 'closed') return volunteer.closed;
  }
  const { account, role: last } = volunteer;
  return [...volunteer.closed, { account, role: last, balanceAtClosing: 0, isContinued: false }];
}

/** The role of a volunteer. */
export function roleOf({ roles }: RunSetup, number: number): RoleOfRun {
  return roles.find(({ first, volunteers }) => number >= first && number < first + volunteers) as RoleOfRun;
}

/** Opens an account, or one that continues another. */
function openAccount(volunteer: Volunteer, day: number, closing?: AccountClosed): void {
  const { accountId, role, setup } = volunteer;
  const by = setup.by.OpenAccount;
  if (by === undefined) return;
  const { communityId } = setup;
  const on = dateOf(volunteer, day);
  const continues = closing === undefined ? {} : { continues: [closing] };
  const data = { accountId, role: role.role, communityId, on, formComplete: true, by, ...continues };
  send(volunteer, wellFormed(volunteer, { type: 'OpenAccount', data }));
}

function act(volunteer: Volunteer, planned: PlannedAction): void {
  const event = eventOf(volunteer, planned);
  if (event !== undefined) volunteer.made.set(planned, event);
}

/** Carries out an action and returns the event that it led to. */
function eventOf(volunteer: Volunteer, planned: PlannedAction): BankEvent | undefined {
  switch (planned.kind) {
    case 'entry':
      return sendEntry(volunteer, entryOf(volunteer, planned), planned.on, planned.errors);
    case 'report-in':
      return sendEntry(volunteer, reportInOf(volunteer, planned.entered), planned.entered, planned.errors);
    case 'visit':
      return redeem(volunteer, dateOf(volunteer, planned.entered), planned.roll);
    case 'correction':
      return correct(volunteer, planned);
    case 'undoing':
      return undo(volunteer, planned);
    case 'leaving':
      return closeAccount(volunteer, planned);
    case 'change':
      return changeRole(volunteer, planned);
  }
}

/** Undoes what a planned action led to, if it led to anything. */
function undo(volunteer: Volunteer, { entered, of }: PlannedUndoing): BankEvent | undefined {
  const by = volunteer.setup.by.ReverseEntry;
  const event = volunteer.made.get(of);
  const reverses = event === undefined ? undefined : nameOf(event);
  if (by === undefined || reverses === undefined) return undefined;
  const { accountId } = volunteer;
  const reversalId = freshId(volunteer, 'u');
  const data = { accountId, reversalId, reverses, reason: SLIP, on: dateOf(volunteer, entered), by };
  return send(volunteer, wellFormed(volunteer, { type: 'ReverseEntry', data }));
}

const SLIP = '登记差错 (slip)';

function nameOf(event: BankEvent): ReverseEntry['data']['reverses'] | undefined {
  switch (event.type) {
    case 'PostClaimed':
      return { kind: 'claim', id: event.data.postId };
    case 'ActivityCredited':
      return { kind: 'matter', id: event.data.matterId, item: event.data.item };
    case 'PointsRedeemed':
      return { kind: 'redemption', id: event.data.redemptionId };
    default:
      return undefined;
  }
}

/** Closes the account. */
function closeAccount(
  volunteer: Volunteer,
  { entered, reason }: PlannedLeaving | PlannedChange,
  continuedBy?: string,
): AccountClosed | undefined {
  const { accountId, role, setup } = volunteer;
  const by = setup.by.CloseAccount;
  if (by === undefined || volunteer.account.status !== 'open') return undefined;
  const further = continuedBy === undefined ? {} : { continuedBy };
  const data = { accountId, reason, ...further, on: dateOf(volunteer, entered), by };
  const event = send(volunteer, wellFormed(volunteer, { type: 'CloseAccount', data }));
  if (event?.type !== 'AccountClosed') return undefined;
  const isContinued = continuedBy !== undefined && event.data.handedOn !== undefined;
  const { account } = volunteer;
  volunteer.closed.push({ account, role, balanceAtClosing: event.data.balance, isContinued });
  return event;
}

/** Closes the account and goes on in another one, as another role. Where nothing is handed on, that one starts with nothing. */
function changeRole(volunteer: Volunteer, planned: PlannedChange): BankEvent | undefined {
  const { setup } = volunteer;
  const role = setup.roles.find((one) => one.role === planned.to);
  if (role === undefined || role === volunteer.role || setup.by.OpenAccount === undefined) return undefined;
  const next = `${volunteer.accountId}-${planned.to}`;
  const closing = closeAccount(volunteer, planned, next);
  if (closing === undefined) return undefined;
  volunteer.role = role;
  volunteer.accountId = next;
  volunteer.account = initialAccount;
  volunteer.made.clear();
  volunteer.matters = [];
  if (closing.data.handedOn === undefined) volunteer.posts = [];
  openAccount(volunteer, planned.entered, closing.data.handedOn === undefined ? undefined : closing);
  return closing;
}

function entryOf(volunteer: Volunteer, planned: PlannedEntry): Entry | undefined {
  const { entered, item, measure, on, served } = planned;
  const { accountId, posts, role, setup } = volunteer;
  // After a change of role, what the new role does not have is not done any more.
  if (!Object.hasOwn(role.rule.items, item.item)) return undefined;
  const { difficulty, quantity } = measure;
  const day = dateOf(volunteer, on);
  const late = entered > on ? { recordedOn: dateOf(volunteer, entered) } : {};
  const graded = difficulty === undefined ? {} : { difficulty };
  if (item.entry === 'claim') {
    const by = setup.by.ClaimPost;
    if (by === undefined) return undefined;
    const postId = freshId(volunteer, 'p');
    const data = { accountId, postId, kind: 'post', ...graded, on: day, by, ...late } as const;
    return wellFormed(volunteer, { type: 'ClaimPost', data });
  }
  const by = setup.byOfItem.get(role.rule.items[item.item] as ItemRule) ?? setup.by.CreditActivity;
  if (by === undefined) return undefined;
  const matterId = freshId(volunteer, 'm');
  const counted = quantity === undefined ? {} : { quantity };
  const postId = served === undefined ? undefined : posts[below(posts.length, served)];
  const service = postId === undefined ? {} : { postId };
  const data = {
    accountId,
    item: item.item,
    matterId,
    ...graded,
    ...counted,
    on: day,
    ...service,
    by,
    ...late,
  };
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

/** Corrects the score. An office that corrects matters alone corrects nothing while there is none. */
function correct(volunteer: Volunteer, { entered, points, named }: PlannedCorrection): BankEvent | undefined {
  const { accountId, matters, setup } = volunteer;
  const by = setup.by.CorrectScore;
  const matter = named === undefined ? undefined : matters[below(matters.length, named)];
  const { mattersOnly } = setup.bank.ruleSet.correction;
  if (by === undefined || (matter === undefined && mattersOnly?.includes(by.office))) return undefined;
  const corrects = matter === undefined ? {} : { corrects: matter.id, item: matter.item };
  const correctionId = freshId(volunteer, 'c');
  const on = dateOf(volunteer, entered);
  const data = { accountId, correctionId, points, reason: REASON, on, by, ...corrects };
  return send(volunteer, wellFormed(volunteer, { type: 'CorrectScore', data }));
}
