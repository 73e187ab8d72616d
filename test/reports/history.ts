import fc from 'fast-check';
import { type Bank, createBank } from '../../src/account/bank.js';
import type { BankEvent } from '../../src/account/events/event.js';
import type { Handbook } from '../../src/account/handbook.js';
import { type Account, folded } from '../../src/account/state/account.js';
import { evolve, initialAccount } from '../../src/account/state/fold.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { withReading } from '../../src/rules/readings.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { addDays, dayNumber } from '../../src/values/calendar.js';
import { amountIn } from '../../src/values/daily.js';
import { text } from '../../src/values/text.js';

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

const OF_THE_SUBDISTRICT: ReadonlySet<string> = new Set(['CorrectScore', 'ReverseEntry', 'BarAccount']);

/** Sends commands and keeps the events of the accepted ones, in order. */
export class Centre {
  readonly events: BankEvent[] = [];
  readonly accounts = new Map<string, Account>();
  readonly #ruleSet: RuleSet;

  constructor(ruleSet: RuleSet = renfa2022) {
    this.#ruleSet = ruleSet;
  }

  /** Returns whether the command was accepted. A `by` among the data replaces the usual office. */
  enter(type: string, accountId: string, data: Record<string, unknown>, communityId = 'linan'): boolean {
    const by = OF_THE_SUBDISTRICT.has(type)
      ? { office: 'subdistrict' }
      : { office: 'community', communityId };
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

  /** The event that the last command accepted led to. */
  get last(): BankEvent {
    return this.events.at(-1) as BankEvent;
  }

  /** Undoes an entry: the one that an event of the account recorded, or its reversal. */
  reverse(of: BankEvent, on: string, reversalId: string, more: Record<string, unknown> = {}): boolean {
    const { accountId, communityId } = of.data;
    const reverses = reversedBy(of);
    if (reverses === undefined) return false;
    return this.enter(
      'ReverseEntry',
      accountId,
      { reversalId, reverses, reason: '登记有误', on, ...more },
      communityId,
    );
  }

  /** Closes an account and opens the one that continues it. */
  goOn(
    accountId: string,
    on: string,
    next: string,
    reason = 'role-changed',
    role = 'resident',
    communityId = 'linan',
  ): boolean {
    const { communityId: before } = this.events.find(({ data }) => data.accountId === accountId)?.data ?? {};
    if (!this.enter('CloseAccount', accountId, { reason, continuedBy: next, on }, before)) return false;
    const data = { role, communityId, on, formComplete: true, continues: [this.last] };
    return this.enter('OpenAccount', next, data, communityId);
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

/** How a reversal names what an event recorded. */
function reversedBy(event: BankEvent): Record<string, unknown> | undefined {
  switch (event.type) {
    case 'ActivityCredited': {
      const { entry, matterId: id, item, capacity } = event.data;
      return entry === 'registration' ? { kind: 'report-in', id } : { kind: 'matter', id, item, capacity };
    }
    case 'PostClaimed':
      return { kind: 'claim', id: event.data.postId };
    case 'PointsRedeemed':
      return { kind: 'redemption', id: event.data.redemptionId };
    case 'ScoreCorrected':
      return { kind: 'correction', id: event.data.correctionId };
    case 'EntryReversed':
      return { kind: 'reversal', id: event.data.reversalId };
    case 'PointsSent':
    case 'PointsReceived':
      return { kind: 'transfer', id: event.data.transferId };
    case 'AccountBarred':
      return { kind: 'bar', id: event.data.barId };
    default:
      return undefined;
  }
}

const ROLES = ['community-party-member', 'in-service-party-member', 'resident'] as const;
const REWARDS = ['haircut', 'visit', 'trip'] as const;

/** The possible steps of a history. */
type Step = {
  readonly kind: (typeof KINDS)[number] | (typeof LIVING_KINDS)[number];
  readonly account: number;
  readonly day: number;
  readonly number: number;
  readonly points: number;
  readonly hard: boolean;
  /** How many days after its day it is written up. */
  readonly late: number;
};

const FIRST_DAY = '2022-01-01';
const DAYS = 1200;

/** A day in the years of generated histories. */
export const someDay: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: DAYS })
  .map((n) => addDays(FIRST_DAY, n));

const KINDS = [
  ...(['report-in', 'claim', 'credit', 'credit', 'credit', 'affairs', 'redeem', 'redeem'] as const),
  ...(['correct', 'correct-matter', 'correct-matter'] as const),
] as const;

/** What a ledger needs to live. */
const LIVING_KINDS = [
  ...(['reverse', 'reverse', 'reverse', 'reverse-latest', 'reverse-latest', 'return'] as const),
  ...(['verify', 'verify', 'verify', 'transfer', 'bar', 'release', 'close'] as const),
] as const;

function step(kinds: readonly Step['kind'][], lateness: fc.Arbitrary<number>): fc.Arbitrary<Step> {
  return fc.record({
    kind: fc.constantFrom(...kinds),
    account: fc.nat({ max: 11 }),
    day: fc.nat({ max: DAYS }),
    number: fc.nat({ max: 5 }),
    points: fc.integer({ min: -6, max: 6 }),
    hard: fc.boolean(),
    late: lateness,
  });
}

type Generated = { readonly ruleSet: RuleSet; readonly centre: Centre };

/** Events of up to four accounts in two communities, from good and bad commands with days in any order. */
export function histories(ruleSets: readonly RuleSet[] = [renfa2022]): fc.Arbitrary<Generated> {
  return generated(ruleSets, step(KINDS, fc.constant(0)));
}

/**
 * Such events with everything that a ledger needs to live: reversals and their reversals, returns, verifications, transfers, bars, posts
 * given up, accounts closed and continued, and entries written up late. Events come on record in any order, as hosts may state it.
 */
export function livingHistories(ruleSets: readonly RuleSet[] = LIVING): fc.Arbitrary<Generated> {
  return generated(ruleSets, step([...KINDS, ...LIVING_KINDS, ...LIVING_KINDS], LATENESS));
}

/** Such events, which came on record in their order: no event bears an earlier day of record than the one before it. */
export function historiesInOrder(ruleSets: readonly RuleSet[] = LIVING): fc.Arbitrary<Generated> {
  return generated(ruleSets, step([...KINDS, ...LIVING_KINDS, ...LIVING_KINDS], LATENESS), true);
}

const LATENESS = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 400 }) },
);

