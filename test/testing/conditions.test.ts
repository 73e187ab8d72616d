import { describe, expect, test } from 'vitest';
import { defineRuleSet } from '../../src/define.js';
import { type Condition, createBank, type Decision, type RuleSet } from '../../src/index.js';
import { type Subject, subjectOf } from '../../src/testing/subject.js';
import { checkLaws, laws } from '../../src/testing.js';

/*
 * Whoever leaves out a condition breaks a law, whatever it counts; and so does who refuses for one and tells something else than there is.
 */

const title = { en: 'Title' };
const scored = (points: number) => ({ title, scoring: { by: 'fixed', points } }) as const;
const office = ['community'] as const;
const OFFICES = {
  OpenAccount: office,
  CreditActivity: office,
  RedeemPoints: office,
  CorrectScore: office,
  TransferPoints: office,
  ReceivePoints: office,
};

type Asked = Omit<Condition, 'clause' | 'title' | 'per'> & Partial<Pick<Condition, 'per'>>;

type Where = 'entry' | 'redemption' | 'sending';

/** Rules by which an entry, a redemption or a sending needs something. */
function needing(where: Where, asked: Asked): RuleSet {
  const requires = { needed: { title, per: 'life', ...asked } } as const;
  return defineRuleSet({
    id: 'needing',
    version: '1',
    title,
    roles: {
      member: {
        title,
        items: {
          help: scored(2),
          hours: { title, scoring: { by: 'quantity', unit: 'hour', unitTitle: title, points: 1 } },
          fault: scored(-1),
          asked: { ...scored(1), ...(where === 'entry' ? { requires } : {}) },
        },
      },
    },
    redemption: {
      period: { kind: 'calendar', window: 'month' },
      ...(where === 'redemption' ? { requires } : {}),
    },
    transfer: { clause: '1', title, ...(where === 'sending' ? { requires } : {}) },
    correction: {},
    authority: { offices: OFFICES },
  });
}

/** The same rules without what they need. */
function lenient(ruleSet: RuleSet): RuleSet {
  const { requires: _, ...redemption } = ruleSet.redemption;
  const transfer = { clause: '1', title };
  const { member } = ruleSet.roles as { readonly member: RuleSet['roles'][string] };
  const items = Object.entries(member.items).map(([id, { requires: __, ...item }]) => [id, item] as const);
  return {
    ...ruleSet,
    redemption,
    transfer,
    roles: { member: { ...member, items: Object.fromEntries(items) } },
  };
}

/** What breaks a law, in the commands that are drawn for it. */
function broken(ruleSet: RuleSet, law: string, subject: Partial<Subject>): readonly string[] {
  const whole = { ...subjectOf(ruleSet), ...subject };
  return checkLaws(ruleSet, { subject: whole, only: [law], numRuns: 300, seed: 1 }).broken.map(
    (one) => one.law,
  );
}

const CONDITIONS: readonly (readonly [where: Where, asked: Asked])[] = [
  ['entry', { counts: 'points', minimum: 5 }],
  ['entry', { counts: 'points', items: ['help'], per: 'month', minimum: 2 }],
  ['entry', { counts: 'deductions', maximum: 1, per: 'year' }],
  ['entry', { counts: 'entries', items: ['help'], per: { last: 3, of: 'months' }, minimum: 1 }],
  ['entry', { counts: 'quantity', unit: 'hour', minimum: 1 }],
  ['entry', { counts: 'months', items: ['help'], minimum: 2 }],
  ['entry', { counts: 'balance', minimum: 2, maximum: 4 }],
  ['entry', { counts: 'visits', maximum: 1 }],
  ['entry', { counts: 'rewards', rewards: ['haircut'], maximum: 1 }],
  ['entry', { counts: 'redeemed', per: 'half-year', minimum: 1 }],
  ['redemption', { counts: 'balance', minimum: 5 }],
  ['redemption', { counts: 'entries', per: { before: 'half-year' }, minimum: 1 }],
  ['redemption', { counts: 'rewards', maximum: 2 }],
  ['entry', { counts: 'sent', minimum: 1 }],
  ['redemption', { counts: 'transfers', per: 'year', minimum: 1 }],
  ['sending', { counts: 'balance', minimum: 5 }],
  ['sending', { counts: 'sent', per: { last: 400, of: 'days' }, maximum: 1 }],
];

describe.each(CONDITIONS)('an %s that needs %j', (where, asked) => {
  const ruleSet = needing(where, asked);
  const sound = subjectOf(ruleSet);

  test('keeps the laws', () => {
    expect(broken(ruleSet, 'conditions-met', {})).toEqual([]);
    expect(broken(ruleSet, 'condition-told', {})).toEqual([]);
  });

  test('is found where it is left out', () => {
    const { decideUnknown: decide } = createBank(lenient(ruleSet), { handbook: sound.handbook });
    expect(broken(ruleSet, 'conditions-met', { decide })).toEqual(['conditions-met']);
  });

  test('is found where something else is told', () => {
    const decide: Subject['decide'] = (...given) => toldMore(sound.decide(...given));
    expect(broken(ruleSet, 'condition-told', { decide })).toEqual(['condition-told']);
  });
});

function toldMore(decision: Decision): Decision {
  if (decision.accepted || decision.refusal.code !== 'condition-not-met') return decision;
  const { facts } = decision.refusal;
  return { ...decision, refusal: { ...decision.refusal, facts: { ...facts, measured: facts.measured + 1 } } };
}

test('what was undone counts for nothing', () => {
  const ruleSet = {
    ...needing('entry', { counts: 'entries', items: ['help'], minimum: 1 }),
  };
  const offices = { ...ruleSet.authority.offices, ReverseEntry: office };
  const rules: RuleSet = { ...ruleSet, authority: { ...ruleSet.authority, offices } };
  const by = { office: 'community', communityId: 'c1' };
  const of = (type: string, data: object) => ({
    type,
    data: { accountId: 'v1', on: '2024-02-01', by, ...data },
  });
  const commands = [
    of('OpenAccount', { role: 'member', communityId: 'c1', formComplete: true }),
    of('CreditActivity', { item: 'help', matterId: 'm' }),
    of('ReverseEntry', {
      reversalId: 'u',
      reverses: { kind: 'matter', id: 'm', item: 'help' },
      reason: 'a slip',
    }),
    of('CreditActivity', { item: 'asked', matterId: 'n' }),
  ];
  const { decideUnknown: decide } = createBank(lenient(rules));
  const howBroken = (subject: Subject): (string | undefined)[] =>
    laws(rules, subject)
      .filter(({ name }) => name === 'conditions-met')
      .map((law) => law.broken(commands));
  expect(howBroken(subjectOf(rules))).toEqual([undefined]);
  expect(howBroken({ ...subjectOf(rules), decide })).toEqual([
    "'asked' was entered on 2024-02-01: 'needed' was 0",
  ]);
});
