import type { BankEvent, LimitApplied, Refusal, RuleSet, Warning } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { text } from '../../src/values/text.js';

/** What is explained, and the rule set in whose words, where one is handed over. */
export type Explained = { readonly subject: BankEvent | Refusal | Warning; readonly ruleSet?: RuleSet };

const BASE = {
  accountId: 'v1',
  communityId: 'linan',
  on: '2023-02-01',
  by: { office: 'community', communityId: 'linan' },
  clause: '2.3.3.2',
  ruleSet: { id: renfa2022.id, version: renfa2022.version, digest: 'sha256:0' },
  readings: {},
};

/** An event with no more in it than its explanation takes from it. */
function event(type: BankEvent['type'], data: object): BankEvent {
  return { type, data: { ...BASE, ...data }, metadata: { schemaVersion: 1 } } as unknown as BankEvent;
}

function opened(data: object = {}): BankEvent {
  const titles = { roleTitle: text('居民', 'resident'), accountTitle: text('蓝色账户', 'blue account') };
  return event('AccountOpened', { ...titles, points: 1, reportsIn: true, clause: '2.2', ...data });
}

function claimed(data: object = {}): BankEvent {
  const item = { item: 'claim', title: text('认领岗位', 'Claim'), postId: '门岗', difficulty: 'base' };
  return event('PostClaimed', { ...item, base: 1, scored: 1, points: 1, ...data });
}

function credited(data: object = {}): BankEvent {
  const item = { entry: 'activity', item: 'activity', title: text('参加活动', 'Activity'), matterId: '植树' };
  return event('ActivityCredited', { ...item, base: 1, scored: 1, points: 1, ...data });
}

function redeemed(data: object = {}): BankEvent {
  const lines = [{ rewardId: 'rice', title: text('大米', 'Rice'), quantity: 2, price: 3, points: 6 }];
  const handbook = { version: '2022-1', published: '2022-01-01', filing: 'filed' };
  const sums = { points: 6, deducted: 6, balance: 10, period: '2023-H1' };
  return event('PointsRedeemed', { lines, handbook, ...sums, clause: '4.2', ...data });
}

function corrected(data: object = {}): BankEvent {
  const said = { reason: '核实后更正', countsOn: '2023-02-01', points: -2, freesRoom: false };
  return event('ScoreCorrected', { ...said, clause: '3', ...data });
}

function released(data: object = {}): BankEvent {
  return event('PostReleased', { postId: '门岗', claimedOn: '2022-05-01', ...data });
}

function verified(data: object = {}): BankEvent {
  const verifies = { kind: 'matter', id: '植树', item: 'activity' };
  const item = { item: 'activity', title: text('参加活动', 'Activity'), difficulty: 'hard' };
  const score = { base: 1, scored: 2, points: 2 };
  return event('EntryVerified', {
    verifies,
    entryOn: '2023-01-31',
    ...item,
    ...score,
    clause: '2.3',
    ...data,
  });
}

function reversed(data: object = {}): BankEvent {
  const entry = { kind: 'matter', id: '植树', item: 'activity', on: '2023-01-31' };
  const said = { reversalId: 'u1', reverses: { kind: 'matter', id: '植树' }, reason: '人员登记有误', entry };
  return event('EntryReversed', {
    ...said,
    entryIs: 'out',
    assessment: -1,
    balance: -1,
    clause: '2.3',
    ...data,
  });
}

const VISIT = { kind: 'redemption', id: 'r1', on: '2023-01-31' };
const OF_THE_VISIT = { reverses: { kind: 'redemption', id: 'r1' }, entry: VISIT, reason: '缺货退回' };
const RICE = { lines: [{ rewardId: 'rice', quantity: 1 }] };

function barred(data: object = {}): BankEvent {
  const ground = { barId: 'b1', ground: 'false-entries', title: text('虚报积分', 'false entries') };
  const said = { bars: ['redeeming', 'earning'], from: '2023-02-01', until: '2023-12-31', reason: '经查实' };
  return event('AccountBarred', { ...ground, ...said, clause: '3', ...data });
}

