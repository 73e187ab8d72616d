import type { Context } from 'hono';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import * as client from 'openid-client';
import { z } from 'zod';

const COOKIE = 'counter_oidc';

/** How long somebody may take at the provider. */
const SECONDS = 10 * 60;
/** How long the provider may take for an answer. */
const PATIENCE = 10;

/** A provider of OpenID Connect, and what the counter is there. */
export type Provider = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** Who somebody is at the provider. An e-mail address counts only where the provider says that it was verified. */
export type Identity = {
  readonly issuer: string;
  readonly subject: string;
  readonly email?: string | undefined;
};

const beginningSchema = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  back: z.string(),
  /** Seconds since 1970. */
  begun: z.number(),
});
type Beginning = z.infer<typeof beginningSchema>;

/** The provider does not answer, or not as a provider does. */
export class ProviderAway extends Error {
  override readonly name = 'ProviderAway';
}

/**
 * Sign-in at a provider: the authorization code flow with PKCE, state and nonce. What was begun is in a signed cookie of the browser, so that any
 * process can finish it, and nobody can finish what another browser began.
 */
export class OidcSignIn {
  private readonly provider: Provider;
  private readonly secret: string;
  private readonly place: { path: '/' } | { path: '/'; secure: true; prefix: 'host' };
  private readonly now: () => number;
  private found: Promise<client.Configuration> | undefined;

  constructor(
    provider: Provider,
    secret: string,
    secure: boolean,
    now: () => number = () => Math.floor(Date.now() / 1000),
  ) {
    this.provider = provider;
    // What is signed for one purpose is worth nothing for another.
    this.secret = `oidc ${secret}`;
    this.place = secure ? { path: '/', secure: true, prefix: 'host' } : { path: '/' };
    this.now = now;
  }

  /** The provider's page, to which the browser is sent. */
  async begin(c: Context, redirectUri: string, back: string): Promise<URL> {
    const config = await this.discovered();
    const beginning: Beginning = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      back,
      begun: this.now(),
    };
    const value = Buffer.from(JSON.stringify(beginning), 'utf8').toString('base64url');
    const options = { httpOnly: true, sameSite: 'Lax', maxAge: SECONDS } as const;
    await setSignedCookie(c, COOKIE, value, this.secret, { ...options, ...this.place });
    return client.buildAuthorizationUrl(config, {
      redirect_uri: redirectUri,
      scope: 'openid email',
      state: beginning.state,
      nonce: beginning.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(beginning.verifier),
      code_challenge_method: 'S256',
    });
  }

  /** Who came back from the provider, and where to go on; nothing where this browser did not begin it, or the provider did not let anybody in. */
  async finish(
    c: Context,
    redirectUri: string,
  ): Promise<{ readonly identity: Identity; readonly back: string } | undefined> {
    const beginning = await this.beginningOf(c);
    deleteCookie(c, COOKIE, this.place);
    if (beginning === undefined) return undefined;
    const config = await this.discovered();
    const current = new URL(redirectUri);
    current.search = new URL(c.req.url).search;
    try {
      const tokens = await client.authorizationCodeGrant(config, current, {
        pkceCodeVerifier: beginning.verifier,
        expectedState: beginning.state,
        expectedNonce: beginning.nonce,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return undefined;
      const email = await verifiedEmail(config, tokens.access_token, claims);
      return { identity: { issuer: claims.iss, subject: claims.sub, email }, back: beginning.back };
    } catch (error) {
      if (isAway(error)) throw new ProviderAway('the provider does not answer', { cause: error });
      return undefined;
    }
  }

  private async beginningOf(c: Context): Promise<Beginning | undefined> {
    const prefix = 'prefix' in this.place ? 'host' : undefined;
    const value = await getSignedCookie(c, this.secret, COOKIE, prefix);
    if (typeof value !== 'string') return undefined;
    const parsed = beginningSchema.safeParse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
    if (!parsed.success) return undefined;
    const age = this.now() - parsed.data.begun;
    return age >= 0 && age < SECONDS ? parsed.data : undefined;
  }

  /** The provider's own description, asked for once; again after a failure. */
  private discovered(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.provider;
    const url = new URL(issuer);
    // The settings take http for this machine alone.
    const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
    this.found ??= client
      .discovery(url, clientId, clientSecret, undefined, { execute, timeout: PATIENCE })
      .catch((error: unknown) => {
        this.found = undefined;
        throw new ProviderAway('the provider cannot be found', { cause: error });
      });
    return this.found;
  }
}

/** Providers give it with the token or when they are asked. */
async function verifiedEmail(
  config: client.Configuration,
  accessToken: string,
  claims: client.IDToken,
): Promise<string | undefined> {
  const isAsked = claims.email === undefined && config.serverMetadata().userinfo_endpoint !== undefined;
  const { email, email_verified } = isAsked
    ? await client.fetchUserInfo(config, accessToken, claims.sub)
    : claims;
  return typeof email === 'string' && email_verified === true ? email : undefined;
}

/** Whether nothing came back at all, as opposed to a refusal: what `fetch` says of a broken connection is a TypeError without a code. */
function isAway(error: unknown): boolean {
  if (error instanceof TypeError) return !('code' in error);
  return error instanceof client.ClientError && error.code === 'OAUTH_TIMEOUT';
}
