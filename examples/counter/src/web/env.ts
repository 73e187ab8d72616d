import type { Context } from 'hono';
import type { Counter } from '../counter.js';
import type { Locale } from '../language/words.js';
import type { User } from '../people/user.js';
import type { Session } from '../security/session.js';

export type Env = {
  Variables: {
    counter: Counter;
    /** What the log and the answer call the request. */
    requestId: string;
    locale: Locale;
    session: Session | undefined;
    user: User | undefined;
  };
};

export type Web<Path extends string = string> = Context<Env, Path>;