function closed(data: object = {}): BankEvent {
  const because = { reason: 'moved', reasonTitle: text('转往其他社区', 'moved to another community') };
  const sums = { balance: 5, forfeited: 0, handedOn: HANDED_ON };
  return event('AccountClosed', { ...because, ...sums, clause: '2.2', ...data });
}

const HANDED_ON = {
  items: [
    { item: 'registration', on: '2023-01-10', points: 1, entries: 1 },
    { item: 'activity', on: '2023-01-31', points: 6, entries: 3 },
  ],
  corrected: [{ on: '2023-02-01', points: -1 }],
  transferred: [{ on: '2023-02-01', points: 2 }],
  visits: [{ redemptionId: 'r1', on: '2023-02-01', lines: [{ rewardId: 'rice', quantity: 1, price: 3 }] }],
  reportIns: ['2023-01-10'],
  posts: [{ postId: '门岗', on: '2023-01-15' }],
  bars: [],
};
const NOTHING = {
  items: [],
  corrected: [],
  transferred: [],
  visits: [],
  reportIns: [],
  posts: [],
  bars: [],
};

function continued(handedOn: object): object {
  const closing = { accountId: 'v0', communityId: 'beishan', closedOn: '2023-01-31', reason: 'moved' };
  return { continues: [{ ...closing, handedOn }], reportsIn: false, points: 0 };
}

function limit(more: Partial<LimitApplied> = {}): { limits: LimitApplied[] } {
  const rule = { limit: 'claims', clause: '2.3.3.2', title: text('认领上限', 'claims'), counts: 'points' };
  const room = { maximum: 3, per: 'life', window: 'life', used: 2, took: 0 };
  return { limits: [{ ...rule, ...room, ...more } as LimitApplied] };
}

function inWindow(window: string): Explained {
  return { subject: claimed(limit({ window, resetsOn: '2024-01-01' })) };
}

const USED = [
  { item: 'claim', id: '门岗', on: '2023-02-01', points: 2 },
  { item: 'claim', id: 'x'.repeat(80), on: '2023-02-02', points: 1 },
] as const;

const FACTOR = { factor: 'festival', clause: '9.4', title: text('节日', 'Festival'), times: 1.5 };

const MEASURED: RuleSet = {
  ...renfa2022,
  roles: {
    'in-service-party-member': renfa2022.roles['in-service-party-member'],
    resident: {
      ...renfa2022.roles.resident,
      items: {
        ...renfa2022.roles.resident.items,
        hours: {
          entry: 'activity',
          clause: '9.1',
          title: text('服务时长', 'Hours'),
          scoring: {
            by: 'quantity',
            unit: 'hour',
            unitTitle: text('小时', 'hours'),
            each: 2,
            points: 1,
            maximum: 8,
          },
        },
        calls: {
          entry: 'activity',
          clause: '9.2',
          title: text('走访', 'Calls'),
          scoring: { by: 'quantity', unit: 'call', unitTitle: text('户', 'calls'), each: 5, points: 2 },
        },
      },
    },
  },
} as unknown as RuleSet;

const HOURS = { item: 'hours', clause: '9.1', title: text('服务时长', 'Hours'), unit: 'hour' };
const CALLS = { item: 'calls', clause: '9.2', title: text('走访', 'Calls'), unit: 'call' };

const WARNING: Warning = {
  code: 'handbook-overdue',
  clause: '5',
  facts: { on: '2023-02-01', due: '2023-01-31' },
  readings: { 'late-filing': 'warn' },
};
const REFUSAL = {
  code: 'form-incomplete',
  clause: '2.2',
  facts: { form: text('报到登记表', 'report-in form') },
  readings: {},
} as unknown as Refusal;

