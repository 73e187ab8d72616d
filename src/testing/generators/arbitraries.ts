import fc, { type Arbitrary } from 'fast-check';
import type { Command } from '../../account/commands/command.js';
import type { BankEvent } from '../../account/events/event.js';
import type { Handbook } from '../../account/handbook.js';
import type { Account } from '../../account/state/account.js';
import type { ItemRule, RuleSet } from '../../rules/rule-set.js';
import { text } from '../../values/text.js';
import { officeFor, type World, worldOf } from '../small-world.js';
import { runCommands, subjectOf } from '../subject.js';
import { hostileCommand } from './bad-commands.js';

/** What can be generated for a rule set. */
export type Arbitraries = {
  /** A command in the words of the rule set's small world: well formed, though the rules may refuse it. */
  readonly command: Arbitrary<Command>;
  /** A command with something wrong in it: a field missing, unknown, or of a value that it cannot have. */
  readonly badCommand: Arbitrary<unknown>;
  /** Some commands one after the other, good and bad; most begin with openings. */
  readonly commands: Arbitrary<readonly unknown[]>;
  /** A history of one account. */
  readonly history: Arbitrary<readonly BankEvent[]>;
  readonly account: Arbitrary<Account>;
  readonly handbook: Arbitrary<Handbook>;
};

/** The most commands in one generated run. */
const MOST_COMMANDS = 60;
/** Of so many commands about one is a bad one. */
const GOOD_TO_BAD = 12;

/**
 * Generators for a rule set: commands good and bad, histories, accounts, handbooks, over a small world in which names meet often and
 * days lie around the edges of every window.
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
  const world = worldOf(ruleSet);
  const command = withPersons(commandOf(ruleSet, world), world);
  const badCommand = command.chain(hostileCommand);
  const openings = fc.tuple(...world.accounts.map((accountId) => openingOf(ruleSet, world, accountId)));
  const rest = fc.array(
    fc.oneof(
      { weight: GOOD_TO_BAD, arbitrary: command as Arbitrary<unknown> },
      { weight: 1, arbitrary: badCommand },
    ),
    { maxLength: MOST_COMMANDS, size: 'max' },
  );
  const commands = fc.tuple(openings, rest).map(([opened, then]): readonly unknown[] => [...opened, ...then]);
  const subject = subjectOf(ruleSet);
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

function openingOf(ruleSet: RuleSet, world: World, accountId: string): Arbitrary<Command> {
  // Mostly early, so that the rest can happen; now and then later, so that some of it comes before the opening.
  const early = world.days.slice(0, 2);
  const day = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...early) },
    { weight: 1, arbitrary: fc.constantFrom(...world.days) },
  );
  const member = fc.constantFrom({}, {}, { memberId: `member of ${accountId}` });
  return fc.tuple(fc.constantFrom(...Object.keys(ruleSet.roles)), day, member).map(([role, on, named]) => ({
    type: 'OpenAccount',
    data: {
      ...named,
      accountId,
      role,
      communityId: world.communityId,
      on,
      formComplete: true,
      by: officeFor(ruleSet, 'OpenAccount', world.communityId),
    },
  }));
}

/** Now and then with other persons at the office than the rules ask for: none, one, or two, who may be the same, or the member. */
function withPersons(command: Arbitrary<Command>, { persons }: World): Arbitrary<Command> {
  const person = fc.constantFrom(...persons);
  const named = fc.record(
    { recorder: person, approvedBy: person },
    { requiredKeys: [], noNullPrototype: true },
  );
  return fc.tuple(command, fc.option(named, { freq: 5 })).map(([plain, others]) => {
    if (others === null) return plain;
    const { recorder: _recorder, approvedBy: _approver, ...office } = plain.data.by;
    return { ...plain, data: { ...plain.data, by: { ...office, ...others } } } as Command;
  });
}

