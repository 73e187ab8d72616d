/** Ids that cannot stand in an address as they are: browsers resolve dots, one address is a form, and the mark itself. */
const ODD = /^(?:new$|\.{1,2}$|~)/;

/** An account's page. */
export const accountPath = (accountId: string): string =>
  `/accounts/${encodeURIComponent(ODD.test(accountId) ? `~${accountId}` : accountId)}`;

/** The account that an address names by its part after `/accounts/`. */
export const accountNamed = (part: string): string => part.replace(/^~/, '');
