import type { RefusalFacts, WarningFacts } from '../account/decide/refusal.js';
import type { BankEvent } from '../account/events/event.js';
import type { Handbook } from '../account/handbook.js';
import type { Anomaly } from '../reports/anomalies/anomaly.js';
import type { ReportEntry } from '../reports/shared/report-entry.js';
import type { Recognition } from '../reports/volunteer/recognition.js';
import type { Loosened } from '../rules/differences/bounds.js';
import type { Deviation } from '../rules/differences/deviations.js';
import type { RuleSet } from '../rules/rule-set.js';
import type { Measure } from '../rules/sentence.js';
import { isRecord, own } from '../values/json.js';

/** Whether a figure is points: always, never, or where what it is a figure of counts points. */
type IsPoints = boolean | 'counted';

/** The members of a part that are figures. */
type FiguresOf<T> = T extends unknown
  ? { [N in keyof T]-?: [Extract<T[N], number>] extends [never] ? never : N }[keyof T]
  : never;

/** The figures that stand anywhere in a whole, by their names; ids that authors choose are no names. */
type FiguresWithin<T> = T extends string
  ? never
  : T extends readonly (infer Member)[]
    ? FiguresWithin<Member>
    : T extends object
      ? {
          [N in keyof T]-?: string extends N
            ? FiguresWithin<NonNullable<T[N]>>
            : NonNullable<T[N]> extends number
              ? N
              : FiguresWithin<NonNullable<T[N]>>;
        }[keyof T]
      : never;

/** What has a code or a kind by which its figures are told apart. */
type Coded = RefusalFacts &
  WarningFacts & { [K in Anomaly['kind']]: Extract<Anomaly, { kind: K }> } & {
    [K in Loosened['kind']]: Extract<Loosened, { kind: K }>;
  };

/** The figures of each refusal, warning, finding and loosened bound. */
const CODED: {
  readonly [C in keyof Coded as [FiguresOf<Coded[C]>] extends [never] ? never : C]: {
    readonly [N in FiguresOf<Coded[C]>]: IsPoints;
  };
} = {
  'duplicate-matter': { points: true },
  barred: { missing: 'counted' },
  'no-room-to-receive': { points: true, maximum: true, held: true },
  'not-redeemed': { quantity: false, left: false },
  'programme-differs': { given: false, expected: false },
  'matter-under-another-item': { points: true },
  'condition-not-met': {
    measured: 'counted',
    minimum: 'counted',
    missing: 'counted',
    maximum: 'counted',
    above: 'counted',
  },
  'matter-used-up': { held: true, maximum: true },
  'limit-reached': { scored: true },
  'already-redeemed': { visits: false },
  'out-of-stock': { quantity: false, stock: false },
  'reward-limit-reached': { quantity: false, used: false, maximum: false },
  'redemption-limit-reached': { asked: 'counted', used: 'counted', maximum: 'counted' },
  'transfer-limit-reached': { asked: 'counted', used: 'counted', maximum: 'counted' },
  'insufficient-points': { price: true, balance: true, held: true, overdraft: true, lapsed: true },
  'more-than-matter-holds': { points: true, holds: true },
  'above-item-maximum': { points: true, holds: true, maximum: true },
  'below-zero': { before: true, points: true, overdraft: true },
  'out-of-range': { before: true, points: true },
  'correction-above-item': { points: true, holds: true, maximum: true },
  'outlying-account': {
    value: true,
    median: true,
    spread: true,
    score: false,
    threshold: false,
    peers: false,
  },
  'entries-on-a-day': { value: false, points: true, threshold: false, median: false, peers: false },
  'outlying-issuer': {
    value: 'counted',
    median: 'counted',
    spread: 'counted',
    score: false,
    threshold: false,
    peers: false,
    entries: false,
    points: true,
    accounts: false,
  },
  'written-up-late': { value: false, threshold: false },
  'entries-after-feedback': { year: false, value: false, points: true },
  'often-reversed': { value: false, entries: false, threshold: false },
  'too-few-to-compare': { value: false, minimum: false },
  'points-per-entry': { most: true },
  limit: { maximum: 'counted' },
  redemption: { visits: false, held: false },
};