function generated(
  ruleSets: readonly RuleSet[],
  steps: fc.Arbitrary<Step>,
  isInOrder = false,
): fc.Arbitrary<Generated> {
  const opening = fc.record({
    day: fc.nat({ max: 300 }),
    role: fc.constantFrom(...ROLES),
    late: fc.constant(0),
  });
  return fc
    .tuple(
      fc.constantFrom(...ruleSets),
      fc.array(opening, { minLength: 1, maxLength: 4 }),
      fc.array(steps, { maxLength: 60, size: 'max' }),
    )
    .map(([ruleSet, openings, taken]) => {
      const centre = new Centre(ruleSet);
      const run = new Run(centre, isInOrder);
      for (const [i, { day, role }] of openings.entries()) {
        run.open(i, addDays(FIRST_DAY, day), role);
      }
      for (const [i, one] of taken.entries()) run.take({ ...one, account: one.account % openings.length }, i);
      return { ruleSet, centre };
    });
}

/** The latest day of a few. */
function latest(...days: string[]): string {
  return days.sort().at(-1) as string;
}

/** Takes the steps of one history. Each person has one account at a time: one that was closed is followed by another. */
class Run {
  readonly #centre: Centre;
  readonly #isInOrder: boolean;
  readonly #people: { accountId: string; communityId: string }[] = [];
  #recorded = FIRST_DAY;

  constructor(centre: Centre, isInOrder: boolean) {
    this.#centre = centre;
    this.#isInOrder = isInOrder;
  }

  open(person: number, on: string, role: string): void {
    const communityId = person % 2 === 0 ? 'linan' : 'linbei';
    this.#people[person] = { accountId: `v${person}`, communityId };
    this.#enter('OpenAccount', person, { role, communityId, on, formComplete: true }, 0);
  }

