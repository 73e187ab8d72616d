import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createBank } from '../../src/account/bank.js';
import type { Decision } from '../../src/account/decide/outcome.js';
import type { Refusal } from '../../src/account/decide/refusal.js';
import type { BankEvent } from '../../src/account/events/event.js';
import type { Handbook } from '../../src/account/handbook.js';
import {
  type Account,
  type FoldedAccount,
  folded,
  type OpenedAccount,
} from '../../src/account/state/account.js';
import { initialAccount } from '../../src/account/state/fold.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { withReading } from '../../src/rules/readings.js';
import type { ItemRule, RuleSet } from '../../src/rules/rule-set.js';
import { arbitraries } from '../../src/testing/generators/arbitraries.js';
import { checkLaws, laws } from '../../src/testing/laws.js';
import { runCommands, type Subject, subjectOf } from '../../src/testing/subject.js';
import type { Json } from '../../src/values/json.js';
import { entitling } from '../support/authority.js';

/*
 * Tests the kit with subjects that are broken on purpose, one fault at a time. Each fault must break its law.
 */

const sound = subjectOf(renfa2022);
const ROLES = Object.keys(renfa2022.roles);

function everyRole(patch: Json): Json {
  return { roles: Object.fromEntries(ROLES.map((role) => [role, patch])) };
}

/** Accepted, and nothing happened. */
const NOTHING: Decision = { accepted: true, events: [], warnings: [] };

/** Decides by rules other than those it names. */
function byRules(patch: Json): Partial<Subject> {
  return byRuleSet(mergePatch(renfa2022 as unknown as Json, patch) as unknown as RuleSet);
}

function byRuleSet(ruleSet: RuleSet): Partial<Subject> {
  const bank = createBank(ruleSet, { handbook: sound.handbook });
  return { decide: (command, account) => bank.decideUnknown(command, account) };
}

/** Decides by a handbook other than the one it names. */
function decideBy(handbook: Handbook): Subject['decide'] {
  return createBank(renfa2022, { handbook }).decideUnknown;
}

/** Decides by a handbook that says something else of every reward that has it, or nothing. */
function byHandbook(change: { readonly [field in 'limit' | 'stock']?: unknown }): Partial<Subject> {
  const rewards = sound.handbook.rewards.map((reward) => {
    const [[field, value]] = Object.entries(change) as [[string, unknown]];
    if (!Object.hasOwn(reward, field)) return reward;
    const { [field]: _, ...rest } = reward as Record<string, unknown>;
    return value === undefined ? rest : { ...rest, [field]: value };
  });
  return { decide: decideBy({ ...sound.handbook, rewards } as Handbook) };
}

/** Decides correctly, then spoils the event. */
function spoilt(spoil: (event: BankEvent, command: unknown) => unknown): Partial<Subject> {
  return {
    decide: (command, account) => {
      const decision = sound.decide(command, account);
      if (!decision.accepted) return decision;
      return {
        ...decision,
        events: decision.events.map((event) => freeze(spoil(event, command)) as BankEvent),
      };
    },
  };
}

function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(freeze);
  }
  return value;
}

function withData(event: BankEvent, data: object): unknown {
  return { ...event, data: { ...event.data, ...data } };
}

/** Decides for an account that has been made to forget something. */
function forgetful(forget: (account: FoldedAccount) => Partial<FoldedAccount>): Partial<Subject> {
  return {
    decide: (command, account) =>
      sound.decide(command, account.status === 'open' ? { ...account, ...forget(folded(account)) } : account),
  };
}

/** A closed account as if nobody had closed it. */
function reopened({ closed: _, ...account }: OpenedAccount): Account {
  return { ...account, status: 'open' };
}

let calls = 0;
const asAccepted = (events: readonly BankEvent[]): Decision => ({ accepted: true, events, warnings: [] });

