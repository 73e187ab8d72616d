import type { CompiledRules } from '../../rules/compiled.js';
import { isInForce } from '../../rules/in-force.js';
import type { ReadingsRested } from '../../rules/readings.js';
import { NOTHING } from '../../rules/rests.js';
import { monthNumber } from '../../values/calendar.js';
import { own } from '../../values/json.js';
import { lookUp } from '../../values/keyed.js';
import { amountIn, sumOfAmounts } from '../../values/monthly.js';
import type { Command } from '../commands/command.js';
import {
  type Account,
  assessment,
  FIELDS,
  type MatterRecord,
  type OpenedAccount,
  redeemable,
} from '../state/account.js';
import type { Context, OpenContext } from './context.js';
import { enteredByOthers, memberOf, personParts } from './persons.js';
import { type Decision, refuse } from './verdict.js';

/*
 * Guards that several commands share. Each says why not, or `undefined` to go on; a decision calls them in the order in which the
 * refusal codes are listed.
 */

/**
 * The account is open, is the one the command names, its role is known to the rule set, and the office and the persons that enter the
 * command may: what every command but the opening asks for first.
 */
export function atOpenAccount(context: Context, account: Account, command: Command): OpenContext | Decision {
  const { handbook, rules } = context;
  const { accountId } = command.data;
  const { clauses } = rules.ruleSet;
  if (account.status !== 'open') return refuse('account-not-open', clauses.accounts, { accountId }, NOTHING);
  if (account.accountId !== accountId) {
    return refuse('wrong-account', clauses.accounts, { accountId, loaded: account.accountId }, NOTHING);
  }
  const role = rules.roles.get(account.role);
  if (role === undefined) {
    const facts = { role: account.role, known: [...rules.roles.keys()] };
    return refuse('unknown-role', clauses.roles, facts, NOTHING);
  }
  const holder = { communityId: account.communityId, member: memberOf(account) };
  return entitled(rules, command, holder) ?? { rules, handbook, account, role };
}

/** Whose account it is: a community's, and there a person's. */
type Holder = { readonly communityId: string; readonly member: string };

/**
 * The rule set gives the command to this office, a community acts on its own accounts, points are redeemed at one's own community, and
 * the persons at the office may.
 */
export function entitled(
  rules: CompiledRules,
  command: Command,
  { communityId, member }: Holder,
): Decision | undefined {
  const { authority, redemption } = rules.ruleSet;
  const { by } = command.data;
  const offices = authority.offices[command.type];
  if (!offices.includes(by.office)) {
    const rested = rules.rests(`authority.offices.${command.type}`);
    const facts = { command: command.type, office: by.office, entitled: offices };
    return refuse('office-not-entitled', authority.clause, facts, rested);
  }
  if (by.office === 'community' && by.communityId !== communityId) {
    return refuse(
      'wrong-community',
      authority.clause,
      { communityId: by.communityId, own: communityId },
      rules.rests(),
    );
  }
  if (command.type === 'RedeemPoints' && command.data.communityId !== communityId) {
    const facts = { communityId: command.data.communityId, own: communityId };
    return refuse('wrong-community', redemption.clause, facts, rules.rests());
  }
  return enteredByOthers(rules, command, member);
}

/** The rules are in force on that day. */
export function inForce(rules: CompiledRules, on: string): Decision | undefined {
  const { ruleSet } = rules;
  if (isInForce(ruleSet, on)) return undefined;
  const { clause, from, until } = ruleSet.inForce;
  const facts = { on, ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
  return refuse('not-in-force', clause, facts, rules.rests('inForce'));
}

/** The day is one that an entry may bear: in force, not before the opening, and in order where the rules ask for that. */
export function datedWell({ rules, account }: OpenContext, on: string): Decision | undefined {
  const { clause, order } = rules.ruleSet.entries;
  const refused = inForce(rules, on);
  if (refused !== undefined) return refused;
  if (on < account.openedOn) {
    return refuse('before-opening', clause, { on, openedOn: account.openedOn }, rules.rests());
  }
  if (order === 'never-back' && on < account.latestOn) {
    return refuse('date-goes-back', clause, { on, latestOn: account.latestOn }, rules.rests('entries.order'));
  }
  return undefined;
}

/** Points credited leave every sum exact: what was earned, the score, and the score of any stretch of months. */
export function creditable(context: OpenContext, clause: string, points: number): Decision | undefined {
  const { account, rules } = context;
  const most = account.earned + points + gainedByCorrections(account);
  if (Number.isSafeInteger(account.earned + points) && most <= Number.MAX_SAFE_INTEGER) return undefined;
  return refuse('out-of-range', clause, { figure: 'earned', before: account.earned, points }, rules.rests());
}

/** A correction leaves every sum exact: of corrections, the score, the balance, and the score of any stretch of months. */
export function correctable(context: OpenContext, countsOn: string, points: number): Decision | undefined {
  const { account, rules } = context;
  const month = monthNumber(countsOn);
  const ofMonth = amountIn(account.correctedIn, month, month);
  const score = assessment(account);
  const figures = [
    ['corrected', account.corrected, account.corrected + points],
    ['assessment', score, score + points],
    ['balance', redeemable(account), redeemable(account) + points],
    ['corrected', ofMonth, ofMonth + points],
    ['assessment', score, account.earned + gainedByCorrections(account) + Math.max(points, 0)],
    ['assessment', score, lostByCorrections(account) + Math.min(points, 0)],
  ] as const;
  for (const [figure, before, after] of figures) {
    if (Number.isSafeInteger(after)) continue;
    return refuse('out-of-range', rules.ruleSet.correction.clause, { figure, before, points }, rules.rests());
  }
  return undefined;
}

/** The sum of the months in which corrections raised the score. */
function gainedByCorrections({ correctedIn }: OpenedAccount): number {
  return sumOfAmounts(correctedIn, (amount) => amount > 0);
}

/** The sum of the months in which corrections lowered the score. */
function lostByCorrections({ correctedIn }: OpenedAccount): number {
  return sumOfAmounts(correctedIn, (amount) => amount < 0);
}

/** What was credited under an item by that key, or `undefined`. */
export function creditedBefore(account: OpenedAccount, item: string, key: string): MatterRecord | undefined {
  return lookUp(own(account.items, item)?.matters ?? [], key, FIELDS.matter);
}

/** The catalogue has the entry that the command names. */
export function inCatalogue({ rules }: Context, catalogue: string | undefined): Decision | undefined {
  if (catalogue === undefined || rules.catalogue.has(catalogue)) return undefined;
  return refuse('unknown-catalogue-entry', rules.ruleSet.clauses.catalogue, { catalogue }, rules.rests());
}

/** The readings that an entry rests on, with those that any entry does: by its day, and by the persons who entered it. */
export function withEntered(
  rested: ReadingsRested,
  { rules, account }: OpenContext,
  data: Command['data'],
): ReadingsRested {
  let all = rested;
  if (data.on < account.latestOn) all = rules.also(all, rules.rests('entries.order'));
  for (const part of forceParts(rules, data.on)) all = rules.also(all, rules.rests(part));
  for (const part of personParts(rules, data, memberOf(account))) all = rules.also(all, rules.rests(part));
  return all;
}

const NO_PARTS: readonly string[] = [];
const IN_FORCE: readonly string[] = ['inForce'];

/** Whether the day an entry bears makes the question of entry into force matter. */
export function forceParts({ ruleSet }: CompiledRules, on: string): readonly string[] {
  return ruleSet.source !== undefined && on < ruleSet.source.issuedOn ? IN_FORCE : NO_PARTS;
}
