import type { BankEvent, Command } from 'points-bank';

/** The command that an event came from: what was entered, without what was decided about it. */
export function commandOfEvent(event: BankEvent): Command {
  const { accountId, communityId, on, by } = event.data;
  const shared = { accountId, on, by };
  switch (event.type) {
    case 'AccountOpened': {
      const { role, colour } = event.data;
      return { type: 'OpenAccount', data: { ...shared, communityId, role, colour, formComplete: true } };
    }
    case 'PostClaimed': {
      const { postId, kind, difficulty, catalogue } = event.data;
      return { type: 'ClaimPost', data: { ...shared, postId, kind, ...given({ difficulty, catalogue }) } };
    }
    case 'ActivityCredited': {
      if (event.data.entry === 'registration') return { type: 'ReportIn', data: shared };
      const { item, matterId, difficulty, quantity, postId, catalogue, note } = event.data;
      const optional = given({ difficulty, quantity, postId, catalogue, note });
      return { type: 'CreditActivity', data: { ...shared, item, matterId, ...optional } };
    }
    case 'PointsRedeemed': {
      const { redemptionId } = event.data;
      const lines = event.data.lines.map(({ rewardId, quantity }) => ({ rewardId, quantity }));
      return { type: 'RedeemPoints', data: { ...shared, communityId, redemptionId, lines } };
    }
    case 'ScoreCorrected': {
      const { correctionId, points, requested, reason, corrects } = event.data;
      const matter = corrects === undefined ? {} : { corrects: corrects.id, item: corrects.item };
      return {
        type: 'CorrectScore',
        data: { ...shared, correctionId, points: requested ?? points, reason, ...matter },
      };
    }
  }
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(parts: T): Given<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Given<T>;
}