const FAULTS: readonly [fault: string, law: string, broken: Partial<Subject>][] = [
  ['claims up to 4 points', 'limit-kept', byRules(everyRole({ limits: { claims: { maximum: 4 } } }))],
  ['claims counted by the year', 'limit-kept', byRules(everyRole({ limits: { claims: { per: 'year' } } }))],
  ['claims only up to 2 points', 'limit-exact', byRules(everyRole({ limits: { claims: { maximum: 2 } } }))],
  ['no limit on claims', 'limit-kept', byRules(everyRole({ limits: { claims: null } }))],
  [
    'a hard matter scores 3',
    'points-by-rule',
    byRules(everyRole({ items: { other: { scoring: { points: { hard: 3 } } } } })),
  ],
  [
    'a report-in scores 2',
    'points-by-rule',
    byRules(everyRole({ items: { registration: { scoring: { points: 2 } } } })),
  ],
  ['opening scores 2', 'opened-as-the-role-says', byRules(everyRole({ opening: { points: 2 } }))],
  [
    'residents get a red account',
    'opened-as-the-role-says',
    byRules({ roles: { resident: { account: { colour: 'red' } } } }),
  ],
  [
    'redemption every month',
    'redemption-within-limits',
    byRules({ redemption: { period: { window: 'month' } } }),
  ],
  [
    'two redemptions in a half',
    'redemption-within-limits',
    byRules({ redemption: { limits: { visits: { maximum: 2 } } } }),
  ],
  ['goods without consent', 'consent-before-goods', byRules({ redemption: { consent: { kinds: [] } } })],
  ['nothing leaves the balance', 'deducted-by-account', byRules(everyRole({ account: { deducts: false } }))],
  [
    'serving without a claim',
    'service-of-claimed-post',
    byRules(everyRole({ service: { claimed: 'not-needed' } })),
  ],
  [
    'opening is not the report-in',
    'once-in-a-window',
    byRuleSet(withReading(renfa2022, 'registration-year', 'opening-apart')),
  ],
  [
    'report-in at any time',
    'once-in-a-window',
    byRules(everyRole({ items: { registration: { once: null } } })),
  ],
  [
    'service and attendance are two matters',
    'one-matter-once',
    byRuleSet(withReading(renfa2022, 'activity-service-and-attendance', 'two-matters')),
  ],
  [
    'matters are forgotten',
    'one-matter-once',
    forgetful(({ items }) => ({
      items: Object.fromEntries(Object.entries(items).map(([id, item]) => [id, { ...item, matters: [] }])),
    })),
  ],
  ['a retry is not known', 'retried-yields-nothing', forgetful(() => ({ corrections: [] }))],
  ['what was spent is forgotten', 'within-balance', forgetful(() => ({ redeemed: 0 }))],
  ['visits are forgotten', 'redemption-within-limits', forgetful(() => ({ redemptions: [] }))],
  [
    'a debt is forgotten',
    'debt-blocks-redemption',
    forgetful((account) => ({ corrected: Math.max(account.corrected, 0) })),
  ],
  ['the opening day is forgotten', 'dated-well', forgetful(() => ({ openedOn: '1900-01-01' }))],
  [
    'prices are doubled',
    'all-or-nothing',
    {
      decide: decideBy({
        ...sound.handbook,
        rewards: sound.handbook.rewards.map((one) => ({ ...one, price: one.price * 2 })),
      }),
    },
  ],
  ['a reward has no limit', 'within-handbook', byHandbook({ limit: undefined })],
  [
    'a reward has a limit for each half-year',
    'within-handbook',
    byHandbook({ limit: { quantity: 3, per: 'half-year' } }),
  ],
  ['a reward has no stock', 'within-handbook', byHandbook({ stock: undefined })],
  [
    'a handbook is used before its publication',
    'within-handbook',
    { handbook: { ...sound.handbook, published: '2023-07-01', filed: '2023-07-05' } },
  ],
  [
    'half points',
    'whole-points',
    spoilt((event) => ('points' in event.data ? withData(event, { points: event.data.points / 4 }) : event)),
  ],
  [
    'a post is lost',
    'event-says-the-command',
    spoilt((event) => {
      const { postId: _lost, ...data } = event.data as { postId?: string };
      return event.type === 'ActivityCredited' ? { ...event, data } : event;
    }),
  ],
  [
    'every event bears one day',
    'event-says-the-command',
    spoilt((event) => withData(event, { on: '2024-01-01' })),
  ],
  [
    'a refusal says nothing',
    'explained',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        if (decision.accepted) return decision;
        const wordless = { ...decision.refusal, code: 'because' } as unknown as Refusal;
        return { ...decision, refusal: wordless };
      },
    },
  ],
  [
    'the readings are lost',
    'names-its-rules',
    spoilt((event) => withData(event, { readings: { 'claim-cap-window': 'none' } })),
  ],
  [
    'another rule set is named',
    'names-its-rules',
    spoilt((event) => withData(event, { ruleSet: { id: 'x', version: '1', digest: 'x' } })),
  ],
  ['something that JSON drops', 'json-round-trip', spoilt((event) => withData(event, { note: new Date(0) }))],
  [
    'two events for one command',
    'one-event-a-command',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        return decision.accepted && account.status === 'open' && decision.events.length === 1
          ? (freeze(asAccepted([...decision.events, ...decision.events])) as Decision)
          : decision;
      },
    },
  ],
  [
    'a refusal carries an event',
    'refused-changes-nothing',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        return decision.accepted ? decision : ({ ...decision, events: [] } as Decision);
      },
    },
  ],
  [
    'results can be changed',
    'frozen',
    { decide: (command, account) => structuredClone(sound.decide(command, account)) },
  ],
  [
    'the command is changed',
    'arguments-untouched',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        if (typeof command === 'object' && command !== null) (command as { seen?: number }).seen = calls++;
        return decision;
      },
    },
  ],
  [
    'decided by the number of calls',
    'same-in-same-out',
    {
      decide: (command, account) =>
        calls++ % 2 === 0 ? sound.decide(command, account) : sound.decide(null, account),
    },
  ],
  [
    'unknown fields are let through',
    'malformed-is-refused',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        return !decision.accepted && decision.refusal.code === 'invalid-command' ? asAccepted([]) : decision;
      },
    },
  ],
  [
    'it throws',
    'malformed-is-refused',
    {
      decide: (command, account) => {
        const decision = sound.decide(command, account);
        if (!decision.accepted && decision.refusal.code === 'invalid-command') throw new TypeError('no');
        return decision;
      },
    },
  ],
  [
    'any community may act',
    'at-own-community',
    spoilt((event) => withData(event, { by: { office: 'community', communityId: 'c9' } })),
  ],
  [
    'the subdistrict credits',
    'office-entitled',
    spoilt((event) => withData(event, { by: { office: 'subdistrict' } })),
  ],
  [
    'corrections are not folded',
    'balance-equation',
    {
      fold: (events, from) =>
        sound.fold(
          [...events].filter(({ type }) => type !== 'ScoreCorrected'),
          from,
        ),
    },
  ],
  [
    'spending lowers the assessment',
    'assessment-equation',
    {
      fold: (events, from) => {
        const account = sound.fold(events, from);
        return account.status === 'open'
          ? { ...account, earned: account.earned - account.redeemed }
          : account;
      },
    },
  ],
  [
    'the statement sees more than the fold',
    'statement-agrees',
    {
      fold: (events, from) => sound.fold([...events].slice(0, 2), from),
    },
  ],
  [
    'evolve forgets the latest day',
    'evolve-is-fold',
    {
      evolve: (account, event) => {
        const after = sound.evolve(account, event);
        return after.status === 'open' ? (freeze({ ...after, latestOn: after.openedOn }) as Account) : after;
      },
    },
  ],
  [
    'a second part starts anew',
    'fold-splits-anywhere',
    {
      fold: (events, from = initialAccount) => {
        const account = sound.fold(events, from);
        return account.status === 'open' && from.status === 'open' ? { ...account, reportIns: [] } : account;
      },
    },
  ],
  [
    'a snapshot loses the visits',
    'snapshot-and-tail',
    {
      fold: (events, from = initialAccount) =>
        sound.fold(events, from.status === 'open' ? { ...from, redemptions: [] } : from),
    },
  ],
  [
    'the accounts of a stream mix',
    'accounts-apart',
    {
      fold: (events, from) => {
        const account = sound.fold(events, from);
        return account.status === 'open' ? { ...account, communityId: 'c2' } : account;
      },
    },
  ],
];

