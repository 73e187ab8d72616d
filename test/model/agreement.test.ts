import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveRuleSet } from '../../src/define.js';
import {
  type Handbook,
  type Reward,
  type RuleSet,
  readings as readingsOf,
  withReading,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { mergePatch } from '../../src/rules/merge-patch.js';
import type { Json } from '../../src/values/json.js';
import { HANDBOOK } from '../support/handbook.js';
import { compareBooks, compareFeedback, compareFindings, Library, Taken } from './both.js';
import { day, openings, step } from './entries.js';
import { Model } from './naive/model.js';
import { ANSWERS, LITERAL, type ReadingId, type Readings } from './naive/readings.js';

/*
 * A second implementation, written from the clauses alone, agrees with the library: under the defaults, under every other answer to
 * every open question, and under mixtures of answers. `MODEL_COMMANDS=100000 npm test -- test/model` makes the long run.
 */
const COMMANDS = Number(process.env.MODEL_COMMANDS ?? 5000);

const OTHERS = Object.entries(ANSWERS).flatMap(([id, [, ...others]]) =>
  others.map((answer): [id: ReadingId, answer: string] => [id as ReadingId, answer]),
);
const ENTRIES = new Set(Object.values(renfa2022.catalogue).flatMap(({ entries }) => Object.keys(entries)));

const { filed: _, ...UNFILED } = HANDBOOK;
const LIMITS: { readonly [rewardId: string]: NonNullable<Reward['limit']> } = {
  haircut: { quantity: 2, per: 'visit' },
  repair: { quantity: 2, per: { last: 400, of: 'days' } },
  rice: { quantity: 1, per: 'period' },
  tea: { quantity: 1, per: 'half-year' },
};
/** With a standing consent; the umbrella's own came later. */
const STANDING: Handbook = { ...HANDBOOK, standingConsent: '2022-07-01' };
/** With a limit of each kind. */
const LIMITED: Handbook = {
  ...HANDBOOK,
  rewards: HANDBOOK.rewards.map((reward): Reward => {
    const limit = LIMITS[reward.rewardId];
    return limit === undefined ? reward : { ...reward, limit };
  }),
};
const HANDBOOKS: readonly (Handbook | undefined)[] = [
  HANDBOOK,
  HANDBOOK,
  STANDING,
  LIMITED,
  LIMITED,
  { ...HANDBOOK, filed: '2023-08-01' },
  { ...HANDBOOK, published: '2022-12-25', filed: '2023-01-01' },
  UNFILED,
  { ...UNFILED, published: '2023-03-31', follows: '2022' },
  { ...HANDBOOK, published: '2023-03-31', filed: '2023-04-08', daysOff: ['2023-04-05'] },
  { ...HANDBOOK, communityId: 'beishan' },
  undefined,
];
const handbook = fc.oneof(
  { weight: 5, arbitrary: fc.constant(HANDBOOK) },
  { weight: 4, arbitrary: fc.constantFrom(...HANDBOOKS) },
);

const GIFTS = { clause: '4.2', title: { 'zh-CN': '转让', en: 'transfer' } };

/** With what a community added, or without it: points sent on, within limits, and a ground that bars. */
const MORE = mergePatch(renfa2022 as unknown as Json, {
  authority: {
    offices: { TransferPoints: ['community'], ReceivePoints: ['community'], BarAccount: ['subdistrict'] },
  },
  transfer: {
    ...GIFTS,
    requires: { entries: { ...GIFTS, counts: 'entries', per: 'year', minimum: 1 } },
    limits: {
      points: { ...GIFTS, counts: 'sent', per: 'half-year', maximum: 3 },
      often: { ...GIFTS, counts: 'transfers', per: { last: 200, of: 'days' }, maximum: 1 },
    },
  },
  ineligibility: {
    breach: { clause: '2.5', title: { 'zh-CN': '查实', en: 'a breach' }, bars: ['redeeming', 'earning'] },
  },
}) as unknown as RuleSet;

function under(answers: Partial<Readings>, more: boolean): { readings: Readings; ruleSet: RuleSet } {
  const ruleSet = Object.entries(answers).reduce<RuleSet>(
    (rules, [id, answer]) => withReading(rules, id, answer),
    more ? MORE : renfa2022,
  );
  return { readings: { ...LITERAL, ...answers }, ruleSet };
}

let entered = 0;
const outcomes = new Map<string, number>();
const counted = (became: string): void => {
  entered += 1;
  outcomes.set(became, (outcomes.get(became) ?? 0) + 1);
};

/** Enters about so many commands, in runs of some dozens, under answers that each run draws. */
function agree(answers: fc.Arbitrary<Partial<Readings>>, commands: number): void {
  const steps = fc.commands<Model, Library>([step.map((of) => new Taken(of, counted))], {
    maxCommands: 60,
    size: 'max',
  });
  const law = fc.property(
    answers,
    handbook,
    openings,
    steps,
    fc.record({ sent: day, known: fc.option(day, { nil: undefined }), since: day }),
    fc.boolean(),
    (of, book, first, then, told, more) => {
      const { readings, ruleSet } = under(of, more);
      const setup = () => ({
        model: new Model({ readings, handbook: book, catalogue: ENTRIES, more }),
        real: new Library(ruleSet, book),
      });
      const { model, real } = setup();
      new Taken({ enter: first }, counted).run(model, real);
      fc.modelRun(() => ({ model, real }), then);
      compareFeedback(model, real, told);
      compareBooks(model, real, told);
      compareFindings(model, real);
    },
  );
  const start = entered;
  while (entered - start < commands) fc.assert(law, { numRuns: 3, verbose: 0 });
}

const share = COMMANDS / (OTHERS.length + 8);

describe(`the model and the library agree on ${COMMANDS} commands`, () => {
  test('under the defaults', () => agree(fc.constant({}), share * 4));

  test.each(OTHERS)('under %s = %s', (id, answer) => agree(fc.constant({ [id]: answer }), share));

  test('under answers of every kind together', () => {
    const any = Object.entries(ANSWERS).map(([id, answers]) => [id, fc.constantFrom<string>(...answers)]);
    agree(fc.record(Object.fromEntries(any), { noNullPrototype: true }) as fc.Arbitrary<Readings>, share * 4);
    expect(entered).toBeGreaterThanOrEqual(COMMANDS);
    if (process.env.MODEL_COMMANDS !== undefined)
      console.log(entered, Object.fromEntries([...outcomes].sort()));
  });
});

test('the model’s questions and answers are the rule set’s', () => {
  const listed = readingsOf(renfa2022).map(({ id, default: first, answers }) => [
    id,
    [first, ...Object.keys(answers).filter((answer) => answer !== first)],
  ]);
  expect(Object.fromEntries(listed)).toEqual(ANSWERS);
});

test('a community’s looser rules fail, or are listed, as the model’s table has it', () => {
  const looser = { roles: { resident: { limits: { claims: { maximum: 4 } } } } };
  const derive = (answer: 'no' | 'allowed') =>
    deriveRuleSet(withReading(renfa2022, 'community-bounds', answer), looser);
  expect(() => derive('no')).toThrow(/2\.3\.1\.2|claims/);
  expect(() => derive('allowed')).not.toThrow();
});

test('the model imports nothing but its own files', () => {
  const folder = new URL('naive/', import.meta.url);
  const imports = readdirSync(folder).flatMap((file) =>
    [...readFileSync(new URL(file, folder), 'utf8').matchAll(/(?:from |import\()'([^']+)'/g)].map(
      ([, from]) => from as string,
    ),
  );
  expect(imports.length).toBeGreaterThan(10);
  expect(imports.filter((from) => !/^\.\/[a-z]+\.js$/.test(from))).toEqual([]);
});
