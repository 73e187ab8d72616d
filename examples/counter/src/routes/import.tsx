import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { type Handbook, handbookOn } from 'points-bank';
import { z } from 'zod';
import { csvAnswer } from '../csv/write-csv.js';
import type { Place } from '../forms/command-of.js';
import { apply } from '../import/apply.js';
import { dryRun } from '../import/dry-run.js';
import { FILE_LIMIT } from '../import/limits.js';
import type { Outcome } from '../import/outcome.js';
import { readFile } from '../import/read-file.js';
import { type Register, readText } from '../import/read-register.js';
import { templateOf } from '../import/template.js';
import { MESSAGES, messagesIn } from '../language/messages.js';
import type { Bilingual } from '../language/words.js';
import { EMPTY, type FormState } from '../pages/fields.js';
import { ImportPage, ImportResult } from '../pages/import.js';
import { SoFar } from '../pages/so-far.js';
import { needsApproval, officeOf } from '../security/access.js';
import type { Env, Web } from '../web/env.js';
import { only, signedIn } from '../web/guards.js';
import { page } from '../web/page.js';
import { pageStream } from '../web/page-stream.js';
import { forbidden, forged } from '../web/refused-pages.js';
import { valuesOf } from '../web/values-of.js';
import type { View } from '../web/view.js';
import { approved } from './approver.js';

/** The forms that a whole register is sent by. */
export const FILE_FORMS: readonly string[] = ['/import', '/import/apply', '/import/refused.csv'];

async function show(c: Web, state: FormState, status: 200 | 422 = 200): Promise<Response> {
  const handbook = await handbookNow(c);
  return page(
    c,
    (view) => ({
      title: view.say.importTitle,
      body: <ImportPage view={view} state={state} handbook={handbook} />,
    }),
    status,
  );
}

/** The handbook in force, by whose titles a row may name rewards. */
async function handbookNow(c: Web): Promise<Handbook | undefined> {
  const { handbooks, today } = c.get('counter');
  const place = placeOf(c);
  return place && handbookOn(await handbooks.asPublished(place.communityId), today());
}

const wrong = (c: Web, problem: Bilingual) =>
  show(c, { values: {}, errors: [{ field: 'file', text: problem[c.get('locale')] }] }, 422);

function placeOf(c: Web): Place | undefined {
  const by = officeOf(c.get('counter').ruleSet, signedIn(c.get('user')));
  return by?.communityId === undefined ? undefined : { communityId: by.communityId, by };
}

/** A page that is sent while the work goes on: how far it is, and at the end what came of it. */
function running(c: Web, register: Register, dry: boolean, work: AsyncIterable<Outcome>): Promise<Response> {
  return pageStream(c, (view) => ({
    title: view.say.importTitle,
    isWatched: true,
    around: (progress) => (
      <>
        <h1>{view.say.importTitle}</h1>
        <div class="ticks">{progress}</div>
      </>
    ),
    parts: told(view, register, dry, work),
    stopped: view.say.importStopped,
  }));
}

async function* told(
  view: View,
  register: Register,
  dry: boolean,
  work: AsyncIterable<Outcome>,
): AsyncGenerator<Child> {
  let last: Outcome | undefined;
  for await (const outcome of work) {
    last = outcome;
    const { done, rows } = outcome;
    yield <SoFar done={done} of={rows} words={view.say.progress(done, rows)} />;
  }
  if (last === undefined) return;
  const { text, encoding, headingsLine, unused } = register;
  const csv = dry ? Buffer.from(text, 'utf8').toString('base64') : '';
  const read = { encoding, headingsLine, unused };
  yield <ImportResult view={view} outcome={last} dry={dry} read={read} csv={csv} />;
}

const refusedRows = z.array(
  z.object({
    line: z.number().int(),
    accountId: z.string(),
    reason: z.object({ 'zh-CN': z.string(), en: z.string() }),
  }),
);

export const importRoutes = new Hono<Env>()
  .get('/import', only('community'), (c) => show(c, EMPTY))
  .get('/import/template.csv', only('community'), async (c) => {
    const { ruleSet, today } = c.get('counter');
    const allowed = { ruleSet, handbook: await handbookNow(c) };
    return csvAnswer(c, 'register.csv', templateOf(allowed, c.get('locale'), today()));
  })
  .post('/import', only('community'), async (c) => {
    const place = placeOf(c);
    if (place === undefined) return forbidden(c);
    const { file } = await c.req.parseBody();
    if (!(file instanceof File) || (file.size === 0 && file.name === '')) return wrong(c, MESSAGES.noFile);
    if (file.size === 0) return wrong(c, MESSAGES.fileEmpty);
    if (file.size > FILE_LIMIT) return wrong(c, MESSAGES.fileTooLarge);
    const register = await readFile(new Uint8Array(await file.arrayBuffer()));
    if ('problem' in register) return wrong(c, register.problem);
    // Who approves it is asked with the import itself, and is somebody else.
    const { by } = place;
    const trying = by.recorder === undefined ? by : { ...by, approvedBy: `not ${by.recorder}` };
    return running(c, register, true, dryRun(c.get('counter'), register.rows, { ...place, by: trying }));
  })
  .post('/import/apply', only('community'), async (c) => {
    const place = placeOf(c);
    if (place === undefined) return forbidden(c);
    const { csv, ...values } = await valuesOf(c);
    if (csv === undefined) return wrong(c, MESSAGES.noFile);
    const asks = needsApproval(c.get('counter').ruleSet);
    const approval = await approved(c, values, asks ? { ...place, approval: true } : place);
    if ('error' in approval) return show(c, { values: {}, errors: [approval.error] }, 422);
    const { approver } = approval.values;
    const by = asks && approver !== undefined ? { ...place.by, approvedBy: approver } : place.by;
    const register = readText(Buffer.from(csv, 'base64').toString('utf8'), 'UTF-8');
    if ('problem' in register) return wrong(c, register.problem);
    return running(
      c,
      register,
      false,
      apply(c.get('counter'), signedIn(c.get('user')), register.rows, { ...place, by }),
    );
  })
  .post('/import/refused.csv', only('community'), async (c) => {
    const { refused } = await c.req.parseBody();
    const parsed = refusedRows.safeParse(json(refused));
    if (!parsed.success) return forged(c);
    const say = messagesIn(c.get('locale'));
    return csvAnswer(c, 'refused.csv', [
      [say.line, say.account, `${say.whyRefused} (zh-CN)`, `${say.whyRefused} (en)`],
      ...parsed.data.map(({ line, accountId, reason }) => [line, accountId, reason['zh-CN'], reason.en]),
    ]);
  });

function json(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}
