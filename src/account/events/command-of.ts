import type { ClosedAccount } from '../commands/carried-event.js';
import type { Command } from '../commands/command.js';
import type { Handbook } from '../handbook.js';
import type { ActivityCredited, BankEvent, Continued, PointsRedeemed } from './event.js';

/**
 * The command that led to an event, so that a recorded history can be decided again. The clause and the colour that a command may cite
 * are not kept by events and are left out.
 */
export function commandOf(event: BankEvent): Command {
  const { accountId, on, by, recordedOn } = event.data;
  const every = { accountId, on, by, ...given({ recordedOn }) };
  switch (event.type) {
    case 'AccountOpened': {
      const { role, communityId, memberId, continues, otherAccounts } = event.data;
      const closed = continues?.map(closingOf);
      return {
        type: 'OpenAccount',
        data: {
          ...every,
          role,
          communityId,
          formComplete: true,
          ...given({ memberId, continues: closed, otherAccounts }),
        },
      };
    }
    case 'PostClaimed': {
      const { postId, kind, difficulty, catalogue } = event.data;
      return {
        type: 'ClaimPost',
        data: { ...every, postId, kind, ...given({ difficulty, catalogue }) },
      };
    }
    case 'ActivityCredited':
      return creditOf(event);
    case 'PointsRedeemed': {
      const { redemptionId, lines, collectedBy } = event.data;
      const asked = lines.map(({ rewardId, quantity }) => ({ rewardId, quantity }));
      return {
        type: 'RedeemPoints',
        data: {
          ...every,
          redemptionId,
          communityId: placeOf(event.data),
          lines: asked,
          ...given({ collectedBy }),
        },
      };
    }
    case 'ScoreCorrected': {
      const { correctionId, points, requested, reason, corrects } = event.data;
      const matter = corrects === undefined ? {} : { corrects: corrects.id, item: corrects.item };
      return {
        type: 'CorrectScore',
        data: { ...every, correctionId, points: requested ?? points, reason, ...matter },
      };
    }
    case 'PostReleased':
      return { type: 'ReleasePost', data: { ...every, postId: event.data.postId } };
    case 'EntryVerified':
      return { type: 'VerifyEntry', data: { ...every, verifies: event.data.verifies } };
    case 'EntryReversed': {
      const { reversalId, reverses, lines, reason } = event.data;
      // A reversal of a reversal names no lines: they are those of the entry.
      const asked = reverses.kind === 'reversal' ? undefined : lines;
      return {
        type: 'ReverseEntry',
        data: { ...every, reversalId, reverses, ...given({ lines: asked }), reason },
      };
    }
    case 'PointsSent': {
      const { transferId, to, points } = event.data;
      return { type: 'TransferPoints', data: { ...every, transferId, to, points } };
    }
    case 'PointsReceived': {
      const { transferId, from, points, sentOn } = event.data;
      const sent = { accountId: from, transferId, to: accountId, points, on: sentOn };
      return { type: 'ReceivePoints', data: { ...every, sent: { type: 'PointsSent', data: sent } } };
    }
    case 'AccountBarred': {
      const { barId, ground, from, until, reason } = event.data;
      return { type: 'BarAccount', data: { ...every, barId, ground, from, ...given({ until }), reason } };
    }
    case 'AccountClosed': {
      const { reason, continuedBy } = event.data;
      return { type: 'CloseAccount', data: { ...every, reason, ...given({ continuedBy }) } };
    }
  }
}

function creditOf({ data }: ActivityCredited): Command {
  const { accountId, on, by, recordedOn, memberId } = data;
  const every = { accountId, on, by, ...given({ recordedOn, memberId }) };
  if (data.entry === 'registration') {
    const { formComplete } = data;
    return { type: 'ReportIn', data: { ...every, ...given({ formComplete }) } };
  }
  const { item, matterId, difficulty, quantity, postId, catalogue, note } = data;
  const rest = given({ difficulty, quantity, postId, catalogue, note });
  return { type: 'CreditActivity', data: { ...every, item, matterId, ...rest } };
}

/** As much of a closing as the account that continues it had before it. */
function closingOf({ accountId, communityId, closedOn, reason, handedOn }: Continued): ClosedAccount {
  const data = { accountId, communityId, on: closedOn, reason, handedOn };
  return { type: 'AccountClosed', data };
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
  const { handbook, lines } = event.data;
  const rewards = lines.map(({ rewardId, kind, title, price, consent }) => ({
    rewardId,
    kind,
    title,
    price,
    ...given({ consent }),
  }));
  const { version, published, filed } = handbook;
  return { communityId: placeOf(event.data), version, published, ...given({ filed }), rewards };
}

/** The community at which points were redeemed. */
export function placeOf({ at, communityId }: PointsRedeemed['data']): string {
  return at ?? communityId;
}
