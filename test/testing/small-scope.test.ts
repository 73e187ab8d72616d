import { describe, expect, test } from 'vitest';
import { defineRuleSet, deriveRuleSet } from '../../src/define.js';
import { type Account, createBank, type RuleSet, withReading } from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets/renfa-2022-31/rules.js';
import { handingOnCommands, scoringCommands } from '../../src/testing/small-commands.js';
import { proveSmallScope } from '../../src/testing/small-scope.js';
import { subjectOf } from '../../src/testing/subject.js';

test('every sequence of a small world keeps the laws', () => {
  const proof = proveSmallScope(renfa2022, { depth: 4 });
  console.info(
    `${proof.sequences} sequences of up to ${proof.depth} of ${proof.commands} commands; ${proof.run} run`,
  );
  expect(proof.broken).toEqual([]);
  expect(proof.sequences).toBe(20 + 20 ** 2 + 20 ** 3 + 20 ** 4);
});

/** The laws that see what a closed account hands on, and what the account that continues it makes of it. */
const HANDING_ON = [
  'assessment-equation',
  'balance-on-every-day',
  'handed-on-whole',
  'limit-exact',
  'once-in-a-window',
  'opened-as-the-role-says',
  'redemption-within-limits',
  'service-of-claimed-post',
  'taken-up-whole',
  'uses-handed-on',
];

test.each([
  ['as the text has it', renfa2022],
  ['where corrections free room', withReading(renfa2022, 'correction-year', 'frees-room')],
])('every longer sequence that hands accounts on keeps the laws about it: %s', (_case, ruleSet) => {
  const proof = proveSmallScope(ruleSet, {
    depth: 7,
    commands: handingOnCommands(ruleSet),
    only: HANDING_ON,
  });
  console.info(
    `${proof.sequences} sequences of up to ${proof.depth} of ${proof.commands} commands; ${proof.run} run`,
  );
  expect(proof.broken).toEqual([]);
});

test('in the small world the rules are in force', () => {
  const later = deriveRuleSet(renfa2022, { inForce: { from: '2030-07-01' } });
  const { broken, run } = proveSmallScope(later, { depth: 3 });
  expect(broken).toEqual([]);
  expect(run).toBe(proveSmallScope(renfa2022, { depth: 3 }).run);
});

test('an account that does not take up the posts that it was handed is found', () => {
  const sound = subjectOf(renfa2022);
  const { broken } = proveSmallScope(renfa2022, {
    depth: 5,
    commands: handingOnCommands(renfa2022),
    only: HANDING_ON,
    subject: {
      ...sound,
      evolve: (account, event) => {
        const after = sound.evolve(account, event);
        const isContinued = event.type === 'AccountOpened' && event.data.continues !== undefined;
        return isContinued ? ({ ...after, posts: [] } as unknown as Account) : after;
      },
    },
  });
  expect(broken.map(({ law }) => law)).toEqual(['uses-handed-on']);
});

test('a sending that is one too many is found', () => {
  const title = { 'zh-CN': '每年一次', en: 'one a year' };
  const gifts = { clause: '2.2', title, counts: 'transfers', per: 'year', maximum: 1 } as const;
  const office = ['community'] as const;
  const generous: RuleSet = {
    ...renfa2022,
    authority: {
      ...renfa2022.authority,
      offices: { ...renfa2022.authority.offices, TransferPoints: office, ReceivePoints: office },
    },
    transfer: { clause: '2.2', title },
  };
  const limited: RuleSet = { ...generous, transfer: { clause: '2.2', title, limits: { gifts } } };
  const only = ['sent-within-limits', 'sending-limit-told'];
  const { broken, run } = proveSmallScope(limited, { depth: 4, only });
  expect(broken).toEqual([]);
  expect(run).toBeGreaterThan(1000);
  const subject = { ...subjectOf(limited), decide: subjectOf(generous).decide };
  const found = proveSmallScope(limited, { depth: 4, only, subject }).broken;
  expect(found.map(({ law, how }) => [law, how])).toEqual([
    ['sent-within-limits', "v1 sent more than the rules allow: on 2024-01-01 'gifts' came to 2"],
  ]);
});

describe('a small world with a deduction, a limit of each kind and a condition', () => {
  const title = { en: 'Title' };
  const inYear = { title, per: 'year' } as const;
  const scored = (points: number) => ({ title, scoring: { by: 'fixed', points } }) as const;
  const hours = { by: 'quantity', unit: 'hour', unitTitle: title, points: 1 } as const;
  const helped = { ...inYear, counts: 'entries', items: ['help'], minimum: 1 } as const;
  const office = ['community'] as const;
  const world: RuleSet = defineRuleSet({
    id: 'small',
    version: '1',
    title,
    roles: {
      member: {
        title,
        items: {
          help: scored(2),
          hours: { title, scoring: hours },
          fault: scored(-2),
          asked: { ...scored(1), requires: { helped } },
        },
        limits: {
          points: { ...inYear, counts: 'points', items: ['help'], maximum: 3 },
          hours: { ...inYear, counts: 'quantity', unit: 'hour', items: ['hours'], maximum: 3 },
          deductions: { ...inYear, counts: 'deductions', items: ['fault'], maximum: 3 },
          entries: { ...inYear, counts: 'entries', items: ['asked'], maximum: 1 },
          balance: { title, counts: 'balance', maximum: 4, per: 'life' },
        },
      },
    },
    redemption: { period: { kind: 'calendar', window: 'half-year' } },
    correction: {},
    authority: {
      offices: {
        OpenAccount: office,
        CreditActivity: office,
        RedeemPoints: office,
        CorrectScore: office,
        ReverseEntry: office,
      },
    },
  });
  const commands = scoringCommands(world);

  test('keeps every law', () => {
    const { broken, run } = proveSmallScope(world, { depth: 4, commands });
    expect(broken).toEqual([]);
    expect([commands.length, run]).toEqual([12, 708]);
  });

  const member = world.roles.member as RuleSet['roles'][string];
  const without = (id: string): RuleSet => {
    const { [id]: _, ...limits } = member.limits;
    const items =
      id === 'asked' ? { ...member.items, asked: { ...member.items.asked, requires: {} } } : member.items;
    return { ...world, roles: { member: { ...member, limits, items } as typeof member } };
  };

  test.each([
    ['points', 'limit-kept'],
    ['points', 'limit-exact'],
    ['hours', 'limit-exact'],
    ['deductions', 'limit-exact'],
    ['entries', 'limit-exact'],
    ['balance', 'limit-exact'],
    ['asked', 'conditions-met'],
  ])('needs each of them: %s, by %s', (id, law) => {
    const { decideUnknown } = createBank(without(id), { handbook: subjectOf(world).handbook });
    const subject = { ...subjectOf(world), decide: decideUnknown };
    expect(
      proveSmallScope(world, { depth: 4, commands, subject, only: [law] }).broken.map((one) => one.law),
    ).toEqual([law]);
  });
});
