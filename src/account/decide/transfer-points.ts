import { deepFreeze } from '../../values/json.js';
import type { ReceivePoints, TransferPoints } from '../commands/command.js';
import type { PointsReceived, PointsSent } from '../events/event.js';
import type { Account, TransferRecord } from '../state/account.js';
import { transferOf, undoneIn } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, METADATA } from './events-of.js';
import { requireDate, requireNotBarred, requireOpenAccount } from './guards/entry.js';
import { gainedBeside } from './guards/exact-sums.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import { requireCovered } from './redeem-points.js';

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
  const balance = requireCovered(context, points, clause, on);

  // Nothing can refuse from here on.
  const sent: PointsSent['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf('transfer')),
    transferId,
    to,
    points,
    balance,
  };
  return accept({ type: 'PointsSent', data: deepFreeze(sent), metadata: METADATA.PointsSent });
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
  if (account.earned + gainedBeside(account) + points > Number.MAX_SAFE_INTEGER) {
    refuse('out-of-range', clause, { figure: 'balance', before: account.transferred, points });
  }

  // Nothing can refuse from here on.
  const received: PointsReceived['data'] = {
    ...decidedOn(context, data, clause, rules.readingsOf('transfer')),
    transferId,
    from,
    points,
    sentOn,
  };
  return accept({ type: 'PointsReceived', data: deepFreeze(received), metadata: METADATA.PointsReceived });
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