  take(one: Step, i: number): unknown {
    const { kind, account: person, number, points, hard, late } = one;
    const on = addDays(FIRST_DAY, one.day);
    const difficulty = hard ? 'hard' : 'base';
    const { communityId } = this.#people[person] as { communityId: string };
    const enter = (type: string, data: Record<string, unknown>) =>
      this.#enter(type, person, { on, ...data }, late);
    const correction = { correctionId: `c${i}`, points, reason: '核实后更正' };
    switch (kind) {
      case 'report-in':
        return enter('ReportIn', {});
      case 'claim':
        return enter('ClaimPost', { postId: `p${number}`, kind: 'post', difficulty });
      case 'credit':
        return enter('CreditActivity', { item: 'activity', matterId: `m${number}`, difficulty });
      case 'affairs':
        return enter('CreditActivity', { item: 'affairs', matterId: `m${number}`, difficulty });
      case 'redeem': {
        const lines = [{ rewardId: REWARDS[number % 3], quantity: 1 + (number % 2) }];
        return enter('RedeemPoints', { redemptionId: `r${i}`, communityId, lines });
      }
      case 'correct':
        return enter('CorrectScore', correction);
      case 'correct-matter':
        return enter('CorrectScore', { ...correction, corrects: `m${number}`, item: 'activity' });
      case 'reverse':
        return this.#reverse(person, one, i, ({ type }) => type !== 'EntryReversed');
      case 'reverse-latest':
        return this.#reverse(person, { ...one, number: 0 }, i, ({ type }) => type === 'EntryReversed');
      case 'return':
        if (points > -4 && this.#reverseTakenUp(person, one, i)) return;
        return this.#reverse(person, one, i, ({ type }) => type === 'PointsRedeemed');
      case 'verify': {
        const pending = this.#eventsOf(person).filter(({ data }) => 'pending' in data);
        const event = pending[number % Math.max(pending.length, 1)];
        const verifies = event === undefined ? undefined : reversedBy(event);
        return event !== undefined && enter('VerifyEntry', { verifies, on: latest(on, event.data.on) });
      }
      case 'transfer':
        return this.#transfer(person, one, i);
      case 'bar':
        return enter('BarAccount', {
          barId: `b${number}`,
          ground: 'dispute',
          from: on,
          reason: '核实中',
        });
      case 'release':
        return this.#release(person, one);
      case 'close':
        return this.#close(person, one);
    }
  }

  /** Undoes one of the last entries of a kind; of a redemption, now and then, only one of its rewards. */
  #reverse(
    person: number,
    { day, number, hard, kind, late }: Step,
    i: number,
    isWanted: (event: BankEvent) => boolean,
  ): void {
    const events = this.#eventsOf(person).filter(
      (event) => isWanted(event) && reversedBy(event) !== undefined,
    );
    const event = events.at(-1 - (number % Math.max(events.length, 1)));
    if (event === undefined) return;
    const entry = event.type === 'EntryReversed' ? event.data.entry : event.data;
    const lines = event.type === 'PointsRedeemed' && kind === 'return' ? event.data.lines : undefined;
    const rewardId = lines?.[0]?.rewardId;
    this.#enter(
      'ReverseEntry',
      person,
      {
        reversalId: `x${hard ? number : i}`,
        reverses: reversedBy(event),
        ...(rewardId === undefined ? {} : { lines: [{ rewardId, quantity: 1 }] }),
        reason: '登记有误',
        on: latest(addDays(FIRST_DAY, day), entry.on),
      },
      late,
    );
  }

  /** Undoes a visit that the account took up from the one before. */
  #reverseTakenUp(person: number, { day, hard, late }: Step, i: number): boolean {
    const [opened] = this.#eventsOf(person);
    if (opened?.type !== 'AccountOpened') return false;
    const visit = opened.data.continues?.[0]?.handedOn?.visits[0];
    if (visit === undefined) return false;
    const rewardId = visit.lines[0]?.rewardId;
    const data = {
      reversalId: `x${i}`,
      reverses: { kind: 'redemption', id: visit.redemptionId },
      ...(hard ? { lines: [{ rewardId, quantity: 1 }] } : {}),
      reason: '登记有误',
      on: latest(addDays(FIRST_DAY, day), opened.data.on),
    };
    return this.#enter('ReverseEntry', person, data, late);
  }

  #release(person: number, { day, number, late }: Step): void {
    const claims = this.#eventsOf(person).filter(({ type }) => type === 'PostClaimed');
    const claim = claims[number % Math.max(claims.length, 1)];
    if (claim?.type !== 'PostClaimed') return;
    const { postId, on } = claim.data;
    this.#enter('ReleasePost', person, { postId, on: latest(on, addDays(FIRST_DAY, day)) }, late);
  }

  #transfer(person: number, { day, number, points, late }: Step, i: number): void {
    const other = (person + 1 + number) % this.#people.length;
    const to = this.#people[other];
    if (to === undefined || other === person) return;
    const on = addDays(FIRST_DAY, day);
    const data = { transferId: `t${i}`, to: to.accountId, points: 1 + Math.abs(points) };
    if (!this.#enter('TransferPoints', person, { ...data, on }, 0)) return;
    this.#enter('ReceivePoints', other, { sent: this.#centre.last, on: addDays(on, number) }, late);
  }

  #close(person: number, { day, number, hard, late }: Step): void {
    const { accountId, communityId } = this.#people[person] as { accountId: string; communityId: string };
    const account = this.#centre.accounts.get(accountId);
    if (account?.status !== 'open') return;
    const on = latest(addDays(FIRST_DAY, day), account.latestOn);
    const reason = number === 0 ? 'left' : 'moved';
    const next = `${accountId}+`;
    if (!this.#enter('CloseAccount', person, { reason, on }, late)) return;
    const closed = this.#centre.last;
    const community = hard ? 'linan' : communityId;
    this.#people[person] = { accountId: next, communityId: community };
    const data = { role: ROLES[number % 3], communityId: community, formComplete: true };
    const continues = reason === 'left' ? {} : { continues: [closed] };
    this.#enter('OpenAccount', person, { ...data, ...continues, on: addDays(on, number) }, late);
  }

  #eventsOf(person: number): BankEvent[] {
    return eventsOf(this.#centre.events, this.#people[person]?.accountId ?? '');
  }

  #enter(
    type: string,
    person: number,
    data: Record<string, unknown> & { readonly on: string },
    late: number,
  ): boolean {
    const { accountId, communityId } = this.#people[person] as { accountId: string; communityId: string };
    const written = addDays(data.on, late);
    const recordedOn = this.#isInOrder ? latest(written, this.#recorded) : written;
    const accepted = this.#centre.enter(
      type,
      accountId,
      { ...data, ...(recordedOn > data.on ? { recordedOn } : {}) },
      communityId,
    );
    if (accepted) this.#recorded = latest(recordedOn, this.#recorded);
    return accepted;
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

