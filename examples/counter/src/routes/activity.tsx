import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Command } from 'points-bank';
import { activityKept, lineOf, previewOf, saveActivity } from '../bank/activity.js';
import { nearNames } from '../bank/known-matters.js';
import { unnamedIn } from '../forms/accounts-named.js';
import type { FormValues } from '../forms/command-of.js';
import { ActivityPage, type ActivityProps } from '../pages/activity.js';
import { previewed, unnamed } from '../pages/activity-lines.js';
import { ActivityResult } from '../pages/activity-result.js';
import type { FormError } from '../pages/fields.js';
import { mayDo, scopeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { signedIn, staff } from '../web/guards.js';
import { namesOf } from '../web/names.js';
import { page } from '../web/page.js';
import { forbidden, notFound } from '../web/refused-pages.js';
import { viewOf } from '../web/view.js';
import { type ActivityForm, readForm, wrongWith } from './activity-form.js';
import { type Material, materialFor } from './activity-material.js';
import { approved } from './approver.js';

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

/** Whoever has no account stands for the form itself. */
const NOBODY = { accountId: '-', role: '' };

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
    unnamed: unnamedIn(named),
  });
  return c.redirect(`/activity/${key}`, 303);
}

async function preview(
  c: Web,
  material: Material,
  { values, ticked, named, accounts, notices, isKnown }: ActivityForm,
  commands: readonly Command[],
  error?: FormError,
): Promise<Response> {
  const counter = c.get('counter');
  const decisions = await previewOf(counter, commands);
  const view = await viewOf(c);
  const lines = [
    ...decisions.map((decision, i) => previewed(view, accounts[i]?.accountId ?? '', decision)),
    ...unnamedIn(named).map((one) => unnamed(view, one)),
  ];
  const asking = accounts.map((account, i) => ({ account, command: commands[i] }));
  const near = isKnown || material.hasProgramme ? [] : nearNames(counter.bank.bank, material.known, asking);
  const errors = error === undefined ? [] : [error];
  return show(c, material, { values, ticked, errors, notices, near, lines }, error === undefined ? 200 : 422);
}

const mayCredit = (c: Web) => mayDo(c.get('counter').ruleSet, signedIn(c.get('user')), 'credit');

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
      const people = [
        ...next.lines.map(({ accountId }) => accountId),
        ...(next.unnamed ?? []).map(({ written }) => written),
      ];
      return show(c, material, { values: { ...next.values, matterId: '', accounts: people.join('\n') } });
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
