import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BankEvent, EVENT_VERSIONS, type Refusal, type RuleSet, type Warning } from '../../src/index.js';
import { explain } from '../../src/words.js';
import { RICHER } from '../docs/refusal-cases.js';
import { bar, close, receive, release, reverse, send, verify } from '../living/commands.js';
import {
  claim,
  correct,
  credit,
  lastEvent,
  open,
  type Ran,
  redeem,
  reportIn,
  run,
} from '../support/history.js';
import { PACKS } from '../support/words.js';

/*
 * Whatever comes of commands in whatever order, each pack says something of it, and nothing that only a program would say.
 */

const VERIFIED_APART: RuleSet = {
  ...RICHER,
  authority: {
    ...RICHER.authority,
    offices: { ...RICHER.authority.offices, VerifyEntry: ['community'] },
  },
  verification: { clause: '2.3', title: { 'zh-CN': '积分核定', en: 'verification of entries' } },
};

const OF_V2 = { accountId: 'v2' };
const CLOSED = lastEvent(
  run([open('resident', '2023-01-10', OF_V2), close('moved', '2023-02-01', OF_V2)]),
  'AccountClosed',
);
const SENT = lastEvent(
  run([open('resident', '2023-01-10', OF_V2), send('t2', 'v1', 1, '2023-03-01', OF_V2)], { ruleSet: RICHER }),
  'PointsSent',
);

const OPENINGS = [
  open('resident'),
  open('resident', '2023-02-02', { continues: [CLOSED], recordedOn: '2023-03-01' }),
];

/** What a centre enters: each kind of command, rightly and with one thing wrong. */
const COMMANDS: readonly unknown[] = [
  claim('p1', '2023-02-03', { difficulty: 'hard' }),
  claim('p2', '2023-02-03', { difficulty: 'hard' }),
  release('p1', '2023-06-01'),
  release('p1', '2023-06-02'),
  credit('activity', 'm1', '2023-03-01'),
  credit('activity', 'm1', '2023-03-02', { memberId: 'son' }),
  credit('other', 'm1', '2023-03-01', { recordedOn: '2023-04-01' }),
  credit('activity', 'm2', '2023-07-01', { postId: 'p1' }),
  credit('activity', 'm1', '2023-07-01', { postId: 'p1' }),
  credit('affairs', 'm3', '2023-07-01', { catalogue: 'gardening' }),
  reportIn('2024-01-08', { memberId: 'son' }),
  verify({ kind: 'claim', id: 'p1' }, '2023-02-04'),
  verify({ kind: 'matter', id: 'm1' }, '2023-03-03'),
  verify({ kind: 'report-in', id: '2024-01-08' }, '2024-01-09'),
  redeem('r1', '2023-03-04', { tea: 2 }),
  redeem('r1', '2023-08-04', { haircut: 1 }),
  redeem('r2', '2024-03-04', { haircut: 1 }, { collectedBy: 'son' }),
  correct('c1', 2, '2023-03-05'),
  correct('c2', -1, '2023-03-05', { corrects: 'm1' }),
  correct('c3', -9, '2023-03-05', { corrects: 'm2' }),
  reverse('u1', { kind: 'matter', id: 'm1' }, '2023-03-06'),
  reverse('u2', { kind: 'matter', id: 'm1', item: 'other' }, '2023-03-06'),
  reverse('u3', { kind: 'claim', id: 'p1' }, '2023-03-06'),
  reverse('u4', { kind: 'report-in', id: '2024-01-08' }, '2024-12-06'),
  reverse('u5', { kind: 'redemption', id: 'r1' }, '2023-03-06', {
    lines: [{ rewardId: 'tea', quantity: 1 }],
  }),
  reverse('u6', { kind: 'redemption', id: 'r1' }, '2023-03-06'),
  reverse('u7', { kind: 'bar', id: 'b1' }, '2023-09-02', { by: { office: 'subdistrict' } }),
  reverse('u8', { kind: 'transfer', id: 't1' }, '2023-03-07'),
  reverse('u9', { kind: 'reversal', id: 'u5' }, '2023-03-07'),
  reverse('u9', { kind: 'reversal', id: 'u2' }, '2023-03-07'),
  reverse('u1', { kind: 'correction', id: 'c1' }, '2023-03-07', { by: { office: 'subdistrict' } }),
  bar('b1', 'false-entries', '2023-09-01', undefined),
  bar('b1', 'false-entries', '2023-09-01', '2023-08-01'),
  send('t1', 'v2', 1, '2023-03-06'),
  send('t1', 'v1', 1, '2023-03-06'),
  receive(SENT, 'v1', '2023-03-02'),
  receive(SENT, 'v1', '2023-02-28'),
  close('died', '2024-12-31'),
  close('moved', '2023-06-30', { continuedBy: 'v3' }),
  close('moved', '2024-12-31', { continuedBy: 'v3', recordedOn: '2024-12-01' }),
];

/** Everything that a run has to explain. */
function subjects({ steps }: Ran): (BankEvent | Refusal | Warning)[] {
  return steps.flatMap(({ decision }): (BankEvent | Refusal | Warning)[] =>
    decision.accepted ? [...decision.events, ...decision.warnings] : [decision.refusal],
  );
}

/** An id of a part of a rule set; none of them is a word of Chinese or Japanese. */
function idOfAPart(ruleSet: RuleSet): RegExp {
  const { roles, difficulties, readings, ineligibility, closing } = ruleSet;
  const inRoles = Object.values(roles).flatMap(({ items, limits }) => [
    ...Object.keys(items),
    ...Object.keys(limits),
  ]);
  const others = [roles, difficulties, readings, ineligibility, closing?.reasons ?? {}].flatMap(Object.keys);
  return new RegExp(`(?<![\\w-])(?:${[...inRoles, ...others].join('|')})(?![\\w-])`);
}

function saysNothingRaw(subject: BankEvent | Refusal | Warning, ruleSet: RuleSet, id: RegExp): void {
  for (const [locale, pack] of Object.entries(PACKS)) {
    const words = explain(subject, pack, ruleSet);
    expect(words).toMatch(locale === 'en' ? /^\S.*\.$/s : /^\S.*。$/s);
    expect(words).not.toMatch(/undefined|\[object|NaN|null/);
    if (locale !== 'en') expect(words).not.toMatch(id);
  }
}

describe.each([
  ['entries count at once', RICHER],
  ['entries are verified apart', VERIFIED_APART],
])('where %s, every decision', (_, ruleSet) => {
  test('is explained in each language, by titles alone', () => {
    const history = fc
      .record({ opening: fc.constantFrom(...OPENINGS), later: fc.shuffledSubarray([...COMMANDS]) })
      .map(({ opening, later }) => [opening, ...later]);
    const id = idOfAPart(ruleSet);
    fc.assert(
      fc.property(history, (commands) => {
        for (const subject of subjects(run(commands, { ruleSet }))) saysNothingRaw(subject, ruleSet, id);
      }),
      { numRuns: 100 },
    );
  });
});

test('every kind of event is among them', () => {
  const types = [RICHER, VERIFIED_APART].flatMap((ruleSet) =>
    OPENINGS.flatMap((opening) =>
      [COMMANDS, [...COMMANDS].reverse()].flatMap((commands) =>
        run([opening, ...commands], { ruleSet }).events.map(({ type }) => type),
      ),
    ),
  );
  expect([...new Set(types)].sort()).toEqual(Object.keys(EVENT_VERSIONS).sort());
});
