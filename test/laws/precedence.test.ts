import { describe, expect, test } from 'vitest';
import {
  type Account,
  createBank,
  type Handbook,
  initialAccount,
  type RefusalCode,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { under } from '../support/arbitraries.js';
import { HANDBOOK } from '../support/handbook.js';
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
  SUBDISTRICT,
} from '../support/history.js';
import { REFUSAL_CODES } from '../support/words.js';

/*
 * Where several things are wrong with a command, the refusal that the documented list has first is the one that is said. Each
 * command here can be spoiled in every way that it can be refused for; every two of them together show the order.
 */

/** One way to spoil a command: fields of its data, the office or the persons there, lines of its visit, the account or the handbook it meets. */
type Defect = {
  readonly code: RefusalCode;
  readonly data?: { readonly [field: string]: unknown };
  /** Another office. */
  readonly office?: object;
  /** Other persons at the office. */
  readonly persons?: { readonly recorder?: string | undefined; readonly approvedBy?: string | undefined };
  readonly line?: { readonly rewardId: string; readonly quantity: number };
  readonly account?: (account: Account) => Account;
  readonly handbook?: Handbook | 'none';
};

type Subject = {
  readonly command: { readonly type: string; readonly data: { readonly [field: string]: unknown } };
  readonly ruleSet: RuleSet;
  readonly history: readonly unknown[];
  readonly defects: readonly Defect[];
};

const ORDER: readonly string[] = REFUSAL_CODES;
const ELSEWHERE = { office: 'community', communityId: 'beishan' };

const PERSONS = { recorder: 'clerk', approvedBy: 'head' };
/** Readings that ask something of the persons, in every rule set here. */
const asked = [
  ['self-issue', 'refused'],
  ['approval', 'two-person'],
] as const;
const byPersons: readonly Defect[] = [
  { code: 'recorder-not-named', persons: { recorder: undefined } },
  { code: 'self-issue', persons: { recorder: 'v1' } },
  { code: 'self-issue', persons: { approvedBy: 'v1' } },
  { code: 'approval-missing', persons: { approvedBy: undefined } },
  { code: 'approval-by-recorder', persons: { approvedBy: 'clerk' } },
];
const loaded: readonly Defect[] = [
  { code: 'invalid-command', data: { surprise: true } },
  { code: 'account-not-open', account: () => initialAccount },
  { code: 'wrong-account', account: (account) => ({ ...account, accountId: 'v2' }) as Account },
  { code: 'unknown-role', account: (account) => ({ ...account, role: 'mayor' }) as Account },
  { code: 'wrong-community', office: ELSEWHERE },
  ...byPersons,
];
const forTheCentre: Defect = { code: 'office-not-entitled', office: SUBDISTRICT };
const dated: readonly Defect[] = [
  { code: 'not-in-force', data: { on: '2022-04-26' } },
  { code: 'before-opening', data: { on: '2023-01-09' } },
  { code: 'date-goes-back', data: { on: '2023-06-14' } },
];

/** Rules under which one matter can stand twice, so that each kind of duplicate can be met. */
const HISTORY_RULES = {
  ruleSet: under(['one-matter-one-item', 'each-item'], ['activity-service-and-attendance', 'one-matter']),
};
const history = [
  open('resident', '2023-01-10'),
  ...hardMatters(10, '2023-01-10', 'work'),
  credit('activity', 'twice', '2023-01-10'),
  credit('other', 'twice', '2023-01-10'),
  claim('held', '2023-01-11', { difficulty: 'hard' }),
  claim('also held', '2023-01-11'),
  redeem('first visit', '2023-06-15', { haircut: 1, checkup: 1 }),
];
const strict = under(
  ...asked,
  ['entry-into-force', 'date-of-issue'],
  ['late-entry', 'never-back'],
  ['claim-cap-overflow', 'refused'],
);

const { filed: _, ...unfiled } = HANDBOOK;
const badBooks: readonly Defect[] = [
  { code: 'no-handbook', handbook: 'none' },
  { code: 'wrong-handbook', handbook: { ...HANDBOOK, communityId: 'beishan' } },
  { code: 'handbook-not-published', handbook: { ...HANDBOOK, published: '2024-01-01' } },
  { code: 'handbook-not-filed', handbook: unfiled },
];

