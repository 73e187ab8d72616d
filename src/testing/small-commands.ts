import type { SentPoints } from '../account/commands/carried-event.js';
import type { Command, OpenAccount, ReversedEntry } from '../account/commands/command.js';
import type { BankEvent } from '../account/events/event.js';
import type { CommandType, RuleSet } from '../rules/rule-set.js';
import { isByQuantity } from '../rules/score.js';
import type { EnteringCommand } from './generators/later-commands.js';
import { itemsOf, officeFor, smallWorldOf } from './small-world.js';

/** A command of a small world, or one that is made of what happened before it; `undefined` while there is nothing to make it of. */
export type SmallCommand = Command | ((happened: readonly BankEvent[]) => Command | undefined);

/**
 * The commands of the smallest world: two accounts, another that continues them, two posts, both halves of two years, and the first item
 * of each kind.
 */
export function smallCommands(ruleSet: RuleSet): SmallCommand[] {
  const { at } = smallWorldOf(ruleSet);
  const make = makerOf(ruleSet);
  if (make === undefined) return [];
  const { claim, correct, credit, open, redeem, reportIn, roles } = make;
  const [first, second] = roles;
  const commands: { readonly [Type in CommandType]: readonly SmallCommand[] } = {
    OpenAccount: [open('v1', first), open('v2', second), continuing(open('v3', first, at('2024-01-01')))],
    ReportIn: [reportIn('v1', at('2023-06-30')), reportIn('v1', at('2024-01-01'))],
    ClaimPost: [claim('v1', 'p1', at('2023-06-30')), claim('v1', 'p2', at('2024-01-01'))],
    CreditActivity: [
      credit('v1', 'm1', at('2023-07-01')),
      credit('v1', 'm2', at('2023-06-30'), { postId: 'p1' }),
      credit('v2', 'm1', at('2024-01-01')),
    ],
    RedeemPoints: [
      redeem('v1', 'r1', at('2023-06-30')),
      redeem('v1', 'r2', at('2023-07-01')),
      redeem('v1', 'r3', at('2024-01-01')),
    ],
    CorrectScore: [correct('k1', -2, at('2023-07-01')), correct('k2', 1, at('2024-01-01'))],
    ...laterCommands(ruleSet, make),
  };
  return Object.values(commands).flat();
}

/**
 * The commands of a world that is smaller still, for longer sequences: an account is used and closed, another one continues it, meets
 * the limits, the period, the report-in and the post that were handed on, and is closed in its turn.
 */
export function handingOnCommands(ruleSet: RuleSet): SmallCommand[] {
  const { at } = smallWorldOf(ruleSet);
  const make = makerOf(ruleSet);
  if (make === undefined) return [];
  const { claim, correct, credit, open, redeem, reportIn, roles } = make;
  const [first] = roles;
  const [midYear, newYear] = [at('2023-06-30'), at('2024-01-01')];
  return [
    open('v1', first),
    reportIn('v1', newYear),
    claim('v1', 'p1', midYear),
    credit('v1', 'm1', newYear),
    redeem('v1', 'r1', midYear),
    redeem('v1', 'r2', newYear),
    correct('k1', -1, newYear, 'p1'),
    ...closing(ruleSet, 'v1', newYear),
    continuing(open('v3', first, newYear)),
    reportIn('v3', newYear),
    claim('v3', 'p2', newYear),
    credit('v3', 'm2', newYear, { postId: 'p1' }),
    redeem('v3', 'r3', newYear),
    ...closing(ruleSet, 'v3', newYear),
  ];
}

/**
 * The commands of a world about what entries score: one account, two entries of each activity of its role, on the last day of a half-year
 * and on the first of the next, a redemption, a correction, and a reversal of the first entry.
 */
export function scoringCommands(ruleSet: RuleSet): SmallCommand[] {
  const { at } = smallWorldOf(ruleSet);
  const make = makerOf(ruleSet);
  if (make === undefined) return [];
  const { activities, correct, credit, open, redeem, reverse, roles } = make;
  const [june, july] = [at('2023-06-30'), at('2023-07-01')];
  return [
    open('v1', roles[0]),
    ...activities.flatMap((item) => [
      credit('v1', `${item} 1`, june, { item }),
      credit('v1', `${item} 2`, july, { item }),
    ]),
    redeem('v1', 'r1', july),
    correct('k1', -1, july),
    reverse('u1', { kind: 'matter', id: `${activities[0]} 1`, item: activities[0] ?? '' }, july),
  ];
}

/** An opening that continues every account closed by then, or nothing while none is. */
function continuing(opening: OpenAccount): SmallCommand {
  return (happened) => {
    const continues = happened.filter((event) => event.type === 'AccountClosed');
    if (continues.length === 0) return undefined;
    return { ...opening, data: { ...opening.data, continues } };
  };
}

