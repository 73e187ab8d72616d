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
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from './handbook.js';
import { accountOf, claim, correct, credit, hardMatters, open, redeem, reportIn, run } from './history.js';
import { reasonOf } from './words.js';

/** What a field takes. */
export type Kind =
  | 'id'
  | 'date'
  | 'boolean'
  | 'text'
  | 'quantity'
  | 'count'
  | 'signed'
  | 'kind'
  | 'by'
  | 'office'
  | 'lines'
  | 'line';

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

const OPENED = accountOf(
  run([
    open('resident', '2023-01-10'),
    ...hardMatters(2, '2023-01-11'),
    claim('gate', '2023-01-12'),
    credit('activity', 'sweeping', '2023-01-13'),
  ]),
);

export const BANK: Bank<RuleSet> = createBank(renfa2022 as RuleSet, { handbook: HANDBOOK });

/** The commands, each with every field that it can have. */
export const SUBJECTS: readonly Subject[] = [
  {
    ...open('resident', '2023-01-10', { colour: 'blue' }),
    account: initialAccount,
    fields: {
      accountId: ID,
      role: ID,
      communityId: ID,
      on: ON,
      formComplete: { kind: 'boolean' },
      by: BY,
      colour: MAYBE,
    },
  },
  { ...reportIn('2024-02-01'), account: OPENED, fields: { accountId: ID, on: ON, by: BY } },
  {
    ...claim('library', '2023-02-01', { catalogue: 'safety' }),
    account: OPENED,
    fields: {
      accountId: ID,
      postId: ID,
      kind: { kind: 'kind' },
      difficulty: MAYBE,
      on: ON,
      by: BY,
      catalogue: MAYBE,
    },
  },
  {
    ...credit('activity', 'festival', '2023-02-01', {
      postId: 'gate',
      catalogue: 'lectures',
      clause: '2.3.3.3',
      note: '风雨无阻',
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
    },
  },
  {
    ...redeem('visit', '2023-02-01', { haircut: 1, repair: 1 }),
    account: OPENED,
    fields: { accountId: ID, redemptionId: ID, communityId: ID, lines: { kind: 'lines' }, on: ON, by: BY },
  },
  {
    ...correct('slip', -1, '2023-02-01', { corrects: 'sweeping', item: 'activity' }),
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
    },
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
  { name: '1.5', value: 1.5, fits: ['quantity'] },
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
