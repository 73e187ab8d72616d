import type { Handbook, Reward, RuleSet } from 'points-bank';

/** Whether the rules take one consent to all rewards of a handbook. */
export const hasStandingConsents = ({ redemption }: RuleSet): boolean =>
  redemption.consent.basis === 'standing';

/** Whether a reward needs a consent that its edition does not name: it could not be redeemed. */
export function lacksConsent(ruleSet: RuleSet, edition: Handbook, { kind, consent }: Reward): boolean {
  const { kinds } = ruleSet.redemption.consent;
  const standing = hasStandingConsents(ruleSet) ? edition.standingConsent : undefined;
  return kinds.includes(kind) && consent === undefined && standing === undefined;
}