/** The figures of what is recorded, reported and written in rules. */
const NAMED: {
  readonly [N in FiguresWithin<
    BankEvent['data'] | Handbook | ReportEntry | Recognition | Omit<RuleSet, 'readings'>
  >]: IsPoints;
} = {
  above: 'counted',
  assessed: true,
  assessment: true,
  atMost: true,
  balance: true,
  base: true,
  before: false,
  counted: 'counted',
  deducted: true,
  each: false,
  entries: false,
  forfeited: true,
  format: false,
  freed: true,
  from: false,
  held: true,
  inStepsOf: true,
  index: false,
  last: false,
  maximum: 'counted',
  minimum: 'counted',
  missing: 'counted',
  months: false,
  mostPerMatter: true,
  outOf: true,
  percent: false,
  periods: false,
  points: true,
  price: true,
  quantity: false,
  requested: true,
  scale: false,
  scored: true,
  stock: false,
  threshold: true,
  times: false,
  took: true,
  used: 'counted',
  withinDays: false,
};

type Figures = { readonly [name: string]: IsPoints };

/** What is to be explained, with its points as the scheme's people write them. */
export function scaled<S>(subject: S, ruleSet: RuleSet | undefined): S {
  if (ruleSet?.points === undefined) return subject;
  const { kind, path, was, is } = subject as { readonly kind?: unknown } & Partial<Deviation>;
  if (path === undefined || (was ?? is) === undefined) {
    return scaledPart(subject, figuresOf(kind), ruleSet) as S;
  }
  const parts = Object.entries({ was, is }).filter(([, part]) => part !== undefined);
  return {
    ...subject,
    ...Object.fromEntries(parts.map(([when, part]) => [when, scaledRule(path, part, ruleSet)])),
  };
}

/** A part of a rule set at a dotted path, as it was or is. */
function scaledRule(path: string, part: unknown, ruleSet: RuleSet): unknown {
  if (/^points(?:\.|$)/.test(path)) return part;
  const steps = path.split('.');
  const name = steps.pop() as string;
  const whole = steps.reduce<unknown>((of, step) => (isRecord(of) ? own(of, step) : undefined), ruleSet);
  const around = isRecord(whole) ? whole : {};
  // The points of a scoring may stand by difficulty.
  const isTier = steps.slice(-2).join('.') === 'scoring.points';
  return scaledMember(isTier ? 'points' : name, part, around, NAMED, ruleSet);
}

function figuresOf(code: unknown): Figures {
  return (
    (typeof code === 'string' ? own(CODED as { readonly [code: string]: Figures }, code) : undefined) ?? NAMED
  );
}

function scaledPart(part: unknown, figures: Figures, ruleSet: RuleSet): unknown {
  if (Array.isArray(part)) return part.map((member) => scaledPart(member, NAMED, ruleSet));
  if (!isRecord(part)) return part;
  const members = Object.entries(part).map(([name, member]) => {
    if (name === 'facts') return [name, scaledPart(member, figuresOf(part.code), ruleSet)];
    return [name, scaledMember(name, member, part, figures, ruleSet)];
  });
  return Object.fromEntries(members);
}

function scaledMember(
  name: string,
  member: unknown,
  part: Record<string, unknown>,
  figures: Figures,
  ruleSet: RuleSet,
): unknown {
  if (typeof member === 'number') {
    const is = own(figures, name) ?? false;
    const isPoints = is === 'counted' ? countsPoints(part, ruleSet) : is;
    return isPoints ? member / (ruleSet.points?.scale ?? 1) : member;
  }
  // An id that an author chose may be `points` as well.
  if (name === 'points' && isRecord(member) && typeof part.by === 'string') {
    return Object.fromEntries(
      Object.entries(member).map(([tier, points]) => [
        tier,
        scaledMember(name, points, part, figures, ruleSet),
      ]),
    );
  }
  return scaledPart(member, NAMED, ruleSet);
}

const OF_POINTS: readonly unknown[] = [
  'points',
  'deductions',
  'balance',
  'redeemed',
  'sent',
] satisfies Measure[];

/** Whether a part counts points, and not entries, quantities, rewards or visits. */
function countsPoints({ by, counts, ground, measure }: Record<string, unknown>, rules: RuleSet): boolean {
  if (counts !== undefined) return OF_POINTS.includes(counts);
  if (typeof ground === 'string') return own(rules.ineligibility, ground)?.below?.counts === 'points';
  // What a scoring counts is a quantity.
  return typeof by !== 'string' && measure !== 'entries-per-account';
}
