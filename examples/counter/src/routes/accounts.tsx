import { Hono } from 'hono';
import { handbookOn, snapshot } from 'points-bank';
import { statement } from 'points-bank/reports';
import { editionsLeft } from '../bank/enter.js';
import { statementCsv } from '../csv/statement-csv.js';
import { csvAnswer } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import { AccountPage } from '../pages/account.js';
import { HandbookToRead } from '../pages/handbook-to-read.js';
import { StatementPage } from '../pages/statement.js';
import { accountOf } from '../web/account-of.js';
import type { Env } from '../web/env.js';
import { only } from '../web/guards.js';
import { page } from '../web/page.js';
import { periodIn } from '../web/query.js';
import { badPeriod, notFound } from '../web/refused-pages.js';

const everybody = only('community', 'subdistrict', 'volunteer');
const staff = only('community', 'subdistrict');

export const accountRoutes = new Hono<Env>()
  .get('/accounts/:id', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const counter = c.get('counter');
    const editions = await counter.handbooks.editions(seen.account.communityId);
    const entry = c.req.query('entry');
    const entered = entry === 'again' ? 'again' : seen.events[Number(entry ?? Number.NaN) - 1];
    return page(c, (view) => ({
      title: seen.account.accountId,
      body: (
        <AccountPage
          view={view}
          account={seen.account}
          events={seen.events}
          handbook={handbookOn(editions, view.today)}
          entered={entered}
        />
      ),
    }));
  })
  .get('/accounts/:id/statement', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const { today, ruleSet, communities } = c.get('counter');
    const period = periodIn(c, seen.account.openedOn, latest(today(), seen.account.latestOn));
    const made = period && statement(seen.events, { ...period, ruleSet });
    if (made === undefined) return badPeriod(c);
    const { title } = await communities.named(seen.account.communityId);
    return page(c, (view) => ({
      title: view.say.statementTitle(seen.account.accountId),
      body: (
        <StatementPage view={view} statement={made} events={seen.events} community={title[view.locale]} />
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
    const seen = await accountOf(c);
    if (seen === undefined) return c.json({}, 404);
    c.header('Cache-Control', 'no-store');
    return c.json(snapshot(seen.account, seen.events.length));
  })
  .get('/accounts/:id/handbooks.json', staff, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return c.json([], 404);
    const counter = c.get('counter');
    c.header('Cache-Control', 'no-store');
    return c.json(await editionsLeft(counter, seen.account.communityId));
  })
  .get('/rules.json', staff, (c) => c.json(c.get('counter').ruleSet));

const latest = (a: string, b: string) => (a > b ? a : b);
