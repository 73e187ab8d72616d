import type { By, CommandType, RuleSet } from 'points-bank';

/**
 * An office that the rules give a command to, for asking the bank what an account can do: nothing but the account decides, so two persons
 * stand ready where the rules ask for them.
 */
export function anOfficeFor(ruleSet: RuleSet, type: CommandType, communityId: string): By | undefined {
  const [office] = ruleSet.authority.offices[type] ?? [];
  if (office === undefined) return undefined;
  const own = ruleSet.offices[office]?.acts === 'own-community' ? { communityId } : {};
  return { office, ...own, recorder: 'probe: the first person', approvedBy: 'probe: the second person' };
}
