import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { deepFreeze } from '../../values/json.js';
import type { OpenAccount } from '../commands/command.js';
import type { AccountOpened, FeedbackTerms } from '../events/event.js';
import type { Account, OpenedAccount } from '../state/account.js';
import type { Context } from './context.js';
import { METADATA, partsOfEveryCommand } from './events-of.js';
import { memberOf, requireAuthority } from './guards/authority.js';
import { requireInForce } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';

/** Opens an account: one each, of the role's colour, on a completed form (clauses 2.2, 2.3.1.1, 2.3.2.1, 2.3.3.1). */
export function openAccount({ rules }: Context, command: OpenAccount, account: Account): Accepted {
  const { data } = command;
  const { ruleSet } = rules;
  const { clauses } = ruleSet;
  const { accountId, communityId, on } = data;
  if (account.status === 'open' && account.accountId !== accountId) {
    refuse('wrong-account', clauses.accounts, { accountId, loaded: account.accountId });
  }
  const role = rules.roles.get(data.role);
  if (role === undefined) {
    refuse('unknown-role', clauses.roles, { role: data.role, known: [...rules.roles.keys()] });
  }
  const { account: kind, opening } = role.rule;
  const member = memberOf(data);
  requireAuthority(rules, command, { communityId, member });
  if (account.status === 'open') {
    if (isSameOpening(account, data)) return RETRIED;
    refuse('account-already-open', kind.clause, { accountId, openedOn: account.openedOn });
  }

  requireInForce(rules, on);
  if (data.colour !== undefined && data.colour !== kind.colour) {
    refuse('wrong-colour', kind.clause, { colour: data.colour, expected: kind.colour });
  }
  if (!data.formComplete) refuse('form-incomplete', opening.clause, { form: opening.form });

  // Nothing can refuse from here on.
  const { once, title } = role.rule.items[opening.item] as ItemRule;
  const parts = [`roles.${role.id}.items.${opening.item}.once`, ...partsOfEveryCommand(rules, data, member)];
  const opened: AccountOpened['data'] = {
    accountId,
    communityId,
    role: data.role,
    roleTitle: role.rule.title,
    colour: kind.colour,
    accountTitle: kind.title,
    on,
    by: data.by,
    clause: opening.clause,
    item: opening.item,
    title,
    points: opening.points,
    reportsIn: once?.opening === 'counts',
    ...(data.memberId === undefined ? {} : { memberId: data.memberId }),
    feedback: feedbackTerms(ruleSet, role.rule),
    ruleSet: rules.reference,
    readings: rules.readingsOf(...parts),
  };
  return accept({ type: 'AccountOpened', data: deepFreeze(opened), metadata: METADATA.AccountOpened });
}

function feedbackTerms({ feedback, assessment }: RuleSet, role: RoleRule): FeedbackTerms {
  return {
    clause: role.feedback.clause,
    due: feedback.due,
    yearStarts: feedback.yearStarts,
    recipients: role.feedback.recipients,
    uses: role.feedback.uses,
    ...(assessment.mark === undefined ? {} : { outOf: assessment.mark.outOf }),
  };
}

function isSameOpening(account: OpenedAccount, data: OpenAccount['data']): boolean {
  return (
    data.formComplete &&
    account.role === data.role &&
    account.communityId === data.communityId &&
    account.openedOn === data.on &&
    memberOf(account) === memberOf(data) &&
    (data.colour === undefined || account.colour === data.colour)
  );
}
