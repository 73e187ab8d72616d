import type { BankEvent, OpenedAccount } from 'points-bank';
import { fold } from 'points-bank';
import { numbersOf } from '../bank/account-numbers.js';
import { maySee } from '../security/access.js';
import { accountNamed } from './account-path.js';
import type { Web } from './env.js';
import { signedIn } from './guards.js';

export type Seen = { readonly account: OpenedAccount; readonly events: readonly BankEvent[] };

/** The account that an address names, where the user may see it. One that is another's looks like one that is not there. */
export async function accountOf(c: Web): Promise<Seen | undefined> {
  return onRecord(c, accountNamed(c.req.param('id') ?? ''));
}

/** The same where a clerk's own community may have its number without the community's code, as it is written into a form. */
export async function accountWritten(c: Web): Promise<Seen | undefined> {
  const { person } = signedIn(c.get('user'));
  if (person.role !== 'community') return accountOf(c);
  const written = accountNamed(c.req.param('id') ?? '');
  const { whole } = await numbersOf(c.get('counter'), person.communityId, [written]);
  return onRecord(c, whole(written));
}

/** The same of any account. */
export async function onRecord(c: Web, accountId: string): Promise<Seen | undefined> {
  if (accountId === '') return undefined;
  const user = signedIn(c.get('user'));
  const events = await c.get('counter').store.events(accountId);
  const account = fold(events);
  return account.status !== 'unopened' && maySee(user, account) ? { account, events } : undefined;
}
