import type { CompiledRules } from '../../../rules/compiled.js';
import type { RuleSet } from '../../../rules/rule-set.js';
import { addMonths } from '../../../values/calendar.js';
import type { RedeemPoints, RedemptionLine } from '../../commands/command.js';
import type { RedeemedLine } from '../../events/event.js';
import type { Handbook, Reward } from '../../handbook.js';
import type { OpenedAccount } from '../../state/account.js';
import type { AccountContext } from '../context.js';
import { refuse } from '../outcome.js';
import type { WarningOf } from '../refusal.js';
import { againOn, useUnder } from './redemption-limits.js';

type Data = RedeemPoints['data'];

/** The reward that a line names, and how many of it. */
type RewardAsked = { readonly reward: Reward; readonly quantity: number };

/** The lines of a visit with their prices and consents, and what is to be said of these. */
export type GivenLines = {
  readonly lines: readonly RedeemedLine[];
  readonly oldConsents: readonly WarningOf<'consent-old'>[];
};

/** The lines of a visit. One line that cannot be given refuses the whole visit. */
export function requireLines(context: AccountContext, handbook: Handbook, data: Data): GivenLines {
  requireExactNumber(context, data);
  const asked = data.lines.map((line) => requireReward(context, handbook, line));
  const lines = asked.map(({ reward, quantity }): RedeemedLine => {
    const consent = requireConsent(context, handbook, reward, data.on);
    const { rewardId, title, kind, price } = reward;
    return {
      rewardId,
      // A copy: the event is frozen, and the handbook is the host's.
      title: { ...title },
      kind,
      quantity,
      price,
      points: price * quantity,
      ...(consent === undefined ? {} : { consent }),
    };
  });
  const perReward = addedUp(asked);
  for (const { reward, quantity } of perReward) requireStock(context, reward, quantity);
  for (const { reward, quantity } of perReward) requireRewardLimit(context, reward, quantity, data);
  requireExactPrice(context, lines);
  return { lines, oldConsents: oldConsents(context, handbook, perReward, data.on) };
}

/** How many rewards the lines ask for together can be held exactly. */
function requireExactNumber({ account, rules }: AccountContext, { lines }: Data): void {
  if (Number.isSafeInteger(lines.reduce((sum, { quantity }) => sum + quantity, 0))) return;
  const { clause } = rules.ruleSet.redemption;
  const [{ quantity }] = lines as readonly [RedemptionLine];
  refuse('out-of-range', clause, { figure: 'redeemed', before: account.redeemed, points: quantity });
}

/** The handbook has the reward, and the rules give what it is. */
function requireReward(
  { rules }: AccountContext,
  { rewards }: Handbook,
  { rewardId, quantity }: RedemptionLine,
): RewardAsked {
  const reward = rewards.find((one) => one.rewardId === rewardId);
  const { clause, honours } = rules.ruleSet.redemption;
  if (reward === undefined) refuse('unknown-reward', clause, { rewardId });
  if (reward.kind === 'honour' && honours === 'none') {
    const facts = { rewardId, title: { ...reward.title } };
    refuse('honours-not-given', clause, facts, rules.readingsOf('redemption.honours'));
  }
  return { reward, quantity };
}

/** The day of the consent that a reward needs, or `undefined` where it needs none. */
function requireConsent(
  { rules }: AccountContext,
  handbook: Handbook,
  reward: Reward,
  on: string,
): string | undefined {
  const { clause, kinds } = rules.ruleSet.redemption.consent;
  if (!kinds.includes(reward.kind)) return undefined;
  const readings = rules.readingsOf('redemption.consent.kinds', 'redemption.consent.basis');
  const consent = consentTo(rules, handbook, reward, on);
  const facts = { rewardId: reward.rewardId, title: { ...reward.title }, on };
  if (consent === undefined) return refuse('consent-missing', clause, facts, readings);
  const { day, until } = consent;
  if (day > on) refuse('consent-missing', clause, { ...facts, consent: day }, readings);
  if (until !== undefined && on > until) {
    const ended = rules.union(readings, rules.readingsOf('redemption.consent.lasts'));
    refuse('consent-ended', clause, { ...facts, consent: day, until }, ended);
  }
  return day;
}

/** A consent to a reward: its day, the last day on which it counts, and the last on which it is not old. */
type Consent = { readonly day: string; readonly until?: string | undefined; readonly due?: string };

