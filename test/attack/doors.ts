import { seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  type BankEvent,
  evolve,
  FOLD_VERSION,
  fold,
  foldAccounts,
  readEvents,
  stockAfter,
} from '../../src/index.js';
import { communityRegister, findAnomalies, statement } from '../../src/reports.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  eventSchema,
  parseCommand,
  parseEvent,
  parseEvents,
  parseHandbook,
  parseProgramme,
  parseRuleSet,
  parseSnapshot,
} from '../../src/schema.js';
import { HANDBOOK } from '../support/handbook.js';
import { accountOf, claim, open, redeem, run } from '../support/history.js';
import { BANK } from '../support/hostile.js';
import { PROGRAMME } from '../support/programme.js';

/*
 * Where something from outside comes into the library, at the top and inside of what it expects. Each door either answers, or throws an
 * error of the library's own.
 */

const RAN = run([open('resident'), claim('gate')]);
const ACCOUNT = accountOf(RAN);
const [OPENED, CLAIMED] = RAN.events as readonly [BankEvent, BankEvent];
const SEAL = { sequence: 0, previousHash: '0'.repeat(64), hash: '0'.repeat(64) };
const PERIOD = { from: '2023-01-01', to: '2023-12-31' };

/** An event with something in place of a part, or beside them. */
const withIn = (given: unknown, name: string): never =>
  ({ ...CLAIMED, data: { ...CLAIMED.data, [name]: given } }) as never;

export type Door = readonly [name: string, enter: (given: never) => unknown];

export const DOORS: readonly Door[] = [
  ['decide', (given) => BANK.decideUnknown(given, ACCOUNT)],
  ['decide, as data', (data) => BANK.decideUnknown({ type: 'ClaimPost', data }, ACCOUNT)],
  ['decide, as an id', (postId) => BANK.decideUnknown(claim('gate', '2023-02-01', { postId }), ACCOUNT)],
  ['decide, as an office', (by) => BANK.decideUnknown(claim('gate', '2023-02-01', { by }), ACCOUNT)],
  ['decide, as lines', (lines) => BANK.decideUnknown(redeem('r', '2023-02-01', {}, { lines }), ACCOUNT)],
  [
    'decide, as a closing',
    (given) => BANK.decideUnknown(open('resident', '2023-01-10', { continues: [given] }), ACCOUNT),
  ],
  ['decide, as an account', (given) => BANK.decideUnknown(claim('gate'), given)],
  ['parseCommand', (given) => parseCommand(given)],
  ['parseCommand, as data', (data) => parseCommand({ type: 'ClaimPost', data })],
  ['parseEvent', (given) => parseEvent(given)],
  ['parseEvent, as data', (data) => parseEvent({ ...CLAIMED, data })],
  ['parseEvent, as metadata', (metadata) => parseEvent({ ...CLAIMED, metadata })],
  ['parseEvents', (given) => parseEvents([given, OPENED])],
  ['parseRuleSet', (given) => parseRuleSet(given)],
  ['parseRuleSet, as roles', (roles) => parseRuleSet({ ...renfa2022, roles })],
  ['parseHandbook, as rewards', (rewards) => parseHandbook({ ...HANDBOOK, rewards })],
  ['parseProgramme, as matters', (matters) => parseProgramme({ ...PROGRAMME, matters })],
  ['parseSnapshot', (account) => parseSnapshot({ account, streamVersion: 1, foldVersion: FOLD_VERSION })],
  ['eventSchema, as metadata', (metadata) => eventSchema['~standard'].validate({ ...CLAIMED, metadata })],
  ['fold', (given) => fold([given])],
  ['fold, as data', (data) => fold([OPENED, { type: 'PostClaimed', data } as never])],
  ['fold, beside the data', (given) => fold([OPENED, withIn(given, 'surprise')])],
  ['foldAccounts', (given) => foldAccounts([given])],
  ['evolve', (given) => evolve(ACCOUNT, given)],
  ['readEvents', (given) => readEvents([given])],
  ['stockAfter', (given) => stockAfter(HANDBOOK, [given])],
  ['statement', (given) => statement([OPENED, given], PERIOD)],
  ['statement, beside the data', (given) => statement([OPENED, withIn(given, 'surprise')], PERIOD)],
  ['communityRegister', (given) => communityRegister([given], { on: '2023-12-31' })],
  ['findAnomalies, beside the data', (given) => findAnomalies([OPENED, withIn(given, 'surprise')])],
  ['seal', (data) => seal([{ type: 'Noted', data }])],
  ['seal, as metadata', (metadata) => seal([{ type: 'Noted', data: {}, metadata }])],
  ['verifyChain', (given) => verifyChain([given])],
  ['verifyChain, as data', (data) => verifyChain([{ type: 'Noted', data, metadata: SEAL }])],
  ['verifyDecisions', (given) => verifyDecisions([OPENED, given], [renfa2022])],
  [
    'verifyDecisions, beside the data',
    (given) => verifyDecisions([OPENED, withIn(given, 'surprise')], [renfa2022]),
  ],
];
