import type { By, CommandType, RuleSet } from 'points-bank';

/**
 * The offices that the rules give a command to, for asking the bank what can be done: two persons stand ready where the rules ask for
 * them.
 */
export function officesFor(ruleSet: RuleSet, type: CommandType, communityId: string): readonly By[] {
  return (ruleSet.authority.offices[type] ?? []).map((office) => {
    const own = ruleSet.offices[office]?.acts === 'own-community' ? { communityId } : {};
    return { office, ...own, recorder: 'probe: the first person', approvedBy: 'probe: the second person' };
  });
}

/** One of them, where nothing but the account decides. */
export const anOfficeFor = (ruleSet: RuleSet, type: CommandType, communityId: string): By | undefined =>
  officesFor(ruleSet, type, communityId)[0];

/** An office with somebody else beside whoever acts for it: who approves is asked on the form only. */
export const withSomebodyElse = (by: By): By =>
  by.recorder === undefined ? by : { ...by, approvedBy: `not ${by.recorder}` };
