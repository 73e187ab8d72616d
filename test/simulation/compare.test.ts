import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessment, type BankEvent, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import {
  compareAccounts,
  compareRuleSets,
  comparisonReducer,
  replay,
  simulateHistories,
} from '../../src/simulation.js';
import { enReports, explain, jaReports, zhCNReports } from '../../src/words.js';
import { openParts, stored } from '../support/checks.js';
import { claim, correct, credit, hardMatters, open, redeem, reportIn, run } from '../support/history.js';
import { visitsAPeriod } from '../support/redeeming.js';
import { smallRun } from './runs.js';

const YEARLY = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
const REFUSED = withReading(renfa2022, 'claim-cap-overflow', 'refused');

/** Claims four posts in two years: 3 points if the limit is for life, 4 if it is yearly. */
const CLAIMER = run([
  open('resident', '2023-01-10', { accountId: 'claimer' }),
  ...['a', 'b', 'c'].map((post) => claim(post, '2023-02-01', { accountId: 'claimer' })),
  claim('d', '2024-02-01', { accountId: 'claimer' }),
]).events;
/** Redeems points that only a trimmed claim made possible. */
const SPENDER = run([
  open('in-service-party-member', '2023-01-10', { accountId: 'spender' }),
  claim('a', '2023-02-01', { accountId: 'spender', difficulty: 'hard' }),
  claim('b', '2023-02-02', { accountId: 'spender', difficulty: 'hard' }),
  redeem('r1', '2023-03-01', { haircut: 4 }, { accountId: 'spender' }),
]).events;
/** Not affected by either. */
const BYSTANDER = run([
  open('community-party-member', '2023-01-10', { accountId: 'bystander' }),
  credit('activity', 'm1', '2023-02-01', { accountId: 'bystander' }),
  reportIn('2024-01-05', { accountId: 'bystander' }),
]).events;
const LEDGER = [CLAIMER, SPENDER, BYSTANDER];

test('a history whose opening both rule sets refuse has nothing on either side', () => {
  const elsewhere = {
    ...renfa2022,
    roles: { 'in-service-party-member': renfa2022.roles['in-service-party-member'] },
  };
  const comparison = compareRuleSets([CLAIMER], elsewhere, elsewhere);
  expect(comparison.totals.redeemable).toEqual({ a: 0, b: 0 });
  expect([...compareAccounts([CLAIMER], elsewhere, elsewhere)]).toMatchObject([
    { accountId: 'claimer', redeemable: { a: 0, b: 0 }, assessment: { a: 0, b: 0 } },
  ]);
});

describe('a rule set compared with itself', () => {
  test('changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const comparison = compareRuleSets(simulateHistories(smallRun({ seed })), renfa2022, renfa2022);
        const { changed, winners, losers, lostRedemptions, byItem, byYear, most, totals } = comparison;
        expect({ changed, winners, losers, lostRedemptions, byItem, byYear, most }).toEqual({
          changed: 0,
          winners: 0,
          losers: 0,
          lostRedemptions: 0,
          byItem: {},
          byYear: {},
          most: { winners: [], losers: [] },
        });
        for (const { a, b } of [totals.earned, totals.assessment, totals.redeemable]) expect(a).toBe(b);
        expect(comparison.accounts).toBe(12);
      }),
      { numRuns: 5 },
    );
  });
});

