import { Hono } from 'hono';
import { handbookOn } from 'points-bank';
import { numbersOf, plainNumber } from '../bank/account-numbers.js';
import { editionsLeft } from '../bank/enter.js';
import { requestsFor } from '../bank/request-fate.js';
import { rewardStandings } from '../bank/standing.js';
import { AccountsPage } from '../pages/accounts.js';
import { DeskPage } from '../pages/desk.js';
import { HomePage } from '../pages/home.js';
import { communityOf } from '../people/user.js';
import { officeOf, scopeOf } from '../security/access.js';
import type { AccountRow } from '../store/account-row.js';
import type { AccountsAsked } from '../store/projections.js';
import { accountPath } from '../web/account-path.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { numberIn } from '../web/query.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { communitiesFor } from './scope.js';

const A_PAGE = 50;

/** How many ids a browser is given to complete from. */
const TO_COMPLETE = 500;

/** How many of those who have not reported in are named. */
const DUE = 24;

/** The open accounts; whoever asks for some finds closed ones too, by number or by what the directory has of their people. */
async function askedFor(c: Web, query: string, communityId: string | undefined): Promise<AccountsAsked> {
  if (query === '') return { communityId, state: 'open' };
  const people = await c.get('counter').store.directory.find(query, communityId);
  return { communityId, word: { text: query, accountIds: people.map(({ accountId }) => accountId) } };
}

/** The account that was asked for by its number, or that is the only one found. */
async function onlyOne(c: Web, query: string, asked: AccountsAsked, of: number): Promise<string | undefined> {
  const counter = c.get('counter');
  const { projections } = counter.store;
  if (query === '') return undefined;
  const { communityId } = asked;
  const accountId =
    communityId === undefined
      ? plainNumber(query)
      : (await numbersOf(counter, communityId, [query])).whole(query);
  const on = (await projections.communitiesOf([accountId])).get(accountId);
  if (on !== undefined && on === (communityId ?? on)) return accountId;
  return of === 1 ? (await projections.accounts(asked, { limit: 1 }))[0]?.accountId : undefined;
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

const idsOf = (rows: readonly AccountRow[]): string[] => rows.map(({ accountId }) => accountId);

export const deskRoutes = new Hono<Env>()
  .get('/', everybody, async (c) => {
    const counter = c.get('counter');
    const user = signedIn(c.get('user'));
    if (user.person.role === 'volunteer') return home(c, user.person.accountId);
    const communityId = communityOf(user.person);
    const { projections } = counter.store;
    const on = counter.today();
    const figures = await projections.desk({ communityId, on });
    const communities = await Promise.all(
      figures.map(async (own) => ({ ...own, community: await counter.communities.named(own.communityId) })),
    );
    const known = await projections.accounts({ communityId }, { limit: TO_COMPLETE, order: 'last-id-first' });
    const due =
      communityId === undefined
        ? []
        : await projections.accounts({ communityId, state: 'open', reportInOn: on }, { limit: DUE });
    const editions = communityId === undefined ? [] : await counter.handbooks.editions(communityId);
    const handbook = handbookOn(editions, counter.today());
    const names = await namesOf(counter, idsOf(due));
    const requests = await requestsFor(counter, officeOf(counter.ruleSet, user), communityId);
    return page(c, (view) => ({
      title: view.say.deskTitle,
      body: (
        <DeskPage
          view={view}
          communities={communities}
          ids={idsOf(known).reverse()}
          due={idsOf(due)}
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
    const { projections } = counter.store;
    const asked = await askedFor(c, query, scope.communityId);
    const of = await projections.count(asked);
    const only = await onlyOne(c, query, asked, of);
    if (only !== undefined) return c.redirect(accountPath(only), 303);
    const pages = Math.max(1, Math.ceil(of / A_PAGE));
    const at = numberIn(c, 'page', 1, 1, pages);
    const link = (to: number) => {
      const search = new URLSearchParams({ ...(query === '' ? {} : { q: query }), page: String(to) });
      if (scope.communityId !== undefined) search.set('community', scope.communityId);
      return to < 1 || to > pages ? undefined : `/accounts?${search}`;
    };
    const communities = await communitiesFor(c);
    const shown = await projections.accounts(asked, { limit: A_PAGE, offset: (at - 1) * A_PAGE });
    const names = await namesOf(counter, idsOf(shown));
    return page(c, (view) => ({
      title: view.say.accountsTitle,
      body: (
        <AccountsPage
          view={view}
          accounts={shown}
          names={names}
          of={of}
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
