import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DecisionFinding, verifyDecisions } from '../../src/audit.js';
import {
  type BankEvent,
  digest,
  type Handbook,
  type PostClaimed,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { hailin, renfa2022 } from '../../src/rule-sets.js';
import { explain } from '../../src/words.js';
import { anyCase } from '../support/arbitraries.js';
import { openParts, stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { claim, correct, credit, hardMatters, open, redeem, reportIn, run } from '../support/history.js';
import { PACKS, type Told } from '../support/words.js';

const EVENTS = run([
  open('resident', '2023-01-10'),
  claim('gate', '2023-02-01', { difficulty: 'hard', catalogue: 'safety' }),
  claim('library', '2023-02-02', { difficulty: 'hard', kind: 'project' }),
  credit('activity', 'festival', '2023-03-01', { postId: 'gate', note: '全天' }),
  ...hardMatters(3, '2023-03-02'),
  redeem('visit', '2023-05-01', { haircut: 1, rice: 2 }),
  reportIn('2024-01-02'),
  correct('slip', -1, '2024-02-01', { corrects: 'festival' }),
]).events;

const said = (findings: readonly DecisionFinding[]) => findings.map(({ at, fault }) => [at, fault]);
const audit = (events: readonly unknown[], rules: readonly RuleSet[] = [renfa2022]) =>
  verifyDecisions(events as BankEvent[], rules);

/** The event at a place, with some of its data changed. */
function tampered(at: number, data: object): BankEvent[] {
  const event = EVENTS[at] as BankEvent;
  return EVENTS.with(at, { ...event, data: { ...event.data, ...data } } as BankEvent);
}

function differing(findings: readonly DecisionFinding[]): readonly string[] {
  return findings.flatMap((finding) => (finding.fault === 'differs' ? finding.parts : []));
}

test('any history follows from its rules, whatever they are', () => {
  fc.assert(
    fc.property(anyCase(), ({ commands, rules: { ruleSet, handbook: given } }) => {
      // These commands do not reduce the stock between accounts, as a host would.
      const handbook = { ...given, rewards: given.rewards.map(({ stock: _, ...reward }) => reward) };
      const { events } = run(commands, { ruleSet, handbook });
      expect(verifyDecisions(events, [ruleSet])).toEqual([]);
      expect(verifyDecisions(stored(events), [ruleSet], { handbooks: [handbook] })).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('each event is decided under the rules that it names', () => {
  const yearly = withReading(renfa2022, 'claim-cap-window', 'calendar-year');
  const later = run([open('resident'), claim('gate'), claim('garden', '2024-02-02')], { ruleSet: yearly });
  const mixed = [
    ...EVENTS,
    ...later.events.map((event) => ({ ...event, data: { ...event.data, accountId: 'v2' } })),
  ];
  expect(audit(mixed, [renfa2022, yearly])).toEqual([]);
  expect(said(audit(mixed, [yearly]))).toEqual(EVENTS.map((_, at) => [at, 'unknown-rule-set']));
  expect(audit(mixed, [])[0]).toMatchObject({ fault: 'unknown-rule-set', digest: digest(renfa2022) });
});

test('a scheme that counts hours is verified as well', () => {
  const hours = run(
    [
      { type: 'OpenAccount', data: { ...open('resident').data, role: 'volunteer' } },
      credit('service', 'clean-up', '2023-03-01', { difficulty: undefined, quantity: 1.5 }),
    ],
    { ruleSet: hailin },
  ).events;
  expect(hours).toHaveLength(2);
  expect(audit(hours, [hailin])).toEqual([]);
  const more = hours.with(1, { ...hours[1], data: { ...hours[1]?.data, points: 5 } } as BankEvent);
  expect(differing(audit(more, [hailin]))).toEqual(['data.points']);
});

test('−0 equals 0', () => {
  const { events } = run([open('resident'), ...['a', 'b', 'c', 'd'].map((post) => claim(post))]);
  const last = events.at(-1) as BankEvent;
  expect(audit([...events.slice(0, -1), { ...last, data: { ...last.data, points: -0 } }])).toEqual([]);
});

describe('verifyDecisions finds', () => {
  test('a part that differs, by its path', () => {
    const cases: [number, object, string[]][] = [
      [0, { points: 2 }, ['data.points']],
      [0, { colour: 'red' }, ['data.colour']],
      [0, { extra: 1 }, ['data.extra']],
      [1, { points: 3 }, ['data.points']],
      [1, { clause: '2.3.1.2' }, ['data.clause']],
      [2, { limits: undefined }, ['data.limits']],
      [
        3,
        { readings: {} },
        [
          'data.readings.service-needs-claim',
          'data.readings.activity-service-and-attendance',
          'data.readings.continuing-post',
          'data.readings.one-matter-one-item',
        ],
      ],
      [7, { deducted: 0 }, ['data.deducted']],
      [7, { balance: 100 }, ['data.balance']],
      [9, { countsOn: '2023-03-01' }, ['data.countsOn']],
      [9, { freesRoom: true }, ['data.freesRoom']],
    ];
    for (const [at, data, parts] of cases) {
      const findings = audit(tampered(at, data));
      // Later entries are decided for the account as recorded.
      expect(findings[0]).toMatchObject({ at, fault: 'differs', decided: EVENTS[at] });
      expect(differing(findings.slice(0, 1))).toEqual(parts);
    }
  });

  test('a part deep inside', () => {
    const { limits, ruleSet } = (EVENTS[2] as PostClaimed).data;
    const limit = limits?.[0];
    expect(differing(audit(tampered(2, { limits: [{ ...limit, took: 0 }] })))).toEqual([
      'data.limits[0].took',
    ]);
    expect(differing(audit(tampered(2, { ruleSet: { ...ruleSet, version: 'x' } })))).toEqual([
      'data.ruleSet.version',
    ]);
  });

  test('an entry that the rules refuse, with the refusal', () => {
    const foreign = tampered(3, { by: { office: 'community', communityId: 'beishan' } });
    expect(said(audit(foreign))).toEqual([[3, 'refused']]);
    expect(audit(foreign)[0]).toMatchObject({ refusal: { code: 'wrong-community' } });
    const impossible = tampered(3, { on: '2023-02-30' });
    expect(audit(impossible)[0]).toMatchObject({ refusal: { code: 'invalid-command' } });
    const early = tampered(3, { on: '2022-12-31' });
    expect(audit(early)[0]).toMatchObject({ at: 3, refusal: { code: 'before-opening' } });
  });

  test('an entry that is recorded twice', () => {
    const { events } = run([open('resident'), ...hardMatters(1, '2023-03-02')]);
    expect(said(audit([...events, events[1] as BankEvent]))).toEqual([[2, 'repeated']]);
    expect(said(audit([events[0], events[0], events[1]]))).toEqual([[1, 'repeated']]);
    expect(said(audit([...events, { ...events[1], data: { ...events[1]?.data, note: '又' } }]))).toEqual([
      [2, 'refused'],
    ]);
  });

  test('an entry of an account that was never opened', () => {
    expect(audit(EVENTS.slice(8))).toMatchObject([
      { at: 0, refusal: { code: 'account-not-open' } },
      { at: 1, refusal: { code: 'account-not-open' } },
    ]);
  });

  test('a forged entry, and blames no other entry for it', () => {
    // A claim with too many points leaves less room for the next. Each is checked for the account as recorded.
    const findings = audit(tampered(1, { points: 3 }));
    expect(said(findings)).toEqual([
      [1, 'differs'],
      [2, 'differs'],
      [7, 'differs'],
    ]);
    expect(differing(findings)).toContain('data.balance');
  });

  test('values that are not events, without throwing', () => {
    const odd = [
      null,
      1,
      {},
      { type: 'AccountMerged', data: {} },
      { type: 'AccountClosed', data: {} },
      { type: 'EntryReversed', data: { ruleSet: { digest: digest(renfa2022) }, accountId: 'v1' } },
      { type: 'AccountOpened' },
      { type: 'PostClaimed', data: { ruleSet: null } },
      { type: 'PointsRedeemed', data: { ruleSet: { digest: digest(renfa2022) }, accountId: 'v1' } },
      { type: '__proto__', data: {} },
    ];
    expect(said(audit([...odd, ...EVENTS]))).toEqual(odd.map((_, at) => [at, 'unreadable']));
    expect(
      said(audit([{ type: 'AccountOpened', data: { ruleSet: { digest: digest(renfa2022) } } }])),
    ).toEqual([[0, 'refused']]);
  });
});

describe('handbooks', () => {
  const visits = run([
    open('resident', '2023-01-10'),
    ...hardMatters(9, '2023-01-11'),
    redeem('first', '2023-02-01', { tea: 2 }),
    redeem('second', '2023-08-01', { tea: 1, checkup: 1 }),
  ]).events;
  const under = (...handbooks: Handbook[]) => verifyDecisions(visits, [renfa2022], { handbooks });

  test('that are not given are trusted as recorded', () => {
    expect(audit(visits)).toEqual([]);
  });

  test('that are given decide prices, consents, limits, and stock from visit to visit', () => {
    expect(under({ ...HANDBOOK, version: 'other' }, HANDBOOK)[0]).toMatchObject({
      at: visits.length - 1,
      refusal: { code: 'out-of-stock', facts: { stock: 0 } },
    });
    const dear = HANDBOOK.rewards.map((reward) =>
      reward.rewardId === 'tea' ? { ...reward, price: 2, stock: 9 } : reward,
    );
    const findings = under({ ...HANDBOOK, rewards: dear });
    expect(differing(findings.slice(0, 1))).toEqual([
      'data.lines[0].price',
      'data.lines[0].points',
      'data.points',
      'data.deducted',
    ]);
    const plenty = HANDBOOK.rewards.map((reward) => ({
      ...reward,
      ...(reward.stock === undefined ? {} : { stock: 3 }),
    }));
    expect(under({ ...HANDBOOK, rewards: plenty })).toEqual([]);
  });

  test('of an unknown version are a finding', () => {
    expect(under({ ...HANDBOOK, version: 'other' }, { ...HANDBOOK, communityId: 'beishan' })).toMatchObject([
      { fault: 'unknown-handbook', version: '2022-1' },
      { fault: 'unknown-handbook', version: '2022-1' },
    ]);
  });
});

function saidOf(finding: DecisionFinding | undefined): Told {
  const of = finding as DecisionFinding;
  return { 'zh-CN': explain(of, PACKS['zh-CN']), en: explain(of, PACKS.en) };
}

test('findings are frozen, in both languages, count from 1, and hold the host’s own event', () => {
  const events = [...tampered(0, { points: 2 }), { type: 'Noted', data: {} } as unknown as BankEvent];
  const findings = verifyDecisions(events, [renfa2022]);
  expect(findings[0]?.event).toBe(events[0]);
  expect(openParts(findings.map(({ event: _, ...rest }) => Object.freeze(rest)))).toEqual(['$']);
  expect(saidOf(findings[0])).toEqual({
    'zh-CN': '第 1 条：与按所依规则得出的不同：分值。',
    en: 'Entry 1: the rules that it names give something else: points.',
  });
  expect(saidOf(findings.at(-1))).toEqual({
    'zh-CN': `第 ${events.length} 条：不是本系统的事件，无法核验。`,
    en: `Entry ${events.length}: it is not an event of this library; it cannot be decided again.`,
  });
  const all = [
    ...verifyDecisions(EVENTS, []),
    ...verifyDecisions(EVENTS, [renfa2022], { handbooks: [] }),
    ...audit([...EVENTS, EVENTS[3]]),
    ...audit(EVENTS.slice(1)),
    ...audit(
      EVENTS.map((event) => ({ ...event, data: { ...event.data, a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 } })),
    ),
  ];
  for (const finding of all) {
    const { at } = finding;
    const text = saidOf(finding);
    expect(text['zh-CN']).toMatch(new RegExp(`^第 ${at + 1} 条：.+。$`));
    expect(text.en).toMatch(new RegExp(`^Entry ${at + 1}: .+\\.$`));
  }
  expect(saidOf(all.at(-1)).en).toMatch(/give something else: other fields\.$/);
});
