import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { z } from 'zod';
import type { User } from '../people/user.js';
import type { Users } from '../people/users.js';
import type { Records } from '../records/records.js';

const COOKIE = 'counter_session';

/** A working day at the desk. */
const SECONDS = 10 * 60 * 60;

/** How far the clocks of several processes may differ, or one clock be set back. */
const SKEW = 5 * 60;

const schema = z.object({
  /** Random; what the form tokens of the session are made from. */
  id: z.string().min(16),
  /** Seconds since 1970. */
  begun: z.number().int(),
  user: z.object({ name: z.string(), mark: z.string() }).optional(),
});

export type Session = z.infer<typeof schema>;

/** What is kept of a session that somebody signed out of, until it would have ended by itself. */
const ENDED = 'ended-session';
const ended = z.object({ until: z.number() });

/** Sessions as signed cookies: any process that has the secret can read them. Only those that were signed out of are remembered. */
export class Sessions {
  private readonly secret: string;
  private readonly records: Records;
  private readonly now: () => number;
  /** Over https the cookie's name itself says that it is this host's alone. */
  private readonly place: { path: '/' } | { path: '/'; secure: true; prefix: 'host' };

  constructor(
    secret: string,
    secure: boolean,
    records: Records,
    now: () => number = () => Math.floor(Date.now() / 1000),
  ) {
    this.secret = secret;
    this.records = records;
    this.place = secure ? { path: '/', secure: true, prefix: 'host' } : { path: '/' };
    this.now = now;
  }

  /** The session of a request, where its cookie was signed here and is not too old. */
  async read(c: Context): Promise<Session | undefined> {
    const value = await getSignedCookie(c, this.secret, COOKIE, 'prefix' in this.place ? 'host' : undefined);
    if (typeof value !== 'string') return undefined;
    const parsed = schema.safeParse(json(value));
    if (!parsed.success) return undefined;
    const age = this.now() - parsed.data.begun;
    return age >= -SKEW && age < SECONDS ? parsed.data : undefined;
  }

  /** A new session: at the first page, and again at sign-in, so that nobody signs in under an id that somebody else planted. */
  async begin(c: Context, user?: User): Promise<Session> {
    const session: Session = {
      id: randomBytes(18).toString('base64url'),
      begun: this.now(),
      ...(user === undefined ? {} : { user: { name: user.name, mark: user.mark } }),
    };
    const value = Buffer.from(JSON.stringify(session), 'utf8').toString('base64url');
    const options = { httpOnly: true, sameSite: 'Lax', maxAge: SECONDS } as const;
    await setSignedCookie(c, COOKIE, value, this.secret, { ...options, ...this.place });
    return session;
  }

  /** Takes the cookie from the browser. */
  forget(c: Context): void {
    deleteCookie(c, COOKIE, this.place);
  }

  /** Ends a session for good: its cookie is worth nothing to whoever has a copy. */
  async end(session: Session | undefined): Promise<void> {
    if (session?.user === undefined) return;
    await this.records.add(ENDED, session.id, { until: session.begun + SECONDS });
    for (const { key, value } of await this.records.entries(ENDED)) {
      const parsed = ended.safeParse(value);
      if (!parsed.success || parsed.data.until < this.now()) await this.records.remove(ENDED, key);
    }
  }

  /** Who is signed in: the user as it is now, unless the session was signed out of, or the password has changed since. */
  async user(session: Session | undefined, users: Users): Promise<User | undefined> {
    if (session?.user === undefined) return undefined;
    const [user, isEnded] = await Promise.all([
      users.named(session.user.name),
      this.records.get(ENDED, session.id),
    ]);
    return isEnded === undefined && user?.mark === session.user.mark ? user : undefined;
  }

  /**
   * What a form of this session has to bring back: another text on every page, so that what a page shows beside it tells nothing about
   * it by the page's length once compressed.
   */
  token(session: Session): string {
    const mask = randomBytes(32);
    return Buffer.concat([mask, mixed(mask, this.mac(session))]).toString('base64url');
  }

  tokenIsRight(session: Session, token: string): boolean {
    const given = Buffer.from(token, 'base64url');
    if (given.length !== 64) return false;
    return timingSafeEqual(mixed(given.subarray(0, 32), given.subarray(32)), this.mac(session));
  }

  private mac(session: Session): Buffer {
    return createHmac('sha256', this.secret).update(`form ${session.id}`).digest();
  }
}

const mixed = (mask: Buffer, bytes: Buffer): Buffer =>
  Buffer.from(bytes.map((byte, at) => byte ^ (mask[at] ?? 0)));

function json(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
