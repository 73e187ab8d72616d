import { NO_READINGS, type ReadingsUsed } from '../../rules/readings-used.js';
import type { ReceivePoints, TransferPoints } from '../commands/command.js';
import type { PointsReceived, PointsSent } from '../events/event.js';
import type { Account, TransferRecord } from '../state/account.js';
import { transferOf, undoneIn } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireConditionsOfSending } from './guards/conditions.js';
import { requireDate, requireNotBarred, requireOpenAccount } from './guards/entry.js';
import { gainedBeside } from './guards/exact-sums.js';
import { requireTransferLimits } from './guards/transfer-limits.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { requireCovered } from './redeem-points.js';
import { useOn } from './scoring/limit-use.js';

/** Sends points to another account: they leave the balance, and the event is what the other account receives them by. */
export function transferPoints(given: Context, command: TransferPoints, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const { transferId, to, points, on } = data;
  const clause = transferClause(context);
  if (isKnown(context, { transferId, on, points: -points, other: to }, clause)) return RETRIED;

  requireDate(context, data);
  requireNotBarred(context, 'redeeming', on);
  if (to === account.accountId) refuse('transfer-to-itself', clause, { accountId: to });
  requireConditionsOfSending(context, on);
  requireTransferLimits(context, { on, points });
  const { balance } = requireCovered(context, points, clause, on);

  // Nothing can refuse from here on.
  const sent: PointsSent['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf('transfer')),
    transferId,
    to,
    points,
    balance,
  };
  return accept(eventOf('PointsSent', sent));
}

/** Receives points: the sender's event names this account, and each transfer is received once. */
export function receivePoints(given: Context, command: ReceivePoints, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const { accountId: from, transferId, to, points, on: sentOn } = data.sent.data;
  const clause = transferClause(context);
  if (isKnown(context, { transferId, on: data.on, points, other: from }, clause)) return RETRIED;

  requireDate(context, data);
  if (to !== account.accountId)
    refuse('not-the-receiver', clause, { transferId, to, accountId: account.accountId });
  if (data.on < sentOn) refuse('before-it-was-sent', clause, { transferId, on: data.on, sentOn });
  const room = requireRoomToHold(context, { transferId, points, on: data.on });
  if (account.earned + gainedBeside(account) + points > Number.MAX_SAFE_INTEGER) {
    refuse('out-of-range', clause, { figure: 'balance', before: account.transferred, points });
  }

  // Nothing can refuse from here on.
  const received: PointsReceived['data'] = {
    // What the sender needs, and how much may be sent, is not asked of the receiver.
    ...decidedOn(context, data, clause, rules.union(rules.readingsOf(...CITED), room)),
    transferId,
    from,
    points,
    sentOn,
  };
  return accept(eventOf('PointsReceived', received));
}

/** The parts of the rules that say that points are sent at all. */
const CITED = ['transfer.clause', 'transfer.title'];

/** The points fit whole under the limits on what is held, whatever they were earned under; gives the readings by which they do. */
function requireRoomToHold(
  { account, role, rules }: AccountContext,
  { transferId, points, on }: { readonly transferId: string; readonly points: number; readonly on: string },
): ReadingsUsed {
  let readings = NO_READINGS;
  for (const [limit, rule] of Object.entries(role.rule.limits)) {
    if (rule.counts !== 'balance' || rule.items !== undefined) continue;
    const { clause, maximum, title } = rule;
    const used = rules.readingsOf(`roles.${role.id}.limits.${limit}`);
    const held = useOn(account, rule, on, rules.ruleSet).used;
    if (held + points > maximum) {
      refuse('no-room-to-receive', clause, { transferId, points, limit, title, maximum, held }, used);
    }
    readings = rules.union(readings, used);
  }
  return readings;
}

function transferClause({ rules: { ruleSet } }: AccountContext): string {
  return ruleSet.transfer?.clause ?? ruleSet.clauses.accounts;
}

/** Whether this very transfer is on record; another one under its id is refused. */
function isKnown({ account }: AccountContext, asked: TransferRecord, clause: string): boolean {
  const undone = undoneIn(account).flatMap((one) => (one.kind === 'transfer' ? [one.transfer] : []));
  const known = [...account.transfers, ...undone].filter((one) => one.transferId === asked.transferId);
  if (
    known.some(({ on, points, other }) => on === asked.on && points === asked.points && other === asked.other)
  ) {
    return true;
  }
  const { transferId } = asked;
  const standing = transferOf(account, transferId);
  if (standing !== undefined) refuse('duplicate-transfer', clause, { transferId, on: standing.on });
  return false;
}
