import type { Command } from '../commands/command.js';
import type { Handbook } from '../handbook.js';
import type { ActivityCredited, BankEvent } from './event.js';

/**
 * The command that led to an event, so that a recorded history can be decided again. The clause and the colour that a command may cite
 * are not kept by events and are left out.
 */
export function commandOf(event: BankEvent): Command {
  const { accountId, on, by } = event.data;
  switch (event.type) {
    case 'AccountOpened': {
      const { role, communityId, memberId } = event.data;
      return {
        type: 'OpenAccount',
        data: { accountId, role, communityId, on, formComplete: true, by, ...given({ memberId }) },
      };
    }
    case 'PostClaimed': {
      const { postId, kind, difficulty, catalogue } = event.data;
      return {
        type: 'ClaimPost',
        data: { accountId, postId, kind, ...given({ difficulty, catalogue }), on, by },
      };
    }
    case 'ActivityCredited':
      return creditOf(event);
    case 'PointsRedeemed': {
      const { redemptionId, communityId, lines } = event.data;
      const asked = lines.map(({ rewardId, quantity }) => ({ rewardId, quantity }));
      return { type: 'RedeemPoints', data: { accountId, redemptionId, communityId, lines: asked, on, by } };
    }
    case 'ScoreCorrected': {
      const { correctionId, points, requested, reason, corrects } = event.data;
      const matter = corrects === undefined ? {} : { corrects: corrects.id, item: corrects.item };
      return {
        type: 'CorrectScore',
        data: { accountId, correctionId, points: requested ?? points, reason, on, by, ...matter },
      };
    }
  }
}

function creditOf({ data }: ActivityCredited): Command {
  const { accountId, on, by } = data;
  if (data.entry === 'registration') return { type: 'ReportIn', data: { accountId, on, by } };
  const { item, matterId, difficulty, quantity, postId, catalogue, note } = data;
  const rest = given({ difficulty, quantity, postId, catalogue, note });
  return { type: 'CreditActivity', data: { accountId, item, matterId, ...rest, on, by } };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are not undefined. */
function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}

/**
 * The handbook as a redemption tells it: its version, its days, and the rewards taken, with their prices and consents. Events keep
 * neither stock nor reward limits.
 */
export function handbookOf(event: BankEvent & { readonly type: 'PointsRedeemed' }): Handbook {
  const { communityId, handbook, lines } = event.data;
  const rewards = lines.map(({ rewardId, kind, title, price, consent }) => ({
    rewardId,
    kind,
    title,
    price,
    ...given({ consent }),
  }));
  const { version, published, filed } = handbook;
  return { communityId, version, published, ...given({ filed }), rewards };
}
