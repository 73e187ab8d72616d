/*
 * One of everything, with every optional field that it can have, and what each field is: the tables from which the tests work out,
 * by a path of their own, what has to be refused where.
 */

import { createBank } from '../../src/account/bank.js';
import type { BankEvent, EventType } from '../../src/account/events/event.js';
import type { Handbook } from '../../src/account/handbook.js';
import type { Account } from '../../src/account/state/account.js';
import { evolve, fold, initialAccount } from '../../src/account/state/fold.js';
import { type Snapshot, snapshot } from '../../src/account/state/snapshot.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import { withReading } from '../../src/rules/readings.js';
import type { RuleSet } from '../../src/rules/rule-set.js';
import { deepFreeze, type Json } from '../../src/values/json.js';

/** What a field is. */
export type Kind =
  | 'id'
  | 'slug'
  | 'content'
  | 'text'
  | 'date'
  | 'day-of-year'
  | 'days'
  | 'window'
  | 'digest'
  | 'whole'
  | 'from-0'
  | 'from-1'
  | 'zero'
  | 'signed'
  | 'quantity'
  | 'signed-quantity'
  | 'amount'
  | 'signed-amount'
  | 'boolean'
  | 'word'
  | 'true'
  | 'object'
  | 'loose-object'
  | 'open-object'
  | 'words'
  | 'list'
  | 'some'
  | 'map'
  | 'entries'
  | 'record'
  | 'chain'
  | 'undone'
  | 'key'
  | 'version';

/** Paths to what is there; `?` after a kind for what may be left out. */
export type Kinds = { readonly [path: string]: Kind | `${Kind}?` };

const PERSONS = { recorder: 'clerk', approvedBy: 'head' } as const;
const CENTRE = { office: 'community', communityId: 'linan', ...PERSONS } as const;
const SUBDISTRICT = { office: 'subdistrict', ...PERSONS } as const;

/** Who enters it, but for the community. */
const OFFICE: Kinds = {
  'data.by': 'object',
  'data.by.office': 'slug',
  'data.by.recorder': 'id?',
  'data.by.approvedBy': 'id?',
};
const BY: Kinds = { ...OFFICE, 'data.by.communityId': 'id?' };
const COMMAND: Kinds = {
  type: 'word',
  data: 'object',
  'data.accountId': 'id',
  'data.on': 'date',
  'data.recordedOn': 'date?',
  ...BY,
};

/** What a closed account hands on, at a path. */
export function handedOnKinds(at: string): Kinds {
  const of: Kinds = {
    items: 'list',
    'items[]': 'object',
    'items[].item': 'slug',
    'items[].on': 'date',
    'items[].points': 'whole',
    'items[].entries': 'from-1',
    'items[].freed': 'from-1?',
    'items[].memberId': 'id?',
    'items[].quantities': 'some?',
    'items[].quantities[]': 'object',
    'items[].quantities[].unit': 'slug',
    'items[].quantities[].quantity': 'signed-quantity',
    corrected: 'list',
    'corrected[]': 'object',
    'corrected[].on': 'date',
    'corrected[].points': 'whole',
    transferred: 'list',
    'transferred[]': 'object',
    'transferred[].on': 'date',
    'transferred[].points': 'whole',
    visits: 'list',
    'visits[]': 'object',
    'visits[].redemptionId': 'id',
    'visits[].on': 'date',
    'visits[].at': 'id?',
    'visits[].lines': 'some',
    'visits[].lines[]': 'object',
    'visits[].lines[].rewardId': 'id',
    'visits[].lines[].quantity': 'from-1',
    'visits[].lines[].price': 'from-0',
    reportIns: 'list',
    'reportIns[]': 'date',
    posts: 'list',
    'posts[]': 'object',
    'posts[].postId': 'id',
    'posts[].on': 'date',
    bars: 'list',
    'bars[]': 'object',
    'bars[].barId': 'id',
    'bars[].ground': 'id',
    'bars[].from': 'date',
    'bars[].until': 'date?',
  };
  return {
    [at]: 'object?',
    ...Object.fromEntries(Object.entries(of).map(([path, kind]) => [`${at}.${path}`, kind])),
  };
}

