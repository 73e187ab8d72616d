import { seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  createBank,
  decideAll,
  filing,
  fold,
  foldAccounts,
  handbookChanges,
  handbookOn,
  programmeChanges,
  programmeOn,
  readEvents,
  ruleSetOn,
  stockAfter,
  upcast,
  withReading,
} from '../../src/index.js';
import {
  annualFeedback,
  annualFeedbacks,
  anomaliesReducer,
  communityRegister,
  eventsKnownOn,
  feedbacksReducer,
  findAnomalies,
  recognition,
  recognitions,
  recognitionsReducer,
  registerReducer,
  statement,
} from '../../src/reports.js';
import { luohe, renfa2022 } from '../../src/rule-sets.js';
import {
  compareAccounts,
  compareRuleSets,
  compareSimulations,
  comparisonReducer,
  mean,
  mergeResults,
  populationFrom,
  previewCorrection,
  quantiles,
  replay,
  sensitivity,
  sensitivityReducer,
  simulate,
} from '../../src/simulation.js';
import {
  checkLaws,
  laws,
  proveSmallScope,
  runCommands,
  specification,
  subjectOf,
} from '../../src/testing.js';
import { smallRun } from '../simulation/runs.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, open, run } from '../support/history.js';
import { PROGRAMME } from '../support/programme.js';

/*
 * Where a list comes into the library: of events, histories, commands, accounts, rule sets, editions, results. What is no list is told by an
 * error of the library's own, of the class that the door throws for anything else that is wrong with what it takes.
 */

/** A door that takes a list. */
export type ListDoor = {
  readonly name: string;
  /** The name of the error for what is no list. */
  readonly throws: string;
  readonly enter: (given: never) => unknown;
  /** A list that the door takes. */
  readonly list: readonly unknown[];
  /** Nothing need be given. */
  readonly optional?: true;
  /** The door takes lists alone, and nothing else that can be gone through. */
  readonly listsOnly?: true;
  /** What the error speaks of, where that is not the list. */
  readonly says?: string;
};

const COMMANDS = [open('resident'), claim('gate')];
const { accounts: ACCOUNTS, events: EVENTS } = run(COMMANDS);
const CORRECTION = correct('slip', -1, '2023-05-01') as never;
const PERIOD = { from: '2023-01-01', to: '2023-12-31' };
const YEAR_END = { on: '2023-12-31' };
const GROUNDS = Object.keys(luohe.ineligibility).slice(0, 1);
const BANK = createBank(renfa2022, { handbook: HANDBOOK });
const SUBJECT = subjectOf(renfa2022);
const RESULTS = [simulate(smallRun({ volunteers: 3 }))];
const SEALED = seal(EVENTS);
const STATED = { published: '2023-06-24' };
const WORKING_DAYS = withReading(renfa2022, 'week', 'working-days');

const byEvents = (name: string, throws: string, enter: ListDoor['enter']): ListDoor => ({
  name,
  throws,
  enter,
  list: EVENTS,
});
const byHistories = (name: string, enter: ListDoor['enter']): readonly ListDoor[] => [
  { name, throws: 'HistoryError', enter, list: [EVENTS] },
  byEvents(`${name}, as a history`, 'HistoryError', (given) => enter([given] as never)),
];

