/*
 * Commands that nothing but the office and the persons speaks against, for any scheme, and the accounts that they meet.
 */
import {
  type Account,
  type Bank,
  type By,
  createBank,
  type Decision,
  evolve,
  initialAccount,
  type RuleSet,
} from '../../src/index.js';
import { renfa2022 } from '../../src/rule-sets.js';
import { HANDBOOK } from './handbook.js';

export type CommandName = keyof RuleSet['authority']['offices'];
export type Answers = Pick<RuleSet['authority'], 'self' | 'approval'>;

/**
 * Who enters it: an office of the account's own community or of another one, or the office above; then those that do not say which
 * community they are of, or say one where they act everywhere.
 */
export const OFFICES = [
  { office: 'community', communityId: 'linan' },
  { office: 'community', communityId: 'beishan' },
  { office: 'party-organisation', communityId: 'linan' },
  { office: 'party-organisation', communityId: 'beishan' },
  { office: 'subdistrict' },
  { office: 'community' },
  { office: 'subdistrict', communityId: 'linan' },
] as const;

/** Whose account it is: one that goes by its own id, and one that names the member. */
export const HOLDERS = [
  { accountId: 'v1', memberId: undefined, member: 'v1' },
  { accountId: 'v1', memberId: '0412', member: '0412' },
] as const;
export type Holder = (typeof HOLDERS)[number];

export type Entered = { readonly command: CommandName; readonly by: By };

/** The rules with both questions answered, whether or not the scheme has them as readings; redeeming needs nothing and waits for nothing. */
export function under(ruleSet: RuleSet, { self, approval }: Answers): RuleSet {
  const { requires: _, spendableAfter: __, spendableWait: ___, ...redemption } = ruleSet.redemption;
  return { ...ruleSet, readings: {}, redemption, authority: { ...ruleSet.authority, self, approval } };
}

/** The authority of the first scheme, with these offices for some commands. */
export function entitling(offices: RuleSet['authority']['offices']): RuleSet['authority'] {
  const { authority } = renfa2022;
  return { ...authority, offices: { ...authority.offices, ...offices } };
}

/** The bank of a rule set, with the tests' handbook. */
export function anyBank(ruleSet: RuleSet): Bank<RuleSet> {
  return createBank<RuleSet>(ruleSet, { handbook: HANDBOOK });
}

/** A command that nothing but the office and the persons speaks against, or else the scheme has no such thing. */
export function commandOf(
  ruleSet: RuleSet,
  { command, by }: Entered,
  { accountId, memberId }: Holder,
): unknown {
  const [role = '', rule] = Object.entries(ruleSet.roles)[0] ?? [];
  const [item, of] = Object.entries(rule?.items ?? {}).find(([, { entry }]) => entry === 'activity') ?? [];
  const claim = Object.values(rule?.items ?? {}).find(({ entry }) => entry === 'claim');
  const on = command === 'OpenAccount' ? '2023-01-10' : '2024-02-01';
  const measured = (scoring: NonNullable<typeof of>['scoring'] | undefined): object => {
    if (scoring !== undefined && 'unit' in scoring) return { quantity: 60 };
    return scoring?.by === 'difficulty' ? { difficulty: Object.keys(scoring.points)[0] } : {};
  };
  const data = {
    OpenAccount: { role, communityId: 'linan', formComplete: true, ...(memberId && { memberId }) },
    ReportIn: {},
    ClaimPost: { postId: 'gate', kind: 'post', ...measured(claim?.scoring) },
    CreditActivity: { item, matterId: 'clean-up', ...measured(of?.scoring) },
    RedeemPoints: {
      redemptionId: 'r1',
      communityId: 'linan',
      lines: [{ rewardId: 'haircut', quantity: 1 }],
    },
    CorrectScore: { correctionId: 'c1', points: 1, reason: '核实', corrects: 'known' },
    ReleasePost: { postId: 'held' },
    VerifyEntry: { verifies: { kind: 'matter', id: 'known' } },
    ReverseEntry: { reversalId: 'u1', reverses: { kind: 'matter', id: 'known' }, reason: '登记差错' },
    TransferPoints: { transferId: 't1', to: 'another', points: 1 },
    ReceivePoints: {
      sent: {
        type: 'PointsSent',
        data: { accountId: 'another', transferId: 't2', to: accountId, points: 1, on },
      },
    },
    BarAccount: {
      barId: 'b1',
      ground: Object.keys(ruleSet.ineligibility)[0] ?? 'none',
      from: on,
      reason: '查实',
    },
    CloseAccount: { reason: Object.keys(ruleSet.closing?.reasons ?? {})[0] ?? 'none' },
  }[command];
  return { type: command, data: { accountId, on, by, ...data } };
}

/** The account that a command meets: opened, with a matter to correct and points to spend, by rules that ask nothing of persons. */
export function accountFor(ruleSet: RuleSet, holder: Holder): Account {
  const bank = anyBank(under(ruleSet, { self: 'allowed', approval: 'one-person' }));
  const by = OFFICES[0];
  const enter = (account: Account, command: CommandName, named: object = {}): Account => {
    const { type, data } = commandOf(ruleSet, { command, by }, holder) as { type: string; data: object };
    return entered(bank.decideUnknown({ type, data: { ...data, ...named } }, account), account);
  };
  const opened = enter(initialAccount, 'OpenAccount');
  const credited = ['known', 'another'].reduce(
    (account, matterId) => enter(account, 'CreditActivity', { matterId }),
    opened,
  );
  const hasClaims = Object.values(Object.values(ruleSet.roles)[0]?.items ?? {}).some(
    ({ entry }) => entry === 'claim',
  );
  return hasClaims ? enter(credited, 'ClaimPost', { postId: 'held' }) : credited;
}

/** The account after a command that has to be accepted. */
export function entered(decision: Decision, account: Account): Account {
  if (!decision.accepted) throw new Error(decision.refusal.code);
  return decision.events.reduce(evolve, account);
}
