import assert from 'node:assert/strict';
import { describe, expect, test } from 'vitest';
import { type BankEvent, createBank, initialAccount } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { type EqualityAssertion, specification } from '../../src/testing.js';

const bank = createBank(renfa2022);
const by = { office: 'community', communityId: 'linan' } as const;
const open = {
  type: 'OpenAccount',
  data: { accountId: 'v1', role: 'resident', communityId: 'linan', on: '2023-03-01', formComplete: true, by },
} as const;
const credit = (matterId: string) =>
  ({
    type: 'CreditActivity',
    data: { accountId: 'v1', item: 'activity', matterId, difficulty: 'base', on: '2023-04-01', by },
  }) as const;

function eventOf(decision: ReturnType<typeof bank.decide>): BankEvent {
  const event = decision.accepted ? decision.events[0] : undefined;
  if (event === undefined) throw new Error('it led to no event');
  return event;
}

const opened = eventOf(bank.decide(open, initialAccount));

describe.each<[string, EqualityAssertion]>([
  ['node:assert', assert.deepStrictEqual],
  ['vitest', (actual, expected) => expect(actual).toStrictEqual(expected)],
])('given, when, then with %s', (_library, equal) => {
  const spec = specification(bank, equal);

  test('passes for exactly the events that happened', () => {
    spec.given([]).when(open).then([opened]);
    spec.given([opened]).when(open).then([]);
    spec.given([open]).when(open).then([]);
    spec
      .given([opened])
      .when(credit('m'))
      .then(spec.given([open]).when(credit('m')).events());
  });

  test('passes for exactly the refusal', () => {
    spec.given([]).when(credit('m')).thenRefused('account-not-open');
    spec
      .given([opened, credit('m')])
      .when({ ...credit('m'), type: 'Nothing' })
      .thenRefused('invalid-command');
  });

  const outcome = spec.given([]).when(open);
  const { points: _points, ...without } = opened.data as BankEvent['data'] & { points: number };
  test.each<[string, () => void]>([
    ['no events', () => outcome.then([])],
    ['an event twice', () => outcome.then([opened, opened])],
    ['a field missing', () => outcome.then([{ ...opened, data: without } as unknown as BankEvent])],
    [
      'a field more',
      () => outcome.then([{ ...opened, data: { ...opened.data, more: 1 } } as unknown as BankEvent]),
    ],
    ['another value', () => outcome.then([{ ...opened, data: { ...opened.data, points: 2 } } as BankEvent])],
    ['no metadata', () => outcome.then([{ type: opened.type, data: opened.data } as BankEvent])],
    ['a refusal where it was accepted', () => outcome.thenRefused('account-already-open')],
    ['events where it was refused', () => spec.given([]).when(credit('m')).then([opened])],
    ['nothing where it was refused', () => spec.given([]).when(credit('m')).then([])],
    ['another refusal', () => spec.given([]).when(credit('m')).thenRefused('unknown-role')],
    [
      'a history that is refused',
      () =>
        spec
          .given([credit('m')])
          .when(open)
          .then([opened]),
    ],
  ])('fails for %s', (_wrong, check) => {
    expect(check).toThrow();
  });
});

test('events in another order fail', () => {
  const changed = { ...opened, data: { ...opened.data, on: '2023-03-02' } } as BankEvent;
  const reversed = {
    ruleSet: renfa2022,
    decideUnknown: () => ({ accepted: true, events: [changed, opened], warnings: [] }) as const,
  };
  const spec = specification(reversed, assert.deepStrictEqual);
  expect(() => spec.given([]).when(open).then([opened, changed])).toThrow();
  spec.given([]).when(open).then([changed, opened]);
});
