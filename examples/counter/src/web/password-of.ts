import type { User } from '../people/user.js';
import { addressOf } from './address-of.js';
import type { Web } from './env.js';

/** What came of a name and a password: whose they are, that they are nobody's, or how many seconds to wait. */
export type Tried = { readonly user?: User; readonly wait?: number };

/** The seconds to wait for where too many are waiting already. */
const SOON = 10;

/** Tries a password, as often as that may be done. */
export async function passwordOf(c: Web, name: string, password: string): Promise<Tried> {
  const { users, signInLimit } = c.get('counter');
  const from = placeOf(c, name);
  const tried = await signInLimit.inTurn(from, async (): Promise<Tried> => {
    const wait = await signInLimit.attempt(name, from);
    if (wait !== undefined) return { wait };
    const user = await users.signedIn(name, password);
    if (user === undefined) return {};
    await signInLimit.succeeded(name, from);
    return { user };
  });
  return tried ?? { wait: SOON };
}

/** Where an attempt is made: at a browser that the name is known at, by a colleague who is signed in, or else at an address. */
function placeOf(c: Web, name: string): string {
  const browser = c.get('counter').browsers.of(c, name);
  if (browser !== undefined) return `browser ${browser}`;
  const user = c.get('user');
  return user === undefined ? `address ${addressOf(c)}` : `user ${user.name}`;
}
