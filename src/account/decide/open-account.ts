import type { CompiledRules } from '../../rules/compiled.js';
import type { ItemRule, RoleRule, RuleSet } from '../../rules/rule-set.js';
import { partsForRole } from '../../values/for-role.js';
import type { HandedOn } from '../commands/carried-event.js';
import type { OpenAccount } from '../commands/command.js';
import type { AccountOpened, Continued, FeedbackTerms } from '../events/event.js';
import type { Account, OpenedAccount } from '../state/account.js';
import type { Context } from './context.js';
import { eventOf, partsOfEveryCommand, recordedLater } from './events-of.js';
import { memberOf, requireAuthority } from './guards/authority.js';
import { requireInForce, requireRecordedAfter } from './guards/entry.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import type { RefusalFacts } from './refusal.js';
import { hasReportedIn } from './report-in.js';

/** Opens an account of the role's colour, on a completed form where the role's clause on the opening asks for one. */
export function openAccount({ rules }: Context, command: OpenAccount, account: Account): Accepted {
  const { data } = command;
  const { ruleSet } = rules;
  const { clauses } = ruleSet;
  const { accountId, communityId, on } = data;
  if (account.status !== 'unopened' && account.accountId !== accountId) {
    refuse('wrong-account', clauses.accounts, { accountId, loaded: account.accountId });
  }
  const role = rules.roles.get(data.role);
  if (role === undefined) {
    refuse('unknown-role', clauses.roles, { role: data.role, known: [...rules.roles.keys()] });
  }
  const { account: kind, opening } = role.rule;
  const { form } = opening;
  const member = memberOf(data);
  requireAuthority(rules, command, { communityId, member });
  if (account.status !== 'unopened') {
    const isComplete = form === undefined || data.formComplete === true;
    if (isComplete && isSameOpening(account, data)) return RETRIED;
    refuse('account-already-open', kind.clause, { accountId, openedOn: account.openedOn });
  }

  requireRecordedAfter(rules, data);
  requireInForce(rules, on);
  if (data.colour !== undefined && data.colour !== kind.colour) {
    refuse('wrong-colour', kind.clause, { colour: data.colour, expected: kind.colour });
  }
  if (form !== undefined && data.formComplete !== true) {
    refuse('form-incomplete', opening.clause, { form });
  }
  requireNoOtherAccount(rules, data);
  const continues = requireContinuable(rules, data);

  // Nothing can refuse from here on.
  const rule = role.rule.items[opening.item] as ItemRule;
  const { once, title } = rule;
  const handedReportIns = continues.flatMap(({ handedOn }) => handedOn.reportIns);
  const isReportedIn = hasReportedIn(rule, handedReportIns, on, ruleSet.calendar);
  const parts = [`roles.${role.id}.items.${opening.item}.once`, ...partsOfEveryCommand(rules, data, member)];
  if (continues.length > 0) parts.push('closing');
  if (data.otherAccounts !== undefined) parts.push('oneAccount');
  const uses = partsForRole(ruleSet.uses, role.id).map(([id, { title, clause }]) => ({ id, title, clause }));
  const opened: AccountOpened['data'] = {
    accountId,
    communityId,
    role: data.role,
    roleTitle: role.rule.title,
    colour: kind.colour,
    accountTitle: kind.title,
    on,
    ...recordedLater(data),
    by: data.by,
    clause: opening.clause,
    item: opening.item,
    title,
    // The year's report-in goes along with what is handed on, and scores once.
    points: isReportedIn ? 0 : opening.points,
    reportsIn: once?.opening === 'counts' && !isReportedIn,
    ...(data.memberId === undefined ? {} : { memberId: data.memberId }),
    feedback: feedbackTerms(ruleSet, role.rule),
    ...(uses.length === 0 ? {} : { standsFor: uses }),
    ...(continues.length === 0 ? {} : { continues }),
    ...(data.otherAccounts === undefined ? {} : { otherAccounts: data.otherAccounts }),
    ruleSet: rules.reference,
    readings: rules.readingsOf(...parts),
  };
  return accept(eventOf('AccountOpened', opened));
}

/** The person has no other open account that the opening names, where the rules give each person one. */
function requireNoOtherAccount(
  { ruleSet, readingsOf }: CompiledRules,
  { otherAccounts: [other] = [] }: OpenAccount['data'],
): void {
  const { oneAccount } = ruleSet;
  if (oneAccount === undefined || other === undefined) return;
  refuse('another-account-open', oneAccount.clause, { ...other }, readingsOf('oneAccount'));
}

/** The closed accounts that are named can be continued by this one. */
function requireContinuable(
  { ruleSet }: CompiledRules,
  { accountId, memberId, on, continues = [] }: OpenAccount['data'],
): readonly Continued[] {
  const clause = ruleSet.closing?.clause ?? ruleSet.clauses.accounts;
  const seen = new Set<string>();
  let sum = 0;
  const continued = continues.map(({ data }): Continued => {
    const { handedOn, reason, communityId, on: closedOn } = data;
    const cannot = (because: RefusalFacts['cannot-continue']['because']): never =>
      refuse('cannot-continue', clause, { accountId: data.accountId, because, closedOn });
    if (data.accountId === accountId) cannot('same-account');
    if (seen.has(data.accountId)) cannot('twice');
    seen.add(data.accountId);
    if (closedOn > on) cannot('closed-later');
    if (handedOn === undefined) return cannot('nothing-handed-on');
    if (data.continuedBy !== undefined && data.continuedBy !== accountId) cannot('another-continues-it');
    if (memberId !== undefined && data.memberId !== undefined && memberId !== data.memberId) {
      cannot('another-member');
    }
    sum += sizeOf(handedOn);
    return { accountId: data.accountId, communityId, closedOn, reason, handedOn };
  });
  if (sum > Number.MAX_SAFE_INTEGER) {
    refuse('out-of-range', clause, { figure: 'earned', before: 0, points: Number.MAX_SAFE_INTEGER });
  }
  return continued;
}

/** The points that are handed on, all counted as if they were above 0: no sum of some of them is larger. */
function sizeOf({ items, corrected, transferred, visits }: HandedOn): number {
  const points = [...items, ...corrected, ...transferred].reduce((sum, of) => sum + Math.abs(of.points), 0);
  const spent = visits.flatMap(({ lines }) => lines).reduce((sum, of) => sum + of.quantity * of.price, 0);
  return points + spent;
}

function feedbackTerms({ feedback, assessment }: RuleSet, role: RoleRule): FeedbackTerms {
  return {
    clause: role.feedback.clause,
    due: feedback.due,
    yearStarts: feedback.yearStarts,
    recipients: role.feedback.recipients,
    uses: role.feedback.uses,
    ...(assessment.mark === undefined ? {} : { outOf: assessment.mark.outOf }),
    ...(assessment.scale === undefined ? {} : { scale: assessment.scale }),
  };
}

function isSameOpening(account: OpenedAccount, data: OpenAccount['data']): boolean {
  return (
    account.role === data.role &&
    account.communityId === data.communityId &&
    account.openedOn === data.on &&
    memberOf(account) === memberOf(data) &&
    (data.colour === undefined || account.colour === data.colour) &&
    sameContinued(account.continues, data.continues)
  );
}

function sameContinued(
  held: readonly string[] = [],
  continues: OpenAccount['data']['continues'] = [],
): boolean {
  return held.length === continues.length && continues.every(({ data }, i) => data.accountId === held[i]);
}
