/** What the streams of accounts begin with; Emmett reads it as their type. */
export const ACCOUNT_STREAMS = 'account-';

/** The stream of an account. Ids may be in any script; what follows the first `-` is the id as it is. */
export function streamOf(accountId: string): string {
  return `${ACCOUNT_STREAMS}${accountId}`;
}