describe('who gains and who loses', () => {
  test('three points of claims each year instead of for life', () => {
    const comparison = compareRuleSets(LEDGER, renfa2022, YEARLY);
    expect(comparison).toMatchObject({
      accounts: 3,
      changed: 1,
      winners: 1,
      losers: 0,
      lostRedemptions: 0,
      byItem: { claim: { a: 6, b: 7 } },
      byYear: { 2024: { a: 1, b: 2 } },
    });
    expect(comparison.byRole.resident?.assessment).toEqual({ a: 4, b: 5 });
    expect(comparison.totals.redeemable).toEqual({ a: 7, b: 8 });
    const [winner] = comparison.most.winners;
    expect(winner).toMatchObject({
      accountId: 'claimer',
      assessment: { a: 4, b: 5 },
      byYear: { 2024: { a: 0, b: 1 } },
    });
    const [change] = winner?.changes ?? [];
    expect(change).toMatchObject({ a: 0, b: 1, recorded: { data: { postId: 'd' } } });
    expect(change?.text).toEqual({
      en: '2024-02-01 claim: 0 (clause 2.3.3.2) becomes 1 (clause 2.3.3.2).',
      'zh-CN': '2024-02-01 认领：原为 0 分（条款二（三）3（2）），改为 1 分（条款二（三）3（2））。',
    });
  });

  test('claims past the cap refused instead of trimmed', () => {
    const comparison = compareRuleSets(LEDGER, renfa2022, REFUSED);
    expect(comparison).toMatchObject({ changed: 2, winners: 0, losers: 1, lostRedemptions: 1 });
    const [loser] = comparison.most.losers;
    expect(loser).toMatchObject({
      accountId: 'spender',
      assessment: { a: 4, b: 3 },
      redeemed: { a: 4, b: 0 },
      redeemable: { a: 0, b: 3 },
    });
    expect(loser?.lostRedemptions.map(({ refusedByB }) => refusedByB?.code)).toEqual(['insufficient-points']);
    expect(loser?.lostRedemptions[0]?.text['zh-CN']).toMatch(
      /兑换：原为 4 分（条款四 2），改为未能办理（条款四 2）。$/,
    );
    // The other account's fourth post scores nothing either way: the entry changes, the figures do not.
    expect(comparison.byRole.resident?.assessment).toEqual({ a: 4, b: 4 });
  });

  test('the bystander’s figures appear in no change', () => {
    const accounts = [...compareAccounts([BYSTANDER], renfa2022, REFUSED)];
    expect(accounts[0]).toMatchObject({ changes: [], byItem: {}, byYear: {}, lostRedemptions: [] });
  });

  test('the other way round, gains are losses', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const histories = [...simulateHistories(smallRun({ seed, volunteers: 20 }))];
        const there = compareRuleSets(histories, renfa2022, YEARLY);
        const back = compareRuleSets(histories, YEARLY, renfa2022);
        expect([back.winners, back.losers]).toEqual([there.losers, there.winners]);
        expect(back.totals.earned).toEqual({ a: there.totals.earned.b, b: there.totals.earned.a });
      }),
      { numRuns: 5 },
    );
  });

  test('keeps as many accounts as requested, the largest change first', () => {
    const moved = (accountId: string, posts: number): readonly BankEvent[] =>
      run([
        open('resident', '2023-01-10', { accountId }),
        ...Array.from({ length: 3 }, (_, i) => claim(`p${i}`, '2023-02-01', { accountId })),
        ...Array.from({ length: posts }, (_, i) => claim(`q${i}`, '2024-02-01', { accountId })),
      ]).events;
    const ledger = [moved('one', 1), moved('three', 3), moved('two', 2)];
    const ids = (keep: number): string[] =>
      compareRuleSets(ledger, renfa2022, YEARLY, { keep }).most.winners.map(({ accountId }) => accountId);
    expect(ids(2)).toEqual(['three', 'two']);
    expect(ids(10)).toEqual(['three', 'two', 'one']);
    expect(ids(0)).toEqual([]);
  });
});

describe('points that lapse', () => {
  const lapsing = withReading(renfa2022, 'carry-over', 'year-end');
  const ledger = [
    run([open('resident'), ...hardMatters(2, '2023-05-01'), credit('other', 'm', '2024-02-01')]).events,
  ];

  test('leave the balances and count as a change', () => {
    const comparison = compareRuleSets(ledger, renfa2022, lapsing);
    expect(comparison).toMatchObject({ changed: 1, winners: 0, losers: 0 });
    expect(comparison.totals.redeemable).toEqual({ a: 6, b: 1 });
    expect(comparison.totals.assessment).toEqual({ a: 6, b: 6 });
  });

  test('are counted on the requested day', () => {
    const comparison = compareRuleSets(ledger, renfa2022, lapsing, { on: '2025-01-01' });
    expect(comparison.totals.redeemable).toEqual({ a: 6, b: 0 });
  });
});

describe('histories', () => {
  test('are read one at a time, each only once', () => {
    const pulled: string[] = [];
    function* histories(): Generator<Iterable<BankEvent>> {
      for (const history of LEDGER) {
        pulled.push(history[0]?.data.accountId ?? '');
        yield (function* () {
          yield* history;
        })();
      }
    }
    const accounts = compareAccounts(histories(), renfa2022, YEARLY);
    expect(pulled).toEqual([]);
    expect(accounts.next().value?.accountId).toBe('claimer');
    expect(pulled).toEqual(['claimer']);
    expect(accounts.next().value?.accountId).toBe('spender');
    expect(pulled).toEqual(['claimer', 'spender']);
    pulled.length = 0;
    const done: string[] = [];
    compareRuleSets(histories(), renfa2022, YEARLY, {
      onAccount: ({ accountId }) => {
        done.push(accountId);
        expect(pulled).toEqual(done);
      },
    });
    expect(done).toEqual(['claimer', 'spender', 'bystander']);
  });

  test('from a store are left unchanged, and their comparison is frozen', () => {
    const ledger = stored(LEDGER) as BankEvent[][];
    const comparison = compareRuleSets(ledger, renfa2022, REFUSED);
    expect(openParts(comparison)).toEqual([]);
    expect(ledger.flat().some((event) => Object.isFrozen(event) || Object.isFrozen(event.data))).toBe(false);
  });

  test('without an opening are skipped', () => {
    const [, ...rest] = BYSTANDER;
    expect(compareRuleSets([rest, [], CLAIMER], renfa2022, YEARLY).accounts).toBe(1);
  });
});

