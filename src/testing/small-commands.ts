import type { SentPoints } from '../account/commands/carried-event.js';
import type { Command, ReversedEntry } from '../account/commands/command.js';
import type { CommandType, RuleSet } from '../rules/rule-set.js';
import { isByQuantity } from '../rules/score.js';
import type { EnteringCommand } from './generators/later-commands.js';
import { itemsOf, officeFor, smallWorldOf } from './small-world.js';

/** The commands of the smallest world: two accounts, two posts, both halves of two years, and the first item of each kind. */
export function smallCommands(ruleSet: RuleSet): Command[] {
  const { at, communityId } = smallWorldOf(ruleSet);
  const by = (type: keyof RuleSet['authority']['offices']) => officeFor(ruleSet, type, communityId);
  const roles = Object.keys(ruleSet.roles);
  const [first = '', second = first] = [roles[0], roles.at(-1)];
  const rule = ruleSet.roles[first];
  if (rule === undefined) return [];
  const item = itemsOf(rule, 'activity')[0] ?? '';
  const claimItem = itemsOf(rule, 'claim')[0];
  const measure = measureOf(ruleSet, first, item);
  const claimed = claimItem === undefined ? {} : measureOf(ruleSet, first, claimItem);
  const open = (accountId: string, role: string): Command => ({
    type: 'OpenAccount',
    data: { accountId, role, communityId, on: at('2023-01-01'), formComplete: true, by: by('OpenAccount') },
  });
  const claim = (postId: string, on: string): Command => ({
    type: 'ClaimPost',
    data: { accountId: 'v1', postId, kind: 'post', ...claimed, on, by: by('ClaimPost') },
  });
  const credit = (accountId: string, matterId: string, on: string, post?: string): Command => ({
    type: 'CreditActivity',
    data: {
      accountId,
      item,
      matterId,
      ...measure,
      on,
      by: by('CreditActivity'),
      ...(post === undefined ? {} : { postId: post }),
    },
  });
  const redeem = (redemptionId: string, on: string): Command => ({
    type: 'RedeemPoints',
    data: {
      accountId: 'v1',
      redemptionId,
      communityId,
      lines: [{ rewardId: 'haircut', quantity: 1 }],
      on,
      by: by('RedeemPoints'),
    },
  });
  const correct = (correctionId: string, points: number, on: string): Command => ({
    type: 'CorrectScore',
    data: { accountId: 'v1', correctionId, points, reason: '核实', on, by: by('CorrectScore') },
  });
  const reportIn = (on: string): Command => ({
    type: 'ReportIn',
    data: { accountId: 'v1', on, by: by('ReportIn') },
  });
  const commands: { readonly [Type in CommandType]: readonly Command[] } = {
    OpenAccount: [open('v1', first), open('v2', second)],
    ReportIn: [reportIn(at('2023-06-30')), reportIn(at('2024-01-01'))],
    ClaimPost: [claim('p1', at('2023-06-30')), claim('p2', at('2024-01-01'))],
    CreditActivity: [
      credit('v1', 'm1', at('2023-07-01')),
      credit('v1', 'm2', at('2023-06-30'), 'p1'),
      credit('v2', 'm1', at('2024-01-01')),
    ],
    RedeemPoints: [
      redeem('r1', at('2023-06-30')),
      redeem('r2', at('2023-07-01')),
      redeem('r3', at('2024-01-01')),
    ],
    CorrectScore: [correct('k1', -2, at('2023-07-01')), correct('k2', 1, at('2024-01-01'))],
    ...laterCommands(ruleSet, item),
  };
  return Object.values(commands).flat();
}

/** Commands about what was entered before. What the rules do not know is left out: it would be refused, and end its sequence. */
function laterCommands(
  ruleSet: RuleSet,
  item: string,
): { readonly [Type in Exclude<CommandType, EnteringCommand>]: readonly Command[] } {
  const { at, communityId } = smallWorldOf(ruleSet);
  const on = at('2024-01-01');
  const every = (type: CommandType, accountId = 'v1') => {
    return { accountId, on, by: officeFor(ruleSet, type, communityId) };
  };
  const reverse = (reversalId: string, reverses: ReversedEntry): Command => ({
    type: 'ReverseEntry',
    data: { ...every('ReverseEntry'), reversalId, reverses, reason: '登记差错' },
  });
  const { closing, ineligibility, transfer, verification } = ruleSet;
  // One whose points are handed on, where there is one.
  const [reason] = Object.entries(closing?.reasons ?? {})
    .sort(([, a], [, b]) => (a.holdings > b.holdings ? -1 : 1))
    .map(([id]) => id);
  const [ground] = Object.keys(ineligibility);
  const sent: SentPoints = {
    type: 'PointsSent',
    data: { accountId: 'v1', transferId: 't1', to: 'v2', points: 1, on },
  };
  const known = (isKnown: boolean, command: () => Command): readonly Command[] =>
    isKnown ? [command()] : [];
  return {
    ReverseEntry: [
      reverse('u1', { kind: 'matter', id: 'm1', item }),
      reverse('u2', { kind: 'redemption', id: 'r1' }),
      reverse('u3', { kind: 'reversal', id: 'u1' }),
    ],
    ReleasePost: [{ type: 'ReleasePost', data: { ...every('ReleasePost'), postId: 'p1' } }],
    CloseAccount: known(reason !== undefined, () => ({
      type: 'CloseAccount',
      data: { ...every('CloseAccount'), reason: reason as string },
    })),
    VerifyEntry: known(verification !== undefined, () => ({
      type: 'VerifyEntry',
      data: { ...every('VerifyEntry'), verifies: { kind: 'matter', id: 'm1' } },
    })),
    TransferPoints: known(transfer !== undefined, () => ({
      type: 'TransferPoints',
      data: { ...every('TransferPoints'), transferId: 't1', to: 'v2', points: 1 },
    })),
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
