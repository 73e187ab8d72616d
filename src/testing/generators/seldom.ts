import fc, { type Arbitrary } from 'fast-check';
import type {
  Floor,
  ItemRule,
  ReadingAnswer,
  RecognitionRule,
  RedemptionLimit,
  RoleRule,
  RuleSet,
} from '../../rules/rule-set.js';
import type { Condition, Mark } from '../../rules/sentence.js';
import { text } from '../../values/text.js';
import { CALENDAR_WINDOWS, WINDOW_KINDS } from '../../values/window.js';
import { faultsOf } from './faults-of.js';
import { transferRule } from './transfers.js';

/*
 * What few rule sets say. Each is a change of a rule set that has the common parts; a rule set has at most three of them, so that runs stay
 * quick, and one that does not fit the others is left out.
 */

type Change = (ruleSet: RuleSet) => RuleSet;

const window = fc.constantFrom(...CALENDAR_WINDOWS);
const few = fc.integer({ min: 1, max: 3 });
const CLAUSE = { clause: '9', title: text('少见条款', 'seldom said') } as const;

/** Changes a part of the rules. */
function part<Name extends keyof RuleSet>(
  name: Name,
  members: Arbitrary<{ readonly [Key in keyof RuleSet[Name]]?: RuleSet[Name][Key] }>,
): Arbitrary<Change> {
  return members.map((more) => (ruleSet) => ({
    ...ruleSet,
    [name]: { ...(ruleSet[name] as object), ...more },
  }));
}

/** Changes the last item of a kind of every role. */
function item(entry: ItemRule['entry'], more: Arbitrary<Partial<ItemRule>>): Arbitrary<Change> {
  return more.map((changed) => (ruleSet) => ofRoles(ruleSet, (role) => withItem(role, entry, changed)));
}

function ofRoles(ruleSet: RuleSet, change: (role: RoleRule) => RoleRule): RuleSet {
  const roles = Object.entries(ruleSet.roles).map(([id, role]) => [id, change(role)] as const);
  return { ...ruleSet, roles: Object.fromEntries(roles) };
}

function withItem(role: RoleRule, entry: ItemRule['entry'], more: Partial<ItemRule>): RoleRule {
  const [id, rule] = Object.entries(role.items).findLast(([, one]) => one.entry === entry) ?? [];
  if (id === undefined || rule === undefined) return role;
  return { ...role, items: { ...role.items, [id]: { ...rule, ...more } } };
}

/** Adds a limit on redeeming. */
function redeemingLimited(ruleSet: RuleSet, limit: RedemptionLimit): RuleSet {
  const { redemption } = ruleSet;
  return { ...ruleSet, redemption: { ...redemption, limits: { ...redemption.limits, seldom: limit } } };
}

/** The patch by which there are so many visits in each period. */
function visits(maximum: number): ReadingAnswer['patch'] {
  return { redemption: { limits: { visits: { maximum } } } };
}
/** Points are sent to other accounts, as the rules say. */
const sending: Arbitrary<Change> = transferRule.map((more) => (ruleSet) => {
  const offices = {
    ...ruleSet.authority.offices,
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
  };
  return {
    ...ruleSet,
    authority: { ...ruleSet.authority, offices },
    transfer: { ...CLAUSE, ...ruleSet.transfer, ...more },
  };
});

/** Report-ins as often as anybody likes. */
const unlimitedReportIns: Arbitrary<Change> = fc.constant((ruleSet) =>
  ofRoles(ruleSet, (role) => {
    const { once: _, ...often } = role.items[role.opening.item] as ItemRule;
    return { ...role, items: { ...role.items, [role.opening.item]: often } };
  }),
);

/** Something that the last activity needs, or redeeming. */
function requires(more: Pick<Condition, 'counts'> & Partial<Condition>): Arbitrary<Change> {
  const range = more.maximum === undefined ? { minimum: 1 } : {};
  const condition: Condition = { ...CLAUSE, ...range, per: 'life', ...more };
  const needed = fc.constant({ requires: { condition } });
  return fc.oneof(item('activity', needed), part('redemption', needed));
}

