import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { handbookOn } from 'points-bank';
import { type Problem, parseHandbook } from 'points-bank/schema';
import { z } from 'zod';
import { editionsLeft } from '../bank/enter.js';
import type { GoodsIn } from '../bank/goods-in.js';
import type { FormValues } from '../forms/command-of.js';
import { fieldOfHandbookPath, handbookOf, valuesOfEdition, withMoreRows } from '../forms/handbook-of.js';
import { numberTyped } from '../forms/number-typed.js';
import { messagesIn } from '../language/messages.js';
import { EditionCheck } from '../pages/edition-check.js';
import { EMPTY, type FormError, type FormState } from '../pages/fields.js';
import { HandbookPage } from '../pages/handbook.js';
import { scopeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn, staff } from '../web/guards.js';
import { page } from '../web/page.js';
import { day as dayOf } from '../web/query.js';
import { badPeriod, forbidden, notFound } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import type { View } from '../web/view.js';
import { problemErrors } from './problem-errors.js';
import { communitiesFor } from './scope.js';

type Shown = {
  /** The form for an edition. */
  readonly state?: FormState;
  /** The form for what came into stock. */
  readonly goodsState?: FormState;
};

async function show(c: Web, { state = EMPTY, goodsState = EMPTY }: Shown, status: 200 | 422 = 200) {
  const scope = scopeOf(signedIn(c.get('user')), c.req.query('community'));
  if (scope === undefined) return forbidden(c);
  const counter = c.get('counter');
  const choices = await communitiesFor(c);
  const ids = scope.communityId === undefined ? choices.map(({ id }) => id) : [scope.communityId];
  const shown = await Promise.all(
    ids.map(async (id) => ({
      community: await counter.communities.named(id),
      editions: await counter.handbooks.editions(id),
      left: await editionsLeft(counter, id),
      goods: await counter.handbooks.goodsIn(id),
    })),
  );
  return page(
    c,
    (view) => ({
      title: view.say.handbookTitle,
      body: (
        <HandbookPage
          view={view}
          shown={shown}
          communities={choices}
          communityId={scope.communityId}
          state={state}
          goodsState={goodsState}
          submission={randomUUID()}
          done={doneIn(c, view)}
        />
      ),
    }),
    status,
  );
}

/** What was just done, as the address says. */
function doneIn(c: Web, { say }: View): string | undefined {
  const version = c.req.query('version') ?? '';
  switch (c.req.query('done')) {
    case 'published':
      return say.donePublished(version);
    case 'changed':
      return say.doneChanged(version);
    case 'withdrawn':
      return say.doneWithdrawn(version);
    case 'filed':
      return say.doneFiled(version);
    case 'goods':
      return say.doneGoods;
    default:
      return undefined;
  }
}

const donePath = (done: string, version: string, community?: string): string =>
  `/handbook?${new URLSearchParams({ done, version, ...(community === undefined ? {} : { community }) })}`;

/** The edition that a form stands for, and the one that it follows or changes. */
async function editionIn(c: Web, values: FormValues, communityId: string) {
  const { handbooks } = c.get('counter');
  const published = await handbooks.asPublished(communityId);
  const changed = published.find(({ version }) => version === values.changes);
  const before =
    changed ?? (await handbooks.editions(communityId)).find(({ version }) => version !== values.version);
  const follows = changed === undefined ? before?.version : changed.follows;
  const daysOff = changed?.daysOff;
  const input = {
    ...(daysOff === undefined ? {} : { daysOff }),
    ...(handbookOf(values, communityId, follows) as object),
  };
  return { input, before };
}

/** An edition before it is published, or what is wrong with its form. */
async function check(c: Web, values: FormValues, communityId: string): Promise<Response> {
  const { input, before } = await editionIn(c, values, communityId);
  const parsed = parseHandbook(input);
  if (!parsed.ok) return show(c, { state: { values, errors: wrong(c, values, parsed.problems) } }, 422);
  return page(c, (view) => ({
    title: view.say.checkTitle(parsed.value.version),
    body: <EditionCheck view={view} values={values} edition={parsed.value} before={before} />,
  }));
}

const wrong = (c: Web, values: FormValues, problems: readonly Problem[]): FormError[] =>
  problemErrors(c, problems, (path) => fieldOfHandbookPath(values, path));