/** A scheme in which entries are verified apart, and points may be sent on. */
const living = mergePatch(withReading(renfa2022, 'verification', 'apart') as unknown as Json, {
  authority: { offices: { TransferPoints: ['community'], ReceivePoints: ['community'] } },
  transfer: { clause: '4.2', title: { 'zh-CN': '转让', en: 'transfer' } },
}) as unknown as RuleSet;
const lively = subjectOf(living);

function without(type: BankEvent['type']): Subject['fold'] {
  return (events, from) =>
    lively.fold(
      [...events].filter((event) => event.type !== type),
      from,
    );
}

const LIVING_FAULTS: readonly [fault: string, law: string, broken: Partial<Subject>][] = [
  ['what is undone stays', 'undone-as-if-never', { fold: without('EntryReversed') }],
  [
    'what is undone stays for later decisions',
    'undone-decides-alike',
    {
      evolve: (account, event) => (event.type === 'EntryReversed' ? account : lively.evolve(account, event)),
    },
  ],
  [
    'a reversal tells other points',
    'undone-by-what-it-was',
    {
      decide: (command, account) => {
        const decision = lively.decide(command, account);
        const [event] = decision.accepted ? decision.events : [];
        return event?.type === 'EntryReversed'
          ? (freeze(asAccepted([withData(event, { balance: 7 }) as BankEvent])) as Decision)
          : decision;
      },
    },
  ],
  ['reversals are forgotten', 'reversal-undone-gives-back', { decide: forgetting({ reversed: [] }) }],
  ['what was undone is new', 'undone-stays-a-retry', { decide: forgetting({ reversed: [] }) }],
  ['points that came back are lost', 'points-keep-their-day', { fold: without('EntryReversed') }],
  ['what waits counts', 'pending-counts-nowhere', { fold: counting }],
  ['what is verified stays out', 'undone-as-if-never', { fold: without('EntryVerified') }],
  ['corrections count on no day', 'balance-on-every-day', { fold: without('ScoreCorrected') }],
  [
    'a closed account is open',
    'closed-takes-nothing',
    {
      decide: (command, account) =>
        lively.decide(command, account.status === 'closed' ? reopened(account) : account),
    },
  ],
  [
    'a closing hands half of it on',
    'handed-on-whole',
    {
      decide: (command, account) => {
        const decision = lively.decide(command, account);
        const [event] = decision.accepted ? decision.events : [];
        if (event?.type !== 'AccountClosed' || event.data.handedOn === undefined) return decision;
        const handedOn = { ...event.data.handedOn, items: [] };
        return freeze(asAccepted([withData(event, { handedOn }) as BankEvent])) as Decision;
      },
    },
  ],
  [
    'a closing forgets the report-ins',
    'uses-handed-on',
    {
      decide: (command, account) => {
        const decision = lively.decide(command, account);
        const [event] = decision.accepted ? decision.events : [];
        if (event?.type !== 'AccountClosed' || event.data.handedOn === undefined) return decision;
        const handedOn = { ...event.data.handedOn, reportIns: [] };
        return freeze(asAccepted([withData(event, { handedOn }) as BankEvent])) as Decision;
      },
    },
  ],
  [
    'what was handed on is lost',
    'taken-up-whole',
    {
      fold: (events, from) =>
        lively.fold(
          [...events].map((event) =>
            event.type === 'AccountOpened' ? (withData(event, { continues: undefined }) as BankEvent) : event,
          ),
          from,
        ),
    },
  ],
  [
    'the day of writing up is lost',
    'written-up-later',
    {
      decide: (command, account) => {
        const decision = lively.decide(command, account);
        if (!decision.accepted) return decision;
        const events = decision.events.map((event) => {
          const { recordedOn: _lost, ...data } = event.data;
          return { ...event, data } as BankEvent;
        });
        return freeze(asAccepted(events)) as Decision;
      },
    },
  ],
  ['a transfer arrives twice', 'transfer-arrives-once', { decide: forgetting({ transfers: [] }) }],
  [
    'what is sent stays',
    'transfer-keeps-the-sum',
    { evolve: (account, event) => (event.type === 'PointsSent' ? account : lively.evolve(account, event)) },
  ],
];

