import type { Host } from './host.js';

const ORIGIN = 'http://localhost';

export type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };

/** A browser as far as requests go: it keeps cookies, and sends the forms of the pages that it was shown. */
export class Visitor {
  private readonly cookies = new Map<string, string>();
  token = '';

  private readonly host: Host;

  constructor(host: Host) {
    this.host = host;
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request(path, { headers });
  }

  /** Sends a form with the token of the page that was seen last, as its own origin. */
  async post(
    path: string,
    values: Record<string, string | Blob>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    return this.postAs(path, { token: this.token, ...values }, { Origin: ORIGIN, ...headers });
  }

  async postAs(
    path: string,
    values: Record<string, string | Blob>,
    headers: Record<string, string>,
  ): Promise<Answer> {
    const files = Object.values(values).some((value) => value instanceof Blob);
    const body = files ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries(values)) body.append(name, value as string);
    return this.request(path, { method: 'POST', body, headers });
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  async signIn(name: string, password: string): Promise<Answer> {
    await this.get('/sign-in');
    const answer = await this.post('/sign-in', { name, password, back: '/' });
    // Signing in begins another session, with tokens of its own.
    if (answer.status === 303) this.token = this.tokenOfSession();
    return answer;
  }

  private async request(path: string, init: RequestInit): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...(init.headers as Record<string, string>),
      ...(cookie === '' ? {} : { Cookie: cookie }),
    };
    const response = await this.host.app.request(`${ORIGIN}${path}`, { ...init, headers });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value === '' || /max-age=0/i.test(set)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    // What keeps a day on one line is no part of what a page says.
    const text = (await response.text()).replaceAll(/<span class="unbroken">([\w-]+)<\/span>/g, '$1');
    this.token = /name="token" value="([^"]*)"/.exec(text)?.[1] ?? this.token;
    return { status: response.status, text, headers: response.headers };
  }

  private tokenOfSession(): string {
    const { sessions } = this.host.counter;
    const value = decodeURIComponent(this.cookies.get('counter_session') ?? '').split('.')[0] ?? '';
    return sessions.token(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  }
}
