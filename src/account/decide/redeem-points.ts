import type { Clause, RuleSet } from '../../rules/rule-set.js';
import { addMonths, addTerm, type DayNumber, dayFromNumber, dayNumber } from '../../values/calendar.js';
import { deepFreeze } from '../../values/json.js';
import { type CalendarWindow, windowAfter } from '../../values/window.js';
import type { RedeemPoints } from '../commands/command.js';
import type { PointsRedeemed, RedeemedLine } from '../events/event.js';
import { type Filing, filing, type Handbook } from '../handbook.js';
import type { Account, RedemptionRecord } from '../state/account.js';
import { redemptionContent, sameLines } from '../state/content.js';
import {
  balanceOn,
  earliestHeldFrom,
  heldBeforeOn,
  heldInTheEnd,
  lapsedBetween,
  takeableOn,
} from '../state/figures/balance.js';
import { redemptionOf, undoneIn } from '../state/records.js';
import type { AccountContext, Context } from './context.js';
import { decidedOn, eventOf } from './events-of.js';
import { requireConditionsOfRedeeming } from './guards/conditions.js';
import { requireDate, requireNotBarred, requireOpenAccount } from './guards/entry.js';
import { requirePeriod, requireRedemptionLimits } from './guards/redemption-limits.js';
import { requireLines } from './guards/redemption-lines.js';
import { type Accepted, accept, RETRIED, refuse } from './outcome.js';
import type { RefusalFacts, Warning } from './refusal.js';

/** Redeems points: one visit, one or several rewards, all or nothing. */
export function redeemPoints(given: Context, command: RedeemPoints, loaded: Account): Accepted {
  const { data } = command;
  const context = requireOpenAccount(given, command, loaded);
  const { account, role, rules } = context;
  const { redemption } = rules.ruleSet;
  const known = redemptionOf(account, data.redemptionId);
  const place = data.communityId === account.communityId ? {} : { at: data.communityId };
  const asked = { ...data, ...place };
  if (known !== undefined && isSameVisit(known, asked)) return RETRIED;
  if (undoneVisits(account).some((visit) => isSameVisit(visit, asked))) return RETRIED;
  if (known !== undefined) {
    const facts = { redemptionId: data.redemptionId, on: known.on };
    refuse('duplicate-redemption', redemption.clause, facts);
  }

  requireDate(context, data);
  requireNotBarred(context, 'redeeming', data.on);
  requireConditionsOfRedeeming(context, data.on);
  const handbook = requireHandbook(context, data);
  const filed = requireFiling(context, handbook, data.on);
  const period = requirePeriod(context, data.on);
  if (data.collectedBy !== undefined && redemption.proxy !== 'allowed') {
    const { collectedBy } = data;
    refuse('proxy-not-allowed', redemption.clause, { collectedBy }, rules.readingsOf('redemption.proxy'));
  }
  const { lines, oldConsents } = requireLines(context, handbook, data);
  const price = lines.reduce((sum, line) => sum + line.points, 0);
  const { deducts } = role.rule.account;
  const priced = lines.map((line) => (deducts ? line : { ...line, price: 0 }));
  requireRedemptionLimits(context, { on: data.on, lines: priced });
  const covered = requireCovered(context, price, redemption.clause, data.on);

  // Nothing can refuse from here on.
  const late = filed.state === 'overdue' || filed.state === 'filed-late';
  const parts = partsUsed(context, data, { lines, isOwed: covered.isOwed });
  parts.push(...filingParts(rules.ruleSet, handbook, late));
  const redeemed: PointsRedeemed['data'] = {
    ...decidedOn(context, data, redemption.clause, rules.readingsOf(...parts)),
    redemptionId: data.redemptionId,
    ...place,
    ...(data.collectedBy === undefined ? {} : { collectedBy: data.collectedBy }),
    lines,
    points: price,
    deducted: deducts ? price : 0,
    balance: covered.balance,
    period: period.key,
    handbook: {
      version: handbook.version,
      published: handbook.published,
      ...(filed.filedOn === undefined ? {} : { filed: filed.filedOn }),
      filing: filed.state,
      ...(filed.dueOn === undefined ? {} : { filingDue: filed.dueOn }),
    },
  };
  return accept(
    eventOf('PointsRedeemed', redeemed),
    deepFreeze([
      ...(late ? [overdue(context, data.on, filed)] : []),
      ...oldEdition(context, data.on, handbook),
      ...oldConsents,
    ]),
  );
}

