import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Command } from 'points-bank';
import { parseCommand } from 'points-bank/schema';
import { explain } from 'points-bank/words';
import { activityKept, lineOf, previewOf, saveActivity } from '../bank/activity.js';
import { nearNames, sameName } from '../bank/known-matters.js';
import { type Named, namesIn, once, readAccounts } from '../forms/accounts-named.js';
import type { FormValues } from '../forms/command-of.js';
import { isAhead } from '../forms/day-ahead.js';
import { fieldOfPath } from '../forms/field-of-refusal.js';
import { messagesIn } from '../language/messages.js';
import { WORDS } from '../language/words.js';
import { ActivityPage, type ActivityProps } from '../pages/activity.js';
import { previewed, unnamed } from '../pages/activity-lines.js';
import { ActivityResult } from '../pages/activity-result.js';
import type { FormError } from '../pages/fields.js';
import { itemAndDifficulty } from '../pages/parts.js';
import { mayDo, scopeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { tickedIn, valuesOf } from '../web/values-of.js';
import { viewOf } from '../web/view.js';
import { type Material, materialFor } from './activity-material.js';
import { approved } from './approver.js';

/** The most people of one submission. */
const MOST = 1000;

/** What is kept for the next one, and may stand in the address. */
const KEPT = ['matterId', 'item', 'difficulty', 'quantity', 'on', 'postId', 'catalogue', 'note'] as const;

const kept = (values: FormValues): FormValues =>
  Object.fromEntries(KEPT.flatMap((name) => (values[name] ? [[name, values[name]]] : [])));

type Shown = Pick<ActivityProps, 'notices' | 'near' | 'lines'> & {
  readonly values: FormValues;
  readonly ticked?: readonly string[];
  readonly errors?: readonly FormError[];
};

function show(c: Web, material: Material, shown: Shown, status: 200 | 422 = 200): Promise<Response> {
  const { values, ticked = [], errors = [], ...preview } = shown;
  return page(
    c,
    (view) => ({
      title: view.say.activityTitle,
      body: (
        <ActivityPage
          view={view}
          state={{ values, errors }}
          submission={values.submission ?? randomUUID()}
          ticked={new Set(ticked)}
          {...material}
          approval={material.place.approval === true}
          {...preview}
        />
      ),
    }),
    status,
  );
}

/** Who took part, as ticked and as written; what is written may be a number or a name. */
async function namedIn(c: Web, { place }: Material, values: FormValues, ticked: readonly string[]) {
  const { ledger, store } = c.get('counter');
  const own = place.by.communityId;
  const accounts = new Map((await ledger.caughtUp()).accountsOf(own));
  const text = values.accounts ?? '';
  const called = await store.directory.called(namesIn(text), own);
  const known = {
    isAccount: (id: string) => accounts.has(id),
    called: (name: string) => called.get(name) ?? [],
  };
  const chosen = ticked.map(
    (id): Named => (accounts.has(id) ? { accountId: id } : { written: id, people: 0 }),
  );
  return once([...chosen, ...readAccounts(text, known)]);
}

/** Names as they are on record where only width, case or spaces differ, and what there is to say of them. */
async function withKnownNames(c: Web, { hasProgramme, known, posts }: Material, given: FormValues) {
  const view = await viewOf(c);
  const { say } = view;
  const notices: string[] = [];
  const nameOf = (field: 'matterId' | 'postId', names: readonly string[]): string => {
    const typed = given[field]?.trim() ?? '';
    const name = typed === '' ? undefined : sameName(names, typed);
    if (name === undefined || name === typed) return typed;
    notices.push(field === 'matterId' ? say.sameMatter(typed, name) : say.samePost(typed, name));
    return name;
  };
  const ids = known.map(({ matterId }) => matterId);
  const values: FormValues = {
    ...given,
    matterId: nameOf('matterId', ids),
    postId: nameOf('postId', posts),
  };
  const before = known.find(({ matterId }) => matterId === values.matterId);
  // A programme says what its matters are, whatever the form was left at.
  if (before !== undefined && hasProgramme) {
    const { item, difficulty = values.difficulty ?? '' } = before;
    return { values: { ...values, item, difficulty }, notices, isKnown: true };
  }
  if (
    before !== undefined &&
    (before.item !== values.item || (before.difficulty ?? values.difficulty) !== values.difficulty)
  )
    notices.push(say.otherwiseBefore(itemAndDifficulty(view, before)));
  return { values, notices, isKnown: before !== undefined };
}

/** What is wrong with the form as a whole, so that no line could be decided. */
function wrongWith(c: Web, sample: unknown, named: readonly Named[]): FormError[] {
  const locale = c.get('locale');
  const say = messagesIn(locale);
  const { today } = c.get('counter');
  const parsed = parseCommand(sample);
  const fields = parsed.ok
    ? []
    : parsed.problems.map((problem) => ({
        field: fieldOfPath('credit', problem.path),
        text: explain(problem, WORDS[locale]),
      }));
  return [
    ...fields,
    ...(isAhead(sample, today()) ? [{ field: 'on', text: say.dayAhead(today()) }] : []),
    ...(named.length === 0 ? [{ field: 'accounts', text: say.nobodyNamed }] : []),
    ...(named.length > MOST ? [{ field: 'accounts', text: say.tooManyNamed(MOST) }] : []),
  ];
}

/** Whoever has no account stands for the form itself. */
const NOBODY = { accountId: '-', role: '' };

/** The form as it was sent, with the names that are known, and the accounts that it is about. */
async function readForm(c: Web, material: Material) {
  const { use, ...sent } = await valuesOf(c);
  const ticked = await tickedIn(c, 'account');
  const named = await namedIn(c, material, sent, ticked);
  const known = await withKnownNames(c, material, use === undefined ? sent : { ...sent, matterId: use });
  const ledger = await c.get('counter').ledger.caughtUp();
  const accounts = named.flatMap((one) => {
    const kept = 'accountId' in one ? ledger.account(one.accountId)?.account : undefined;
    return kept === undefined || kept.status === 'unopened' ? [] : [kept];
  });
  return { ...known, ticked, named, accounts };
}

type Form = Awaited<ReturnType<typeof readForm>>;

async function answer(c: Web): Promise<Response> {
  const material = await materialFor(c);
  if (material === undefined) return forbidden(c);
  const { ruleSet } = c.get('counter');
  const form = await readForm(c, material);
  const { values, ticked, named, accounts } = form;
  const { by } = material.place;
  const someone = values.approver?.trim() ? values.approver : `not ${by.recorder}`;
  const commandsOf = (of: FormValues) =>
    accounts.map((account) => lineOf(ruleSet, of, material.place, account) as Command);
  const asked = commandsOf({ ...values, approver: someone });
  const sample = asked[0] ?? lineOf(ruleSet, values, material.place, NOBODY);
  const errors = wrongWith(c, sample, named);
  if (errors.length > 0) return show(c, material, { values, ticked, errors }, 422);
  if (values.do !== 'save' || accounts.length === 0) return preview(c, material, form, asked);
  const approval = await approved(c, values, material.place);
  if ('error' in approval) return preview(c, material, form, asked, approval.error);
  const key = await saveActivity(c.get('counter'), signedIn(c.get('user')), {
    submission: values.submission ?? '',
    values: kept(values),
    commands: commandsOf(approval.values),
  });
  return c.redirect(`/activity/${key}`, 303);
}

async function preview(
  c: Web,
  material: Material,
  { values, ticked, named, accounts, notices, isKnown }: Form,
  commands: readonly Command[],
  error?: FormError,
): Promise<Response> {
  const counter = c.get('counter');
  const decisions = await previewOf(counter, commands);
  const view = await viewOf(c);
  const lines = [
    ...decisions.map((decision, i) => previewed(view, accounts[i]?.accountId ?? '', decision)),
    ...named.flatMap((one) => ('accountId' in one ? [] : [unnamed(view, one)])),
  ];
  const asking = accounts.map((account, i) => ({ account, command: commands[i] }));
  const near = isKnown || material.hasProgramme ? [] : nearNames(counter.bank.bank, material.known, asking);
  const errors = error === undefined ? [] : [error];
  return show(c, material, { values, ticked, errors, notices, near, lines }, error === undefined ? 200 : 422);
}

const mayCredit = (c: Web) => mayDo(c.get('counter').ruleSet, signedIn(c.get('user')), 'credit');
const staff = only('community', 'subdistrict');

/** An activity that was saved, where the user may see it. */
async function seenActivity(c: Web, key: string | undefined) {
  if (key === undefined) return undefined;
  const activity = await activityKept(c.get('counter'), key);
  const user = signedIn(c.get('user'));
  return activity !== undefined && scopeOf(user, activity.communityId) !== undefined ? activity : undefined;
}

export const activityRoutes = new Hono<Env>()
  .get('/activity', staff, async (c) => {
    const material = mayCredit(c) ? await materialFor(c) : undefined;
    if (material === undefined) return forbidden(c);
    const next = await seenActivity(c, c.req.query('next'));
    const more = await seenActivity(c, c.req.query('more'));
    if (next !== undefined) {
      const accounts = next.lines.map(({ accountId }) => accountId).join('\n');
      return show(c, material, { values: { ...next.values, matterId: '', accounts } });
    }
    return show(c, material, { values: more?.values ?? kept(c.req.query()) });
  })
  .post('/activity', staff, async (c) => (mayCredit(c) ? answer(c) : forbidden(c)))
  .get('/activity/:key', staff, async (c) => {
    const key = c.req.param('key');
    const activity = await seenActivity(c, key);
    if (activity === undefined) return notFound(c);
    const names = await namesOf(
      c.get('counter'),
      activity.lines.map(({ accountId }) => accountId),
    );
    return page(c, (view) => ({
      title: view.say.activityTitle,
      body: <ActivityResult view={view} activity={activity} names={names} address={key} />,
    }));
  });