/** The first scheme with transfers and bars, with verification apart, with lapses, and with corrections on the matter's day. */
export const LIVING: readonly RuleSet[] = [
  living(renfa2022),
  ...['year-end', 'two-periods'].map(livingAndLapsing),
].flatMap((ruleSet) => [ruleSet, withReading(ruleSet, 'verification', 'apart')]);

function living(ruleSet: RuleSet): RuleSet {
  const { authority } = ruleSet;
  const offices = {
    ...authority.offices,
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
    BarAccount: ['subdistrict'],
  } as const;
  const title = text('有纠纷', 'In dispute');
  return {
    ...ruleSet,
    authority: { ...authority, offices },
    transfer: { clause: 'T', title: text('积分转赠', 'transfer of points') },
    ineligibility: { dispute: { clause: 'X', title, bars: ['recognition'] } },
  };
}

function livingAndLapsing(carryOver: string): RuleSet {
  return lapsing(living(DEDUCTING), carryOver, carryOver === 'year-end' ? 'own-date' : 'matter-year');
}

/** The day on which an event came on record. */
export function recordedOn({ data }: BankEvent): string {
  return data.recordedOn ?? data.on;
}

/** The assessment of an account's entries up to a day, from the fold. */
export function assessmentOn(account: Account, on: string): number {
  if (account.status === 'unopened') return 0;
  const { items, raisedOn, loweredOn } = folded(account);
  const last = dayNumber(on);
  let assessed = amountIn(raisedOn, 0, last) + amountIn(loweredOn, 0, last);
  for (const { days } of Object.values(items)) assessed += amountIn(days, 0, last);
  return assessed;
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
