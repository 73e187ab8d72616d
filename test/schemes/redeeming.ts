/*
 * Small schemes that say one thing of redeeming or of what carries over, and an account under them, by the public entry points alone.
 */
import { defineRuleSet } from '../../src/define.js';
import {
  type Bank,
  type BankEvent,
  balanceOn,
  createBank,
  type Decision,
  evolve,
  type Handbook,
  type ItemRule,
  initialAccount,
  type OpenedAccount,
  type Refusal,
  type RuleSet,
} from '../../src/index.js';
import { statement } from '../../src/reports.js';

const text = (en: string) => ({ en });

type Parts = {
  readonly calendar?: RuleSet['calendar'];
  readonly opening?: number;
  readonly scoring: ItemRule['scoring'];
  readonly redemption: Partial<RuleSet['redemption']>;
  readonly floor?: RuleSet['correction']['floor'];
};

/** A scheme with one role and one activity. */
export function scheme({ calendar, floor = 'none', opening = 0, redemption, scoring }: Parts): RuleSet {
  return defineRuleSet({
    format: 1,
    id: 'scheme',
    version: '1',
    locales: ['en'],
    title: text('A scheme'),
    clauses: { roles: '1', accounts: '1', entries: '2', catalogue: '2' },
    inForce: { clause: '1' },
    ...(calendar === undefined ? {} : { calendar }),
    difficulties: {},
    roles: {
      member: {
        clause: '1',
        title: text('member'),
        account: { clause: '1', colour: 'plain', title: text('account'), deducts: true },
        opening: { clause: '1', form: text('form'), item: 'opening', points: opening },
        service: { clause: '1', claimed: 'not-needed' },
        items: {
          opening: {
            clause: '1',
            title: text('opening'),
            entry: 'registration',
            scoring: { by: 'fixed', points: 0 },
            once: { per: 'life', opening: 'counts' },
          },
          activity: { clause: '2', title: text('activity'), entry: 'activity', scoring },
        },
        limits: {},
        feedback: { clause: '1', recipients: [], uses: [] },
      },
    },
    offices: {
      community: { clause: '1', title: text('community'), acts: 'own-community' },
      subdistrict: { clause: '1', title: text('supervisor'), acts: 'everywhere' },
    },
    authority: {
      clause: '1',
      offices: {
        OpenAccount: ['community'],
        CreditActivity: ['community'],
        RedeemPoints: ['community'],
        CorrectScore: ['subdistrict'],
        ReverseEntry: ['community'],
        TransferPoints: ['community'],
        ReceivePoints: ['community'],
        CloseAccount: ['community'],
      },
      self: 'allowed',
      approval: 'one-person',
    },
    entries: { clause: '2', order: 'any' },
    redemption: {
      clause: '3',
      title: text('redeeming'),
      period: { kind: 'calendar', window: 'year' },
      consent: { clause: '3', kinds: [], basis: 'each-reward' },
      carryOver: { clause: '4' },
      ...redemption,
    },
    correction: { clause: '5', title: text('correction'), floor, counts: 'own-date', freesRoom: false },
    closing: {
      clause: '1',
      title: text('closing'),
      reasons: { merged: { title: text('merged'), holdings: 'handed-on' } },
    },
    assessment: { clause: '1', title: text('points in all') },
    feedback: { clause: '1', title: text('feedback'), due: '12-31', yearStarts: '01-01' },
    uses: {},
    catalogue: {},
    recognition: {},
    ineligibility: {},
    bounds: { clause: '1', looser: 'refused', held: {} },
    readings: {},
  });
}

/** A point for each unit. */
export const A_POINT_EACH: ItemRule['scoring'] = {
  by: 'quantity',
  unit: 'unit',
  unitTitle: text('unit'),
  points: 1,
  each: 1,
  rounding: 'down',
};

/** A handbook of a community with one reward. */
export function handbookOf(communityId: string, price: number): Handbook {
  const reward = { rewardId: 'reward', kind: 'service', title: text('reward'), price } as const;
  return { communityId, version: '1', published: '2000-01-01', rewards: [reward] };
}

/** What became of a command: the code of a refusal, or the balance of its day. */
type Outcome = string | number;

/** An account that keeps its events, as a host would. */
export class Member {
  readonly events: BankEvent[] = [];
  readonly ruleSet: RuleSet;
  readonly #bank: Bank<RuleSet>;
  readonly #price: number;
  #account: OpenedAccount | typeof initialAccount = initialAccount;
  #number = 0;
  /** The last decision. */
  decision: Decision | undefined;

  constructor(ruleSet: RuleSet, { on = '2020-01-01', price = 1 } = {}) {
    this.ruleSet = ruleSet;
    this.#bank = createBank(ruleSet);
    this.#price = price;
    this.send('OpenAccount', { role: 'member', communityId: 'home', on, formComplete: true });
  }

  get account(): OpenedAccount {
    return this.#account as OpenedAccount;
  }

  /** Why the last command was refused. */
  get refusal(): Refusal {
    if (this.decision?.accepted !== false) throw new Error('it was accepted');
    return this.decision.refusal;
  }

  activity(on: string, quantity?: number): Outcome {
    return this.send('CreditActivity', {
      item: 'activity',
      matterId: `m${this.#next()}`,
      on,
      ...(quantity === undefined ? {} : { quantity }),
    });
  }

  redeem(on: string, quantity: number, communityId = 'home'): Outcome {
    const lines = [{ rewardId: 'reward', quantity }];
    return this.send(
      'RedeemPoints',
      { redemptionId: `r${this.#next()}`, communityId, lines, on },
      communityId,
    );
  }

  correct(on: string, points: number): Outcome {
    return this.send('CorrectScore', { correctionId: `c${this.#next()}`, points, reason: 'a slip', on });
  }

  send(type: string, data: { readonly on: string; readonly [field: string]: unknown }, at = 'home'): Outcome {
    const by = type === 'CorrectScore' ? { office: 'subdistrict' } : { office: 'community', communityId: at };
    const bank = this.#bank.withHandbook(handbookOf(at, this.#price));
    this.decision = bank.decideUnknown({ type, data: { accountId: 'm', by, ...data } }, this.#account);
    if (!this.decision.accepted) return this.decision.refusal.code;
    this.#account = this.decision.events.reduce(evolve, this.#account as never) as OpenedAccount;
    this.events.push(...this.decision.events);
    return this.balanceOn(data.on);
  }

  /** The balance of a day, by the account and by the statement, which have to agree. */
  balanceOn(day: string): number {
    const held = balanceOn(this.account, day, this.ruleSet);
    const to = day > this.account.latestOn ? day : this.account.latestOn;
    const told = statement(this.events, { from: '1900-01-01', to, ruleSet: this.ruleSet })?.closing
      .redeemable;
    const known = balanceOn(this.account, to, this.ruleSet);
    if (told !== known) throw new Error(`the statement to ${to} ends with ${told}, the account has ${known}`);
    return held;
  }

  /** The points that a statement of everything shows as lapsed. */
  lapses(to = '2035-12-31'): { readonly on: string; readonly points: number }[] {
    const all = statement(this.events, { from: '1900-01-01', to, ruleSet: this.ruleSet });
    return (all?.entries ?? [])
      .filter(({ type }) => type === 'PointsLapsed')
      .map(({ on, points }) => ({ on, points }));
  }

  #next(): number {
    this.#number += 1;
    return this.#number;
  }
}
