import { defineRuleSet } from '../../src/define.js';
import {
  type Account,
  type Command,
  createBank,
  type Decision,
  evolve,
  type Handbook,
  type ItemRule,
  initialAccount,
  type LimitRule,
  type RuleSet,
  type Text,
} from '../../src/index.js';

export const words = (en: string): Text => ({ en });

export const BY = { office: 'community', communityId: 'c1' } as const;

/** An item of activities, of clause 1. */
export function activity(scoring: ItemRule['scoring'], more: Partial<ItemRule> = {}): ItemRule {
  return { clause: '1', title: words('activity'), entry: 'activity', scoring, ...more };
}

/** Points for each so much of a unit. */
export function forEach(
  points: number,
  each: number,
  unit: string,
  more: { maximum?: number } = {},
): ItemRule['scoring'] {
  return { by: 'quantity', unit, unitTitle: words(unit), points, each, rounding: 'down', ...more };
}

/** A limit of clause 2. */
export function limit(rule: Omit<LimitRule, 'clause' | 'title' | 'beyond'> & Partial<LimitRule>): LimitRule {
  return { clause: '2', title: words('limit'), beyond: 'trim', ...rest(rule) };
}

function rest<T>(rule: T): T {
  return rule;
}

/** A scheme with one role, and what it says beside the items and limits of that role. */
export function scheme(
  items: { readonly [item: string]: ItemRule },
  limits: { readonly [limit: string]: LimitRule },
  more: Partial<RuleSet> & { readonly openingPoints?: number } = {},
): RuleSet {
  const { openingPoints = 0, ...parts } = more;
  const clause = '0';
  return defineRuleSet({
    format: 1,
    id: 'small-scheme',
    version: '1',
    locales: ['en'],
    title: words('A small scheme'),
    clauses: { roles: clause, accounts: clause, entries: clause, catalogue: clause },
    inForce: { clause },
    difficulties: {},
    roles: {
      member: {
        clause,
        title: words('member'),
        account: { clause, colour: 'plain', title: words('account'), deducts: true },
        opening: { clause, form: words('form'), item: 'joining', points: openingPoints },
        service: { clause, claimed: 'not-needed' },
        items: {
          joining: {
            clause,
            title: words('Joining'),
            entry: 'registration',
            scoring: { by: 'fixed', points: 0 },
            once: { per: 'life', opening: 'counts' },
          },
          ...items,
        },
        limits,
        feedback: { clause, recipients: [], uses: [] },
      },
    },
    authority: {
      clause,
      offices: {
        OpenAccount: ['community'],
        CreditActivity: ['community'],
        RedeemPoints: ['community'],
        CorrectScore: ['community'],
        ReverseEntry: ['community'],
        CloseAccount: ['community'],
      },
      self: 'allowed',
      approval: 'one-person',
    },
    entries: { clause, order: 'any' },
    redemption: {
      clause,
      title: words('redemption'),
      period: { kind: 'calendar', window: 'year' },
      consent: { clause, kinds: [], basis: 'each-reward' },
      carryOver: { clause },
    },
    correction: {
      clause,
      title: words('correction'),
      floor: 'none',
      counts: 'own-date',
      freesRoom: true,
      bound: 'matter',
    },
    closing: {
      clause,
      title: words('closing'),
      reasons: { merged: { title: words('merged'), holdings: 'handed-on' } },
    },
    assessment: { clause, title: words('points in all') },
    feedback: { clause, title: words('feedback'), due: '12-31', yearStarts: '01-01' },
    uses: {},
    catalogue: {},
    recognition: {},
    ineligibility: {},
    bounds: { clause, looser: 'refused', held: {} },
    readings: {},
    ...parts,
  });
}

const HANDBOOK: Handbook = {
  communityId: 'c1',
  version: '1',
  published: '2020-01-01',
  rewards: [{ rewardId: 'point', kind: 'service', title: words('a point'), price: 1 }],
};

/** An account of a scheme, and what was decided of each command. */
export class Member {
  account: Account = initialAccount;
  readonly decisions: Decision[] = [];
  #ruleSet: RuleSet;
  readonly #accountId: string;
  #count = 0;

  constructor(
    ruleSet: RuleSet,
    openedOn = '2020-01-01',
    accountId = 'a1',
    continues: readonly unknown[] = [],
  ) {
    this.#ruleSet = ruleSet;
    this.#accountId = accountId;
    const data = { role: 'member', communityId: 'c1', on: openedOn, formComplete: true };
    this.send('OpenAccount', { ...data, ...(continues.length === 0 ? {} : { continues }) });
  }

  /** From now on, other rules decide. */
  under(ruleSet: RuleSet): void {
    this.#ruleSet = ruleSet;
  }

  /** Sends a command, and returns the points that it credits or the code of its refusal. */
  send(type: Command['type'], data: object): number | string {
    const bank = createBank(this.#ruleSet, { handbook: HANDBOOK });
    const command = { type, data: { accountId: this.#accountId, by: BY, ...data } };
    const decision = bank.decideUnknown(command, this.account);
    this.decisions.push(decision);
    if (!decision.accepted) return decision.refusal.code;
    for (const event of decision.events) this.account = evolve(this.account, event);
    const [event] = decision.events;
    return event !== undefined && 'points' in event.data ? event.data.points : 0;
  }

  /** Credits a matter, and returns its points. */
  credit(item: string, on: string, more: object = {}): number | string {
    this.#count += 1;
    return this.send('CreditActivity', { item, matterId: `m${this.#count}`, on, ...more });
  }

  redeem(points: number, on: string): number | string {
    this.#count += 1;
    const lines = [{ rewardId: 'point', quantity: points }];
    return this.send('RedeemPoints', { redemptionId: `r${this.#count}`, communityId: 'c1', lines, on });
  }

  /** The last decision. */
  get last(): Decision {
    return this.decisions.at(-1) as Decision;
  }
}

/** So many days that follow each other. */
export function days(from: string, count: number): string[] {
  const start = Date.parse(`${from}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => new Date(start + i * 86_400_000).toISOString().slice(0, 10));
}
