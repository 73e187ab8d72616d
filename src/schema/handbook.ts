import type * as z from 'zod';
import type { Handbook, Reward } from '../account/handbook.js';
import { counterOf, earningOf, mostInReach, withinReach } from '../rules/reach/most-counted.js';
import { requireRuleSetIfGiven } from '../rules/require-rule-set.js';
import type { RewardKind, RuleSet } from '../rules/rule-set.js';
import type { CalendarDate } from '../values/calendar.js';
import { exactly, list, literal, named, object, type Schema, variants } from './build.js';
import { type CheckContext, check, reportDuplicates } from './check-context.js';
import type { Fault } from './faults.js';
import { date, id, wholeFrom0, wholeFrom1 } from './leaves.js';
import { type Format, parseBy, refused, schemaOf } from './parse.js';
import { noPrice, words } from './parts.js';
import type { Parsed, Path } from './problem.js';
import { redemptionSpan } from './rule-set/sentence.js';

/** The most rewards that a handbook may have. */
const MAX_REWARDS = 10_000;

const reward: Schema<Reward> = /* @__PURE__ */ named(
  'Reward',
  'Something that points can be redeemed for.',
  () => {
    const priced = <K extends RewardKind>(kind: K, price: Schema<number>) =>
      object({
        rewardId: id,
        kind: literal(kind),
        title: words,
        price,
        consent: date.optional(),
        consentUntil: date.optional(),
        stock: wholeFrom0.optional(),
        stockFrom: date.optional(),
        limit: object({ quantity: wholeFrom1, per: redemptionSpan }).optional(),
      });
    const kinds = [
      priced('service', wholeFrom1),
      priced('goods', wholeFrom1),
      priced('honour', noPrice),
    ] as const;
    return exactly<Reward>()(variants('kind', kinds));
  },
);

/** The most days off that a handbook may name. */
const MAX_DAYS_OFF = 366;

/** The most values that a handbook may have, all levels counted: those of 10,000 rewards. */
const MAX_VALUES = 150_000;

const handbook: Schema<Handbook> = /* @__PURE__ */ named(
  'Handbook',
  "A community's points handbook: what can be redeemed, and for how much.",
  () =>
    exactly<Handbook>()(
      object({
        communityId: id,
        version: id,
        published: date,
        filed: date.optional(),
        standingConsent: date.optional(),
        standingConsentUntil: date.optional(),
        follows: id.optional(),
        daysOff: list(date, 0, MAX_DAYS_OFF).optional(),
        rewards: list(reward, 0, MAX_REWARDS),
      }),
    ),
);

const FORMAT: Format<Handbook> = {
  form: handbook,
  limit: MAX_VALUES,
  check: (value, malformed) =>
    check(value, malformed, (context) => {
      const rewards = context.members<Reward>(['rewards']);
      reportDuplicates(
        context,
        rewards.map(({ at, value }) => ({ at: [...at, 'rewardId'], name: value.rewardId })),
      );
      for (const { at, value } of rewards) {
        reportTerm(context, at, 'consent', value.consent, value.consentUntil);
        if (value.stockFrom !== undefined && value.stock === undefined) {
          context.report([...at, 'stock'], 'missing');
        }
      }
      const [standing, until] = ['standingConsent', 'standingConsentUntil'].map((field) =>
        context.part<CalendarDate>([field]),
      );
      if (context.isSoundBut('rewards')) reportTerm(context, [], 'standingConsent', standing, until);
    }),
};

/** A consent that ends was given, and not after its last day. */
function reportTerm(
  context: CheckContext,
  at: Path,
  field: 'consent' | 'standingConsent',
  consent: CalendarDate | undefined,
  until: CalendarDate | undefined,
): void {
  if (until === undefined) return;
  if (consent === undefined) context.report([...at, field], 'missing');
  else if (until < consent) context.report([...at, `${field}Until`], 'backwards', consent);
}

/**
 * The schema of a handbook, for hosts that compose schemas of zod or take Standard Schema. A filing before publication is taken: it
 * is no filing in time. `parseHandbook` is for input that nobody knows.
 */
export const handbookSchema: z.ZodType<Handbook, Handbook> = /* @__PURE__ */ schemaOf(FORMAT);

/** Every reward costs no more than some account can hold, with what it may owe. */
function dearRewards({ rewards }: Handbook, ruleSet: RuleSet): Fault[] {
  const reached = Object.values(ruleSet.roles).map((role) =>
    counterOf(withinReach(earningOf(role, ruleSet))),
  );
  const held = mostInReach(reached, { counts: 'balance', per: 'life' }, false);
  const most = held + (ruleSet.redemption.overdraft?.points ?? 0);
  return rewards.flatMap(({ price }, i) =>
    price > most ? [{ path: ['rewards', i, 'price'], code: 'too-dear' as const, detail: String(most) }] : [],
  );
}

/**
 * Parses a handbook from anything. With a rule set, each reward also has to cost no more than some account can hold by those rules.
 *
 * @returns the handbook, deeply frozen; or every problem. Never throws for any input.
 * @throws `NotARuleSetError` where `ruleSet` is given and is none
 *
 * @example
 * ```ts
 * import { parseHandbook } from 'points-bank/schema'
 *
 * const parsed = parseHandbook({ communityId: 'linan', version: '2023-1', published: '2023-03-01', rewards: [] })
 * if (parsed.ok) console.log(parsed.value.version) // → 2023-1
 * ```
 */
export function parseHandbook(input: unknown, ruleSet?: RuleSet): Parsed<Handbook> {
  const parsed = parseBy(FORMAT, input);
  requireRuleSetIfGiven(ruleSet);
  if (!parsed.ok || ruleSet === undefined) return parsed;
  const dear = dearRewards(parsed.value, ruleSet);
  return dear.length > 0 ? refused(dear) : parsed;
}
