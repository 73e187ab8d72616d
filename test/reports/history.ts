import fc from 'fast-check';
import { type Bank, createBank } from '../../src/account/bank.js';
import type { BankEvent } from '../../src/account/events/event.js';
import type { Handbook } from '../../src/account/handbook.js';
import type { Account } from '../../src/account/state/account.js';
import { evolve, initialAccount } from '../../src/account/state/fold.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { addDays } from '../../src/values/calendar.js';

/** A community's handbook with services of 1, 2 and 7 points. */
function handbookOf(communityId: string): Handbook {
  const reward = (rewardId: string, zh: string, en: string, price: number) =>
    ({ rewardId, kind: 'service', title: { 'zh-CN': zh, en }, price }) as const;
  return {
    communityId,
    version: '1',
    published: '2021-01-01',
    filed: '2021-01-02',
    rewards: [
      reward('haircut', '理发', 'Haircut', 1),
      reward('visit', '上门服务', 'Home visit', 2),
      reward('trip', '出游', 'Outing', 7),
    ],
  };
}

const banks = new Map<RuleSet, Map<string, Bank<RuleSet>>>();

/** Made once for each rule set and community, because making a bank costs more than a hundred decisions. */
function bankOf(ruleSet: RuleSet, communityId: string): Bank<RuleSet> {
  const known = banks.get(ruleSet) ?? new Map<string, Bank<RuleSet>>();
  banks.set(ruleSet, known);
  const bank = known.get(communityId) ?? createBank(ruleSet, { handbook: handbookOf(communityId) });
  known.set(communityId, bank);
  return bank;
}

/** Sends commands and keeps the events of the accepted ones, in order. */
export class Centre {
  readonly events: BankEvent[] = [];
  readonly accounts = new Map<string, Account>();
  readonly #ruleSet: RuleSet;

  constructor(ruleSet: RuleSet = renfa2022) {
    this.#ruleSet = ruleSet;
  }

  /** Returns whether the command was accepted. */
  enter(type: string, accountId: string, data: Record<string, unknown>, communityId = 'linan'): boolean {
    const by = type === 'CorrectScore' ? { office: 'street' } : { office: 'community', communityId };
    const before = this.accounts.get(accountId) ?? initialAccount;
    const command: unknown = { type, data: { accountId, by, ...data } };
    const decision = bankOf(this.#ruleSet, communityId).decideUnknown(command, before);
    if (!decision.accepted) return false;
    let account = before;
    for (const event of decision.events) account = evolve(account, event);
    this.accounts.set(accountId, account);
    this.events.push(...decision.events);
    return true;
  }

  open(accountId: string, on: string, role = 'resident', communityId = 'linan'): boolean {
    return this.enter('OpenAccount', accountId, { role, communityId, on, formComplete: true }, communityId);
  }

  credit(
    accountId: string,
    on: string,
    matterId: string,
    difficulty: 'base' | 'hard' = 'base',
    communityId = 'linan',
  ): boolean {
    return this.enter(
      'CreditActivity',
      accountId,
      { item: 'activity', matterId, difficulty, on },
      communityId,
    );
  }

  redeem(
    accountId: string,
    on: string,
    redemptionId: string,
    rewardId = 'haircut',
    quantity = 1,
    communityId = 'linan',
  ): boolean {
    return this.enter(
      'RedeemPoints',
      accountId,
      { redemptionId, communityId, lines: [{ rewardId, quantity }], on },
      communityId,
    );
  }

  correct(accountId: string, on: string, correctionId: string, points: number, corrects?: string): boolean {
    const matter = corrects === undefined ? {} : { corrects, item: 'activity' };
    return this.enter('CorrectScore', accountId, {
      correctionId,
      points,
      reason: '核实后更正',
      on,
      ...matter,
    });
  }
}

const ROLES = ['community-party-member', 'in-service-party-member', 'resident'] as const;
const REWARDS = ['haircut', 'visit', 'trip'] as const;

/** The possible steps of a history. */
type Step = {
  readonly kind: 'report-in' | 'claim' | 'credit' | 'affairs' | 'redeem' | 'correct' | 'correct-matter';
  readonly account: number;
  readonly day: number;
  readonly number: number;
  readonly points: number;
  readonly hard: boolean;
};

const FIRST_DAY = '2022-01-01';
const DAYS = 1200;

/** A day in the years of generated histories. */
export const someDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: DAYS })
  .map((n) => addDays(FIRST_DAY, n));

const KINDS: readonly Step['kind'][] = [
  ...(['report-in', 'claim', 'credit', 'credit', 'credit', 'affairs', 'redeem', 'redeem'] as const),
  ...(['correct', 'correct-matter', 'correct-matter'] as const),
];

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom(...KINDS),
  account: fc.nat({ max: 11 }),
  day: fc.nat({ max: DAYS }),
  number: fc.nat({ max: 5 }),
  points: fc.integer({ min: -6, max: 6 }),
  hard: fc.boolean(),
});

