import type { BankEvent, ClosedAccount, Command, Continued } from 'points-bank';

/** The command that an event came from: what was entered, without what was decided about it. */
export function commandOfEvent(event: BankEvent): Command {
  const { accountId, communityId, on, by, recordedOn } = event.data;
  const shared = { accountId, on, by, ...given({ recordedOn }) };
  switch (event.type) {
    case 'AccountOpened': {
      const { role, colour, memberId } = event.data;
      const continues = event.data.continues?.map(closingOf);
      const opening = { communityId, role, colour, formComplete: true, ...given({ memberId, continues }) };
      return { type: 'OpenAccount', data: { ...shared, ...opening } };
    }
    case 'PostClaimed': {
      const { postId, kind, difficulty, catalogue } = event.data;
      return { type: 'ClaimPost', data: { ...shared, postId, kind, ...given({ difficulty, catalogue }) } };
    }
    case 'ActivityCredited': {
      const { item, matterId, difficulty, quantity, postId, catalogue, note, memberId } = event.data;
      if (event.data.entry === 'registration')
        return { type: 'ReportIn', data: { ...shared, ...given({ memberId }) } };
      const optional = given({ difficulty, quantity, postId, catalogue, note, memberId });
      return { type: 'CreditActivity', data: { ...shared, item, matterId, ...optional } };
    }
    case 'PointsRedeemed': {
      const { redemptionId, collectedBy } = event.data;
      const lines = event.data.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity }));
      const visit = { communityId, redemptionId, lines, ...given({ collectedBy }) };
      return { type: 'RedeemPoints', data: { ...shared, ...visit } };
    }
    case 'ScoreCorrected': {
      const { correctionId, points, requested, reason, corrects } = event.data;
      const matter = corrects === undefined ? {} : { corrects: corrects.id, item: corrects.item };
      return {
        type: 'CorrectScore',
        data: { ...shared, correctionId, points: requested ?? points, reason, ...matter },
      };
    }
    case 'PostReleased':
      return { type: 'ReleasePost', data: { ...shared, postId: event.data.postId } };
    case 'EntryVerified':
      return { type: 'VerifyEntry', data: { ...shared, verifies: event.data.verifies } };
    case 'EntryReversed': {
      const { reversalId, reverses, lines, reason } = event.data;
      // Who reverses a reversal names no lines: they are those of the entry.
      const named = given({ lines: reverses.kind === 'reversal' ? undefined : lines });
      return { type: 'ReverseEntry', data: { ...shared, reversalId, reverses, reason, ...named } };
    }
    case 'PointsSent': {
      const { transferId, to, points } = event.data;
      return { type: 'TransferPoints', data: { ...shared, transferId, to, points } };
    }
    case 'PointsReceived': {
      const { transferId, from, points, sentOn } = event.data;
      const sent = { accountId: from, transferId, to: accountId, points, on: sentOn };
      return { type: 'ReceivePoints', data: { ...shared, sent: { type: 'PointsSent', data: sent } } };
    }
    case 'AccountBarred': {
      const { barId, ground, from, until, reason } = event.data;
      return { type: 'BarAccount', data: { ...shared, barId, ground, from, reason, ...given({ until }) } };
    }
    case 'AccountClosed': {
      const { reason, continuedBy } = event.data;
      return { type: 'CloseAccount', data: { ...shared, reason, ...given({ continuedBy }) } };
    }
  }
}

/** As much of a closing as the account that continues it was opened with. */
function closingOf({ accountId, communityId, closedOn, reason, handedOn }: Continued): ClosedAccount {
  const data = { accountId, communityId, on: closedOn, reason, ...given({ handedOn }) };
  return { type: 'AccountClosed', data };
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(parts: T): Given<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Given<T>;
}
