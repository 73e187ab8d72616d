import { seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import { deriveRuleSet } from '../../src/define.js';
import {
  type Account,
  type BankEvent,
  balanceOn,
  createBank,
  decideAll,
  deviations,
  evolve,
  figures,
  filing,
  fold,
  foldAccounts,
  handbookChanges,
  initialAccount,
  programmeChanges,
  publicationDays,
  quantities,
  type RuleSet,
  readEvents,
  ruleSetOn,
  shownPoints,
  snapshot,
  stockAfter,
  withReading,
} from '../../src/index.js';
import {
  annualFeedback,
  annualFeedbacks,
  communityRegister,
  eventsKnownOn,
  findAnomalies,
  recognition,
  recognitions,
  registerReducer,
  statement,
} from '../../src/reports.js';
import { hailin, luohe, renfa2022 } from '../../src/rule-sets.js';
import { parseCommand, parseEvents, parseHandbook, parseProgramme, parseRuleSet } from '../../src/schema.js';
import { HANDBOOK } from '../support/handbook.js';
import {
  claim,
  close,
  correct,
  credit,
  open,
  redeem,
  reportIn,
  reverse,
  SUBDISTRICT,
  VOLUNTEER,
} from '../support/history.js';
import { BANK, SUBJECTS } from '../support/hostile.js';
import { PROGRAMME } from '../support/programme.js';

/*
 * A whole life under the first scheme, and everything that the library can say of it. The code is plain on purpose: it takes no list
 * apart and leaves no loop early, since an attack may have changed what the language does there.
 */

const by = { office: 'community', communityId: 'linan' } as const;
const release = { type: 'ReleasePost', data: { accountId: VOLUNTEER, postId: 'gate', on: '2023-04-01', by } };

export const COMMANDS: readonly unknown[] = [
  open('resident'),
  claim('gate', '2023-01-11'),
  credit('activity', 'm1', '2023-02-01', { difficulty: 'hard', postId: 'gate' }),
  credit('activity', 'm2', '2023-02-02', { recordedOn: '2023-02-05' }),
  credit('affairs', 'm3', '2023-02-03'),
  credit('affairs', 'm3', '2023-02-03'),
  redeem('r1', '2023-03-01', { haircut: 1, repair: 1 }),
  correct('k1', -1, '2023-03-02', { corrects: 'm1', item: 'activity' }),
  reverse('u1', 'redemption', 'r1', '2023-03-03', {
    by,
    lines: [{ rewardId: 'haircut', quantity: 1 }],
  }),
  reverse('u2', 'matter', 'm3', '2023-03-03', { reverses: { kind: 'matter', id: 'm3', item: 'affairs' } }),
  reverse('u3', 'reversal', 'u2', '2023-03-04'),
  release,
  credit('activity', 'wrong', '2023-02-01', { difficulty: 'no such' }),
  reportIn('2024-01-05'),
  redeem('r2', '2024-01-06', { haircut: 1 }),
  close('moved', '2024-02-01', { by: SUBDISTRICT }),
  close('moved', '2024-02-01', { continuedBy: 'v2' }),
];

/** What became of each command, and its events. */
function lived(commands: readonly unknown[]): {
  readonly decisions: unknown[];
  readonly events: BankEvent[];
} {
  const bank = createBank<RuleSet>(renfa2022, { handbook: HANDBOOK });
  const decisions: unknown[] = [];
  const events: BankEvent[] = [];
  let account: Account = initialAccount;
  for (const command of commands) {
    const decision = bank.decideUnknown(command, account);
    decisions.push(decision);
    if (!decision.accepted) continue;
    for (const event of decision.events) {
      account = evolve(account, event);
      events.push(event);
    }
  }
  return { decisions, events };
}

/** As a store gives them back. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const LIFE = lived(COMMANDS);
const EVENTS: readonly BankEvent[] = stored(LIFE.events);
const CHAIN = stored(seal(EVENTS));
const EARLY = fold(EVENTS.slice(0, 8));
const NEXT_HANDBOOK = { ...HANDBOOK, version: '2024-1', published: '2024-01-01', rewards: [] };
const PERIOD = { from: '2023-01-01', to: '2024-12-31' };

const WITH_HANDBOOK = createBank<RuleSet>(renfa2022, { handbook: HANDBOOK });
const WITH_PROGRAMME = createBank<RuleSet>(renfa2022, { programme: PROGRAMME });

type Saying = readonly [name: string, say: () => unknown];

/** Everything that decides, folds, or says what an account holds. */
export const DECIDING: readonly Saying[] = [
  ['decide and evolve', () => lived(COMMANDS)],
  [
    'every command',
    () => SUBJECTS.map(({ type, data, account }) => BANK.decideUnknown({ type, data }, account)),
  ],
  ['decideAll', () => decideAll(WITH_HANDBOOK, COMMANDS, new Map()).decisions],
  [
    'with a programme',
    () =>
      WITH_PROGRAMME.decideUnknown(
        claim('河长 2号', '2023-06-01', { difficulty: undefined, kind: undefined }),
        EARLY,
      ),
  ],
  ['fold', () => fold(EVENTS)],
  ['foldAccounts', () => [...foldAccounts(EVENTS)]],
  ['readEvents', () => readEvents(EVENTS as never)],
  ['balanceOn', () => balanceOn(EARLY, '2023-03-02', renfa2022)],
  ['figures', () => figures(EARLY)],
  ['quantities', () => quantities(EARLY)],
  ['snapshot', () => snapshot(EARLY, 8)],
  ['stockAfter', () => stockAfter(HANDBOOK, EVENTS)],
  ['filing', () => filing(HANDBOOK, renfa2022)],
  ['verifyDecisions', () => verifyDecisions(EVENTS, [renfa2022], { handbooks: [HANDBOOK] })],
];

/** Everything else that is said of a history, and of rules. */
export const REPORTING: readonly Saying[] = [
  ['statement', () => statement(EVENTS, { ...PERIOD, ruleSet: renfa2022, knownOn: '2023-12-31' })],
  ['annualFeedback', () => annualFeedback(EVENTS, 2023)],
  ['annualFeedbacks', () => [...annualFeedbacks(EVENTS, 2023, { ruleSet: renfa2022 })]],
  ['communityRegister', () => communityRegister(EVENTS, { on: '2023-12-31' })],
  ['findAnomalies', () => findAnomalies(EVENTS)],
  ['recognition', () => recognition(EVENTS, luohe, { on: '2023-12-31' })],
  ['recognitions', () => [...recognitions(EVENTS, luohe, { on: '2023-12-31' })]],
  [
    'registerReducer',
    () => {
      const { empty, add, merge, finish } = registerReducer({ on: '2023-12-31' });
      return finish(merge(empty(), EVENTS.reduce(add, empty())));
    },
  ],
  ['eventsKnownOn', () => eventsKnownOn(EVENTS, '2023-02-04')],
  ['seal', () => seal(EVENTS)],
  ['verifyChain', () => verifyChain(CHAIN)],
  ['handbookChanges', () => handbookChanges(HANDBOOK, NEXT_HANDBOOK)],
  ['programmeChanges', () => programmeChanges(PROGRAMME, { ...PROGRAMME, posts: [] })],
  ['publicationDays', () => publicationDays(renfa2022, 2023)],
  ['ruleSetOn', () => ruleSetOn([hailin, renfa2022], '2023-03-01')?.id],
  ['shownPoints', () => shownPoints(5, hailin)],
];

/** What reads rules and data from outside: slower by far. */
export const READING: readonly Saying[] = [
  ['deviations', () => deviations(renfa2022, withReading(renfa2022, 'week', 'working-days'))],
  ['parseEvents', () => parseEvents(EVENTS)],
  ['parseHandbook', () => parseHandbook(HANDBOOK)],
  ['parseProgramme', () => parseProgramme(PROGRAMME)],
  ['parseCommand', () => SUBJECTS.map(({ type, data }) => parseCommand({ type, data }, renfa2022))],
  ['parseRuleSet', () => parseRuleSet(hailin)],
  ['deriveRuleSet', () => deriveRuleSet(hailin as RuleSet, { id: 'ours' })],
];
