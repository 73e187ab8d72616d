import type {
  Clause,
  ItemRule,
  LimitRule,
  QuantityScoring,
  RoleRule,
  RuleSet,
  RuleSetOf,
  Scoring,
} from '../rules/rule-set.js';
import { deepFreeze } from '../values/json.js';
import { type Text, text } from '../values/text.js';
import type { LimitSpan } from '../values/window.js';

/*
 * What the example schemes share. They are written from public facts about a scheme, not from its full text: clauses are numbered by
 * these facts, and what the facts do not say is neutral and cites clause 0.
 */

/** The clause of everything that the public facts do not say. */
export const NOT_SAID: Clause = '0';

/** The offices of the examples: whoever keeps the accounts, and the office above. */
export type ExampleOffices = { readonly community: 'own-community'; readonly subdistrict: 'everywhere' };

/** An example's rule set, with literal ids. */
export type ExampleRules<
  Items extends { readonly [role: string]: string },
  Difficulty extends string,
  Answers extends { readonly [reading: string]: string },
  Limits extends { readonly [role in keyof Items]: string } = { readonly [role in keyof Items]: string },
> = RuleSetOf<Items, Difficulty, Answers, Limits, ExampleOffices>;

/** The parts of a rule set that facts may leave out. */
type Unsaid = Omit<
  ExampleRules<Record<never, never>, never, Record<never, never>>,
  'id' | 'version' | 'title' | 'roles' | 'redemption' | 'readings'
>;

const NOBODY: readonly string[] = [];

/**
 * A rule set with nothing in it: always in force, no tiers, no claims, no report-ins, no mark, nothing filed, no bounds, no open
 * questions. Whoever keeps the accounts enters everything, and corrects as the office above may.
 */
export function unsaidParts(): Unsaid {
  return {
    format: 1,
    locales: ['zh-CN', 'en'],
    clauses: { roles: NOT_SAID, accounts: NOT_SAID, entries: NOT_SAID, catalogue: NOT_SAID },
    inForce: { clause: NOT_SAID },
    difficulties: {},
    offices: {
      community: { clause: NOT_SAID, title: text('积分管理单位', 'points office'), acts: 'own-community' },
      subdistrict: {
        clause: NOT_SAID,
        title: text('上级主管单位', 'supervising office'),
        acts: 'everywhere',
      },
    },
    authority: {
      clause: NOT_SAID,
      offices: {
        OpenAccount: ['community'],
        ReportIn: NOBODY,
        ClaimPost: NOBODY,
        CreditActivity: ['community'],
        RedeemPoints: ['community'],
        CorrectScore: ['community', 'subdistrict'],
        ReverseEntry: ['community', 'subdistrict'],
        CloseAccount: ['community'],
      },
      self: 'allowed',
      approval: 'one-person',
    },
    entries: { clause: NOT_SAID, order: 'any' },
    correction: {
      clause: NOT_SAID,
      title: text('积分更正', 'correction of the score'),
      floor: 'none',
      counts: 'own-date',
      mattersOnly: ['community'],
      freesRoom: false,
    },
    closing: {
      clause: NOT_SAID,
      title: text('账户注销', 'closing of accounts'),
      reasons: {
        left: { title: text('退出', 'left'), holdings: 'forfeited' },
        moved: { title: text('转出', 'moved'), holdings: 'handed-on' },
        merged: { title: text('账户合并', 'merged with another account'), holdings: 'handed-on' },
        'opened-in-error': { title: text('误开', 'opened in error'), holdings: 'forfeited' },
      },
    },
    assessment: { clause: NOT_SAID, title: text('累计积分', 'points earned in all') },
    feedback: {
      clause: NOT_SAID,
      title: text('年度情况', "the year's account"),
      due: '12-31',
      yearStarts: '01-01',
    },
    uses: {},
    catalogue: {},
    recognition: {},
    ineligibility: {},
    bounds: { clause: NOT_SAID, looser: 'refused', held: {} },
  };
}

/** Redemption at any time and of anything; what is left over is kept. */
export function anyRedemption(clause: Clause): RuleSet['redemption'] {
  return {
    clause,
    title: text('积分兑换', 'redemption of points'),
    period: { kind: 'calendar', window: 'year' },
    consent: { clause: NOT_SAID, kinds: [], basis: 'each-reward' },
    carryOver: { clause: NOT_SAID },
  };
}

/** The parts of a role that facts may leave out: one account of no particular colour, opened without points, and no posts. */
export function unsaidRoleParts(): Pick<RoleRule, 'account' | 'opening' | 'service' | 'limits' | 'feedback'> {
  return {
    account: {
      clause: NOT_SAID,
      colour: 'plain',
      title: text('积分账户', 'points account'),
      deducts: true,
    },
    opening: { clause: NOT_SAID, form: text('登记表', 'registration form'), item: 'opening', points: 0 },
    service: { clause: NOT_SAID, claimed: 'not-needed' },
    limits: {},
    feedback: { clause: NOT_SAID, recipients: [], uses: [] },
  };
}

/** The item that the opening is booked under, once. */
export function openingItem(clause: Clause = NOT_SAID): ItemRule {
  return {
    clause,
    title: text('开户', 'opening of the account'),
    entry: 'registration',
    scoring: { by: 'fixed', points: 0 },
    once: { per: 'life', opening: 'counts' },
  };
}

/** A point for each whole hour. */
export function pointAnHour(): Extract<QuantityScoring, { readonly by: 'quantity' }> {
  return {
    by: 'quantity',
    unit: 'hour',
    unitTitle: text('小时', 'hours'),
    points: 1,
    each: 1,
    rounding: 'down',
  };
}

/** A maximum of points over a window; what goes beyond it is recorded and scores nothing. */
export function atMost(maximum: number, per: LimitSpan, clause: Clause, title: Text): LimitRule {
  return { clause, title, counts: 'points', maximum, per, beyond: 'trim' };
}

/** Accounts may give points to each other, which those enter who keep them. */
export function giving(clause: Clause, title: Text): Pick<RuleSet, 'authority' | 'transfer'> {
  const { authority } = unsaidParts();
  const offices = {
    ...authority.offices,
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
  } as const;
  return { authority: { ...authority, offices }, transfer: { clause, title } };
}

/** An entry states the points itself, to be added or taken: where the facts do not say what a matter is worth. */
export function pointsAsStated(points: 1 | -1): Scoring {
  return {
    by: 'quantity',
    unit: 'point',
    unitTitle: text('分', 'points'),
    points,
    each: 1,
    rounding: 'down',
  };
}

/** Makes an example's rule set, frozen; a program that does not use it leaves it out of its bundle. */
export function example<R extends RuleSet>(write: () => R): R {
  return deepFreeze(write());
}
