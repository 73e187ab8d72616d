import type { CommandType, ItemRule, OfficeRule, RuleSet } from '../../rules/rule-set.js';
import { own } from '../../values/json.js';
import type { By, Persons } from './command.js';

/**
 * Who enters a command for an account of a community: of the offices that may, the first that acts as wanted, or else the first; `undefined`
 * where no office may.
 */
export function enteredBy(
  { authority, offices }: RuleSet,
  command: CommandType,
  { communityId, persons, acts, item }: Entering,
): By | undefined {
  // The rules give commands to offices of their own.
  const actsOf = (office: string): OfficeRule['acts'] => (own(offices, office) as OfficeRule).acts;
  const entitled = item?.offices ?? authority.offices[command] ?? [];
  const wanted = acts === undefined ? undefined : entitled.find((one) => actsOf(one) === acts);
  const office = wanted ?? entitled[0];
  if (office === undefined) return undefined;
  return actsOf(office) === 'everywhere' ? { office, ...persons } : { office, communityId, ...persons };
}

type Entering = {
  readonly communityId: string;
  readonly persons: Persons;
  /** The item that an activity is credited under, which may have offices of its own. */
  readonly item?: ItemRule | undefined;
  /** Whose accounts the office acts on, if that matters. */
  readonly acts?: OfficeRule['acts'];
};
