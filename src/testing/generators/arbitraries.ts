import fc, { type Arbitrary } from 'fast-check';
import type { Command } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Handbook, Reward } from '../../account/handbook.js';
import type { Account } from '../../account/state/account.js';
import type { RewardKind, RuleSet } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { type SmallWorld, smallWorldOf } from '../small-world.js';
import { runCommands, type Subject, startRun, subjectOf, takeStep } from '../subject.js';
import { badCommandOf } from './bad-commands.js';
import { commandsOf, openingsOf, withOtherPersons, withRecordedOn } from './commands.js';
import { commandOfIntent, intentsOf, isIntent } from './intents.js';

/** Generators for a rule set. */
export type Arbitraries = {
  /** Commands of the rule set's small world. They are well formed, but the rules may refuse them. */
  readonly command: Arbitrary<Command>;
  /** Malformed commands: a field is missing, unknown or invalid. */
  readonly badCommand: Arbitrary<unknown>;
  /** Sequences of good and bad commands, most of them starting with openings. */
  readonly commands: Arbitrary<readonly unknown[]>;
  /** Histories of one account. */
  readonly history: Arbitrary<readonly BankEvent[]>;
  readonly account: Arbitrary<Account>;
  readonly handbook: Arbitrary<Handbook>;
};

/** The most commands in a generated sequence, apart from the openings. */
const MOST_COMMANDS = 60;
/** The number of good commands for each bad one. */
const GOOD_TO_BAD = 12;
/** The number of intents for each bad command. */
const INTENTS_TO_BAD = 4;

/**
 * Makes generators for a rule set: good and bad commands, histories, accounts and handbooks. They use a small world with few ids, which
 * therefore often coincide, and with days at the edges of every window.
 *
 * @example
 * ```ts
 * import fc from 'fast-check'
 * import { arbitraries } from 'points-bank/testing'
 * import { renfa2022 } from 'points-bank/rule-sets'
 *
 * const [history] = fc.sample(arbitraries(renfa2022).history, { numRuns: 1, seed: 1 })
 * console.log(Array.isArray(history)) // → true
 * ```
 */
export function arbitraries(ruleSet: RuleSet): Arbitraries {
  const world = smallWorldOf(ruleSet);
  const command = withRecordedOn(withOtherPersons(commandsOf(ruleSet, world), world), world);
  const badCommand = command.chain(badCommandOf);
  const openings = fc.tuple(...world.accounts.map((accountId) => openingsOf(ruleSet, world, accountId)));
  const rest = fc.array(
    fc.oneof(
      { weight: GOOD_TO_BAD, arbitrary: command as Arbitrary<unknown> },
      { weight: INTENTS_TO_BAD, arbitrary: intentsOf(world) },
      { weight: 1, arbitrary: badCommand },
    ),
    { maxLength: MOST_COMMANDS, size: 'max' },
  );
  const subject = subjectOf(ruleSet);
  const commands = fc
    .tuple(openings, rest)
    .map(([opened, then]) => withoutIntents([...opened, ...then], subject, world));
  const first = world.accounts[0];
  const history = commands.map((some) =>
    runCommands(subject, some).events.filter(({ data }) => data.accountId === first),
  );
  return {
    command,
    badCommand,
    commands,
    history,
    account: history.map((events) => subject.fold(events)),
    handbook,
  };
}

/** The commands of a run, with a command for each intent that finds something to be about. */
function withoutIntents(drawn: readonly unknown[], subject: Subject, world: SmallWorld): readonly unknown[] {
  const run = startRun(subject);
  for (const one of drawn) {
    const command = isIntent(one)
      ? commandOfIntent({ ruleSet: subject.ruleSet, world, intent: one, run })
      : one;
    if (command !== undefined || !isIntent(one)) takeStep(run, command);
  }
  return run.steps.map(({ command }) => command);
}

const handbook: Arbitrary<Handbook> = fc
  .record(
    {
      communityId: fc.constantFrom('c1', 'c2'),
      version: fc.constantFrom('1', '2'),
      published: fc.constantFrom('2022-12-20', '2023-01-01', '2023-06-24'),
      filed: fc.constantFrom('2022-12-27', '2023-01-05', '2023-07-02'),
      standingConsent: fc.constantFrom('2023-01-01', '2024-01-01'),
      prices: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 }),
    },
    { requiredKeys: ['communityId', 'version', 'published', 'prices'], noNullPrototype: true },
  )
  .map(({ prices, ...rest }) => ({
    ...rest,
    rewards: prices.map((price, i) => rewardOf(KINDS[i % KINDS.length] as RewardKind, price, i)),
  }));

const KINDS: readonly RewardKind[] = ['service', 'goods', 'honour'];

function rewardOf(kind: RewardKind, price: number, i: number): Reward {
  return {
    rewardId: `reward ${i}`,
    kind,
    title: text(`奖品 ${i}`, `Reward ${i}`),
    price: kind === 'honour' ? 0 : price,
    ...(kind === 'goods' ? { consent: '2023-01-01' } : {}),
  };
}
