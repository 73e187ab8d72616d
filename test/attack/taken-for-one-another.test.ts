import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Account, evolve, fold, fromSnapshot, initialAccount, snapshot } from '../../src/index.js';
import { stored } from '../support/checks.js';
import {
  correct,
  credit,
  hardMatters,
  open,
  outcomes,
  redeem,
  reverse,
  SUBDISTRICT,
} from '../support/history.js';
import { BANK, SUBJECTS, type Subject } from '../support/hostile.js';
import { scaled } from './scale.js';

/*
 * A command sent again under its id is a retry if it says the same, and no other way leads to that answer. Whoever sends another command
 * under a used id tries everything that may be taken for what was sent first: line breaks, tabs and quotes that look like the seams
 * between fields, parts moved from one field into the next, and texts that differ in their last character alone.
 */

type Fields = { readonly [field: string]: unknown };
type Sent = { readonly type: string; readonly data: Fields };

const FIRST_REFUSED = 'the first is refused';

/** What became of a command, after another one on an account. */
function answer(account: Account, first: Sent, second: Sent): string {
  const decision = BANK.decideUnknown(first, account);
  if (!decision.accepted || decision.events.length === 0) return FIRST_REFUSED;
  // As a store gives it back, and from a snapshot: what was sent is compared with what is kept of it.
  const after = fromSnapshot(stored(snapshot(fold(stored(decision.events), account), 1)));
  const again = BANK.decideUnknown(second, after);
  if (!again.accepted) return again.refusal.code;
  return again.events.length === 0 ? 'retried' : 'accepted';
}

const SEAMS = ['\n', '\t', ' ', ',', '","', '":"', '|', '\\n', '\n\n', '\n\n\n\n'];
const WORDS = [
  'a',
  'b',
  '1',
  '-1',
  '2',
  'base',
  'haircut',
  'linan',
  'community',
  'subdistrict',
  '2023-02-01',
  'undefined',
];

