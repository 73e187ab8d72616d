import type { RuleSet } from 'points-bank';
import type { CounterBank } from './bank/counter-bank.js';
import type { EntryRequests } from './bank/entry-requests.js';
import type { Handbooks } from './bank/handbooks.js';
import type { Programmes } from './bank/programmes.js';
import type { RuleFilings } from './bank/rule-filings.js';
import type { Assets } from './client/assets.js';
import type { ApiKeys } from './people/api-keys.js';
import type { Communities } from './people/communities.js';
import type { Users } from './people/users.js';
import type { Records } from './records/records.js';
import type { KnownBrowsers } from './security/known-browsers.js';
import type { OidcSignIn } from './security/oidc.js';
import type { RequestLimit } from './security/request-limit.js';
import type { Sessions } from './security/session.js';
import type { SignInLimit } from './security/sign-in-limit.js';
import type { CounterStore } from './store/counter-store.js';

/** Everything the web app is made of; what it is made from stands in `main.ts`. */
export type Counter = {
  readonly bank: CounterBank;
  readonly ruleSet: RuleSet;
  readonly store: CounterStore;
  readonly records: Records;
  readonly users: Users;
  readonly apiKeys: ApiKeys;
  readonly requestLimit: RequestLimit;
  readonly communities: Communities;
  readonly handbooks: Handbooks;
  readonly programmes: Programmes;
  readonly ruleFilings: RuleFilings;
  readonly requests: EntryRequests;
  readonly sessions: Sessions;
  readonly browsers: KnownBrowsers;
  readonly signInLimit: SignInLimit;
  /** Sign-in at a provider, beside passwords. */
  readonly oidc?: OidcSignIn | undefined;
  readonly assets: Assets;
  /** The built workbench: a folder with `index.html`. */
  readonly workbench: string;
  /** The time zone of the subdistrict's clocks. */
  readonly timeZone: string;
  readonly today: () => string;
  readonly now: () => string;
  /** Origins that forms may come from, beside the request's own. */
  readonly publicUrl?: string | undefined;
  readonly trustProxy: boolean;
};
