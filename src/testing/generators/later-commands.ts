import fc, { type Arbitrary } from 'fast-check';
import type { Command, ReversibleKind } from '../../account/commands/command.js';
import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import { officeFor, type SmallWorld } from '../small-world.js';

/** A command of a small world, and how often it is drawn. */
export type Weighted = { readonly weight: number; readonly arbitrary: Arbitrary<Command> };

/** Commands about what was entered before: what they name may or may not be there. */
export function laterCommandsOf(ruleSet: RuleSet, world: SmallWorld): LaterCommands {
  const drawn: { readonly [Type in keyof LaterCommands]: Arbitrary<Command> } = {
    ...aboutEntries(ruleSet, world),
    ...aboutAccounts(ruleSet, world),
  };
  // What is sent is limited by what was sent before.
  const { limits, requires } = ruleSet.transfer ?? {};
  const weights = (limits ?? requires) === undefined ? WEIGHTS : { ...WEIGHTS, TransferPoints: 6 };
  // What the rules give to no office is refused in one way only.
  const weighted = Object.entries(drawn).map(([type, arbitrary]) => [
    type,
    { arbitrary, weight: ruleSet.authority.offices[type as CommandType] === undefined ? 0 : weights[type] },
  ]);
  return Object.fromEntries(weighted) as LaterCommands;
}

type LaterCommands = { readonly [Type in Exclude<CommandType, EnteringCommand>]: Weighted };

const WEIGHTS: { readonly [type: string]: number } = {
  ReleasePost: 2,
  VerifyEntry: 1,
  ReverseEntry: 2,
  TransferPoints: 1,
  ReceivePoints: 1,
  BarAccount: 1,
  CloseAccount: 1,
};

/** What every command of a type says. */
function everyOf(ruleSet: RuleSet, world: SmallWorld, type: CommandType) {
  return fc.record(
    {
      accountId: fc.constantFrom(...world.accounts),
      on: fc.constantFrom(...world.days),
      by: fc.constant(officeFor(ruleSet, type, world.communityId)),
    },
    { noNullPrototype: true },
  );
}

const number = fc.integer({ min: 1, max: 4 });

type About<Type extends CommandType> = { readonly [T in Type]: Arbitrary<Command> };

function aboutEntries(
  ruleSet: RuleSet,
  world: SmallWorld,
): About<'ReleasePost' | 'VerifyEntry' | 'ReverseEntry'> {
  const { matters, posts } = world;
  const ids = [...matters.slice(0, 3), ...posts.slice(0, 2), 'r1', 'k1', 'b1', 't1', 'u1'];
  const id = fc.constantFrom(...ids);
  const kind = fc.constantFrom('matter' as const, 'claim' as const);
  return {
    ReleasePost: fc
      .tuple(everyOf(ruleSet, world, 'ReleasePost'), fc.constantFrom(...posts))
      .map(([data, postId]) => ({ type: 'ReleasePost', data: { ...data, postId } })),
    VerifyEntry: fc.tuple(everyOf(ruleSet, world, 'VerifyEntry'), kind, id).map(([data, of, named]) => ({
      type: 'VerifyEntry',
      data: { ...data, verifies: { kind: of, id: named } },
    })),
    ReverseEntry: fc
      .tuple(everyOf(ruleSet, world, 'ReverseEntry'), number, fc.constantFrom(...KINDS), id)
      .map(([data, n, of, named]) => {
        const reverses = { kind: of, id: named };
        return {
          type: 'ReverseEntry',
          data: { ...data, reversalId: `u${n}`, reverses, reason: '登记差错 slip' },
        };
      }),
  };
}

function aboutAccounts(
  ruleSet: RuleSet,
  world: SmallWorld,
): About<'TransferPoints' | 'ReceivePoints' | 'BarAccount' | 'CloseAccount'> {
  const on = fc.constantFrom(...world.days);
  const another = fc.constantFrom(...world.accounts, ...world.laterAccounts);
  // Seldom a good one: nothing happens to an account any more once it is closed.
  const reason = fc.oneof(
    { weight: 4, arbitrary: fc.constant('no reason') },
    { weight: 1, arbitrary: fc.constantFrom(...Object.keys(ruleSet.closing?.reasons ?? {}), 'no reason') },
  );
  const ground = fc.constantFrom(...Object.keys(ruleSet.ineligibility), 'no ground');
  return {
    TransferPoints: fc
      .tuple(everyOf(ruleSet, world, 'TransferPoints'), number, another, number)
      .map(([data, n, to, points]) => ({
        type: 'TransferPoints',
        data: { ...data, transferId: `t${n}`, to, points },
      })),
    ReceivePoints: fc
      .tuple(everyOf(ruleSet, world, 'ReceivePoints'), number, another, another, on)
      .map(([data, n, from, to, sentOn]) => {
        const sent = { accountId: from, transferId: `t${n}`, to, points: n, on: sentOn };
        return { type: 'ReceivePoints', data: { ...data, sent: { type: 'PointsSent', data: sent } } };
      }),
    BarAccount: fc
      .tuple(everyOf(ruleSet, world, 'BarAccount'), number, ground, on, fc.option(on))
      .map(([data, n, of, from, until]) => {
        const days = until === null ? { from } : { from, until };
        return {
          type: 'BarAccount',
          data: { ...data, barId: `b${n}`, ground: of, ...days, reason: '查实 found' },
        };
      }),
    CloseAccount: fc
      .tuple(everyOf(ruleSet, world, 'CloseAccount'), reason, fc.option(another))
      .map(([data, because, continuedBy]) => {
        const further = continuedBy === null ? {} : { continuedBy };
        return { type: 'CloseAccount', data: { ...data, reason: because, ...further } };
      }),
  };
}

/** The commands that enter something of their own. */
export type EnteringCommand =
  | 'OpenAccount'
  | 'ReportIn'
  | 'ClaimPost'
  | 'CreditActivity'
  | 'RedeemPoints'
  | 'CorrectScore';

const KINDS: readonly ReversibleKind[] = [
  'matter',
  'report-in',
  'claim',
  'redemption',
  'correction',
  'bar',
  'transfer',
  'reversal',
];