/** The parts of the rules that an accepted redemption used, its handbook's filing apart. */
function partsUsed(
  context: AccountContext,
  data: RedeemPoints['data'],
  { lines, isOwed }: { readonly lines: readonly RedeemedLine[]; readonly isOwed: boolean },
): string[] {
  const { account, role } = context;
  const parts = [
    'redemption.period',
    'redemption.requires',
    'redemption.limits',
    'redemption.carryOver',
    'redemption.spendableAfter',
    'redemption.spendableWait',
    `roles.${role.id}.account.deducts`,
  ];
  if (isOwed) parts.push('redemption.overdraft');
  if (data.communityId !== account.communityId) parts.push('redemption.at');
  if (data.collectedBy !== undefined) parts.push('redemption.proxy');
  if (data.on < account.latestOn) parts.push('redemption.covered');
  if (lines.some(({ kind }) => kind === 'honour')) parts.push('redemption.honours');
  parts.push('redemption.consent.kinds');
  if (lines.some(({ consent }) => consent !== undefined)) {
    parts.push('redemption.consent.basis', 'redemption.consent.lasts');
  }
  return parts;
}

/** A command's visit, with its community if that is not the account's own. */
type AskedVisit = RedeemPoints['data'] & { readonly at?: string };

function isSameVisit(visit: RedemptionRecord, asked: AskedVisit): boolean {
  const { redemptionId, on, lines } = asked;
  const isSame = visit.redemptionId === redemptionId && visit.on === on && sameLines(visit.lines, lines);
  return isSame && visit.content === redemptionContent(asked);
}

function undoneVisits(account: AccountContext['account']): readonly RedemptionRecord[] {
  return undoneIn(account).flatMap((one) => (one.kind === 'redemption' ? [one.redemption] : []));
}

/** The balance that covers points, with those that wait to be spent, and whether some of them are owed. */
export type Covered = { readonly balance: number; readonly isOwed: boolean };

/** The points are covered by what can be spent, or by what the account may owe. */
export function requireCovered(context: AccountContext, price: number, clause: Clause, on: string): Covered {
  const { rules } = context;
  const { overdraft } = rules.ruleSet.redemption;
  const held = coveredOn(context, on);
  const balance = spendableOf(context, held, on);
  if (price <= balance) return { balance: held, isOwed: false };
  if (overdraft !== undefined && price <= spendableOn(context, on, overdraft.points))
    return { balance: held, isOwed: true };
  const readings = rules.readingsOf(
    'correction.floor',
    'redemption.carryOver',
    'redemption.covered',
    'redemption.spendableAfter',
    'redemption.spendableWait',
    'redemption.overdraft',
  );
  const owed = overdraft === undefined ? {} : { overdraft: overdraft.points };
  const facts = { price, balance, ...withheld(context, balance, on), ...owed, ...lapsed(context, on) };
  return refuse('insufficient-points', clause, facts, readings);
}

/** The points held on a day that cannot be spent on it, and the day from which more of them can. */
function withheld(
  context: AccountContext,
  balance: number,
  on: string,
): Pick<RefusalFacts['insufficient-points'], 'held' | 'spendableFrom'> {
  const { account, rules } = context;
  const held = balanceOn(account, on, rules.ruleSet);
  if (held <= balance) return {};
  const from = spendableFrom(context, on);
  const isMore = from !== undefined && spendableOn(context, from) > balance;
  return { held, ...(isMore ? { spendableFrom: from } : {}) };
}

/** The first day on which points held on a day have waited long enough, where the rules let points wait. */
function spendableFrom({ account, rules }: AccountContext, on: string): string | undefined {
  const { ruleSet } = rules;
  const { spendableAfter, spendableWait } = ruleSet.redemption;
  if (spendableAfter === undefined) return undefined;
  const waiting = earliestHeldFrom(account, spendableBefore(ruleSet, spendableAfter, on), on, ruleSet);
  if (waiting === undefined) return undefined;
  const day = dayFromNumber(windowAfter(spendableAfter, waiting, 1, ruleSet.calendar).first);
  return spendableWait === undefined ? day : addTerm(day, spendableWait);
}

