import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const CLIENT = { clientId: 'counter', clientSecret: 'a secret of the counter at the provider' };

type Person = { readonly email: string; readonly isVerified: boolean };

/** A real provider of OpenID Connect in this process, on a port of its own, with people who sign in by their id and any password. */
export class OidcProvider {
  readonly issuer: string;
  /** What the counter asked for. */
  readonly asked: URLSearchParams[] = [];
  /** Breaks off every connection. */
  isAway = false;
  private readonly server: Server;

  private constructor(issuer: string, server: Server) {
    this.issuer = issuer;
    this.server = server;
  }

  static async open(people: Readonly<Record<string, Person>>): Promise<OidcProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const provider = new Provider(issuer, {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: ['http://localhost/sign-in/oidc/callback'],
        },
      ],
      pkce: { required: () => true },
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['for this test alone'] },
      findAccount: (_, sub) => {
        const person = people[sub];
        if (person === undefined) return undefined;
        const claims = { sub, email: person.email, email_verified: person.isVerified };
        return { accountId: sub, claims: async () => claims };
      },
    });
    const opened = new OidcProvider(issuer, server);
    const answer = provider.callback();
    server.on('request', (request, response) =>
      opened.isAway ? request.socket.destroy() : answer(request, response),
    );
    return opened;
  }

  /** Signs somebody in as a browser would, from the address that the counter sent it to; the address that leads back. */
  async signIn(at: string, login: string): Promise<URL> {
    const cookies = new Map<string, string>();
    let next: { readonly url: URL; readonly form?: Record<string, string> } = { url: new URL(at) };
    this.asked.push(next.url.searchParams);
    while (next.url.origin === this.issuer) {
      const { url, form } = next;
      const answer: Response = await fetch(url, {
        redirect: 'manual',
        headers: { Cookie: [...cookies].map((cookie) => cookie.join('=')).join('; ') },
        ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
      });
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      const page = await answer.text();
      if (location !== null) next = { url: new URL(location, url) };
      else {
        const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
        if (action === undefined) throw new Error(`the provider answers ${answer.status}: ${page}`);
        const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
        next = { url: new URL(action, url), form: { prompt, login, password: 'any' } };
      }
    }
    return next.url;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
