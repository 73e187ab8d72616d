import { Hono } from 'hono';
import type { By } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import { explain, wordsIn } from 'points-bank/words';
import { type Asked, type EntryRequest, granting, isWish, keyOf } from '../bank/entry-requests.js';
import { askable, officesThatMay, requestsFor } from '../bank/request-fate.js';
import { matters } from '../bank/standing.js';
import { commandOf, type FormValues, QUANTITY } from '../forms/command-of.js';
import { fieldOfPath, fieldOfRefusal } from '../forms/field-of-refusal.js';
import { WORDS } from '../language/words.js';
import { AskPage } from '../pages/ask.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { officeOf } from '../security/access.js';
import { accountOf, type Seen } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import { undoneAt } from './place.js';
import { problemErrors } from './problem-errors.js';

/** An entry that its reader may ask about. */
type Asking = { readonly seen: Seen; readonly asked: Asked; readonly offices: readonly By[] };

export const requestPath = (key: string): string => `/requests/${key}`;

/** What the address asks about. */
async function askedIn(c: Web): Promise<{ seen: Seen; asked: Asked } | undefined> {
  const seen = await accountOf(c);
  const wish = c.req.query('for');
  const entry = Number(c.req.query('entry') ?? Number.NaN);
  if (seen === undefined || !isWish(wish) || seen.events[entry - 1] === undefined) return undefined;
  return { seen, asked: { wish, accountId: seen.account.accountId, entry } };
}

/** It with the offices that may grant it, where it is for the reader to ask and not to do. */
async function askingIn(c: Web, { seen, asked }: Omit<Asking, 'offices'>): Promise<Asking | undefined> {
  const counter = c.get('counter');
  const by = officeOf(counter.ruleSet, signedIn(c.get('user')));
  if (by === undefined) return undefined;
  const wishes = askable(counter, by, seen).get(asked.entry - 1) ?? [];
  return wishes.includes(asked.wish)
    ? { seen, asked, offices: officesThatMay(counter, seen, asked) }
    : undefined;
}

/** The requests for the same that there are: the one that is open, and how many were answered. */
async function earlier(c: Web, { wish, accountId, entry }: Asked) {
  const all = await requestsFor(c.get('counter'), undefined, undefined);
  const same = all.filter((one) => one.wish === wish && one.accountId === accountId && one.entry === entry);
  return {
    open: same.find(({ fate }) => fate.state === 'open'),
    answered: same.filter(({ fate }) => fate.state !== 'open').length,
  };
}

async function show(
  c: Web,
  { seen, asked, offices }: Asking,
  answeredBefore: number,
  state: FormState,
  status: 200 | 422 = 200,
): Promise<Response> {
  const event = seen.events[asked.entry - 1];
  if (event === undefined) return notFound(c);
  const { search } = new URL(c.req.url);
  const names = await namesOf(c.get('counter'), [asked.accountId]);
  return page(
    c,
    (view) => {
      const titles = offices.map(({ office }) =>
        wordsIn(view.ruleSet.offices[office]?.title ?? { [view.locale]: office }, view.locale),
      );
      const body = (
        <AskPage
          view={view}
          state={state}
          accountId={asked.accountId}
          name={names.get(asked.accountId)}
          search={search}
          wish={asked.wish}
          event={event}
          given={undoneAt(seen.events, event).given}
          offices={titles}
          answeredBefore={answeredBefore}
        />
      );
      return { title: asked.wish === 'undo' ? view.say.askUndo : view.say.askCorrect, body };
    },
    status,
  );
}

/** What is kept of the form; which matter a correction is about is on record, and not for the form to say. */
function keptOf({ seen, asked }: Asking, values: FormValues): FormValues {
  const { reason = '', points = '' } = values;
  if (asked.wish === 'undo') {
    const back = Object.entries(values).filter(([name]) => name.startsWith(QUANTITY));
    return { reason, ...Object.fromEntries(back) };
  }
  const matter = matters(seen.events).find(({ event }) => event === seen.events[asked.entry - 1]);
  return { reason, points, matter: `${matter?.item ?? ''} ${matter?.id ?? ''}` };
}

/** What is wrong with a request: whatever the bank would refuse if it were granted at once. */
function wrongWith(c: Web, { seen, offices }: Asking, request: EntryRequest): FormError[] {
  const counter = c.get('counter');
  const words = WORDS[c.get('locale')];
  const [by] = offices;
  const event = seen.events[request.entry - 1];
  if (by === undefined || event === undefined) return [];
  const { wish, accountId, communityId } = request;
  const place = { accountId, communityId, by, ...undoneAt(seen.events, event) };
  const parsed = parseCommand(commandOf(wish, granting(request, counter.today()), place));
  const inForm = (field: string | undefined) =>
    ['reason', 'points', 'rewards'].includes(field ?? '') ? field : undefined;
  if (!parsed.ok) return problemErrors(c, parsed.problems, (path) => inForm(fieldOfPath(wish, path)));
  const decision = counter.bank.bank.decide(parsed.value, seen.account);
  if (decision.accepted) return [];
  return [
    {
      field: inForm(fieldOfRefusal(wish, decision.refusal)),
      text: explain(decision.refusal, words, counter.ruleSet),
    },
  ];
}

export const askRoutes = new Hono<Env>()
  .get('/accounts/:id/ask', staff, async (c) => {
    const found = await askedIn(c);
    if (found === undefined) return notFound(c);
    const { open, answered } = await earlier(c, found.asked);
    if (open !== undefined) return c.redirect(requestPath(open.key), 303);
    const asking = await askingIn(c, found);
    return asking === undefined ? notFound(c) : show(c, asking, answered, EMPTY);
  })
  .post('/accounts/:id/ask', staff, async (c) => {
    const found = await askedIn(c);
    if (found === undefined) return notFound(c);
    const counter = c.get('counter');
    const values = await valuesOf(c);
    const { open, answered } = await earlier(c, found.asked);
    // The form says how many were answered when it was shown: sent again after the answer, it leads to what was answered.
    const before = Number(values.answeredBefore);
    const again = Number.isInteger(before) && before >= 0 && before < answered;
    if (again) return c.redirect(requestPath(keyOf(found.asked, before)), 303);
    if (open !== undefined) return c.redirect(requestPath(open.key), 303);
    const asking = await askingIn(c, found);
    if (asking === undefined) return notFound(c);
    const { communityId } = asking.seen.account;
    const request: EntryRequest = {
      ...asking.asked,
      key: keyOf(asking.asked, answered),
      communityId,
      values: keptOf(asking, values),
      askedBy: signedIn(c.get('user')).name,
      askedOn: counter.today(),
      answeredBefore: answered,
    };
    const errors = wrongWith(c, asking, request);
    if (errors.length > 0) return show(c, asking, answered, { values, errors }, 422);
    await counter.requests.ask(request);
    return c.redirect(`${requestPath(request.key)}?saved`, 303);
  });
