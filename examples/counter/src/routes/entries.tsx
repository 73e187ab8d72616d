import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { explain, handbookOn } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import { editionsLeft, enter } from '../bank/enter.js';
import { windowStanding } from '../bank/standing.js';
import type { Counter } from '../counter.js';
import { commandOf, type EntryKind, type FormValues, type Place } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { fieldOfPath, fieldOfRefusal } from '../forms/field-of-refusal.js';
import { messagesIn } from '../language/messages.js';
import {
  ClaimFields,
  CorrectFields,
  CreditFields,
  OpenFields,
  RedeemFields,
  ReportInFields,
} from '../pages/entry-forms.js';
import { EntryPage } from '../pages/entry-page.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { RedemptionNotes } from '../pages/redemption-notes.js';
import { mayDo, officeOf } from '../security/access.js';
import { accountOf, accountPath, type Seen } from '../web/account-of.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import type { View } from '../web/view.js';
import { nextAccountId } from './next-account-id.js';

const KINDS: readonly EntryKind[] = ['report-in', 'claim', 'credit', 'redeem', 'correct'];

async function valuesOf(c: Web): Promise<FormValues> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** What came of a form: where the entry is on record, or what is wrong with it. */
async function sent(
  c: Web,
  kind: EntryKind,
  values: FormValues,
  place: Place,
): Promise<string | FormError[]> {
  const counter = c.get('counter');
  const locale = c.get('locale');
  const command = commandOf(kind, values, place);
  if (isAhead(command, counter.today()))
    return [{ field: 'on', text: messagesIn(locale).dayAhead(counter.today()) }];
  const parsed = parseCommand(command);
  if (!parsed.ok)
    return parsed.problems.map(({ path, message }) => ({
      field: fieldOfPath(kind, path),
      text: message[locale],
    }));
  const { decision, version } = await enter(counter, signedIn(c.get('user')), parsed.value);
  if (!decision.accepted) {
    const text = explain(decision.refusal, locale, counter.ruleSet);
    return [{ field: fieldOfRefusal(kind, decision.refusal), text }];
  }
  const entry = decision.events.length === 0 ? 'again' : String(version);
  return `${accountPath(parsed.value.data.accountId)}?entry=${entry}`;
}

export const entryRoutes = new Hono<Env>();

async function openPage(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const place = placeOf(c);
  if (place === undefined) return forbidden(c);
  const next = await nextAccountId(c.get('counter'), place.communityId);
  return page(
    c,
    (view) => ({
      title: view.say.openTitle,
      body: (
        <EntryPage
          view={view}
          kind="open"
          action="/accounts/new"
          title={view.say.openTitle}
          submit={view.say.submitOpen}
          state={state}
          place={place}
          back="/accounts"
        >
          <OpenFields view={view} state={state} next={next} />
        </EntryPage>
      ),
    }),
    status,
  );
}

/** Where somebody acts who opens an account: at one's own community. */
function placeOf(c: Web): Place | undefined {
  const { person } = signedIn(c.get('user'));
  const by = officeOf(signedIn(c.get('user')));
  return person.role === 'community' && by !== undefined
    ? { communityId: person.communityId, by }
    : undefined;
}

entryRoutes.get('/accounts/new', only('community'), (c) => openPage(c, EMPTY));
entryRoutes.post('/accounts/new', only('community'), async (c) => {
  const place = placeOf(c);
  if (place === undefined) return forbidden(c);
  const values = await valuesOf(c);
  const result = await sent(c, 'open', values, place);
  return typeof result === 'string' ? c.redirect(result, 303) : openPage(c, { values, errors: result }, 422);
});

type Drawing = {
  readonly title: string;
  readonly submit: string;
  readonly fields: Child;
  readonly aside?: Child;
};

/** The day that a form is about, where it is one; today otherwise. */
function dayOf(values: FormValues, today: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(values.on ?? '') ? (values.on ?? today) : today;
}

async function drawing(
  counter: Counter,
  view: View,
  kind: EntryKind,
  seen: Seen,
  state: FormState,
): Promise<Drawing> {
  const { say } = view;
  const { account, events } = seen;
  const id = account.accountId;
  const props = { view, state, account, events };
  switch (kind) {
    case 'report-in':
      return {
        title: say.reportInTitle(id),
        submit: say.submitReportIn,
        fields: <ReportInFields {...props} />,
      };
    case 'claim':
      return { title: say.claimTitle(id), submit: say.submitClaim, fields: <ClaimFields {...props} /> };
    case 'credit':
      return { title: say.creditTitle(id), submit: say.submitCredit, fields: <CreditFields {...props} /> };
    case 'redeem': {
      const on = dayOf(state.values, view.today);
      const handbook = handbookOn(await editionsLeft(counter, account.communityId), on);
      const standing = windowStanding(counter.ruleSet, account, handbook, on);
      const aside = (
        <RedemptionNotes view={view} account={account} handbook={handbook} standing={standing} on={on} />
      );
      const fields =
        handbook === undefined ? (
          <p class="notice">{say.noHandbook}</p>
        ) : (
          <RedeemFields {...props} handbook={handbook} redemptionId={randomUUID()} />
        );
      return { title: say.redeemTitle(id), submit: say.submitRedeem, fields, aside };
    }
    default:
      return {
        title: say.correctTitle(id),
        submit: say.submitCorrect,
        fields: <CorrectFields {...props} correctionId={randomUUID()} />,
      };
  }
}

async function entryPage(
  c: Web,
  kind: EntryKind,
  seen: Seen,
  state: FormState,
  status: 200 | 422 = 200,
): Promise<Response> {
  const counter = c.get('counter');
  const own = accountPath(seen.account.accountId);
  const place = placeAt(c, seen);
  if (place === undefined) return forbidden(c);
  return page(
    c,
    async (view) => {
      const { title, submit, fields, aside } = await drawing(counter, view, kind, seen, state);
      const body = (
        <EntryPage
          view={view}
          kind={kind}
          action={`${own}/${kind}`}
          title={title}
          submit={submit}
          state={state}
          place={place}
          snapshot={`${own}/snapshot.json`}
          handbook={kind === 'redeem' ? `${own}/handbooks.json` : undefined}
          back={own}
          aside={aside}
        >
          {fields}
        </EntryPage>
      );
      return { title, body };
    },
    status,
  );
}

function placeAt(c: Web, { account }: Seen): Place | undefined {
  const by = officeOf(signedIn(c.get('user')));
  return by === undefined
    ? undefined
    : { accountId: account.accountId, communityId: account.communityId, by };
}

for (const kind of KINDS) {
  entryRoutes.get(`/accounts/:id/${kind}`, only('community', 'street'), async (c) => {
    if (!mayDo(signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    return seen === undefined ? notFound(c) : entryPage(c, kind, seen, EMPTY);
  });
  entryRoutes.post(`/accounts/:id/${kind}`, only('community', 'street'), async (c) => {
    if (!mayDo(signedIn(c.get('user')), kind)) return forbidden(c);
    const seen = await accountOf(c);
    const place = seen === undefined ? undefined : placeAt(c, seen);
    if (seen === undefined || place === undefined) return notFound(c);
    const values = await valuesOf(c);
    const result = await sent(c, kind, values, place);
    return typeof result === 'string'
      ? c.redirect(result, 303)
      : entryPage(c, kind, seen, { values, errors: result }, 422);
  });
}
