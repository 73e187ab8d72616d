import type { Counter } from '../counter.js';

/** Which accounts are another community's: to this one they are as if they were not there. */
export async function elsewhereOf(
  counter: Pick<Counter, 'ledger'>,
  communityId: string,
): Promise<(accountId: string) => boolean> {
  const ledger = await counter.ledger.caughtUp();
  return (accountId) => {
    const account = ledger.account(accountId)?.account;
    return account !== undefined && account.status !== 'unopened' && account.communityId !== communityId;
  };
}