/** What came into stock as its form says, or what is wrong with it. */
async function goodsOf(c: Web, values: FormValues, communityId: string): Promise<FormError[] | GoodsSent> {
  const counter = c.get('counter');
  const say = messagesIn(c.get('locale'));
  const today = counter.today();
  const left = handbookOn(await editionsLeft(counter, communityId), today);
  const reward = left?.rewards.find(({ rewardId }) => rewardId === values.goods);
  const given = numberTyped(values.goodsQuantity ?? '');
  const quantity = Number.isInteger(given) && Math.abs(Number(given)) < 1e6 ? Number(given) : 0;
  const on = z.iso.date().safeParse(values.goodsOn).data ?? '';
  const note = (values.goodsNote ?? '').trim();
  const errors: FormError[] = [];
  const wrongAt = (field: string, title: string, text: string) =>
    errors.push({ field, text, summary: say.fieldWrong(title, text) });
  if (reward?.stock === undefined) wrongAt('goods', say.goodsReward, say.goodsUnknown);
  if (quantity === 0) wrongAt('goodsQuantity', say.goodsQuantity, say.goodsWrong);
  if (reward?.stock !== undefined && reward.stock + quantity < 0)
    wrongAt('goodsQuantity', say.goodsQuantity, say.goodsTooFew(reward.stock));
  if (on === '' || on > today) wrongAt('goodsOn', say.day, say.goodsDayWrong(today));
  if (note.length > 200) wrongAt('goodsNote', say.goodsNote, say.goodsNoteLong);
  if (errors.length > 0 || reward === undefined) return errors;
  const by = signedIn(c.get('user')).name;
  const key = z.string().min(1).max(64).catch('-').parse(values.submission);
  return { key, communityId, rewardId: reward.rewardId, quantity, on, note, by };
}

type GoodsSent = Omit<GoodsIn, 'versions'>;

const filedForm = z.object({ community: z.string().min(1), version: z.string().min(1) });

export const handbookRoutes = new Hono<Env>()
  .get('/handbook', staff, async (c) => {
    const { person } = signedIn(c.get('user'));
    const { handbooks, today } = c.get('counter');
    const changed = c.req.query('change');
    if (changed === undefined || person.role !== 'community') return show(c, {});
    const published = await handbooks.asPublished(person.communityId);
    const edition = published.find(({ version }) => version === changed);
    if (edition === undefined || edition.published <= today()) return notFound(c);
    const values = { ...valuesOfEdition(edition), changes: edition.version };
    return show(c, { state: { values, errors: [] } });
  })
  .post('/handbook', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const { handbooks, today } = c.get('counter');
    const { do: doing, ...values } = await valuesOf(c);
    if (doing === 'rows') return show(c, { state: { values: withMoreRows(values), errors: [] } });
    if (doing === 'form') return show(c, { state: { values, errors: [] } });
    if (doing === 'check') return check(c, values, person.communityId);
    const { input } = await editionIn(c, values, person.communityId);
    const isChange = values.changes !== undefined;
    const published = isChange ? await handbooks.change(input, today()) : await handbooks.publish(input);
    const say = messagesIn(c.get('locale'));
    if (published === 'taken' || published === 'in-use') {
      const text = published === 'taken' ? say.versionTaken : say.tooLateToChange;
      return show(c, { state: { values, errors: [{ field: 'version', text }] } }, 422);
    }
    if (!published.ok)
      return show(c, { state: { values, errors: wrong(c, values, published.problems) } }, 422);
    return c.redirect(donePath(isChange ? 'changed' : 'published', published.value.version), 303);
  })
  .post('/handbook/withdraw', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const { handbooks, today } = c.get('counter');
    const { version = '' } = await valuesOf(c);
    if (await handbooks.withdraw(person.communityId, version, today()))
      return c.redirect(donePath('withdrawn', version), 303);
    const text = messagesIn(c.get('locale')).tooLateToChange;
    return show(c, { state: { values: {}, errors: [{ text }] } }, 422);
  })
  .post('/handbook/goods-in', only('community'), async (c) => {
    const { person } = signedIn(c.get('user'));
    if (person.role !== 'community') return forbidden(c);
    const values = await valuesOf(c);
    const goods = await goodsOf(c, values, person.communityId);
    if (Array.isArray(goods)) return show(c, { goodsState: { values, errors: goods } }, 422);
    await c.get('counter').handbooks.takeIn(goods);
    return c.redirect(donePath('goods', ''), 303);
  })
  .post('/handbook/filed', only('subdistrict'), async (c) => {
    const body = await c.req.parseBody();
    const parsed = filedForm.safeParse(body);
    if (!parsed.success) return notFound(c);
    const { community, version } = parsed.data;
    const day = dayOf.safeParse(body[`filed-${community}-${version}`]);
    if (!day.success || day.data > c.get('counter').today()) return badPeriod(c);
    const filed = await c.get('counter').handbooks.file(community, version, day.data);
    if (filed === undefined) return notFound(c);
    return filed.ok ? c.redirect(donePath('filed', version, community), 303) : badPeriod(c);
  });
