/*
 * Puts the acceptance scenarios to the library's public entry points and gives back what they ask about. It translates names and
 * decides nothing: what is refused is refused by the library.
 */

import { defineHandbook } from '../../src/define.js';
import {
  type Account,
  assessment,
  type BankEvent,
  createBank,
  evolve,
  figures,
  filing,
  halfOf,
  initialAccount,
  type RuleSet,
  redeemable,
  withReading,
} from '../../src/index.js';
import { type AnnualFeedback, annualFeedback, ReportError } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { parseHandbook } from '../../src/schema.js';
import { monthsOf } from '../support/inside.js';

export type Input = { readonly [field: string]: unknown };
export type Options = { readonly [option: string]: unknown };
export type Result = { accepted: true; points: number } | { accepted: false; reason: string };

/** The scenarios' options as answers to the rule set's open questions. */
const READINGS: Record<string, (value: unknown) => [reading: string, answer: string]> = {
  capWindow: (value) => ['claim-cap-window', value === 'calendar-year' ? 'calendar-year' : 'life'],
  claimOverflow: (value) => [
    'claim-cap-overflow',
    { trim: 'trim', 'trim-nonzero': 'refused-at-zero', reject: 'refused' }[String(value)] ?? 'trim',
  ],
  memberClaimHard: (value) => ['community-member-hard-claim', value === true ? 'yes' : 'no'],
  openingIsReportIn: (value) => ['registration-year', value === false ? 'opening-apart' : 'calendar-year'],
  halfRule: (value) => [
    'redemption-period',
    value === 'rolling-six-months' ? 'six-months-since' : 'calendar-half',
  ],
  correctionFloor: (value) => [
    'correction-floor',
    { assessment: 'refuse-below-zero-score', redeemable: 'refuse-below-zero-balance' }[String(value)] ??
      'none',
  ],
  dateOrder: (value) => ['late-entry', value === 'nondecreasing' ? 'never-back' : 'taken'],
  reclaim: (value) => ['claim-again', value === 'allow' ? 'scores' : 'refused'],
  roleNeedsClaim: (value) => [
    'service-needs-claim',
    { ever: 'claimed', 'not-needed': 'not-needed' }[String(value)] ?? 'claimed-by-that-day',
  ],
  redeemDay: (value) => ['redemption-day', value === 'order-of-entry' ? 'order-of-entry' : 'held-on-its-day'],
  matterScope: (value) => ['one-matter-one-item', value === 'per-item' ? 'each-item' : 'one-item'],
  serviceAndAttendance: (value) => [
    'activity-service-and-attendance',
    value === 'one-matter' ? 'one-matter' : 'together',
  ],
};

function ruleSetFor(options: Options): RuleSet {
  let ruleSet: RuleSet = renfa2022;
  for (const [option, value] of Object.entries(options)) {
    const reading = READINGS[option];
    if (reading === undefined) throw new Error(`the adapter does not know the option '${option}'`);
    ruleSet = withReading(ruleSet, ...reading(value));
  }
  return ruleSet;
}

const ROLES = new Map<unknown, string>([
  ['community-member', 'community-party-member'],
  ['in-service-member', 'in-service-party-member'],
  ['resident', 'resident'],
]);
const ROLE_NAMES = new Map([...ROLES].map(([name, role]) => [role, name]));

/** 1 and 2 points are the names of the tiers; anything else is handed over as it is, but never as a tier's own name. */
function difficultyOf(points: unknown): unknown {
  if (points === 1) return 'base';
  if (points === 2) return 'hard';
  return typeof points === 'string' ? `points ${points}` : points;
}

/** The item that a clause belongs to, in whichever role's list it stands. */
function itemOf(clause: unknown): unknown {
  for (const role of Object.values(renfa2022.roles)) {
    for (const [item, rule] of Object.entries(role.items)) if (rule.clause === clause) return item;
  }
  return clause;
}

