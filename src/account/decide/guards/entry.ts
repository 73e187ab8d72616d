import type { CompiledCatalogueEntry, CompiledItem, CompiledRules } from '../../../rules/compiled.js';
import { isInForce } from '../../../rules/in-force.js';
import { NO_READINGS, type ReadingsUsed } from '../../../rules/readings-used.js';
import type { Barred, Clause, ItemRule } from '../../../rules/rule-set.js';
import { dayNumber } from '../../../values/calendar.js';
import { own } from '../../../values/json.js';
import type { Text } from '../../../values/text.js';
import { type WindowKind, windowOf } from '../../../values/window.js';
import type { Command } from '../../commands/command.js';
import { type Account, folded } from '../../state/account.js';
import { fallenBelow } from '../../state/figures/fallen-below.js';
import type { AccountContext, Context } from '../context.js';
import { refuse } from '../outcome.js';
import { memberOf, requireAuthority } from './authority.js';

/*
 * Guards that several commands share. Each returns, or refuses; a decision calls them in the order in which the refusal codes are
 * listed.
 */

/**
 * What every command but the opening asks first: an account that was opened, the one it names, of a known role, and the authority to act
 * on it. That it is still open is asked with the date, since a command sent again is answered as before.
 */
export function requireOpenAccount(context: Context, command: Command, account: Account): AccountContext {
  const { handbook, programme, rules } = context;
  const { accountId } = command.data;
  const { clauses } = rules.ruleSet;
  if (account.status === 'unopened') refuse('account-not-open', clauses.accounts, { accountId });
  if (account.accountId !== accountId) {
    refuse('wrong-account', clauses.accounts, { accountId, loaded: account.accountId });
  }
  const role = rules.roles.get(account.role);
  if (role === undefined) {
    refuse('unknown-role', clauses.roles, { role: account.role, known: [...rules.roles.keys()] });
  }
  requireAuthority(rules, command, { communityId: account.communityId, member: memberOf(account) });
  return { rules, handbook, programme, account: folded(account), role };
}

