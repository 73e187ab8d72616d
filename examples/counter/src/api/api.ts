import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { HTTPException } from 'hono/http-exception';
import type { Counter } from '../counter.js';
import { failureOf } from '../web/failures.js';
import { isUnreadable } from '../web/readable.js';
import { accountReadRoutes } from './accounts.js';
import { commandRoutes } from './commands.js';
import type { ApiEnv } from './env.js';
import { keyed, language } from './guard.js';
import { librarySchemas } from './library-schemas.js';
import { problem } from './problem.js';
import { reportReadRoutes } from './reports.js';

const BODY_LIMIT = 256 * 1024;

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Points bank counter',
    version: '1.0.0',
    description:
      'The points accounts of a subdistrict for other programs. A key is sent as Authorization: Bearer …; cookies are not looked at. Texts come in ' +
      'Chinese or English, as Accept-Language asks. Whatever is wrong is answered as application/problem+json (RFC 9457).',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/api' }],
  security: [{ key: [] }],
};

/** The API for other programs. Nothing of it is reached by a session, and no page by a key. */
export function createApi(counter: Counter): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      const errors = result.error.issues.map(({ path, code, message }) => ({
        field: path.join('.'),
        code,
        detail: message,
      }));
      return problem(c, 'bad-request', { errors });
    },
  });
  api.use(async (c, next) => {
    c.set('counter', counter);
    await next();
  });
  api.use(language);
  api.use((c, next) => (isUnreadable(c) ? Promise.resolve(problem(c, 'not-found')) : next()));
  // The same for everybody, and made once: it takes as long as many pages.
  let document: string | undefined;
  api.get('/openapi.json', etag(), (c) => {
    c.header('Cache-Control', 'public, max-age=3600');
    document ??= JSON.stringify(documentOf(api));
    return c.body(document, 200, { 'Content-Type': 'application/json' });
  });
  api.use('/v1/*', keyed);
  api.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => problem(c as never, 'too-large') }));
  // Rules and handbook change seldom: whoever has them asks whether they are still the same.
  for (const seldom of ['/v1/rules', '/v1/communities/*'])
    api.use(seldom, etag(), async (c, next) => {
      await next();
      if (c.res.status === 200) c.header('Cache-Control', 'private, no-cache');
    });
  commandRoutes(api);
  accountReadRoutes(api);
  reportReadRoutes(api);
  api.all('*', (c) => problem(c, 'not-found'));
  api.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (!c.req.raw.signal.aborted) console.error(error);
    const failure = failureOf(error);
    if (failure !== 'wrong') c.header('Retry-After', failure === 'busy' ? '1' : '5');
    return problem(c, failure);
  });
  describeParts(api);
  return api;
}

/** The document of the API, made of the schemas that check what comes in. */
export function documentOf(api: OpenAPIHono<ApiEnv>) {
  return api.getOpenAPI31Document(DOCUMENT);
}

function describeParts({ openAPIRegistry }: OpenAPIHono<ApiEnv>): void {
  openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  for (const [name, schema] of librarySchemas())
    openAPIRegistry.registerComponent('schemas', name, schema as never);
}
