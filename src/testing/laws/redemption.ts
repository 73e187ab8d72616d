import type { BankEvent, PointsRedeemed } from '../../account/events/event.js';
import type { RedemptionLimit, RuleSet } from '../../rules/rule-set.js';
import { addMonths, dayNumber } from '../../values/calendar.js';
import { text } from '../../values/text.js';
import { spanOn, windowOf } from '../../values/window.js';
import { firstOf, handedOnTo, type Law, unequal } from '../law.js';
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

/** The most that a history lets an account spend on a day: what it has in all or, where points lapse, what it holds then; and what it may owe. */
function mostSpent(before: readonly BankEvent[], on: string, ruleSet: RuleSet): number {
  const { carryOver, covered, overdraft } = ruleSet.redemption;
  const moves = movesOf(standing(before));
  const owed = overdraft?.points ?? 0;
  if (Object.keys(carryOver).length === 1) return sumOf(moves) + owed;
  const last = covered === 'when-entered' ? moves.map((move) => move.on) : [];
  return heldOn(moves, [on, ...last].sort().at(-1) as string, ruleSet).held + owed;
}

/** A visit, and the points that left the balance for each of its lines. */
type Visit = {
  readonly on: string;
  /** The community where it was made, if not at the account's own. */
  readonly at?: string | undefined;
  /** Whether it was made on this account, and not handed on to it. */
  readonly isOwn: boolean;
  readonly lines: readonly {
    readonly rewardId: string;
    readonly quantity: number;
    readonly points: number;
  }[];
};

function ownVisits(events: readonly BankEvent[]): Visit[] {
  return standing(events).flatMap((event) => {
    if (event.type !== 'PointsRedeemed') return [];
    const { at, deducted, lines, on } = event.data;
    const paid = deducted === 0 ? lines.map((line) => ({ ...line, points: 0 })) : lines;
    return [{ on, at, isOwn: true, lines: paid }];
  });
}

/** The visits that closed accounts handed on. */
function handedVisits(events: readonly BankEvent[]): Visit[] {
  const visits = handedOnTo(events).flatMap((handed) => handed.visits);
  return visits.map(({ at, lines, on }) => ({
    on,
    at,
    isOwn: false,
    lines: lines.map((line) => ({ ...line, points: line.quantity * line.price })),
  }));
}

/** A limit of the rules, or that of a reward in the handbook. */
type Cap = Pick<RedemptionLimit, 'counts' | 'rewards' | 'per' | 'maximum'>;

/** Tells which visits use the window of a limit that one of them lies in, or begins. */
function isBeside(limit: Cap, one: Visit, openedOn: string, ruleSet: RuleSet): (visit: Visit) => boolean {
  if (limit.per === 'visit') return (visit) => visit === one;
  if (limit.per === 'period') return ({ on }) => inPeriodOf(ruleSet, on, one.on);
  const { first, last } = spanOn(limit.per, one.on, openedOn, ruleSet.calendar);
  return ({ on }) => dayNumber(on) >= first && dayNumber(on) <= last;
}

/** Whether an account's own visits exceed a limit; those that were handed on may, since accounts that are merged may have had more together. */
function overLimit(events: readonly BankEvent[], limit: RedemptionLimit, ruleSet: RuleSet): boolean {
  const openedOn = events[0]?.data.on ?? '';
  const visits = [...ownVisits(events), ...handedVisits(events)].filter(
    (visit) => countedOf(limit, visit) > 0,
  );
  return visits.some((one) => {
    const together = visits.filter(isBeside(limit, one, openedOn, ruleSet));
    const used = together.reduce((sum, visit) => sum + countedOf(limit, visit), 0);
    return used > limit.maximum && together.some(({ isOwn }) => isOwn);
  });
}

/** What a redemption takes that the handbook does not give: before its publication, beyond the stock, or beyond what one account may take. */
function beyondHandbook(
  { subject: { handbook, ruleSet } }: CommandRun,
  event: PointsRedeemed,
  before: readonly BankEvent[],
): string | undefined {
  const { lines, on } = event.data;
  if (on < handbook.published) return `points were redeemed on ${on}, before the handbook was published`;
  const visit: Visit = { on, isOwn: true, lines };
  const openedOn = before[0]?.data.on ?? '';
  const { communityId = '' } = before[0]?.type === 'AccountOpened' ? before[0].data : {};
  const visits = [...ownVisits(before), ...handedVisits(before)].filter(
    ({ at = communityId }) => at === handbook.communityId,
  );
  return firstOf(handbook.rewards, ({ rewardId, stock = Number.POSITIVE_INFINITY, limit }) => {
    const cap = { counts: 'rewards', rewards: [rewardId], per: 'visit', maximum: stock, ...limit } as const;
    const taken = countedOf(cap, visit);
    if (taken > stock) return `${taken} of '${rewardId}' were given, and there were ${stock}`;
    if (taken === 0 || limit === undefined) return undefined;
    const beside = visits.filter(isBeside(cap, visit, openedOn, ruleSet));
    const all = beside.reduce((sum, one) => sum + countedOf(cap, one), taken);
    return all <= limit.quantity
      ? undefined
      : `${all} of '${rewardId}' were given, and one may have ${limit.quantity}`;
  });
}

/** What a limit counts of a visit. */
function countedOf({ counts, rewards }: Cap, { lines }: Visit): number {
  const counted = lines.filter(({ rewardId }) => rewards?.includes(rewardId) ?? true);
  if (counts === 'visits') return counted.length > 0 ? 1 : 0;
  if (counts === 'lines') return new Set(counted.map(({ rewardId }) => rewardId)).size;
  if (counts === 'rewards') return counted.reduce((sum, { quantity }) => sum + quantity, 0);
  return counted.reduce((sum, { points }) => sum + points, 0);
}

/** The laws of redeeming. */
export const REDEMPTION_LAWS: readonly Law[] = [
  {
    name: 'redemption-within-limits',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '兑换的次数、分值和件数不超过上限',
      'no visit, period or window has more redeemed than the rules allow',
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
    name: 'within-handbook',
    clause: ({ redemption }) => redemption.clause,
    title: text(
      '手册施行后方可兑换，不超过库存和每户限兑数量',
      'rewards are given from the publication of the handbook on, within its stock and what it allows one account',
    ),
    broken: (run) =>
      firstOf(eventsByAccount(run.events), ([, events]) =>
        firstOf(events.entries(), ([at, event]) =>
          event.type === 'PointsRedeemed' ? beyondHandbook(run, event, events.slice(0, at)) : undefined,
        ),
      ),
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