function level(more: Partial<RecognitionRule>): Arbitrary<Change> {
  return part('recognition', fc.constant({ seldom: { ...CLAUSE, ...more } }));
}

function fallen(below: Mark): Arbitrary<Change> {
  return part('ineligibility', fc.constant({ below: { ...CLAUSE, below } }));
}

const floor = fc.constantFrom<Floor[]>('none', 'refuse-assessment', 'refuse-balance', 'stop-at-zero');
const HOURS = { unit: 'hour', unitTitle: text('小时', 'hour') } as const;
const VISITS = text('每期几次？', 'How many visits?');

const CHANGES: readonly Arbitrary<Change>[] = [
  part(
    'entries',
    floor.map((of) => ({ floor: of })),
  ),
  part('entries', fc.constant({ reportIn: 'needed' })),
  part('entries', fc.constant({ difficulty: 'by-person' })),
  part(
    'points',
    fc.constantFrom(2, 10, 100).map((scale) => ({ scale })),
  ),
  fc.tuple(fc.constantFrom('rewards' as const, 'lines' as const), few).map(
    ([counts, maximum]): Change =>
      (ruleSet) =>
        redeemingLimited(ruleSet, { ...CLAUSE, counts, per: 'visit', maximum }),
  ),
  unlimitedReportIns,
  part('redemption', fc.constant({ proxy: 'allowed' })),
  part(
    'redemption',
    few.map((months) => ({ handbook: { clause: '9', months } })),
  ),
  part(
    'redemption',
    window.map((spendableAfter) => ({ spendableAfter })),
  ),
  part(
    'redemption',
    fc
      .tuple(window, few, fc.constantFrom('days' as const, 'months' as const))
      .map(([spendableAfter, last, of]) => ({ spendableAfter, spendableWait: { last, of } })),
  ),
  part(
    'redemption',
    fc
      .tuple(
        fc.subarray(['service', 'goods', 'honour'] as const),
        fc.constantFrom('each-reward' as const, 'standing' as const),
        few,
        fc.constantFrom('warn' as const, 'refuse' as const),
      )
      .map(([kinds, basis, months, late]) => ({
        consent: { clause: '3', kinds, basis, lasts: { months: months * 6, late } },
      })),
  ),
  part(
    'correction',
    fc.constantFrom('matter' as const, 'item' as const).map((bound) => ({ bound })),
  ),
  part('correction', fc.constant({ mattersOnly: ['subdistrict'] })),
  part(
    'assessment',
    few.map((outOf) => ({ mark: { outOf: outOf * 50 } })),
  ),
  part('assessment', fc.constant({ mark: { outOf: 100 }, scale: 'to-highest' })),
  part('feedback', fc.constant({ yearStarts: '12-01' })),
  part('inForce', fc.constant({ from: '2023-03-01', until: '2025-12-31' })),
  part('filing', fc.constant({ days: 'working', late: 'refuse' })),
  part('filing', fc.constant({ editions: 'first' })),
  part(
    'publication',
    window.map((every) => ({ ...CLAUSE, every })),
  ),
  part('interpretation', fc.constant({ clause: '9', by: text('街道', 'the subdistrict') })),
  part(
    'source',
    fc.constant({
      document: 'No. 1',
      issuedOn: '2022-01-01',
      issuer: text('街道', 'the subdistrict'),
      numbering: { '1.1': '一（一）' },
    }),
  ),
  part('uses', fc.constantFrom({ use: CLAUSE }, { use: { ...CLAUSE, roles: ['role-0'] } })),
  part(
    'catalogue',
    fc.constantFrom({}, { roles: ['role-0'] }).map((of) => ({
      kind: { ...CLAUSE, entries: { entry: { ...CLAUSE, ...of } } },
    })),
  ),
  part(
    'bounds',
    fc.constant({ looser: 'allowed', held: { most: { ...CLAUSE, kind: 'points-per-entry', maximum: 2 } } }),
  ),
  part('bounds', fc.constant({ held: { limit: { ...CLAUSE, kind: 'limit', limit: 'limit-0' } } })),
  part('bounds', fc.constant({ held: { visits: { ...CLAUSE, kind: 'redemption' } } })),
  fc.constant((ruleSet) => ({
    ...ruleSet,
    interpretation: { clause: '9', by: text('街道', 'the subdistrict') },
    readings: {
      visits: {
        clause: '9',
        question: VISITS,
        chosen: 'chosen',
        default: 'other',
        ruled: { by: 'the subdistrict', on: '2023-01-01' },
        answers: {
          chosen: { title: VISITS, patch: visits(ruleSet.redemption.limits?.visits?.maximum ?? 1) },
          other: { title: VISITS, patch: visits(3) },
        },
      },
    },
  })),
  item(
    'activity',
    fc.integer({ min: -3, max: -1 }).map((points) => ({ scoring: { by: 'fixed', points } })),
  ),
  item(
    'activity',
    fc
      .tuple(
        fc.integer({ min: -3, max: -1 }),
        fc.option(fc.constantFrom(...WINDOW_KINDS), { nil: undefined }),
      )
      .map(([points, over]) => ({
        scoring: {
          by: 'quantity',
          ...HOURS,
          points,
          each: 1,
          rounding: 'down',
          ...(over === undefined ? {} : { over }),
        },
      })),
  ),
  item('activity', fc.constant({ needsClaim: true })),
  item(
    'activity',
    window.map((perPost) => ({ perPost })),
  ),
  // What one entry scores by itself is within what two may score together.
  item(
    'activity',
    fc.tuple(few, few).map(([points, more]) => ({
      serviceAndAttendance: 'together',
      scoring: { by: 'fixed', points },
      factors: {},
      mostPerMatter: points + more - 1,
    })),
  ),
  item('registration', fc.constant({ form: 'each-time' })),
  requires({ counts: 'quantity', unit: 'hour', minimum: 1.5 }),
  item(
    'activity',
    fc.constant({
      scoring: { by: 'quantity', ...HOURS, points: 1, each: 1, rounding: 'down' },
      requires: { hours: { ...CLAUSE, counts: 'quantity', unit: 'hour', per: 'life', minimum: 1.5 } },
    }),
  ),
  requires({ counts: 'entries', each: 'member', items: ['item-0'] }),
  requires({ counts: 'deductions', per: { before: 'month' } }),
  requires({ counts: 'redeemed' }),
  requires({ counts: 'rewards', rewards: ['haircut'], per: 'account-year' }),
  requires({ counts: 'rewards', rewards: ['haircut', 'rice'], maximum: 3 }),
  requires({ counts: 'sent', per: 'year' }),
  requires({ counts: 'transfers', maximum: 1 }),
  level({
    requires: {
      hours: { ...CLAUSE, counts: 'quantity', unit: 'hour', per: { before: 'half-year' }, minimum: 1.5 },
    },
  }),
  level({ points: 1, roles: ['role-0'] }),
  level({ requires: { one: { ...CLAUSE, counts: 'points', items: ['item-0'], per: 'life', minimum: 2 } } }),
  fc.constant((ruleSet) =>
    ofRoles(ruleSet, (role) => ({
      ...role,
      feedback: { ...role.feedback, uses: [{ id: 'use', title: CLAUSE.title }] },
    })),
  ),
  fallen({ counts: 'quantity', unit: 'hour', minimum: 2 }),
  fallen({ counts: 'points', items: ['item-0'], minimum: 1 }),
];

/** The same rule set, with up to three things that few rule sets say. */
export function withSeldom(ruleSet: RuleSet): Arbitrary<RuleSet> {
  // Much can be said of sending, and little of it in one rule set.
  const changes = fc.oneof(...CHANGES, { weight: 4, arbitrary: sending });
  return fc.oneof(fc.constant<Change[]>([]), fc.array(changes, { minLength: 1, maxLength: 3 })).map((some) =>
    some.reduce((before, change) => {
      const after = change(before);
      return faultsOf(after).length === 0 ? after : before;
    }, ruleSet),
  );
}
