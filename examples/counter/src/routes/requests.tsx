import { Hono } from 'hono';
import type { BankEvent, By } from 'points-bank';
import { granting } from '../bank/entry-requests.js';
import { withSomebodyElse } from '../bank/probe.js';
import { type KnownRequest, requestAs, requestsFor } from '../bank/request-fate.js';
import type { Counter } from '../counter.js';
import { commandOf, type Place } from '../forms/command-of.js';
import { messagesIn } from '../language/messages.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { RequestPage } from '../pages/request.js';
import { RequestsPage } from '../pages/requests.js';
import { needsApproval, officeOf, scopeOf } from '../security/access.js';
import { onRecord, type Seen } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { requestPath } from './ask.js';
import { actingBy, undoneAt } from './place.js';
import { communitiesFor } from './scope.js';
import { sent } from './sent.js';

type Found = {
  readonly request: KnownRequest;
  readonly seen: Seen;
  readonly event: BankEvent;
  readonly by: By;
};

/** The request that an address names, where its reader may see the account. */
async function requestOf(c: Web): Promise<Found | undefined> {
  const counter = c.get('counter');
  const by = officeOf(counter.ruleSet, signedIn(c.get('user')));
  const kept = await counter.requests.find(c.req.param('key') ?? '');
  if (by === undefined || kept === undefined) return undefined;
  const seen = await onRecord(c, kept.accountId);
  const event = seen?.events[kept.entry - 1];
  if (seen === undefined || event === undefined) return undefined;
  return { request: await requestAs(counter, by, kept, seen), seen, event, by };
}

function placeOf({ request, seen, event }: Found, by: Pick<Place, 'by' | 'approval'>): Place {
  const { accountId, communityId } = request;
  return { accountId, communityId, ...by, ...undoneAt(seen.events, event) };
}

/** What granting a request would do today. */
function previewOf({ bank, today }: Counter, found: Found) {
  const place = placeOf(found, { by: withSomebodyElse(found.by) });
  const command = commandOf(found.request.wish, granting(found.request, today()), place);
  return bank.bank.decideUnknown(command, found.seen.account);
}

async function show(c: Web, found: Found, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const counter = c.get('counter');
  const { request, seen, event } = found;
  const names = await namesOf(counter, [request.accountId]);
  return page(
    c,
    (view) => {
      const titled = request.wish === 'undo' ? view.say.requestUndoOf : view.say.requestCorrectOf;
      const body = (
        <RequestPage
          view={view}
          state={state}
          request={request}
          account={seen.account}
          events={seen.events}
          event={event}
          name={names.get(request.accountId)}
          preview={request.isTheirs ? previewOf(counter, found) : undefined}
          approval={needsApproval(counter.ruleSet)}
          mayWithdraw={isAskers(c, found)}
          isSaved={c.req.query('saved') !== undefined}
        />
      );
      return { title: titled(request.accountId), body };
    },
    status,
  );
}

/** Whether the reader asked for it, and nobody has answered yet. */
function isAskers(c: Web, { request }: Found): boolean {
  return request.fate.state === 'open' && request.askedBy === signedIn(c.get('user')).name;
}

/** What an answer has to be about: a request that still waits for the reader's office. Otherwise the page says what became of it. */
async function answering(c: Web): Promise<Found | Response> {
  const found = await requestOf(c);
  if (found === undefined) return notFound(c);
  const { request } = found;
  if (request.fate.state !== 'open') return c.redirect(requestPath(request.key), 303);
  return request.isTheirs ? found : forbidden(c);
}

const MOST_LETTERS = 500;

export const requestRoutes = new Hono<Env>()
  .get('/requests', staff, async (c) => {
    const user = signedIn(c.get('user'));
    const scope = scopeOf(user, c.req.query('community'));
    if (scope === undefined) return forbidden(c);
    const counter = c.get('counter');
    const by = officeOf(counter.ruleSet, user);
    const requests = await requestsFor(counter, by, scope.communityId);
    const names = await namesOf(
      counter,
      requests.map(({ accountId }) => accountId),
    );
    const communities = await communitiesFor(c);
    return page(c, (view) => ({
      title: view.say.requestsTitle,
      body: (
        <RequestsPage
          view={view}
          requests={requests}
          names={names}
          communities={communities}
          communityId={scope.communityId}
        />
      ),
    }));
  })
  .get('/requests/:key', staff, async (c) => {
    const found = await requestOf(c);
    return found === undefined ? notFound(c) : show(c, found, EMPTY);
  })
  .post('/requests/:key/grant', staff, async (c) => {
    const found = await answering(c);
    if (found instanceof Response) return found;
    const counter = c.get('counter');
    const { approver = '', approverPassword = '' } = await valuesOf(c);
    const values = { ...granting(found.request, counter.today()), approver, approverPassword };
    const result = await sent(c, found.request.wish, values, placeOf(found, actingBy(counter, found.by)));
    return typeof result === 'string'
      ? c.redirect(`${requestPath(found.request.key)}?saved`, 303)
      : show(c, found, { values: { approver }, errors: result }, 422);
  })
  .post('/requests/:key/decline', staff, async (c) => {
    const found = await answering(c);
    if (found instanceof Response) return found;
    const counter = c.get('counter');
    const values = await valuesOf(c);
    const reason = values.declinedReason?.trim() ?? '';
    if (reason === '' || reason.length > MOST_LETTERS) {
      const errors = [{ field: 'declinedReason', text: messagesIn(c.get('locale')).declinedReasonMissing }];
      return show(c, found, { values, errors }, 422);
    }
    const declinedBy = signedIn(c.get('user')).name;
    await counter.requests.end(found.request.key, { declinedBy, declinedOn: counter.today(), reason });
    return c.redirect(`${requestPath(found.request.key)}?saved`, 303);
  })
  .post('/requests/:key/withdraw', staff, async (c) => {
    const found = await requestOf(c);
    if (found === undefined) return notFound(c);
    const { key, fate } = found.request;
    if (fate.state !== 'open') return c.redirect(requestPath(key), 303);
    if (!isAskers(c, found)) return forbidden(c);
    const counter = c.get('counter');
    const withdrawnBy = signedIn(c.get('user')).name;
    await counter.requests.end(key, { withdrawnBy, withdrawnOn: counter.today() });
    return c.redirect(`${requestPath(key)}?saved`, 303);
  });
