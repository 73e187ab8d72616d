import { describe, expect, test } from 'vitest';
import {
  type BankEvent,
  deviations,
  evolve,
  fold,
  initialAccount,
  type RuleSet,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { accountFor, anyBank, commandOf, entered, HOLDERS, OFFICES, under } from '../support/authority.js';

/* What goes with the persons at an office beside who may: retries, readings, what is kept, and deviations. */

describe('the guards hold for a command that was entered before', () => {
  const strict = withReading(withReading(renfa2022, 'self-issue', 'refused'), 'approval', 'two-person');
  const [holder] = HOLDERS;
  const by = { ...OFFICES[0], recorder: '0007', approvedBy: '0008' };
  const open = accountFor(renfa2022, holder);

  test.each([
    [{}, 'recorder-not-named'],
    [{ recorder: 'v1', approvedBy: '0008' }, 'self-issue'],
    [{ recorder: '0007' }, 'approval-missing'],
    [{ recorder: '0007', approvedBy: '0007' }, 'approval-by-recorder'],
    [{ recorder: '0009', approvedBy: '0008' }, 'retried'],
    // Another approval is not the same command: it would not be on record.
    [{ recorder: '0007', approvedBy: '0010' }, 'already-reported-in'],
  ] as const)('%j: %s', (persons, became) => {
    const bank = anyBank(strict);
    const first = commandOf(renfa2022, { command: 'ReportIn', by }, holder) as { data: object };
    const held = entered(bank.decideUnknown(first, open), open);
    const again = { ...first, data: { ...first.data, by: { ...OFFICES[0], ...persons } } };
    const decision = bank.decideUnknown(again, held);
    expect(decision.accepted ? 'retried' : decision.refusal.code).toBe(became);
    if (decision.accepted) expect(decision.events).toEqual([]);
  });

  test('an opening sent again has to name the same person', () => {
    const bank = anyBank(renfa2022);
    const opening = (memberId?: string): unknown => {
      const data = {
        ...(commandOf(renfa2022, { command: 'OpenAccount', by }, holder) as { data: object }).data,
      };
      return { type: 'OpenAccount', data: { ...data, ...(memberId && { memberId }) } };
    };
    const outcome = (first?: string, second?: string): string => {
      const account = entered(bank.decideUnknown(opening(first), initialAccount), initialAccount);
      const decision = bank.decideUnknown(opening(second), account);
      return decision.accepted ? `${decision.events.length}` : decision.refusal.code;
    };
    expect(outcome('0412', '0412')).toBe('0');
    expect(outcome()).toBe('0');
    // The account's own id stands for the person where nobody is named.
    expect([outcome('v1'), outcome(undefined, 'v1')]).toEqual(['0', '0']);
    for (const pair of [['0412'], [undefined, '0412'], ['0412', '0413']] as const) {
      expect(outcome(...pair)).toBe('account-already-open');
    }
  });
});

describe('what decides names the readings that it rests on', () => {
  const refused = withReading(renfa2022, 'self-issue', 'refused');
  const two = withReading(renfa2022, 'approval', 'two-person');
  const both = withReading(refused, 'approval', 'two-person');
  const [SELF, TWO] = [{ 'self-issue': 'refused' }, { approval: 'two-person' }];

  test.each([
    ['refused alone', refused, {}, SELF],
    ['refused alone', refused, { recorder: 'v1' }, SELF],
    ['refused alone, accepted', refused, { recorder: '0007' }, SELF],
    ['two-person alone', two, {}, TWO],
    ['two-person alone', two, { recorder: '0007' }, TWO],
    ['two-person alone', two, { recorder: '0007', approvedBy: '0007' }, TWO],
    ['two-person alone, accepted', two, { recorder: '0007', approvedBy: '0008' }, TWO],
    [
      'two-person alone, by the member',
      two,
      { recorder: 'v1', approvedBy: '0008' },
      { ...TWO, 'self-issue': 'allowed' },
    ],
    [
      'two-person alone, approved by the member',
      two,
      { recorder: '0007', approvedBy: 'v1' },
      { ...TWO, 'self-issue': 'allowed' },
    ],
    ['both', both, {}, { ...SELF, ...TWO }],
    ['both', both, { recorder: 'v1', approvedBy: '0008' }, SELF],
    ['both', both, { recorder: '0007', approvedBy: 'v1' }, { ...SELF, ...TWO }],
    ['both', both, { recorder: '0007' }, TWO],
    ['both, accepted', both, { recorder: '0007', approvedBy: '0008' }, { ...SELF, ...TWO }],
    ['neither', renfa2022, {}, {}],
    ['neither', renfa2022, { recorder: '0007', approvedBy: '0008' }, {}],
    ['neither, by the member', renfa2022, { recorder: 'v1' }, { 'self-issue': 'allowed' }],
    [
      'neither, approved by the recorder',
      renfa2022,
      { recorder: '0007', approvedBy: '0007' },
      { approval: 'one-person' },
    ],
  ] as const)('%s', (_name, ruleSet, persons, readings) => {
    const [holder] = HOLDERS;
    const by = { ...OFFICES[0], ...persons };
    const decision = anyBank(ruleSet).decideUnknown(
      commandOf(ruleSet, { command: 'OpenAccount', by }, holder),
      initialAccount,
    );
    const rested = decision.accepted ? decision.events[0]?.data.readings : decision.refusal.readings;
    const asked = Object.entries(rested ?? {}).filter(([id]) => id === 'self-issue' || id === 'approval');
    expect(Object.fromEntries(asked)).toEqual(readings);
  });

  test('the person whom a refusal is about is the recorder before the approver', () => {
    const [, holder] = HOLDERS;
    const facts = (persons: object): unknown => {
      const by = { ...OFFICES[0], ...persons };
      const decision = anyBank(both).decideUnknown(
        commandOf(both, { command: 'OpenAccount', by }, holder),
        initialAccount,
      );
      return decision.accepted ? undefined : decision.refusal.facts;
    };
    expect(facts({ recorder: '0412', approvedBy: '0412' })).toEqual({ memberId: '0412', person: 'recorder' });
    expect(facts({ recorder: '0007', approvedBy: '0412' })).toEqual({ memberId: '0412', person: 'approver' });
  });
});

describe('the member', () => {
  test('is kept in the opening and in the account, and is nowhere where nobody is named', () => {
    const bank = anyBank(renfa2022);
    const seen = HOLDERS.map((holder) => {
      const opening = commandOf(renfa2022, { command: 'OpenAccount', by: OFFICES[0] }, holder);
      const decision = bank.decideUnknown(opening, initialAccount);
      const events: readonly BankEvent[] = decision.accepted ? decision.events : [];
      return [events[0]?.data, fold(events), evolve(initialAccount, events[0] as BankEvent)].map((of) =>
        Object.hasOwn(of as object, 'memberId') ? (of as { memberId: string }).memberId : 'nowhere',
      );
    });
    expect(seen).toEqual([
      ['nowhere', 'nowhere', 'nowhere'],
      ['0412', '0412', '0412'],
    ]);
  });
});

describe('a community that asks more, or less, of persons', () => {
  test('files it as a deviation, stricter or looser', () => {
    const strict = under(renfa2022, { self: 'refused', approval: 'two-person' });
    const told = (from: RuleSet, to: RuleSet): unknown =>
      deviations(from, to).map(({ clause, path, kind }) => [clause, path, kind]);
    const lax = under(renfa2022, { self: 'allowed', approval: 'one-person' });
    expect(told(lax, strict)).toEqual([
      ['2.3', 'authority.self', 'stricter'],
      ['2.3', 'authority.approval', 'stricter'],
    ]);
    expect(told(strict, lax)).toEqual([
      ['2.3', 'authority.self', 'looser'],
      ['2.3', 'authority.approval', 'looser'],
    ]);
  });
});
