import type { Context } from 'hono';
import type { Counter } from '../counter.js';
import type { Locale } from '../language/words.js';
import type { Actor } from '../people/user.js';

/** What an answer to a program is made with. There is no session here: a cookie is not even read. */
export type ApiEnv = { Variables: { counter: Counter; locale: Locale; actor: Actor } };

export type Call = Context<ApiEnv>;