type State = { readonly accounts: Map<string, Account>; readonly events: Map<string, BankEvent[]> };

function translate(input: Input, account: Account, serial: number): unknown {
  const own = account.status === 'open' ? account.communityId : undefined;
  const by = { office: 'community', communityId: input.community ?? own ?? 'none' };
  const { id: accountId, date: on } = input;
  switch (input.type) {
    case 'open': {
      const role = ROLES.get(input.role) ?? input.role;
      const { formComplete = true, community: communityId } = input;
      const colour = input.colour === undefined ? {} : { colour: input.colour };
      return { type: 'OpenAccount', data: { accountId, role, communityId, on, formComplete, by, ...colour } };
    }
    case 'reportIn':
      return { type: 'ReportIn', data: { accountId, on, by } };
    case 'claim': {
      const difficulty = difficultyOf(input.points);
      return { type: 'ClaimPost', data: { accountId, postId: input.post, kind: 'post', difficulty, on, by } };
    }
    case 'credit': {
      const item = itemOf(input.clause);
      const matterId = input.ref ?? `entry ${serial}`;
      const post = input.post === undefined ? {} : { postId: input.post };
      const difficulty = difficultyOf(input.points);
      const data = { accountId, item, clause: input.clause, matterId, difficulty, on, by, ...post };
      return { type: 'CreditActivity', data };
    }
    case 'redeem': {
      const lines = Array.isArray(input.lines)
        ? input.lines.map((_, i) => ({ rewardId: `line ${i}`, quantity: 1 }))
        : input.lines;
      const redemptionId = `redemption ${serial}`;
      const data = { accountId, redemptionId, communityId: input.community, lines, on };
      return {
        type: 'RedeemPoints',
        data: { ...data, by: { office: 'community', communityId: own ?? 'none' } },
      };
    }
    case 'correct': {
      const office =
        input.by === 'street-office' ? { office: 'subdistrict' } : { office: input.by, communityId: own };
      const { points, reason } = input;
      return {
        type: 'CorrectScore',
        data: { accountId, correctionId: `correction ${serial}`, points, reason, on, by: office },
      };
    }
    default:
      return input;
  }
}

/** A handbook with the rewards that the lines of a redemption name, or why there can be none. */
function handbookFor(input: Input, account: Account): ReturnType<typeof parseHandbook> | undefined {
  if (input.type !== 'redeem' || account.status !== 'open' || !Array.isArray(input.lines)) return undefined;
  const rewards = input.lines.map((line: Input | null, i) => ({
    rewardId: `line ${i}`,
    kind: line?.kind,
    title: { 'zh-CN': line?.item, en: line?.item },
    price: line?.points,
    ...(line?.approvedOn === undefined || line.approvedOn === null ? {} : { consent: line.approvedOn }),
  }));
  return parseHandbook({
    communityId: account.communityId,
    version: '1',
    published: '1900-01-01',
    filed: '1900-01-01',
    rewards,
  });
}

function pointsOf({ data }: BankEvent): number {
  return 'points' in data ? data.points : 0;
}

function decideAll(commands: readonly Input[], options: Options): State & { results: Result[] } {
  const bank = createBank(ruleSetFor(options));
  const accounts = new Map<string, Account>();
  const events = new Map<string, BankEvent[]>();
  const results = commands.map((input, serial): Result => {
    const account = accounts.get(input.id as string) ?? initialAccount;
    const handbook = handbookFor(input, account);
    if (handbook?.ok === false)
      return { accepted: false, reason: handbook.problems.map(({ path }) => path).join(' ') };
    const at = handbook === undefined ? bank : bank.withHandbook(defineHandbook(handbook.value));
    const decision = at.decideUnknown(translate(input, account, serial), account);
    if (!decision.accepted) return { accepted: false, reason: decision.refusal.code };
    const [event] = decision.events;
    if (event === undefined) return { accepted: false, reason: 'sent again: no events' };
    accounts.set(event.data.accountId, evolve(account, event));
    events.set(event.data.accountId, [...(events.get(event.data.accountId) ?? []), event]);
    return { accepted: true, points: pointsOf(event) };
  });
  return { accounts, events, results };
}

