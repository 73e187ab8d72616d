import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { createApi } from './api/api.js';
import type { Counter } from './counter.js';
import { FILE_LIMIT } from './import/limits.js';
import { localeOf } from './language/locale.js';
import { accountRoutes } from './routes/accounts.js';
import { activityRoutes } from './routes/activity.js';
import { askRoutes } from './routes/ask.js';
import { assetRoutes } from './routes/assets.js';
import { auditRoutes } from './routes/audit.js';
import { deskRoutes } from './routes/desk.js';
import { entryRoutes } from './routes/entries.js';
import { exportRoutes } from './routes/export.js';
import { handbookRoutes } from './routes/handbook.js';
import { FILE_FORMS, importRoutes } from './routes/import.js';
import { keyRoutes } from './routes/keys.js';
import { openingRoutes } from './routes/opening.js';
import { passwordRoutes } from './routes/password.js';
import { peopleRoutes } from './routes/people.js';
import { programmeRoutes } from './routes/programme.js';
import { reportRoutes } from './routes/reports.js';
import { requestRoutes } from './routes/requests.js';
import { ruleRoutes } from './routes/rules.js';
import { signInRoutes } from './routes/sign-in.js';
import { userRoutes } from './routes/users.js';
import { workbenchRoutes } from './routes/workbench.js';
import { headers } from './security/headers.js';
import { mayMeasure, unwatched, type Watch, watching } from './watch/watch.js';
import type { Env, Web } from './web/env.js';
import { failureOf } from './web/failures.js';
import { fromHere, identify, unforged } from './web/guards.js';
import { readableAddress, readableForm } from './web/readable.js';
import { failed, notFound, tooLarge } from './web/refused-pages.js';

const FORM_LIMIT = 256 * 1024;

/** The web app, made of what it is given: nothing here opens, reads or listens. */
export function createApp(counter: Counter, watch: Watch = unwatched()): Hono<Env> {
  const app = new Hono<Env>();
  const small = bodyLimit({ maxSize: FORM_LIMIT, onError: (c) => tooLarge(c) });
  // A dry run sends the file back in letters, which takes a third more.
  const large = bodyLimit({ maxSize: 2 * FILE_LIMIT, onError: (c) => tooLarge(c) });
  const takesFiles = (c: Web) =>
    FILE_FORMS.includes(c.req.path) && c.get('user')?.person.role === 'community';
  app.use(watching(watch));
  app.use(headers(counter.publicUrl?.startsWith('https:') === true));
  app.use(async (c, next) => {
    await next();
    // What an answer shows is somebody's, and where it sends somebody too: no cache keeps what does not say that it may be kept.
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store');
  });
  app.use(async (c, next) => {
    c.set('counter', counter);
    c.set('locale', localeOf(c));
    await next();
  });
  app.use(compress());
  // Programs, with a key: before any cookie is looked at.
  app.route('/api', createApi(counter));
  app.use(readableAddress);
  // What anybody may have, without being looked up.
  app.route('/', assetRoutes);
  app.get('/metrics', async (c) => (mayMeasure(c, watch) ? c.text(await watch.metrics.text()) : notFound(c)));
  app.use(identify);
  app.use(fromHere(counter.publicUrl));
  app.use((c, next) => (takesFiles(c) ? large : small)(c, next));
  app.use(unforged);
  app.use(readableForm);
  for (const routes of [
    signInRoutes,
    deskRoutes,
    activityRoutes,
    openingRoutes,
    entryRoutes,
    askRoutes,
    requestRoutes,
    accountRoutes,
    peopleRoutes,
    userRoutes,
    keyRoutes,
    passwordRoutes,
    reportRoutes,
    auditRoutes,
    handbookRoutes,
    programmeRoutes,
    ruleRoutes,
    importRoutes,
    exportRoutes,
    workbenchRoutes,
  ])
    app.route('/', routes);
  app.notFound((c) => notFound(c));
  app.onError((error, c) => {
    // Whoever went away in the middle of a form is nobody's trouble.
    if (!c.req.raw.signal.aborted) watch.log.failure(c.get('requestId'), error);
    return failed(c, failureOf(error));
  });
  return app;
}
