import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { annualFeedback } from 'points-bank/reports';
import { lastFindings, type SearchOrFindings, searchAnew } from '../bank/anomaly-findings.js';
import { countFeedbacks, feedbacksAt, feedbacksOf } from '../bank/feedbacks.js';
import { registerOf, registerRows } from '../bank/register.js';
import { clockIn } from '../clock.js';
import { feedbackCsv, registerCsv } from '../csv/report-csv.js';
import { csvStream } from '../csv/write-csv.js';
import { messagesIn } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { Anomalies, AnomaliesPage } from '../pages/anomalies.js';
import { FeedbackPage, LetterPage, Letters, LettersEnd, LettersPage } from '../pages/feedback.js';
import { LISTED } from '../pages/parts.js';
import { RegisterPage } from '../pages/register.js';
import { SoFar } from '../pages/so-far.js';
import type { Community } from '../people/communities.js';
import { scopeOf } from '../security/access.js';
import { accountOf } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { everybody, signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { pageStream } from '../web/page-stream.js';
import { dayIn, numberIn, periodIn } from '../web/query.js';
import { badPeriod, forbidden, notFound } from '../web/refused-pages.js';
import type { View } from '../web/view.js';
import { communitiesFor } from './scope.js';

const isGiven = (c: Web, name: string): boolean => (c.req.query(name) ?? '') !== '';

/** So many accounts' feedbacks are worked out and listed at a time. */
const A_PAGE = 100;

/** Whom a report is about, and which others the reader may choose. */
async function scoped(c: Web) {
  const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
  if (scope === undefined) return undefined;
  const { communities } = c.get('counter');
  return {
    communityId: scope.communityId,
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
  const given = c.req.query('year') ?? '';
  const year = given === '' ? Number(today.slice(0, 4)) : numberIn(c, 'year', 0, 1900, 9999);
  if (year === 0) return undefined;
  const sentOn = dayIn(c, 'sentOn', year < Number(today.slice(0, 4)) ? `${year}-11-30` : today);
  return sentOn === undefined || sentOn.slice(0, 4) < String(year) ? undefined : { year, sentOn };
}

async function registerAsked(c: Web) {
  const scope = await scoped(c);
  const on = dayIn(c, 'on', c.get('counter').today());
  if (scope === undefined || on === undefined) return { scope };
  return { scope, asked: { communityId: scope.communityId, on } };
}

async function feedbacksAsked(c: Web) {
  const scope = await scoped(c);
  const asked = feedbackAsked(c);
  return scope === undefined || asked === undefined
    ? { scope }
    : { scope, asked, all: { communityId: scope.communityId, ...asked } };
}

async function* oneAfterTheOther<T>(...parts: AsyncIterable<T>[]): AsyncGenerator<T> {
  for (const part of parts) yield* part;
}

type FeedbacksAsked = Parameters<typeof feedbacksOf>[1];

/** The letters of all, so many at a time, and at the end how many there are. */
async function* lettersIn(c: Web, view: View, asked: FeedbacksAsked): AsyncGenerator<Child> {
  const counter = c.get('counter');
  const { communities, store } = counter;
  const titles = new Map<string, Bilingual>();
  let many = 0;
  for await (const feedbacks of inParts(feedbacksOf(counter, asked), A_PAGE)) {
    const people = await store.directory.of(feedbacks.map(({ accountId }) => accountId));
    for (const { communityId } of feedbacks)
      if (!titles.has(communityId)) titles.set(communityId, (await communities.named(communityId)).title);
    const letters = feedbacks.map((feedback) => ({
      feedback,
      community: titles.get(feedback.communityId)?.[view.locale] ?? '',
      person: people.get(feedback.accountId),
    }));
    yield <Letters view={view} letters={letters} />;
    many += feedbacks.length;
  }
  yield <LettersEnd view={view} many={many} />;
}

/** What comes, so many at a time. */
async function* inParts<T>(coming: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let part: T[] = [];
  for await (const one of coming) {
    part.push(one);
    if (part.length < size) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** How far the search is, by the hundredth, and in the end what it found. */
async function* toldOf(
  view: View,
  search: AsyncIterable<SearchOrFindings>,
  communities: readonly Community[],
  clock: (moment: string) => string,
): AsyncGenerator<Child> {
  let hundredths = 0;
  for await (const one of search) {
    if ('found' in one) {
      yield <Anomalies view={view} findings={one} communities={communities} anew={undefined} clock={clock} />;
      return;
    }
    const { done, of } = one;
    const come = Math.floor((100 * done) / of);
    if (come === hundredths) continue;
    hundredths = come;
    yield <SoFar done={done} of={of} words={view.say.anomaliesSoFar(done, of)} />;
  }
}

export const reportRoutes = new Hono<Env>()
  .get('/register', staff, async (c) => {
    const { scope, asked } = await registerAsked(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const register = await registerOf(c.get('counter'), asked, LISTED);
    const listed = [...register.accounts, ...register.closedAccounts].map(({ accountId }) => accountId);
    const names = await namesOf(c.get('counter'), listed);
    return page(c, (view) => ({
      title: view.say.registerTitle,
      body: (
        <RegisterPage
          view={view}
          register={register}
          names={names}
          community={scope.title?.[view.locale] ?? view.say.allCommunities}
          communities={scope.choices}
          communityId={scope.communityId}
          csv={address('/register.csv', { community: scope.communityId, on: register.on })}
        />
      ),
    }));
  })
  .get('/register.csv', staff, async (c) => {
    const { scope, asked } = await registerAsked(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const locale = c.get('locale');
    const counter = c.get('counter');
    const rows = oneAfterTheOther(
      registerRows(counter, asked, 'open'),
      registerRows(counter, asked, 'closed'),
    );
    return csvStream(c, `register-${asked.on}.csv`, registerCsv(rows, messagesIn(locale), locale));
  })
  .get('/feedback', staff, async (c) => {
    const { scope, asked, all } = await feedbacksAsked(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const counter = c.get('counter');
    const of = await countFeedbacks(counter, all);
    const pages = Math.max(1, Math.ceil(of / A_PAGE));
    const at = numberIn(c, 'page', 1, 1, pages);
    const offset = (at - 1) * A_PAGE;
    const feedbacks = await feedbacksAt(counter, all, { limit: A_PAGE, offset });
    const names = await namesOf(
      counter,
      feedbacks.map(({ accountId }) => accountId),
    );
    const query = { community: scope.communityId, ...asked };
    const link = (to: number) =>
      to < 1 || to > pages ? undefined : address('/feedback', { ...query, page: to });
    return page(c, (view) => ({
      title: view.say.feedbackTitle(asked.year),
      body: (
        <FeedbackPage
          view={view}
          {...asked}
          feedbacks={feedbacks}
          names={names}
          first={offset + 1}
          last={Math.min(offset + A_PAGE, of)}
          of={of}
          previous={link(at - 1)}
          next={link(at + 1)}
          communities={scope.choices}
          communityId={scope.communityId}
          csv={address('/feedback.csv', query)}
          letters={address('/feedback/letters', query)}
        />
      ),
    }));
  })
  .get('/feedback.csv', staff, async (c) => {
    const { scope, asked, all } = await feedbacksAsked(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    const locale = c.get('locale');
    const feedbacks = feedbacksOf(c.get('counter'), all);
    return csvStream(c, `feedback-${asked.year}.csv`, feedbackCsv(feedbacks, messagesIn(locale), locale));
  })
  .get('/feedback/letters', staff, async (c) => {
    const { scope, asked, all } = await feedbacksAsked(c);
    if (scope === undefined) return forbidden(c);
    if (asked === undefined) return badPeriod(c);
    return pageStream(c, (view) => ({
      title: view.say.lettersTitle(asked.year),
      around: (letters) => <LettersPage view={view} year={asked.year} letters={letters} />,
      parts: lettersIn(c, view, all),
      stopped: view.say.lettersStopped,
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
    const counter = c.get('counter');
    const today = counter.today();
    const clock = clockIn(counter.timeZone, c.get('locale'));
    const period = periodIn(c, `${today.slice(0, 4)}-01-01`, today);
    if (period === undefined) return badPeriod(c);
    const { communityId, choices: communities } = scope;
    const last = isGiven(c, 'anew') ? undefined : await lastFindings(counter, communityId);
    const until = isGiven(c, 'to') ? period.to : last?.to;
    if (last !== undefined && last.from === period.from && last.to === until) {
      const { from, to } = last;
      const anew = address('/anomalies', {
        community: communityId,
        from,
        to: isGiven(c, 'to') ? to : today,
        anew: 1,
      });
      return page(c, (view) => ({
        title: view.say.anomaliesTitle,
        body: (
          <AnomaliesPage
            view={view}
            search={
              <Anomalies view={view} findings={last} communities={communities} anew={anew} clock={clock} />
            }
            from={from}
            to={to}
            communities={communities}
            communityId={communityId}
          />
        ),
      }));
    }
    const search = searchAnew(counter, { communityId, ...period });
    return pageStream(c, (view) => ({
      title: view.say.anomaliesTitle,
      isWatched: true,
      around: (told) => (
        <AnomaliesPage
          view={view}
          search={told}
          {...period}
          communities={communities}
          communityId={communityId}
        />
      ),
      parts: toldOf(view, search, communities, clock),
      stopped: view.say.anomaliesStopped,
    }));
  });
