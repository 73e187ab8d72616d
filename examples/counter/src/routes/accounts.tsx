import { Hono } from 'hono';
import { handbookOn, type PointsSent, snapshot } from 'points-bank';
import { statement } from 'points-bank/reports';
import { editionsLeft } from '../bank/enter.js';
import type { Wish } from '../bank/entry-requests.js';
import { askable, requestsFor } from '../bank/request-fate.js';
import { pointsOnTheWay } from '../bank/transfers.js';
import { undoable } from '../bank/undoing.js';
import { statementCsv } from '../csv/statement-csv.js';
import { csvAnswer } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import { AccountPage } from '../pages/account.js';
import { HandbookToRead } from '../pages/handbook-to-read.js';
import { StatementPage } from '../pages/statement.js';
import { mayDo, officeOf } from '../security/access.js';
import { accountOf, accountWritten, type Seen } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { periodIn } from '../web/query.js';
import { badPeriod, notFound } from '../web/refused-pages.js';
import type { View } from '../web/view.js';

export const accountRoutes = new Hono<Env>()
  .get('/accounts/:id', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const counter = c.get('counter');
    const editions = await counter.handbooks.editions(seen.account.communityId);
    const entry = c.req.query('entry');
    const people = await counter.store.directory.of([seen.account.accountId]);
    const undo = mayUndo(c, seen);
    const onTheWay = await waitingFor(c, seen);
    const entered = entry === 'again' ? 'again' : seen.events[Number(entry ?? Number.NaN) - 1];
    return page(c, (view) => ({
      title: seen.account.accountId,
      body: (
        <AccountPage
          view={view}
          account={seen.account}
          events={seen.events}
          handbook={handbookOn(editions, view.today)}
          person={people.get(seen.account.accountId)}
          onTheWay={onTheWay}
          entered={entered}
          done={doneIn(c, view)}
          undoPlace={entered !== undefined && undo.has(Number(entry) - 1) ? Number(entry) : undefined}
        />
      ),
    }));
  })
  .get('/accounts/:id/statement', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const { today, ruleSet, communities, store } = c.get('counter');
    const person = (await store.directory.of([seen.account.accountId])).get(seen.account.accountId);
    const period = periodIn(c, seen.account.openedOn, latest(today(), seen.account.latestOn));
    const made = period && statement(seen.events, { ...period, ruleSet });
    if (made === undefined) return badPeriod(c);
    const { title } = await communities.named(seen.account.communityId);
    const asking = await askingAbout(c, seen);
    return page(c, (view) => ({
      title: view.say.statementTitle(seen.account.accountId),
      body: (
        <StatementPage
          view={view}
          statement={made}
          events={seen.events}
          community={title[view.locale]}
          undoable={mayUndo(c, seen)}
          {...asking}
          name={person?.name}
        />
      ),
    }));
  })
  .get('/accounts/:id/statement.csv', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const { today, ruleSet } = c.get('counter');
    const period = periodIn(c, seen.account.openedOn, latest(today(), seen.account.latestOn));
    const made = period && statement(seen.events, { ...period, ruleSet });
    if (made === undefined) return badPeriod(c);
    const locale = c.get('locale');
    const rows = statementCsv(made, seen.events, messagesIn(locale), locale, ruleSet);
    return csvAnswer(c, `statement-${seen.account.accountId}.csv`, rows);
  })
  .get('/accounts/:id/handbook', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const { handbooks, communities } = c.get('counter');
    const { communityId } = seen.account;
    const editions = await handbooks.editions(communityId);
    const { title } = await communities.named(communityId);
    return page(c, (view) => ({
      title: view.say.navHandbook,
      body: (
        <HandbookToRead
          view={view}
          handbook={handbookOn(editions, view.today)}
          community={title[view.locale]}
        />
      ),
    }));
  })
  .get('/accounts/:id/snapshot.json', staff, async (c) => {
    const seen = await accountWritten(c);
    if (seen === undefined) return c.json({}, 404);
    return c.json(snapshot(seen.account, seen.events.length));
  })
  .get('/accounts/:id/handbooks.json', staff, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return c.json([], 404);
    const counter = c.get('counter');
    return c.json(await editionsLeft(counter, seen.account.communityId));
  });

/** What was just done to the directory, as the address says. */
function doneIn(c: Web, { say }: View): string | undefined {
  const done = c.req.query('person');
  return done === 'saved' ? say.personSaved : done === 'deleted' ? say.personDeleted : undefined;
}

/** The places of the events that the user may undo today. */
function mayUndo(c: Web, { account, events }: Seen): ReadonlySet<number> {
  const { bank, ruleSet, today } = c.get('counter');
  const user = signedIn(c.get('user'));
  const by = officeOf(ruleSet, user);
  if (by === undefined || !mayDo(ruleSet, user, 'undo')) return new Set();
  return undoable(bank.bank, by, { account, events, on: today() });
}

/** What the user may ask others for about the account's entries, and what was asked. */
async function askingAbout(c: Web, seen: Seen) {
  const counter = c.get('counter');
  const by = officeOf(counter.ruleSet, signedIn(c.get('user')));
  if (by === undefined) return { askable: new Map<number, readonly Wish[]>(), requests: [] };
  const { accountId, communityId } = seen.account;
  const requests = await requestsFor(counter, by, communityId);
  return {
    askable: askable(counter, by, seen),
    requests: requests.filter((request) => request.accountId === accountId),
  };
}

async function waitingFor(c: Web, { account, events }: Seen): Promise<readonly PointsSent[]> {
  const { ruleSet, store } = c.get('counter');
  if (!mayDo(ruleSet, signedIn(c.get('user')), 'receive')) return [];
  return pointsOnTheWay(store, account.accountId, events);
}

const latest = (a: string, b: string) => (a > b ? a : b);
