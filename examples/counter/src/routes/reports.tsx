import { Hono } from 'hono';
import { annualFeedback, annualFeedbacks, communityRegister, findAnomalies } from 'points-bank/reports';
import { feedbackCsv, registerCsv } from '../csv/report-csv.js';
import { csvAnswer } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import type { Ledger } from '../ledger/ledger.js';
import { AnomaliesPage } from '../pages/anomalies.js';
import { FeedbackPage, LetterPage, LettersPage } from '../pages/feedback.js';
import { RegisterPage } from '../pages/register.js';
import { scopeOf } from '../security/access.js';
import { accountOf } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { dayIn, numberIn, periodIn } from '../web/query.js';
import { badPeriod, forbidden, notFound } from '../web/refused-pages.js';
import { communitiesFor } from './scope.js';

/** The events that a report is about, and the address of the same report in another form. */
async function scoped(c: Web) {
  const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
  if (scope === undefined) return undefined;
  const { ledger, communities } = c.get('counter');
  return {
    communityId: scope.communityId,
    events: (await ledger.caughtUp()).eventsOf(scope.communityId),
    title: scope.communityId === undefined ? undefined : (await communities.named(scope.communityId)).title,
    choices: await communitiesFor(c),
  };
}

function address(path: string, query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `${path}?${new URLSearchParams(given as [string, string][])}`;
}

function feedbackAsked(c: Web): { year: number; sentOn: string } | undefined {
  const today = c.get('counter').today();
  const year = numberIn(c, 'year', Number(today.slice(0, 4)), 1900, 9999);
  const sentOn = dayIn(c, 'sentOn', year < Number(today.slice(0, 4)) ? `${year}-11-30` : today);
  return sentOn === undefined || sentOn.slice(0, 4) < String(year) ? undefined : { year, sentOn };
}

async function registerOf(c: Web) {
  const scope = await scoped(c);
  const { today, ruleSet } = c.get('counter');
  const on = dayIn(c, 'on', today());
  if (scope === undefined || on === undefined) return { scope };
  return { scope, register: communityRegister(scope.events, { on, ruleSet }) };
}

async function feedbacksOf(c: Web) {
  const scope = await scoped(c);
  const asked = feedbackAsked(c);
  if (scope === undefined || asked === undefined) return { scope };
  const { ruleSet } = c.get('counter');
  const feedbacks = [
    ...annualFeedbacks(scope.events, asked.year, { sentOn: asked.sentOn, ruleSet }).values(),
  ];
  return { scope, asked, feedbacks: feedbacks.sort((a, b) => (a.accountId < b.accountId ? -1 : 1)) };
}

function communityIn(accounts: Ledger, accountId: string): string {
  const account = accounts.account(accountId)?.account;
  return account === undefined || account.status === 'unopened' ? '' : account.communityId;
}

export const reportRoutes = new Hono<Env>()
  .get('/register', staff, async (c) => {
    const { scope, register } = await registerOf(c);
    if (scope === undefined) return forbidden(c);
    if (register === undefined) return badPeriod(c);
    return page(c, (view) => ({
      title: view.say.registerTitle,
      body: (
        <RegisterPage
          view={view}
          register={register}
          community={scope.title?.[view.locale] ?? view.say.allCommunities}
          communities={scope.choices}
          communityId={scope.communityId}
          csv={address('/register.csv', { community: scope.communityId, on: register.on })}
        />
      ),
    }));
  })
  .get('/register.csv', staff, async (c) => {
    const { scope, register } = await registerOf(c);
    if (scope === undefined) return forbidden(c);
    if (register === undefined) return badPeriod(c);
    const locale = c.get('locale');
    return csvAnswer(c, `register-${register.on}.csv`, registerCsv(register, messagesIn(locale), locale));
  })
  .get('/feedback', staff, async (c) => {
    const { scope, asked, feedbacks } = await feedbacksOf(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    return page(c, (view) => ({
      title: view.say.feedbackTitle(asked.year),
      body: (
        <FeedbackPage
          view={view}
          {...asked}
          feedbacks={feedbacks}
          communities={scope.choices}
          communityId={scope.communityId}
          csv={address('/feedback.csv', { community: scope.communityId, ...asked })}
          letters={address('/feedback/letters', { community: scope.communityId, ...asked })}
        />
      ),
    }));
  })
  .get('/feedback.csv', staff, async (c) => {
    const { scope, asked, feedbacks } = await feedbacksOf(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const locale = c.get('locale');
    return csvAnswer(c, `feedback-${asked.year}.csv`, feedbackCsv(feedbacks, messagesIn(locale), locale));
  })
  .get('/feedback/letters', staff, async (c) => {
    const { scope, asked, feedbacks } = await feedbacksOf(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const { communities, ledger, store } = c.get('counter');
    const people = await store.directory.of(feedbacks.map(({ accountId }) => accountId));
    const accounts = await ledger.caughtUp();
    const titles = new Map<string, Bilingual>();
    for (const { id, title } of await Promise.all(accounts.communities().map((id) => communities.named(id))))
      titles.set(id, title);
    return page(c, (view) => ({
      title: view.say.lettersTitle(asked.year),
      body: (
        <LettersPage
          view={view}
          year={asked.year}
          letters={feedbacks.map((feedback) => ({
            feedback,
            community: titles.get(communityIn(accounts, feedback.accountId))?.[view.locale] ?? '',
            person: people.get(feedback.accountId),
          }))}
        />
      ),
    }));
  })
  .get('/accounts/:id/feedback', everybody, async (c) => {
    const seen = await accountOf(c);
    if (seen === undefined) return notFound(c);
    const { ruleSet, communities, store } = c.get('counter');
    const asked = feedbackAsked(c);
    const feedback = asked && annualFeedback(seen.events, asked.year, { sentOn: asked.sentOn, ruleSet });
    if (feedback === undefined) return badPeriod(c);
    const { title } = await communities.named(seen.account.communityId);
    const person = (await store.directory.of([seen.account.accountId])).get(seen.account.accountId);
    return page(c, (view) => ({
      title: view.say.letterTitle(feedback.year),
      body: <LetterPage view={view} feedback={feedback} community={title[view.locale]} person={person} />,
    }));
  })
  .get('/anomalies', staff, async (c) => {
    const scope = await scoped(c);
    if (scope === undefined) return forbidden(c);
    const { today, ruleSet } = c.get('counter');
    const period = periodIn(c, `${today().slice(0, 4)}-01-01`, today());
    if (period === undefined) return badPeriod(c);
    const found = findAnomalies(scope.events, { ...period, ruleSet });
    return page(c, (view) => ({
      title: view.say.anomaliesTitle,
      body: (
        <AnomaliesPage
          view={view}
          found={found}
          {...period}
          communities={scope.choices}
          communityId={scope.communityId}
        />
      ),
    }));
  });