/** Each sentence that there is, by what brings it about. */
export const EXPLAINED: { readonly [what: string]: Explained } = {
  'an opening that is a report-in': { subject: opened() },
  'an opening that is none': { subject: opened({ reportsIn: false, points: 0 }) },
  'a claim': { subject: claimed() },
  'a hard claim, in the words of the rules': {
    subject: claimed({ difficulty: 'hard', scored: 2, points: 2 }),
    ruleSet: renfa2022,
  },
  'a hard claim, alone': { subject: claimed({ difficulty: 'hard', scored: 2, points: 2 }) },
  'a difficulty that these rules do not have': {
    subject: claimed({ difficulty: 'constructor' }),
    ruleSet: renfa2022,
  },
  'a claim that scores nothing': { subject: claimed({ points: 0, ...limit({ used: 3, took: 1 }) }) },
  'a long name': { subject: claimed({ postId: '岗'.repeat(90) }) },
  'a limit that took nothing': { subject: claimed(limit()) },
  'a limit that resets': {
    subject: claimed(limit({ per: 'year', window: '2023', resetsOn: '2024-01-01' })),
  },
  'a limit that took some, with those that used it': {
    subject: claimed({ scored: 2, points: 1, ...limit({ took: 1, usedBy: [...USED] }) }),
  },
  'a limit that took some, with none that used it': {
    subject: claimed({ scored: 5, points: 3, ...limit({ used: 0, took: 2, usedBy: [] }) }),
  },
  'a limit of entries': { subject: claimed(limit({ counts: 'entries', maximum: 4, used: 1 })) },
  'a limit of one point': { subject: claimed(limit({ maximum: 1, used: 0 })) },
  'a window of a half': inWindow('2023-H1'),
  'a window of the other half': inWindow('2023-H2'),
  'a window of a quarter': inWindow('2023-Q3'),
  'a window of a month': inWindow('2023-05'),
  'a window of a month with two digits': inWindow('2023-11'),
  'a window with a name of its own': inWindow('春季开放日'),
  'a window that only begins like one': inWindow('2023-H1b'),
  'a window that only ends like one': inWindow('x2023'),
  'a report-in': {
    subject: credited({ entry: 'registration', title: text('报到', 'Report-in'), matterId: '2023-02-01' }),
  },
  'an activity': { subject: credited() },
  'an activity in a post': { subject: credited({ postId: '门岗' }) },
  'an activity whose matter has another entry': {
    subject: credited({ matter: { clause: '2.3.3.3', maximum: 2, held: 1, took: 0 } }),
  },
  'an activity whose other entry took some': {
    subject: credited({ scored: 2, matter: { clause: '2.3.3.3', maximum: 2, held: 1, took: 1 } }),
  },
  'an activity that scores nothing': { subject: credited({ scored: 0, points: 0 }) },
  'a deduction': { subject: credited({ base: -3, scored: -3, points: -3 }) },
  'a deduction of one point': { subject: credited({ base: -1, scored: -1, points: -1 }) },
  'a deduction down to the floor': { subject: credited({ base: -3, scored: -3, points: -1 }) },
  'a deduction cut by its limit, and by no floor': {
    subject: credited({
      base: -3,
      scored: -3,
      points: -1,
      ...limit({ counts: 'deductions', took: 2, usedBy: [{ ...USED[0], points: -2 }] }),
    }),
  },
  'a deduction cut by its limit, and then by the floor': {
    subject: credited({
      base: -3,
      scored: -3,
      points: -1,
      ...limit({ counts: 'deductions', took: 1, usedBy: [] }),
    }),
  },
  'a factor of the day': {
    subject: credited({ base: 2, scored: 3, points: 3, factor: { ...FACTOR, scored: 2 } }),
  },
  'a factor that leaves out a part of a point': {
    subject: credited({ base: 1, scored: 1, points: 1, factor: { ...FACTOR, scored: 1 } }),
  },
  'a deduction of which the floor leaves nothing': { subject: credited({ base: -3, scored: -3, points: 0 }) },
  'a quantity, alone': { subject: credited({ ...HOURS, quantity: 6, base: 3, scored: 3, points: 3 }) },
  'a quantity without a unit': { subject: credited({ quantity: 6, base: 3, scored: 3, points: 3 }) },
  'a quantity, in the words of the rules': {
    subject: credited({ ...HOURS, quantity: 6, base: 3, scored: 3, points: 3 }),
    ruleSet: MEASURED,
  },
  'a quantity past the most that counts': {
    subject: credited({ ...HOURS, quantity: 9, base: 4, scored: 4, points: 4 }),
    ruleSet: MEASURED,
  },
  'a quantity that is just the most': {
    subject: credited({ ...HOURS, quantity: 8, base: 4, scored: 4, points: 4 }),
    ruleSet: MEASURED,
  },
  'a quantity without a most': {
    subject: credited({ ...CALLS, quantity: 10, base: 4, scored: 4, points: 4 }),
    ruleSet: MEASURED,
  },
  'a quantity under another clause': {
    subject: credited({ ...HOURS, clause: '9.3', quantity: 6, base: 3, scored: 3, points: 3 }),
    ruleSet: MEASURED,
  },
  'a quantity by another version of the rules': {
    subject: credited({ ...HOURS, quantity: 6, base: 3, scored: 3, points: 3 }),
    ruleSet: { ...MEASURED, version: 'other' },
  },
  'a quantity by other rules': {
    subject: credited({ ...HOURS, quantity: 6, base: 3, scored: 3, points: 3 }),
    ruleSet: { ...MEASURED, id: 'other' },
  },
  'a redemption': { subject: redeemed() },
  'a redemption of one point': {
    subject: redeemed({
      lines: [{ rewardId: 'tea', title: text('茶叶', 'Tea'), quantity: 1, price: 1, points: 1 }],
      points: 1,
      deducted: 1,
    }),
  },
  'a redemption that somebody else collected': { subject: redeemed({ collectedBy: '女儿' }) },
  'a redemption that reduces nothing': { subject: redeemed({ deducted: 0, period: '2023-H2' }) },
  'a redemption with a consent': {
    subject: redeemed({
      lines: [
        {
          rewardId: 'rice',
          title: text('大米', 'Rice'),
          quantity: 2,
          price: 3,
          points: 6,
          consent: '2022-03-01',
        },
      ],
    }),
  },
  'a redemption from an overdue handbook': {
    subject: redeemed({ handbook: { version: '2022-1', filing: 'overdue', filingDue: '2022-01-31' } }),
  },
  'a redemption from a handbook filed late': {
    subject: redeemed({ handbook: { version: '2022-1', filing: 'filed-late', filingDue: '2022-01-31' } }),
  },
  'a correction': { subject: corrected() },
  'a correction upwards': { subject: corrected({ points: 2 }) },
  'a correction of a matter': {
    subject: corrected({ corrects: { id: '植树', item: 'activity', on: '2023-01-31', points: 1 } }),
  },
  'a correction that stops at zero': { subject: corrected({ requested: -5 }) },
  'a correction that counts in another year': { subject: corrected({ countsOn: '2022-12-31' }) },
  'a correction that frees room': { subject: corrected({ freesRoom: true }) },
  'an entry written up late': { subject: credited({ recordedOn: '2023-12-05' }) },
  'an opening written up late': { subject: opened({ recordedOn: '2023-03-01' }) },
  'an entry of a member of a household': { subject: credited({ memberId: 'm2' }) },
  'a claim that waits to be verified': { subject: claimed({ pending: true }) },
  'a claim that waits, and would score nothing': {
    subject: claimed({ points: 0, pending: true, ...limit({ used: 3, took: 1 }) }),
  },
  'an activity that waits to be verified': { subject: credited({ pending: true }) },
  'an opening that continues an account': { subject: opened(continued(HANDED_ON)) },
  'an opening that continues an account without points': { subject: opened(continued(NOTHING)) },
  'a post given up': { subject: released() },
  'a matter verified': { subject: verified() },
  'a claim verified that scores nothing': {
    subject: verified({
      verifies: { kind: 'claim', id: '门岗' },
      item: 'claim',
      title: text('认领岗位', 'Claim'),
      points: 0,
      ...limit({ used: 3, took: 2 }),
    }),
  },
  'a report-in verified': {
    subject: verified({
      verifies: { kind: 'report-in', id: '2023-01-31' },
      item: 'registration',
      title: text('报到', 'Report-in'),
      difficulty: undefined,
      scored: 1,
      points: 1,
    }),
  },
  'a quantity verified, in the words of the rules': {
    subject: verified({ ...HOURS, clause: '2.3', difficulty: undefined, quantity: 6, scored: 3, points: 3 }),
    ruleSet: MEASURED,
  },
  'a matter reversed': { subject: reversed() },
  'a matter reversed, in the words of the rules': { subject: reversed(), ruleSet: renfa2022 },
  'service reversed': {
    subject: reversed({
      entry: { kind: 'matter', id: '植树', item: 'activity', capacity: 'service', on: '2023-01-31' },
    }),
    ruleSet: renfa2022,
  },
  'a report-in reversed': {
    subject: reversed({
      reverses: { kind: 'report-in', id: '2023-01-31' },
      entry: { kind: 'report-in', id: '2023-01-31', item: 'registration', on: '2023-01-31' },
    }),
    ruleSet: renfa2022,
  },
  'a claim that scored nothing reversed': {
    subject: reversed({
      reverses: { kind: 'claim', id: '门岗' },
      entry: { kind: 'claim', id: '门岗', item: 'claim', on: '2023-01-31' },
      assessment: 0,
      balance: 0,
    }),
    ruleSet: renfa2022,
  },
  'a correction reversed': {
    subject: reversed({
      reverses: { kind: 'correction', id: 'c1' },
      entry: { kind: 'correction', id: 'c1', on: '2023-01-31' },
      assessment: 2,
      balance: 2,
    }),
  },
  'a bar reversed': {
    subject: reversed({
      reverses: { kind: 'bar', id: 'b1' },
      entry: { kind: 'bar', id: 'b1', on: '2023-01-31' },
      assessment: 0,
      balance: 0,
    }),
  },
  'a redemption reversed': { subject: reversed({ ...OF_THE_VISIT, assessment: 0, balance: 6 }) },
  'a redemption reversed in part': {
    subject: reversed({ ...OF_THE_VISIT, ...RICE, assessment: 0, balance: 3 }),
  },
  'the reversal of a matter reversed': {
    subject: reversed({
      reversalId: 'u2',
      reverses: { kind: 'reversal', id: 'u1' },
      entryIs: 'back',
      assessment: 1,
      balance: 1,
    }),
    ruleSet: renfa2022,
  },
  'the reversal of a part reversed': {
    subject: reversed({
      ...OF_THE_VISIT,
      ...RICE,
      reversalId: 'u2',
      reverses: { kind: 'reversal', id: 'u1' },
      entryIs: 'back',
      assessment: 0,
      balance: -3,
    }),
  },
  'a reversal that moves the figures apart': { subject: reversed({ assessment: -1, balance: 0 }) },
  'points sent': { subject: event('PointsSent', { to: 'v2', points: 2, balance: 5, transferId: 't1' }) },
  'points received': {
    subject: event('PointsReceived', { from: 'v1', points: 2, sentOn: '2023-01-31', transferId: 't1' }),
  },
  'a bar': { subject: barred() },
  'a bar without an end': { subject: barred({ bars: ['recognition'], until: undefined }) },
  'a closing that hands on': { subject: closed({ continuedBy: 'v2' }) },
  'a closing that forfeits': {
    subject: closed({
      reason: 'died',
      reasonTitle: text('去世', 'died'),
      handedOn: undefined,
      forfeited: 5,
    }),
  },
  'a closing with nothing to forfeit': {
    subject: closed({
      reason: 'left',
      reasonTitle: text('退出', 'left'),
      handedOn: undefined,
      balance: -2,
    }),
  },
  'readings, alone and by their ids': {
    subject: opened({ readings: { b: 'x', 'late-entry': 'taken', a: 'y', 'claim-cap-window': 'life' } }),
  },
  'readings, in the order and the words of the rules': {
    subject: opened({ readings: { b: 'x', 'late-entry': 'taken', a: 'y', 'claim-cap-window': 'life' } }),
    ruleSet: renfa2022,
  },
  'a reading with an answer that the rules do not have': {
    subject: opened({ readings: { 'late-entry': 'toString' } }),
    ruleSet: renfa2022,
  },
  'a refusal': { subject: REFUSAL },
  'a warning': { subject: WARNING },
};
