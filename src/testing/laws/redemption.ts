import type { BankEvent, PointsRedeemed } from '../../account/events/event.js';
import type { RedemptionLimit, RuleSet } from '../../rules/rule-set.js';
import { addMonths, dayNumber } from '../../values/calendar.js';
import { text } from '../../values/text.js';
import { spanOn, windowOf } from '../../values/window.js';
import { firstOf, type Law, unequal } from '../law.js';
import { heldOn, movesOf, sumOf } from '../moves.js';
import { standing } from '../standing.js';
import { type CommandRun, eventsByAccount } from '../subject.js';

function redemptions(run: CommandRun): PointsRedeemed[] {
  return run.events.filter((event) => event.type === 'PointsRedeemed');
}

/** Whether a visit lies in the same redemption period as another, or in the rolling period that the other starts. */
function inPeriodOf({ calendar, redemption }: RuleSet, visit: string, first: string): boolean {
  const { period } = redemption;
  if (period.kind === 'calendar')
    return windowOf(period.window, first, calendar).key === windowOf(period.window, visit, calendar).key;
  if (period.kind === 'rolling') return visit >= first && visit < addMonths(first, period.months);
  return (
    first.slice(0, 4) === visit.slice(0, 4) && openingOf(redemption, first) === openingOf(redemption, visit)
  );
}

function openingOf({ period }: RuleSet['redemption'], on: string): number {
  if (period.kind !== 'openings') return -1;
  return period.openings.findIndex(({ from, to }) => from <= on.slice(5) && on.slice(5) <= to);
}

/** The days of visits that closed accounts handed on. */
function handedVisits([opening]: readonly BankEvent[]): string[] {
  const continues = opening?.type === 'AccountOpened' ? (opening.data.continues ?? []) : [];
  return continues.flatMap(({ handedOn }) => handedOn?.visits.map(({ on }) => on) ?? []);
}

/** The most that a history lets an account spend on a day: what it has in all or, where points lapse, what it holds then; and what it may owe. */
function mostSpent(before: readonly BankEvent[], on: string, ruleSet: RuleSet): number {
  const { carryOver, covered, overdraft } = ruleSet.redemption;
  const moves = movesOf(standing(before));
  const owed = overdraft?.points ?? 0;
  if (Object.keys(carryOver).length === 1) return sumOf(moves) + owed;
  const last = covered === 'when-entered' ? moves.map((move) => move.on) : [];
  return heldOn(moves, [on, ...last].sort().at(-1) as string, ruleSet).held + owed;
}

/** Whether an account's own visits exceed a limit in a window that no handed visit lies in. */
function overLimit(events: readonly BankEvent[], limit: RedemptionLimit, { calendar }: RuleSet): boolean {
  const openedOn = events[0]?.data.on ?? '';
  const visits = standing(events).flatMap((event) => (event.type === 'PointsRedeemed' ? [event.data] : []));
  return visits.some(({ on }) => {
    const { first, last } = spanOn(limit.per, on, openedOn, calendar);
    const isIn = (day: string): boolean => dayNumber(day) >= first && dayNumber(day) <= last;
    // Accounts that are merged may have had more together.
    if (handedVisits(events).some(isIn)) return false;
    const used = visits.filter((visit) => isIn(visit.on)).map((visit) => countedOf(limit, visit));
    return used.reduce((sum, one) => sum + one, 0) > limit.maximum;
  });
}

/** What a limit counts of a visit. */
function countedOf(
  { counts, rewards }: RedemptionLimit,
  { deducted, lines }: PointsRedeemed['data'],
): number {
  const counted = lines.filter(({ rewardId }) => rewards?.includes(rewardId) ?? true);
  if (counts === 'visits') return counted.length > 0 ? 1 : 0;
  if (counts === 'rewards') return counted.reduce((sum, { quantity }) => sum + quantity, 0);
  return deducted === 0 ? 0 : counted.reduce((sum, { points }) => sum + points, 0);
}

