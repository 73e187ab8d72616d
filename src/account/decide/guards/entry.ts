import type { CompiledRules } from '../../../rules/compiled.js';
import { isInForce } from '../../../rules/in-force.js';
import type { Command } from '../../commands/command.js';
import { type Account, folded } from '../../state/account.js';
import type { AccountContext, Context } from '../context.js';
import { refuse } from '../outcome.js';
import { memberOf, requireAuthority } from './authority.js';

/*
 * Guards that several commands share. Each returns, or refuses; a decision calls them in the order in which the refusal codes are
 * listed.
 */

/** What every command but the opening asks first: an open account, the one it names, of a known role, and the authority to act on it. */
export function requireOpenAccount(context: Context, command: Command, account: Account): AccountContext {
  const { handbook, rules } = context;
  const { accountId } = command.data;
  const { clauses } = rules.ruleSet;
  if (account.status !== 'open') refuse('account-not-open', clauses.accounts, { accountId });
  if (account.accountId !== accountId) {
    refuse('wrong-account', clauses.accounts, { accountId, loaded: account.accountId });
  }
  const role = rules.roles.get(account.role);
  if (role === undefined) {
    refuse('unknown-role', clauses.roles, { role: account.role, known: [...rules.roles.keys()] });
  }
  requireAuthority(rules, command, { communityId: account.communityId, member: memberOf(account) });
  return { rules, handbook, account: folded(account), role };
}

/** The rules are in force on that day. */
export function requireInForce(rules: CompiledRules, on: string): void {
  const { ruleSet } = rules;
  if (isInForce(ruleSet, on)) return;
  const { clause, from, until } = ruleSet.inForce;
  const facts = { on, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  refuse('not-in-force', clause, facts, rules.readingsOf('inForce'));
}

/** An entry may bear that day: in force, not before the opening, and in order where the rules ask for that. */
export function requireDate({ rules, account }: AccountContext, on: string): void {
  const { clause, order } = rules.ruleSet.entries;
  requireInForce(rules, on);
  if (on < account.openedOn) refuse('before-opening', clause, { on, openedOn: account.openedOn });
  if (order === 'never-back' && on < account.latestOn) {
    refuse('date-goes-back', clause, { on, latestOn: account.latestOn }, rules.readingsOf('entries.order'));
  }
}

/** The catalogue has the entry that the command names, if it names one. */
export function requireCatalogueEntry({ rules }: Context, catalogue: string | undefined): void {
  if (catalogue === undefined || rules.catalogue.has(catalogue)) return;
  refuse('unknown-catalogue-entry', rules.ruleSet.clauses.catalogue, { catalogue });
}
