import fc, { type Arbitrary } from 'fast-check';
import type { Command } from '../../account/commands/command.js';
import type { CommandType, ItemRule, RuleSet } from '../../rules/rule-set.js';
import { officeFor, type SmallWorld } from '../small-world.js';
import { laterCommandsOf, type Weighted } from './later-commands.js';

/** Commands of a small world. They are well formed, but the rules may refuse them. */
export function commandsOf(ruleSet: RuleSet, world: SmallWorld): Arbitrary<Command> {
  const items = Object.values(ruleSet.roles).flatMap((role) => Object.entries(role.items));
  const [later = ''] = world.laterAccounts;
  const accountId = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...world.accounts) },
    { weight: 1, arbitrary: fc.constant(later) },
  );
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
      fc.option(fc.constantFrom('ann', 'ben'), { freq: 3 }),
    )
    .map(([matterId, measure, postId, account, day, memberId]) => ({
      accountId: account,
      matterId,
      ...measure,
      ...(postId === null ? {} : { postId }),
      ...(memberId === null ? {} : { memberId }),
      on: day,
      by: officeFor(ruleSet, 'CreditActivity', world.communityId, undefined, measure.item),
    }));
  const commands: { readonly [Type in CommandType]: Weighted } = {
    OpenAccount: { weight: 1, arbitrary: accountId.chain((id) => openingsOf(ruleSet, world, id)) },
    ReportIn: { weight: 2, arbitrary: reportIn.map((data): Command => ({ type: 'ReportIn', data })) },
    ClaimPost: { weight: 4, arbitrary: claim.map((data): Command => ({ type: 'ClaimPost', data })) },
    CreditActivity: {
      weight: 8,
      arbitrary: credit.map((data): Command => ({ type: 'CreditActivity', data })),
    },
    RedeemPoints: { weight: 6, arbitrary: redemptionOf(ruleSet, world) },
    CorrectScore: { weight: 2, arbitrary: correctionOf(ruleSet, world) },
    ...laterCommandsOf(ruleSet, world),
  };
  return fc.oneof(...Object.values(commands));
}

/** Openings of one account. */
export function openingsOf(ruleSet: RuleSet, world: SmallWorld, accountId: string): Arbitrary<Command> {
  // Mostly early, so that later commands can succeed; sometimes late, so that some come before the opening.
  const early = world.days.slice(0, 2);
  const day = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...early) },
    { weight: 1, arbitrary: fc.constantFrom(...world.days) },
  );
  const member = fc.constantFrom({}, {}, { memberId: `member of ${accountId}` });
  const elsewhere = { accountId: `other of ${accountId}`, communityId: world.otherCommunityId };
  const others = fc.constantFrom({}, {}, {}, {}, {}, { otherAccounts: [elsewhere] });
  return fc
    .tuple(fc.constantFrom(...Object.keys(ruleSet.roles)), day, member, others)
    .map(([role, on, named, known]) => ({
      type: 'OpenAccount',
      data: {
        ...named,
        ...known,
        accountId,
        role,
        communityId: world.communityId,
        on,
        formComplete: true,
        by: officeFor(ruleSet, 'OpenAccount', world.communityId),
      },
    }));
}

/** Sometimes says when it was written up: later, the same day, or, wrongly, before. */
export function withRecordedOn(command: Arbitrary<Command>, { days }: SmallWorld): Arbitrary<Command> {
  return fc
    .tuple(command, fc.constantFrom(...days), fc.integer({ min: 1, max: 10 }))
    .map(([plain, recordedOn, roll]) =>
      roll > 1 ? plain : ({ ...plain, data: { ...plain.data, recordedOn } } as Command),
    );
}

/** Sometimes replaces the persons at the office: by none, one or two, who may be the same person or the member. */
export function withOtherPersons(command: Arbitrary<Command>, { persons }: SmallWorld): Arbitrary<Command> {
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

type MeasuredItem = { readonly item: string; readonly difficulty?: string; readonly quantity?: number };

/** An item with a fitting measure, and sometimes with a tier of another item. */
function measures(items: readonly (readonly [string, ItemRule])[]): Arbitrary<MeasuredItem> {
  const fitting = items.flatMap(([item, { scoring }]): Arbitrary<MeasuredItem>[] => {
    if (scoring.by === 'fixed' || scoring.by === 'balance') return [fc.constant({ item })];
    if (scoring.by === 'difficulty') {
      return [fc.constantFrom(...Object.keys(scoring.points)).map((difficulty) => ({ item, difficulty }))];
    }
    return [fc.integer({ min: 1, max: 1200 }).map((hundredths) => ({ item, quantity: hundredths / 100 }))];
  });
  const known = fitting.length === 0 ? [fc.constant<MeasuredItem>({ item: 'none' })] : fitting;
  return fc.oneof(...known, fc.constant<MeasuredItem>({ item: items[0]?.[0] ?? 'none', difficulty: 'hard' }));
}

function redemptionOf(ruleSet: RuleSet, world: SmallWorld): Arbitrary<Command> {
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

function correctionOf(ruleSet: RuleSet, world: SmallWorld): Arbitrary<Command> {
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