const SUBJECTS: readonly Subject[] = [
  {
    command: open('resident', '2023-01-10'),
    ruleSet: strict,
    history: [],
    defects: [
      { code: 'invalid-command', data: { surprise: true } },
      {
        code: 'wrong-account',
        account: () => ({ ...accountOf(run(history, HISTORY_RULES)), accountId: 'v2' }),
      },
      { code: 'unknown-role', data: { role: 'mayor' } },
      forTheCentre,
      { code: 'wrong-community', office: ELSEWHERE },
      ...byPersons,
      {
        code: 'account-already-open',
        account: () => ({ ...accountOf(run(history, HISTORY_RULES)), openedOn: '2023-01-09' }),
      },
      { code: 'not-in-force', data: { on: '2022-04-26' } },
      { code: 'wrong-colour', data: { colour: 'red' } },
      { code: 'form-incomplete', data: { formComplete: false } },
    ],
  },
  {
    command: reportIn('2024-01-10'),
    ruleSet: strict,
    history,
    defects: [...loaded, forTheCentre, ...dated, { code: 'already-reported-in', data: { on: '2023-12-31' } }],
  },
  {
    command: claim('new', '2023-07-01'),
    ruleSet: under(
      ...asked,
      ['entry-into-force', 'date-of-issue'],
      ['late-entry', 'never-back'],
      ['claim-again', 'refused'],
      ['claim-cap-overflow', 'refused'],
    ),
    history,
    defects: [
      ...loaded,
      forTheCentre,
      { code: 'duplicate-claim', data: { postId: 'held' } },
      ...dated,
      { code: 'wrong-measure', data: { difficulty: undefined } },
      { code: 'unknown-difficulty', data: { difficulty: 'impossible' } },
      { code: 'unknown-catalogue-entry', data: { catalogue: 'no-such' } },
      // The cap is full: every claim meets it.
      { code: 'limit-reached' },
    ],
  },
  {
    command: credit('activity', 'new', '2023-07-01'),
    ruleSet: withReading(strict, 'activity-service-and-attendance', 'one-matter'),
    history,
    defects: [
      ...loaded,
      forTheCentre,
      { code: 'unknown-item', data: { item: 'tidying' } },
      { code: 'wrong-command', data: { item: 'claim' } },
      { code: 'wrong-clause', data: { clause: '2.3.1.3' } },
      { code: 'duplicate-matter', data: { matterId: 'twice' } },
      ...dated,
      { code: 'wrong-measure', data: { quantity: 2 } },
      { code: 'unknown-difficulty', data: { difficulty: 'impossible' } },
      { code: 'unknown-catalogue-entry', data: { catalogue: 'no-such' } },
      { code: 'post-not-claimed', data: { postId: 'not held' } },
    ],
  },
  {
    command: redeem('second visit', '2023-07-01', { haircut: 1 }),
    ruleSet: under(
      ...asked,
      ['entry-into-force', 'date-of-issue'],
      ['late-entry', 'never-back'],
      ['late-filing', 'refused'],
    ),
    history,
    defects: [
      ...loaded,
      forTheCentre,
      { code: 'wrong-community', data: { communityId: 'beishan' } },
      { code: 'duplicate-redemption', data: { redemptionId: 'first visit' } },
      ...dated,
      ...badBooks,
      { code: 'already-redeemed', data: { on: '2023-06-30' } },
      { code: 'unknown-reward', line: { rewardId: 'no-such', quantity: 1 } },
      { code: 'consent-missing', line: { rewardId: 'oil', quantity: 1 } },
      { code: 'out-of-stock', line: { rewardId: 'tea', quantity: 3 } },
      { code: 'reward-limit-reached', line: { rewardId: 'checkup', quantity: 1 } },
      { code: 'insufficient-points', line: { rewardId: 'piano', quantity: 1 } },
    ],
  },
  {
    command: redeem('second visit', '2023-12-01', { haircut: 1 }),
    ruleSet: under(...asked, ['redemption-period', 'opening-days'], ['redemption-per-period', 'one-reward']),
    history,
    defects: [
      ...byPersons,
      { code: 'not-an-opening-day', data: { on: '2023-07-01' } },
      { code: 'already-redeemed', data: { on: '2023-06-16' } },
      { code: 'unknown-reward', data: { lines: [{ rewardId: 'no-such', quantity: 1 }] } },
      { code: 'redemption-limit-reached', line: { rewardId: 'repair', quantity: 1 } },
      { code: 'insufficient-points', data: { lines: [{ rewardId: 'piano', quantity: 1 }] } },
    ],
  },
  {
    command: correct('slip', -1, '2023-07-01', { corrects: 'work 0' }),
    ruleSet: under(
      ...asked,
      ['entry-into-force', 'date-of-issue'],
      ['late-entry', 'never-back'],
      ['correction-office', 'community-too'],
      ['correction-floor', 'refuse-below-zero-balance'],
      ['correction-bound', 'none'],
      ['one-matter-one-item', 'each-item'],
    ),
    history: [...history, correct('known', -1, '2023-06-15')],
    defects: [
      ...loaded,
      { code: 'duplicate-correction', data: { correctionId: 'known' } },
      ...dated,
      { code: 'matter-needed', office: CENTRE, data: { corrects: undefined } },
      { code: 'unknown-matter', data: { corrects: 'no-such' } },
      { code: 'ambiguous-matter', data: { corrects: 'twice' } },
      { code: 'below-zero', data: { points: -1000 } },
    ],
  },
];