/** The laws of redeeming. */
export const REDEMPTION_LAWS: readonly Law[] = [
  {
    name: 'one-redemption-a-period',
    clause: ({ redemption }) => redemption.clause,
    title: text('每期兑换不超过规定次数', 'no period has more redemptions than the rules allow'),
    broken: (run) =>
      firstOf(eventsByAccount(run.events), ([id, events]) => {
        const { ruleSet } = run.subject;
        const own = standing(events).flatMap((event) =>
          event.type === 'PointsRedeemed' && event.data.lines.length > 0 ? [event.data.on] : [],
        );
        const handed = handedVisits(events);
        return firstOf([...own, ...handed], (first) => {
          const ofPeriod = (visit: string): boolean => inPeriodOf(ruleSet, visit, first);
          const together = [...own, ...handed].filter(ofPeriod).length;
          // Accounts that are merged may have had more visits together.
          if (together <= (ruleSet.redemption.visits ?? Number.POSITIVE_INFINITY) || !own.some(ofPeriod)) {
            return undefined;
          }
          return `${id} redeemed ${together} times in the period of ${first}`;
        });
      }),
  },
  {
    name: 'redemption-within-limits',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '兑换不超过期间上限',
      'no window has more points, visits or rewards redeemed than the rules allow',
    ),
    broken: (run) =>
      firstOf(eventsByAccount(run.events), ([id, events]) =>
        firstOf(Object.entries(run.subject.ruleSet.redemption.limits ?? {}), ([name, limit]) =>
          overLimit(events, limit, run.subject.ruleSet)
            ? `${id} redeemed more than '${name}' allows`
            : undefined,
        ),
      ),
  },
  {
    name: 'open-for-redemption',
    clause: ({ redemption }) => redemption.clause,
    title: text('只在开放日兑换', 'points are redeemed only on days when redemption is open'),
    broken: (run) =>
      firstOf(redemptions(run), ({ data }) => {
        const { redemption } = run.subject.ruleSet;
        if (redemption.period.kind !== 'openings' || openingOf(redemption, data.on) >= 0) return undefined;
        return `points were redeemed on ${data.on}, when redemption is not open`;
      }),
  },
  {
    name: 'within-balance',
    clause: ({ redemption }) => redemption.clause,
    title: text('兑换不超过可兑换积分', 'nobody redeems more than the balance'),
    broken: (run) =>
      firstOf(eventsByAccount(run.events), ([id, events]) =>
        firstOf(events.entries(), ([at, event]) => {
          if (event.type !== 'PointsRedeemed' && event.type !== 'PointsSent') return undefined;
          const most = mostSpent(events.slice(0, at), event.data.on, run.subject.ruleSet);
          return event.data.points <= most ? undefined : `${id} spent ${event.data.points} of ${most}`;
        }),
      ),
  },
  {
    name: 'all-or-nothing',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '一次兑换任一项不能兑换则整单不办理，分值以手册为准',
      'a visit takes all its lines, each at the handbook’s price',
    ),
    broken: (run) => firstOf(run.steps, ({ command, decision }) => allLines(run, command, decision)),
  },
  {
    name: 'deducted-by-account',
    clause: ({ redemption }) => redemption.clause,
    title: text('兑换后按账户核减', 'redeemed points leave the balance, if the role deducts them'),
    broken: (run) =>
      firstOf(redemptions(run), ({ data }) => {
        const account = run.accounts.get(data.accountId);
        const role =
          account !== undefined && account.status !== 'unopened'
            ? run.subject.ruleSet.roles[account.role]
            : undefined;
        return unequal(
          `the deduction on ${data.on}`,
          data.deducted,
          role?.account.deducts === false ? 0 : data.points,
        );
      }),
  },
  {
    name: 'consent-before-goods',
    clause: ({ redemption }) => redemption.consent.clause,
    title: text(
      '须经同意的兑换品，同意日期不晚于兑换日',
      'a reward that requires the meeting’s consent has it by the day',
    ),
    broken: (run) =>
      firstOf(redemptions(run), ({ data }) =>
        firstOf(data.lines, ({ kind, consent, rewardId }) => {
          const needed = run.subject.ruleSet.redemption.consent.kinds.includes(kind);
          if (!needed || (consent !== undefined && consent <= data.on)) return undefined;
          return `'${rewardId}' was given on ${data.on} without consent`;
        }),
      ),
  },
  {
    name: 'at-own-community',
    clause: ({ redemption }) => redemption.clause,
    title: text('只在本社区办理', 'a community acts only on its own accounts'),
    broken: (run) =>
      firstOf(run.events, ({ data, type }) => {
        const account = run.accounts.get(data.accountId);
        const own = account === undefined || account.status === 'unopened' ? undefined : account.communityId;
        if (data.by.communityId === undefined || data.by.communityId === own) return undefined;
        const isAnywhere = run.subject.ruleSet.redemption.at === 'any-community';
        if (isAnywhere && 'at' in data && data.at === data.by.communityId) return undefined;
        return `${type} on ${data.on} was recorded by another community`;
      }),
  },
];

function allLines(
  run: CommandRun,
  command: unknown,
  decision: CommandRun['steps'][number]['decision'],
): string | undefined {
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event?.type !== 'PointsRedeemed') return undefined;
  const asked = (command as { data: { lines: { rewardId: string; quantity: number }[] } }).data.lines;
  const priceOf = (id: string): number | undefined =>
    run.subject.handbook.rewards.find(({ rewardId }) => rewardId === id)?.price;
  const expected = asked.map(({ rewardId, quantity }) => [
    rewardId,
    quantity,
    (priceOf(rewardId) ?? Number.NaN) * quantity,
  ]);
  const given = event.data.lines.map(({ rewardId, quantity, points }) => [rewardId, quantity, points]);
  const total = expected.reduce((sum, [, , points]) => sum + Number(points), 0);
  return unequal('the rewards given', given, expected) ?? unequal('their price', event.data.points, total);
}