/** Events of up to four accounts in two communities, from good and bad commands with days in any order. */
export function histories(
  ruleSets: readonly RuleSet[] = [renfa2022],
): fc.Arbitrary<{ ruleSet: RuleSet; centre: Centre }> {
  const opening = fc.record({ day: fc.nat({ max: 300 }), role: fc.constantFrom(...ROLES) });
  return fc
    .tuple(
      fc.constantFrom(...ruleSets),
      fc.array(opening, { minLength: 1, maxLength: 4 }),
      fc.array(step, { maxLength: 60, size: 'max' }),
    )
    .map(([ruleSet, openings, steps]) => {
      const centre = new Centre(ruleSet);
      for (const [i, { day, role }] of openings.entries()) {
        centre.open(`v${i}`, addDays(FIRST_DAY, day), role, communityOf(i));
      }
      for (const [i, one] of steps.entries())
        take(centre, { ...one, account: one.account % openings.length }, i);
      return { ruleSet, centre };
    });
}

function communityOf(account: number): string {
  return account % 2 === 0 ? 'linan' : 'linbei';
}

function take(centre: Centre, { kind, account, day, number, points, hard }: Step, i: number): void {
  const id = `v${account}`;
  const community = communityOf(account);
  const on = addDays(FIRST_DAY, day);
  const difficulty = hard ? 'hard' : 'base';
  switch (kind) {
    case 'report-in':
      centre.enter('ReportIn', id, { on }, community);
      break;
    case 'claim':
      centre.enter('ClaimPost', id, { postId: `p${number}`, kind: 'post', difficulty, on }, community);
      break;
    case 'credit':
      centre.credit(id, on, `m${number}`, difficulty, community);
      break;
    case 'affairs':
      centre.enter(
        'CreditActivity',
        id,
        { item: 'affairs', matterId: `m${number}`, difficulty, on },
        community,
      );
      break;
    case 'redeem':
      centre.redeem(id, on, `r${i}`, REWARDS[number % 3], 1 + (number % 2), community);
      break;
    case 'correct':
      centre.correct(id, on, `c${i}`, points);
      break;
    case 'correct-matter':
      centre.correct(id, on, `c${i}`, points, `m${number}`);
      break;
  }
}

/** The first scheme, also under readings that move days and figures. */
export const READ = {
  literal: renfa2022,
  matterYear: withReading(renfa2022, 'correction-year', 'matter-year'),
  redOnly: withReading(renfa2022, 'blue-deduction', 'red-only'),
  decemberYear: withReading(
    withReading(renfa2022, 'correction-year', 'matter-year'),
    'feedback-cut-off',
    'december-november',
  ),
} as const;

/** The first scheme with affairs as a deduction. */
const DEDUCTING: RuleSet = {
  ...renfa2022,
  roles: Object.fromEntries(
    Object.entries(renfa2022.roles).map(([id, role]) => {
      const scoring = { by: 'difficulty', points: { base: -1, hard: -4 } } as const;
      return [id, { ...role, items: { ...role.items, affairs: { ...role.items.affairs, scoring } } }];
    }),
  ),
};

/** Rule sets that let points lapse, with corrections in the year of their own day and of the matter's, and with deductions. */
export const LAPSING: readonly RuleSet[] = [
  lapsing(renfa2022, 'year-end', 'own-date'),
  lapsing(renfa2022, 'two-periods', 'matter-year'),
  lapsing(DEDUCTING, 'year-end', 'matter-year'),
  lapsing(DEDUCTING, 'two-periods', 'own-date'),
];

function lapsing(ruleSet: RuleSet, carryOver: string, correctionYear: string): RuleSet {
  const lapses = withReading(ruleSet, 'carry-over', carryOver);
  return withReading(withReading(lapses, 'correction-year', correctionYear), 'redemption-period', 'quarter');
}

/** The day on which the fold counts an event. */
export function countedOn(event: BankEvent): string {
  return event.type === 'ScoreCorrected' ? event.data.countsOn : event.data.on;
}

/** The events of one account. */
export function eventsOf(events: readonly BankEvent[], accountId: string): BankEvent[] {
  return events.filter(({ data }) => data.accountId === accountId);
}

/** Whether a value is deeply frozen. */
export function isFrozenThrough(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isFrozenThrough);
}

/** The same events as from JSON: not frozen, and without shared parts. */
export function fromJson(events: readonly BankEvent[]): BankEvent[] {
  return JSON.parse(JSON.stringify(events)) as BankEvent[];
}

/** Whether any part of a value is not frozen. */
export function isOpenThrough(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return !Object.isFrozen(value) && Object.values(value).every(isOpenThrough);
}
