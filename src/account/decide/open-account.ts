import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import type { OpenAccount } from '../commands/command.js';
import type { FeedbackTerms } from '../events/event.js';
import type { Account, OpenedAccount } from '../state/account.js';
import type { Context } from './context.js';
import { entitled, forceParts, inForce } from './guards.js';
import { memberOf, personParts } from './persons.js';
import { accept, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

/** Opening an account: one each, of the role's colour, on a completed form (clauses 2.2, 2.3.1.1, 2.3.2.1, 2.3.3.1). */
export function openAccount({ rules }: Context, { type, data }: OpenAccount, account: Account): Decision {
  const { ruleSet, reference } = rules;
  const none = rules.rests();
  if (account.status === 'open' && account.accountId !== data.accountId) {
    return refuse(
      'wrong-account',
      ruleSet.clauses.accounts,
      { accountId: data.accountId, loaded: account.accountId },
      none,
    );
  }
  const role = rules.roles.get(data.role);
  if (role === undefined)
    return refuse(
      'unknown-role',
      ruleSet.clauses.roles,
      { role: data.role, known: [...rules.roles.keys()] },
      none,
    );
  const { rule } = role;
  const member = memberOf(data);
  const refusedOffice = entitled(rules, { type, data }, { communityId: data.communityId, member });
  if (refusedOffice !== undefined) return refusedOffice;
  if (account.status === 'open') {
    if (sameOpening(account, data)) return RETRIED;
    const facts = { accountId: data.accountId, openedOn: account.openedOn };
    return refuse('account-already-open', rule.account.clause, facts, none);
  }
  const refusedDay = inForce(rules, data.on);
  if (refusedDay !== undefined) return refusedDay;
  if (data.colour !== undefined && data.colour !== rule.account.colour) {
    return refuse(
      'wrong-colour',
      rule.account.clause,
      { colour: data.colour, expected: rule.account.colour },
      none,
    );
  }
  if (!data.formComplete)
    return refuse('form-incomplete', rule.opening.clause, { form: rule.opening.form }, none);

  // From here on it must succeed.
  const { item } = rule.opening;
  const { once, title } = rule.items[item] as ItemRule;
  return accept({
    type: 'AccountOpened',
    data: {
      accountId: data.accountId,
      communityId: data.communityId,
      role: data.role,
      roleTitle: rule.title,
      colour: rule.account.colour,
      accountTitle: rule.account.title,
      on: data.on,
      by: data.by,
      clause: rule.opening.clause,
      item,
      title,
      points: rule.opening.points,
      reportsIn: once?.opening === 'counts',
      ...(data.memberId === undefined ? {} : { memberId: data.memberId }),
      feedback: feedbackTerms(ruleSet, rule),
      ruleSet: reference,
      readings: rules.rests(
        `roles.${role.id}.items.${item}.once`,
        ...forceParts(rules, data.on),
        ...personParts(rules, data, member),
      ),
    },
    metadata: VERSIONS.AccountOpened,
  });
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

function sameOpening(account: OpenedAccount, data: OpenAccount['data']): boolean {
  return (
    data.formComplete &&
    account.role === data.role &&
    account.communityId === data.communityId &&
    account.openedOn === data.on &&
    memberOf(account) === memberOf(data) &&
    (data.colour === undefined || account.colour === data.colour)
  );
}
