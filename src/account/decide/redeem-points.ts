import type { RedemptionPeriod } from '../../rules/rule-set.js';
import type { RedeemPoints } from '../commands/command.js';
import { type Filing, filing, type Handbook } from '../handbook.js';
import type { Account, RedemptionRecord } from '../state/account.js';
import { redeemableOn } from '../state/balance.js';
import { sameLines } from '../state/fingerprint.js';
import type { Context, OpenContext } from './context.js';
import { atOpenAccount, datedWell, withEntered } from './guards.js';
import { redeemLines, rewardsIn } from './redeem-lines.js';
import { freeAfter, type PeriodOn, periodOn } from './redemption-period.js';
import type { Warning } from './refusal.js';
import { accept, type Decision, RETRIED, refuse, VERSIONS } from './verdict.js';

type Data = RedeemPoints['data'];

/** Redeeming points: one visit, one or several rewards, all or nothing (clause 4.2). */
export function redeemPoints(given: Context, command: RedeemPoints, loaded: Account): Decision {
  const { data } = command;
  const context = atOpenAccount(given, loaded, command);
  if ('accepted' in context) return context;
  const { account, role, rules } = context;
  const { redemption } = rules.ruleSet;
  const known = account.redemptions.find(({ redemptionId }) => redemptionId === data.redemptionId);
  if (known !== undefined) return retried(context, data, known);
  const refusedDay = datedWell(context, data.on);
  if (refusedDay !== undefined) return refusedDay;
  const handbook = usableHandbook(context, data.on);
  if ('accepted' in handbook) return handbook;
  const filed = filing(handbook, rules.ruleSet, data.on);
  const period = openPeriod(context, data.on);
  if ('accepted' in period) return period;
  const lines = redeemLines(context, handbook, data);
  if ('accepted' in lines) return lines;
  const price = lines.reduce((sum, line) => sum + line.points, 0);
  const balance = redeemableOn(account, data.on, redemption.carryOver.lapse);
  if (price > balance) {
    const rested = rules.rests('correction.floor', 'redemption.carryOver');
    return refuse('insufficient-points', redemption.clause, { price, balance }, rested);
  }
  const deducted = role.rule.account.deducts ? price : 0;

  // From here on it must succeed.
  const late = filed.state === 'overdue' || filed.state === 'filed-late';
  const parts = ['redemption.period', 'redemption.carryOver', `roles.${role.id}.account.deducts`];
  if (rewardsIn(lines) > 1) parts.push('redemption.rewardsPerVisit');
  parts.push('redemption.consent.kinds');
  if (lines.some(({ consent }) => consent !== undefined)) parts.push('redemption.consent.basis');
  if (late) parts.push('filing.late');
  return accept(
    {
      type: 'PointsRedeemed',
      data: {
        accountId: account.accountId,
        communityId: account.communityId,
        redemptionId: data.redemptionId,
        lines,
        points: price,
        deducted,
        balance,
        period: period.key,
        handbook: {
          version: handbook.version,
          published: handbook.published,
          ...(filed.filedOn === undefined ? {} : { filed: filed.filedOn }),
          filing: filed.state,
          ...(filed.dueOn === undefined ? {} : { filingDue: filed.dueOn }),
        },
        on: data.on,
        by: data.by,
        clause: redemption.clause,
        ruleSet: rules.reference,
        readings: withEntered(rules.rests(...parts), context, data),
      },
      metadata: VERSIONS.PointsRedeemed,
    },
    late ? [overdue(context, data.on, filed)] : undefined,
  );
}

function retried({ rules }: OpenContext, data: Data, known: RedemptionRecord): Decision {
  if (known.on === data.on && sameLines(known.lines, data.lines)) return RETRIED;
  const facts = { redemptionId: data.redemptionId, on: known.on };
  return refuse('duplicate-redemption', rules.ruleSet.redemption.clause, facts, rules.rests());
}

/** The handbook, where there is one, it is the community's own, published, and filed where the rules insist. */
function usableHandbook({ account, handbook, rules }: OpenContext, on: string): Handbook | Decision {
  const { redemption, filing: rule } = rules.ruleSet;
  if (handbook === undefined) return refuse('no-handbook', redemption.clause, {}, rules.rests());
  const { communityId, published } = handbook;
  if (communityId !== account.communityId) {
    return refuse(
      'wrong-handbook',
      redemption.clause,
      { communityId, own: account.communityId },
      rules.rests(),
    );
  }
  if (on < published)
    return refuse('handbook-not-published', redemption.clause, { on, published }, rules.rests());
  const { state, dueOn } = filing(handbook, rules.ruleSet, on);
  if (rule?.late === 'refuse' && state === 'overdue') {
    return refuse('handbook-not-filed', rule.clause, { on, due: dueOn }, rules.rests('filing.late'));
  }
  return handbook;
}

/** The period of that day, where redemption is open and this account has a visit left in it. */
function openPeriod({ account, rules }: OpenContext, on: string): PeriodOn | Decision {
  const { redemption } = rules.ruleSet;
  const rested = rules.rests('redemption.period');
  const period = periodOn(redemption.period, on);
  if (period === undefined) {
    // Only between openings is redemption not open.
    const { openings } = redemption.period as Extract<RedemptionPeriod, { kind: 'openings' }>;
    return refuse('not-an-opening-day', redemption.clause, { on, openings }, rested);
  }
  const days = account.redemptions.map((visit) => visit.on);
  const made = period.together(days);
  const { visits } = redemption;
  if (visits === undefined || made.length < visits) return period;
  const last = made.at(-1) as string;
  const again = freeAfter(redemption.period, visits, days, on);
  const facts = { period: period.key, on: last, visits };
  return refuse(
    'already-redeemed',
    redemption.clause,
    again === undefined ? facts : { ...facts, again },
    rested,
  );
}

/** Said with every redemption from a handbook that was not filed in time (clause 5). */
function overdue({ rules }: OpenContext, on: string, filed: Extract<Filing, { dueOn: string }>): Warning {
  const { dueOn, filedOn, clause } = filed;
  return {
    code: 'handbook-overdue',
    clause,
    facts: { on, due: dueOn, ...(filedOn === undefined ? {} : { filed: filedOn }) },
    readings: rules.rests('filing.late'),
  };
}