export const LIST_DOORS: readonly ListDoor[] = [
  byEvents('fold', 'HistoryError', (given) => fold(given)),
  byEvents('foldAccounts', 'HistoryError', (given) => foldAccounts(given)),
  {
    name: 'foldAccounts, as accounts',
    throws: 'NotAnAccountError',
    enter: (given) => foldAccounts([], given),
    list: [...ACCOUNTS],
    says: 'an account',
    optional: true,
  },
  {
    name: 'decideAll',
    throws: 'RefusedError',
    enter: (given) => decideAll(BANK, given, new Map()),
    list: COMMANDS,
  },
  {
    name: 'decideAll, as accounts',
    throws: 'NotAnAccountError',
    enter: (given) => decideAll(BANK, COMMANDS, given),
    list: [...ACCOUNTS],
    says: 'an account',
  },
  byEvents('readEvents', 'UnknownEventError', (given) => readEvents(given)),
  byEvents("upcast, as what a host's step gives", 'UnknownEventError', (given) =>
    upcast({ type: 'Noted', data: {} }, { Noted: { 1: () => given } }),
  ),
  byEvents('stockAfter', 'HistoryError', (given) => stockAfter(HANDBOOK, given)),
  {
    name: 'ruleSetOn',
    throws: 'NotARuleSetError',
    enter: (given) => ruleSetOn(given, '2023-05-01'),
    list: [renfa2022],
  },
  {
    name: 'handbookOn',
    throws: 'NotAnEditionError',
    enter: (given) => handbookOn(given, '2023-05-01'),
    list: [HANDBOOK],
  },
  {
    name: 'programmeOn',
    throws: 'NotAnEditionError',
    enter: (given) => programmeOn(given, '2023-05-01'),
    list: [PROGRAMME],
  },
  {
    name: 'filing, as days off',
    throws: 'NotAnEditionError',
    enter: (daysOff) => filing({ ...STATED, daysOff }, WORKING_DAYS),
    list: ['2023-06-25'],
    optional: true,
  },
  {
    name: 'handbookChanges, as rewards',
    throws: 'NotAnEditionError',
    enter: (rewards) => handbookChanges(HANDBOOK, { ...HANDBOOK, rewards }),
    list: HANDBOOK.rewards,
    listsOnly: true,
    says: 'defined or parsed',
  },
  {
    name: 'programmeChanges, as posts',
    throws: 'NotAnEditionError',
    enter: (posts) => programmeChanges(PROGRAMME, { ...PROGRAMME, posts }),
    list: PROGRAMME.posts,
    listsOnly: true,
    says: 'defined or parsed',
  },
  {
    name: 'createBank, as matters',
    throws: 'NotAnEditionError',
    enter: (matters) => createBank(renfa2022, { programme: { ...PROGRAMME, matters } }).programme?.version,
    list: PROGRAMME.matters,
    listsOnly: true,
    says: 'defined or parsed',
  },

  byEvents('statement', 'ReportError', (given) => statement(given, PERIOD)),
  byEvents('eventsKnownOn', 'ReportError', (given) => eventsKnownOn(given, '2023-12-31')),
  byEvents('communityRegister', 'ReportError', (given) => communityRegister(given, YEAR_END)),
  byEvents('findAnomalies', 'ReportError', (given) => findAnomalies(given)),
  byEvents('annualFeedback', 'ReportError', (given) => annualFeedback(given, 2023)),
  byEvents('annualFeedbacks', 'ReportError', (given) => annualFeedbacks(given, 2023)),
  byEvents('recognition', 'ReportError', (given) => recognition(given, luohe, YEAR_END)),
  byEvents('recognitions', 'ReportError', (given) => recognitions(given, luohe, YEAR_END)),
  {
    name: 'recognition, as grounds',
    throws: 'ReportError',
    enter: (grounds) => recognition(EVENTS, luohe, { ...YEAR_END, grounds }),
    list: GROUNDS,
    optional: true,
  },
  {
    name: 'recognitions, as grounds of an account',
    throws: 'ReportError',
    enter: (v1) => recognitions(EVENTS, luohe, { ...YEAR_END, grounds: { v1 } }),
    list: GROUNDS,
  },

  byEvents('seal', 'SealError', (given) => seal(given)),
  {
    name: 'verifyChain',
    throws: 'SealError',
    enter: (given) => verifyChain(given),
    list: SEALED,
  },
  byEvents('verifyDecisions', 'HistoryError', (given) => verifyDecisions(given, [renfa2022])),
  {
    name: 'verifyDecisions, as rule sets',
    throws: 'NotARuleSetError',
    enter: (given) => verifyDecisions(EVENTS, given),
    list: [renfa2022],
  },
  {
    name: 'verifyDecisions, as handbooks',
    throws: 'NotAnEditionError',
    enter: (handbooks) => verifyDecisions(EVENTS, [renfa2022], { handbooks }),
    list: [HANDBOOK],
    optional: true,
  },

  byEvents('replay', 'HistoryError', (given) => replay(given, renfa2022)),
  ...byHistories('compareAccounts', (given) => [...compareAccounts(given, renfa2022, renfa2022)]),
  ...byHistories('compareRuleSets', (given) => compareRuleSets(given, renfa2022, renfa2022)),
  byEvents('comparisonReducer, as a history', 'HistoryError', (given) => {
    const { empty, add } = comparisonReducer(renfa2022, renfa2022);
    return add(empty(), given);
  }),
  ...byHistories('sensitivity', (given) => sensitivity(given, luohe, YEAR_END)),
  byEvents('sensitivityReducer, as a history', 'HistoryError', (given) => {
    const { empty, add } = sensitivityReducer(luohe, YEAR_END);
    return add(empty(), given);
  }),
  {
    ...byEvents('previewCorrection', 'NotAnAccountError', (given) =>
      previewCorrection(BANK, given, CORRECTION),
    ),
    says: 'an account',
  },
  ...byHistories('populationFrom', (given) => populationFrom(given, renfa2022)),
  {
    name: 'mergeResults',
    throws: 'SimulationError',
    enter: (given) => mergeResults(given),
    list: RESULTS,
  },
  {
    name: 'compareSimulations, before',
    throws: 'SimulationError',
    enter: (given) => compareSimulations(given, RESULTS),
    list: RESULTS,
  },
  {
    name: 'compareSimulations, after',
    throws: 'SimulationError',
    enter: (given) => compareSimulations(RESULTS, given),
    list: RESULTS,
  },
  {
    name: 'quantiles',
    throws: 'SimulationError',
    enter: (given) => quantiles(given),
    list: [[0, 1]],
    listsOnly: true,
  },
  {
    name: 'quantiles, as shares',
    throws: 'SimulationError',
    enter: (given) => quantiles([[0, 1]], given),
    list: [0.5],
    optional: true,
  },
  { name: 'mean', throws: 'SimulationError', enter: (given) => mean(given), list: [[0, 1]], listsOnly: true },

  {
    name: 'runCommands',
    throws: 'RefusedError',
    enter: (given) => runCommands(SUBJECT, given).events,
    list: COMMANDS,
  },
  {
    name: 'laws, as commands',
    throws: 'RefusedError',
    enter: (given) => laws(renfa2022)[0]?.broken(given),
    list: COMMANDS,
  },
  {
    name: 'checkLaws, as names',
    throws: 'Error',
    enter: (only) => checkLaws(renfa2022, { only, numRuns: 1 }),
    list: ['balance-equation'],
    optional: true,
  },
  {
    name: 'proveSmallScope, as names',
    throws: 'Error',
    enter: (only) => proveSmallScope(renfa2022, { only, depth: 1, commands: [] }),
    list: ['balance-equation'],
    optional: true,
  },
  {
    name: 'proveSmallScope, as commands',
    throws: 'RefusedError',
    enter: (commands) => proveSmallScope(renfa2022, { commands, depth: 1, only: [] }),
    list: COMMANDS,
    optional: true,
  },
  byEvents('specification', 'HistoryError', (given) =>
    specification(BANK, () => undefined)
      .given(given)
      .when(CORRECTION)
      .events(),
  ),
];

/** A door that takes options, of which some are needed or all may be left out. */
export type OptionDoor = readonly [
  name: string,
  needed: string | undefined,
  enter: (given: never) => unknown,
];

/** The reports, with the option that each cannot do without. */
export const OPTION_DOORS: readonly OptionDoor[] = [
  ['statement', 'from', (given) => statement(EVENTS, given)],
  ['communityRegister', 'on', (given) => communityRegister(EVENTS, given)],
  ['registerReducer', 'on', (given) => registerReducer(given)],
  ['recognition', 'on', (given) => recognition(EVENTS, luohe, given)],
  ['recognitions', 'on', (given) => recognitions(EVENTS, luohe, given)],
  ['recognitionsReducer', 'on', (given) => recognitionsReducer(luohe, given)],
  ['findAnomalies', undefined, (given) => findAnomalies(EVENTS, given)],
  ['anomaliesReducer', undefined, (given) => anomaliesReducer(given)],
  ['annualFeedback', undefined, (given) => annualFeedback(EVENTS, 2023, given)],
  ['annualFeedbacks', undefined, (given) => annualFeedbacks(EVENTS, 2023, given)],
  ['feedbacksReducer', undefined, (given) => feedbacksReducer(2023, given)],
];