/** The consent that a reward rests on: its own; where the rules are content with a standing one, that where its own does not hold on the day. */
function consentTo(
  { ruleSet }: CompiledRules,
  { standingConsent, standingConsentUntil }: Handbook,
  { consent, consentUntil }: Reward,
  on: string,
): Consent | undefined {
  const { basis, lasts } = ruleSet.redemption.consent;
  const own = consentLasting(consent, consentUntil, lasts);
  if (basis !== 'standing' || (own !== undefined && holdsOn(own, on))) return own;
  const standing = consentLasting(standingConsent, standingConsentUntil, lasts);
  return own === undefined || (standing !== undefined && holdsOn(standing, on)) ? standing : own;
}

/** A consent with the end that it names; if it names none, with the end that the rules set. */
function consentLasting(
  day: string | undefined,
  until: string | undefined,
  lasts: RuleSet['redemption']['consent']['lasts'],
): Consent | undefined {
  if (day === undefined) return undefined;
  if (until !== undefined || lasts === undefined) return { day, until };
  const due = addMonths(day, lasts.months);
  return lasts.late === 'refuse' ? { day, until: due } : { day, due };
}

function holdsOn({ day, until }: Consent, on: string): boolean {
  return day <= on && (until === undefined || on <= until);
}

/** The warnings of consents that are older than the rules say. */
function oldConsents(
  { rules }: AccountContext,
  handbook: Handbook,
  rewards: readonly RewardAsked[],
  on: string,
): WarningOf<'consent-old'>[] {
  const { clause, kinds } = rules.ruleSet.redemption.consent;
  return rewards.flatMap(({ reward }) => {
    const { day = on, due = on } = consentTo(rules, handbook, reward, on) ?? {};
    if (!kinds.includes(reward.kind) || on <= due) return [];
    const facts = { rewardId: reward.rewardId, title: { ...reward.title }, on, consent: day, due };
    return [{ code: 'consent-old', clause, facts, readings: rules.readingsOf('redemption.consent.lasts') }];
  });
}

/** The lines with those of one reward added up, since stock and limits hold for them together. */
function addedUp(lines: readonly RewardAsked[]): RewardAsked[] {
  const quantities = new Map<Reward, number>();
  for (const { reward, quantity } of lines) quantities.set(reward, (quantities.get(reward) ?? 0) + quantity);
  return [...quantities].map(([reward, quantity]) => ({ reward, quantity }));
}

/** The stock of a reward covers the quantity. */
function requireStock({ rules }: AccountContext, { rewardId, stock, title }: Reward, quantity: number): void {
  if (stock === undefined || quantity <= stock) return;
  const { clause } = rules.ruleSet.redemption;
  refuse('out-of-stock', clause, { rewardId, title: { ...title }, quantity, stock });
}

/** One account takes no more of a reward in a visit, a period or a window than the handbook of the community allows. */
function requireRewardLimit(
  { account, rules }: AccountContext,
  { rewardId, limit, title }: Reward,
  quantity: number,
  { communityId, on }: Data,
): void {
  if (limit === undefined) return;
  const { per, quantity: maximum } = limit;
  const { ruleSet } = rules;
  // Each community has a limit of its own.
  const redemptions = account.redemptions.filter(({ at = account.communityId }) => at === communityId);
  const visitor: OpenedAccount = { ...account, redemptions };
  const cap = { counts: 'rewards', rewards: [rewardId], per, maximum } as const;
  const { used, window } = useUnder(visitor, cap, { on }, ruleSet);
  if (used + quantity <= maximum) return;
  const again = againOn(visitor, cap, quantity, on, ruleSet);
  const facts = {
    rewardId,
    title: { ...title },
    quantity,
    used,
    maximum,
    per,
    ...(window === undefined ? {} : { window }),
    ...(again === undefined ? {} : { again }),
  };
  const readings = per === 'period' ? rules.readingsOf('redemption.period') : undefined;
  refuse('reward-limit-reached', ruleSet.redemption.clause, facts, readings);
}

/** What the lines cost, one by one and together, can be held exactly. */
function requireExactPrice({ account, rules }: AccountContext, lines: readonly RedeemedLine[]): void {
  let before = account.redeemed;
  for (const { points, price } of lines) {
    if (!Number.isSafeInteger(before + points)) {
      const known = Math.min(before, Number.MAX_SAFE_INTEGER);
      const facts = { figure: 'redeemed', before: known, points: price } as const;
      refuse('out-of-range', rules.ruleSet.redemption.clause, facts);
    }
    before += points;
  }
}
