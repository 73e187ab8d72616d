import { limitsVisits } from '../../../rules/differences/visits-per-year.js';
import type { RedemptionLimit, RuleSet } from '../../../rules/rule-set.js';
import type { HeldLine, OpenedAccount } from '../../state/account.js';
import { linesLeft } from '../../state/booking/handing-on.js';
import { amountOfVisit, fullestOn } from '../../state/figures/measured.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import type { RefusalFacts } from '../refusal.js';
import { noRoom, roomFrom } from './limit-room.js';
import {
  freeAfter,
  openFrom,
  type PeriodOn,
  periodOn,
  usedBy,
  type VisitOfPeriod,
} from './redemption-period.js';

/** Lines of a visit that are redeemed, each with the points that leave the balance for one. */
export type AskedLines = {
  readonly on: string;
  readonly lines: readonly HeldLine[];
  /** What else of the visit stands already: the rest, where some lines are put back. */
  readonly beside?: readonly HeldLine[];
};

/** Redemption is open on that day, and the account has a visit left in the period. */
export function requirePeriod({ account, rules }: AccountContext, on: string): PeriodOn {
  const { clause, limits = {}, period: rule } = rules.ruleSet.redemption;
  const { calendar } = rules.ruleSet;
  const readings = rules.readingsOf('redemption.period');
  const period = periodOn(rule, on, calendar);
  if (period === undefined) {
    // Only between openings is redemption not open.
    const { openings } = rule as Extract<typeof rule, { kind: 'openings' }>;
    refuse('not-an-opening-day', clause, { on, openings }, readings);
  }
  for (const [id, limit] of Object.entries(limits)) {
    if (!limitsVisitsOfPeriod(limit)) continue;
    const visits = visitsUnder(limit, account);
    const made = period.together(visits);
    const last = made.visits
      .map((visit) => visit.on)
      .sort()
      .at(-1);
    if (last === undefined || usedBy(made) < limit.maximum) continue;
    const again = freeAfter(rule, { room: limit.maximum - 1, visits }, on, calendar);
    const next = again === undefined ? {} : { again };
    const facts: RefusalFacts['already-redeemed'] = {
      period: period.key,
      on: last,
      visits: limit.maximum,
      ...next,
    };
    const used = rules.union(readings, rules.readingsOf(`redemption.limits.${id}`));
    refuse('already-redeemed', limit.clause, facts, used);
  }
  return period;
}

/** Whether a limit says how many visits there are in a period, whatever is redeemed in them. */
function limitsVisitsOfPeriod(limit: RedemptionLimit): boolean {
  return limit.per === 'period' && limitsVisits(limit);
}

/** Every other limit on redeeming leaves room for the lines, in every window that holds their day. */
export function requireRedemptionLimits({ account, rules }: AccountContext, visit: AskedLines): void {
  const { ruleSet } = rules;
  for (const [id, limit] of Object.entries(ruleSet.redemption.limits ?? {})) {
    if (limitsVisitsOfPeriod(limit)) continue;
    const { clause, maximum } = limit;
    const asked = amountAsked(limit, visit);
    const { used, window } = useUnder(account, limit, visit, ruleSet);
    if (asked === 0 || used + asked <= maximum) continue;
    const again = againOn(account, limit, asked, visit.on, ruleSet);
    const facts = {
      ...noRoom(id, limit, { asked, used }, again),
      ...(window === undefined ? {} : { window }),
    };
    const parts = limit.per === 'period' ? ['redemption.period'] : [];
    refuse('redemption-limit-reached', clause, facts, rules.readingsOf(`redemption.limits.${id}`, ...parts));
  }
}

/** What some lines add to what a limit counts: no visit to one that counts already, and no line to one of the same reward. */
function amountAsked(limit: RedemptionLimit, { lines, beside = [] }: AskedLines): number {
  return amountOfVisit(limit, [...beside, ...lines]) - amountOfVisit(limit, beside);
}

/** A cap on redeeming over any span: a limit of the rules, or that of a reward in a handbook. */
type RedemptionCap = Pick<RedemptionLimit, 'counts' | 'rewards' | 'per' | 'maximum'>;

/** How much of a cap is used where a day lies, and in which window; a visit has none. */
export function useUnder(
  account: OpenedAccount,
  limit: RedemptionCap,
  { on, beside = [] }: Pick<AskedLines, 'on' | 'beside'>,
  ruleSet: RuleSet,
): { readonly used: number; readonly window?: string | undefined } {
  const { calendar, redemption } = ruleSet;
  if (limit.per === 'visit') return { used: amountOfVisit(limit, beside) };
  if (limit.per !== 'period') {
    const { used, window } = fullestOn(account, { ...limit, per: limit.per }, on, ruleSet);
    return { used, window: window.key };
  }
  const period = periodOn(redemption.period, on, calendar);
  // Lines that come back between openings come back to a visit that stands.
  const { window, ...made } = period?.together(visitsUnder(limit, account)) ?? { visits: [] };
  return { used: usedBy(made), window };
}

/** The visits of an account that count under a cap. */
function visitsUnder(limit: RedemptionCap, { redemptions }: OpenedAccount): readonly VisitOfPeriod[] {
  return redemptions
    .map((visit) => ({ on: visit.on, amount: amountOfVisit(limit, linesLeft(visit)) }))
    .filter(({ amount }) => amount > 0);
}

/** The first later day on which a cap leaves room for what is asked; `undefined` if none will. */
export function againOn(
  account: OpenedAccount,
  limit: RedemptionCap,
  asked: number,
  on: string,
  ruleSet: RuleSet,
): string | undefined {
  const { maximum, per } = limit;
  if (per === 'visit') return undefined;
  const { period } = ruleSet.redemption;
  if (per !== 'period')
    return roomFrom(account, { ...limit, per }, asked, on, ruleSet, (day) => openFrom(period, day));
  const visits = visitsUnder(limit, account);
  return freeAfter(period, { room: maximum - asked, visits }, on, ruleSet.calendar);
}