function commandOf(ruleSet: RuleSet, world: World): Arbitrary<Command> {
  const items = Object.values(ruleSet.roles).flatMap((role) => Object.entries(role.items));
  const accountId = fc.constantFrom(...world.accounts);
  const on = fc.constantFrom(...world.days);
  const by = (type: keyof RuleSet['authority']['offices']) =>
    fc.constant(officeFor(ruleSet, type, world.communityId));
  const optional = { noNullPrototype: true } as const;
  const reportIn = fc.record({ accountId, on, by: by('ReportIn') }, optional);
  const claims = measures(items.filter(([, item]) => item.entry === 'claim'));
  const claim = fc
    .tuple(
      fc.constantFrom(...world.posts),
      fc.constantFrom('post' as const, 'project' as const),
      claims,
      accountId,
      on,
    )
    .map(([postId, kind, { difficulty }, account, day]) => ({
      accountId: account,
      postId,
      kind,
      ...(difficulty === undefined ? {} : { difficulty }),
      on: day,
      by: officeFor(ruleSet, 'ClaimPost', world.communityId),
    }));
  const credited = measures(items.filter(([, item]) => item.entry === 'activity'));
  const credit = fc
    .tuple(
      fc.constantFrom(...world.matters),
      credited,
      fc.option(fc.constantFrom(...world.posts), { freq: 4 }),
      accountId,
      on,
    )
    .map(([matterId, measure, postId, account, day]) => ({
      accountId: account,
      matterId,
      ...measure,
      ...(postId === null ? {} : { postId }),
      on: day,
      by: officeFor(ruleSet, 'CreditActivity', world.communityId),
    }));
  return fc.oneof(
    { weight: 1, arbitrary: accountId.chain((id) => openingOf(ruleSet, world, id)) },
    { weight: 2, arbitrary: reportIn.map((data): Command => ({ type: 'ReportIn', data })) },
    { weight: 4, arbitrary: claim.map((data): Command => ({ type: 'ClaimPost', data })) },
    { weight: 8, arbitrary: credit.map((data): Command => ({ type: 'CreditActivity', data })) },
    { weight: 6, arbitrary: redemptionOf(ruleSet, world) },
    { weight: 2, arbitrary: correctionOf(ruleSet, world) },
  );
}

type MeasuredItem = { readonly item: string; readonly difficulty?: string; readonly quantity?: number };

/** An item with a measure that fits it, and now and then a tier that another item has. */
function measures(items: readonly (readonly [string, ItemRule])[]): Arbitrary<MeasuredItem> {
  const fitting = items.flatMap(([item, { scoring }]): Arbitrary<MeasuredItem>[] => {
    if (scoring.by === 'fixed') return [fc.constant({ item })];
    if (scoring.by === 'difficulty') {
      return [fc.constantFrom(...Object.keys(scoring.points)).map((difficulty) => ({ item, difficulty }))];
    }
    return [fc.integer({ min: 1, max: 1200 }).map((hundredths) => ({ item, quantity: hundredths / 100 }))];
  });
  const known = fitting.length === 0 ? [fc.constant<MeasuredItem>({ item: 'none' })] : fitting;
  return fc.oneof(...known, fc.constant<MeasuredItem>({ item: items[0]?.[0] ?? 'none', difficulty: 'hard' }));
}

function redemptionOf(ruleSet: RuleSet, world: World): Arbitrary<Command> {
  const rewards = world.handbook.rewards.map(({ rewardId }) => rewardId);
  const line = fc.record(
    {
      rewardId: fc.constantFrom(...rewards, ...rewards.slice(0, 1), 'none'),
      quantity: fc.integer({ min: 1, max: 2 }),
    },
    { noNullPrototype: true },
  );
  return fc
    .tuple(
      fc.constantFrom(...world.accounts),
      fc.integer({ min: 1, max: 12 }),
      fc.array(line, { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...world.days),
      fc.oneof(
        { weight: 9, arbitrary: fc.constant(world.communityId) },
        { weight: 1, arbitrary: fc.constant(world.otherCommunityId) },
      ),
    )
    .map(([accountId, number, lines, on, communityId]) => ({
      type: 'RedeemPoints',
      data: {
        accountId,
        redemptionId: `r${number}`,
        communityId,
        lines,
        on,
        by: officeFor(ruleSet, 'RedeemPoints', world.communityId),
      },
    }));
}

function correctionOf(ruleSet: RuleSet, world: World): Arbitrary<Command> {
  const points = fc.integer({ min: -5, max: 5 }).filter((number) => number !== 0);
  const corrects = fc.option(fc.constantFrom(...world.matters, ...world.posts), { freq: 2 });
  return fc
    .tuple(
      fc.constantFrom(...world.accounts),
      fc.integer({ min: 1, max: 8 }),
      points,
      corrects,
      fc.constantFrom(...world.days),
    )
    .map(([accountId, number, by, matter, on]) => ({
      type: 'CorrectScore',
      data: {
        accountId,
        correctionId: `k${number}`,
        points: by,
        reason: '核实 checked',
        on,
        by: officeFor(ruleSet, 'CorrectScore', world.communityId),
        ...(matter === null ? {} : { corrects: matter }),
      },
    }));
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
    rewards: prices.map((price, i) => ({
      rewardId: `reward ${i}`,
      kind: i % 2 === 0 ? ('service' as const) : ('goods' as const),
      title: text(`奖品 ${i}`, `Reward ${i}`),
      price,
      ...(i % 2 === 0 ? {} : { consent: '2023-01-01' }),
    })),
  }));
