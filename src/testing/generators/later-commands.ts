import fc, { type Arbitrary } from 'fast-check';
import type { Command, ReversibleKind } from '../../account/commands/command.js';
import type { CommandType, RuleSet } from '../../rules/rule-set.js';
import { officeFor, type SmallWorld } from '../small-world.js';

/** A command of a small world, and how often it is drawn. */
export type Weighted = { readonly weight: number; readonly arbitrary: Arbitrary<Command> };

/** Commands about what was entered before: what they name may or may not be there. */
export function laterCommandsOf(
  ruleSet: RuleSet,
  world: SmallWorld,
): {
  readonly [Type in Exclude<CommandType, EnteringCommand>]: Weighted;
} {
  const accountId = fc.constantFrom(...world.accounts);
  const on = fc.constantFrom(...world.days);
  const every = (type: CommandType) =>
    fc.record(
      { accountId, on, by: fc.constant(officeFor(ruleSet, type, world.communityId)) },
      { noNullPrototype: true },
    );
  const id = fc.constantFrom(
    ...world.matters.slice(0, 3),
    ...world.posts.slice(0, 2),
    'r1',
    'k1',
    'b1',
    't1',
    'u1',
  );
  const number = fc.integer({ min: 1, max: 4 });
  const reasons = Object.keys(ruleSet.closing?.reasons ?? {});
  const grounds = Object.keys(ruleSet.ineligibility);
  // What the rules give to no office is refused in one way only.
  const weighted = (type: CommandType, weight: number, arbitrary: Arbitrary<Command>): Weighted => ({
    weight: ruleSet.authority.offices[type] === undefined ? 0 : weight,
    arbitrary,
  });
  const another = fc.constantFrom(...world.accounts, ...world.laterAccounts);
  return {
    ReleasePost: weighted(
      'ReleasePost',
      2,
      fc.tuple(every('ReleasePost'), fc.constantFrom(...world.posts)).map(([data, postId]) => ({
        type: 'ReleasePost',
        data: { ...data, postId },
      })),
    ),
    VerifyEntry: weighted(
      'VerifyEntry',
      1,
      fc
        .tuple(every('VerifyEntry'), fc.constantFrom('matter' as const, 'claim' as const), id)
        .map(([data, kind, of]) => ({ type: 'VerifyEntry', data: { ...data, verifies: { kind, id: of } } })),
    ),
    ReverseEntry: weighted(
      'ReverseEntry',
      2,
      fc.tuple(every('ReverseEntry'), number, fc.constantFrom(...KINDS), id).map(([data, n, kind, of]) => ({
        type: 'ReverseEntry',
        data: { ...data, reversalId: `u${n}`, reverses: { kind, id: of }, reason: '登记差错 slip' },
      })),
    ),
    TransferPoints: weighted(
      'TransferPoints',
      1,
      fc.tuple(every('TransferPoints'), number, another, number).map(([data, n, to, points]) => ({
        type: 'TransferPoints',
        data: { ...data, transferId: `t${n}`, to, points },
      })),
    ),
    ReceivePoints: weighted(
      'ReceivePoints',
      1,
      fc.tuple(every('ReceivePoints'), number, another, on, accountId).map(([data, n, from, sentOn, to]) => {
        const sent = { accountId: from, transferId: `t${n}`, to, points: n, on: sentOn };
        return { type: 'ReceivePoints', data: { ...data, sent: { type: 'PointsSent', data: sent } } };
      }),
    ),
    BarAccount: weighted(
      'BarAccount',
      1,
      fc
        .tuple(every('BarAccount'), number, fc.constantFrom(...grounds, 'no ground'), on, fc.option(on))
        .map(([data, n, ground, from, until]) => ({
          type: 'BarAccount',
          data: {
            ...data,
            barId: `b${n}`,
            ground,
            from,
            ...(until === null ? {} : { until }),
            reason: '查实 found',
          },
        })),
    ),
    CloseAccount: weighted(
      'CloseAccount',
      1,
      fc
        .tuple(every('CloseAccount'), fc.constantFrom(...reasons, 'no reason'), fc.option(another))
        .map(([data, reason, continuedBy]) => ({
          type: 'CloseAccount',
          data: { ...data, reason, ...(continuedBy === null ? {} : { continuedBy }) },
        })),
    ),
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
