/*
 * Streams that between them have every type of event with every member it can have: what `WRITE_FIXTURES=<version>` freezes for a
 * release. Once frozen they are read from their files and never made again.
 */
import { seal } from '../../src/audit.js';
import { defineRuleSet } from '../../src/define.js';
import {
  type BankEvent,
  type Handbook,
  type PointsRedeemed,
  type RuleSet,
  type StoredEvent,
  withReading,
} from '../../src/index.js';
import { hailin, renfa2022, xinyangVillage } from '../../src/rule-sets.js';
import { reverse, verify } from '../living/commands.js';
import { credited, opened, POINT_BY_POINT, spent } from '../rule-sets/commands.js';
import { CLOSED, EVENTS } from '../schema/samples.js';
import { matter, rulesWith } from '../schemes/scoring-rules.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  CENTRE,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  redeem,
  reportIn,
  run,
  SUBDISTRICT,
} from '../support/history.js';

const hard = { difficulty: 'hard' };
const { filed: _, ...UNFILED } = HANDBOOK;

function decided(
  commands: readonly unknown[],
  ruleSet: RuleSet = renfa2022,
  handbook?: Handbook,
): BankEvent[] {
  const { events } = run(commands, { ruleSet, handbook: handbook ?? HANDBOOK });
  if (events.length !== commands.length) throw new Error('a command of a fixture led to no event');
  return [...events];
}

function under(answers: { readonly [reading: string]: string }): RuleSet {
  return Object.entries(answers).reduce<RuleSet>(
    (rules, [id, answer]) => withReading(rules, id, answer),
    renfa2022,
  );
}

/** Serving and taking part in one matter, verified apart, rewards that somebody else collects, and a post claimed again by mistake. */
function together(): BankEvent[] {
  const matter = { kind: 'matter', id: '义诊', item: 'activity' } as const;
  return decided(
    [
      open('resident', '2022-05-04'),
      claim('门岗', '2022-05-05', hard),
      verify({ kind: 'claim', id: '门岗' }, '2022-05-05'),
      credit('activity', '义诊', '2022-06-01', { postId: '门岗' }),
      credit('activity', '义诊', '2022-06-01', hard),
      verify({ ...matter, capacity: 'service' }, '2022-06-02'),
      verify({ ...matter, capacity: 'attendance' }, '2022-06-02'),
      redeem('代领', '2022-06-10', { haircut: 1 }, { collectedBy: '家属' }),
      claim('门岗', '2022-07-01'),
      verify({ kind: 'claim', id: '门岗', on: '2022-07-01' }, '2022-07-02'),
      reverse('误核', { kind: 'claim', id: '门岗', on: '2022-07-01' }, '2022-07-03'),
    ],
    under({ verification: 'apart', proxy: 'allowed', 'claim-again': 'scores' }),
  );
}

/** A resident under the defaults: claims trimmed and at 0, service, a visit of several lines, late entries, corrections. */
function resident(): BankEvent[] {
  return decided([
    open('resident', '2022-05-04'),
    claim('门岗', '2022-05-05', { ...hard, catalogue: 'safety' }),
    claim('助老服务', '2022-05-06', { ...hard, kind: 'project' }),
    claim('garden', '2022-05-07'),
    credit('activity', '主题活动', '2022-06-30', { postId: '门岗', catalogue: 'lectures', note: '全天' }),
    ...hardMatters(5, '2022-12-31'),
    redeem('2022 下半年', '2022-12-31', { rice: 2, haircut: 1 }),
    reportIn('2023-01-01'),
    credit('affairs', 'written up late', '2022-07-01'),
    correct('recount', -1, '2023-03-01', { corrects: '主题活动', item: 'activity' }),
    correct('bonus', 3, '2023-03-02'),
    correct('opening', -1, '2023-03-03', { corrects: '2022-05-04' }),
  ]);
}

/** Handbooks filed late, not yet, and not at all. */
function handbooks(): BankEvent[] {
  const first = [open('community-party-member', '2022-01-02'), ...hardMatters(6, '2022-01-03')];
  const late = { ...HANDBOOK, filed: '2022-06-01' };
  const visits = [
    run([...first, redeem('pending', '2022-01-05', { repair: 1 })], { handbook: UNFILED }),
    run([...first, redeem('overdue', '2022-07-05', { repair: 1 })], { handbook: UNFILED }),
    run([...first, redeem('filed late', '2023-01-05', { rice: 1 })], { handbook: late }),
  ].flatMap(({ events }) => events.slice(-1));
  return [...decided(first), ...visits];
}

