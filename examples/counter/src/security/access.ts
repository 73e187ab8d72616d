import type { Account, By, ItemRule, RuleSet } from 'points-bank';
import { WISHES } from '../bank/entry-requests.js';
import { COMMANDS, type EntryKind } from '../forms/command-of.js';
import { type Actor, communityOf, type Person } from '../people/user.js';

/*
 * Who may see and do what. The library refuses what an office may not do, too; here it is decided what is shown to whom.
 */

/** An account is seen by its community, by the Party affairs office, and by its own volunteer. */
export function maySee({ person }: Actor, account: Account): boolean {
  if (account.status === 'unopened') return false;
  if (person.role === 'subdistrict') return true;
  return person.role === 'volunteer'
    ? person.accountId === account.accountId
    : person.communityId === account.communityId;
}

/** Whether the rules give it to the user's office, and have what it is about. */
export function mayDo(ruleSet: RuleSet, { person }: Actor, doing: EntryKind): boolean {
  const office = officeIn(person);
  if (office === undefined || !isThere(ruleSet, doing)) return false;
  return ruleSet.authority.offices[COMMANDS[doing]]?.includes(office) === true;
}

/** Whether the rules have offices that undo or correct entries, of which others may ask it. */
export const mayAsk = ({ authority }: RuleSet): boolean =>
  WISHES.some((wish) => (authority.offices[COMMANDS[wish]] ?? []).length > 0);

/** Whether an activity under the item is for the user's office to credit. */
export function mayCredit(item: ItemRule, { person }: Actor): boolean {
  const office = officeIn(person);
  return item.entry === 'activity' && office !== undefined && (item.offices?.includes(office) ?? true);
}

/** Some things can only be done where the rules say how. */
function isThere(ruleSet: RuleSet, doing: EntryKind): boolean {
  switch (doing) {
    case 'verify':
      return ruleSet.verification !== undefined;
    case 'send':
    case 'receive':
      return ruleSet.transfer !== undefined;
    case 'bar':
      return Object.keys(ruleSet.ineligibility).length > 0;
    case 'close':
      return ruleSet.closing !== undefined;
    default:
      return true;
  }
}

/** Which community's accounts a list may show: a community's own, any for the Party affairs office. `undefined`: not allowed. */
export function scopeOf({ person }: Actor, asked: string | undefined): { communityId?: string } | undefined {
  const named = asked === undefined || asked === '' ? undefined : asked;
  if (person.role === 'subdistrict') return named === undefined ? {} : { communityId: named };
  const communityId = communityOf(person);
  if (communityId === undefined || (named !== undefined && named !== communityId)) return undefined;
  return { communityId };
}

function officeIn({ role }: Person): string | undefined {
  return role === 'volunteer' ? undefined : role;
}

/** As whom a user acts on the bank; by name, where the rules ask who it was. */
export function officeOf(ruleSet: RuleSet, { name, person }: Actor): By | undefined {
  const office = officeIn(person);
  if (office === undefined) return undefined;
  const { approval, self } = ruleSet.authority;
  const communityId = communityOf(person);
  return {
    office,
    ...(communityId === undefined ? {} : { communityId }),
    ...(approval === 'two-person' || self === 'refused' ? { recorder: name } : {}),
  };
}

/** Whether a second person has to approve what is entered. */
export const needsApproval = ({ authority }: RuleSet): boolean => authority.approval === 'two-person';
