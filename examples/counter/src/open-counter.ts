import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CounterBank } from './bank/counter-bank.js';
import { EntryRequests } from './bank/entry-requests.js';
import { Handbooks } from './bank/handbooks.js';
import { Programmes } from './bank/programmes.js';
import { RuleFilings } from './bank/rule-filings.js';
import { makeAssets } from './client/assets.js';
import { todayIn } from './clock.js';
import { type Config, databaseSetting, readRules } from './config.js';
import type { Counter } from './counter.js';
import { ApiKeys } from './people/api-keys.js';
import { Communities } from './people/communities.js';
import { Users } from './people/users.js';
import { openRecords } from './records/open-records.js';
import { KnownBrowsers } from './security/known-browsers.js';
import { OidcSignIn } from './security/oidc.js';
import { requestLimit } from './security/request-limit.js';
import { sessionSecret } from './security/secret.js';
import { Sessions } from './security/session.js';
import { signInLimit } from './security/sign-in-limit.js';
import { settingOf } from './start-failure.js';
import { openStore } from './store/open-store.js';
import type { Rebuilt } from './store/projections.js';

const WORKBENCH = fileURLToPath(new URL('../../workbench/dist', import.meta.url));

/**
 * Opens what the settings name: the event store, the records, the secret.
 *
 * @param told - how far the lists are, where they have to be made anew
 * @throws `WrongSetting` where the database cannot be used
 */
export function openCounter(config: Config, told?: (rebuilt: Rebuilt) => void): Promise<OpenCounter> {
  return settingOf(databaseSetting(config), opened(config, told));
}

type OpenCounter = Counter & { close(): Promise<void> };

async function opened(config: Config, told: ((rebuilt: Rebuilt) => void) | undefined): Promise<OpenCounter> {
  const bank = new CounterBank(readRules(config.RULES));
  const secret = await sessionSecret(config);
  const assets = await makeAssets();
  const { records, pool } = await openRecords(config);
  const { DATABASE_URL: databaseUrl } = config;
  const isHttps = config.PUBLIC_URL?.startsWith('https:') === true;
  const store = await openStore({
    bank: bank.bankFor,
    told,
    ...(databaseUrl === undefined ? { folder: join(config.DATA, 'events') } : { databaseUrl }),
  });
  return {
    bank,
    ruleSet: bank.bank.ruleSet,
    store,
    records,
    users: new Users(records),
    apiKeys: new ApiKeys(records),
    requestLimit: await requestLimit(config.API_REQUESTS, pool),
    communities: new Communities(records),
    handbooks: new Handbooks(records),
    programmes: new Programmes(records),
    ruleFilings: new RuleFilings(records),
    requests: new EntryRequests(records),
    sessions: new Sessions(secret, isHttps, records),
    browsers: new KnownBrowsers(secret, isHttps),
    signInLimit: await signInLimit(pool),
    oidc: oidcOf(config, secret, isHttps),
    assets,
    workbench: WORKBENCH,
    timeZone: config.TIME_ZONE,
    today: () => todayIn(config.TIME_ZONE),
    now: () => new Date().toISOString(),
    publicUrl: config.PUBLIC_URL,
    trustProxy: config.TRUST_PROXY === '1',
    async close() {
      await store.close();
      await records.close();
    },
  };
}

function oidcOf(config: Config, secret: string, isHttps: boolean): OidcSignIn | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = config;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return new OidcSignIn({ issuer, clientId, clientSecret }, secret, isHttps);
}