/** Other answers: what the defaults leave out of an event. */
function otherAnswers(): BankEvent[] {
  const rules = under({
    'claim-cap-window': 'calendar-year',
    'claim-again': 'scores',
    'community-member-hard-claim': 'yes',
    'activity-service-and-attendance': 'two-matters',
    'registration-year': 'opening-apart',
    'hundred-mark': 'ceiling',
    'mark-scale': 'highest-is-100',
    'redemption-period': 'six-months-since',
    'correction-office': 'community-too',
    'correction-floor': 'stop-at-zero',
    'correction-year': 'matter-year-frees-room',
    'feedback-cut-off': 'december-november',
  });
  return decided(
    [
      open('community-party-member', '2023-01-10'),
      reportIn('2023-01-10'),
      claim('gate', '2023-02-01', hard),
      claim('library', '2023-02-02', hard),
      correct('slip', -1, '2024-02-01', { corrects: 'gate', by: CENTRE }),
      claim('gate', '2023-12-30', hard),
      credit('activity', 'festival', '2023-03-01', { postId: 'gate' }),
      credit('activity', 'festival', '2023-03-01', hard),
      ...hardMatters(47, '2023-06-01'),
      redeem('rolling', '2023-06-15', { repair: 1 }),
      correct('far too much', -1000, '2024-02-02', { by: SUBDISTRICT }),
    ],
    rules,
  );
}

/** Entered by one person and approved by another, for a member whose account has another name; every type of event. */
function twoPersons(): BankEvent[] {
  const named = { recorder: '0007', approvedBy: '0008' };
  const by = { ...CENTRE, ...named };
  return decided(
    [
      open('resident', '2023-01-10', { memberId: '0412', by }),
      claim('gate', '2023-02-01', { ...hard, by }),
      credit('activity', 'patrol', '2023-02-02', { postId: 'gate', by }),
      redeem('visit', '2023-03-01', { haircut: 1 }, { by }),
      reportIn('2024-01-02', { by }),
      correct('slip', -1, '2024-02-01', { corrects: 'patrol', by: { ...SUBDISTRICT, ...named } }),
    ],
    under({ 'self-issue': 'refused', approval: 'two-person' }),
  );
}

/** A blue account that nothing is deducted from, no mark, no feedback. */
function notDeducted(): BankEvent[] {
  const rules = under({
    'blue-deduction': 'red-only',
    'hundred-mark': 'no-mark',
    'resident-feedback': 'none',
  });
  return decided(
    [open('resident', '2023-01-10'), ...hardMatters(2, '2023-02-01'), redeem('v', '2023-03-01', { rice: 1 })],
    rules,
  );
}

/** Hours, a fixed score, and a handbook that nobody files. */
function hours(): BankEvent[] {
  return decided(
    [
      opened('volunteer'),
      credited('service', 'clean-up', '2024-01-05', 3.5),
      credited('referral', 'a neighbour', '2024-01-06'),
      spent(2, '2024-02-01'),
    ],
    hailin,
    POINT_BY_POINT,
  );
}

/** A household with deductions. */
function household(): BankEvent[] {
  return decided(
    [
      opened('household'),
      credited('addition', 'help', '2024-02-01', 5),
      credited('deduction', 'litter', '2024-02-02', 60),
    ],
    xinyangVillage,
    POINT_BY_POINT,
  );
}

const double = {
  clause: '3',
  title: { en: 'Volunteer month' },
  times: 2,
  from: '2024-03-01',
  until: '2024-03-31',
} as const;
const hour = { by: 'quantity', unit: 'hour', unitTitle: { en: 'hours' }, each: 1, rounding: 'down' } as const;