/** Whether two defects can be there at once: they do not speak of the same thing. */
function together(a: Defect, b: Defect): boolean {
  const parts = ({ data = {}, office, persons = {}, line, account, handbook }: Defect): string[] => [
    ...Object.keys(data),
    ...(office === undefined ? [] : ['office']),
    ...Object.keys(persons),
    ...(line === undefined ? [] : ['line']),
    ...(account === undefined ? [] : ['account']),
    ...(handbook === undefined ? [] : ['handbook']),
  ];
  const both = [...parts(a), ...parts(b)].filter((part) => part !== 'line');
  const linesTwice = both.includes('lines') && (a.line !== undefined || b.line !== undefined);
  return new Set(both).size === both.length && !linesTwice;
}

function said(subject: Subject, before: Account, defects: readonly Defect[]): string {
  let account = before;
  let { data } = subject.command;
  let office = data.by as object;
  let persons: NonNullable<Defect['persons']> = PERSONS;
  let handbook: Handbook | 'none' = HANDBOOK;
  for (const defect of defects) {
    account = defect.account?.(account) ?? account;
    data = { ...data, ...defect.data };
    office = defect.office ?? office;
    persons = { ...persons, ...defect.persons };
    handbook = defect.handbook ?? handbook;
    if (defect.line !== undefined) data = { ...data, lines: [...(data.lines as unknown[]), defect.line] };
  }
  const bank = createBank(subject.ruleSet, handbook === 'none' ? {} : { handbook });
  const decision = bank.decideUnknown(
    { ...subject.command, data: { ...data, by: { ...office, ...persons } } },
    account,
  );
  return decision.accepted ? 'accepted' : decision.refusal.code;
}

describe.each(SUBJECTS)('$command.type of $command.data.on', (subject) => {
  const { defects } = subject;
  const always = defects.find(({ code: _code, ...spoils }) => Object.keys(spoils).length === 0);
  const before = run(subject.history, HISTORY_RULES).accounts.get('v1') ?? initialAccount;

  test('is refused for each defect alone, and accepted without one', () => {
    expect(said(subject, before, [])).toBe(always?.code ?? 'accepted');
    expect(defects.map((defect) => said(subject, before, [defect]))).toEqual(defects.map(({ code }) => code));
  });

  test('with any two says the one that the list has first', () => {
    const wrong = defects.flatMap((a, n) =>
      defects.slice(n + 1).flatMap((b) => {
        if (!together(a, b)) return [];
        const first = ORDER.indexOf(a.code) <= ORDER.indexOf(b.code) ? a.code : b.code;
        const codes = [said(subject, before, [a, b]), said(subject, before, [b, a])];
        return codes.every((code) => code === first)
          ? []
          : [`${a.code} and ${b.code}: ${codes.join(' or ')}`];
      }),
    );
    expect(wrong).toEqual([]);
  });
});