/** Decides for an account that has forgotten something. */
function forgetting(forgotten: Partial<FoldedAccount>): Subject['decide'] {
  return (command, account) =>
    lively.decide(command, account.status === 'open' ? { ...account, ...forgotten } : account);
}

/** Folds what waits as if it counted. */
function counting(events: Iterable<BankEvent>, from?: Account): Account {
  const counted = [...events].filter(({ type }) => type !== 'EntryVerified' && type !== 'EntryReversed');
  return lively.fold(
    counted.map((event) => {
      const { pending: _pending, ...data } = event.data as { pending?: true };
      return { ...event, data } as BankEvent;
    }),
    from,
  );
}

describe('with reversals, verification, closings and transfers, each fault breaks its law', () => {
  test.each(LIVING_FAULTS)('%s: %s', (_fault, law, broken) => {
    const subject = { ...lively, ...broken };
    const report = checkLaws(living, { numRuns: 300, seed: 11, subject, only: [law] });
    expect(report.broken.map((one) => one.law)).toEqual([law]);
  });
});

/** A scheme in which nobody records entries for their own account, and a second person approves. */
const strict = withReading(withReading(renfa2022, 'self-issue', 'refused'), 'approval', 'two-person');
const careful = subjectOf(strict);

/** Decides by rules that require less of persons than the strict rules that it names. */
function lax(answers: Partial<typeof strict.authority>): Subject {
  const bank = createBank<RuleSet>(
    { ...strict, authority: { ...strict.authority, ...answers } },
    { handbook: careful.handbook },
  );
  return { ...careful, decide: (command, account) => bank.decideUnknown(command, account) };
}