/** Makes commands with the first roles and items of a rule set; `undefined` if it has no role. */
function makerOf(ruleSet: RuleSet) {
  const { at, communityId } = smallWorldOf(ruleSet);
  const by = (type: CommandType) => officeFor(ruleSet, type, communityId);
  const ids = Object.keys(ruleSet.roles);
  const [first = '', second = first] = [ids[0], ids.at(-1)];
  const rule = ruleSet.roles[first];
  if (rule === undefined) return undefined;
  const activities = itemsOf(rule, 'activity');
  const item = activities[0] ?? '';
  const claimItem = itemsOf(rule, 'claim')[0];
  const claimed = claimItem === undefined ? {} : measureOf(ruleSet, first, claimItem);
  return {
    roles: [first, second] as const,
    activities,
    item,
    open: (accountId: string, role: string, on = at('2023-01-01')): OpenAccount => ({
      type: 'OpenAccount',
      data: { accountId, role, communityId, on, formComplete: true, by: by('OpenAccount') },
    }),
    claim: (accountId: string, postId: string, on: string): Command => ({
      type: 'ClaimPost',
      data: { accountId, postId, kind: 'post', ...claimed, on, by: by('ClaimPost') },
    }),
    credit: (
      accountId: string,
      matterId: string,
      on: string,
      more: { readonly postId?: string; readonly item?: string } = {},
    ): Command => ({
      type: 'CreditActivity',
      data: {
        accountId,
        item,
        matterId,
        ...measureOf(ruleSet, first, more.item ?? item),
        on,
        by: officeFor(ruleSet, 'CreditActivity', communityId, undefined, more.item ?? item),
        ...more,
      },
    }),
    redeem: (accountId: string, redemptionId: string, on: string): Command => ({
      type: 'RedeemPoints',
      data: {
        accountId,
        redemptionId,
        communityId,
        lines: [{ rewardId: 'haircut', quantity: 1 }],
        on,
        by: by('RedeemPoints'),
      },
    }),
    correct: (correctionId: string, points: number, on: string, corrects?: string): Command => ({
      type: 'CorrectScore',
      data: {
        accountId: 'v1',
        correctionId,
        points,
        reason: '核实',
        on,
        by: by('CorrectScore'),
        ...(corrects === undefined ? {} : { corrects }),
      },
    }),
    reverse: (reversalId: string, reverses: ReversedEntry, on: string): Command => ({
      type: 'ReverseEntry',
      data: {
        accountId: 'v1',
        reversalId,
        reverses,
        reason: '登记差错',
        on,
        by: by('ReverseEntry'),
      },
    }),
    reportIn: (accountId: string, on: string): Command => ({
      type: 'ReportIn',
      data: { accountId, on, by: by('ReportIn') },
    }),
  };
}

/** Closes an account for the first reason for which its points are handed on, or for any; nothing where the rules close none. */
function closing(ruleSet: RuleSet, accountId: string, on: string): readonly Command[] {
  const reasons = Object.entries(ruleSet.closing?.reasons ?? {});
  const [reason] = reasons.find(([, { holdings }]) => holdings === 'handed-on') ?? reasons[0] ?? [];
  if (reason === undefined) return [];
  const by = officeFor(ruleSet, 'CloseAccount', smallWorldOf(ruleSet).communityId);
  return [{ type: 'CloseAccount', data: { accountId, reason, on, by } }];
}

/** Commands about what was entered before. What the rules do not know is left out: it would be refused, and end its sequence. */
function laterCommands(
  ruleSet: RuleSet,
  { item, reverse }: NonNullable<ReturnType<typeof makerOf>>,
): { readonly [Type in Exclude<CommandType, EnteringCommand>]: readonly Command[] } {
  const { at, communityId } = smallWorldOf(ruleSet);
  const on = at('2024-01-01');
  const every = (type: CommandType, accountId = 'v1') => {
    return { accountId, on, by: officeFor(ruleSet, type, communityId) };
  };
  const { ineligibility, transfer, verification } = ruleSet;
  const [ground] = Object.keys(ineligibility);
  const sent: SentPoints = {
    type: 'PointsSent',
    data: { accountId: 'v1', transferId: 't1', to: 'v2', points: 1, on },
  };
  const send = (transferId: string): Command => ({
    type: 'TransferPoints',
    data: { ...every('TransferPoints'), transferId, to: 'v2', points: 1 },
  });
  const known = (isKnown: boolean, command: () => Command): readonly Command[] =>
    isKnown ? [command()] : [];
  return {
    ReverseEntry: [
      reverse('u1', { kind: 'matter', id: 'm1', item }, on),
      reverse('u2', { kind: 'redemption', id: 'r1' }, on),
      reverse('u3', { kind: 'reversal', id: 'u1' }, on),
    ],
    ReleasePost: [{ type: 'ReleasePost', data: { ...every('ReleasePost'), postId: 'p1' } }],
    CloseAccount: closing(ruleSet, 'v1', on),
    VerifyEntry: known(verification !== undefined, () => ({
      type: 'VerifyEntry',
      data: { ...every('VerifyEntry'), verifies: { kind: 'matter', id: 'm1' } },
    })),
    TransferPoints: [
      ...known(transfer !== undefined, () => send('t1')),
      // One more, where it may be one too many.
      ...known(transfer?.limits !== undefined, () => send('t2')),
    ],
    ReceivePoints: known(transfer !== undefined, () => ({
      type: 'ReceivePoints',
      data: { ...every('ReceivePoints', 'v2'), sent },
    })),
    BarAccount: known(ground !== undefined, () => ({
      type: 'BarAccount',
      data: {
        ...every('BarAccount'),
        barId: 'b1',
        ground: ground as string,
        from: at('2023-06-30'),
        reason: '查实',
      },
    })),
  };
}

/** The measure that an item needs: its highest tier, or two units. */
function measureOf(ruleSet: RuleSet, role: string, item: string): { difficulty?: string; quantity?: number } {
  const scoring = ruleSet.roles[role]?.items[item]?.scoring;
  if (scoring !== undefined && isByQuantity(scoring)) return { quantity: 2 };
  if (scoring?.by !== 'difficulty') return {};
  const [highest] = Object.entries(scoring.points).sort(([, a], [, b]) => b - a);
  return highest === undefined ? {} : { difficulty: highest[0] };
}
