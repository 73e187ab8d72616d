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
  | 'text'
  | 'date'
  | 'day-of-year'
  | 'months'
  | 'window'
  | 'digest'
  | 'whole'
  | 'from-0'
  | 'from-1'
  | 'signed'
  | 'quantity'
  | 'boolean'
  | 'word'
  | 'object'
  | 'open-object'
  | 'words'
  | 'list'
  | 'some'
  | 'map'
  | 'entries'
  | 'version';

/** Paths to what is there; `?` after a kind for what may be left out. */
export type Kinds = { readonly [path: string]: Kind | `${Kind}?` };

const PERSONS = { recorder: 'clerk', approvedBy: 'head' } as const;
const CENTRE = { office: 'community', communityId: 'linan', ...PERSONS } as const;
const STREET = { office: 'street', ...PERSONS } as const;

/** Who enters it, but for the community. */
const OFFICE: Kinds = {
  'data.by': 'object',
  'data.by.office': 'word',
  'data.by.recorder': 'id?',
  'data.by.approvedBy': 'id?',
};
const BY: Kinds = { ...OFFICE, 'data.by.communityId': 'id' };
const COMMAND: Kinds = { type: 'word', data: 'object', 'data.accountId': 'id', 'data.on': 'date', ...BY };

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
      },
    },
    kinds: {
      ...COMMAND,
      'data.role': 'id',
      'data.communityId': 'id',
      'data.formComplete': 'boolean',
      'data.colour': 'id?',
      'data.memberId': 'id?',
    },
  },
  ReportIn: {
    value: { type: 'ReportIn', data: { accountId: 'v1', on: '2024-02-29', by: CENTRE } },
    kinds: COMMAND,
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
        by: STREET,
        corrects: 'm1',
        item: 'activity',
      },
    },
    kinds: {
      type: 'word',
      data: 'object',
      'data.accountId': 'id',
      'data.on': 'date',
      ...OFFICE,
      'data.correctionId': 'id',
      'data.points': 'signed',
      'data.reason': 'text',
      'data.corrects': 'id?',
      'data.item': 'id?',
    },
  },
};

/** Rules under which events have every field that they can have. */
const RICH: RuleSet = (() => {
  const read: RuleSet = (
    [
      ['claim-cap-window', 'calendar-year'],
      ['activity-service-and-attendance', 'two-matters'],
      ['correction-floor', 'stop-at-zero'],
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
  return deepFreeze(
    mergePatch(read as unknown as Json, { roles: { resident: { items: { hours } } } }) as never,
  );
})();

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
};

const HISTORY: readonly object[] = [
  {
    type: 'OpenAccount',
    data: {
      accountId: 'v1',
      role: 'resident',
      communityId: 'linan',
      on: '2023-01-10',
      formComplete: true,
      by: CENTRE,
      memberId: 'mother',
    },
  },
  {
    type: 'ClaimPost',
    data: {
      accountId: 'v1',
      postId: 'p1',
      kind: 'post',
      difficulty: 'hard',
      on: '2023-02-01',
      by: CENTRE,
      catalogue: 'safety',
    },
  },
  {
    type: 'ClaimPost',
    data: {
      accountId: 'v1',
      postId: 'p2',
      kind: 'project',
      difficulty: 'hard',
      on: '2023-02-03',
      by: CENTRE,
      catalogue: 'lectures',
    },
  },
  {
    type: 'CreditActivity',
    data: {
      accountId: 'v1',
      item: 'activity',
      matterId: 'm1',
      difficulty: 'hard',
      on: '2023-02-02',
      by: CENTRE,
      postId: 'p1',
      catalogue: 'safety',
      note: '风雨无阻',
    },
  },
  {
    type: 'CreditActivity',
    data: { accountId: 'v1', item: 'hours', matterId: 'm2', quantity: 1.75, on: '2023-02-04', by: CENTRE },
  },
  {
    type: 'RedeemPoints',
    data: {
      accountId: 'v1',
      redemptionId: 'r1',
      communityId: 'linan',
      lines: [
        { rewardId: 'rice', quantity: 2 },
        { rewardId: 'haircut', quantity: 1 },
      ],
      on: '2023-05-01',
      by: CENTRE,
    },
  },
  {
    type: 'CorrectScore',
    data: {
      accountId: 'v1',
      correctionId: 'c1',
      points: -9,
      reason: '核实后更正',
      on: '2023-06-01',
      by: STREET,
      corrects: 'm1',
      item: 'activity',
    },
  },
];

/** The events of a history under `RICH`, one a command. */
export const EVENTS: readonly BankEvent[] = (() => {
  const bank = createBank(RICH, { handbook: HANDBOOK });
  let account: Account = initialAccount;
  return HISTORY.map((command) => {
    const decision = bank.decideUnknown(command, account);
    const [event] = decision.accepted ? decision.events : [];
    if (event === undefined) throw new Error(`refused: ${JSON.stringify(decision)}`);
    account = evolve(account, event);
    return event;
  });
})();

/** The last event of a type that has the field. */
export function eventWith(type: EventType, field: string): BankEvent {
  const event = EVENTS.findLast((one) => one.type === type && Object.hasOwn(one.data, field));
  if (event === undefined) throw new Error(`no ${type} with ${field}`);
  return event;
}

export const SNAPSHOT: Snapshot = snapshot(fold(EVENTS), EVENTS.length);