/** The strict scheme, with one account for each person. */
const oneEach = withReading(strict, 'two-communities', 'refused');

const PERSON_FAULTS: readonly [fault: string, law: string, broken: Subject][] = [
  ['members enter their own', 'entered-by-another', lax({ self: 'allowed' })],
  ['nobody has to be named', 'entered-by-another', lax({ self: 'allowed', approval: 'one-person' })],
  [
    'the member is forgotten',
    'entered-by-another',
    {
      ...careful,
      decide: (command, account) => {
        const { memberId: _forgotten, ...rest } = account as FoldedAccount;
        return careful.decide(command, rest as Account);
      },
    },
  ],
  ['one person does', 'approved-by-a-second', lax({ approval: 'one-person' })],
];

describe('with rules about persons, each fault breaks its law', () => {
  test('the sound subject breaks none', () => {
    expect(checkLaws(strict, { numRuns: 60, seed: 7 }).broken.map(({ law }) => law)).toEqual([]);
  });

  test('a second account is opened: one-account', () => {
    const sloppy = { ...careful, ruleSet: oneEach };
    const asked = { numRuns: 200, seed: 11, only: ['one-account'] };
    expect(checkLaws(oneEach, asked).broken).toEqual([]);
    const { broken } = checkLaws(oneEach, { ...asked, subject: sloppy });
    expect(broken.map((one) => one.law)).toEqual(['one-account']);
  });

  test.each(PERSON_FAULTS)('%s: %s', (_fault, law, broken) => {
    const report = checkLaws(strict, { numRuns: 200, seed: 11, subject: broken, only: [law] });
    expect(report.broken.map((one) => one.law)).toEqual([law]);
  });
});

/** A scheme with one reward a half-year. */
const sparing: RuleSet = {
  ...renfa2022,
  redemption: {
    ...renfa2022.redemption,
    limits: {
      few: { clause: '4.2', title: { en: 'one reward' }, counts: 'rewards', per: 'half-year', maximum: 1 },
    },
  },
};

test('a limit on redeeming that is forgotten breaks its law', () => {
  const only = ['redemption-within-limits'];
  expect(checkLaws(sparing, { numRuns: 100, seed: 11, only }).broken).toEqual([]);
  const { decide } = subjectOf(renfa2022);
  const subject = { ...subjectOf(sparing), decide };
  const { broken } = checkLaws(sparing, { numRuns: 1500, seed: 11, subject, only });
  expect(broken.map(({ law }) => law)).toEqual(only);
});

/** The living scheme, with a few points to hold at most. */
const HELD = {
  clause: '2.2',
  title: { en: 'few held' },
  counts: 'balance',
  per: 'life',
  maximum: 4,
} as const;
const holdingFew: RuleSet = {
  ...living,
  roles: Object.fromEntries(
    Object.entries(living.roles).map(([id, role]) => [
      id,
      { ...role, limits: { ...role.limits, held: { ...HELD, beyond: 'trim' } } },
    ]),
  ),
};

test('a limit on what is held that is forgotten when points are received breaks its law', () => {
  const only = ['room-to-receive'];
  expect(checkLaws(holdingFew, { numRuns: 100, seed: 11, only }).broken).toEqual([]);
  const few = subjectOf(holdingFew);
  const { decide } = subjectOf(living);
  const forgetful: Subject = {
    ...few,
    decide: (command, account) => {
      const decision = few.decide(command, account);
      const isForgotten = !decision.accepted && decision.refusal.code === 'no-room-to-receive';
      return isForgotten ? decide(command, account) : decision;
    },
  };
  const { broken } = checkLaws(holdingFew, { numRuns: 1500, seed: 11, subject: forgetful, only });
  expect(broken.map(({ law }) => law)).toEqual(only);
});