/** What the closing of another account hands on. */
const HANDED_ON = {
  items: [
    { item: 'claim', on: '2022-02-01', points: 2, entries: 1, freed: 1 },
    {
      item: 'hours',
      on: '2022-02-02',
      points: 3,
      entries: 2,
      quantities: [{ unit: 'hour', quantity: 1.75 }],
      memberId: 'aunt',
    },
  ],
  corrected: [{ on: '2022-03-01', points: -1 }],
  transferred: [{ on: '2022-03-02', points: 5 }],
  visits: [
    {
      redemptionId: 'r0',
      on: '2022-05-01',
      at: 'linan',
      lines: [{ rewardId: 'rice', quantity: 1, price: 2 }],
    },
  ],
  reportIns: ['2022-01-10'],
  posts: [{ postId: 'gate', on: '2022-02-01' }],
  bars: [{ barId: 'b0', ground: 'dishonesty', from: '2022-06-01', until: '2024-06-01' }],
};

/** A command of each type. */
export const COMMANDS: { readonly [type: string]: { readonly value: object; readonly kinds: Kinds } } = {
  OpenAccount: {
    value: {
      type: 'OpenAccount',
      data: {
        accountId: 'v1',
        role: 'resident',
        communityId: 'linan',
        on: '2023-01-10',
        formComplete: true,
        by: CENTRE,
        colour: 'blue',
        memberId: 'mother',
        continues: [
          {
            type: 'AccountClosed',
            data: {
              accountId: 'v0',
              communityId: 'beishan',
              on: '2022-12-31',
              reason: 'moved',
              memberId: 'mother',
              continuedBy: 'v1',
              handedOn: HANDED_ON,
            },
          },
        ],
        otherAccounts: [{ accountId: 'b7', communityId: 'beishan' }],
        recordedOn: '2023-01-11',
      },
    },
    kinds: {
      ...COMMAND,
      'data.role': 'id',
      'data.communityId': 'id',
      'data.formComplete': 'boolean?',
      'data.colour': 'id?',
      'data.memberId': 'id?',
      'data.continues': 'some?',
      'data.continues[]': 'loose-object',
      'data.continues[].type': 'word',
      'data.continues[].data': 'loose-object',
      'data.continues[].data.accountId': 'id',
      'data.continues[].data.communityId': 'id',
      'data.continues[].data.on': 'date',
      'data.continues[].data.reason': 'id',
      'data.continues[].data.memberId': 'id?',
      'data.continues[].data.continuedBy': 'id?',
      ...handedOnKinds('data.continues[].data.handedOn'),
      'data.otherAccounts': 'some?',
      'data.otherAccounts[]': 'object',
      'data.otherAccounts[].accountId': 'id',
      'data.otherAccounts[].communityId': 'id',
    },
  },
  ReportIn: {
    value: {
      type: 'ReportIn',
      data: { accountId: 'v1', on: '2024-02-29', by: CENTRE, memberId: 'aunt', recordedOn: '2024-02-29' },
    },
    kinds: { ...COMMAND, 'data.memberId': 'id?' },
  },
  ClaimPost: {
    value: {
      type: 'ClaimPost',
      data: {
        accountId: 'v1',
        postId: 'p1',
        kind: 'post',
        difficulty: 'hard',
        on: '2023-02-01',
        by: CENTRE,
        catalogue: 'safety',
        recordedOn: '2023-02-03',
      },
    },
    kinds: {
      ...COMMAND,
      'data.postId': 'id',
      'data.kind': 'word',
      'data.difficulty': 'id?',
      'data.catalogue': 'id?',
    },
  },
  CreditActivity: {
    value: {
      type: 'CreditActivity',
      data: {
        accountId: 'v1',
        item: 'activity',
        matterId: 'm1',
        difficulty: 'hard',
        quantity: 2.5,
        on: '2023-02-02',
        by: CENTRE,
        postId: 'p1',
        catalogue: 'safety',
        clause: '2.3.3.3',
        note: '风雨无阻\nin all weathers',
        memberId: 'aunt',
        recordedOn: '2023-02-05',
      },
    },
    kinds: {
      ...COMMAND,
      'data.item': 'id',
      'data.matterId': 'id',
      'data.difficulty': 'id?',
      'data.quantity': 'quantity?',
      'data.postId': 'id?',
      'data.catalogue': 'id?',
      'data.clause': 'id?',
      'data.note': 'text?',
      'data.memberId': 'id?',
    },
  },
  RedeemPoints: {
    value: {
      type: 'RedeemPoints',
      data: {
        accountId: 'v1',
        redemptionId: 'r1',
        communityId: 'linan',
        lines: [
          { rewardId: 'haircut', quantity: 1 },
          { rewardId: '大米', quantity: 2 },
        ],
        on: '2023-05-01',
        by: CENTRE,
        recordedOn: '2023-05-02',
      },
    },
    kinds: {
      ...COMMAND,
      'data.redemptionId': 'id',
      'data.communityId': 'id',
      'data.lines': 'some',
      'data.lines[0]': 'object',
      'data.lines[0].rewardId': 'id',
      'data.lines[0].quantity': 'from-1',
      'data.lines[1]': 'object',
      'data.lines[1].rewardId': 'id',
      'data.lines[1].quantity': 'from-1',
    },
  },
  CorrectScore: {
    value: {
      type: 'CorrectScore',
      data: {
        accountId: 'v1',
        correctionId: 'c1',
        points: -2,
        reason: '核实后更正',
        on: '2023-06-01',
        by: SUBDISTRICT,
        corrects: 'm1',
        item: 'activity',
        recordedOn: '2023-06-02',
      },
    },
    kinds: {
      type: 'word',
      data: 'object',
      'data.accountId': 'id',
      'data.on': 'date',
      'data.recordedOn': 'date?',
      ...OFFICE,
      'data.correctionId': 'id',
      'data.points': 'signed',
      'data.reason': 'text',
      'data.corrects': 'id?',
      'data.item': 'id?',
    },
  },
  ReleasePost: {
    value: {
      type: 'ReleasePost',
      data: { accountId: 'v1', postId: '门岗', on: '2023-09-01', by: CENTRE, recordedOn: '2023-09-02' },
    },
    kinds: { ...COMMAND, 'data.postId': 'id' },
  },
  VerifyEntry: {
    value: {
      type: 'VerifyEntry',
      data: {
        accountId: 'v1',
        verifies: { kind: 'matter', id: 'm1', item: 'activity', capacity: 'service', on: '2024-04-02' },
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: { ...COMMAND, ...namedEntry('data.verifies') },
  },
  ReverseEntry: {
    value: {
      type: 'ReverseEntry',
      data: {
        accountId: 'v1',
        reversalId: 'rv1',
        reverses: { kind: 'matter', id: 'm1', item: 'activity', capacity: 'attendance', on: '2024-04-02' },
        lines: [{ rewardId: 'rice', quantity: 1 }],
        reason: '登记有误',
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: {
      ...COMMAND,
      'data.reversalId': 'id',
      ...namedEntry('data.reverses'),
      'data.lines': 'some?',
      'data.lines[]': 'object',
      'data.lines[].rewardId': 'id',
      'data.lines[].quantity': 'from-1',
      'data.reason': 'text',
    },
  },
  TransferPoints: {
    value: {
      type: 'TransferPoints',
      data: {
        accountId: 'v1',
        transferId: 't1',
        to: 'v2',
        points: 5,
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: { ...COMMAND, 'data.transferId': 'id', 'data.to': 'id', 'data.points': 'from-1' },
  },
  ReceivePoints: {
    value: {
      type: 'ReceivePoints',
      data: {
        accountId: 'v1',
        sent: {
          type: 'PointsSent',
          data: { accountId: 'v2', transferId: 't2', to: 'v1', points: 5, on: '2023-09-01' },
        },
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: {
      ...COMMAND,
      'data.sent': 'loose-object',
      'data.sent.type': 'word',
      'data.sent.data': 'loose-object',
      'data.sent.data.accountId': 'id',
      'data.sent.data.transferId': 'id',
      'data.sent.data.to': 'id',
      'data.sent.data.points': 'from-1',
      'data.sent.data.on': 'date',
    },
  },
  BarAccount: {
    value: {
      type: 'BarAccount',
      data: {
        accountId: 'v1',
        barId: 'b1',
        ground: 'dishonesty',
        from: '2023-09-01',
        until: '2024-08-31',
        reason: '弄虚作假',
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: {
      ...COMMAND,
      'data.barId': 'id',
      'data.ground': 'id',
      'data.from': 'date',
      'data.until': 'date?',
      'data.reason': 'text',
    },
  },
  CloseAccount: {
    value: {
      type: 'CloseAccount',
      data: {
        accountId: 'v1',
        reason: 'moved',
        continuedBy: 'v9',
        on: '2023-09-01',
        by: CENTRE,
        recordedOn: '2023-09-02',
      },
    },
    kinds: { ...COMMAND, 'data.reason': 'id', 'data.continuedBy': 'id?' },
  },
};

/** The fields that name an entry, at a path. */
export function namedEntry(at: string): Kinds {
  return {
    [at]: 'object',
    [`${at}.kind`]: 'word',
    [`${at}.id`]: 'id',
    [`${at}.item`]: 'id?',
    [`${at}.capacity`]: 'word?',
    [`${at}.on`]: 'date?',
  };
}

/** Rules under which events have every field that they can have. */
export const RICH: RuleSet = (() => {
  const read: RuleSet = (
    [
      ['claim-cap-window', 'calendar-year'],
      ['activity-service-and-attendance', 'two-matters'],
      ['correction-floor', 'stop-at-zero'],
      ['correction-year', 'frees-room'],
      ['correction-bound', 'none'],
    ] as const
  ).reduce<RuleSet>((rules, [reading, answer]) => withReading(rules, reading, answer), renfa2022);
  const hours = {
    clause: '2.3.3.4',
    title: { 'zh-CN': '计时服务', en: 'Service by the hour' },
    entry: 'activity',
    scoring: {
      by: 'quantity',
      unit: 'hour',
      unitTitle: { 'zh-CN': '小时', en: 'hour' },
      points: 1,
      each: 0.5,
      rounding: 'down',
    },
  };
  const eachMember = {
    clause: '2.3.3.4',
    title: { 'zh-CN': '每名成员计时服务', en: 'Hours of each member' },
    counts: 'quantity',
    items: ['hours'],
    unit: 'hour',
    each: 'member',
    maximum: 40,
    per: 'year',
    beyond: 'trim',
  };
  const dishonesty = {
    clause: '3',
    title: { 'zh-CN': '弄虚作假', en: 'dishonesty' },
    bars: ['recognition', 'earning'],
  };
  const transfer = { clause: '4.2', title: { 'zh-CN': '积分转赠', en: 'transfer of points' } };
  const offices = {
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
    BarAccount: ['subdistrict', 'community'],
  };
  const more = {
    redemption: { at: 'any-community' },
    roles: { resident: { items: { hours }, limits: { 'each-member': eachMember } } },
    ineligibility: { dishonesty },
    transfer,
    authority: { offices },
  };
  return deepFreeze(mergePatch(read as unknown as Json, more) as never);
})();

/** The same, where an entry counts only once it is verified. */
export const VERIFIED: RuleSet = withReading(RICH, 'verification', 'apart');

export const HANDBOOK: Handbook = deepFreeze({
  communityId: 'linan',
  version: '2023-1',
  published: '2023-01-01',
  filed: '2023-01-05',
  standingConsent: '2023-01-02',
  rewards: [
    { rewardId: 'haircut', kind: 'service', title: { 'zh-CN': '理发', en: 'Haircut' }, price: 1 },
    {
      rewardId: 'rice',
      kind: 'goods',
      title: { 'zh-CN': '大米', en: 'Rice' },
      price: 2,
      consent: '2023-02-01',
      stock: 10,
      limit: { quantity: 2, per: 'year' },
    },
    { rewardId: 'diploma', kind: 'honour', title: { 'zh-CN': '荣誉证书', en: 'Diploma' }, price: 0 },
  ],
});

export const HANDBOOK_KINDS: Kinds = {
  communityId: 'id',
  version: 'id',
  published: 'date',
  filed: 'date?',
  standingConsent: 'date?',
  rewards: 'list',
  'rewards[0]': 'object',
  'rewards[0].rewardId': 'id',
  'rewards[0].kind': 'word',
  'rewards[0].title': 'words',
  'rewards[0].title.*': 'text?',
  'rewards[0].price': 'from-1',
  'rewards[1]': 'object',
  'rewards[1].rewardId': 'id',
  'rewards[1].kind': 'word',
  'rewards[1].title': 'words',
  'rewards[1].title.*': 'text?',
  'rewards[1].price': 'from-1',
  'rewards[1].consent': 'date?',
  'rewards[1].stock': 'from-0?',
  'rewards[1].limit': 'object?',
  'rewards[1].limit.quantity': 'from-1',
  'rewards[1].limit.per': 'word',
  'rewards[2]': 'object',
  'rewards[2].rewardId': 'id',
  'rewards[2].kind': 'word',
  'rewards[2].title': 'words',
  'rewards[2].title.*': 'text?',
  'rewards[2].price': 'zero',
};

/** A command on the account, written up a day after it happened. */
function command(type: string, on: string, data: object, by: object = CENTRE): object {
  const day = String(Number(on.slice(8)) + 1).padStart(2, '0');
  return { type, data: { accountId: 'v1', ...data, on, by, recordedOn: `${on.slice(0, 8)}${day}` } };
}

const reverse = (
  reversalId: string,
  on: string,
  reverses: object,
  more: object = {},
  by: object = SUBDISTRICT,
) => command('ReverseEntry', on, { reversalId, reverses, ...more, reason: '登记有误' }, by);

const OPENING = { role: 'resident', communityId: 'linan', formComplete: true, memberId: 'mother' };
const SERVICE = { item: 'activity', difficulty: 'hard', postId: 'p1', catalogue: 'safety' };

const BEFORE: readonly object[] = [
  command('OpenAccount', '2023-01-10', OPENING),
  command('ClaimPost', '2023-02-01', {
    postId: 'p1',
    kind: 'post',
    difficulty: 'hard',
    catalogue: 'safety',
  }),
  command('ClaimPost', '2023-02-03', {
    postId: 'p2',
    kind: 'project',
    difficulty: 'hard',
    catalogue: 'lectures',
  }),
  command('CreditActivity', '2023-02-02', { ...SERVICE, matterId: 'm1', note: '风雨无阻', memberId: 'aunt' }),
  command('CreditActivity', '2023-02-04', { item: 'hours', matterId: 'm2', quantity: 1.75 }),
  command('RedeemPoints', '2023-05-01', {
    redemptionId: 'r1',
    communityId: 'linan',
    lines: [
      { rewardId: 'rice', quantity: 2 },
      { rewardId: 'haircut', quantity: 1 },
    ],
  }),
  command(
    'CorrectScore',
    '2023-06-01',
    { correctionId: 'c1', points: -9, reason: '核实后更正', corrects: 'm1', item: 'activity' },
    SUBDISTRICT,
  ),
];

/** Slips and what undid them, posts given up, points sent and received, bars. */
const SINCE: readonly object[] = [
  command('ReportIn', '2024-01-02', { memberId: 'aunt' }),
  command('CreditActivity', '2024-01-03', { item: 'hours', matterId: 'm3', quantity: 10 }),
  command('CreditActivity', '2024-01-04', { ...SERVICE, matterId: 'm4' }),
  command(
    'CorrectScore',
    '2024-01-05',
    { correctionId: 'c2', points: -1, reason: '更正', corrects: 'p1' },
    SUBDISTRICT,
  ),
  command('ReleasePost', '2024-01-06', { postId: 'p2' }),
  command('RedeemPoints', '2024-02-01', {
    redemptionId: 'r2',
    communityId: 'beishan',
    lines: [
      { rewardId: 'rice', quantity: 2 },
      { rewardId: 'haircut', quantity: 2 },
    ],
  }),
  command('TransferPoints', '2024-02-02', { transferId: 't1', to: 'v2', points: 1 }),
  command('ReceivePoints', '2024-02-03', {
    sent: {
      type: 'PointsSent',
      data: { accountId: 'v2', transferId: 't2', to: 'v1', points: 4, on: '2024-02-01' },
    },
  }),
  ...[CENTRE, SUBDISTRICT].map((by, n) =>
    command(
      'BarAccount',
      '2024-02-04',
      {
        barId: `b${n + 1}`,
        ground: 'dishonesty',
        from: '2025-02-04',
        until: '2026-02-04',
        reason: '弄虚作假',
      },
      by,
    ),
  ),
  reverse(
    'rv1',
    '2024-03-01',
    { kind: 'redemption', id: 'r2' },
    { lines: [{ rewardId: 'haircut', quantity: 1 }] },
  ),
  reverse('rv2', '2024-03-02', { kind: 'redemption', id: 'r1' }),
  reverse('rv3', '2024-03-03', { kind: 'correction', id: 'c1' }),
  reverse('rv4', '2024-03-04', { kind: 'claim', id: 'p2' }),
  reverse('rv5', '2024-03-05', { kind: 'bar', id: 'b1' }),
  reverse('rv6', '2024-03-06', { kind: 'transfer', id: 't1' }),
  reverse('rv7', '2024-03-07', { kind: 'report-in', id: '2024-01-02' }),
  reverse('rv8', '2024-03-08', { kind: 'matter', id: 'm4', item: 'activity', capacity: 'service' }),
  reverse('rv9', '2024-03-09', { kind: 'reversal', id: 'rv8' }),
  reverse('rv10', '2024-03-10', { kind: 'reversal', id: 'rv9' }),
  reverse('rv11', '2024-03-11', { kind: 'matter', id: 'm3' }, {}, CENTRE),
  reverse('rv12', '2024-03-12', { kind: 'reversal', id: 'rv11' }),
  command('CreditActivity', '2024-03-13', { item: 'hours', matterId: 'm9', quantity: 2, memberId: 'aunt' }),
  command(
    'CorrectScore',
    '2024-03-14',
    { correctionId: 'c3', points: -1, reason: '更正', corrects: 'm9' },
    SUBDISTRICT,
  ),
];

/** Entries that wait, one that was verified, and one that was undone before it could be. */
const WAITING: readonly object[] = [
  command('ClaimPost', '2024-04-01', { postId: 'p4', kind: 'post', difficulty: 'hard' }),
  command('VerifyEntry', '2024-04-02', { verifies: { kind: 'claim', id: 'p4' } }),
  command('ClaimPost', '2024-04-02', { postId: 'p5', kind: 'post', difficulty: 'hard' }),
  command('VerifyEntry', '2024-04-02', { verifies: { kind: 'claim', id: 'p5' } }),
  command('ClaimPost', '2024-04-02', { postId: 'p3', kind: 'post', difficulty: 'hard', catalogue: 'safety' }),
  ...['m5', 'm6', 'm7'].map((matterId) =>
    command('CreditActivity', '2024-04-02', { ...SERVICE, matterId, note: '待核定', memberId: 'aunt' }),
  ),
  command('CreditActivity', '2024-04-03', { item: 'hours', matterId: 'm8', quantity: 2.5 }),
  command('VerifyEntry', '2024-04-05', { verifies: { kind: 'matter', id: 'm8', item: 'hours' } }),
  command('VerifyEntry', '2024-04-05', {
    verifies: { kind: 'matter', id: 'm6', item: 'activity', capacity: 'service', on: '2024-04-02' },
  }),
  reverse('rv13', '2024-04-06', {
    kind: 'matter',
    id: 'm7',
    item: 'activity',
    capacity: 'service',
    on: '2024-04-02',
  }),
];

/** Whether a command redeems at another community than the account's own. */
function atBeishan(command: object): boolean {
  return 'data' in command && (command.data as { communityId?: string }).communityId === 'beishan';
}

/** The events that some commands lead to, one each. */
function decided(ruleSet: RuleSet, commands: readonly object[], from: Account): BankEvent[] {
  let account = from;
  return commands.map((one) => {
    const handbook = atBeishan(one) ? { ...HANDBOOK, communityId: 'beishan' } : HANDBOOK;
    const bank = createBank(ruleSet, { handbook });
    const decision = bank.decideUnknown(one, account);
    const [event] = decision.accepted ? decision.events : [];
    if (event === undefined) throw new Error(`refused: ${JSON.stringify([one, decision])}`);
    account = evolve(account, event);
    return event;
  });
}

/** The events of one account. */
export const EVENTS: readonly BankEvent[] = (() => {
  const events = decided(RICH, [...BEFORE, ...SINCE], initialAccount);
  return [...events, ...decided(VERIFIED, WAITING, fold(events))];
})();

/** The account is closed, and another one continues it. */
export const CLOSED: readonly BankEvent[] = (() => {
  const closing = command('CloseAccount', '2024-05-01', { reason: 'moved', continuedBy: 'v9' });
  const [closed] = decided(RICH, [closing], fold(EVENTS));
  const opening = command('OpenAccount', '2024-05-02', {
    ...OPENING,
    accountId: 'v9',
    continues: [closed],
    otherAccounts: [{ accountId: 'b7', communityId: 'beishan' }],
  });
  return [closed as BankEvent, ...decided(RICH, [opening], initialAccount)];
})();

/** The last event of a type that has the field. */
export function eventWith(type: EventType, field: string): BankEvent {
  const event = [...EVENTS, ...CLOSED].findLast((one) => one.type === type && Object.hasOwn(one.data, field));
  if (event === undefined) throw new Error(`no ${type} with ${field}`);
  return event;
}

/** A snapshot as a store gives it back: no part of it is another one's. */
function kept(events: readonly BankEvent[]): Snapshot {
  return deepFreeze(JSON.parse(JSON.stringify(snapshot(fold(events), events.length))));
}

export const SNAPSHOT: Snapshot = kept(EVENTS);

/** Of an account that continues another and was closed in its turn. */
export const CLOSED_SNAPSHOT: Snapshot = (() => {
  const opened = CLOSED.slice(1);
  const data = { accountId: 'v9', reason: 'moved', continuedBy: 'v10' };
  return kept([...opened, ...decided(RICH, [command('CloseAccount', '2024-06-01', data)], fold(opened))]);
})();