test('an account’s comparison equals the results of its two replays', () => {
  const history = run([
    open('resident'),
    ...['a', 'b', 'c', 'd'].map((post, i) => claim(post, `${2023 + (i % 2)}-05-01`)),
    correct('c1', -1, '2024-06-01', { corrects: 'd', item: 'claim' }),
  ]).events;
  const [account] = compareAccounts([history], renfa2022, YEARLY);
  expect(account?.assessment).toEqual({
    a: assessment(replay(history, renfa2022).account),
    b: assessment(replay(history, YEARLY).account),
  });
});

describe('bounds that the compared rules loosen', () => {
  const settling = (comparison: ReturnType<typeof compareRuleSets>) =>
    comparison.loosened.map(({ bound, clause, path, answers }) => ({
      bound,
      clause,
      path,
      answers: answers.map(({ how, reading, answer }) => `${how} ${reading}=${answer}`),
    }));

  test('name the clause, the part, and the answers that allow it or take it back', () => {
    const comparison = compareRuleSets([], renfa2022, YEARLY);
    const answers = [
      'allows claim-cap-window=calendar-year',
      'allows claim-cap-window=half-year',
      'allows community-bounds=allowed',
      'takes-back claim-cap-window=life',
    ];
    expect(settling(comparison)).toEqual(
      ['community-party-member', 'in-service-party-member', 'resident'].map((role) => ({
        bound: 'claims',
        clause: '2.3.1.2',
        path: `roles.${role}.limits.claims`,
        answers,
      })),
    );
    const { empty, finish } = comparisonReducer(renfa2022, YEARLY);
    expect(finish(empty()).loosened).toEqual(comparison.loosened);
  });

  test('are allowed by nothing but other rules where no answer speaks of them', () => {
    const higher = {
      ...renfa2022,
      readings: {},
      redemption: { ...renfa2022.redemption, limits: visitsAPeriod(2) },
    };
    const { readings: _, ...rest } = renfa2022;
    const [place] = compareRuleSets([], { ...rest, readings: {} }, higher).loosened;
    expect(place).toMatchObject({ kind: 'redemption', path: 'redemption.period', answers: [] });
    expect(explain(place as NonNullable<typeof place>, enReports)).not.toContain('read so');
    expect(compareRuleSets([], YEARLY, renfa2022).loosened).toEqual([]);
  });

  test('are allowed already where the base reads it so', () => {
    const allowed = withReading(renfa2022, 'community-bounds', 'allowed');
    const [place] = settling(
      compareRuleSets([], allowed, withReading(allowed, 'redemption-period', 'quarter')),
    );
    expect(place?.answers.filter((answer) => answer.startsWith('allows'))).not.toContain(
      'allows community-bounds=allowed',
    );
  });

  test('are said in every language', () => {
    const [place] = compareRuleSets([], renfa2022, YEARLY).loosened;
    const said = ([enReports, zhCNReports, jaReports] as const).map((pack) =>
      explain(place as NonNullable<typeof place>, pack, renfa2022),
    );
    expect(said).toMatchInlineSnapshot(`
      [
        "role 'community party member', limit 'claims of posts and projects' is looser than 'claims up to 3 points in all' (clause 2.3.1.2): it has to stay within 3 over the same time or longer. Allowed if read so: 'Claims count up to 3 points in all: over what time?' – 'in each calendar year'; 'Claims count up to 3 points in all: over what time?' – 'in each half-year'; 'May a community's rules be looser than the subdistrict's?' – 'yes, listed as a deviation'. Taken back if read so: 'Claims count up to 3 points in all: over what time?' – 'for life: the text names no period'.",
        "类别“社区党员”·上限“认领岗位或项目”宽于“认领累计不超过 3 分”（条款二（三）1（2））：在同样或更长的期间内应不超过 3。作以下解释则允许：“认领累计不超过 3 分：按多长时间累计？”取“每自然年累计”；“认领累计不超过 3 分：按多长时间累计？”取“每半年累计”；“社区细则可否宽于街道规定？”取“可以，但列为差异”。作以下解释则不再放宽：“认领累计不超过 3 分：按多长时间累计？”取“终身累计（文件未规定期限）”。",
        "区分「社区党员」・上限「认领岗位或项目」は「认领累计不超过 3 分」（条項 2.3.1.2）より緩くなっています：同じかより長い期間で3以内でなければなりません。次の解釈なら認められます：「认领累计不超过 3 分：按多长时间累计？」を「每自然年累计」とする；「认领累计不超过 3 分：按多长时间累计？」を「每半年累计」とする；「社区细则可否宽于街道规定？」を「可以，但列为差异」とする。次の解釈なら緩和されません：「认领累计不超过 3 分：按多长时间累计？」を「终身累计（文件未规定期限）」とする。",
      ]
    `);
  });
});
