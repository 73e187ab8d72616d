import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { assessment, type BankEvent, balanceOn, fold, handbookOn, type OpenedAccount } from 'points-bank';
import { type AccountDetails, annualFeedback, statement } from 'points-bank/reports';
import { explain, wordsIn } from 'points-bank/words';
import { editionsLeft } from '../bank/enter.js';
import { rewardStandings } from '../bank/standing.js';
import { type Locale, WORDS } from '../language/words.js';
import { rewardsIn } from '../pages/parts.js';
import { maySee, scopeOf } from '../security/access.js';
import type { ApiEnv, Call } from './env.js';
import { refuse } from './problem.js';
import { answers } from './route.js';
import {
  accountSchema,
  accountsQuery,
  accountsSchema,
  eventsQuery,
  eventsSchema,
  feedbackQuery,
  feedbackSchema,
  inPath,
  periodQuery,
  rewardsSchema,
  statementSchema,
} from './schemas.js';

const listRoute = createRoute({
  method: 'get',
  path: '/v1/accounts',
  operationId: 'listAccounts',
  summary: 'The accounts of a community, or of all, by id, page by page',
  request: { query: accountsQuery },
  responses: answers('A page of accounts', accountsSchema),
});

const accountRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/{accountId}',
  operationId: 'readAccount',
  summary: 'An account with its balance today',
  request: { params: inPath },
  responses: answers('The account', accountSchema),
});

const statementRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/{accountId}/statement',
  operationId: 'readStatement',
  summary: 'An account line by line, with the reason of each score',
  request: { params: inPath, query: periodQuery },
  responses: answers('The statement', statementSchema),
});

const rewardsRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/{accountId}/rewards',
  operationId: 'readRewards',
  summary: 'What an account can redeem today, and why it cannot redeem the rest',
  request: { params: inPath },
  responses: answers('The rewards of the handbook in force', rewardsSchema),
});

const eventsRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/{accountId}/events',
  operationId: 'listEvents',
  summary: 'The events of an account as they are stored, page by page',
  request: { params: inPath, query: eventsQuery },
  responses: answers('A page of events', eventsSchema),
});

const feedbackRoute = createRoute({
  method: 'get',
  path: '/v1/accounts/{accountId}/feedback',
  operationId: 'readFeedback',
  summary: 'The feedback of a year',
  request: { params: inPath, query: feedbackQuery },
  responses: answers('The feedback', feedbackSchema),
});

/** What programs read of accounts. */
export function accountReadRoutes(api: OpenAPIHono<ApiEnv>): void {
  api.openapi(listRoute, async (c) => {
    const { community, after, limit } = c.req.valid('query');
    const scope = scopeOf(c.get('actor'), community);
    if (scope === undefined) refuse(c, 'outside-scope');
    const { store } = c.get('counter');
    const { communityId } = scope;
    const rows = await store.projections.accounts({ communityId }, { limit: limit + 1, after });
    const listed = rows.slice(0, limit).map(({ accountId }) => accountId);
    const histories = await store.histories(listed);
    const accounts = listed.flatMap((accountId) => {
      const seen = seenIn(c, histories.get(accountId) ?? []);
      return seen === undefined ? [] : [accountIn(c, seen)];
    });
    const next = rows.length > limit ? rows[limit - 1]?.accountId : undefined;
    return c.json({ accounts, ...(next === undefined ? {} : { next }) }, 200);
  });
  api.openapi(accountRoute, async (c) => {
    const seen = await seenAt(c, c.req.valid('param').accountId);
    return c.json(accountIn(c, seen), 200);
  });
  api.openapi(statementRoute, async (c) => {
    const seen = await seenAt(c, c.req.valid('param').accountId);
    const { openedOn, latestOn } = seen.account;
    const [, latest = latestOn] = [c.get('counter').today(), latestOn].sort();
    const { from = openedOn, to = latest } = c.req.valid('query');
    if (from > to) refuse(c, 'bad-request', { field: 'from' });
    return c.json(statementIn(c, seen, from, to), 200);
  });
  api.openapi(rewardsRoute, async (c) => {
    const seen = await seenAt(c, c.req.valid('param').accountId);
    return c.json(await rewardsFor(c, seen), 200);
  });
  api.openapi(eventsRoute, async (c) => {
    const seen = await seenAt(c, c.req.valid('param').accountId);
    const { after, limit } = c.req.valid('query');
    const words = WORDS[c.get('locale')];
    const { ruleSet } = c.get('counter');
    const events = seen.events.slice(after, after + limit).map((event, place) => ({
      number: after + place + 1,
      event,
      words: explain(event, words, ruleSet, rewardsIn(seen.events)),
    }));
    const next = after + limit < seen.events.length ? after + limit : undefined;
    return c.json({ events, ...(next === undefined ? {} : { next }) }, 200);
  });
  api.openapi(feedbackRoute, async (c) => {
    const seen = await seenAt(c, c.req.valid('param').accountId);
    const { ruleSet, today } = c.get('counter');
    const { year, ...asked } = c.req.valid('query');
    const inTime = `${year}-11-30`;
    const { sentOn = year < Number(today().slice(0, 4)) ? inTime : today() } = asked;
    if (sentOn.slice(0, 4) < String(year)) refuse(c, 'bad-request', { field: 'sentOn' });
    const made = annualFeedback(seen.events, year, { sentOn, ruleSet });
    if (made === undefined) refuse(c, 'not-found');
    return c.json(feedbackIn(c.get('locale'), made), 200);
  });
}

