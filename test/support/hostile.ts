/*
 * Every command, well formed and accepted by the account that goes with it, and what can be put into its fields that has no
 * business there.
 */
import {
  type Account,
  type Bank,
  createBank,
  type Decision,
  initialAccount,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { entitling } from './authority.js';
import { HANDBOOK } from './handbook.js';
import {
  accountOf,
  CENTRE,
  claim,
  correct,
  credit,
  hardMatters,
  open,
  redeem,
  reportIn,
  run,
  VOLUNTEER,
} from './history.js';
import { reasonOf } from './words.js';

/** What a field takes. */
export type Kind =
  | 'id'
  | 'date'
  | 'boolean'
  | 'text'
  | 'quantity'
  | 'signed-quantity'
  | 'count'
  | 'signed'
  | 'kind'
  | 'by'
  | 'office'
  | 'lines'
  | 'line'
  | 'entry'
  | 'closings'
  | 'sending';

export type Field = { readonly kind: Kind; readonly optional?: true };

export type Subject = {
  readonly type: string;
  readonly data: { readonly [field: string]: unknown };
  readonly account: Account;
  readonly fields: { readonly [field: string]: Field };
};

const ID: Field = { kind: 'id' };
const ON: Field = { kind: 'date' };
const BY: Field = { kind: 'by' };
const MAYBE: Field = { kind: 'id', optional: true };
const LATER: Field = { kind: 'date', optional: true };

/** Rules under which every command is somebody's. */
const RULES: RuleSet = {
  ...renfa2022,
  authority: entitling({
    VerifyEntry: ['community'],
    TransferPoints: ['community'],
    ReceivePoints: ['community'],
    BarAccount: ['community'],
  }),
  ineligibility: { dishonesty: { clause: '3', title: { 'zh-CN': '弄虚作假', en: 'dishonesty' } } },
};

const OPENED = accountOf(
  run([
    open('resident', '2023-01-10'),
    ...hardMatters(2, '2023-01-11'),
    claim('gate', '2023-01-12'),
    credit('activity', 'sweeping', '2023-01-13'),
  ]),
);

/** With a visit that can be undone, and with an entry that waits. */
const VISITED = accountOf(
  run([
    open('resident', '2023-01-10'),
    ...hardMatters(2, '2023-01-11'),
    redeem('spring', '2023-01-12', { haircut: 2 }),
  ]),
);
const WAITING = accountOf(
  run([open('resident', '2023-01-10'), credit('activity', 'sweeping', '2023-01-13')], {
    ruleSet: withReading(renfa2022 as RuleSet, 'verification', 'apart'),
  }),
);

/** A command on the account of a volunteer. */
function command(type: string, data: object) {
  return { type, data: { accountId: VOLUNTEER, on: '2023-02-01', by: CENTRE, ...data } };
}

/** A closing, with more in it than a command needs. */
export const CLOSING = {
  type: 'AccountClosed',
  data: {
    accountId: 'v0',
    communityId: 'beishan',
    on: '2023-01-01',
    reason: 'moved',
    memberId: 'mother',
    continuedBy: VOLUNTEER,
    handedOn: {
      items: [
        {
          item: 'activity',
          on: '2022-02-01',
          points: 2,
          entries: 1,
          freed: 1,
          quantities: [{ unit: 'hour', quantity: 0.5 }],
          memberId: 'aunt',
        },
      ],
      corrected: [{ on: '2022-02-02', points: -1 }],
      transferred: [{ on: '2022-02-02', points: 1 }],
      visits: [
        {
          redemptionId: 'r',
          on: '2022-02-03',
          at: 'linan',
          lines: [{ rewardId: 'tea', quantity: 1, price: 1 }],
        },
      ],
      reportIns: ['2022-02-01'],
      posts: [{ postId: 'gate', on: '2022-02-01' }],
      bars: [{ barId: 'b', ground: 'dishonesty', from: '2022-02-01', until: '2022-03-01' }],
    },
    clause: '2.2',
    balance: 1,
  },
  metadata: { schemaVersion: 1 },
};

/** Points sent, with more in it than a command needs. */
export const SENDING = {
  type: 'PointsSent',
  data: { accountId: 'v0', transferId: 't', to: VOLUNTEER, points: 2, on: '2023-01-20', balance: 9 },
  metadata: { schemaVersion: 1 },
};

export const BANK: Bank<RuleSet> = createBank(RULES, { handbook: HANDBOOK });

/** The commands, each with every field that it can have. */
export const SUBJECTS: readonly Subject[] = [
  {
    ...open('resident', '2023-01-10', {
      colour: 'blue',
      memberId: 'mother',
      continues: [CLOSING],
      otherAccounts: [{ accountId: 'b7', communityId: 'beishan' }],
      recordedOn: '2023-01-11',
    }),
    account: initialAccount,
    fields: {
      accountId: ID,
      role: ID,
      communityId: ID,
      on: ON,
      formComplete: { kind: 'boolean', optional: true },
      by: BY,
      colour: MAYBE,
      memberId: MAYBE,
      continues: { kind: 'closings', optional: true },
      otherAccounts: { kind: 'lines', optional: true },
      recordedOn: LATER,
    },
  },
  {
    ...reportIn('2024-02-01', { memberId: 'aunt', recordedOn: '2024-02-02' }),
    account: OPENED,
    fields: { accountId: ID, on: ON, by: BY, memberId: MAYBE, recordedOn: LATER },
  },
  {
    ...claim('library', '2023-02-01', { catalogue: 'safety', recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: {
      accountId: ID,
      postId: ID,
      kind: { kind: 'kind' },
      difficulty: MAYBE,
      on: ON,
      by: BY,
      catalogue: MAYBE,
      recordedOn: LATER,
    },
  },
  {
    ...credit('activity', 'festival', '2023-02-01', {
      postId: 'gate',
      catalogue: 'lectures',
      clause: '2.3.3.3',
      note: '风雨无阻',
      memberId: 'aunt',
      recordedOn: '2023-02-02',
    }),
    account: OPENED,
    fields: {
      accountId: ID,
      item: ID,
      matterId: ID,
      difficulty: MAYBE,
      quantity: { kind: 'quantity', optional: true },
      on: ON,
      by: BY,
      postId: MAYBE,
      catalogue: MAYBE,
      clause: MAYBE,
      note: { kind: 'text', optional: true },
      memberId: MAYBE,
      recordedOn: LATER,
    },
  },
  {
    ...redeem('visit', '2023-02-01', { haircut: 1, repair: 1 }, { recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: {
      accountId: ID,
      redemptionId: ID,
      communityId: ID,
      lines: { kind: 'lines' },
      on: ON,
      by: BY,
      recordedOn: LATER,
    },
  },
  {
    ...correct('slip', -1, '2023-02-01', {
      corrects: 'sweeping',
      item: 'activity',
      recordedOn: '2023-02-02',
    }),
    account: OPENED,
    fields: {
      accountId: ID,
      correctionId: ID,
      points: { kind: 'signed' },
      reason: { kind: 'text' },
      on: ON,
      by: BY,
      corrects: MAYBE,
      item: MAYBE,
      recordedOn: LATER,
    },
  },
  {
    ...command('ReleasePost', { postId: 'gate', recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: { accountId: ID, postId: ID, on: ON, by: BY, recordedOn: LATER },
  },
  {
    ...command('VerifyEntry', {
      verifies: { kind: 'matter', id: 'sweeping', item: 'activity' },
      recordedOn: '2023-02-02',
    }),
    account: WAITING,
    fields: { accountId: ID, verifies: { kind: 'entry' }, on: ON, by: BY, recordedOn: LATER },
  },
  {
    ...command('ReverseEntry', {
      reversalId: 'undone',
      reverses: { kind: 'redemption', id: 'spring' },
      lines: [{ rewardId: 'haircut', quantity: 1 }],
      reason: '登记有误',
      recordedOn: '2023-02-02',
    }),
    account: VISITED,
    fields: {
      accountId: ID,
      reversalId: ID,
      reverses: { kind: 'entry' },
      lines: { kind: 'lines', optional: true },
      reason: { kind: 'text' },
      on: ON,
      by: BY,
      recordedOn: LATER,
    },
  },
  {
    ...command('TransferPoints', { transferId: 'gift', to: 'v2', points: 1, recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: {
      accountId: ID,
      transferId: ID,
      to: ID,
      points: { kind: 'count' },
      on: ON,
      by: BY,
      recordedOn: LATER,
    },
  },
  {
    ...command('ReceivePoints', { sent: SENDING, recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: { accountId: ID, sent: { kind: 'sending' }, on: ON, by: BY, recordedOn: LATER },
  },
  {
    ...command('BarAccount', {
      barId: 'bar',
      ground: 'dishonesty',
      from: '2023-02-01',
      until: '2024-02-01',
      reason: '弄虚作假',
      recordedOn: '2023-02-02',
    }),
    account: OPENED,
    fields: {
      accountId: ID,
      barId: ID,
      ground: ID,
      from: ON,
      until: LATER,
      reason: { kind: 'text' },
      on: ON,
      by: BY,
      recordedOn: LATER,
    },
  },
  {
    ...command('CloseAccount', { reason: 'moved', continuedBy: 'v9', recordedOn: '2023-02-02' }),
    account: OPENED,
    fields: { accountId: ID, reason: ID, continuedBy: MAYBE, on: ON, by: BY, recordedOn: LATER },
  },
];

class Impostor {
  readonly accountId = 'v1';
}

/** Values, the kinds of field that they fit all the same, and a name to see them by. */
export const VALUES: readonly {
  readonly name: string;
  readonly value: unknown;
  readonly fits: readonly Kind[];
}[] = [
  { name: '0', value: 0, fits: [] },
  { name: '-0', value: -0, fits: [] },
  { name: '-1', value: -1, fits: ['signed'] },
  { name: '1.5', value: 1.5, fits: ['quantity', 'signed-quantity'] },
  { name: '0.001', value: 0.001, fits: [] },
  { name: 'NaN', value: Number.NaN, fits: [] },
  { name: 'Infinity', value: Number.POSITIVE_INFINITY, fits: [] },
  { name: '-Infinity', value: Number.NEGATIVE_INFINITY, fits: [] },
  { name: '2 ** 53', value: 2 ** 53, fits: [] },
  { name: '-(2 ** 53)', value: -(2 ** 53), fits: [] },
  { name: '1e300', value: 1e300, fits: [] },
  { name: '2n', value: 2n, fits: [] },
  { name: "'2'", value: '2', fits: ['id', 'text'] },
  { name: 'an empty text', value: '', fits: [] },
  { name: 'a space', value: ' ', fits: [] },
  { name: "'true'", value: 'true', fits: ['id', 'text'] },
  { name: "'2023-02-29'", value: '2023-02-29', fits: ['id', 'text'] },
  { name: 'null', value: null, fits: [] },
  { name: 'true', value: true, fits: ['boolean'] },
  { name: 'a list', value: [], fits: [] },
  { name: 'a list of a list', value: [[]], fits: [] },
  { name: 'an object', value: {}, fits: [] },
  { name: 'an object without a prototype', value: Object.create(null), fits: [] },
  { name: 'a boxed text', value: new String('v1'), fits: [] },
  { name: 'a boxed number', value: new Number(1), fits: [] },
  { name: 'a Date', value: new Date(0), fits: [] },
  { name: 'a Map', value: new Map(), fits: [] },
  { name: 'a symbol', value: Symbol('s'), fits: [] },
  { name: 'a function', value: () => 'v1', fits: [] },
  { name: 'a class', value: Impostor, fits: [] },
  { name: 'an instance', value: new Impostor(), fits: [] },
  { name: 'an object that says it is a text', value: { toString: () => 'v1', length: 2 }, fits: [] },
  { name: '100,000 characters', value: 'x'.repeat(100_000), fits: [] },
  { name: 'a lone surrogate', value: '\ud800', fits: [] },
  { name: 'a control character', value: 'a\u0000b', fits: [] },
];

/** Decides without a throw, and without a trace on the account or on what every object inherits. */
export function decideUnharmed(command: unknown, account: Account, bank: Bank<RuleSet> = BANK): Decision {
  const before = JSON.stringify(account);
  const inherited = Reflect.ownKeys(Object.prototype).length;
  const decision = bank.decideUnknown(command, account);
  if (JSON.stringify(account) !== before) throw new Error('the account was changed');
  if (Reflect.ownKeys(Object.prototype).length !== inherited) throw new Error('Object.prototype was changed');
  return decision;
}

/** The field that a command was refused for as no command at all, or what became of it instead. */
export function blamed(decision: Decision): string {
  if (decision.accepted) return 'accepted';
  const { code, facts } = decision.refusal;
  if (code !== 'invalid-command') return code;
  const { field, given } = facts as { readonly field: string; readonly given: string };
  const { en } = reasonOf(decision.refusal);
  if (!en.includes(field)) throw new Error(`'${en}' does not name ${field}`);
  for (const words of Object.values(reasonOf(decision.refusal))) {
    if (words.length > 400) throw new Error(`a refusal of ${words.length} characters`);
  }
  if (typeof given !== 'string' || given.length > 60) throw new Error(`given: ${given}`);
  return `invalid-command: ${field}`;
}
