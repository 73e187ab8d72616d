import type { ClosingReason, ClosingRule } from '../../rules/rule-set.js';
import { own } from '../../values/json.js';
import type { CloseAccount } from '../commands/command.js';
import type { AccountClosed } from '../events/event.js';
import type { Account } from '../state/account.js';
import { handedOn } from '../state/booking/handing-on.js';
import { takeableOn } from '../state/figures/balance.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireDate, requireOpenAccount } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';

/** Closes an account. What it holds is handed on to the account that continues it, or forfeited, as the rules say of the reason. */
export function closeAccount(given: Context, command: CloseAccount, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, rules } = context;
  const { on, reason, continuedBy } = data;
  const { closed } = account;
  if (closed?.on === on && closed.reason === reason && closed.continuedBy === continuedBy) return RETRIED;

  requireDate(context, data);
  const { closing, because } = requireReason(context, reason);
  if (on < account.latestOn) {
    refuse('entries-after-closing', closing.clause, { on, latestOn: account.latestOn });
  }

  // Nothing can refuse from here on.
  const balance = takeableOn(account, on, rules.ruleSet);
  const isForfeited = because.holdings === 'forfeited';
  const closedData: AccountClosed['data'] = {
    ...decidedOn(context, data, closing.clause, rules.readingsOf('closing')),
    reason,
    reasonTitle: because.title,
    balance,
    forfeited: isForfeited ? Math.max(balance, 0) : 0,
    ...(account.memberId === undefined ? {} : { memberId: account.memberId }),
    ...(continuedBy === undefined ? {} : { continuedBy }),
    ...(isForfeited ? {} : { handedOn: handedOn(account, on) }),
  };
  return accept(eventOf('AccountClosed', closedData));
}

/** The rules let accounts be closed for this reason. */
function requireReason(
  { rules }: AccountContext,
  reason: string,
): { readonly closing: ClosingRule; readonly because: ClosingReason } {
  // Where an office closes accounts, the rules say for which reasons; a rule set that does not fails `defineRuleSet`.
  const closing = rules.ruleSet.closing as ClosingRule;
  const because = own(closing.reasons, reason);
  if (because !== undefined) return { closing, because };
  return refuse('unknown-reason', closing.clause, { reason, known: Object.keys(closing.reasons) });
}
