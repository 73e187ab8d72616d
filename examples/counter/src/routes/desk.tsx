import { Hono } from 'hono';
import { figures, handbookOn, type OpenedAccount, redeemable } from 'points-bank';
import { editionsLeft } from '../bank/enter.js';
import { requestsFor } from '../bank/request-fate.js';
import { reportInStanding, rewardStandings } from '../bank/standing.js';
import type { Counter } from '../counter.js';
import { AccountsPage } from '../pages/accounts.js';
import { type CommunityFigures, DeskPage } from '../pages/desk.js';
import { HomePage } from '../pages/home.js';
import { communityOf } from '../people/user.js';
import { officeOf, scopeOf } from '../security/access.js';
import { accountPath } from '../web/account-path.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { numberIn } from '../web/query.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { communitiesFor, openAccounts } from './scope.js';

const A_PAGE = 50;

/** How many ids a browser is given to complete from. */
const TO_COMPLETE = 500;

async function figuresOf(counter: Counter, communityId: string): Promise<CommunityFigures> {
  const year = counter.today().slice(0, 4);
  const sums = { accounts: 0, outstanding: 0, earned: 0 };
  const notReportedIn: string[] = [];
  for (const account of openAccounts(await counter.ledger.caughtUp(), communityId)) {
    sums.accounts += 1;
    sums.outstanding += redeemable(account);
    sums.earned += figures(account, { from: `${year}-01`, to: `${year}-12` }).earned;
    if (reportInStanding(counter.ruleSet, account, counter.today()).state === 'open')
      notReportedIn.push(account.accountId);
  }
  return { community: await counter.communities.named(communityId), ...sums, notReportedIn };
}

/** The open accounts; whoever asks for some finds closed ones too, by number or by what the directory has of their people. */
async function search(
  { ledger, store }: Counter,
  query: string,
  communityId: string | undefined,
): Promise<readonly OpenedAccount[]> {
  const accounts = await ledger.caughtUp();
  if (query === '') return openAccounts(accounts, communityId);
  const people = new Set((await store.directory.find(query, communityId)).map(({ accountId }) => accountId));
  const number = query.toLowerCase();
  return accounts.accountsOf(communityId).flatMap(([accountId, { account }]) => {
    const isMeant = people.has(accountId) || accountId.toLowerCase().includes(number);
    return isMeant && account.status !== 'unopened' ? [account] : [];
  });
}

/** A volunteer's own page. */
async function home(c: Web, accountId: string): Promise<Response> {
  const counter = c.get('counter');
  const account = await counter.store.account(accountId);
  if (account.status === 'unopened') return notFound(c);
  const today = counter.today();
  const handbook = handbookOn(await editionsLeft(counter, account.communityId), today);
  const rewards = rewardStandings(counter.ruleSet, account, handbook, today);
  const names = await namesOf(counter, [accountId]);
  return page(c, (view) => ({
    title: view.say.navHome,
    body: (
      <HomePage
        view={view}
        account={account}
        name={names.get(accountId)}
        handbook={handbook}
        rewards={rewards}
      />
    ),
  }));
}

export const deskRoutes = new Hono<Env>()
  .get('/', everybody, async (c) => {
    const counter = c.get('counter');
    const user = signedIn(c.get('user'));
    if (user.person.role === 'volunteer') return home(c, user.person.accountId);
    const communityId = communityOf(user.person);
    const ledger = await counter.ledger.caughtUp();
    const ids = communityId === undefined ? ledger.communities() : [communityId];
    const communities = await Promise.all(ids.map((id) => figuresOf(counter, id)));
    const known = ledger
      .accountsOf(communityId)
      .slice(-TO_COMPLETE)
      .map(([id]) => id);
    const editions = communityId === undefined ? [] : await counter.handbooks.editions(communityId);
    const handbook = handbookOn(editions, counter.today());
    const names = await namesOf(
      counter,
      communities.flatMap(({ notReportedIn }) => notReportedIn),
    );
    const requests = await requestsFor(counter, officeOf(counter.ruleSet, user), communityId);
    return page(c, (view) => ({
      title: view.say.deskTitle,
      body: (
        <DeskPage
          view={view}
          communities={communities}
          ids={known}
          handbook={handbook}
          names={names}
          waiting={requests.filter(({ isTheirs }) => isTheirs).length}
        />
      ),
    }));
  })
  .get('/accounts', staff, async (c) => {
    const counter = c.get('counter');
    const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const query = (c.req.query('q') ?? '').trim();
    const found = await search(counter, query, scope.communityId);
    const exact = found.find(({ accountId }) => accountId === query);
    const only = exact ?? (query !== '' && found.length === 1 ? found[0] : undefined);
    if (only !== undefined) return c.redirect(accountPath(only.accountId), 303);
    const pages = Math.max(1, Math.ceil(found.length / A_PAGE));
    const at = numberIn(c, 'page', 1, 1, pages);
    const link = (to: number) => {
      const asked = new URLSearchParams({ ...(query === '' ? {} : { q: query }), page: String(to) });
      if (scope.communityId !== undefined) asked.set('community', scope.communityId);
      return to < 1 || to > pages ? undefined : `/accounts?${asked}`;
    };
    const communities = await communitiesFor(c);
    const shown = found.slice((at - 1) * A_PAGE, at * A_PAGE);
    const names = await namesOf(
      counter,
      shown.map(({ accountId }) => accountId),
    );
    return page(c, (view) => ({
      title: view.say.accountsTitle,
      body: (
        <AccountsPage
          view={view}
          accounts={shown}
          names={names}
          of={found.length}
          first={(at - 1) * A_PAGE + 1}
          query={query}
          communityId={scope.communityId}
          communities={communities}
          previous={link(at - 1)}
          next={link(at + 1)}
        />
      ),
    }));
  });