/** The points that lapsed by a day since the last redemption before it. */
function lapsed(
  { account, rules }: AccountContext,
  on: string,
): Pick<RefusalFacts['insufficient-points'], 'lapsed' | 'lapsedOn'> {
  const days = account.redemptions.map((visit) => visit.on).filter((day) => day <= on);
  const last = [account.openedOn, ...days].sort().at(-1) as string;
  const found = lapsedBetween(account, last, on, rules.ruleSet);
  return found === undefined ? {} : { lapsed: found.points, lapsedOn: found.on };
}

/** The points that cover a redemption of a day, as the rules read it, if `owed` points may be owed. */
function coveredOn({ account, rules: { ruleSet } }: AccountContext, on: string, owed = 0): number {
  return ruleSet.redemption.covered === 'when-entered'
    ? heldInTheEnd(account, on, ruleSet) + owed
    : takeableOn(account, on, ruleSet, owed);
}

/** The points that can be spent on a day. */
function spendableOn(context: AccountContext, on: string, owed = 0): number {
  return spendableOf(context, coveredOn(context, on, owed), on, owed);
}

/** Of the points that cover a redemption, those that have waited long enough. */
function spendableOf({ account, rules }: AccountContext, points: number, on: string, owed = 0): number {
  const { ruleSet } = rules;
  const { spendableAfter } = ruleSet.redemption;
  if (spendableAfter === undefined) return points;
  return Math.min(
    points,
    heldBeforeOn(account, spendableBefore(ruleSet, spendableAfter, on), on, ruleSet) + owed,
  );
}

/** The day before which points were earned that can be spent on a day: the latest window's first day that is long enough ago. */
function spendableBefore({ calendar, redemption }: RuleSet, window: CalendarWindow, on: string): DayNumber {
  const { spendableWait } = redemption;
  for (let later = 0; ; later -= 1) {
    const { first } = windowAfter(window, dayNumber(on), later, calendar);
    if (spendableWait === undefined) return first;
    if (addTerm(dayFromNumber(first), spendableWait) <= on) return first;
  }
}

/** There is a handbook, it is that of the community where the points are redeemed, and published. */
function requireHandbook(
  { account, handbook, rules }: AccountContext,
  { communityId: place, on }: RedeemPoints['data'],
): Handbook {
  const { clause } = rules.ruleSet.redemption;
  if (handbook === undefined) refuse('no-handbook', clause, {});
  const { communityId, published } = handbook;
  if (communityId !== place) {
    const own = account.communityId;
    refuse('wrong-handbook', clause, { communityId, own, ...(place === own ? {} : { at: place }) });
  }
  if (on < published) refuse('handbook-not-published', clause, { on, published });
  return handbook;
}

/** The handbook is filed in time, where the rules insist. */
function requireFiling({ rules }: AccountContext, handbook: Handbook, on: string): Filing {
  const { filing: rule } = rules.ruleSet;
  const filed = filing(handbook, rules.ruleSet, on);
  if (rule?.late === 'refuse' && filed.state === 'overdue') {
    const readings = rules.readingsOf(...filingParts(rules.ruleSet, handbook, true));
    refuse('handbook-not-filed', rule.clause, { on, due: filed.dueOn }, readings);
  }
  return filed;
}

/** The parts of the rules that a filing rests on: what follows if it is late, its days, and whether a later edition is filed at all. */
function filingParts({ filing: rule }: RuleSet, { follows }: Handbook, late: boolean): string[] {
  return [
    ...(late ? ['filing.late'] : []),
    ...(late || rule?.days !== undefined ? ['filing.days'] : []),
    ...(follows === undefined ? [] : ['filing.editions']),
  ];
}

/** The warning with every redemption from an edition that a new one should have followed by then. */
function oldEdition({ rules }: AccountContext, on: string, { published }: Handbook): Warning[] {
  const rule = rules.ruleSet.redemption.handbook;
  if (rule === undefined) return [];
  const due = addMonths(published, rule.months);
  if (on <= due) return [];
  const readings = rules.readingsOf('redemption.handbook');
  return [{ code: 'handbook-old', clause: rule.clause, facts: { on, published, due }, readings }];
}

/** The warning with every redemption from a handbook that was not filed in time. */
function overdue({ rules }: AccountContext, on: string, filed: Extract<Filing, { dueOn: string }>): Warning {
  const { dueOn, filedOn, clause } = filed;
  const facts = { on, due: dueOn, ...(filedOn === undefined ? {} : { filed: filedOn }) };
  return {
    code: 'handbook-overdue',
    clause,
    facts,
    readings: rules.readingsOf('filing.late', 'filing.days'),
  };
}