type Seen = { readonly account: OpenedAccount; readonly events: readonly BankEvent[] };

/** An account that the key may see; one that is another's looks like one that is not there. */
async function seenAt(c: Call, accountId: string): Promise<Seen> {
  return seenIn(c, await c.get('counter').store.events(accountId)) ?? refuse(c, 'not-found');
}

function seenIn(c: Call, events: readonly BankEvent[]): Seen | undefined {
  const account = fold(events);
  return account.status !== 'unopened' && maySee(c.get('actor'), account) ? { account, events } : undefined;
}

function accountIn(c: Call, { account, events }: Seen) {
  const { ruleSet, today } = c.get('counter');
  const { accountId, communityId, role, openedOn, closed } = account;
  const opened = events.find((event) => event.type === 'AccountOpened');
  return {
    accountId,
    communityId,
    role,
    roleTitle: opened === undefined ? role : wordsIn(opened.data.roleTitle, c.get('locale')),
    openedOn,
    ...(closed === undefined ? {} : { closedOn: closed.on }),
    redeemable: balanceOn(account, today(), ruleSet),
    assessment: assessment(account),
    version: events.length,
  };
}

function detailsIn(locale: Locale, details: AccountDetails) {
  const { accountId, communityId, role, roleTitle, openedOn, closed } = details;
  return {
    accountId,
    communityId,
    role,
    roleTitle: wordsIn(roleTitle, locale),
    openedOn,
    ...(closed === undefined ? {} : { closedOn: closed.on }),
  };
}

function statementIn(c: Call, { events }: Seen, from: string, to: string) {
  const { ruleSet } = c.get('counter');
  const locale = c.get('locale');
  const made = statement(events, { from, to, ruleSet });
  if (made === undefined) throw new Error('an account that is on record has a statement');
  return {
    ...detailsIn(locale, made),
    from,
    to,
    opening: { ...made.opening },
    entries: made.entries.map((entry) => {
      const event = entry.event && events[entry.event.index];
      return {
        on: entry.on,
        ...(entry.recordedOn === undefined ? {} : { recordedOn: entry.recordedOn }),
        type: entry.type,
        ...(entry.event === undefined ? {} : { entryId: entry.event.id, eventNumber: entry.event.index + 1 }),
        clause: entry.clause,
        words: explain(entry, WORDS[locale]),
        why: event === undefined ? '' : explain(event, WORDS[locale], ruleSet, rewardsIn(events)),
        points: entry.points,
        assessed: entry.assessed,
        redeemable: entry.redeemable,
        assessment: entry.assessment,
        isPending: entry.pending === true,
        isUndone: entry.reversedBy?.some(({ rewards }) => rewards === undefined) === true,
      };
    }),
    closing: { ...made.closing },
  };
}

async function rewardsFor(c: Call, { account }: Seen) {
  const counter = c.get('counter');
  const locale = c.get('locale');
  const on = counter.today();
  const handbook = handbookOn(await editionsLeft(counter, account.communityId), on);
  return {
    ...(handbook === undefined ? {} : { handbook: handbook.version }),
    on,
    redeemable: balanceOn(account, on, counter.ruleSet),
    rewards: rewardStandings(counter.ruleSet, account, handbook, on).map(({ reward, refusal }) => ({
      rewardId: reward.rewardId,
      title: wordsIn(reward.title, locale),
      price: reward.price,
      isRedeemable: refusal === undefined,
      ...(refusal === undefined
        ? {}
        : { code: refusal.code, detail: explain(refusal, WORDS[locale], counter.ruleSet) }),
    })),
  };
}

type Feedback = NonNullable<ReturnType<typeof annualFeedback>>;

const yearFigures = (figures: Omit<Feedback['supplement'], 'entries'>) => ({
  earned: figures.earned,
  corrected: figures.corrected,
  redeemed: figures.redeemed,
  transferred: figures.transferred,
  takenUp: figures.takenUp,
  assessment: figures.assessment,
});

function feedbackIn(locale: Locale, made: Feedback) {
  const { year, clause, from, to, dueOn, sentOn, onTime, redeemable, mark } = made;
  return {
    ...detailsIn(locale, made),
    ...{ year, clause, from, to, dueOn, sentOn, isOnTime: onTime, redeemable },
    ...yearFigures(made),
    ...(mark === undefined ? {} : { mark: { ...mark } }),
    byItem: made.byItem.map((item) => ({
      item: item.item,
      title: wordsIn(item.title, locale),
      clause: item.clause,
      entries: item.entries,
      points: item.points,
    })),
    supplement: yearFigures(made.supplement),
  };
}
