import { describe, expect, test } from 'vitest';
import { verifyDecisions } from '../../src/audit.js';
import {
  assessment,
  balanceOn,
  createBank,
  deviations,
  digest,
  evolve,
  figures,
  fold,
  foldAccounts,
  HistoryError,
  NotAnAccountError,
  NotARuleSetError,
  quantities,
  readings,
  redeemable,
  ruleSetOn,
  snapshot,
  withReading,
} from '../../src/index.js';
import {
  annualFeedback,
  annualFeedbacks,
  communityRegister,
  findAnomalies,
  ReportError,
  recognition,
  statement,
} from '../../src/reports.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import { ExplainError, en, explain } from '../../src/words.js';
import { claim, open, run } from '../support/history.js';

/* What is no account, event, rule set or pack gives the library's own error, wherever it is given. */

const { events } = run([open('resident'), claim('gate')]);
const [opened, claimed] = events;
const account = fold(events);
const bank = createBank(renfa2022);
const period = { from: '2023-01-01', to: '2023-12-31' };

type Call = (given: never) => unknown;
type Row = readonly [name: string, call: Call];

const OTHERS: readonly unknown[] = [
  undefined,
  null,
  0,
  '',
  'fr',
  1n,
  true,
  Symbol('other'),
  [],
  [null],
  {},
  new Map(),
  () => undefined,
  Promise.resolve(),
  { type: 'PostClaimed' },
  { type: 'PostClaimed', data: null },
  { status: 'opened' },
];

function throwsFor(others: readonly unknown[], call: Call, error: new (...args: never[]) => Error): void {
  for (const other of others) expect(() => call(other as never), String(typeof other)).toThrow(error);
}

describe('what is no account', () => {
  test.each<Row>([
    ['decide', (given) => bank.decide(claim('post') as never, given)],
    ['decideUnknown', (given) => bank.decideUnknown(claim('post'), given)],
    ['decider.decide', (given) => bank.decider.decide(claim('post') as never, given)],
    ['decider.evolve', (given) => bank.decider.evolve(given, claimed as never)],
    ['evolve', (given) => evolve(given, claimed as never)],
    ['redeemable', redeemable],
    ['assessment', assessment],
    ['figures', (given) => figures(given)],
    ['quantities', (given) => quantities(given)],
    ['balanceOn', (given) => balanceOn(given, '2023-03-01', renfa2022)],
    ['snapshot', (given) => snapshot(given, 0)],
  ])('%s', (_, call) => throwsFor(OTHERS, call, NotAnAccountError));

  test('fold, which starts from none where nothing is given', () => {
    throwsFor(OTHERS.slice(1), (given) => fold([], given), NotAnAccountError);
  });
});

describe('what is no event', () => {
  test.each<Row>([
    ['evolve', (given) => evolve(account, given)],
    ['fold', (given) => fold([given])],
    ['fold, further on', (given) => fold([opened as never, given])],
    ['foldAccounts', (given) => foldAccounts([given])],
  ])('%s', (_, call) => throwsFor(OTHERS, call, HistoryError));

  test.each<Row>([
    ['statement', (given) => statement([given], period)],
    ['communityRegister', (given) => communityRegister([given], { on: '2023-12-31' })],
    ['findAnomalies', (given) => findAnomalies([given])],
    ['recognition', (given) => recognition([given], luohe, { on: '2023-12-31' })],
    ['annualFeedback', (given) => annualFeedback([given], 2023)],
    ['annualFeedbacks', (given) => annualFeedbacks([given], 2023)],
  ])('%s', (_, call) => throwsFor(OTHERS, call, ReportError));

  test('verifyDecisions reports it', () => {
    for (const other of OTHERS) {
      expect(verifyDecisions([other as never], [renfa2022])).toMatchObject([{ fault: 'unreadable' }]);
    }
  });
});

test.each<Row>([
  ['createBank', (given) => createBank(given)],
  ['digest', digest],
  ['readings', readings],
  ['withReading', (given) => withReading(given, 'claim-cap-window' as never, 'calendar-year' as never)],
  ['deviations', (given) => deviations(given, renfa2022)],
  ['deviations of it', (given) => deviations(renfa2022, given)],
  ['ruleSetOn', (given) => ruleSetOn([given], '2023-03-01')],
  ['balanceOn', (given) => balanceOn(account, '2023-03-01', given)],
  ['verifyDecisions', (given) => verifyDecisions(events, [given])],
])('what is no rule set: %s', (_, call) => throwsFor(OTHERS, call, NotARuleSetError));

describe('what explain cannot use', () => {
  test.each<Row>([
    ['no subject', (given) => explain(given, en)],
    ['no pack', (given) => explain(opened as never, given)],
  ])('%s', (_, call) => throwsFor(OTHERS.slice(0, -3), call, ExplainError));

  test('no rule set', () => {
    throwsFor(OTHERS.slice(1), (given) => explain(opened as never, en, given), ExplainError);
  });
});
