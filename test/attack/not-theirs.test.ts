import { describe, expect, test } from 'vitest';
import * as audit from '../../src/audit.js';
import { SealError, seal, verifyDecisions } from '../../src/audit.js';
import * as define from '../../src/define.js';
import { deriveRuleSet, RuleSetError } from '../../src/define.js';
import * as core from '../../src/index.js';
import {
  assessment,
  balanceOn,
  createBank,
  deviations,
  digest,
  evolve,
  figures,
  filing,
  fold,
  foldAccounts,
  fromSnapshot,
  HistoryError,
  halfOf,
  handbookChanges,
  handbookOn,
  NotADateError,
  NotAnAccountError,
  NotAnEditionError,
  NotARuleSetError,
  programmeChanges,
  programmeOn,
  publicationDays,
  quantities,
  readEvents,
  readings,
  redeemable,
  ruleSetOn,
  shownPoints,
  snapshot,
  stockAfter,
  UnknownEventError,
  upcast,
  withReading,
} from '../../src/index.js';
import * as reports from '../../src/reports.js';
import {
  annualFeedback,
  annualFeedbacks,
  anomaliesReducer,
  communityRegister,
  feedbacksReducer,
  findAnomalies,
  ReportError,
  recognition,
  recognitions,
  recognitionsReducer,
  registerReducer,
  statement,
} from '../../src/reports.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import * as schema from '../../src/schema.js';
import { parseCommand } from '../../src/schema.js';
import {
  compareRuleSets,
  plainPopulation,
  populationFrom,
  previewCorrection,
  replay,
  sensitivity,
} from '../../src/simulation.js';
import { arbitraries, checkLaws, laws, subjectOf } from '../../src/testing.js';
import { ExplainError, en, explain } from '../../src/words.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, open, run } from '../support/history.js';

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
    ['stockAfter', (given) => stockAfter(HANDBOOK, [given])],
    ['replay', (given) => replay([given], renfa2022)],
    ['compareRuleSets', (given) => compareRuleSets([[given]], renfa2022, renfa2022)],
    ['sensitivity', (given) => sensitivity([[given]], luohe)],
    ['populationFrom', (given) => populationFrom([[given]], renfa2022)],
    [
      'previewCorrection',
      (given) => previewCorrection(bank, [given], correct('c', -1, '2023-03-01') as never),
    ],
  ])('%s', (_, call) => throwsFor(OTHERS, call, HistoryError));

  test.each<Row>([
    ['statement', (given) => statement([given], period)],
    ['communityRegister', (given) => communityRegister([given], { on: '2023-12-31' })],
    ['findAnomalies', (given) => findAnomalies([given])],
    ['recognition', (given) => recognition([given], luohe, { on: '2023-12-31' })],
    ['annualFeedback', (given) => annualFeedback([given], 2023)],
    ['annualFeedbacks', (given) => annualFeedbacks([given], 2023)],
    ['recognitions', (given) => recognitions([given], luohe, { on: '2023-12-31' })],
    ...[
      registerReducer({ on: '2023-12-31' }),
      anomaliesReducer(),
      feedbacksReducer(2023),
      recognitionsReducer(luohe, { on: '2023-12-31' }),
    ].map(({ empty, add }): Row => [`a reducer of ${empty().form}`, (given) => add(empty(), given)]),
  ])('%s', (_, call) => throwsFor(OTHERS, call, ReportError));

  test.each<Row>([
    ['upcast', (given) => upcast(given)],
    ['readEvents', (given) => readEvents([given])],
    ['readEvents, unknown ones kept', (given) => readEvents([given], { unknown: 'keep' })],
  ])('%s', (_, call) => throwsFor(OTHERS, call, UnknownEventError));

  test.each<Row>([
    ['seal', (given) => seal([given])],
    ['seal, after it', (given) => (given === undefined ? seal([given]) : seal([], given))],
  ])('%s', (_, call) => throwsFor(OTHERS, call, SealError));

  test('verifyDecisions reports it', () => {
    for (const other of OTHERS) {
      expect(verifyDecisions([other as never], [renfa2022])).toMatchObject([{ fault: 'unreadable' }]);
    }
  });
});

const RULE_SETS: readonly Row[] = [
  ['createBank', (given) => createBank(given)],
  ['digest', digest],
  ['readings', readings],
  ['withReading', (given) => withReading(given, 'claim-cap-window' as never, 'calendar-year' as never)],
  ['deviations', (given) => deviations(given, renfa2022)],
  ['deviations of it', (given) => deviations(renfa2022, given)],
  ['ruleSetOn', (given) => ruleSetOn([given], '2023-03-01')],
  ['balanceOn', (given) => balanceOn(account, '2023-03-01', given)],
  ['verifyDecisions', (given) => verifyDecisions(events, [given])],
  ['deriveRuleSet', (given) => deriveRuleSet(given, {})],
  ['publicationDays', (given) => publicationDays(given, 2023)],
  ['replay', (given) => replay(events, given)],
  ['compareRuleSets', (given) => compareRuleSets([events], renfa2022, given)],
  ['sensitivity', (given) => sensitivity([events], given)],
  ['plainPopulation', plainPopulation],
  ['populationFrom', (given) => populationFrom([events], given)],
  ['subjectOf', subjectOf],
  ['laws', laws],
  ['checkLaws', (given) => checkLaws(given)],
  ['arbitraries', arbitraries],
  ['filing', (given) => filing({ published: '2023-01-01' }, given)],
  ['recognition', (given) => recognition(events, given, { on: '2023-12-31' })],
  ['recognitions', (given) => recognitions(events, given, { on: '2023-12-31' })],
  ['recognitionsReducer', (given) => recognitionsReducer(given, { on: '2023-12-31' })],
];

