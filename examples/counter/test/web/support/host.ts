import type { Hono } from 'hono';
import type { RuleSet } from 'points-bank';
import { renfa2022 } from 'points-bank/rule-sets';
import { createApp } from '../../../src/app.js';
import { CounterBank } from '../../../src/bank/counter-bank.js';
import { EntryRequests } from '../../../src/bank/entry-requests.js';
import { Handbooks } from '../../../src/bank/handbooks.js';
import { Programmes } from '../../../src/bank/programmes.js';
import { RuleFilings } from '../../../src/bank/rule-filings.js';
import { type Assets, makeAssets } from '../../../src/client/assets.js';
import { readConfig } from '../../../src/config.js';
import type { Counter } from '../../../src/counter.js';
import { openCounter } from '../../../src/open-counter.js';
import { ApiKeys } from '../../../src/people/api-keys.js';
import { Communities } from '../../../src/people/communities.js';
import { Users } from '../../../src/people/users.js';
import { memoryRecords } from '../../../src/records/memory-records.js';
import { KnownBrowsers } from '../../../src/security/known-browsers.js';
import { OidcSignIn, type Provider } from '../../../src/security/oidc.js';
import { requestLimit } from '../../../src/security/request-limit.js';
import { Sessions } from '../../../src/security/session.js';
import { signInLimit } from '../../../src/security/sign-in-limit.js';
import { openMemoryStore } from '../../../src/store/memory-store.js';
import type { Env } from '../../../src/web/env.js';

/** The day of every test. */
export const TODAY = '2026-11-24';

export const SECRET = 'a secret for tests that is long enough';

const BLANK: Assets = {
  script: { path: '/assets/counter.js', body: '', type: 'text/javascript' },
  style: { path: '/assets/counter.css', body: '', type: 'text/css' },
};

let assets: Promise<Assets> | undefined;

/** They are the same for all, and made once. */
function sharedAssets(): Promise<Assets> {
  assets ??= makeAssets();
  return assets;
}

export type Host = { readonly counter: Counter; readonly app: Hono<Env> };

/** The counter on its embedded database or a server's, as it is started but for the day: for what has to hold on the real parts. */
export async function openRealHost(
  folder: string,
  options: { workbench?: string; databaseUrl?: string } = {},
): Promise<Host & { close(): Promise<void> }> {
  const server = { DATABASE_URL: options.databaseUrl ?? '', SESSION_SECRET: SECRET };
  const opened = await openCounter(readConfig({ DATA: folder, ...server }));
  const { workbench = opened.workbench } = options;
  const counter = { ...opened, workbench, today: () => TODAY, now: () => `${TODAY}T09:00:00.000Z` };
  return { counter, app: createApp(counter), close: () => opened.close() };
}

/** A counter in memory on a fixed day; with its script and style only where a browser looks at it. */
export async function openHost(
  options: {
    assets?: boolean;
    workbench?: string;
    publicUrl?: string;
    ruleSet?: RuleSet;
    trustProxy?: boolean;
    apiRequests?: number;
    oidc?: Provider;
  } = {},
): Promise<Host> {
  const bank = new CounterBank(options.ruleSet ?? renfa2022);
  const store = openMemoryStore({ bank: bank.bankFor });
  const records = memoryRecords();
  const https = options.publicUrl?.startsWith('https:') === true;
  const counter: Counter = {
    bank,
    ruleSet: bank.bank.ruleSet,
    store,
    records,
    users: new Users(records),
    apiKeys: new ApiKeys(records),
    requestLimit: await requestLimit(options.apiRequests ?? 1000),
    communities: new Communities(records),
    handbooks: new Handbooks(records),
    programmes: new Programmes(records),
    ruleFilings: new RuleFilings(records),
    requests: new EntryRequests(records),
    sessions: new Sessions(SECRET, https, records),
    browsers: new KnownBrowsers(SECRET, https),
    signInLimit: await signInLimit(),
    oidc: options.oidc && new OidcSignIn(options.oidc, SECRET, https),
    assets: options.assets === true ? await sharedAssets() : BLANK,
    workbench: options.workbench ?? '/nowhere',
    timeZone: 'Asia/Shanghai',
    today: () => TODAY,
    now: () => `${TODAY}T09:00:00.000Z`,
    publicUrl: options.publicUrl,
    trustProxy: options.trustProxy === true,
  };
  return { counter, app: createApp(counter) };
}
