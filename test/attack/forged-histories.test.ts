import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SealError, seal, verifyChain, verifyDecisions } from '../../src/audit.js';
import {
  type BankEvent,
  fold,
  foldAccounts,
  HistoryError,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { communityRegister, findAnomalies, ReportError, statement } from '../../src/reports.js';
import * as shipped from '../../src/rule-sets.js';
import { arbitraries, runCommands, subjectOf } from '../../src/testing.js';
import { stored } from '../support/checks.js';
import { HANDBOOK } from '../support/handbook.js';
import { credit, hardMatters, open, redeem, reverse, run } from '../support/history.js';
import { scaled } from './scale.js';

/*
 * Histories that no bank decided. An event that stands and is given once more is detected by the fold and by every report; points beyond what
 * is exact are told; and a head of another form never lets a chain pass that was cut. Tampering with sealed events has its own program:
 * test/audit/tampering.test.ts.
 */

/** A scheme in which everything happens that can happen to an account. */
const LIVELY: RuleSet = (() => {
  const base = withReading(shipped.renfa2022 as RuleSet, 'verification', 'apart');
  const offices = { ...base.authority.offices, TransferPoints: ['community'], ReceivePoints: ['community'] };
  const all = { ...offices, BarAccount: ['community'] };
  return {
    ...base,
    authority: { ...base.authority, offices: all },
    transfer: { clause: '4.2', title: { en: 'transfer' } },
    ineligibility: { dishonesty: { clause: '3', title: { en: 'dishonesty' } } },
  } as unknown as RuleSet;
})();

const RULE_SETS = [LIVELY, shipped.renfa2022, shipped.timeBank, shipped.luohe] as readonly RuleSet[];

/** Histories of so many accounts that were decided. */
function histories(count: number): readonly (readonly BankEvent[])[] {
  return RULE_SETS.flatMap((ruleSet) => {
    const subject = subjectOf(ruleSet);
    return fc
      .sample(arbitraries(ruleSet).commands, { numRuns: count, seed: 5 })
      .map((commands) => stored(runCommands(subject, commands).events));
  });
}

const HISTORIES = histories(scaled(12, 400));

/** What undoes an entry, or verifies it, or closes its account: after it, the same event may be another one. */
const isUndoing = ({ type }: BankEvent): boolean => type === 'EntryReversed' || type === 'EntryVerified';

/** A history with one of its events once more, so many places later. */
function repeated(events: readonly BankEvent[], at: number, to: number): BankEvent[] {
  return events.toSpliced(to + 1, 0, events[at] as BankEvent);
}

const REPORTS: readonly (readonly [name: string, report: (events: BankEvent[]) => unknown])[] = [
  ['communityRegister', (events) => communityRegister(events, { on: '2030-12-31' })],
  ['findAnomalies', (events) => findAnomalies(events)],
];

describe('an event that is given once more', () => {
  const seen = new Map<string, number>();

  test('is detected by the fold and by reports, at once and later', () => {
    for (const events of HISTORIES) {
      for (const [at, event] of events.entries()) {
        for (const to of new Set([at, Math.floor((at + events.length - 1) / 2), events.length - 1])) {
          const isUndone = events.slice(at + 1, to + 1).some(isUndoing);
          if (isUndone) continue;
          const forged = repeated(events, at, to);
          expect(() => foldAccounts(forged), JSON.stringify(event)).toThrow(HistoryError);
          for (const [name, report] of REPORTS)
            expect(() => report(forged), `${name} ${JSON.stringify(event)}`).toThrow(ReportError);
          const { accountId } = event.data;
          const own = { accountId, from: '2000-01-01', to: '2030-12-31' };
          expect(() => statement(forged, own)).toThrow(ReportError);
          seen.set(event.type, (seen.get(event.type) ?? 0) + 1);
        }
      }
    }
  });

  test('was of every type', () => {
    expect([...seen.keys()].sort()).toEqual([
      ...['AccountBarred', 'AccountClosed', 'AccountOpened', 'ActivityCredited', 'EntryReversed'],
      ...['EntryVerified', 'PointsReceived', 'PointsRedeemed', 'PointsSent', 'PostClaimed', 'PostReleased'],
      'ScoreCorrected',
    ]);
  });
});

test('an entry that was reversed, entered anew and given twice is told as well', () => {
  const commands = [
    open('resident'),
    credit('activity', 'm1', '2023-02-01'),
    reverse('u1', 'matter', 'm1', '2023-03-01', { reverses: { kind: 'matter', id: 'm1', item: 'activity' } }),
    credit('activity', 'm1', '2023-02-02'),
  ];
  const { events } = run(commands);
  expect(events).toHaveLength(4);
  const own = { from: '2000-01-01', to: '2030-12-31' };
  expect(statement(events, own)?.closing.redeemable).toBe(2);
  const forged = repeated(events, 3, 3);
  expect(() => foldAccounts(forged)).toThrow(HistoryError);
  expect(() => statement(forged, own)).toThrow(ReportError);
  for (const [, report] of REPORTS) expect(() => report(forged)).toThrow(ReportError);
});

test('a reward that the handbook does not have is detected by an audit', () => {
  const { events } = run([
    open('resident'),
    ...hardMatters(2, '2023-01-11'),
    redeem('r', '2023-02-01', { haircut: 1 }),
  ]);
  const without = { ...HANDBOOK, rewards: HANDBOOK.rewards.slice(1) };
  expect(verifyDecisions(events, [shipped.renfa2022], { handbooks: [HANDBOOK] })).toEqual([]);
  expect(verifyDecisions(events, [shipped.renfa2022], { handbooks: [without] })).toMatchObject([
    { fault: 'refused' },
  ]);
});

/** The events of a type that moves points, each with more points than an account of two points, or of minus two, can hold exactly. */
function tooLarge(type: BankEvent['type'], most: number): readonly BankEvent[] {
  return HISTORIES.flat().flatMap((event) => {
    if (event.type !== type || ('pending' in event.data && event.data.pending)) return [];
    const points = type === 'PointsSent' || type === 'PointsRedeemed' ? -most : most;
    return [{ ...event, data: { ...event.data, points, deducted: points } } as BankEvent];
  });
}

test.each([
  'ActivityCredited',
  'PostClaimed',
  'ScoreCorrected',
  'PointsReceived',
  'PointsSent',
  'PointsRedeemed',
] as const)('points that no sum can hold exactly are told: %s', (type) => {
  const { MAX_SAFE_INTEGER } = Number;
  for (const most of [MAX_SAFE_INTEGER, -MAX_SAFE_INTEGER, 2 ** 60, -(2 ** 60), Number.NaN, 1.5]) {
    const found = tooLarge(type, most);
    expect(found.length).toBeGreaterThan(0);
    for (const event of found) {
      const { accountId } = event.data;
      const opening = HISTORIES.flat().find((one) => one.type === 'AccountOpened') as BankEvent;
      const points = most > 0 ? 2 : -2;
      const opened = { ...opening, data: { ...opening.data, accountId, points } } as BankEvent;
      expect(() => fold([opened, event]), JSON.stringify([most, event])).toThrow(HistoryError);
      if (Math.abs(most) === MAX_SAFE_INTEGER) continue;
      const period = { from: '2000-01-01', to: '2030-12-31' };
      expect(() => statement([opened, event], period), JSON.stringify(event)).toThrow(ReportError);
      expect(() => communityRegister([opened, event], { on: '2030-12-31' })).toThrow(ReportError);
    }
  }
});

test('no report adds up accounts to a sum that is not exact', () => {
  const opening = HISTORIES.flat().find((one) => one.type === 'AccountOpened') as BankEvent;
  const accounts = ['a', 'b', 'c', 'd'].map(
    (accountId) => ({ ...opening, data: { ...opening.data, accountId, points: 2 ** 51 + 1 } }) as BankEvent,
  );
  const registerOf = (events: BankEvent[]) => communityRegister(events, { on: '2030-12-31' });
  expect(registerOf(accounts.slice(0, 3)).totals.earned).toBe(3 * (2 ** 51 + 1));
  expect(() => registerOf(accounts)).toThrow(ReportError);
});

describe('a head of another form', () => {
  const chain = stored(seal((HISTORIES[0] ?? []) as BankEvent[]));
  const whole = verifyChain(chain);
  const hash = whole.ok ? whole.head : '';
  const OTHERS: readonly unknown[] = [
    ...[null, '', 'x', 0, 1, Number.NaN, true, [], {}, Symbol.iterator, () => hash, hash.toUpperCase()],
    ...[`${hash} `, hash.slice(1), `0x${hash}`, [hash], { hash }, { head: hash }, new String(hash)],
    ...[
      { head: [hash], length: chain.length },
      { head: hash, length: String(chain.length) },
    ],
    ...[
      { head: hash, length: Number.NaN },
      { head: hash, length: 1.5 },
      { head: hash, length: -0.5 },
    ],
    ...[
      Object.create({ head: hash, length: chain.length }),
      new Map([['head', hash]]),
      Promise.resolve(hash),
    ],
    ...[chain.at(-1), { toString: () => hash }, { head: { toString: () => hash }, length: chain.length }],
  ];

  test('throws, for a whole chain and for one that was cut', () => {
    expect(whole.ok && verifyChain(chain, hash).ok).toBe(true);
    for (const head of OTHERS) {
      for (const part of [chain, chain.slice(0, -1), []]) {
        expect(() => verifyChain(part, head as never), typeof head).toThrow(SealError);
      }
    }
  });
});