/** The rules are in force on that day. */
export function requireInForce(rules: CompiledRules, on: string): void {
  const { ruleSet } = rules;
  if (isInForce(ruleSet, on)) return;
  const { clause, from, until } = ruleSet.inForce;
  const facts = { on, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  refuse('not-in-force', clause, facts, rules.readingsOf('inForce'));
}

/** The account has not been closed. */
function requireStillOpen({ account, rules }: AccountContext): void {
  if (account.closed === undefined) return;
  const { on: closedOn, reason, continuedBy } = account.closed;
  const facts = {
    accountId: account.accountId,
    closedOn,
    reason,
    ...(continuedBy === undefined ? {} : { continuedBy }),
  };
  const { closing, clauses } = rules.ruleSet;
  refuse('account-closed', closing?.clause ?? clauses.accounts, facts, rules.readingsOf('closing'));
}

/** What happened was not written up before it did. */
export function requireRecordedAfter(rules: CompiledRules, { on, recordedOn }: Command['data']): void {
  if (recordedOn === undefined || recordedOn >= on) return;
  refuse('recorded-before', rules.ruleSet.entries.clause, { on, recordedOn });
}

/**
 * An entry may bear that day: the account is open, the rules are in force, it is not before the opening, and in order where the rules ask
 * for that.
 */
export function requireDate(context: AccountContext, data: Command['data']): void {
  const { rules, account } = context;
  const { clause, order } = rules.ruleSet.entries;
  const { on } = data;
  requireStillOpen(context);
  requireRecordedAfter(rules, data);
  requireInForce(rules, on);
  if (on < account.openedOn) refuse('before-opening', clause, { on, openedOn: account.openedOn });
  if (order === 'never-back' && on < account.latestOn) {
    refuse('date-goes-back', clause, { on, latestOn: account.latestOn }, rules.readingsOf('entries.order'));
  }
}

/** The role has the item. */
export function requireItemOfRole({ role }: AccountContext, item: string): CompiledItem {
  const known = role.items.get(item);
  if (known !== undefined) return known;
  const { clause, title } = role.rule;
  return refuse('unknown-item', clause, {
    item,
    role: role.id,
    roleTitle: title,
    known: [...role.items.keys()],
  });
}

/** No bar keeps the account from this on that day. */
export function requireNotBarred({ account, rules }: AccountContext, from: Barred, on: string): void {
  for (const { barId, ground, from: first, until } of account.bars) {
    if (on < first || (until !== undefined && on > until)) continue;
    const rule = own(rules.ruleSet.ineligibility, ground);
    if (rule === undefined || !(rule.bars ?? RECOGNITION).includes(from)) continue;
    const facts = {
      barId,
      ground,
      title: rule.title,
      bars: from,
      from: first,
      ...(until === undefined ? {} : { until }),
    };
    refuse('barred', rule.clause, facts, rules.readingsOf(`ineligibility.${ground}`));
  }
  requireNotFallen({ account, rules }, from, on);
}

/** The account has not fallen below the mark of a ground that bars it from this. */
function requireNotFallen(
  { account, rules }: Pick<AccountContext, 'account' | 'rules'>,
  bars: Barred,
  on: string,
): void {
  for (const [ground, rule] of rules.marks) {
    const { below, clause, title } = rule;
    if (!(rule.bars ?? RECOGNITION).includes(bars)) continue;
    const fallen = fallenBelow(account, below, on);
    if (fallen === undefined) continue;
    const facts = { ground, title, bars, from: fallen.since, missing: fallen.missing };
    refuse('barred', clause, facts, rules.readingsOf(`ineligibility.${ground}`));
  }
}

/** What a ground bars from if it does not say. */
export const RECOGNITION: readonly Barred[] = ['recognition'];

/** The catalogue has the entry that the command names, if it names one. */
export function requireCatalogueEntry({ role, rules }: AccountContext, catalogue: string | undefined): void {
  if (catalogue === undefined) return;
  const entry = rules.catalogue.get(catalogue);
  if (entry === undefined) refuse('unknown-catalogue-entry', rules.ruleSet.clauses.catalogue, { catalogue });
  const { clause, roles, title } = entry.rule;
  if (roles === undefined || roles.includes(role.id)) return;
  // A catalogue may name roles that these rules do not have.
  const roleTitles = roles.flatMap((id): Text[] => {
    const other = rules.roles.get(id);
    return other === undefined ? [] : [other.rule.title];
  });
  const facts = { catalogue, title, roleTitle: role.rule.title, roleTitles };
  refuse('catalogue-for-others', clause, facts, rules.readingsOf('catalogue'));
}

/** The readings by which an entry passed that the account's report-ins, or its entry of the catalogue, might have kept away. */
export function readingsPassed(
  context: AccountContext,
  { on, catalogue }: { readonly on: string; readonly catalogue?: string | undefined },
): ReadingsUsed {
  const { rules } = context;
  const reported = reportInFor(context, on).isMade ? NO_READINGS : rules.readingsOf('entries.reportIn');
  if (catalogue === undefined) return reported;
  // The entry passed, so the catalogue has it.
  const { part } = rules.catalogue.get(catalogue) as CompiledCatalogueEntry;
  return rules.union(reported, rules.readingsOf(`${part}.roles`));
}

/** The report-in that the window of a day needs: its clause, the window, and whether the account has made it. */
function reportInFor(
  { account, role, rules }: AccountContext,
  on: string,
): { readonly clause: Clause; readonly per: WindowKind; readonly window: string; readonly isMade: boolean } {
  const { calendar } = rules.ruleSet;
  const { clause, once } = role.rule.items[role.rule.opening.item] as ItemRule;
  const per = once === undefined || once.per === 'twelve-months' ? 'year' : once.per;
  const { key, first, last } = windowOf(per, on, calendar);
  const isMade = account.reportIns.map(dayNumber).some((day) => day >= first && day <= last);
  return { clause, per, window: key, isMade };
}

/** The window of the day has its report-in, where the rules ask for it. */
export function requireReportIn(context: AccountContext, on: string): void {
  const { rules } = context;
  if (rules.ruleSet.entries.reportIn !== 'needed') return;
  const { clause, per, window, isMade } = reportInFor(context, on);
  if (isMade) return;
  refuse('no-report-in', clause, { on, per, window }, rules.readingsOf('entries.reportIn'));
}