/** Ids, and free texts that look like several fields. */
const anId = fc.constantFrom(...WORDS, 'a b', 'a,b', '"a"', "a'", '[]', '{}', '\\n', '__proto__', 'null');
const aText = fc
  .array(fc.constantFrom(...WORDS, ...SEAMS), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');
const aDay = fc.constantFrom('2023-01-14', '2023-02-01', '2023-02-02');
const aBy = fc.record(
  {
    office: fc.constantFrom('community', 'subdistrict'),
    communityId: fc.constant('linan'),
    approvedBy: anId,
    recorder: anId,
  },
  { requiredKeys: ['office'] },
);
const lines = fc
  .uniqueArray(fc.constantFrom('haircut', 'repair', 'tea'), { minLength: 1 })
  .chain((ids) =>
    fc.tuple(...ids.map((rewardId) => fc.constantFrom(1, 2).map((quantity) => ({ rewardId, quantity })))),
  );

/** What a field may be changed to; of fields that are not here, the id of the entry is kept, and the rest as it is. */
const OTHERS: { readonly [field: string]: fc.Arbitrary<unknown> } = {
  on: aDay,
  by: aBy,
  reason: aText,
  note: aText,
  postId: anId,
  memberId: anId,
  difficulty: fc.constantFrom('base', 'hard'),
  catalogue: fc.constantFrom('safety', 'lectures', 'party-life'),
  clause: fc.constantFrom('2.3.3.3', '2.3.3.4', '3'),
  points: fc.constantFrom(-1, -2, 1, 2),
  corrects: anId,
  item: fc.constantFrom('activity', 'affairs'),
  lines,
  collectedBy: anId,
  kind: fc.constantFrom('post', 'project'),
  until: aDay,
  from: aDay,
  ground: fc.constant('dishonesty'),
  to: anId,
  continuedBy: anId,
  colour: fc.constantFrom('blue', 'red'),
  role: fc.constantFrom('resident', 'community-party-member'),
  communityId: fc.constantFrom('linan', 'beishan'),
  formComplete: fc.constant(true),
};

/** Fields that name the entry: they stay, so that the second command comes under the id of the first. */
const NAMING = ['accountId', 'matterId', 'correctionId', 'redemptionId', 'reversalId', 'transferId', 'barId'];

/** Other commands under the same name: some fields otherwise, and some left out that may be. */
function other({ type, data, fields }: Subject): fc.Arbitrary<Sent> {
  const changes = Object.entries(fields).flatMap(([name, { optional }]) => {
    const to = OTHERS[name];
    if (NAMING.includes(name) || (type === 'ClaimPost' && name === 'postId') || to === undefined) return [];
    const rest = optional ? [{ weight: 1, arbitrary: fc.constant(undefined) }] : [];
    const kept = { weight: 3, arbitrary: fc.constant(data[name]) };
    return [[name, fc.oneof(kept, { weight: 1, arbitrary: to }, ...rest)] as const];
  });
  return fc.record(Object.fromEntries(changes)).map((changed) => ({ type, data: { ...data, ...changed } }));
}

/** What of a command makes it this one, by the documentation: everything that it says, but for what follows from the rest. */
function meaning({ type, data }: Sent, full: Sent): string {
  const { by, clause: _c, recordedOn: _r, formComplete: _f, colour: _o, item, ...rest } = data;
  const { office, communityId, approvedBy } = by as Record<string, string | undefined>;
  // The offices of the account's own community are not told apart, and the office of a transfer, a closing, … is not part of it.
  const said: Fields = { ...rest, office: communityId === undefined ? office : 'own', approvedBy };
  // A correction may leave the item out.
  const named = type === 'CorrectScore' ? (item ?? full.data.item) : item;
  return JSON.stringify(
    Object.entries({ ...said, item: named })
      .filter(([, value]) => value !== undefined)
      .sort(),
  );
}

/** Commands whose fields are all kept, so that any difference makes another one. */
const COMPARED = [
  'CreditActivity',
  'ClaimPost',
  'RedeemPoints',
  'CorrectScore',
  'ReverseEntry',
  'BarAccount',
];

describe('another command under the same id is never a retry', () => {
  const runs = scaled(300, 20_000);

  test.each(SUBJECTS.filter(({ type }) => COMPARED.includes(type)))('$type', (subject) => {
    const answers = new Map<string, number>();
    fc.assert(
      fc.property(
        other(subject),
        other(subject),
        fc.subarray(Object.keys(subject.fields)),
        (first, changes, fields) => {
          const changed = Object.fromEntries(fields.map((field) => [field, changes.data[field]]));
          const second = { ...first, data: { ...first.data, ...changed } };
          const outcome = answer(subject.account, first, second);
          answers.set(outcome, (answers.get(outcome) ?? 0) + 1);
          if (outcome === 'retried') expect(meaning(second, first)).toBe(meaning(first, second));
          if (JSON.stringify(first) === JSON.stringify(second))
            expect(['retried', FIRST_REFUSED]).toContain(outcome);
        },
      ),
      { numRuns: runs, seed: 3 },
    );
    expect(answers.get('retried')).toBeGreaterThan(0);
    expect(runs - (answers.get(FIRST_REFUSED) ?? 0)).toBeGreaterThan(runs / 50);
  });
});

describe('the clever ones', () => {
  const setting = [open('resident'), ...hardMatters(3, '2023-01-20', 'work')];
  const last = (first: unknown, second: unknown): unknown => outcomes([...setting, first, second]).at(-1);

  test('-500 under the id of a -1', () => {
    const rich = correct('rich', 900, '2023-03-01');
    const first = correct('slip', -1, '2023-04-01');
    const seen = new Set<unknown>();
    for (const more of [
      {},
      ...SEAMS.map((seam) => ({ reason: `-1${seam}核实后更正` })),
      { reason: '-1\n\n\nsubdistrict\n\n核实后更正' },
      { corrects: '-1' },
      { by: { ...SUBDISTRICT, approvedBy: '-1' } },
      { points: -500, on: '2023-04-01' },
    ]) {
      seen.add(outcomes([...setting, rich, first, correct('slip', -500, '2023-04-01', more)]).at(-1));
      for (const points of ['-1', -1.0000000000000002, [-1], { valueOf: () => -1 }, -1n]) {
        seen.add(
          outcomes([...setting, rich, first, correct('slip', -1, '2023-04-01', { ...more, points })]).at(-1),
        );
      }
    }
    // -1.0000000000000002 is another number, and -1 in another form is none.
    expect([...seen].sort()).toEqual(['duplicate-correction', 'invalid-command']);
  });

  test('long texts that differ in one character, wherever it stands', () => {
    const long = 'x'.repeat(2_000);
    const first = correct('slip', -1, '2023-04-01', { reason: long });
    expect(last(first, first)).toBe('retried');
    const places = scaled(
      [0, 1, 31, 32, 63, 64, 127, 128, 1_000, 1_998, 1_999],
      [...long].map((_, at) => at),
    );
    for (const at of places) {
      const reason = `${long.slice(0, at)}y${long.slice(at + 1)}`;
      expect(last(first, correct('slip', -1, '2023-04-01', { reason }))).toBe('duplicate-correction');
      const noted = credit('other', 'm', '2023-03-01', { note: long, difficulty: undefined, quantity: 1 });
      const otherwise = { ...noted, data: { ...noted.data, note: reason } };
      const credited = outcomes([...setting, noted, noted, otherwise]).slice(-2);
      if (credited[0] === 'retried') expect(credited[1]).toBe('duplicate-matter');
    }
    expect(last(first, correct('slip', -1, '2023-04-01', { reason: long.slice(1) }))).toBe(
      'duplicate-correction',
    );
  });

  test('a note that reads like the fields before it', () => {
    const parts = { postId: 'p', catalogue: undefined, memberId: 'm', note: 'n' };
    const first = credit('activity', 'm1', '2023-03-01', { memberId: 'm', note: 'n' });
    const forms = ['m\n\n\nn', '\n\n\nm\n\n\nn', 'm\n\n\n\nn', 'n\nm', '\nn'];
    for (const note of forms) {
      expect(last(first, credit('activity', 'm1', '2023-03-01', { note }))).toBe('duplicate-matter');
      expect(last(first, credit('activity', 'm1', '2023-03-01', { ...parts, postId: undefined, note }))).toBe(
        'duplicate-matter',
      );
    }
  });

  test('a reason that reads like lines of a visit', () => {
    const visit = redeem('r', '2023-04-01', { haircut: 2 });
    const some = reverse('u', 'redemption', 'r', '2023-04-02', {
      reason: 'x',
      lines: [{ rewardId: 'haircut', quantity: 1 }],
    });
    for (const reason of [
      'haircut\n1\nx',
      'haircut\n\n1\n\nx',
      '\nhaircut\n1\nx',
      'haircut\t1\nx',
      '\thaircut\t1\nx',
      'haircut 1\nx',
      'r\thaircut\t1\nx',
    ]) {
      const all = reverse('u', 'redemption', 'r', '2023-04-02', { reason });
      expect(outcomes([...setting, visit, some, all]).at(-1)).toBe('duplicate-reversal');
      expect(outcomes([...setting, visit, all, some]).at(-1)).toBe('duplicate-reversal');
    }
    expect(outcomes([...setting, visit, some, some]).at(-1)).toBe('retried');
  });

  test('another clause, and another second person', () => {
    const first = credit('activity', 'm1', '2023-03-01', { clause: '2.3.3.3' });
    expect(last(first, credit('activity', 'm1', '2023-03-01', { clause: '2.3.3.4' }))).toBe('wrong-clause');
    const approved = (approvedBy: string | undefined) =>
      correct('slip', -1, '2023-04-01', {
        by: { ...SUBDISTRICT, ...(approvedBy === undefined ? {} : { approvedBy }) },
      });
    expect(last(approved('a'), approved('a'))).toBe('retried');
    for (const by of ['b', 'a ', 'A', undefined]) {
      expect(last(approved('a'), approved(by))).not.toBe('retried');
      expect(last(approved(by), approved('a'))).not.toBe('retried');
    }
  });

  test('the fields in another order, and with members that say nothing', () => {
    const first = correct('slip', -1, '2023-04-01', { corrects: undefined });
    const turned = Object.fromEntries(Object.entries(first.data).reverse());
    expect(last(first, { type: first.type, data: turned, metadata: { more: true } })).toBe('retried');
    expect(last(first, { type: first.type, data: { ...turned, points: -500 } })).toBe('duplicate-correction');
  });
});

test('the command of one account is no retry on another', () => {
  const account = [open('resident')].reduce<Account>((of, command) => {
    const decision = BANK.decideUnknown(command, of);
    return decision.accepted ? decision.events.reduce(evolve, of) : of;
  }, initialAccount);
  const decision = BANK.decideUnknown(open('resident', '2023-01-10', { accountId: 'v2' }), account);
  expect(decision.accepted).toBe(false);
});