/** The living scheme, in which little is sent. */
const GIFTS = { clause: '4.2', title: { en: 'few gifts' } } as const;
const sendingLittle: RuleSet = {
  ...living,
  transfer: {
    clause: '4.2',
    title: { 'zh-CN': '转让', en: 'transfer' },
    limits: {
      points: { ...GIFTS, counts: 'sent', per: { last: 90, of: 'days' }, maximum: 3 },
      often: { ...GIFTS, counts: 'transfers', per: 'half-year', maximum: 1 },
    },
  },
};

describe('limits on sending points', () => {
  const little = subjectOf(sendingLittle);
  const of = (decide: Subject['decide'], law: string, numRuns = 1500) =>
    checkLaws(sendingLittle, { numRuns, seed: 11, subject: { ...little, decide }, only: [law] }).broken.map(
      (one) => one.law,
    );

  test('are kept, and told rightly', () => {
    expect(of(little.decide, 'sent-within-limits', 300)).toEqual([]);
    expect(of(little.decide, 'sending-limit-told', 300)).toEqual([]);
  });

  test.each(['points', 'often'] as const)('break their law where they are forgotten: %s', (limit) => {
    const { [limit]: _, ...limits } = sendingLittle.transfer?.limits ?? {};
    const { decide } = subjectOf({ ...living, transfer: { ...GIFTS, limits } });
    expect(of(decide, 'sent-within-limits')).toEqual(['sent-within-limits']);
  });

  test('break their law where what comes back asks for no room', () => {
    const { decide } = subjectOf(living);
    const forgetfulOfReversals: Subject['decide'] = (command, account) => {
      const isReversal = (command as { type?: unknown } | null | undefined)?.type === 'ReverseEntry';
      return (isReversal ? decide : little.decide)(command, account);
    };
    const slip = { reason: 'a slip', on: '2023-06-01' };
    const by = { office: 'community', communityId: 'c1' };
    const form = { role: 'resident', communityId: 'c1', on: '2023-01-01', formComplete: true };
    const matter = { item: 'other', difficulty: 'hard', on: '2023-02-01' };
    const all: readonly (readonly [type: string, data: object])[] = [
      ['OpenAccount', form],
      ['CreditActivity', { ...matter, matterId: 'm1' }],
      ['VerifyEntry', { verifies: { kind: 'matter', id: 'm1' }, on: '2023-02-02' }],
      ['TransferPoints', { transferId: 't1', to: 'v2', points: 1, on: '2023-03-01' }],
      ['ReverseEntry', { ...slip, reversalId: 'u1', reverses: { kind: 'transfer', id: 't1' } }],
      ['TransferPoints', { transferId: 't2', to: 'v2', points: 1, on: '2023-03-02' }],
      ['ReverseEntry', { ...slip, reversalId: 'u2', reverses: { kind: 'reversal', id: 'u1' } }],
    ];
    const commands = all.map(([type, data]) => ({ type, data: { accountId: 'v1', by, ...data } }));
    const brokenBy = (decide: Subject['decide']) =>
      laws(sendingLittle, { ...little, decide })
        .find(({ name }) => name === 'sent-within-limits')
        ?.broken(commands);
    expect(brokenBy(little.decide)).toBeUndefined();
    expect(brokenBy(forgetfulOfReversals)).toBe(
      "v1 sent more than the rules allow: on 2023-03-01 'often' came to 2",
    );
  });

  test.each([
    ['more than was used', { used: 99 }],
    ['a limit that there is not', { limit: 'none' }],
    ['a higher maximum', { maximum: 99 }],
  ])('break their law where they are told otherwise: %s', (_, told) => {
    const decide: Subject['decide'] = (command, account) => {
      const decision = little.decide(command, account);
      if (decision.accepted || decision.refusal.code !== 'transfer-limit-reached') return decision;
      const { refusal } = decision;
      return { ...decision, refusal: { ...refusal, facts: { ...refusal.facts, ...told } } };
    };
    expect(of(decide, 'sending-limit-told')).toEqual(['sending-limit-told']);
  });

  test('break their law where they refuse what they have room for', () => {
    const { decide } = subjectOf(living);
    const strictly: Subject['decide'] = (command, account) => {
      const decision = decide(command, account);
      const isSending = decision.accepted && decision.events[0]?.type === 'PointsSent';
      if (!isSending) return decision;
      const { points } = (command as { data: { points: number } }).data;
      const facts = {
        title: GIFTS.title,
        limit: 'points',
        counts: 'sent',
        asked: points,
        used: 0,
        maximum: 3,
        window: '',
      } as const;
      return {
        accepted: false,
        refusal: { code: 'transfer-limit-reached', clause: '1', facts, readings: {} },
      };
    };
    expect(of(strictly, 'sending-limit-told')).toEqual(['sending-limit-told']);
  });
});