/** A scheme with all that an entry can tell of its points. */
function manyWays(more: Partial<RuleSet> = {}): RuleSet {
  const { roles, authority, ...rest } = rulesWith(
    {
      post: matter('Post', { by: 'fixed', points: 2 }, { entry: 'claim', factors: { double } }),
      shift: matter('Shift', { ...hour, points: 1, over: 'life' }, { factors: { double } }),
      received: matter('Service received', { ...hour, points: 0, lowers: true }),
      manager: matter('Manager', { by: 'fixed', points: 4 }),
      announcer: matter('Announcer', { by: 'fixed', points: 3 }),
      act: matter(
        'An act against public order',
        { by: 'balance' },
        { bars: { ground: 'disorder', lasts: { window: 'year', periods: 1 } } },
      ),
    },
    {
      entries: { clause: '2', order: 'any', matters: 'highest' },
      ineligibility: { disorder: { clause: '6', title: { en: 'disorder' }, bars: ['redeeming'] } },
    },
  );
  const { member } = roles;
  if (member === undefined) throw new Error('no role');
  const limit = {
    clause: '2',
    title: { en: 'a month' },
    beyond: 'trim',
    per: 'month',
    each: 'member',
  } as const;
  const limits = {
    points: { ...limit, counts: 'points', maximum: 40 },
    hours: { ...limit, counts: 'quantity', unit: 'hour', items: ['shift'], maximum: 5.5 },
  } as const;
  const verifying = more.verification === undefined ? {} : ({ VerifyEntry: ['community'] } as const);
  const offices = { ...authority.offices, ClaimPost: ['community'], ...verifying } as const;
  return defineRuleSet<RuleSet>({
    ...rest,
    ...more,
    roles: { member: { ...member, limits } },
    authority: { ...authority, offices },
  });
}

const WAYS = [
  opened('member'),
  claim('gate', '2024-03-02', { difficulty: undefined }),
  credited('shift', 'spring', '2024-03-03', 1.5, { memberId: 'aunt' }),
  credited('shift', 'more of it', '2024-03-04', 6.5, { memberId: 'aunt' }),
  credited('received', 'a visit', '2024-03-05', 2),
  credited('announcer', 'show', '2024-03-06'),
  credited('manager', 'show', '2024-03-06'),
  credited('act', 'a quarrel', '2024-03-07'),
];

/** Each way to score, as it is entered. */
function ways(): BankEvent[] {
  return decided(WAYS, manyWays());
}

/** The same, verified apart. */
function waysVerified(): BankEvent[] {
  const verified = WAYS.flatMap((command): unknown[] => {
    if (command.type === 'OpenAccount') return [command];
    const { on } = command.data;
    if (command.type === 'ClaimPost') return [command, verify({ kind: 'claim', id: 'gate' }, on)];
    const { matterId: id, item } = command.data;
    return [command, verify({ kind: 'matter', id, item }, on)];
  });
  return decided(verified, manyWays({ verification: { clause: '2', title: { en: 'verification' } } }));
}

/** A redemption as version 1 wrote it: one reward to an event. */
function asVersion1(event: BankEvent): StoredEvent {
  const { lines, ...data } = (event as PointsRedeemed).data;
  return { type: event.type, data: { ...data, reward: lines[0] }, metadata: { schemaVersion: 1 } };
}

/** Redemptions of version 1, one of which does not say its version. */
function redeemedVersion1(): StoredEvent[] {
  const events = decided([
    open('in-service-party-member', '2022-01-10'),
    ...hardMatters(6, '2022-02-01'),
    redeem('first', '2022-03-01', { rice: 2 }),
    redeem('second', '2022-09-01', { haircut: 1 }),
    redeem('third', '2023-03-01', { repair: 1 }),
  ]);
  const { metadata: _version, ...unsaid } = asVersion1(events[8] as BankEvent);
  return [
    ...(events.slice(0, 7) as StoredEvent[]),
    asVersion1(events[7] as BankEvent),
    unsaid,
    events[9] as StoredEvent,
  ];
}

/** A sealed stream, with what a host adds to metadata. */
function sealed(): StoredEvent[] {
  const entered = resident().map((event, n) => ({
    ...event,
    metadata: { ...event.metadata, enteredBy: `窗口 ${n % 3}` },
  }));
  return [...seal(entered as StoredEvent[])];
}

/** Report-ins with the form and without it. */
function forms(): readonly BankEvent[] {
  return run([
    open('resident', '2022-01-01'),
    reportIn('2023-01-01', { formComplete: true }),
    reportIn('2024-01-01'),
  ]).events;
}

/** Every stream, by its name. */
export const STREAMS: { readonly [name: string]: () => readonly (StoredEvent | BankEvent)[] } = {
  resident,
  together,
  handbooks,
  'other-answers': otherAnswers,
  'two-persons': twoPersons,
  'not-deducted': notDeducted,
  hours,
  household,
  ways,
  'ways-verified': waysVerified,
  'redeemed-version-1': redeemedVersion1,
  sealed,
  forms,
  living: () => EVENTS,
  closed: () => [...EVENTS, ...CLOSED.slice(0, 1)],
  continued: () => CLOSED.slice(1),
};