/** Where a rule set may be left out. */
const IF_GIVEN: readonly Row[] = [
  ['statement', (ruleSet) => statement(events, { ...period, ruleSet })],
  ['communityRegister', (ruleSet) => communityRegister(events, { on: '2023-12-31', ruleSet })],
  ['registerReducer', (ruleSet) => registerReducer({ on: '2023-12-31', ruleSet })],
  ['annualFeedback', (ruleSet) => annualFeedback(events, 2023, { ruleSet })],
  ['annualFeedbacks', (ruleSet) => annualFeedbacks(events, 2023, { ruleSet })],
  ['feedbacksReducer', (ruleSet) => feedbacksReducer(2023, { ruleSet })],
  ['findAnomalies', (ruleSet) => findAnomalies(events, { ruleSet })],
  ['anomaliesReducer', (ruleSet) => anomaliesReducer({ ruleSet })],
  ['parseCommand', (ruleSet) => parseCommand(claim('gate'), ruleSet)],
];

/** What takes no rule set; of a rule set only its scale; or tells its own error for one. */
const NO_RULE_SET = [
  ...[
    'decideAll',
    'readEvents',
    'upcast',
    'handbookChanges',
    'handbookOn',
    'programmeChanges',
    'programmeOn',
  ],
  ...['assessment', 'redeemable', 'figures', 'evolve', 'fold', 'foldAccounts', 'quantities', 'fromSnapshot'],
  ...['snapshot', 'stockAfter', 'shownPoints', 'halfOf', 'eventsKnownOn', 'parseSnapshot', 'parseEvent'],
  ...['parseEvents', 'parseHandbook', 'jsonSchemas', 'parseProgramme', 'parseRuleSet', 'checkHandbook'],
  ...['defineHandbook', 'checkProgramme', 'defineProgramme', 'checkRuleSet', 'defineRuleSet', 'withConsents'],
  ...['seal', 'verifyChain'],
];

test.each(RULE_SETS)('what is no rule set: %s', (_, call) => throwsFor(OTHERS, call, NotARuleSetError));

test.each(IF_GIVEN)('what is given for a rule set and is none: %s', (_, call) =>
  throwsFor(OTHERS.slice(1), call, NotARuleSetError),
);

test('every exported function that takes a rule set is among them', () => {
  const named = new Set([...[...RULE_SETS, ...IF_GIVEN].map(([name]) => name), ...NO_RULE_SET]);
  const isFunction = (value: unknown): boolean =>
    typeof value === 'function' && !Function.prototype.toString.call(value).startsWith('class');
  const exported = [core, reports, schema, define, audit].flatMap((module) => Object.entries(module));
  expect(exported.filter(([name, value]) => isFunction(value) && !named.has(name))).toEqual([]);
});

test('points are shown by what has a scale or has none', () => {
  const others = OTHERS.filter((other) => typeof other !== 'object' || other === null);
  throwsFor(others, (given) => shownPoints(5, given), NotARuleSetError);
});

test.each<Row>([
  ['balanceOn', (on) => balanceOn(account, on, renfa2022)],
  ['ruleSetOn', (on) => ruleSetOn([renfa2022], on)],
  ['handbookOn', (on) => handbookOn([], on)],
  ['programmeOn', (on) => programmeOn([], on)],
  ['filing', (published) => filing({ published }, renfa2022)],
  ['halfOf', halfOf],
])('what is no day: %s', (_, call) => throwsFor([...OTHERS, '2023-02-30'], call, NotADateError));

test('what is no day: the day of a filing', () => {
  throwsFor(OTHERS.slice(1), (on) => filing({ published: '2023-01-01' }, renfa2022, on), NotADateError);
});

test.each<Row>([
  ['createBank, handbook', (handbook) => createBank(renfa2022, { handbook })],
  ['createBank, programme', (programme) => createBank(renfa2022, { programme })],
  ['handbookOn', (given) => handbookOn([given], '2023-01-01')],
  ['programmeOn', (given) => programmeOn([given], '2023-01-01')],
  ['stockAfter', (given) => stockAfter(given, [])],
  ['handbookChanges', (given) => handbookChanges(given, HANDBOOK)],
  ['programmeChanges', (given) => programmeChanges(given, given)],
])('what is no handbook or programme: %s', (_, call) => throwsFor(OTHERS.slice(1), call, NotAnEditionError));

test('what is no snapshot, or holds no account', () => {
  throwsFor([undefined, null, 5, 'fr'], fromSnapshot, NotAnAccountError);
  const holding = (given: never) => fromSnapshot({ ...snapshot(account, 2), account: given });
  throwsFor([...OTHERS, { status: 'open', accountId: 'x', items: {} }], holding, NotAnAccountError);
});

test('what is neither a patch nor a recipe', () => {
  throwsFor([undefined, null, 5, 'fr'], (change) => deriveRuleSet(renfa2022, change), RuleSetError);
});

test('what is no measure of anomalies', () => {
  throwsFor(['earnt', null, 5], (measure) => findAnomalies(events, { measure }), ReportError);
});

describe('what explain cannot use', () => {
  test.each<Row>([
    ['no subject', (given) => explain(given, en)],
    ['no pack', (given) => explain(opened as never, given)],
  ])('%s', (_, call) => throwsFor(OTHERS.slice(0, -3), call, ExplainError));

  test('an event that lacks what was decided', () => {
    throwsFor([{ type: 'PostClaimed', data: {} }], (given) => explain(given, en), ExplainError);
  });

  test('no rule set', () => {
    throwsFor(OTHERS.slice(1), (given) => explain(opened as never, en, given), ExplainError);
  });
});