/** The first scheme, in which one office alone credits other matters. */
const apart: RuleSet = {
  ...renfa2022,
  authority: entitling({ CreditActivity: ['community', 'subdistrict'] }),
  roles: Object.fromEntries(
    Object.entries(renfa2022.roles).map(([id, role]) => {
      const other = { ...(role.items.other as ItemRule), offices: ['subdistrict'] };
      return [id, { ...role, items: { ...role.items, other } }];
    }),
  ),
};

test('an item of one office that others credit breaks its law', () => {
  const only = ['office-entitled'];
  expect(checkLaws(apart, { numRuns: 100, seed: 11, only }).broken).toEqual([]);
  const asked = subjectOf(apart);
  const subject: Subject = {
    ...asked,
    decide: (command, account) => {
      const decision = asked.decide(command, account);
      if (!decision.accepted) return decision;
      const by = { office: 'community', communityId: 'c1' };
      return freeze(
        asAccepted(decision.events.map((event) => withData(event, { by }) as BankEvent)),
      ) as Decision;
    },
  };
  const { broken } = checkLaws(apart, { numRuns: 200, seed: 11, subject, only });
  expect(broken.map(({ how }) => how)).toEqual([
    'an item of other offices was credited by the community office',
  ]);
});

/** Every refusal that commands of the first scheme's small world meet, and more of a scheme with all parts of the living ledger. */
const REFUSED: readonly (readonly [code: string, ruleSet: RuleSet])[] = (() => {
  const found = new Map<string, RuleSet>();
  for (const ruleSet of [renfa2022, living, strict, apart, holdingFew, sendingLittle]) {
    const subject = subjectOf(ruleSet);
    for (const commands of fc.sample(arbitraries(ruleSet).commands, { numRuns: 200, seed: 1 })) {
      for (const { decision } of runCommands(subject, commands).steps)
        if (!decision.accepted && !found.has(decision.refusal.code))
          found.set(decision.refusal.code, ruleSet);
    }
  }
  return [...found];
})();

describe('a refusal that is swallowed breaks a law', () => {
  test('there are many to swallow', () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(35);
  });

  test.each(REFUSED)('%s', (code, ruleSet) => {
    const subject = subjectOf(ruleSet);
    const swallowing: Subject = {
      ...subject,
      decide: (command, account) => {
        const decision = subject.decide(command, account);
        return !decision.accepted && decision.refusal.code === code ? NOTHING : decision;
      },
    };
    const law = code === 'invalid-command' ? 'malformed-is-refused' : 'nothing-only-for-what-stands';
    const report = checkLaws(ruleSet, { numRuns: 1500, seed: 11, subject: swallowing, only: [law] });
    expect(report.broken.map((one) => one.law)).toEqual([law]);
  });
});

test('there are at least 25 faults, and the sound subject breaks no law', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(25);
  expect(checkLaws(renfa2022, { numRuns: 100, seed: 7 }).broken.map(({ law }) => law)).toEqual([]);
});

describe('each fault breaks its law', () => {
  test.each(FAULTS)('%s: %s', (_fault, law, broken) => {
    const report = checkLaws(renfa2022, {
      numRuns: 1500,
      seed: 11,
      subject: { ...sound, ...broken },
      only: [law],
    });
    expect(report.broken.map((one) => one.law)).toEqual([law]);
    const [found] = report.broken;
    expect(found?.how).not.toBe('');
    expect(found?.test).toContain(`name === '${law}'`);
  });
});