function describe(account: Account): Input {
  if (account.status !== 'open') throw new Error('an unopened account is not kept');
  const years = new Set(Object.keys(monthsOf(account)).map((month) => month.slice(0, 4)));
  const last = account.redemptions
    .map(({ on }) => on)
    .sort()
    .at(-1);
  const { role, colour, communityId: community, earned, corrected } = account;
  return {
    role: ROLE_NAMES.get(role),
    colour,
    community,
    earned,
    corrected,
    redeemable: redeemable(account),
    assessment: assessment(account),
    redeemedTotal: account.redeemed,
    claimPoints: figures(account, { item: 'claim' }).earned,
    lastRedeemedHalf: last === undefined ? null : halfOf(last),
    byYear: Object.fromEntries(
      [...years].map((year) => {
        const of = figures(account, { from: `${year}-01`, to: `${year}-12` });
        return [year, { earned: of.earned, redeemed: of.redeemed, assessment: of.assessment }];
      }),
    ),
  };
}

/** Runs a scenario's commands: one result each, and the accounts they leave. */
export function run(
  commands: readonly Input[],
  options: Options = {},
): { results: Result[]; accounts: { [id: string]: Input } } {
  const { accounts, results } = decideAll(commands, options);
  return {
    results,
    accounts: Object.fromEntries([...accounts].map(([id, account]) => [id, describe(account)])),
  };
}

/** Answers a scenario's question after its commands. */
export function query(commands: readonly Input[], q: Input, options: Options = {}): Input {
  if (q.type === 'catalogue') {
    return Object.fromEntries(
      Object.values(renfa2022.catalogue).map(({ title, entries }) => [
        title['zh-CN'],
        Object.keys(entries).length,
      ]),
    );
  }
  return q.type === 'filing' ? filingOf(q) : statementOf(commands, q, options);
}

function filingOf({ publishedOn, filedOn }: Input): Input {
  const measure = { communityId: 'A', version: '1', published: publishedOn, rewards: [] };
  const handbook = parseHandbook(
    filedOn === undefined || filedOn === null ? measure : { ...measure, filed: filedOn },
  );
  if (!handbook.ok) return { accepted: false };
  const { dueOn, inTime } = filing(handbook.value, renfa2022);
  return { accepted: true, dueOn, onTime: inTime };
}

/** The year's account, or `undefined` where the question itself is not one that can be answered. */
function feedbackOf(
  events: readonly BankEvent[],
  year: unknown,
  asOf: unknown,
  ruleSet: RuleSet,
): AnnualFeedback | undefined {
  try {
    const cut = asOf === undefined || asOf === null ? {} : { sentOn: asOf as string };
    return annualFeedback(events, Number(year), { ruleSet, ...cut });
  } catch (error) {
    if (error instanceof ReportError) return undefined;
    throw error;
  }
}

function statementOf(commands: readonly Input[], { id, year, asOf }: Input, options: Options): Input {
  const events = decideAll(commands, options).events.get(id as string) ?? [];
  const feedback = feedbackOf(events, year, asOf, ruleSetFor(options));
  if (feedback === undefined) return { accepted: false };
  const { role, colour, dueOn, onTime, earned, redeemed, assessment: score, redeemable: balance } = feedback;
  return {
    accepted: true,
    role: ROLE_NAMES.get(role),
    colour,
    year: String(year),
    dueOn,
    onTime,
    recipients: feedback.recipients.map((one) => one.id),
    uses: feedback.uses.map((one) => one.id),
    earned,
    redeemed,
    assessment: score,
    redeemable: balance,
  };
}
