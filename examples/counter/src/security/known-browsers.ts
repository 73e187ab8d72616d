import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const COOKIE = 'counter_browser';
const SECONDS = 180 * 24 * 60 * 60;
/** The people who share a computer at a desk; of more, whoever signed in last is known. */
const MOST = 8;

/**
 * The browsers that somebody signed in with before. Their attempts count apart from all others, so nobody who tries a clerk's name at
 * another computer, or at another desk behind the same address, keeps the clerk out.
 */
export class KnownBrowsers {
  private readonly secret: string;
  private readonly place: { path: '/' } | { path: '/'; secure: true; prefix: 'host' };

  constructor(secret: string, secure: boolean) {
    this.secret = secret;
    this.place = secure ? { path: '/', secure: true, prefix: 'host' } : { path: '/' };
  }

  /** The browser's own mark, where somebody signed in with it by this name. */
  of(c: Context, name: string): string | undefined {
    const { id, macs } = this.read(c);
    const mac = this.mac(id, name);
    return macs.some((known) => isSame(known, mac)) ? id : undefined;
  }

  /** From now on the browser is known for the name. It holds no name: only what a name can be checked against. */
  remember(c: Context, name: string): void {
    const { id, macs } = this.read(c);
    const mac = this.mac(id, name);
    const value = [id, mac, ...macs.filter((known) => known !== mac)].slice(0, MOST + 1).join('.');
    setCookie(c, COOKIE, value, { httpOnly: true, sameSite: 'Lax', maxAge: SECONDS, ...this.place });
  }

  private read(c: Context): { readonly id: string; readonly macs: readonly string[] } {
    const value = 'prefix' in this.place ? getCookie(c, COOKIE, 'host') : getCookie(c, COOKIE);
    const [id = '', ...macs] = (value ?? '').split('.');
    return /^[\w-]{24}$/.test(id)
      ? { id, macs: macs.slice(0, MOST) }
      : { id: randomBytes(18).toString('base64url'), macs: [] };
  }

  private mac(id: string, name: string): string {
    const known = name.normalize('NFC').toLowerCase();
    return createHmac('sha256', this.secret).update(`browser ${id} ${known}`).digest('base64url');
  }
}

function isSame(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
